import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { StrategyPageQuery } from "../../../../graphql/generated/graphql";
import { useStrategyPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useCan, useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Button, Card, Disclosure, EmptyState, ErrorState, Page, Select, Skeleton, Stack } from "../../ui";
import { PencilIcon, PlusIcon } from "../../ui/icons";
import { GoalDialog } from "./GoalDialog";
import { useThisYear } from "./plan";
import "./plans.css";

export type Goal = StrategyPageQuery["strategyGoals"][number];

/** What the organization wants in a year, and for each goal which chapters stand behind it; those that nobody does say so. */
export function Component() {
  const all = useAllTexts().plans;
  const texts = all.strategy;
  const format = useFormat();
  const writes = useCan("STRATEGY_WRITE");
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
  const [writing, setWriting] = useState<Goal | null>(null);
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
  const goals = data.strategyGoals;
  const add = (): void =>
    setWriting({
      __typename: "StrategyGoal",
      id: newId(),
      text: "",
      why: "",
      chapters: 0,
      chapterNames: [],
      rev: 0,
    });
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
      <Stack>
        {goals.length === 0 && <EmptyState title={writes ? texts.none : texts.noneRead} />}
        {goals.map((goal) => (
          <Card
            key={goal.id}
            title={goal.text}
            {...(goal.why && { lead: goal.why })}
            {...(writes && {
              aside: (
                <Button variant="plain" iconOnly icon={PencilIcon} onClick={() => setWriting(goal)}>
                  {texts.edit(goal.text)}
                </Button>
              ),
            })}
            tone={above && goal.chapters === 0 ? "attention" : "plain"}
          >
            {above &&
              (goal.chapters === 0 ? (
                <p className="v-goal__who">{texts.nobody}</p>
              ) : (
                <>
                  <p className="v-goal__who">
                    {texts.standing(format.number(goal.chapters), format.number(data.planTally.chapters))}
                  </p>
                  <Disclosure summary={texts.who}>
                    <p className="v-goal__who">
                      {goal.chapterNames.join(", ")}.{goal.chapters > goal.chapterNames.length && ` ${texts.more}`}
                    </p>
                  </Disclosure>
                </>
              ))}
          </Card>
        ))}
        {writes && (
          <div className="v-plan__actions">
            <Button icon={PlusIcon} onClick={add}>
              {texts.add}
            </Button>
          </div>
        )}
      </Stack>
      {writing && (
        <GoalDialog
          key={writing.id}
          goal={writing}
          year={year}
          onDone={() => {
            setWriting(null);
            refresh();
          }}
          onClose={() => setWriting(null)}
        />
      )}
    </Page>
  );
}
