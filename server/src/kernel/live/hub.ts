import type { Response } from "express";
import type { Door } from "../db/door.js";
import type { Listener } from "../db/listener.js";
import { runWork } from "../db/run-work.js";
import type { Viewer, Work } from "../db/unit-of-work.js";
import { AppError } from "../errors/app-error.js";
import type { Logger } from "../log.js";
import { safeError } from "../log.js";
import { inTurns } from "./in-turns.js";
import { openStream } from "./stream.js";
import type { Ending, Stream } from "./stream.js";
import { readWord } from "./word.js";
import type { Word } from "./word.js";

/** What somebody may have heard since they were last told, by where it was said. */
export type Heard = { rows: ReadonlySet<string>; beside: ReadonlySet<string>; chapters: ReadonlySet<string> };

/** Asked in a transaction of the one who listens: the touchpoints of it that they may read now, and whether a whole chapter is theirs. */
export type MayHear = (work: Work, heard: Heard) => Promise<{ ids: string[]; whole: boolean }>;

export type HubOptions = {
  door: Door;
  listen: (hearing: { heard(payload: string): void; began(): void }) => Listener;
  mayHear: MayHear;
  log: Logger;
  /** how long words are gathered before one asks about them */
  gatherMs?: number;
  recheckMs?: number;
  beatMs?: number;
  /** streams of the process */
  most?: number;
};

export type Hub = {
  /** Begins the answer, or throws: UNAUTHENTICATED, FORBIDDEN without a seat, UNAVAILABLE when full or leaving. */
  join(session: string, response: Response): Promise<void>;
  /** ends every stream and takes no new one */
  leave(): void;
  close(): Promise<void>;
};

const STREAMS_OF_A_SESSION = 4;
/** Of requests' connections to the database, those that may be asking for listeners. */
const AT_ONCE = 4;
const ASK_MS = 2_000;
/** More than this at once is «fetch anew» for a chapter; for those above, who hear of many chapters, the newest are kept. */
const MOST_IDS = 200;
/** Those above read whatever chapter they look at, and hear of all: they are asked about less often. */
const ABOVE_MS = 2_000;
const RETRY_MS = 3_000;

/** One session that listens, with its streams. Whose it is decides what is worth asking about, never what is told. */
type Ear = {
  session: string;
  who: Viewer;
  streams: Set<Stream>;
  rows: Set<string>;
  beside: Set<string>;
  chapters: Set<string>;
  /** tell them to fetch anew, whatever was heard */
  anew: boolean;
  asking: boolean;
  /** something came while we asked */
  again: boolean;
  timer: NodeJS.Timeout | undefined;
  /** when the timer goes off */
  at: number;
};

/**
 * Everybody who listens at this process. A word of the database is gathered for each session it may concern, and then asked
 * about in a transaction of that session, so that row-level security answers: a right that is gone is gone with the next
 * event, and a session that is over is told and closed. What cannot be asked about is not told.
 */
