import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { StrategyPageQuery } from "../../../../graphql/generated/graphql";
import { useStrategyPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { newId } from "../../app/ids";
import { useCan, useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert, Button, EmptyState, ErrorState, Page, Select, Skeleton, Stack } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { Sortable, SortableRow } from "../templates";
import { GoalCard } from "./GoalCard";
import { GoalDialog } from "./GoalDialog";
import { useThisYear } from "./plan";
import { useGoals, type Goal } from "./useGoals";
import "./plans.css";

/** What the organization wants in a year, and for each goal which chapters stand behind it; those that nobody does say so. */
export function Component() {
  const all = useAllTexts().plans;
  const texts = all.strategy;
  const above = useViewer().seat.unitKind !== "CHAPTER";
  const [params, setParams] = useSearchParams();
  const thisYear = useThisYear();
  const asked = Number(params.get("aar"));
  const year = Number.isInteger(asked) && Math.abs(asked - thisYear) <= 5 ? asked : thisYear;
  const [{ data, error, fetching }, reload] = useStrategyPageQuery({
    variables: { year },
    requestPolicy: "cache-and-network",
  });
  const refresh = (): void => reload({ requestPolicy: "network-only" });
  const failure = errorOf(error);
  const back = above ? <Link to={`/handlingsplaner?aar=${year}`}>{all.crumb}</Link> : undefined;
  if (!data) {
    if (!failure) return <Skeleton of="page" />;
    return (
      <Page title={texts.title(year)} crumb={back}>
        <ErrorState {...failure} busy={fetching} onRetry={refresh} />
      </Page>
    );
  }
  return (
    <Page
      title={texts.title(year)}
      lead={texts.lead}
      crumb={
        <div className="v-plan-years">
          {back}
          <Select
            hideLabel
            label={all.year}
            value={String(year)}
            options={[...new Set([thisYear + 1, thisYear, thisYear - 1, year])].map((one) => ({
              value: String(one),
              label: String(one),
            }))}
            onChange={(to) => setParams({ aar: to }, { preventScrollReset: true })}
          />
        </div>
      }
    >
      <Goals key={year} year={year} fetched={data} above={above} refresh={refresh} />
    </Page>
  );
}

type GoalsProps = { year: number; fetched: StrategyPageQuery; above: boolean; refresh: () => void };

function Goals({ year, fetched, above, refresh }: GoalsProps) {
  const texts = useAllTexts().plans.strategy;
  const writes = useCan("STRATEGY_WRITE");
  const { goals, move, failed } = useGoals(fetched.strategyGoals, refresh);
  const [writing, setWriting] = useState<Goal | null>(null);
  const add = (): void =>
    setWriting({
      __typename: "StrategyGoal",
      id: newId(),
      text: "",
      why: "",
      chapters: 0,
      chapterNames: [],
      without: [],
      rev: 0,
    });
  const onMove = (from: number, to: number): void => {
    const goal = goals[from];
    if (goal) move(goal.id, goals.filter((_, i) => i !== from)[to]?.id ?? null);
  };
  return (
    <Stack>
      {failed && (
        <Alert tone="warn" live>
          {texts.notMoved}
        </Alert>
      )}
      {goals.length === 0 && <EmptyState title={writes ? texts.none : texts.noneRead} />}
      <Sortable id="goals" keys={goals.map(({ id }) => id)} name={(i) => goals[i]?.text ?? ""} onMove={onMove}>
        <ol className="v-goals">
          {goals.map((goal) => (
            <SortableRow key={goal.id} id={goal.id}>
              <GoalCard
                goal={goal}
                tally={above ? fetched.planTally : null}
                moves={writes && goals.length > 1}
                {...(writes && { onEdit: () => setWriting(goal) })}
              />
            </SortableRow>
          ))}
        </ol>
      </Sortable>
      {writes && (
        <div className="v-plan__actions">
          <Button icon={PlusIcon} onClick={add}>
            {texts.add}
          </Button>
        </div>
      )}
      {writing && (
        <GoalDialog
          key={writing.id}
          goal={goals.find(({ id }) => id === writing.id) ?? writing}
          year={year}
          onRefresh={refresh}
          onDone={() => {
            setWriting(null);
            refresh();
          }}
          onClose={() => setWriting(null)}
        />
      )}
    </Stack>
  );
}
