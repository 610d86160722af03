import { useId, type ReactNode } from "react";
import { useTexts } from "../texts";
import { OutcomePatterns, type OutcomePart } from "./OutcomePatterns";
import "./legend.css";

type Entry = { part: OutcomePart; count?: ReactNode };

/** Only what is drawn: the swatch as in the chart, the word, and the count when there is one. */
export function Legend({ entries }: { entries: readonly Entry[] }) {
  const id = useId();
  const texts = useTexts().ui.outcome;
  return (
    <ul className="v-legend">
      {entries.map(({ part, count }, index) => (
        <li key={part} className="v-legend__entry">
          {index === 0 && <OutcomePatterns id={id} coarse={false} />}
          <svg className={`v-legend__swatch v-outcome__part--${part}`} width="1.375rem" height="0.75rem" aria-hidden>
            <rect
              width="100%"
              height="100%"
              fill={part === "onTime" ? "var(--v-on-time-fill)" : `url(#${id}-${part})`}
            />
          </svg>
          <span>
            {texts[part]}
            {count !== undefined && <strong> {count}</strong>}
          </span>
        </li>
      ))}
    </ul>
  );
}
