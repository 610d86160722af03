import { gridOf, isNamed, weekNumber } from "./week-grid";
import "./week-bars.css";

type WeekBarsProps = {
  weeks: readonly { week: string; n: number }[];
  peak: { week: string; n: number } | null;
  /** Spoken in place of the picture. */
  label: string;
  /** «uke 14» of a week's number. */
  weekWord: (number: string) => string;
  number: (n: number) => string;
  /** Alone on a page rather than in a panel. */
  wide?: boolean;
};

const HEIGHT = 128;
const TOP = 26;
const FOOT = 22;
const RIGHT = 34;

/** A bar a week; only the fullest is dark and labelled. Lines at the right say how many. */
export function WeekBars({ weeks, peak, label, weekWord, number, wide }: WeekBarsProps) {
  const width = wide ? 640 : 320;
  const inner = width - RIGHT;
  const grid = gridOf(Math.max(1, peak?.n ?? 0));
  const most = grid.at(-1) ?? 1;
  const step = inner / Math.max(1, weeks.length);
  const y = (n: number): number => TOP + HEIGHT * (1 - n / most);
  const at = peak ? weeks.findIndex(({ week }) => week === peak.week) : -1;
  const ticks = weeks.flatMap(({ week }, i) => (isNamed(week, i) ? [{ week, i }] : []));
  const labelX = Math.min(inner - 34, Math.max(34, (at + 0.5) * step));
  return (
    <svg className="v-weeks" viewBox={`0 0 ${width} ${TOP + HEIGHT + FOOT}`} role="img" aria-label={label}>
      {grid.map((n) => (
        <g key={n}>
          <line className="v-weeks__line" x1="0" x2={inner} y1={y(n)} y2={y(n)} />
          <text className="v-weeks__word" x={inner + 6} y={y(n) + 4}>
            {number(n)}
          </text>
        </g>
      ))}
      {weeks.map(({ week, n }, i) => (
        <rect
          key={week}
          className="v-weeks__bar"
          data-peak={i === at ? "" : undefined}
          x={i * step + step * 0.14}
          width={step * 0.72}
          y={y(n)}
          height={TOP + HEIGHT - y(n)}
        />
      ))}
      <line className="v-weeks__base" x1="0" x2={inner} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
      {peak && at >= 0 && (
        <text className="v-weeks__peak" x={labelX} y={y(peak.n) - 7} textAnchor="middle">
          {`${weekWord(weekNumber(peak.week))}: ${number(peak.n)}`}
        </text>
      )}
      {ticks.map(({ week, i }) => (
        <text
          key={week}
          className="v-weeks__word"
          x={i === 0 ? 0 : Math.min((i + 0.5) * step, inner - 8)}
          y={TOP + HEIGHT + 16}
          textAnchor={i === 0 ? "start" : "middle"}
        >
          {i === 0 ? weekWord(weekNumber(week)) : weekNumber(week)}
        </text>
      ))}
    </svg>
  );
}
