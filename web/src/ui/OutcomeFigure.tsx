import { useState, type ReactNode } from "react";
import { useFormat } from "../app/format";
import { useTexts } from "../texts";
import { HiddenCell } from "./HiddenCell";
import { Legend } from "./Legend";
import { outcomeSegments, type Outcome } from "./outcome-segments";
import { OutcomeBar } from "./OutcomeBar";
import { StatusWord } from "./StatusWord";
import "./outcome-figure.css";

const STATUS = { onTime: "DONE_ON_TIME", late: "DONE_LATE", missed: "MISSED", takenOver: "TAKEN_OVER" } as const;

type OutcomeFigureProps = {
  outcome: Outcome;
  /** What is counted, spoken with the bar and the caption of its table. */
  label: string;
  /** `words` («● 9 i tide») on the phone and for one chapter, `legend` (swatches) over a table of bars. */
  keyed?: "words" | "legend";
  /** Beside or under the bar: what is open, what is hidden. */
  note?: ReactNode;
};

/** The bar with its words and its table behind «Som tabell». */
export function OutcomeFigure({ outcome, label, keyed = "words", note }: OutcomeFigureProps) {
  const [asTable, setAsTable] = useState(false);
  const texts = useTexts().ui.outcome;
  const format = useFormat();
  const segments = outcomeSegments(outcome) ?? [];
  const rows = [
    { part: "onTime", count: outcome.onTime },
    ...(outcome.joined !== undefined && outcome.late === null
      ? [{ part: "joined", count: outcome.joined } as const]
      : ([
          { part: "late", count: outcome.late },
          { part: "missed", count: outcome.missed },
        ] as const)),
    ...(outcome.takenOver ? [{ part: "takenOver", count: outcome.takenOver } as const] : []),
  ] as const;
  return (
    <figure className="v-outcome-figure">
      {asTable ? (
        <table className="v-outcome-figure__table">
          <caption className="v-hidden">{label}</caption>
          <thead className="v-hidden">
            <tr>
              <th scope="col">{texts.outcome}</th>
              <th scope="col">{texts.count}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ part, count }) => (
              <tr key={part}>
                <th scope="row">{texts[part]}</th>
                <td>{count === null ? <HiddenCell /> : format.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <>
          <OutcomeBar outcome={outcome} label={label} size="large" />
          {keyed === "words" && (
            <ul className="v-outcome-figure__words" aria-hidden>
              {segments.map(({ part, count }) => (
                <li key={part}>
                  {part === "joined" ? (
                    <Legend entries={[{ part, count: format.number(count) }]} />
                  ) : (
                    <StatusWord status={STATUS[part]}>{texts.part(format.number(count), texts[part])}</StatusWord>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <figcaption className="v-outcome-figure__foot">
        {keyed === "legend" && !asTable && (
          <Legend entries={segments.map(({ part, count }) => ({ part, count: format.number(count) }))} />
        )}
        <span className="v-outcome-figure__note">{note}</span>
        <button type="button" className="v-text-button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? texts.asChart : texts.asTable}
        </button>
      </figcaption>
    </figure>
  );
}
