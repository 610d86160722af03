import type { ReportSection, TakenSentence } from "@varde/domain";
import { newId } from "../../app/ids";
import type { SaveState } from "../../ui";
import { clashesOf, mergeTexts, settled, type ClashChoice, type MergePiece } from "./merge-texts";

/** A section as the server has it. */
export type SavedSection = { section: ReportSection; body: string; taken: readonly TakenSentence[]; rev: number };
export type SectionToSend = { key: string; rev: number; body: string; taken: readonly TakenSentence[] };
/** What came of sending; `now` is the section as it stands after it. */
export type SectionAnswer =
  | { kind: "saved" | "conflict"; now: SavedSection }
  | { kind: "refused"; message: string | null }
  | { kind: "unanswered" };
/** What the server does not have, kept on this device with what it was written on. */
export type KeptSection = { base: SavedSection; body: string; taken: readonly TakenSentence[] };

export type SectionState = {
  body: string;
  taken: readonly TakenSentence[];
  save: SaveState;
  refused: string | null;
  /** both changed the same words: what stands, with the places to choose for */
  clash: { pieces: readonly MergePiece[]; now: SavedSection } | null;
};

type Ports = {
  send: (draft: SectionToSend) => Promise<SectionAnswer>;
  keep: (kept: KeptSection | null) => void;
};

const PAUSE_MS = 700;
const RETRY_MS = 4000;

/** By key; where both have one, one's own. */
const bothTaken = (mine: readonly TakenSentence[], theirs: readonly TakenSentence[]): TakenSentence[] => {
  const own = new Set(mine.map(({ key }) => key));
  return [...theirs.filter(({ key }) => !own.has(key)), ...mine];
};

/**
 * A section that saves itself a moment after each change, one save at a time, and takes in what others write in it. Two texts that began
 * as the same are put together word by word; only where both changed the same words does somebody have to choose. What is sent is sent
 * under one key until it is answered. Nothing is lost on the way: what the server does not have is kept on the device.
 */
export function createSectionSaver(first: SavedSection, ports: Ports, kept: KeptSection | null = null) {
  let base = kept?.base ?? first;
  let state: SectionState = {
    body: kept?.body ?? first.body,
    taken: kept?.taken ?? first.taken,
    save: { state: "idle" },
    refused: null,
    clash: null,
  };
  let sent: SectionToSend | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function set(over: Partial<SectionState>): void {
    state = { ...state, ...over };
    for (const listener of listeners) listener();
  }
  const isUnsaved = (): boolean => sent !== null || state.body !== base.body || state.taken !== base.taken;
  const keep = (): void => ports.keep(isUnsaved() ? { base, body: state.body, taken: state.taken } : null);

  /** Takes in what stands on the server, beside what was written here since `ancestor`. False where somebody has to choose. */
  function takeIn(ancestor: Pick<SavedSection, "body" | "taken">, now: SavedSection): boolean {
    const written = state.body !== ancestor.body || state.taken !== ancestor.taken;
    if (!written) {
      base = now;
      set({ body: now.body, taken: now.taken });
      return true;
    }
    const pieces = mergeTexts(ancestor.body, state.body, now.body);
    if (clashesOf(pieces).length > 0) {
      set({ clash: { pieces, now }, save: { state: "failed" } });
      return false;
    }
    base = now;
    set({ body: settled(pieces), taken: bothTaken(state.taken, now.taken) });
    return true;
  }

  async function sendAll(): Promise<boolean> {
    while (isUnsaved()) {
      if (state.clash) return false;
      const what = (sent ??= { key: newId(), rev: base.rev, body: state.body, taken: state.taken });
      set({ save: { state: "saving" }, refused: null });
      const answer = await ports.send(what);
      if (answer.kind === "unanswered") {
        set({ save: { state: "waiting" } });
        later(RETRY_MS);
        return false;
      }
      sent = null;
      if (answer.kind === "refused") {
        set({ save: { state: "failed" }, refused: answer.message });
        return false;
      }
      // a save that was answered late may be older than what others have written since
      if (!takeIn(answer.kind === "saved" ? what : base, answer.now)) return false;
      if (answer.kind === "saved") set({ save: { state: "saved", at: new Date() } });
      keep();
    }
    return true;
  }
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
  function change(body: string, taken: readonly TakenSentence[] = state.taken): void {
    if (state.clash) return;
    set({ body, taken });
    keep();
    later(PAUSE_MS);
  }
  if (kept) later(0);

  return {
    state: (): SectionState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isUnsaved,
    keep,
    flush,
    change,
    /** What the server has now, as it was heard of. */
    heard(now: SavedSection): void {
      if (now.rev <= base.rev || sent !== null) return;
      if (state.clash) set({ clash: { pieces: mergeTexts(base.body, state.body, now.body), now } });
      else if (takeIn(base, now) && isUnsaved()) later(PAUSE_MS);
      keep();
    },
    /** Ends a clash with what was chosen for each place, in order. */
    choose(choices: readonly ClashChoice[]): void {
      const { clash } = state;
      if (!clash) return;
      base = clash.now;
      set({ body: settled(clash.pieces, choices), taken: bothTaken(state.taken, clash.now.taken), clash: null });
      keep();
      void flush();
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}
