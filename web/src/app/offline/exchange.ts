import type { Exchange, Operation, OperationResult } from "urql";
import { filter, fromPromise, fromValue, makeSubject, merge, mergeMap, pipe, share, tap } from "wonka";
import type {
  CloseEmptyMutationVariables,
  ReopenTouchpointMutationVariables,
  SubmitReportMutationVariables,
  TaskQuery,
  TasksQuery,
  TasksQueryVariables,
  TickStepMutationVariables,
  TodayQuery,
  TodayQueryVariables,
} from "../../../../graphql/generated/graphql";
import { errorOf } from "../errors";
import { tellReached } from "../online";
import { addEmptied, addReport, addStep, closes, type Known, takeBack, undoable } from "./acts";
import { keptTask, keptTasks, keptToday, rowOf, taskOver, tasksOver, todayOver } from "./answers";
import { acted, onSnapshot, snapshot } from "./snapshot";
import type { OfflineItem } from "./types";

/** Lists and tasks that can be read from the phone, and over which lies what waits to be sent. */
const READ = ["Today", "Tasks", "Task"];
/** Acts that can wait for a network. */
const KEPT = ["SubmitReport", "CloseEmpty", "TickStep"];

const nameOf = ({ query }: Operation): string => {
  for (const definition of query.definitions) {
    if (definition.kind === "OperationDefinition") return definition.name?.value ?? "";
  }
  return "";
};

/** The server could not be asked, or could not answer: what was sent may have landed, or not. */
function isUnreached({ error }: OperationResult): boolean {
  const code = errorOf(error)?.code;
  return code === "OFFLINE" || code === "UNAVAILABLE";
}

const answer = (operation: Operation, data: unknown): OperationResult => ({
  operation,
  data,
  stale: false,
  hasNext: false,
});

function kept(operation: Operation): unknown {
  const now = snapshot();
  if (!now.day) return null;
  switch (nameOf(operation)) {
    case "Today":
      return keptToday(now, operation.variables as TodayQueryVariables);
    case "Tasks":
      return keptTasks(now, operation.variables as TasksQueryVariables);
    case "Task":
      return keptTask(now, String((operation.variables as { id: string }).id));
    default:
      return null;
  }
}

function over(operation: Operation, data: unknown): unknown {
  const now = snapshot();
  if (now.work.length === 0) return data;
  switch (nameOf(operation)) {
    case "Today":
      return todayOver(data as TodayQuery, now);
    case "Tasks":
      return tasksOver(data as TasksQuery, now);
    default:
      return taskOver(data as TaskQuery, now);
  }
}

function shown(result: OperationResult): OperationResult {
  if (result.data) return { ...result, data: over(result.operation, result.data) };
  if (!isUnreached(result)) return result;
  const data = kept(result.operation);
  return data ? answer(result.operation, data) : result;
}

const knownOf = (item: OfflineItem): Known => {
  const { name, occurrenceName, aboutMember, isPeriodReport, status, member } = rowOf(item);
  return {
    row: { name, occurrenceName, aboutMember, isPeriodReport, firstName: member?.firstName ?? null },
    fields: item.reportFields,
    status,
  };
};

/**
 * Works on without a network: what is read comes from the phone, and what is done waits there. The pages above do not know
 * the difference; that something waits is said by the shell and the queue.
 */
