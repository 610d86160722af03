import type { PlanText } from "@varde/domain";
import { useAllTexts } from "../../../texts";
import { Card } from "../../../ui";

const CELLS = ["aim", "measures", "resultAim"] as const;

/** A plan as it will be: five columns at the desk, a card a row on the phone. */
export function ReadPlan({ text, year }: { text: PlanText; year: number }) {
  const { plans, planImport: texts } = useAllTexts();
  // rows that are read have no id, and two may say the same
  const rows = text.rows.map((row, i) => ({ key: String(i), row }));
  return (
    <Card title={text.title || plans.title(year)} lead={texts.preview}>
      {text.intro && <p className="v-plan__text">{text.intro}</p>}
      <div className="v-plan-read">
        <div className="v-plan__head" aria-hidden>
          <span className="v-plan-read__name">
            <span>{plans.columns.nr}</span>
            <span>{plans.columns.activity}</span>
          </span>
          {CELLS.map((key) => (
            <span key={key}>{plans.columns[key]}</span>
          ))}
        </div>
        <ol className="v-plan__rows">
          {rows.map(({ key: place, row }) => (
            <li key={place} className="v-plan__row">
              <div className="v-plan__cells">
                <h3 className="v-plan__name v-plan-read__name">
                  <span className="v-plan__nr">{row.nr}</span> <span>{row.activity || texts.noActivity}</span>
                </h3>
                {CELLS.map((key) => (
                  <div className="v-plan__cell" key={key} data-empty={row[key] ? undefined : ""}>
                    <p className="v-plan__label">{plans.columns[key]}</p>
                    <p className="v-plan__text">{row[key] || <span className="v-plan__empty">{plans.empty}</span>}</p>
                  </div>
                ))}
              </div>
            </li>
          ))}
        </ol>
      </div>
      {text.closing && <p className="v-plan__text">{text.closing}</p>}
    </Card>
  );
}
