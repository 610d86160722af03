import { useCallback, useRef, useState } from "react";
import { useClient } from "urql";
import { TickStepDocument } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import type { Task } from "./useTask";

/**
 * Steps that tick at once and are sent one after the other, each on the `rev` the one before left. When somebody else
 * changed the task meanwhile, the tick is tried once more on theirs; when it cannot be sent it is taken back.
 */
export function useTicks(task: Task | null) {
  const client = useClient();
  const [wanted, setWanted] = useState<Readonly<Record<string, boolean>>>({});
  const [failed, setFailed] = useState(false);
  const rev = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const id = task?.touchpoint.id ?? "";
  const current = task?.touchpoint.rev ?? 0;

  const tick = useCallback(
    (step: string, done: boolean) => {
      setWanted((before) => ({ ...before, [step]: done }));
      setFailed(false);
      const send = async (again: boolean): Promise<void> => {
        const input = { key: newId(), id, rev: Math.max(rev.current, current), step, done };
        const { data } = await client.mutation(TickStepDocument, { input }).toPromise();
        const payload = data?.tickStep;
        if (payload?.detail) rev.current = payload.detail.touchpoint.rev;
        if (payload && payload.problems.length === 0) return;
        if (again && payload?.problems[0]?.code === "CONFLICT") return send(false);
        setFailed(true);
        setWanted(({ [step]: _undone, ...rest }) => rest);
      };
      queue.current = queue.current.then(() => send(true));
    },
    [client, id, current],
  );

  const stored = task?.touchpoint.stepsDone ?? [];
  const done = [
    ...stored.filter((key) => wanted[key] !== false),
    ...Object.keys(wanted).filter((key) => wanted[key] && !stored.includes(key)),
  ];
  /** after the ticks under way: the rev they left, 0 for none */
  const latestRev = async (): Promise<number> => {
    await queue.current;
    return rev.current;
  };
  return { done, tick, failed, latestRev };
}
