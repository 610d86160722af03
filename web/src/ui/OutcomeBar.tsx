import { useId } from "react";
import { useFormat } from "../app/format";
import { useTexts } from "../texts";
import { outcomeSegments, type Outcome } from "./outcome-segments";
import { OutcomePatterns } from "./OutcomePatterns";
import "./outcome-bar.css";

type OutcomeBarProps = {
  outcome: Outcome;
  /** What is measured, spoken before the counts. */
  label?: string;
  /** `large` alone on a card, `medium` under a number, `small` in a table row. */
  size?: "large" | "medium" | "small";
};

/** On time | late | missed | taken over as one whole, in true proportions. Words and numbers stand beside it; it is read aloud whole. */
export function OutcomeBar({ outcome, label, size = "medium" }: OutcomeBarProps) {
  const id = useId();
  const texts = useTexts().ui.outcome;
  const format = useFormat();
  const segments = outcomeSegments(outcome);
  const counts =
    segments === null
      ? texts.hidden
      : segments.length === 0
        ? texts.none
        : segments.map((one) => texts.part(format.number(one.count), texts[one.part])).join(", ");
  const spoken = label ? `${label}: ${counts}` : counts;
  if (segments === null || segments.length === 0) {
    return (
      <div
        className={`v-outcome v-outcome--${size} v-outcome--${segments === null ? "hidden" : "none"}`}
        role="img"
        aria-label={spoken}
      />
    );
  }
  return (
    <div className={`v-outcome v-outcome--${size}`} role="img" aria-label={spoken}>
      <OutcomePatterns id={id} coarse={size === "large"} />
      {segments.map(({ part, count }) => (
        <svg key={part} className={`v-outcome__part v-outcome__part--${part}`} style={{ flexGrow: count }} aria-hidden>
          <rect width="100%" height="100%" fill={part === "onTime" ? "var(--v-on-time-fill)" : `url(#${id}-${part})`} />
        </svg>
      ))}
    </div>
  );
}
