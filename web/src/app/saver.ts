import type { SaveState } from "../ui/SavedNote";
import { newId } from "./ids";

export type Answer<Saved> =
  | { kind: "saved"; rev: number }
  | { kind: "conflict"; theirs: { rev: number; what: Saved } | null }
  | { kind: "refused"; message: string | null }
  | { kind: "unanswered" };
export type SaverState<Saved> = {
  what: Saved;
  rev: number;
  save: SaveState;
  conflict: { rev: number; what: Saved } | "gone" | null;
  refused: string | null;
};
type Sent<Saved> = { key: string; rev: number; what: Saved };

const PAUSE_MS = 700;
const RETRY_MS = 4000;

/**
 * Saves what is written a moment after each change, one save at a time. What is sent is sent until it is answered, under one key; what
 * somebody else wrote is shown, and never overwritten by itself. `ready` says whether there is enough to save.
 */
export function createSaver<Saved>(
  first: { what: Saved; rev: number },
  send: (sent: Sent<Saved>) => Promise<Answer<Saved>>,
  ready: (what: Saved) => boolean,
) {
  let state: SaverState<Saved> = { ...first, save: { state: "idle" }, conflict: null, refused: null };
  let saved = first.what;
  let sent: Sent<Saved> | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const set = (over: Partial<SaverState<Saved>>): void => {
    state = { ...state, ...over };
    for (const listener of listeners) listener();
  };
  const isUnsaved = (): boolean => sent !== null || state.what !== saved;

  async function sendAll(): Promise<boolean> {
    while (isUnsaved()) {
      if (state.conflict) return false;
      if (!sent && !ready(state.what)) return false;
      sent ??= { key: newId(), rev: state.rev, what: state.what };
      const what = sent;
      set({ save: { state: "saving" }, refused: null });
      const answer = await send(what);
      if (answer.kind === "unanswered") {
        set({ save: { state: "waiting" } });
        later(RETRY_MS);
        return false;
      }
      sent = null;
      if (answer.kind === "saved") {
        saved = what.what;
        set({ rev: answer.rev, save: { state: "saved", at: new Date() } });
        continue;
      }
      const conflict = answer.kind === "conflict" ? (answer.theirs ?? "gone") : null;
      set({ save: { state: "failed" }, conflict, refused: answer.kind === "refused" ? answer.message : null });
      return false;
    }
    return true;
  }
  /** Saves what is not saved; true when all of it is. */
  function flush(): Promise<boolean> {
    clearTimeout(timer);
    running ??= sendAll().finally(() => {
      running = null;
    });
    return running;
  }
  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }
  return {
    state: (): SaverState<Saved> => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isUnsaved,
    flush,
    change(what: Saved): void {
      set({ what });
      later(PAUSE_MS);
    },
    resolve(choice: "theirs" | "mine"): void {
      const { conflict } = state;
      if (!conflict || conflict === "gone") return;
      saved = conflict.what;
      if (choice === "theirs") set({ ...conflict, conflict: null, save: { state: "idle" } });
      else {
        set({ rev: conflict.rev, conflict: null });
        void flush();
      }
    },
  };
}
