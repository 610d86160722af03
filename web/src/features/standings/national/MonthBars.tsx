import { useFormat } from "../../../app/format";

type MonthBarsProps = {
  /** `month` as `YYYY-MM`, `n` in hours. */
  months: readonly { month: string; n: number }[];
  cap: number;
  /** Spoken in place of the picture. */
  label: string;
  capMark: string;
};

const WIDTH = 320;
const TOP = 16;
const HEIGHT = 96;
const FOOT = 20;
const RIGHT = 40;

/** A bar a month and the cap as a dashed line; the numbers stand in the words above and the table below. */
export function MonthBars({ months, cap, label, capMark }: MonthBarsProps) {
  const format = useFormat();
  const inner = WIDTH - RIGHT;
  const most = Math.max(cap, ...months.map(({ n }) => n)) * 1.05;
  const worst = Math.max(...months.map(({ n }) => n));
  const step = inner / months.length;
  const y = (n: number): number => TOP + HEIGHT * (1 - n / most);
  return (
    <svg className="v-national__figure" viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + FOOT}`} role="img" aria-label={label}>
      {months.map(({ month, n }, i) => (
        <rect
          key={month}
          className="v-national__bar"
          data-most={n === worst ? "" : undefined}
          x={i * step + step * 0.16}
          width={step * 0.68}
          y={y(n)}
          height={TOP + HEIGHT - y(n)}
        />
      ))}
      <line className="v-national__base" x1="0" x2={inner} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
      <line className="v-national__aim" x1="0" x2={inner} y1={y(cap)} y2={y(cap)} />
      <text className="v-national__word" x={inner + 6} y={y(cap) + 4}>
        {capMark}
      </text>
      {months.map(
        ({ month }, i) =>
          i % 2 === 0 && (
            <text
              key={month}
              className="v-national__word"
              x={(i + 0.5) * step}
              y={TOP + HEIGHT + 15}
              textAnchor="middle"
            >
              {format.month(`${month}-01`).slice(0, 3)}
            </text>
          ),
      )}
    </svg>
  );
}
