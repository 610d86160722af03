import { daysBetween } from "@varde/domain";
import type { MemberGoalCard_ProgressFragment } from "../../../../../graphql/generated/graphql";

type MemberLineProps = {
  progress: MemberGoalCard_ProgressFragment;
  /** Spoken in place of the picture. */
  label: string;
  /** «mål 3 900», on the line of the goal. */
  aim: string;
};

const WIDTH = 320;
const TOP = 22;
const HEIGHT = 96;
const FOOT = 20;
const SIDE = 8;

/** From the start to the goal's day: what has been as a line with a dot a quarter, where it is heading as dashes, the goal as a ring. */
export function MemberLine({ progress, label, aim }: MemberLineProps) {
  const { goal, points, now, forecast } = progress;
  const known = points.flatMap(({ on, members }) => (members === null ? [] : [{ on, members: members! }]));
  const started = { on: goal.startOn, members: goal.startMembers };
  // numbers from before the goal was set show where it came from
  const dots = [...known, ...(known.some(({ on }) => on <= started.on) ? [] : [started])].toSorted((a, b) =>
    a.on.localeCompare(b.on),
  );
  const from = dots[0]!.on;
  const last = dots.at(-1)!.on > goal.on ? dots.at(-1)!.on : goal.on;
  const most = Math.max(goal.members, forecast ?? 0, ...dots.map(({ members }) => members)) * 1.08;
  const days = Math.max(1, daysBetween(from, last));
  const x = (on: string): number => SIDE + ((WIDTH - 2 * SIDE) * daysBetween(from, on)) / days;
  const y = (members: number): number => TOP + HEIGHT * (1 - members / most);
  const years = Array.from(
    { length: Number(last.slice(0, 4)) - Number(from.slice(0, 4)) },
    (_, i) => Number(from.slice(0, 4)) + i + 1,
  );
  const every = Math.ceil(years.length / 6);
  return (
    <svg className="v-national__figure" viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + FOOT}`} role="img" aria-label={label}>
      <line className="v-national__base" x1="0" x2={WIDTH} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
      <line className="v-national__aim" x1={SIDE} x2={x(goal.on)} y1={y(goal.members)} y2={y(goal.members)} />
      <text className="v-national__word" x={SIDE} y={y(goal.members) - 6}>
        {aim}
      </text>
      {years.map(
        (year, i) =>
          i % every === 0 && (
            <text
              key={year}
              className="v-national__word"
              x={x(`${year}-01-01`)}
              y={TOP + HEIGHT + 15}
              textAnchor="middle"
            >
              {year}
            </text>
          ),
      )}
      <polyline
        className="v-national__way"
        points={dots.map(({ on, members }) => `${x(on)},${y(members)}`).join(" ")}
      />
      {now && forecast !== null && (
        <line className="v-national__ahead" x1={x(now.on)} y1={y(now.members!)} x2={x(goal.on)} y2={y(forecast!)} />
      )}
      {dots.map(({ on, members }) => (
        <circle key={on} className="v-national__dot" cx={x(on)} cy={y(members)} r="3" />
      ))}
      <circle className="v-national__ring" cx={x(goal.on)} cy={y(goal.members)} r="5" />
    </svg>
  );
}
