import { Link, useSearchParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { PlanView_PlanFragmentDoc } from "../../../../graphql/generated/graphql";
import { useComparePlansPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card, Chips, EmptyState, ErrorState, Page, Skeleton, Tag } from "../../ui";
import { GoalsBeside } from "./GoalsBeside";
import { MOST_COMPARED, unwrapped, useRowWords, useThisYear, type Plan } from "./plan";
import "./plans.css";

/** One to twelve chapters' plans of a year beside each other, goal by goal or whole; on the phone one under another. */
export function Component() {
  const texts = useAllTexts().plans;
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get("aar"));
  const thisYear = useThisYear();
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : thisYear;
  const chapterIds = (params.get("lag") ?? "").split(",").filter(Boolean).slice(0, MOST_COMPARED);
  const [{ data, error, fetching }, reload] = useComparePlansPageQuery({ variables: { year, chapterIds } });
  const crumb = <Link to={`/handlingsplaner?aar=${year}`}>{texts.compare.back}</Link>;
  const failure = errorOf(error);
  if (!data) {
    if (!failure) return <Skeleton of="page" />;
    return (
      <Page title={texts.crumb} crumb={crumb}>
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      </Page>
    );
  }
  const plans = data.comparePlans.map((one) => unwrapped(readFragment(PlanView_PlanFragmentDoc, one)));
  const goals = data.strategyGoals;
  const byGoal = goals.length > 0 && plans.length > 1 && params.get("vis") !== "planer";
  return (
    <Page title={plans.length === 0 ? texts.compare.unchosen : texts.compare.title(plans.length)} crumb={crumb}>
      {goals.length > 0 && plans.length > 1 && (
        <Chips
          hideLabel
          label={texts.compare.how}
          value={byGoal ? "maal" : "planer"}
          options={[
            { value: "maal", label: texts.compare.byGoal },
            { value: "planer", label: texts.compare.byText },
          ]}
          onChange={(to) =>
            setParams(
              (was) => {
                const next = new URLSearchParams(was);
                next.set("vis", to);
                return next;
              },
              { replace: true, preventScrollReset: true },
            )
          }
        />
      )}
      {plans.length === 0 ? (
        <EmptyState
          title={chapterIds.length === 0 ? texts.compare.choose : texts.compare.none}
          action={<ButtonLink to={`/handlingsplaner?aar=${year}`}>{texts.compare.toList}</ButtonLink>}
        >
          {chapterIds.length === 0 && texts.compare.chooseBody}
        </EmptyState>
      ) : byGoal ? (
        <GoalsBeside goals={goals} plans={plans} />
      ) : (
        <div className="v-plans-beside">
          {plans.map((plan) => (
            <OnePlan key={plan.id} plan={plan} />
          ))}
        </div>
      )}
    </Page>
  );
}

function OnePlan({ plan }: { plan: Plan }) {
  const texts = useAllTexts().plans;
  const format = useFormat();
  const words = useRowWords();
  const { adoption } = plan;
  return (
    <Card title={plan.chapter.shortName}>
      <p>
        <Tag tone={plan.state === "ADOPTED" ? "good" : "plain"}>{texts.states[plan.state]}</Tag>
        {adoption && ` ${format.date(adoption.on)}`}
      </p>
      {plan.rows.map((row) => (
        <section key={row.id}>
          <h3>
            {row.nr} {row.activity || texts.newRow}
          </h3>
          {(["aim", "measures", "resultAim"] as const).map(
            (key) =>
              row[key] && (
                <p key={key} className="v-plan__text">
                  <strong>{texts.columns[key]}:</strong> {row[key]}
                </p>
              ),
          )}
          <p className="v-plan__line">
            {[texts.statuses[row.status], words.progress(row), words.due(row)].filter(Boolean).join(" · ")}
          </p>
          {row.goalText && <p className="v-plan__line">{texts.goal(row.goalText)}</p>}
        </section>
      ))}
    </Card>
  );
}
