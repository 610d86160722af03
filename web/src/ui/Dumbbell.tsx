import "./dumbbell.css";

type DumbbellProps = { before: number; after: number; cap: number; max: number };

/** The scale all rows of a table share: up to an hour above the cap and above the largest. */
export const dumbbellMax = (values: readonly number[], cap: number): number =>
  Math.max(cap + 1, Math.ceil(Math.max(0, ...values)));

/**
 * Before ○ and after ● of one row, △ where after is above the cap; the cap is a dashed upright that runs through the rows. The numbers
 * stand beside it, so it is not read aloud.
 */
export function Dumbbell({ before, after, cap, max }: DumbbellProps) {
  const at = (value: number): string => `${(100 * value) / max}%`;
  const over = after > cap;
  return (
    <svg className="v-dumbbell" data-over={over ? "" : undefined} aria-hidden>
      <line className="v-dumbbell__track" x1="0" x2="100%" y1="50%" y2="50%" />
      <line className="v-dumbbell__cap" x1={at(cap)} x2={at(cap)} y1="0" y2="100%" />
      <line className="v-dumbbell__bar" x1={at(before)} x2={at(after)} y1="50%" y2="50%" />
      <circle className="v-dumbbell__before" cx={at(before)} cy="50%" r="5" />
      {over ? (
        <svg x={at(after)} y="50%" overflow="visible">
          <path className="v-dumbbell__over" d="M0 -7.5 L7.5 6 L-7.5 6 Z" />
        </svg>
      ) : (
        <circle className="v-dumbbell__after" cx={at(after)} cy="50%" r="5" />
      )}
    </svg>
  );
}
