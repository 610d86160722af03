/** The parts of an outcome bar. `joined` is late and missed together, where they may not be told apart; `takenOver` was done by national. */
export type OutcomePart = "onTime" | "late" | "missed" | "joined" | "takenOver";

/** Hatching, so that print and colour-blind eyes read the parts. `coarse`: for large bars, where missed is cross-hatched. */
export function OutcomePatterns({ id, coarse }: { id: string; coarse: boolean }) {
  const late = coarse ? 8 : 6;
  const missed = coarse ? 7 : 4.5;
  return (
    <svg className="v-outcome__defs" width="0" height="0" aria-hidden>
      <defs>
        <pattern
          id={`${id}-late`}
          width={late}
          height={late}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={late} height={late} fill="var(--v-late-ground)" />
          <rect width={coarse ? 2.5 : 1.8} height={late} fill="var(--v-late-line)" />
        </pattern>
        <pattern
          id={`${id}-missed`}
          width={missed}
          height={missed}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect width={missed} height={missed} fill="var(--v-missed-ground)" />
          <rect width={coarse ? 1.75 : 1.3} height={missed} fill="var(--v-missed-line)" />
          {coarse && <rect width={missed} height="1.75" fill="var(--v-missed-line)" />}
        </pattern>
        <pattern id={`${id}-takenOver`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="var(--v-taken-over-ground)" />
          <rect x="1.75" width="1.5" height="5" fill="var(--v-taken-over-line)" />
        </pattern>
        <pattern id={`${id}-joined`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="var(--v-joined-ground)" />
          <circle cx="2.5" cy="2.5" r="0.9" fill="var(--v-joined-line)" />
        </pattern>
      </defs>
    </svg>
  );
}
