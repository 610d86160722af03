import { useState } from "react";
import { SetMemberGoalDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, DateField, FieldRow, Form, FormActions, TextField } from "../../ui";
import { Failed } from "./Failed";
import type { SettingsData } from "./settings-data";

type Written = { members: string; on: string; startMembers: string; startOn: string };

const EMPTY: Written = { members: "", on: "", startMembers: "", startOn: "" };
const FIELDS = ["goal.members", "goal.on", "goal.startMembers", "goal.startOn"] as const;

const writtenOf = ({ memberGoal: goal }: SettingsData): Written =>
  goal ? { ...goal, members: String(goal.members), startMembers: String(goal.startMembers) } : EMPTY;

/** How many members the organization wants to have on a day. */
export function MemberGoalCard({ organization, onChanged }: { organization: SettingsData; onChanged: () => void }) {
  const { settings, ui } = useAllTexts();
  const texts = settings.goal;
  const format = useFormat();
  const set = useAction(SetMemberGoalDocument);
  const [form, setForm] = useState(() => writtenOf(organization));
  const [saved, setSaved] = useState(false);
  const [missing, setMissing] = useState(false);
  const send = async (removing: boolean) => {
    const { members, on, startMembers, startOn } = form;
    const whole = removing || Object.values(form).every(Boolean);
    setMissing(!whole);
    if (!whole) return;
    const goal = removing ? null : { members: Number(members), on, startMembers: Number(startMembers), startOn };
    const done = await set.run({ rev: organization.rev, goal });
    setSaved(done !== null);
    if (done && removing) setForm(EMPTY);
    onChanged();
  };
  const change = (part: Partial<Written>) => {
    setSaved(false);
    setForm({ ...form, ...part });
  };
  const problemOf = (key: keyof Written): string | undefined =>
    set.problemAt(`goal.${key}`) ?? (missing && !form[key] ? texts.missing : undefined);
  const number = (key: "members" | "startMembers") => (
    <TextField
      label={texts[key]}
      inputMode="numeric"
      size={9}
      value={form[key]}
      onChange={(text) => /^\d{0,7}$/.test(text) && change({ [key]: text })}
      problem={problemOf(key)}
    />
  );
  return (
    <Card title={texts.title} lead={texts.lead}>
      <Form onSubmit={() => void send(false)} problems={set.otherProblems(FIELDS)}>
        <FieldRow>
          {number("members")}
          <DateField label={texts.on} value={form.on} onChange={(on) => change({ on })} problem={problemOf("on")} />
        </FieldRow>
        <FieldRow>
          {number("startMembers")}
          <DateField
            label={texts.startOn}
            max={format.today()}
            value={form.startOn}
            onChange={(startOn) => change({ startOn })}
            problem={problemOf("startOn")}
          />
        </FieldRow>
        <Failed error={set.error} />
        {saved && (
          <Alert tone="success" live>
            {settings.saved}
          </Alert>
        )}
        <FormActions>
          <Button variant="secondary" type="submit" busy={set.busy}>
            {ui.actions.save}
          </Button>
          {organization.memberGoal && (
            <Button variant="quiet" busy={set.busy} onClick={() => void send(true)}>
              {texts.remove}
            </Button>
          )}
        </FormActions>
      </Form>
    </Card>
  );
}
