import { useBorrowedQueueQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Card } from "../../ui";
import { BorrowedDuties } from "./BorrowedDuties";
import { DutiesToTakeOver } from "./DutiesToTakeOver";

type Props = { chapterId: string };

/** The queue of a chapter where nobody is at it, for those who follow it; nothing where somebody is. */
export function BorrowedCard({ chapterId }: Props) {
  const may = useCan("NUDGE");
  return may ? <Queue chapterId={chapterId} /> : null;
}

function Queue({ chapterId }: Props) {
  const texts = useAllTexts().followUp.queue;
  const format = useFormat();
  const mayInvite = useCan("SEAT_GRANT");
  const mayTakeOver = useCan("DUTY_TAKE_OVER");
  const [{ data }] = useBorrowedQueueQuery({ variables: { chapterId } });
  const queue = data?.borrowedQueue;
  if (!queue) return null;
  const { because, lastSeenOn, duties } = queue;
  const why =
    because === "SILENT" ? texts.because.SILENT(lastSeenOn ? format.date(lastSeenOn) : "") : texts.because[because];
  const step = because === "NO_BOARD" ? (mayInvite ? "invite" : "askInvite") : "write";
  return (
    <Card title={texts.heading} lead={why}>
      <BorrowedDuties duties={duties} />
      {mayTakeOver && <DutiesToTakeOver chapterId={chapterId} />}
      <p>{texts.members}</p>
      <p>
        <strong>{texts.next}</strong>
        <br />
        {texts.step[step]}
      </p>
    </Card>
  );
}
