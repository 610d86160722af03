import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Button, Card } from "../../ui";
import { PencilIcon } from "../../ui/icons";
import { AnswerList } from "./AnswerList";
import type { Task } from "./useTask";

/** What was sent, by whom and when, and whether it can still be put right. */
export function ClosedCard({ task, onCorrect }: { task: Task; onCorrect?: (() => void) | undefined }) {
  const texts = useTexts().touchpoints.task;
  const format = useFormat();
  const { touchpoint } = task;
  if (!touchpoint.closedAt && touchpoint.status !== "EMPTY") return null;
  const moment = touchpoint.closedAt ? format.moment(touchpoint.closedAt) : null;
  const takenOver = touchpoint.status === "TAKEN_OVER";
  const who =
    moment && takenOver
      ? texts.takenOver(moment)
      : moment && touchpoint.closedByName
        ? texts.closedBy(touchpoint.closedByName, moment)
        : moment && texts.closed(moment);
  return (
    <Card title={texts.sent} {...(who && { lead: who })}>
      {touchpoint.outcome && (
        <p>
          {texts.outcomeWas}: <strong>{texts.outcomes[touchpoint.outcome]}</strong>
        </p>
      )}
      {touchpoint.status !== "EMPTY" && task.fields.length > 0 && (
        <AnswerList fields={task.fields} values={task.answers} hidden={task.hidden} />
      )}
      {onCorrect && touchpoint.canCorrect.allowed && (
        <div className="v-closed__actions">
          <Button icon={PencilIcon} onClick={onCorrect}>
            {takenOver ? texts.ownInstead : texts.correct}
          </Button>
          {touchpoint.canCorrect.until && <span>{texts.correctUntil(format.day(touchpoint.canCorrect.until))}</span>}
        </div>
      )}
    </Card>
  );
}
