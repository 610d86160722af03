import { COUNTIES, YEAR_DATE_CONCERNS, YEAR_DATE_KINDS } from "@varde/domain";
import { useState } from "react";
import {
  DeleteYearDateDocument,
  SaveYearDateDocument,
  type YearSettingsQuery,
} from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Checkbox, Chips, DateField, Dialog, Disclosure, FieldRow, Stack, TextField } from "../../ui";

export type YearDate = YearSettingsQuery["yearSettings"]["dates"][number];

export const emptyDate = (year: number): YearDate => ({
  __typename: "YearDateSetting",
  id: newId(),
  kind: "DAY",
  name: { __typename: "LocalizedText", nb: "", nn: null, en: null },
  fromDay: `${year}-01-01`,
  toDay: `${year}-01-01`,
  concerns: "ALL",
  counties: [],
  source: "",
  checkedOn: null,
  rev: 0,
});

/** A day as it is written, with whether its source was looked at. */
export function toSave(
  { id, rev, kind, name, fromDay, toDay, concerns, source, counties }: YearDate,
  checked: boolean,
) {
  return {
    id,
    rev,
    kind,
    name: { nb: name.nb, nn: name.nn || null, en: name.en || null },
    fromDay,
    toDay: toDay < fromDay ? fromDay : toDay,
    concerns,
    counties: [...counties],
    source,
    checked,
  };
}

type Props = { date: YearDate; onClose: () => void; onChanged: () => void };
const FIELDS = ["name.nb", "name.nn", "name.en", "fromDay", "toDay", "source"];

/** A day of the organization's year: its name, its days, whom it concerns, where it is from and whether that is checked. */
export function YearDateDialog({ date, onClose, onChanged }: Props) {
  const { year: texts, app } = useAllTexts();
  const words = texts.settings;
  const [form, setForm] = useState(date);
  const [checked, setChecked] = useState(date.checkedOn !== null && date.checkedOn !== undefined);
  const save = useAction(SaveYearDateDocument);
  const remove = useAction(DeleteYearDateDocument);
  const set = (part: Partial<YearDate>): void => setForm({ ...form, ...part });
  const name = (part: Partial<YearDate["name"]>): void => set({ name: { ...form.name, ...part } });
  async function send(): Promise<void> {
    const done = await save.run(toSave(form, checked));
    if (!done) return;
    onChanged();
    onClose();
  }
  async function takeAway(): Promise<void> {
    if (!(await remove.run({ id: form.id, rev: form.rev }))) return;
    onChanged();
    onClose();
  }
  const failure = save.error ?? remove.error;
  return (
    <Dialog
      open
      onClose={onClose}
      title={date.rev === 0 ? words.addTitle : words.editTitle}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.annual.cancel}
          </Button>
          {date.rev > 0 && (
            <Button variant="plain" busy={remove.busy} onClick={() => void takeAway()}>
              {words.remove}
            </Button>
          )}
          <Button variant="primary" busy={save.busy} onClick={() => void send()}>
            {words.save}
          </Button>
        </>
      }
    >
      <Stack>
        <TextField
          label={words.name}
          value={form.name.nb}
          maxLength={80}
          onChange={(nb) => name({ nb })}
          problem={save.problemAt("name.nb")}
        />
        <Chips
          label={words.kind}
          value={form.kind}
          onChange={(kind) => set({ kind })}
          options={YEAR_DATE_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        <FieldRow>
          <DateField
            label={words.from}
            value={form.fromDay}
            onChange={(fromDay) => set({ fromDay, ...(form.toDay === form.fromDay && { toDay: fromDay }) })}
            problem={save.problemAt("fromDay")}
          />
          <DateField
            label={words.to}
            value={form.toDay}
            onChange={(toDay) => set({ toDay })}
            problem={save.problemAt("toDay")}
          />
        </FieldRow>
        <Chips
          label={words.whom}
          value={form.concerns}
          onChange={(concerns) => set({ concerns })}
          options={YEAR_DATE_CONCERNS.map((value) => ({ value, label: words.concerns[value] }))}
        />
        <TextField
          label={words.source}
          value={form.source}
          maxLength={200}
          onChange={(source) => set({ source })}
          problem={save.problemAt("source")}
        />
        <Checkbox label={words.checked} checked={checked} onChange={setChecked} />
        <Disclosure summary={words.more}>
          <Stack>
            <TextField
              label={words.nameNn}
              optional
              value={form.name.nn ?? ""}
              maxLength={80}
              onChange={(nn) => name({ nn })}
              problem={save.problemAt("name.nn")}
            />
            <TextField
              label={words.nameEn}
              optional
              value={form.name.en ?? ""}
              maxLength={80}
              onChange={(en) => name({ en })}
              problem={save.problemAt("name.en")}
            />
            <Chips
              multiple
              label={words.counties}
              value={form.counties}
              onChange={(counties: string[]) => set({ counties })}
              options={COUNTIES.map(({ code, name: label }) => ({ value: code, label }))}
            />
          </Stack>
        </Disclosure>
        {[...save.otherProblems(FIELDS), ...remove.otherProblems()].map((problem) => (
          <Alert key={problem} tone="warn" live>
            {problem}
          </Alert>
        ))}
        {failure && (
          <Alert tone="warn" live title={app.errors[failure.code].title}>
            {app.errors[failure.code].body}
          </Alert>
        )}
      </Stack>
    </Dialog>
  );
}
