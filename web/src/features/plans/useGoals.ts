import { movedBefore } from "@varde/domain";
import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  MoveStrategyGoalDocument,
  StrategyPage_GoalFragmentDoc,
  type StrategyPage_GoalFragment,
  type StrategyPageQuery,
} from "../../../../graphql/generated/graphql";
import { isUnanswered } from "../../app/errors";
import { newId } from "../../app/ids";
import { useLive } from "../../app/live";
import { untilAnswered } from "../../app/until-answered";
import { useViewer } from "../../app/viewer";

export type Goal = StrategyPage_GoalFragment;
type Told = StrategyPageQuery["strategyGoals"];

const read = (told: Told): readonly Goal[] => readFragment(StrategyPage_GoalFragmentDoc, told);

/** The goals of a year on the screen, with the moves that are on their way already done, and what others change as they do. */
export function useGoals(fetched: Told, refresh: () => void) {
  const client = useClient();
  const { organizationId } = useViewer().seat;
  const [goals, setGoals] = useState(() => read(fetched));
  const [failed, setFailed] = useState(false);
  const waiting = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  // as the server last told them: each move grows the `rev` of what it moves, and the next one is sent with that
  const told = useRef(goals);

  const heard = useCallback((now: readonly Goal[]): void => {
    told.current = now;
    if (waiting.current === 0) setGoals(now);
  }, []);
  useEffect(() => heard(read(fetched)), [fetched, heard]);
  useLive((ids) => {
    if (ids === null || ids.includes(organizationId)) refresh();
  });

  /** Moves at once on the screen, and after those before it on the server. */
  function move(id: string, beforeId: string | null): void {
    setGoals((now) => movedBefore(now, id, beforeId));
    waiting.current++;
    queue.current = queue.current.then(async () => {
      const rev = told.current.find((goal) => goal.id === id)?.rev ?? 0;
      const input = { key: newId(), id, rev, beforeId };
      const { data, error } = await untilAnswered(
        () => client.mutation(MoveStrategyGoalDocument, { input }).toPromise(),
        (sent) => !isUnanswered(sent.error),
      );
      waiting.current--;
      setFailed(error !== undefined || (data?.moveStrategyGoal.problems.length ?? 0) > 0);
      heard(data ? read(data.moveStrategyGoal.goals) : told.current);
    });
  }
  return { goals, move, failed };
}