export const offlineExchange: Exchange = ({ forward }) => {
  const shownNow = new Map<number, OperationResult>();
  const again = makeSubject<OperationResult>();
  onSnapshot(() => {
    for (const result of shownNow.values()) again.next(shown(result));
  });

  /** The task an act is about, as the phone keeps it or as a page shows it. */
  function known(id: string): Known | null {
    const stored = snapshot().day?.items.find(({ touchpoint }) => touchpoint.id === id);
    if (stored) return knownOf(stored);
    for (const { operation, data } of shownNow.values()) {
      const item = nameOf(operation) === "Task" ? (data as TaskQuery | undefined)?.touchpoint : undefined;
      const detail = item as unknown as OfflineItem | undefined;
      if (detail?.touchpoint.id === id) return knownOf(detail);
    }
    return null;
  }

  /** What to go on with: the next by due day that does not wait to be sent. */
  const next = (id: string): unknown =>
    keptToday(snapshot(), { whose: null }).workday.waiting.find((one) => one.id !== id) ?? null;

  async function keep({ operation }: OperationResult): Promise<unknown> {
    // a request that never left this device cannot have landed
    const tried = navigator.onLine;
    const { input } = operation.variables as { input: { key: string; id: string; rev: number } };
    const about = known(input.id);
    if (!about) return null;
    const sent = { key: input.key, tried };
    const payload = (status: string, more: object = {}) => ({
      detail: { touchpoint: { id: input.id, rev: input.rev, status } },
      problems: [],
      ...more,
    });
    switch (nameOf(operation)) {
      case "TickStep": {
        const { step, done } = (operation.variables as TickStepMutationVariables).input;
        const taken = await addStep(input.id, about, { step, done }, sent);
        return taken ? { tickStep: payload(about.status) } : null;
      }
      case "SubmitReport": {
        const given = (operation.variables as SubmitReportMutationVariables).input;
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
        const { id } = (operation.variables as CloseEmptyMutationVariables).input;
        const taken = await addEmptied(id, about, sent);
        return taken ? { closeEmpty: payload("EMPTY", { next: next(id) }) } : null;
      }
      default:
        return null;
    }
  }

  /** An undo of what was not sent takes it out of the queue; of what was sent meanwhile it is based on what came of that. */
  async function undo(operation: Operation): Promise<OperationResult | null> {
    const { id } = (operation.variables as ReopenTouchpointMutationVariables).input;
    const waits = undoable(id);
    if (!waits) return null;
    const { work, keys } = waits;
    await takeBack(work.id, ({ key }) => !keys.includes(key));
    const detail = { touchpoint: { id, rev: 0, status: "OPEN" } };
    return answer(operation, { reopenTouchpoint: { detail, problems: [] } });
  }

  function based(operation: Operation): Operation {
    if (nameOf(operation) !== "ReopenTouchpoint") return operation;
    const { input } = operation.variables as ReopenTouchpointMutationVariables;
    const sent = snapshot().sent.find(({ touchpointId }) => touchpointId === input.id);
    return sent && sent.rev > input.rev
      ? { ...operation, variables: { input: { ...input, rev: sent.rev } } }
      : operation;
  }

  return (operations$) => {
    const shared$ = pipe(
      operations$,
      tap((operation) => {
        if (operation.kind === "teardown") shownNow.delete(operation.key);
      }),
      share,
    );
    const isUndo = (operation: Operation): boolean =>
      operation.kind === "mutation" &&
      nameOf(operation) === "ReopenTouchpoint" &&
      undoable((operation.variables as ReopenTouchpointMutationVariables).input.id) !== null;
    const undone$ = pipe(
      shared$,
      filter(isUndo),
      mergeMap((operation) => fromPromise(undo(operation))),
      filter((result): result is OperationResult => result !== null),
    );
    const results$ = pipe(
      forward(
        pipe(
          shared$,
          filter((operation) => !isUndo(operation)),
          mergeMap((operation) => fromValue(based(operation))),
        ),
      ),
      tap((result) => {
        const failure = errorOf(result.error)?.code;
        if (failure === "OFFLINE" || failure === "UNAVAILABLE") tellReached(false);
        else if (result.operation.context.meta?.cacheOutcome !== "hit") tellReached(true);
      }),
      mergeMap((result) => {
        const { operation } = result;
        const name = nameOf(operation);
        if (operation.kind === "query" && READ.includes(name)) {
          shownNow.set(operation.key, result);
          return fromValue(shown(result));
        }
        if (operation.kind === "mutation" && result.data) acted();
        if (operation.kind !== "mutation" || !KEPT.includes(name) || !isUnreached(result)) return fromValue(result);
        return fromPromise(keep(result).then((data) => (data ? answer(operation, data) : result)));
      }),
    );
    return merge([results$, undone$, again.source]);
  };
};
