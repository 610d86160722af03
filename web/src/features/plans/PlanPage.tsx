import { isPlanYear, osloDate } from "@varde/domain";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useActionPlanPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useCan } from "../../app/viewer";
import { useAllTexts, useTexts } from "../../texts";
import { EmptyState, ErrorState, Page, Select, Skeleton } from "../../ui";
import { PlanView } from "./PlanView";
import { StartPlan } from "./StartPlan";
import "./plans.css";

/** The chapter's action plan of a year: its board writes it, its mentor reads it. */
export function Component() {
  const texts = useAllTexts().plans;
  const toYear = useTexts().app.more.year;
  const write = useCan("PLAN_WRITE");
  const navigate = useNavigate();
  const { year: asked } = useParams();
  const [today] = useState(() => osloDate(new Date()));
  const thisYear = Number(today.slice(0, 4));
  const year = /^20\d\d$/.test(asked ?? "") ? Number(asked) : thisYear;
  const [{ data, error, fetching }, reload] = useActionPlanPageQuery({
    variables: { year, write },
    requestPolicy: "cache-and-network",
  });
  const refresh = (): void => reload({ requestPolicy: "network-only" });
  const failure = errorOf(error);
  if (!data) {
    if (!failure) return <Skeleton of="page" />;
    return (
      <Page title={texts.title(year)} crumb={<Link to="/aret">{toYear}</Link>}>
        <ErrorState {...failure} busy={fetching} onRetry={refresh} />
      </Page>
    );
  }
  const years = [...new Set([...data.actionPlanYears.map((one) => one.year), year, thisYear, thisYear + 1])];
  const chooser = (
    <>
      <Link to="/aret">{toYear}</Link>
      <div className="v-plan-years">
        <Select
          hideLabel
          label={texts.year}
          value={String(year)}
          options={years.sort((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(to) => void navigate(`/handlingsplan/${to}`)}
        />
      </div>
    </>
  );
  if (data.actionPlan)
    return (
      <PlanView
        key={year}
        fetched={data.actionPlan}
        choices={{
          goals: data.strategyGoals,
          templates: data.planChoices?.templates ?? [],
          seats: data.planChoices?.seats ?? [],
        }}
        crumb={chooser}
        today={today}
        onRefresh={refresh}
      />
    );
  return (
    <Page title={texts.title(year)} crumb={chooser}>
      {write && isPlanYear(year, today) ? (
        <StartPlan
          key={year}
          year={year}
          hasBefore={data.actionPlanYears.some((one) => one.year === year - 1)}
          hasTemplate={data.planTemplate != null}
          onStarted={refresh}
        />
      ) : (
        <EmptyState title={texts.none(year)}>{texts.noneBody}</EmptyState>
      )}
    </Page>
  );
}
