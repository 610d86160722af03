import { useState } from "react";
import type { CrisisContactInput } from "../../../../graphql/generated/graphql";
import type { Failure } from "../../app/errors";
import { useAllTexts } from "../../texts";
import { Button, Checkbox, Dialog, Form, FormActions, TextField } from "../../ui";
import { PhoneIcon, TrashIcon } from "../../ui/icons";
import { Failed } from "./Failed";
import { asInput, type CrisisContactData } from "./settings-data";

type CrisisContactDialogProps = {
  /** Null for a new one. */
  contact: CrisisContactData | null;
  /** Its place in the list that is sent. */
  at: number;
  save: {
    busy: boolean;
    error: Failure | null;
    problemAt: (path: string) => string | undefined;
    otherProblems: (paths: readonly string[]) => string[];
  };
  onClose: () => void;
  /** None when it is the last one. */
  onRemove?: () => void;
  onSave: (contact: CrisisContactInput) => Promise<void>;
};

const EMPTY: CrisisContactInput = {
  name: "",
  phone: "",
  note: { nb: "", nn: null, en: null },
  urgent: false,
  checkedToday: false,
};

/** One number to call, new or changed. */
export function CrisisContactDialog({ contact, at, save, onClose, onRemove, onSave }: CrisisContactDialogProps) {
  const { settings, ui } = useAllTexts();
  const texts = settings.numbers;
  const [form, setForm] = useState<CrisisContactInput>(contact ? asInput(contact) : EMPTY);
  const set = (part: Partial<CrisisContactInput>) => setForm({ ...form, ...part });
  const path = (field: string): string => `contacts.${at}.${field}`;
  const fields = ["name", "phone", "note.nb", "note.nn", "note.en"].map(path);
  const note = (language: "nn" | "en", label: string) => (
    <TextField
      label={label}
      optional
      value={form.note[language] ?? ""}
      maxLength={80}
      lang={language}
      onChange={(text) => set({ note: { ...form.note, [language]: text } })}
      problem={save.problemAt(path(`note.${language}`))}
    />
  );
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={contact ? texts.editTitle(contact.name) : texts.addTitle}
      icon={PhoneIcon}
      actions={<></>}
    >
      <Form onSubmit={() => void onSave(form)} problems={save.otherProblems(fields)}>
        <TextField
          label={texts.name}
          value={form.name}
          maxLength={80}
          onChange={(name) => set({ name })}
          problem={save.problemAt(path("name"))}
        />
        <TextField
          label={texts.phone}
          help={texts.phoneHelp}
          type="tel"
          autoComplete="off"
          value={form.phone}
          maxLength={20}
          onChange={(phone) => set({ phone })}
          problem={save.problemAt(path("phone"))}
        />
        <TextField
          label={texts.noteNb}
          help={texts.noteNbHelp}
          value={form.note.nb}
          maxLength={80}
          lang="nb"
          onChange={(nb) => set({ note: { ...form.note, nb } })}
          problem={save.problemAt(path("note.nb"))}
        />
        {note("nn", texts.noteNn)}
        {note("en", texts.noteEn)}
        <Checkbox
          label={texts.urgent}
          help={texts.urgentHelp}
          checked={form.urgent}
          onChange={(urgent) => set({ urgent })}
        />
        <Checkbox
          label={texts.onCall}
          help={texts.onCallHelp}
          checked={form.onCall ?? false}
          onChange={(onCall) => set({ onCall })}
        />
        <Checkbox
          label={texts.checkedNow}
          help={texts.changedNumber}
          checked={form.checkedToday}
          onChange={(checkedToday) => set({ checkedToday })}
        />
        <Failed error={save.error} />
        <FormActions>
          {onRemove && (
            <Button variant="plain" icon={TrashIcon} onClick={onRemove}>
              {texts.remove}
            </Button>
          )}
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button variant="primary" type="submit" busy={save.busy}>
            {texts.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
