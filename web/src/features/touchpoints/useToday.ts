import { addDays, osloDate } from "@varde/domain";
import { readFragment } from "../../../../graphql/generated";
import {
  TaskRow_TouchpointFragmentDoc,
  type TaskRow_TouchpointFragment,
  type TodayQuery,
} from "../../../../graphql/generated/graphql";
import { useTodayQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";

/** A task as lists show it. */
export type TaskLine = TaskRow_TouchpointFragment;

const DONE_WITHIN_DAYS = 45;

function unfold(data: TodayQuery, today: string) {
  const { open, done, ...rest } = data;
  const doneRows = done.nodes.filter(({ closedAt }) => closedAt && osloDate(new Date(closedAt)) === today);
  return {
    ...rest,
    open: open.nodes.map((task): TaskLine => readFragment(TaskRow_TouchpointFragmentDoc, task)),
    total: open.totalCount ?? open.nodes.length,
    done: doneRows.map((task): TaskLine => readFragment(TaskRow_TouchpointFragmentDoc, task)),
  };
}

/** All that «I dag» shows, as plain rows. */
export type Day = ReturnType<typeof unfold>;

/** The day of the chapter acted in; the one place where its page gets its data. */
export function useToday() {
  const today = useFormat().today();
  const [result, refetch] = useTodayQuery({ variables: { doneFrom: addDays(today, -DONE_WITHIN_DAYS) } });
  return {
    day: result.data ? unfold(result.data, today) : null,
    problem: errorOf(result.error),
    fetching: result.fetching,
    refresh: () => refetch({ requestPolicy: "network-only" }),
  };
}
