import { SetRetentionDocument } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Chips } from "../../../ui";
import { NumberFields } from "./NumberFields";
import { useWritten, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

const MONTHS = ["followUpMonths", "attendanceMonths"] as const;
const DAYS = ["30", "60", "90"] as const;
type Times = Record<(typeof MONTHS)[number] | "invitationsDays", string>;

/** How long things are kept: shorter than members are told, never longer. */
export function RetentionCard({ settings, onChanged }: SettingProps) {
  const texts = useAllTexts().federation.retention;
  const format = useFormat();
  const set = useAction(SetRetentionDocument);
  const stored: Times = {
    followUpMonths: String(settings.keepFollowUpMonths),
    attendanceMonths: String(settings.keepAttendanceMonths),
    invitationsDays: String(settings.keepInvitationsDays),
  };
  const { form, change, saved, settle, forget } = useWritten(stored);
  const save = async () => {
    const done = await set.run({
      rev: settings.rev,
      followUpMonths: Number(form.followUpMonths),
      attendanceMonths: Number(form.attendanceMonths),
      invitationsDays: Number(form.invitationsDays),
    });
    settle(done !== null);
    onChanged();
  };
  const inWords = (times: Times): string =>
    texts.inWords(times.followUpMonths, times.attendanceMonths, times.invitationsDays);
  const goes = settings.oldInvitations.find(({ afterDays }) => String(afterDays) === form.invitationsDays);
  return (
    <SettingCard
      id="sletting"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard}
      setting="RETENTION_CHANGED"
      settings={settings}
      action={set}
      paths={[...MONTHS, "invitationsDays"]}
      now={inWords(stored)}
      mine={inWords(form)}
      saved={saved}
      onForget={forget}
      onSave={() => void save()}
    >
      <NumberFields
        fields={MONTHS.map((key) => ({ key, ...texts[key], digits: 2 }))}
        form={form}
        onChange={change}
        problemAt={set.problemAt}
      />
      <Chips
        label={texts.invitations}
        help={texts.invitationsHelp}
        value={form.invitationsDays}
        options={[...new Set([...DAYS, stored.invitationsDays])].map((value) => ({ value, label: texts.days(value) }))}
        onChange={(invitationsDays: string) => change({ invitationsDays })}
        problem={set.problemAt("invitationsDays")}
      />
      {goes && <p className="v-setting__standard">{texts.goes(format.number(goes.n), goes.n === 1)}</p>}
      <p className="v-setting__standard">{texts.uncounted}</p>
    </SettingCard>
  );
}
