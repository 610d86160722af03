import { addDays } from "@varde/domain";
import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import { ChooseMeetingDocument, MeetingLine_MeetingFragmentDoc } from "../../../../graphql/generated/graphql";
import { useMeetingChoicesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, Dialog, ErrorState, RadioCards, Skeleton } from "../../ui";
import { CalendarIcon, PlusIcon } from "../../ui/icons";
import { useMeetingWords } from "../meetings";
import type { Task } from "./useTask";

const DAYS_BACK = 90;

/** Chooses the meeting that fills the messages and the report. */
export function ChooseMeeting({ task, word, onDone }: { task: Task; word: string; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" icon={CalendarIcon} onClick={() => setOpen(true)}>
        {word}
      </Button>
      <MeetingDialog task={task} open={open} onClose={() => setOpen(false)} onDone={onDone} />
    </>
  );
}

type DialogProps = { task: Task; open: boolean; onClose: () => void; onDone: () => void };

function MeetingDialog({ task, open, onClose, onDone }: DialogProps) {
  const texts = useTexts();
  const words = useMeetingWords();
  const format = useFormat();
  const [result, retry] = useMeetingChoicesQuery({
    variables: { from: addDays(format.today(), -DAYS_BACK) },
    pause: !open,
  });
  const choose = useAction(ChooseMeetingDocument);
  const [chosen, setChosen] = useState<string | null>(task.meeting?.id ?? null);
  const meetings = (result.data?.meetings.nodes ?? [])
    .filter(({ cancelledAt }) => !cancelledAt)
    .map((node) => readFragment(MeetingLine_MeetingFragmentDoc, node));
  const problem = errorOf(result.error);

  async function use(): Promise<void> {
    const done = await choose.run({ id: task.touchpoint.id, rev: task.touchpoint.rev, meetingId: chosen });
    onDone();
    if (done) onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={texts.touchpoints.meeting.title}
      actions={
        <>
          <ButtonLink variant="quiet" icon={PlusIcon} to={`/treff/ny?oppgave=${task.touchpoint.id}`}>
            {texts.touchpoints.meeting.make}
          </ButtonLink>
          {meetings.length > 0 && (
            <Button variant="primary" busy={choose.busy} disabled={!chosen} onClick={() => void use()}>
              {texts.touchpoints.meeting.use}
            </Button>
          )}
        </>
      }
    >
      {!result.data &&
        (problem ? <ErrorState code={problem.code} onRetry={() => retry()} /> : <Skeleton of="cards" count={2} />)}
      {result.data && meetings.length === 0 && <p>{texts.touchpoints.meeting.none}</p>}
      {meetings.length > 0 && (
        <RadioCards
          label={texts.touchpoints.meeting.title}
          hideLabel
          value={chosen}
          onChange={setChosen}
          options={meetings.map((meeting) => ({
            value: meeting.id,
            label: words.name(meeting),
            help: words.when(meeting),
          }))}
        />
      )}
      {choose.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live title={message} />
      ))}
      {choose.error && <Alert tone="warn" live title={texts.app.errors[choose.error.code].title} />}
    </Dialog>
  );
}

/** The meeting of the task: the chosen one, or the next that fills the messages meanwhile. */
export function MeetingCard({ task, onDone, readOnly }: { task: Task; onDone: () => void; readOnly: boolean }) {
  const texts = useTexts().touchpoints.meeting;
  const words = useMeetingWords();
  const shown = task.meeting ?? task.nextMeeting;
  if (!shown) return null;
  const meeting = readFragment(MeetingLine_MeetingFragmentDoc, shown);
  return (
    <Card title={task.meeting ? texts.chosen : texts.next}>
      <p>
        <strong>{words.name(meeting)}</strong>
        <br />
        {words.when(meeting)}
      </p>
      {!readOnly && (
        <div>
          <ChooseMeeting task={task} word={task.meeting ? texts.change : texts.choose} onDone={onDone} />
        </div>
      )}
    </Card>
  );
}
