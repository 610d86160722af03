import { isPlanYear, osloDate, readPlanTable } from "@varde/domain";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useImportPlanPageQuery } from "../../../../../graphql/generated/hooks";
import { errorOf } from "../../../app/errors";
import { useCan, useViewer } from "../../../app/viewer";
import { useAllTexts } from "../../../texts";
import { Alert, ButtonLink, EmptyState, ErrorState, Page, Skeleton, Stack } from "../../../ui";
import { ReadingCard } from "./ReadingCard";
import { ReadPlan } from "./ReadPlan";
import { SaveCard } from "./SaveCard";
import { SourceCard } from "./SourceCard";
import { takenText } from "./taken-text";
import { usePlanImport } from "./usePlanImport";
import "../plans.css";
import "./import.css";

/** Takes in the plan that a chapter has: pasted or a file, looked at, and then saved. */
export function Component() {
  const all = useAllTexts();
  const texts = all.planImport;
  const { seat } = useViewer();
  const writes = useCan("PLAN_WRITE");
  const { year: asked } = useParams();
  const [today] = useState(() => osloDate(new Date()));
  const year = /^20\d\d$/.test(asked ?? "") ? Number(asked) : Number(today.slice(0, 4));
  const crumb = <Link to={`/handlingsplan/${year}`}>{all.plans.title(year)}</Link>;
  return (
    <Page title={texts.title(year)} crumb={crumb} {...(writes && { lead: texts.lead })}>
      {writes ? (
        <Import key={`${seat.id} ${year}`} seatId={seat.id} year={year} today={today} />
      ) : (
        <EmptyState title={texts.boardOnly} />
      )}
    </Page>
  );
}

function Import({ seatId, year, today }: { seatId: string; year: number; today: string }) {
  const all = useAllTexts();
  const texts = all.planImport;
  const navigate = useNavigate();
  const took = usePlanImport(seatId, year);
  const { pieces, chosen } = took.paste;
  const [{ data, error, fetching }, reload] = useImportPlanPageQuery({
    variables: { year },
    requestPolicy: "cache-and-network",
  });
  const refresh = (): void => reload({ requestPolicy: "network-only" });
  const failure = errorOf(error);
  const plan = data?.actionPlan ?? null;
  const back = `/handlingsplan/${year}`;
  const reading = pieces && readPlanTable(pieces, chosen);
  const text = reading && reading.problem === null ? takenText(reading.text, plan) : null;
  const saved = (): void => {
    took.clear();
    void navigate(back);
  };
  const toPlan = <ButtonLink to={back}>{texts.toPlan}</ButtonLink>;
  // what is said of the plan stands over the form: it comes with it, not after it
  if (!data && !failure && !pieces) return <Skeleton of="cards" count={1} />;
  return (
    <Stack>
      {plan?.state === "ADOPTED" && (
        <Alert tone="warn" title={texts.adopted(year)} action={toPlan}>
          {texts.adoptedBody}
        </Alert>
      )}
      {data && !plan && !isPlanYear(year, today) && <Alert tone="warn">{texts.otherYear}</Alert>}
      <SourceCard took={took} />
      {reading && <ReadingCard reading={reading} pieces={pieces} onChoose={took.choose} />}
      {text && <ReadPlan text={text} year={year} />}
      {text && data && plan?.state !== "ADOPTED" && (plan || isPlanYear(year, today)) && (
        <SaveCard year={year} plan={plan} text={text} onSaved={saved} onRefresh={refresh} />
      )}
      {text && !data && !failure && <Skeleton of="text" />}
      {text && !data && failure && (
        <>
          <Alert tone="info">{texts.savedLater}</Alert>
          <ErrorState {...failure} busy={fetching} onRetry={refresh} />
        </>
      )}
    </Stack>
  );
}
