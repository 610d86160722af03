import type { ContactOutcome } from "@varde/domain";
import { useRef } from "react";
import { useNavigate } from "react-router";
import {
  CloseEmptyDocument,
  CorrectReportDocument,
  ReopenTouchpointDocument,
  SubmitReportDocument,
} from "../../../../graphql/generated/graphql";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { inputsOf, type Values } from "./report-values";
import { useTaskWords } from "./task-words";
import { taskPath } from "./TaskRow";
import type { Task } from "./useTask";
import { useVisibleSeconds } from "./useVisibleSeconds";

/** Sends, corrects and closes a task; a closing can be taken back for ten seconds, on whichever page one has gone on to. */
export function useReport(task: Task) {
  const submit = useAction(SubmitReportDocument);
  const correct = useAction(CorrectReportDocument);
  const empty = useAction(CloseEmptyDocument);
  const reopen = useAction(ReopenTouchpointDocument);
  const offerUndo = useUndo();
  const navigate = useNavigate();
  const words = useTaskWords();
  const texts = useTexts().touchpoints.task;
  const { id } = task.touchpoint;
  const time = useVisibleSeconds();
  // what is sent again is sent as it was: the same seconds too, or it would be another intent
  const sent = useRef<{ content: string; seconds: number | null } | null>(null);

  /** Goes on to what is next, with the way back at hand. */
  function finish(message: string, rev: number, keep: () => void): void {
    offerUndo({
      message,
      undo: () => {
        keep();
        void reopen.run({ id, rev }).then(() => navigate(taskPath(task.touchpoint)));
      },
    });
    void navigate("/");
  }

  return {
    submit,
    correct,
    empty,
    /** the report is in sight: how long it takes is measured from here */
    begin: time.begin,
    busy: submit.busy || correct.busy || empty.busy,
    /** true when it closed, false when it stays open; null when it was not taken */
    async send(
      rev: number,
      values: Values,
      contact: { outcome: ContactOutcome | null; laterOn: string | null },
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
      if (after.status === "OPEN" || after.status === "OVERDUE") return false;
      finish(texts.finished(words.headline(task.touchpoint)), after.rev, keep);
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
      if (after) finish(texts.emptied(words.headline(task.touchpoint)), after.rev, () => undefined);
    },
  };
}
export type Report = ReturnType<typeof useReport>;
