import type {
  CloseEmptyMutationVariables,
  SubmitReportMutationVariables,
  TaskQuery,
  TasksQuery,
  TasksQueryVariables,
  TickStepMutationVariables,
  TodayQuery,
  TodayQueryVariables,
} from "../../../../graphql/generated/graphql";
import { addEmptied, addReport, addStep, closes, takeBack, undoable, type Known } from "./acts";
import { keptTask, keptTasks, keptToday, rowOf, taskOver, tasksOver, todayOver } from "./answers";
import { snapshot } from "./snapshot";
import type { OfflineItem } from "./types";

/** The part of the exchange that is downloaded when something is kept, or has to be. Operations go by their names. */

/** The answer from what is kept; null when nothing kept answers it. */
export function kept(name: string, variables: unknown): unknown {
  const now = snapshot();
  if (!now.day) return null;
  switch (name) {
    case "Today":
      return keptToday(now, variables as TodayQueryVariables);
    case "Tasks":
      return keptTasks(now, variables as TasksQueryVariables);
    case "Task":
      return keptTask(now, String((variables as { id: string }).id));
    default:
      return null;
  }
}

/** The server's answer with what waits to be sent laid over it. */
export function over(name: string, data: unknown): unknown {
  const now = snapshot();
  switch (name) {
    case "Today":
      return todayOver(data as TodayQuery, now);
    case "Tasks":
      return tasksOver(data as TasksQuery, now);
    default:
      return taskOver(data as TaskQuery, now);
  }
}

const knownOf = (item: OfflineItem): Known => {
  const { name, occurrenceName, aboutMember, isPeriodReport, status, member } = rowOf(item);
  return {
    row: { name, occurrenceName, aboutMember, isPeriodReport, firstName: member?.firstName ?? null },
    fields: item.reportFields,
    status,
  };
};

/** The task an act is about, as the phone keeps it or as a page shows it. */
function known(id: string, tasks: readonly TaskQuery[]): Known | null {
  const stored = snapshot().day?.items.find(({ touchpoint }) => touchpoint.id === id);
  if (stored) return knownOf(stored);
  const shown = tasks.map(({ touchpoint }) => touchpoint as unknown as OfflineItem);
  const found = shown.find(({ touchpoint }) => touchpoint.id === id);
  return found ? knownOf(found) : null;
}

/** What to go on with: the next by due day that does not wait to be sent. */
const next = (id: string): unknown =>
  keptToday(snapshot(), { whose: null }).workday.waiting.find((one) => one.id !== id) ?? null;

/** Keeps an act that could not be sent, and answers as the server would have; null when it cannot be kept. `tried`: it may have landed. */
export async function keep(
  name: string,
  variables: unknown,
  tried: boolean,
  tasks: readonly TaskQuery[],
): Promise<unknown> {
  const { input } = variables as { input: { key: string; id: string; rev: number } };
  const about = known(input.id, tasks);
  if (!about) return null;
  const sent = { key: input.key, tried };
  const payload = (status: string, more: object = {}) => ({
    detail: { touchpoint: { id: input.id, rev: input.rev, status } },
    problems: [],
    ...more,
  });
  switch (name) {
    case "TickStep": {
      const { step, done } = (variables as TickStepMutationVariables).input;
      const taken = await addStep(input.id, about, { step, done }, sent);
      return taken ? { tickStep: payload(about.status) } : null;
    }
    case "SubmitReport": {
      const given = (variables as SubmitReportMutationVariables).input;
      const outcome = given.outcome ?? null;
      const report = {
        outcome,
        laterOn: given.laterOn ?? null,
        returnsOn: given.returnsOn ?? null,
        answers: Array.isArray(given.answers) ? given.answers : [given.answers],
        seconds: given.seconds ?? null,
      };
      if (!(await addReport(input.id, about, report, sent))) return null;
      const status = closes({ outcome }) ? "DONE_ON_TIME" : about.status;
      return { submitReport: payload(status, { next: next(input.id) }) };
    }
    case "CloseEmpty": {
      const { id } = (variables as CloseEmptyMutationVariables).input;
      const taken = await addEmptied(id, about, sent);
      return taken ? { closeEmpty: payload("EMPTY", { next: next(id) }) } : null;
    }
    default:
      return null;
  }
}

export const canUndo = (touchpointId: string): boolean => undoable(touchpointId) !== null;

/** Takes a decision that was not sent out of the queue, and answers as an undo on the server does. */
export async function undo(touchpointId: string): Promise<unknown> {
  const waits = undoable(touchpointId);
  if (!waits) return null;
  await takeBack(waits.work.id, ({ key }) => !waits.keys.includes(key));
  return { reopenTouchpoint: { detail: { touchpoint: { id: touchpointId, rev: 0, status: "OPEN" } }, problems: [] } };
}
