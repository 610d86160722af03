import { readFragment } from "../../../../graphql/generated";
import { TaskRow_TouchpointFragmentDoc, type TasksQueryVariables } from "../../../../graphql/generated/graphql";
import { useTasksQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import type { TaskLine } from "./useToday";

/** One page of the chapter's tasks as plain rows; the one place where the list gets its data. */
export function useTasks(variables: TasksQueryVariables) {
  const [result, refetch] = useTasksQuery({ variables });
  const found = result.data?.touchpoints;
  return {
    page: found
      ? {
          rows: found.nodes.map((task): TaskLine => readFragment(TaskRow_TouchpointFragmentDoc, task)),
          total: found.totalCount,
          /** where the next page goes on; null for none */
          next: found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null,
        }
      : null,
    problem: errorOf(result.error),
    fetching: result.fetching,
    refresh: () => refetch({ requestPolicy: "network-only" }),
  };
}
