import type { TemplateDefinition } from "@varde/domain";
import { newId } from "../../../app/ids";
import type { SaveState } from "../../../ui";
import type { Check, Draft } from "./read-draft";

const PAUSE_MS = 700;
/** A crash costs at most what was written in this time. */
const KEEP_MS = 200;
const RETRY_MS = 4000;

/** What came of sending: kept, changed by somebody else meanwhile, refused, or never answered. */
export type SaveAnswer =
  | { kind: "saved"; rev: number; number: string; checks: readonly Check[] }
  | { kind: "conflict" | "refused" | "unanswered" };
export type DraftToSend<Definition = TemplateDefinition> = { key: string; rev: number; definition: Definition };

export type DraftState<Definition = TemplateDefinition> = Draft<Definition> & {
  save: SaveState;
  /** what somebody else saved, or `gone` when the draft is no more */
  conflict: Draft<Definition> | "gone" | null;
};

type Ports<Definition> = {
  send: (draft: DraftToSend<Definition>) => Promise<SaveAnswer>;
  read: () => Promise<Draft<Definition> | null>;
  /** what is not saved yet, kept on this device; null when all of it is saved */
  keep?: (definition: Definition | null) => void;
};

/**
 * A draft that saves itself a moment after each change, one save at a time. What is sent is sent until it is answered,
 * under one key, before anything newer; what somebody else changed is shown and never overwritten by itself.
 */
export function createDraftSaver<Definition = TemplateDefinition>(first: Draft<Definition>, ports: Ports<Definition>) {
  let state: DraftState<Definition> = { ...first, save: { state: "idle" }, conflict: null };
  let saved = first.definition;
  let sent: DraftToSend<Definition> | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function set(over: Partial<DraftState<Definition>>): void {
    state = { ...state, ...over };
    for (const listener of listeners) listener();
  }
  const isUnsaved = (): boolean => state.definition !== saved || sent !== null;

  /** Keeps on this device what the server does not have. */
  function keep(): void {
    clearTimeout(keeping);
    keeping = undefined;
    ports.keep?.(isUnsaved() ? state.definition : null);
  }

  async function sendOne(): Promise<boolean> {
    const what = (sent ??= { key: newId(), rev: state.rev, definition: state.definition });
    set({ save: { state: "saving" } });
    const answer = await ports.send(what);
    if (answer.kind === "unanswered") {
      set({ save: { state: "waiting" } });
      later(RETRY_MS);
      return false;
    }
    sent = null;
    if (answer.kind === "saved") {
      saved = what.definition;
      const { rev, number, checks } = answer;
      set({ rev, number, checks, save: { state: "saved", at: new Date() } });
      keep();
      return true;
    }
    set({ save: { state: "failed" } });
    if (answer.kind === "conflict") {
      const theirs = await ports.read();
      set({ conflict: theirs?.id === first.id ? theirs : "gone" });
    }
    return false;
  }

  async function sendAll(): Promise<boolean> {
    while (isUnsaved()) {
      if (state.conflict || !(await sendOne())) return false;
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
    state: (): DraftState<Definition> => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isUnsaved,
    keep,
    flush,
    change(update: (definition: Definition) => Definition): void {
      set({ definition: update(state.definition) });
      keeping ??= setTimeout(keep, KEEP_MS);
      later(PAUSE_MS);
    },
    /** Ends a conflict: by taking what is saved, or by saving one's own over it. */
    resolve(choice: "theirs" | "mine"): void {
      const { conflict } = state;
      if (!conflict || conflict === "gone") return;
      saved = conflict.definition;
      if (choice === "theirs") {
        set({ ...conflict, conflict: null, save: { state: "idle" } });
        keep();
      } else {
        set({ rev: conflict.rev, conflict: null });
        void flush();
      }
    },
  };
}
