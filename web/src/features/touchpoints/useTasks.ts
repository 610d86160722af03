import { readFragment } from "../../../../graphql/generated";
import { TaskRow_TouchpointFragmentDoc, type TasksQueryVariables } from "../../../../graphql/generated/graphql";
import { useTaskChoicesQuery, useTasksQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useLive } from "../../app/live";
import type { TaskLine } from "./useToday";

/** One page of the chapter's tasks as plain rows, and what the list can be narrowed to; the one place where the list gets its data. */
export function useTasks(variables: TasksQueryVariables) {
  const [result, refetch] = useTasksQuery({ variables });
  useLive(() => refetch({ requestPolicy: "network-only" }));
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

/** The templates and the board to narrow the list to; empty until they have come. */
export function useTaskChoices() {
  const [{ data }] = useTaskChoicesQuery({ requestPolicy: "cache-first" });
  return { templates: data?.touchpointChoices.templates ?? [], seats: data?.touchpointChoices.seats ?? [] };
}
