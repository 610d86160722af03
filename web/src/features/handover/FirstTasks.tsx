import { lazy, Suspense } from "react";
import type { TodayQuery } from "../../../../graphql/generated/graphql";

const FirstTasksCard = lazy(() => import("./FirstTasksCard"));

/** On «I dag», for somebody new on the board: what they were given to begin with. Seldom there. */
export function FirstTasks({ tasks }: { tasks: TodayQuery["firstTasks"] }) {
  if (tasks.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <FirstTasksCard tasks={tasks} />
    </Suspense>
  );
}
