import { isPlanHeader, piecesOfText, type PlanColumn } from "@varde/domain";
import { useRef, useState } from "react";
import type { Failure } from "../../../app/errors";
import { keepPaste, keptPaste, NO_PASTE, type Paste } from "./kept-paste";
import { MOST_BYTES, type ReadProblem, sendPlan } from "./send-plan";

/** Why what was pasted or chosen last is not read; what was read before it stands. */
export type Unread = { problem: ReadProblem } | { failure: Failure; again: () => void };

/** A plan on its way in: kept on the device from when it is pasted until it is saved. */
export function usePlanImport(seatId: string, year: number) {
  const [paste, setPaste] = useState(() => keptPaste(seatId, year));
  const [isKept, setKept] = useState(true);
  const [busy, setBusy] = useState(false);
  const [unread, setUnread] = useState<Unread | null>(null);
  /** the clipboard's page could not be sent, and its plain text was read instead */
  const [isPlain, setPlain] = useState(false);
  const now = useRef(paste);
  const turn = useRef(0);

  const change = (over: Partial<Paste>): void => {
    now.current = { ...now.current, ...over };
    setPaste(now.current);
    setKept(keepPaste(seatId, year, now.current));
  };
  /** What is asked now is the last: an answer to what was asked before it is too late. */
  const begin = (): (() => boolean) => {
    turn.current += 1;
    const mine = turn.current;
    setUnread(null);
    setPlain(false);
    return () => turn.current === mine;
  };

  function readHere(): void {
    const { text } = now.current;
    if (text.length > MOST_BYTES) setUnread({ problem: "TOO_LARGE" });
    else change({ pieces: piecesOfText(text, isPlanHeader), chosen: [], file: null });
  }
  /** Reads what is in the box: text here, a page by the server, or its text here when the server does not answer. */
  async function readBox(): Promise<void> {
    const isLast = begin();
    const { html } = now.current;
    if (html === null) return readHere();
    setBusy(true);
    // the clipboard's begins anywhere: said to be a page it is read as one
    const read = await sendPlan(new Blob(["<!doctype html>", html]));
    if (!isLast()) return;
    setBusy(false);
    if ("pieces" in read) change({ pieces: read.pieces, chosen: [], file: null });
    // a page may be large by its looks alone
    else if ("problem" in read && read.problem !== "TOO_LARGE") setUnread(read);
    else {
      setPlain(true);
      readHere();
    }
  }
  async function readFile(file: File): Promise<void> {
    const isLast = begin();
    setBusy(true);
    const read = await sendPlan(file);
    if (!isLast()) return;
    setBusy(false);
    if ("pieces" in read) change({ pieces: read.pieces, chosen: [], file: file.name });
    else if ("problem" in read) setUnread(read);
    else setUnread({ failure: read.failure, again: () => void readFile(file) });
  }
  /** What is typed is another text than what was read of the box; what was read of a file stands. */
  function type(text: string): void {
    change({ text, html: null, ...(now.current.file === null && { pieces: null }) });
  }
  function putIn(text: string, html: string | null): void {
    change({ text, html });
    void readBox();
  }
  return {
    paste,
    isKept,
    busy,
    unread,
    isPlain,
    type,
    putIn,
    readBox,
    readFile,
    choose: (chosen: PlanColumn[]) => change({ chosen }),
    clear() {
      begin();
      setBusy(false);
      change(NO_PASTE);
    },
  };
}

export type PlanImport = ReturnType<typeof usePlanImport>;
