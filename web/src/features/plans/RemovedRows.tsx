import { RestorePlanRowDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, Disclosure } from "../../ui";
import { ActProblems } from "./ActProblems";
import type { Fetched, Plan } from "./plan";

/** Rows that were taken away, to be put back. */
export function RemovedRows({ plan, onHeard }: { plan: Plan; onHeard: (plan: Fetched) => void }) {
  const texts = useAllTexts().plans;
  const restore = useAction(RestorePlanRowDocument);
  const back = async (id: string): Promise<void> => {
    const done = await restore.run({ planId: plan.id, id });
    if (done?.restorePlanRow.plan) onHeard(done.restorePlanRow.plan);
  };
  return (
    <Disclosure summary={texts.removedRows}>
      <ActProblems act={restore} />
      <ul className="v-plan__removed">
        {plan.removed.map(({ id, activity }) => (
          <li key={id}>
            <Button variant="quiet" busy={restore.busy} onClick={() => void back(id)}>
              {texts.restore(activity || texts.newRow)}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
