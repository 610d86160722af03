import { useRef, useState, type KeyboardEvent } from "react";
import { useFormat } from "../../app/format";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { goByArrows } from "../../ui/go-by-arrows";
import { spread, type Spot } from "./spread";
import { placed, scoreOf, type Candidate } from "./words";

const SIZES = { NONE: 13, FEW: 13, SOME: 16, MOST: 19, ALL: 22 } as const;
const [WIDE, HIGH, EDGE] = [640, 440, 34];
const across = (score: number): number => EDGE + ((WIDE - 2 * EDGE) * score) / 100;
const upwards = (score: number): number => HIGH - EDGE - ((HIGH - 2 * EDGE) * score) / 100;

/** far enough from where it belongs that one would wonder */
const aside = (from: Spot, to: Spot): boolean => Math.hypot(to.x - from.x, to.y - from.y) >= to.r;
const FRAME = { left: 2, right: WIDE - 2, top: 2, bottom: HIGH - 2 };

/**
 * Importance by performance. One stop for the Tab key, arrows from point to point; the chosen one is told under the picture. Reach is
 * size, effort is shape, and the number is that of the table. What would
 * lie over another is moved aside, with a line to where it belongs.
 */
export function CoreMatrix({ candidates }: { candidates: readonly Candidate[] }) {
  const texts = useAllTexts().coreChoice;
  const { language } = useLanguage();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const frame = useRef<SVGSVGElement>(null);
  const points = candidates.filter(placed);
  const at = points.map((one) => ({
    x: across(scoreOf(one, "PERFORMANCE").score ?? 0),
    y: upwards(scoreOf(one, "IMPORTANCE").score ?? 0),
    r: SIZES[one.reach ?? "FEW"],
  }));
  const lies = spread(at, FRAME);
  const stop = points.some(({ id }) => id === chosen) ? chosen : points[0]?.id;
  const words = (one: Candidate): string =>
    [
      localized(one.name, language),
      texts.quadrants[one.quadrant],
      `${texts.kinds.IMPORTANCE} ${format.number(scoreOf(one, "IMPORTANCE").score ?? 0)}`,
      `${texts.kinds.PERFORMANCE} ${format.number(scoreOf(one, "PERFORMANCE").score ?? 0)}`,
      one.reach && texts.reach[one.reach],
      one.minutes === null ? null : texts.minutes(format.number(one.minutes)),
      one.heavy && texts.heavy,
    ]
      .filter(Boolean)
      .join(" · ");
  const press = (event: KeyboardEvent<SVGSVGElement>): void =>
    goByArrows(
      event,
      ".v-matrix__point",
      points.findIndex(({ id }) => id === stop),
    );
  const said = points.find(({ id }) => id === chosen);
  const unknown = candidates.length - points.length;
  return (
    <figure className="v-matrix">
      <div className="v-matrix__words" aria-hidden>
        <span>{texts.quadrants.MEND}</span>
        <span>{texts.quadrants.KEEP}</span>
      </div>
      <svg
        ref={frame}
        className="v-matrix__picture"
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        role="group"
        aria-label={texts.picture}
        onKeyDown={press}
      >
        <g aria-hidden>
          <rect className="v-matrix__ground" x="1" y="1" width={WIDE - 2} height={HIGH - 2} rx="10" />
          <rect className="v-matrix__mend" x="1" y="1" width={WIDE / 2 - 1} height={HIGH / 2 - 1} rx="10" />
          <path className="v-matrix__cross" d={`M${WIDE / 2} 1V${HIGH - 1}M1 ${HIGH / 2}H${WIDE - 1}`} />
        </g>
        <g aria-hidden>
          {lies.map(({ x, y }, i) => {
            const { x: fromX, y: fromY } = at[i]!;
            if (!aside(at[i]!, lies[i]!)) return null;
            return <path key={points[i]!.id} className="v-matrix__from" d={`M${fromX} ${fromY}L${x} ${y}`} />;
          })}
        </g>
        {points.map((one, i) => {
          const { x, y, r } = lies[i]!;
          return (
            <g
              key={one.id}
              className="v-matrix__point"
              role="img"
              aria-label={words(one)}
              tabIndex={one.id === stop ? 0 : -1}
              onFocus={() => setChosen(one.id)}
              onPointerEnter={() => setChosen(one.id)}
              onClick={(event) => event.currentTarget.focus()}
            >
              {one.heavy ? (
                <rect className="v-matrix__mark" x={x - r} y={y - r} width={2 * r} height={2 * r} rx="3" />
              ) : (
                <circle className="v-matrix__mark" cx={x} cy={y} r={r} />
              )}
              <text x={x} y={y} dy=".35em" aria-hidden>
                {candidates.indexOf(one) + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="v-matrix__words" aria-hidden>
        <span>{texts.quadrants.LEAVE}</span>
        <span>{texts.quadrants.EASE}</span>
      </div>
      <p className="v-matrix__axes" aria-hidden>
        <span>↑ {texts.up}</span> <span>→ {texts.right}</span>
      </p>
      <p className="v-matrix__said" aria-hidden>
        {said ? words(said) : texts.pictureHint}
      </p>
      <ul className="v-matrix__legend">
        <li>{texts.legendReach}</li>
        <li>
          <svg width="18" height="18" aria-hidden>
            <rect className="v-matrix__mark" x="2" y="2" width="14" height="14" rx="2" />
          </svg>
          {texts.legendHeavy}
        </li>
        <li>
          <svg width="18" height="18" aria-hidden>
            <circle className="v-matrix__mark" cx="9" cy="9" r="7" />
          </svg>
          {texts.legendLight}
        </li>
        {at.some((one, i) => aside(one, lies[i]!)) && (
          <li>
            <svg width="18" height="18" aria-hidden>
              <path className="v-matrix__from" d="M1 17L17 1" />
            </svg>
            {texts.legendMoved}
          </li>
        )}
      </ul>
      {unknown > 0 && (
        <p className="v-matrix__axes">{texts.unknown(format.sentence(format.words(unknown)), unknown === 1)}</p>
      )}
    </figure>
  );
}