export function createHub(options: HubOptions): Hub {
  const { door, mayHear, log, gatherMs = 200, recheckMs = 60_000, beatMs = 25_000, most = 2_000 } = options;
  const ears = new Map<string, Ear>();
  const inTurn = inTurns(AT_ONCE);
  let listener: Listener | null = null;
  let left = false;
  let count = 0;

  const ask = <T>(session: string, act: (work: Work) => Promise<T>): Promise<T> =>
    inTurn(() => runWork(door, { session, readOnly: true, statementMs: ASK_MS }, act));

  function forget(ear: Ear): void {
    clearTimeout(ear.timer);
    if (ears.get(ear.session) === ear) ears.delete(ear.session);
  }
  function end(ear: Ear, why: Ending): void {
    forget(ear);
    for (const stream of ear.streams) stream.end(why);
  }

  function soon(ear: Ear, ms = ear.who.chapterId ? gatherMs : Math.max(gatherMs, ABOVE_MS)): void {
    const at = Date.now() + ms;
    if (ear.asking) ear.again = true;
    if (ear.asking || (ear.timer && ear.at <= at)) return;
    clearTimeout(ear.timer);
    ear.at = at;
    ear.timer = setTimeout(() => void tell(ear), ms);
  }

  /** asks for one session about all it has heard, and tells it what it may know */
  async function tell(ear: Ear): Promise<void> {
    ear.timer = undefined;
    if (ears.get(ear.session) !== ear) return;
    const heard: Heard = { rows: ear.rows, beside: ear.beside, chapters: ear.chapters };
    const { anew } = ear;
    const silent = heard.rows.size + heard.beside.size + heard.chapters.size === 0;
    Object.assign(ear, {
      rows: new Set(),
      beside: new Set(),
      chapters: new Set(),
      anew: false,
      again: false,
      asking: true,
    });
    try {
      const found = await ask(ear.session, async (work) => ({
        viewer: work.viewer,
        ...(work.viewer?.seatId && !silent ? await mayHear(work, heard) : { ids: [], whole: false }),
      }));
      if (ears.get(ear.session) !== ear) return;
      if (!found.viewer) return end(ear, "session");
      if (found.viewer.seatId !== ear.who.seatId) return end(ear, "seat");
      for (const stream of ear.streams) {
        if (anew || found.whole) stream.refresh();
        else if (found.ids.length > 0) stream.changed(found.ids);
      }
    } catch (error) {
      log.warn({ err: safeError(error) }, "could not ask for those who listen");
      // nobody knows what they missed
      ear.anew = true;
    } finally {
      ear.asking = false;
    }
    if (ears.get(ear.session) !== ear) return;
    if (ear.anew) soon(ear, RETRY_MS * (1 + Math.random()));
    else if (ear.again) soon(ear);
  }

  function keep(ear: Ear, word: Word & { chapterId: string }): void {
    if (ear.who.chapterId && ear.who.chapterId !== word.chapterId) return;
    if (word.kind === "chapter") ear.chapters.add(word.chapterId);
    else {
      const ids = word.kind === "row" ? ear.rows : ear.beside;
      ids.delete(word.id);
      ids.add(word.id);
      if (ids.size > MOST_IDS) {
        if (ear.who.chapterId) ear.chapters.add(word.chapterId);
        ids.delete(ids.values().next().value!);
      }
    }
    soon(ear);
  }

  const hearing = {
    heard(payload: string) {
      const word = readWord(payload);
      if (!word) return;
      for (const ear of ears.values()) {
        if ("chapterId" in word) keep(ear, word);
        else if (word.kind === "organization") {
          if (word.id !== ear.who.organizationId) continue;
          ear.beside.add(word.id);
          soon(ear);
        } else if (word.id === (word.kind === "seat" ? ear.who.seatId : ear.who.accountId)) soon(ear, 0);
      }
    },
    /** what was said while nobody listened is not known; all at once would be a storm */
    began() {
      for (const ear of ears.values()) {
        ear.anew = true;
        soon(ear, Math.random() * Math.min(2_000, 10 * ears.size));
      }
    },
  };

  // a seat's last day and a session's idle time are over without a word
  const rechecking = setInterval(() => {
    for (const ear of ears.values()) soon(ear, Math.random() * Math.min(recheckMs / 2, 10 * ears.size));
  }, recheckMs);
  const beating = setInterval(() => {
    for (const ear of ears.values()) {
      // stuck between two beats: their line is gone, and they will come back
      for (const stream of ear.streams) if (!stream.beat()) stream.end("crowded");
    }
  }, beatMs);
  rechecking.unref();
  beating.unref();

  function leave(): void {
    left = true;
    for (const ear of ears.values()) end(ear, "leaving");
  }

  return {
    async join(session, response) {
      if (left || count >= most) throw new AppError("UNAVAILABLE");
      count += 1;
      response.once("close", () => (count -= 1));
      listener ??= options.listen(hearing);
      const who = await ask(session, async ({ viewer }) => viewer);
      if (!who) throw new AppError("UNAUTHENTICATED");
      if (!who.seatId) throw new AppError("FORBIDDEN");
      if (left) throw new AppError("UNAVAILABLE");
      if (response.destroyed) return;
      const known = ears.get(session);
      if (known && known.who.seatId !== who.seatId) end(known, "seat");
      const ear: Ear = ears.get(session) ?? {
        session,
        who,
        streams: new Set(),
        rows: new Set(),
        beside: new Set(),
        chapters: new Set(),
        anew: false,
        asking: false,
        again: false,
        timer: undefined,
        at: 0,
      };
      ears.set(session, ear);
      const [oldest] = ear.streams;
      if (oldest && ear.streams.size >= STREAMS_OF_A_SESSION) {
        ear.streams.delete(oldest);
        oldest.end("crowded");
      }
      const stream = openStream(response);
      ear.streams.add(stream);
      response.once("close", () => {
        ear.streams.delete(stream);
        if (ear.streams.size === 0) forget(ear);
      });
    },
    leave,
    async close() {
      leave();
      clearInterval(rechecking);
      clearInterval(beating);
      await listener?.close();
    },
  };
}
