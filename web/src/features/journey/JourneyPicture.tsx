import { layOutJourney, ribbonOutline, type JourneyNode, type JourneyWay } from "@varde/domain";
import { useId } from "react";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { classes } from "../../ui/classes";

/** Room for words: `wide` beside a desk, `narrow` on a phone, where numbers stand and the words follow in the table. */
const SIZES = {
  wide: { width: 960, body: 260, head: 52, gap: 34, bar: 8, last: 170, text: 15 },
  narrow: { width: 340, body: 260, head: 30, gap: 26, bar: 6, last: 34, text: 14 },
} as const;
const HEADS = ["WELCOME", "FIRST_MEETING", "PARTICIPATE", "CONTRIBUTE", "RENEW"] as const;
const SOURCE_ORDER = ["NEW", "CAME", "AGAIN", "OFTEN", "PAID", "STAYED"];

/** Ribbons from joining to where it stands: width is people, hatched is who did not come early. */
export function JourneyPicture({
  ways,
  label,
  size,
}: {
  ways: readonly JourneyWay[];
  label: string;
  size: keyof typeof SIZES;
}) {
  const texts = useAllTexts().journey;
  const format = useFormat();
  const id = useId();
  const { width, body, head, gap, bar, last, text } = SIZES[size];
  const people = ways.reduce((sum, { count }) => sum + count, 0);
  const { nodes, ribbons, columns, height } = layOutJourney(ways, body / Math.max(1, people), gap);
  const step = (width - last - bar) / (columns - 1);
  const x = (column: number): number => Math.round(column * step);
  const words = (node: JourneyNode): string =>
    size === "wide" ? `${format.number(node.count)} ${texts.nodes[node.key]}` : format.number(node.count);
  const heads = HEADS.slice(0, columns);
  return (
    <svg
      className={classes("v-journey__picture", `v-journey__picture--${size}`)}
      viewBox={`0 0 ${width} ${Math.ceil(head + height + 8)}`}
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="v-journey__hatch-ground" width="7" height="7" />
          <rect className="v-journey__hatch" width="1.6" height="7" />
        </pattern>
      </defs>
      {heads.map((stage, column) => (
        <text key={stage} x={x(column)} y={text} className="v-journey__head">
          {stage === "RENEW" ? "5 · 6" : column + 1}
          {size === "wide" && stage !== "RENEW" && ` ${texts.stages[stage]}`}
          {size === "wide" && stage === "RENEW" && ` ${texts.stages.RENEW}, ${texts.stages.FAREWELL.toLowerCase()}`}
        </text>
      ))}
      <g transform={`translate(0 ${head})`}>
        {ribbons.map((ribbon) => (
          <path
            key={ribbon.key}
            className="v-journey__ribbon"
            d={ribbonOutline(ribbon, x(ribbon.column), x(ribbon.column + 1))}
            {...(ribbon.lane === "NOT" && { fill: `url(#${id})`, "data-hatched": "" })}
          />
        ))}
        {nodes.map((node) => (
          <rect
            key={`${node.key}/${node.column}`}
            className="v-journey__node"
            data-left={node.key === "LEFT" ? "" : undefined}
            x={x(node.column)}
            y={node.y}
            width={bar}
            height={Math.max(2, node.height)}
            rx="2"
          />
        ))}
        {nodes.map((node) => (
          <text
            key={`${node.key}/${node.column}/word`}
            className="v-journey__word"
            data-strong={SOURCE_ORDER.includes(node.key) ? "" : undefined}
            x={x(node.column) + bar + 6}
            y={node.y + Math.max(node.height / 2, 4) + text / 3}
          >
            {words(node)}
          </text>
        ))}
      </g>
    </svg>
  );
}
