import { WHEEL_MARKS } from "@varde/domain";
import type { YearEntryKind, YearState } from "../../../../graphql/generated/graphql";

/** The shape of a kind; filled when it is done or has been, broken when it has not begun. */
export function KindMark({ kind, state }: { kind: YearEntryKind; state: YearState }) {
  return (
    <svg
      className="v-year__mark"
      data-kind={kind}
      data-state={state}
      viewBox="-11 -11 22 22"
      width="22"
      height="22"
      aria-hidden
    >
      {kind === "HOLIDAY" ? (
        <rect x="-9" y="-4" width="18" height="8" rx="4" />
      ) : (
        <path d={WHEEL_MARKS[kind]} transform="scale(1.15)" />
      )}
    </svg>
  );
}
