import type { ContactOutcome } from "@varde/domain";
import { readFragment } from "../../../../graphql/generated";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import {
  CloseEmptyDocument,
  ConfirmPartDocument,
  CorrectReportDocument,
  ReopenTouchpointDocument,
  SubmitReportDocument,
  TakeBackNoteDocument,
  TaskRow_TouchpointFragmentDoc,
  type TaskRow_TouchpointFragment,
} from "../../../../graphql/generated/graphql";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { donePath, keepDone } from "./just-done";
import { inputsOf, type Values } from "./report-values";
import { useTaskWords } from "./task-words";
import { taskPath } from "./TaskRow";
import type { Task } from "./useTask";
import { useVisibleSeconds } from "./useVisibleSeconds";

/** Sends, corrects and closes a task; a closing can be taken back for ten seconds, on whichever page one has gone on to. */
export function useReport(task: Task, onUndone: () => void = () => undefined) {
  const submit = useAction(SubmitReportDocument);
  const correct = useAction(CorrectReportDocument);
  const empty = useAction(CloseEmptyDocument);
  const reopen = useAction(ReopenTouchpointDocument);
  const note = useAction(TakeBackNoteDocument);
  const confirm = useAction(ConfirmPartDocument);
  const [next, setNext] = useState<TaskRow_TouchpointFragment | null>(null);
  const offerUndo = useUndo();
  const navigate = useNavigate();
  const words = useTaskWords();
  const texts = useTexts().touchpoints.task;
  const { id } = task.touchpoint;
  const time = useVisibleSeconds();
  // what is sent again is sent as it was: the same seconds too, or it would be another intent
  const sent = useRef<{ content: string; seconds: number | null } | null>(null);

  /** Goes on to what is next, with the way back at hand; to the day's page when nothing waits. */
  function finish(message: string, undo: () => Promise<unknown>, going: TaskRow_TouchpointFragment | null): void {
    offerUndo({ message, undo: () => void undo().then(() => navigate(taskPath(task.touchpoint))) });
    if (going) keepDone({ id, what: words.whole(task.touchpoint), next: going });
    void navigate(going ? donePath(id) : "/");
  }
  const taken = (rev: number, keep: () => void) => () => {
    keep();
    return reopen.run({ id, rev });
  };

  return {
    submit,
    correct,
    empty,
    /** the report is in sight: how long it takes is measured from here */
    begin: time.begin,
    /** what to go on with after what was noted and stays open */
    next,
    busy: submit.busy || correct.busy || empty.busy || confirm.busy,
    confirm,
    /** true when it closed, false when it stays open; null when it was not taken */
    async send(
      rev: number,
      values: Values,
      contact: { outcome: ContactOutcome | null; laterOn: string | null; returnsOn: string | null },
      onTaken: () => void,
      keep: () => void,
    ): Promise<boolean | null> {
      const answers = inputsOf(task.fields, values);
      const content = JSON.stringify([rev, contact, answers]);
      if (sent.current?.content !== content) sent.current = { content, seconds: time.read() };
      const done = await submit.run({ id, rev, ...contact, answers, seconds: sent.current.seconds });
      const after = done?.submitReport.detail?.touchpoint;
      if (!after) return null;
      onTaken();
      const going = readFragment(TaskRow_TouchpointFragmentDoc, done.submitReport.next) ?? null;
      if (after.status === "OPEN" || after.status === "OVERDUE") {
        setNext(going);
        // a move is asked of the register, and taken back there
        if (contact.outcome !== "MOVED")
          offerUndo({
            message: texts.notedUndo(words.headline(task.touchpoint)),
            undo: () => void note.run({ id, rev: after.rev }).then(onUndone),
          });
        return false;
      }
      finish(texts.finished(words.headline(task.touchpoint)), taken(after.rev, keep), going);
      return true;
    },
    async saveCorrection(values: Values, outcome: ContactOutcome | null): Promise<boolean> {
      const answers = inputsOf(task.fields, values);
      const done = await correct.run({ id, rev: task.touchpoint.rev, outcome, answers });
      return done !== null;
    },
    async closeEmpty(): Promise<void> {
      const done = await empty.run({ id, rev: task.touchpoint.rev });
      const after = done?.closeEmpty.detail?.touchpoint;
      if (!after) return;
      const going = readFragment(TaskRow_TouchpointFragmentDoc, done.closeEmpty.next) ?? null;
      finish(
        texts.emptied(words.headline(task.touchpoint)),
        taken(after.rev, () => undefined),
        going,
      );
    },
    /** one's own part of what each of the board does; true when it was taken */
    async confirmPart(): Promise<boolean> {
      const done = await confirm.run({ id, done: true });
      const after = done?.confirmPart.detail?.touchpoint;
      if (!after) return false;
      const name = words.headline(task.touchpoint);
      const message =
        after.status === "OPEN" || after.status === "OVERDUE" ? texts.each.said(name) : texts.finished(name);
      const going = readFragment(TaskRow_TouchpointFragmentDoc, done.confirmPart.next) ?? null;
      finish(message, () => confirm.run({ id, done: false }), going);
      return true;
    },
  };
}
export type Report = ReturnType<typeof useReport>;
