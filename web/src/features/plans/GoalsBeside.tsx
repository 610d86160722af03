import type { ComparePlansPageQuery } from "../../../../graphql/generated/graphql";
import { useAllTexts } from "../../texts";
import { Card, Stack } from "../../ui";
import { useRowWords, type Plan, type Row } from "./plan";

type GoalsBesideProps = { goals: ComparePlansPageQuery["strategyGoals"]; plans: readonly Plan[] };

/** The rows of several chapters under the goal they stand behind, and who has none there. */
export function GoalsBeside({ goals, plans }: GoalsBesideProps) {
  const texts = useAllTexts().plans.compare;
  const behind = (goalId: string | null) =>
    plans.map((plan) => ({ plan, rows: plan.rows.filter((row) => (row.goalId ?? null) === goalId) }));
  const loose = behind(null).filter(({ rows }) => rows.length > 0);
  return (
    <Stack>
      {goals.map(({ id, text }) => {
        const all = behind(id);
        const some = all.filter(({ rows }) => rows.length > 0);
        const none = all.filter(({ rows }) => rows.length === 0).map(({ plan }) => plan.chapter.shortName);
        return (
          <Card key={id} title={text} tone={some.length === 0 ? "attention" : "plain"}>
            {none.length > 0 && (
              <p className="v-goal__who">{some.length === 0 ? texts.nobody : texts.without(none.join(", "))}</p>
            )}
            <Beside some={some} />
          </Card>
        );
      })}
      {loose.length > 0 && (
        <Card title={texts.loose}>
          <Beside some={loose} />
        </Card>
      )}
    </Stack>
  );
}

function Beside({ some }: { some: readonly { plan: Plan; rows: readonly Row[] }[] }) {
  const texts = useAllTexts().plans;
  const words = useRowWords();
  if (some.length === 0) return null;
  return (
    <div className="v-plans-beside">
      {some.map(({ plan, rows }) => (
        <section key={plan.id}>
          <h3>{plan.chapter.shortName}</h3>
          <ul className="v-plans-beside__rows">
            {rows.map((row) => (
              <li key={row.id}>
                {row.activity || texts.newRow}
                <p className="v-plan__line">
                  {[texts.statuses[row.status], words.progress(row), words.due(row)].filter(Boolean).join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
