import type { Exchange, Operation, OperationResult } from "urql";
import { filter, fromPromise, fromValue, makeSubject, map, merge, mergeMap, pipe, share, tap } from "wonka";
import type { ReopenTouchpointMutationVariables, TaskQuery } from "../../../../graphql/generated/graphql";
import { errorOf } from "../errors";
import { tellReached } from "../online";
import { loadEngine, type Engine } from "./load";
import { acted, onSnapshot, snapshot } from "./snapshot";

/** Lists and tasks that can be read from the phone, and over which lies what waits to be sent. */
const READ = ["Today", "Tasks", "Task"];
/** Acts that can wait for a network. */
const KEPT = ["SubmitReport", "CloseEmpty", "TickStep"];
/** Both take back what was just said of a touchpoint: that it is done, or what was noted. */
const UNDO = ["ReopenTouchpoint", "TakeBackNote"];

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

const undone = (operation: Operation): string => (operation.variables as ReopenTouchpointMutationVariables).input.id;

/** An undo of what was sent from the queue is based on what came of that. */
function based(operation: Operation): Operation {
  if (operation.kind !== "mutation" || !UNDO.includes(nameOf(operation))) return operation;
  const { input } = operation.variables as ReopenTouchpointMutationVariables;
  const sent = snapshot().sent.find(({ touchpointId }) => touchpointId === input.id);
  return sent && sent.rev > input.rev ? { ...operation, variables: { input: { ...input, rev: sent.rev } } } : operation;
}

/**
 * Works on without a network: what is read comes from the phone, and what is done waits there. The pages above do not know
 * the difference; that something waits is said by the shell and the queue.
 */
export const offlineExchange: Exchange = ({ forward }) => {
  const shownNow = new Map<number, OperationResult>();
  const again = makeSubject<OperationResult>();
  let engine: Engine | null = null;
  const load = async (): Promise<Engine | null> => (engine ??= await loadEngine());

  /** As it is to be seen, by what is known now. */
  function shown(result: OperationResult): OperationResult {
    if (!engine) return result;
    const name = nameOf(result.operation);
    if (result.data) {
      return snapshot().work.length > 0 ? { ...result, data: engine.over(name, result.data) } : result;
    }
    if (!isUnreached(result)) return result;
    const data = engine.kept(name, result.operation.variables);
    return data ? answer(result.operation, data) : result;
  }

  const showAgain = (): void => {
    for (const result of shownNow.values()) again.next(shown(result));
  };
  onSnapshot(() => {
    if (engine || snapshot().work.length === 0) showAgain();
    else void load().then(showAgain);
  });

  async function keep(result: OperationResult): Promise<OperationResult> {
    const { operation } = result;
    const ready = await load();
    const tasks = [...shownNow.values()].flatMap((one) =>
      nameOf(one.operation) === "Task" && one.data ? [one.data as TaskQuery] : [],
    );
    // a request that never left this device cannot have landed
    const data = await ready?.keep(nameOf(operation), operation.variables, navigator.onLine, tasks);
    return data ? answer(operation, data) : result;
  }

  return (operations$) => {
    const shared$ = pipe(
      operations$,
      tap((operation) => {
        if (operation.kind === "teardown") shownNow.delete(operation.key);
      }),
      share,
    );
    // only what waits here is taken back here
    const isUndo = (operation: Operation): boolean =>
      operation.kind === "mutation" &&
      UNDO.includes(nameOf(operation)) &&
      (engine?.canUndo(undone(operation)) ?? false);
    const undone$ = pipe(
      shared$,
      filter(isUndo),
      mergeMap((operation) => fromPromise(engine!.undo(undone(operation)).then((data) => answer(operation, data)))),
    );
    const results$ = pipe(
      forward(
        pipe(
          shared$,
          filter((operation) => !isUndo(operation)),
          map(based),
        ),
      ),
      tap((result) => {
        if (isUnreached(result)) tellReached(false);
        else if (result.operation.context.meta?.cacheOutcome !== "hit") tellReached(true);
      }),
      mergeMap((result) => {
        const { operation } = result;
        const name = nameOf(operation);
        if (operation.kind === "query" && READ.includes(name)) {
          shownNow.set(operation.key, result);
          if (result.data || !isUnreached(result)) return fromValue(shown(result));
          return fromPromise(load().then(() => shown(shownNow.get(operation.key) ?? result)));
        }
        if (operation.kind === "mutation" && result.data) acted();
        const waits = operation.kind === "mutation" && KEPT.includes(name) && isUnreached(result);
        return waits ? fromPromise(keep(result)) : fromValue(result);
      }),
    );
    return merge([results$, undone$, again.source]);
  };
};
