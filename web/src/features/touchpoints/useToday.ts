import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import {
  MeetingLine_MeetingFragmentDoc,
  TaskRow_TouchpointFragmentDoc,
  type MeetingLine_MeetingFragment,
  type TaskRow_TouchpointFragment,
  type TodayQuery,
  type Whose,
} from "../../../../graphql/generated/graphql";
import { useTodayQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useLive } from "../../app/live";

/** A task as lists show it. */
export type TaskLine = TaskRow_TouchpointFragment;
/** One that ran out, with what came of a contact after that. */
export type MissedLine = TaskLine & Pick<TodayQuery["workday"]["missed"][number], "lastChance">;
export type MeetingLine = MeetingLine_MeetingFragment;

const line = (task: TodayQuery["workday"]["waiting"][number]): TaskLine =>
  readFragment(TaskRow_TouchpointFragmentDoc, task);

function unfold({ workday, ...rest }: TodayQuery) {
  const { whose, counts, nextMeeting } = workday;
  return {
    ...rest,
    whose,
    counts,
    waiting: workday.waiting.map(line),
    returned: workday.returned.map(line),
    resting: workday.resting.map(line),
    missed: workday.missed.map((task): MissedLine => ({ ...line(task), lastChance: task.lastChance })),
    doneToday: workday.doneToday.map(line),
    takenOver: workday.takenOver.map(line),
    ahead: workday.ahead.map(line),
    nextMeeting: nextMeeting && readFragment(MeetingLine_MeetingFragmentDoc, nextMeeting),
  };
}

/** All that «I dag» shows, as plain rows. */
export type Day = ReturnType<typeof unfold>;

/** The day of the chapter acted in; the one place where its page gets its data. `whose` null: mine when something is mine. */
export function useToday(whose: Whose | null) {
  const [result, refetch] = useTodayQuery({ variables: { whose } });
  useLive(() => refetch({ requestPolicy: "network-only" }));
  // what stands stays until the other view has come, or when it cannot be fetched anew
  const [kept, setKept] = useState(result.data);
  if (result.data && result.data !== kept) setKept(result.data);
  const data = result.data ?? kept;
  return {
    day: data ? unfold(data) : null,
    problem: errorOf(result.error),
    fetching: result.fetching,
    refresh: () => refetch({ requestPolicy: "network-only" }),
  };
}
