import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Alert } from "../../ui";
import type { Task } from "./useTask";

/** Whether a report is taken now and until when, in a sentence, wherever a task or its report is shown. */
export function WhyNot({ task, mayWrite }: { task: Task; mayWrite: boolean }) {
  const texts = useTexts().touchpoints.task.cannot;
  const format = useFormat();
  const { canSubmit, opensOn, missOn, status } = task.touchpoint;
  const until = canSubmit.until ?? missOn;
  switch (canSubmit.reason) {
    case "NOT_OPEN_YET":
      return <Alert tone="info" title={texts.NOT_OPEN_YET(format.relativeDay(opensOn))} />;
    case "TOO_LATE":
      return (
        <Alert tone="info" title={(mayWrite ? texts.TOO_LATE : texts.TOO_LATE_ABOVE)(format.relativeDay(until))} />
      );
    case "CANCELLED":
      return <Alert tone="info" title={texts.CANCELLED} />;
    case "WAIVED":
      return <Alert tone="info" title={texts.WAIVED} />;
    // what was sent, and by whom, says it
    case "CLOSED":
      return null;
    default:
      if (task.takeOver) return <Alert tone="info" title={texts.TAKE_OVER} />;
      if (!mayWrite) return <Alert tone="info" title={texts.NOT_YOURS} />;
      return status === "OVERDUE" ? <Alert tone="info" title={texts.STILL(format.relativeDay(until))} /> : null;
  }
}
