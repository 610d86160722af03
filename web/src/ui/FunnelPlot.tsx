import { layOutFunnel, type FunnelBandAt, type FunnelPoint, type PlacedPoint } from "@varde/domain";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";

import { goByArrows } from "./go-by-arrows";
import "./funnel-plot.css";

type FunnelPlotProps = {
  /** In the order of their table: the arrow keys go by it. */
  points: readonly FunnelPoint[];
  /** The limits by size, smallest first. */
  bands: readonly FunnelBandAt[];
  /** The share of all together, and what stands at its line. */
  pooled: { share: number; label: string };
  /** What the picture shows, spoken. */
  label: string;
  /** How one goes through the points; seen until one of them is chosen. */
  hint: string;
  /** Words of the axes. */
  across: string;
  upwards: string;
  number: (n: number) => string;
  percent: (share: number) => string;
};

/**
 * Shares by size, with the limits of chance around the share of all. One stop for the Tab key, arrows from point to point; the chosen
 * one is told in words under the picture. Outside is another shape, not another colour alone.
 */
export function FunnelPlot({ points, bands, pooled, label, hint, across, upwards, number, percent }: FunnelPlotProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; em: number } | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [entry, setEntry] = useState<string | null>(null);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const fit = new ResizeObserver(() => {
      if (element.clientWidth > 0) {
        setSize({ width: element.clientWidth, em: parseFloat(getComputedStyle(element).fontSize) });
      }
    });
    fit.observe(element);
    return () => fit.disconnect();
  }, []);

  const layout = size && layOutFunnel(points, bands, pooled.share, size);
  const said = points.find(({ key }) => key === chosen)?.words;
  const stop = points.some(({ key }) => key === entry) ? entry : points[0]?.key;

  const press = (event: KeyboardEvent<SVGSVGElement>): void =>
    goByArrows(
      event,
      ".v-funnel__point",
      points.findIndex(({ key }) => key === stop),
    );

  return (
    <div className="v-funnel">
      <div ref={frame} className="v-funnel__frame">
        {layout && (
          <svg
            className="v-funnel__picture"
            width={layout.width}
            height={layout.height}
            role="group"
            aria-label={label}
            aria-describedby={`${id}-hint`}
            onKeyDown={press}
          >
            <clipPath id={`${id}-plot`}>
              <rect {...layout.plot} />
            </clipPath>
            <g aria-hidden>
              <g clipPath={`url(#${id}-plot)`}>
                <path className="v-funnel__expected" d={layout.expected} />
                {layout.yTicks.map(({ at }) => (
                  <line
                    key={at}
                    className="v-funnel__grid"
                    x1={layout.plot.x}
                    x2={layout.plot.x + layout.plot.width}
                    y1={at}
                    y2={at}
                  />
                ))}
                {layout.rare.map((line) => (
                  <path key={line} className="v-funnel__rare" d={line} />
                ))}
                <line
                  className="v-funnel__pooled"
                  x1={layout.plot.x}
                  x2={layout.plot.x + layout.plot.width}
                  y1={layout.pooled}
                  y2={layout.pooled}
                />
              </g>
              {layout.yTicks.map(({ at, value }) => (
                <text key={value} className="v-funnel__word" x={layout.plot.x} dx="-.5em" y={at} dy=".35em" data-end>
                  {percent(value)}
                </text>
              ))}
              {layout.xTicks.map(({ at, value }) => (
                <text key={value} className="v-funnel__word" x={at} y={layout.plot.y + layout.plot.height} dy="1.3em">
                  {number(value)}
                </text>
              ))}
            </g>
            {points.map(({ key }) => {
              const point = layout.points.find((one) => one.key === key);
              return (
                point && (
                  <Point
                    key={key}
                    point={point}
                    stop={key === stop}
                    onChoose={() => setChosen(key)}
                    onFocus={() => {
                      setEntry(key);
                      setChosen(key);
                    }}
                  />
                )
              );
            })}
          </svg>
        )}
      </div>
      <p className="v-funnel__axes" aria-hidden>
        <span>↑ {upwards}</span> <span>→ {across}</span> <span>— {pooled.label}</span>
      </p>
      <p className="v-funnel__said" aria-hidden>
        {said ?? hint}
      </p>
      <span id={`${id}-hint`} hidden>
        {hint}
      </span>
    </div>
  );
}

type PointProps = { point: PlacedPoint; stop: boolean; onChoose: () => void; onFocus: () => void };

function Point({ point: { x, y, zone, label, words }, stop, onChoose, onFocus }: PointProps) {
  return (
    <g
      className="v-funnel__point"
      data-zone={zone}
      role="img"
      aria-label={words}
      tabIndex={stop ? 0 : -1}
      onFocus={onFocus}
      onPointerEnter={onChoose}
      onClick={(event) => event.currentTarget.focus()}
    >
      {/* room for a finger */}
      <circle className="v-funnel__reach" cx={x} cy={y} r="16" />
      <circle className="v-funnel__ring" cx={x} cy={y} r="11" />
      <FunnelMark zone={zone} x={x} y={y} />
      {label && (
        <text className="v-funnel__name" x={label.x} y={label.y + label.height * 0.78}>
          {label.text}
        </text>
      )}
    </g>
  );
}

/** ● inside, ◇ outside, ◆ far outside; the same in the picture and in its key. */
export function FunnelMark({ zone, x, y }: { zone: FunnelPoint["zone"]; x: number; y: number }) {
  return zone === "inside" ? (
    <circle className="v-funnel__mark" data-zone={zone} cx={x} cy={y} r="5.5" />
  ) : (
    <path className="v-funnel__mark" data-zone={zone} d={`M${x} ${y - 7.5}l7.5 7.5l-7.5 7.5l-7.5 -7.5Z`} />
  );
}

type FunnelLegendProps = { inside: string; outside: string | null; far: string | null; expected: string; rare: string };

/** What is drawn, with its shape and line; null is not. */
export function FunnelLegend({ inside, outside, far, expected, rare }: FunnelLegendProps) {
  const marks = [
    ["inside", inside],
    ["outside", outside],
    ["far", far],
  ] as const;
  return (
    <ul className="v-funnel-legend">
      {marks.map(
        ([zone, word]) =>
          word !== null && (
            <li key={zone}>
              <svg width="20" height="20" aria-hidden>
                <FunnelMark zone={zone} x={10} y={10} />
              </svg>
              {word}
            </li>
          ),
      )}
      <li>
        <svg width="28" height="14" aria-hidden>
          <rect className="v-funnel__expected" x=".75" y=".75" width="26.5" height="12.5" />
        </svg>
        {expected}
      </li>
      <li>
        <svg width="28" height="14" aria-hidden>
          <line className="v-funnel__rare" x1="0" x2="28" y1="7" y2="7" />
        </svg>
        {rare}
      </li>
    </ul>
  );
}
