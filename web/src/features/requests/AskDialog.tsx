import { useState } from "react";
import { AskRequestDocument, type RequestKind, type RequestReason } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Chips, Dialog, RadioCards, TextArea } from "../../ui";
import { Outcome } from "./Outcome";

const DUTY: Record<RequestKind, readonly RequestReason[]> = {
  WAIVER: ["NOT_FOR_US", "DONE_ANOTHER_WAY", "DONE_WITH_OTHERS", "TOO_FEW_HANDS", "OTHER"],
  EXCEPTION: ["TOO_FEW_HANDS", "NEW_BOARD", "EXAMS_OR_HOLIDAY", "WAITING_FOR_OTHERS", "OTHER"],
};
const PERSON: Record<RequestKind, readonly RequestReason[]> = {
  WAIVER: ["ALREADY_IN_TOUCH", "WRONG_CHAPTER", "TWICE"],
  EXCEPTION: ["NOT_REACHED_YET", "TOO_FEW_HANDS", "NEW_BOARD", "EXAMS_OR_HOLIDAY"],
};
const LENGTHS = ["7", "14", "30"] as const;

type AskDialogProps = {
  kind: RequestKind;
  touchpointId: string;
  aboutMember: boolean;
  onClose: () => void;
  onAsked: () => void;
};

/** The board asks: a reason of a list, and of a duty a few words. About a member nothing is written. */
export function AskDialog({ kind, touchpointId, aboutMember, onClose, onAsked }: AskDialogProps) {
  const texts = useTexts().requests;
  const ask = useAction(AskRequestDocument);
  const [id] = useState(newId);
  const [reason, setReason] = useState<RequestReason | null>(null);
  const [words, setWords] = useState("");
  const [length, setLength] = useState<(typeof LENGTHS)[number]>("14");
  const waiver = kind === "WAIVER";
  const other = reason === "OTHER";
  const send = async (): Promise<void> => {
    if (!reason) return;
    const done = await ask.run({
      id,
      touchpointId,
      kind,
      reason,
      words: aboutMember ? null : words,
      wantedDays: waiver ? null : Number(length),
    });
    if (done) onAsked();
  };
  return (
    <Dialog
      open
      keep
      title={waiver ? texts.waiverTitle : texts.exceptionTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="primary" busy={ask.busy} disabled={!reason} onClick={() => void send()}>
            {texts.send}
          </Button>
        </>
      }
    >
      <p>{waiver ? texts.waiverLead : texts.exceptionLead}</p>
      {aboutMember && <p>{texts.person}</p>}
      <RadioCards
        label={texts.reason}
        value={reason}
        onChange={setReason}
        options={(aboutMember ? PERSON : DUTY)[kind].map((value) => ({ value, label: texts.reasons[value] }))}
        problem={ask.problemAt("reason")}
      />
      {!waiver && (
        <Chips
          label={texts.howLong}
          value={length}
          onChange={setLength}
          options={LENGTHS.map((value) => ({ value, label: texts.lengths[value] }))}
          problem={ask.problemAt("wantedDays")}
        />
      )}
      {!aboutMember && reason && (
        <TextArea
          key={other ? "other" : "more"}
          label={other ? texts.wordsOther : texts.words}
          optional={!other}
          footnote={texts.wordsNote}
          rows={3}
          maxLength={300}
          value={words}
          problem={ask.problemAt("words")}
          onChange={setWords}
        />
      )}
      <Outcome action={ask} fields={["reason", "wantedDays", "words"]} />
    </Dialog>
  );
}
