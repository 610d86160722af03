import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { ReminderForm_RemindersFragmentDoc, SetRemindersDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useSession } from "../../app/session";
import { useAction } from "../../app/useAction";
import { useLanguage, useAllTexts } from "../../texts";
import { Alert, Button, Card, Checkbox, Chips, ErrorState, Form, FormActions, Select } from "../../ui";

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HALF_HOURS = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`,
);
/** Whether a time of day is within the quiet hours; both are «HH:MM», which compare as they are written. */
const isQuiet = (at: string, from: string, to: string): boolean =>
  from < to ? at >= from && at < to : from > to && (at >= from || at < to);

type Props = { reminders: FragmentType<typeof ReminderForm_RemindersFragmentDoc>; onChanged: () => void };

/** On or off, which weekdays, what time. What is quiet for everybody cannot be chosen. */
export function ReminderForm({ reminders: given, onChanged }: Props) {
  const now = readFragment(ReminderForm_RemindersFragmentDoc, given);
  const texts = useAllTexts().reminders;
  const { language } = useLanguage();
  const format = useFormat();
  const session = useSession();
  const save = useAction(SetRemindersDocument);
  const [enabled, setEnabled] = useState(now.enabled);
  const [weekdays, setWeekdays] = useState<readonly string[]>(() =>
    now.weekdays.filter((day) => !now.quietWeekdays.includes(day)).map(String),
  );
  const [at, setAt] = useState(now.at);
  const [saved, setSaved] = useState(false);
  const clock = (time: string): string => (language === "en" ? time : time.replace(":", "."));
  const times = HALF_HOURS.filter((time) => time === now.at || !isQuiet(time, now.quietFrom, now.quietTo));
  const quietDays = DAYS.filter((day) => now.quietWeekdays.includes(day)).map((day) => texts.days[day]);

  async function submit(): Promise<void> {
    setSaved(false);
    const done = await save.run({ enabled, weekdays: weekdays.map(Number), at });
    if (!done) return;
    setSaved(true);
    onChanged();
    await session.refresh();
  }

  return (
    <Card>
      <Form onSubmit={() => void submit()} problems={save.otherProblems(["weekdays", "at"])}>
        <Checkbox label={texts.form.enabled} help={texts.form.enabledHelp} checked={enabled} onChange={setEnabled} />
        {enabled && (
          <>
            <Chips
              multiple
              label={texts.form.weekdays}
              {...(quietDays.length > 0 && { help: texts.form.quietDays(format.list(quietDays)) })}
              problem={save.problemAt("weekdays")}
              value={weekdays}
              onChange={setWeekdays}
              options={DAYS.filter((day) => !now.quietWeekdays.includes(day)).map((day) => ({
                value: String(day),
                label: format.sentence(texts.shortDays[day]),
              }))}
            />
            <Select
              label={texts.form.at}
              {...(now.quietFrom !== now.quietTo && {
                help: texts.form.quiet(clock(now.quietFrom), clock(now.quietTo)),
              })}
              problem={save.problemAt("at")}
              value={at}
              onChange={setAt}
              options={times.map((time) => ({ value: time, label: clock(time) }))}
            />
          </>
        )}
        {save.error && <ErrorState {...save.error} />}
        {saved && <Alert tone="success" live title={texts.form.saved} />}
        <FormActions>
          <Button type="submit" variant="primary" busy={save.busy}>
            {texts.form.save}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
