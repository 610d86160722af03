import type { PlanRowText, PlanText } from "@varde/domain";
import { useState } from "react";
import { useActionPlanVersionQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Button, Card, Dialog, ErrorState, Skeleton } from "../../ui";
import type { Plan } from "./plan";
import { PlanChanges } from "./PlanChanges";
import { PlanFiles } from "./PlanFiles";

type Asked = { number: number | null; since: number | null };

/** What was adopted, the newest first, to be read as it was. */
export function VersionsCard({ plan }: { plan: Plan }) {
  const { plans: all, planImport } = useAllTexts();
  const texts = all.versions;
  const format = useFormat();
  const [asked, setAsked] = useState<Asked | null>(null);
  const newest = plan.versions[0]?.number;
  return (
    <Card title={texts.title}>
      {plan.state === "CHANGING" && newest && (
        <Button variant="quiet" onClick={() => setAsked({ number: null, since: newest })}>
          {texts.changedSince(newest)}
        </Button>
      )}
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
              <Button variant="quiet" onClick={() => setAsked({ number, since: null })}>
                {texts.read(number)}
              </Button>
              {number > 1 && (
                <Button variant="quiet" onClick={() => setAsked({ number, since: number - 1 })}>
                  {texts.changedSince(number - 1)}
                </Button>
              )}
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
      {asked && <VersionDialog plan={plan} asked={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}

type Words = Omit<PlanText, "rows"> & { rows: readonly PlanRowText[] };
const whole = ({ title, intro, rows, closing }: Words): PlanText => ({ title, intro, rows: [...rows], closing });

type VersionDialogProps = { plan: Plan; asked: Asked; onClose: () => void };

/** A version as it was adopted, or what differs from the one before it; `number` null is what is written now. */
function VersionDialog({ plan, asked: { number, since }, onClose }: VersionDialogProps) {
  const all = useAllTexts().plans;
  const texts = all.versions;
  const planId = plan.id;
  const [read, reload] = useActionPlanVersionQuery({
    variables: { planId, number: number ?? 1 },
    pause: number === null,
  });
  const [earlier, reloadEarlier] = useActionPlanVersionQuery({
    variables: { planId, number: since ?? 1 },
    pause: since === null,
  });
  const failure = errorOf(read.error ?? earlier.error);
  const text = number === null ? plan : read.data?.actionPlanVersion;
  const before = since === null ? null : earlier.data?.actionPlanVersion;
  const isThere = text && before !== undefined;
  const again = (): void => {
    if (number !== null) reload({ requestPolicy: "network-only" });
    if (since !== null) reloadEarlier({ requestPolicy: "network-only" });
  };
  const title = since === null ? texts.one(number ?? 1) : texts.changedSince(since);
  return (
    <Dialog open title={title} onClose={onClose}>
      {failure && <ErrorState {...failure} busy={read.fetching || earlier.fetching} onRetry={again} />}
      {!isThere && !failure && <Skeleton of="text" />}
      {isThere && (
        <div className="v-plan__form">
          {before ? <PlanChanges before={whole(before)} after={whole(text)} /> : <WholeVersion text={text} />}
        </div>
      )}
    </Dialog>
  );
}

function WholeVersion({ text }: { text: Words }) {
  const all = useAllTexts().plans;
  return (
    <>
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
    </>
  );
}
