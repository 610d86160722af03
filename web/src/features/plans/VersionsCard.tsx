import { useState } from "react";
import { useActionPlanVersionQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Button, Card, Dialog, ErrorState, Skeleton } from "../../ui";
import type { Plan } from "./plan";
import { PlanFiles } from "./PlanFiles";

/** What was adopted, the newest first, to be read as it was. */
export function VersionsCard({ plan }: { plan: Plan }) {
  const { plans: all, planImport } = useAllTexts();
  const texts = all.versions;
  const format = useFormat();
  const [reading, setReading] = useState<number | null>(null);
  return (
    <Card title={texts.title}>
      <ul className="v-plan__versions">
        {plan.versions.map(({ number, adoption, reason, hash }) => (
          <li key={number}>
            <p>
              <strong>{texts.one(number)}</strong>{" "}
              {texts.facts(all.adopters[adoption.by], adoption.place, format.date(adoption.on))}
            </p>
            {reason && <p>{texts.reason(reason)}</p>}
            <p className="v-plan__line">{texts.hash(hash.slice(0, 12))}</p>
            <div className="v-plan__buttons">
              <Button variant="quiet" onClick={() => setReading(number)}>
                {texts.read(number)}
              </Button>
              <PlanFiles
                quiet
                planId={plan.id}
                number={number}
                names={{
                  PDF: planImport.print.version(number, "PDF"),
                  DOCX: planImport.print.version(number, "Word"),
                }}
              />
            </div>
          </li>
        ))}
      </ul>
      {reading !== null && <VersionDialog planId={plan.id} number={reading} onClose={() => setReading(null)} />}
    </Card>
  );
}

function VersionDialog({ planId, number, onClose }: { planId: string; number: number; onClose: () => void }) {
  const all = useAllTexts().plans;
  const [{ data, error, fetching }, reload] = useActionPlanVersionQuery({ variables: { planId, number } });
  const failure = errorOf(error);
  const text = data?.actionPlanVersion;
  return (
    <Dialog open title={all.versions.one(number)} onClose={onClose}>
      {failure && <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />}
      {!text && !failure && <Skeleton of="text" />}
      {text && (
        <div className="v-plan__form">
          <p>
            <strong>{text.title}</strong>
          </p>
          <p className="v-plan__text">{text.intro}</p>
          {text.rows.map((row) => (
            <section key={`${row.nr} ${row.activity}`}>
              <h3>
                {row.nr} {row.activity}
              </h3>
              {(["aim", "measures", "resultAim"] as const).map(
                (key) =>
                  row[key] && (
                    <p key={key} className="v-plan__text">
                      <strong>{all.columns[key]}:</strong> {row[key]}
                    </p>
                  ),
              )}
            </section>
          ))}
          <p className="v-plan__text">{text.closing}</p>
        </div>
      )}
    </Dialog>
  );
}
