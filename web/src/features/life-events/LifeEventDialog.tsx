import { useState } from "react";
import {
  EndMembershipDocument,
  ProposeMoveDocument,
  ReinstateMemberDocument,
} from "../../../../graphql/generated/graphql";
import { useMoveTargetsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, DateField, Dialog, ErrorState, RadioCards, Select } from "../../ui";
import { Outcome } from "./Outcome";

const EVENTS = ["MOVED", "LEFT", "AGED_OUT", "DIED"] as const;
export type LifeEvent = (typeof EVENTS)[number];

type LifeEventDialogProps = {
  memberId: string;
  name: string;
  joinedOn: string;
  rev: number;
  /** what is chosen as it opens */
  about: LifeEvent | null;
  /** no chapter has been asked yet */
  mayMove: boolean;
  onClose: () => void;
  onDone: () => void;
};

/** One question: what has happened. What follows from it stands under each answer. */
export function LifeEventDialog({
  memberId,
  name,
  joinedOn,
  rev,
  about,
  mayMove,
  onClose,
  onDone,
}: LifeEventDialogProps) {
  const texts = useTexts().lifeEvents;
  const format = useFormat();
  const offerUndo = useUndo();
  const [event, setEvent] = useState<LifeEvent | null>(about);
  const [leftOn, setLeftOn] = useState(format.today());
  const [toChapterId, setToChapterId] = useState("");
  const end = useAction(EndMembershipDocument);
  const move = useAction(ProposeMoveDocument);
  const reinstate = useAction(ReinstateMemberDocument);

  const send = async (): Promise<void> => {
    if (event === "MOVED") {
      if (await move.run({ id: memberId, rev, toChapterId })) onDone();
      return;
    }
    if (event === null) return;
    const ended = await end.run({ id: memberId, rev, reason: event, leftOn });
    if (!ended) return;
    onDone();
    offerUndo({
      message: texts.doneUndo,
      undo: () => void reinstate.run({ id: memberId, rev: rev + 1 }).then(onDone),
    });
  };
  const ready = event !== null && (event === "MOVED" ? toChapterId !== "" : leftOn !== "");
  return (
    <Dialog
      open
      keep
      title={texts.dialog(name)}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          {event !== null && (
            <Button variant="primary" disabled={!ready} busy={end.busy || move.busy} onClick={() => void send()}>
              {texts.act[event]}
            </Button>
          )}
        </>
      }
    >
      <RadioCards
        label={texts.what}
        value={event}
        onChange={setEvent}
        options={EVENTS.filter((value) => mayMove || value !== "MOVED").map((value) => ({
          value,
          label: texts.events[value],
          help: texts.eventHelp[value],
        }))}
      />
      {event === "MOVED" && (
        <ChapterChoice value={toChapterId} onChange={setToChapterId} problem={move.problemAt("toChapterId")} />
      )}
      {event !== null && event !== "MOVED" && (
        <DateField
          label={texts.day}
          value={leftOn}
          min={joinedOn}
          max={format.today()}
          problem={end.problemAt("leftOn")}
          onChange={setLeftOn}
        />
      )}
      <Outcome action={end} beside={["leftOn"]} />
      <Outcome action={move} beside={["toChapterId"]} />
    </Dialog>
  );
}

type ChapterChoiceProps = { value: string; onChange: (id: string) => void; problem: string | undefined };

function ChapterChoice({ value, onChange, problem }: ChapterChoiceProps) {
  const texts = useTexts().lifeEvents;
  const [{ data, error, fetching }, reload] = useMoveTargetsQuery();
  const failed = errorOf(error);
  if (!data && failed) {
    return <ErrorState {...failed} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />;
  }
  return (
    <Select
      label={texts.chapter}
      help={texts.moveHelp}
      value={value}
      problem={problem}
      onChange={onChange}
      options={(data?.moveTargets ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
