import type { ContactOutcome } from "@varde/domain";
import { useState } from "react";
import { useTexts } from "../../texts";
import { ActionAlert } from "./ActionAlert";
import { AnswerList } from "./AnswerList";
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
  const [noted, setNoted] = useState<string | null>(null);
  const values: Values = draft.values ?? task.answers;
  const action = correcting ? report.correct : report.submit;

  async function send(): Promise<void> {
    if (!outcome) return;
    if (correcting) {
      if (await report.saveCorrection(values, outcome)) {
        draft.forget();
        onCorrected();
      }
      return;
    }
    const reached = outcome === "REACHED" ? values : {};
    const closed = await report.send(
      await latestRev(),
      reached,
      { outcome, laterOn: outcome === "LATER" ? laterOn : null },
      draft.forget,
      () => draft.keep(values),
    );
    if (closed === false && (outcome === "NO_ANSWER" || outcome === "LATER" || outcome === "MOVED")) {
      setNoted(texts.task.noted[outcome]);
      setOutcome(null);
    }
    if (closed !== true) onSettled();
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
      correcting={correcting}
      busy={report.busy}
      onSend={() => void send()}
      problemAt={action.problemAt}
      noted={noted}
    >
      <ActionAlert error={action.error} problems={action.problems}>
        {outcome === "REACHED" && <AnswerList fields={task.fields} values={values} />}
      </ActionAlert>
    </OutcomeView>
  );
}
