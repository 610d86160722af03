import { cooldownDays, type AnswerValue, type ContactOutcome } from "@varde/domain";
import { useState } from "react";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { ActionAlert } from "./ActionAlert";
import { AnswerList } from "./AnswerList";
import { NextLink } from "./NextLink";
import { OutcomeView } from "./OutcomeView";
import type { Values } from "./report-values";
import type { Draft } from "./useDraft";
import type { Report } from "./useReport";
import type { Task } from "./useTask";

type Props = {
  task: Task;
  /** held by the page, so that what it says outlives the dock when somebody else was first */
  report: Report;
  draft: Draft;
  /** waits for ticks under way, and gives the rev to send on */
  latestRev: () => Promise<number>;
  onSettled: () => void;
  correcting: boolean;
  onCorrected: () => void;
};

/** Sends what `OutcomeView` shows. */
export function OutcomeDock({ task, report, draft, latestRev, onSettled, correcting, onCorrected }: Props) {
  const texts = useTexts().touchpoints;
  const [outcome, setOutcome] = useState<ContactOutcome | null>(correcting ? task.touchpoint.outcome : null);
  const [laterOn, setLaterOn] = useState<string | null>(null);
  const [returnsOn, setReturnsOn] = useState<string | null>(null);
  const [noted, setNoted] = useState<string | null>(null);
  const format = useFormat();
  const { until } = task.touchpoint.canSubmit;
  const rest = until
    ? cooldownDays({ ...task.touchpoint, missOn: until, lateAllowed: true, exceptionUntil: null }, format.today())
    : null;
  const values: Values = draft.values ?? task.answers;
  const action = correcting ? report.correct : report.submit;

  async function send(answered: Values = values): Promise<void> {
    if (!outcome) return;
    if (correcting) {
      if (await report.saveCorrection(answered, outcome)) {
        draft.forget();
        onCorrected();
      }
      return;
    }
    const chosen = returnsOn ?? rest?.usual ?? null;
    const closed = await report.send(
      await latestRev(),
      outcome === "REACHED" ? answered : {},
      {
        outcome,
        laterOn: outcome === "LATER" ? laterOn : null,
        returnsOn: outcome === "NO_ANSWER" ? chosen : null,
      },
      draft.forget,
      () => draft.keep(answered),
    );
    if (closed === false && (outcome === "NO_ANSWER" || outcome === "LATER" || outcome === "MOVED")) {
      const day = outcome === "LATER" ? laterOn : chosen;
      setNoted(texts.task.noted[outcome](day ? format.relativeDay(day) : null));
      setOutcome(null);
    }
    if (closed !== true) onSettled();
  }

  /** one question is all that is asked: its answer sends, and stays as a draft where it could not */
  function answer(field: string, value: AnswerValue): void {
    const answered = { ...values, [field]: value };
    draft.keep(answered);
    void send(answered);
  }

  return (
    <OutcomeView
      fields={task.fields}
      values={values}
      onValues={draft.keep}
      outcome={outcome}
      onOutcome={(value) => {
        // before this one talked: the report begins here
        report.begin();
        setOutcome(value);
        setNoted(null);
        action.reset();
      }}
      laterOn={laterOn}
      onLaterOn={setLaterOn}
      rest={rest}
      returnsOn={returnsOn}
      onReturnsOn={setReturnsOn}
      onAnswer={answer}
      correcting={correcting}
      busy={report.busy}
      onSend={() => void send()}
      problemAt={action.problemAt}
      noted={noted}
      next={report.next && <NextLink next={report.next} />}
    >
      <ActionAlert error={action.error} problems={action.problems}>
        {outcome === "REACHED" && <AnswerList fields={task.fields} values={values} />}
      </ActionAlert>
    </OutcomeView>
  );
}
