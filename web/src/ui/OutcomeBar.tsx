import { useId } from "react";
import { useFormat } from "../app/format";
import { useTexts } from "../texts";
import { OutcomePatterns, type OutcomePart } from "./OutcomePatterns";
import "./outcome-bar.css";

/**
 * Counts behind one 100 % bar. `null` is a hidden number. When `late` and `missed` are hidden, `joined` is their sum, or
 * null when that is hidden too: then the whole row is.
 */
export type Outcome = { onTime: number | null; late: number | null; missed: number | null; joined?: number | null };

export type OutcomeSegment = { part: OutcomePart; count: number };

/** The segments to draw, without empty ones; null when a part cannot be shown, so that the proportions would be untrue. */
export function outcomeSegments({ onTime, late, missed, joined = null }: Outcome): OutcomeSegment[] | null {
  if (onTime === null) return null;
  const rest: OutcomeSegment[] | null =
    late !== null && missed !== null
      ? [
          { part: "late", count: late },
          { part: "missed", count: missed },
        ]
      : joined === null
        ? null
        : [{ part: "joined", count: joined }];
  if (rest === null) return null;
  return [{ part: "onTime" as const, count: onTime }, ...rest].filter((segment) => segment.count > 0);
}

type OutcomeBarProps = {
  outcome: Outcome;
  /** What is measured, spoken before the counts. */
  label?: string;
  /** `large` alone on a card, `medium` under a number, `small` in a table row. */
  size?: "large" | "medium" | "small";
};

/** On time | late | missed as one whole, in true proportions. Words and numbers stand beside it; it is read aloud whole. */
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
