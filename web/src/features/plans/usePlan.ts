import { movePlanRow } from "@varde/domain";
import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { readFragment } from "../../../../graphql/generated";
import { MovePlanRowDocument, PlanView_PlanFragmentDoc } from "../../../../graphql/generated/graphql";
import { isUnanswered } from "../../app/errors";
import { newId } from "../../app/ids";
import { useLive } from "../../app/live";
import { untilAnswered } from "../../app/until-answered";
import { unwrapped, type Fetched, type Plan } from "./plan";

const read = (told: Fetched): Plan => unwrapped(readFragment(PlanView_PlanFragmentDoc, told));

/** The plan on the screen: what was last heard of it, with the moves that are on their way already done, and what others write as they do. */
export function usePlan(fetched: Fetched, refresh: () => void) {
  const client = useClient();
  const [plan, setPlan] = useState<Plan>(() => read(fetched));
  const [failed, setFailed] = useState(false);
  const waiting = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const heard = useCallback((told: Fetched | null | undefined): void => {
    if (told && waiting.current === 0) setPlan(read(told));
  }, []);
  useEffect(() => heard(fetched), [fetched, heard]);
  useLive((ids) => {
    if (ids === null || ids.includes(plan.id)) refresh();
  });

  /** Moves at once on the screen, and after those before it on the server. */
  const move = useCallback(
    (id: string, beforeId: string | null): void => {
      setPlan((now) => ({ ...now, rows: movePlanRow(now.rows, id, beforeId) }));
      waiting.current++;
      const planId = plan.id;
      queue.current = queue.current.then(async () => {
        const input = { key: newId(), planId, id, beforeId };
        const { data, error } = await untilAnswered(
          () => client.mutation(MovePlanRowDocument, { input }).toPromise(),
          (sent) => !isUnanswered(sent.error),
        );
        waiting.current--;
        setFailed(error !== undefined || (data?.movePlanRow.problems.length ?? 0) > 0);
        if (data?.movePlanRow.plan && waiting.current === 0) setPlan(read(data.movePlanRow.plan));
      });
    },
    [client, plan.id],
  );
  return { plan, heard, move, failed };
}
