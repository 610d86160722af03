import { useState } from "react";
import { ChangeContactDocument, WriteContactDocument, type ContactWay } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, Chips, DateField, Dialog, TextArea } from "../../ui";
import { ActionFailed } from "../news";
import type { Entry } from "./FollowUpCard";

const WAYS: readonly ContactWay[] = ["CALL", "MEETING", "MESSAGE"];
const MOST = 300;
const FIELDS = ["on", "note", "nextOn"];

type ContactDialogProps = {
  chapterId: string;
  chapterName: string;
  /** The contact to mend; null writes a new one. */
  entry: Entry | null;
  onClose: () => void;
  onSaved: () => void;
};

/** A contact one has had with a board: how, when, a line, and when one means to be in touch again. */
export function ContactDialog({ chapterId, chapterName, entry, onClose, onSaved }: ContactDialogProps) {
  const all = useAllTexts();
  const texts = all.followUp.form;
  const format = useFormat();
  const write = useAction(WriteContactDocument);
  const change = useAction(ChangeContactDocument);
  const used = entry ? change : write;
  const [id] = useState(newId);
  const [how, setHow] = useState<ContactWay>(entry?.how ?? "CALL");
  const [on, setOn] = useState(entry?.on ?? format.today());
  const [note, setNote] = useState(entry?.note ?? "");
  const [nextOn, setNextOn] = useState(entry?.nextOn ?? "");
  const [empty, setEmpty] = useState(false);

  const act = async (): Promise<void> => {
    setEmpty(on === "");
    if (on === "") return;
    const facts = { chapterId, how, on, note: note.trim() || null, nextOn: nextOn || null };
    const saved = entry
      ? await change.run({ id: entry.id, rev: entry.rev ?? 0, ...facts })
      : await write.run({ id, ...facts });
    if (saved) onSaved();
  };

  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={entry ? texts.changeTitle : texts.title(chapterName)}
      actions={
        <>
          <Button onClick={onClose}>{all.ui.actions.cancel}</Button>
          <Button variant="primary" busy={used.busy} disabled={note.length > MOST} onClick={() => void act()}>
            {texts.save}
          </Button>
        </>
      }
    >
      <Chips
        label={texts.how}
        options={WAYS.map((value) => ({ value, label: texts.ways[value] }))}
        value={how}
        onChange={setHow}
      />
      <DateField
        label={texts.on}
        value={on}
        max={format.today()}
        onChange={setOn}
        problem={empty ? texts.day : used.problemAt("on")}
      />
      <TextArea
        label={texts.note}
        help={texts.noteHelp}
        optional
        rows={3}
        maxLength={MOST}
        value={note}
        onChange={setNote}
        problem={used.problemAt("note")}
      />
      <DateField
        label={texts.nextOn}
        help={texts.nextHelp}
        optional
        value={nextOn}
        min={format.today()}
        onChange={setNextOn}
        problem={used.problemAt("nextOn")}
      />
      <ActionFailed problems={used.otherProblems(FIELDS)} error={used.error} />
    </Dialog>
  );
}
