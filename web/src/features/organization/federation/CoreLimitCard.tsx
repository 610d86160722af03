import { Link } from "react-router";
import { SetCoreLimitDocument } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { NumberFields } from "./NumberFields";
import { useWritten, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

/** What the whole core set may ask of a chapter in a month; nothing written is the cap on all that is asked. */
export function CoreLimitCard({ settings, onChanged }: SettingProps) {
  const texts = useAllTexts().federation.coreLimit;
  const format = useFormat();
  const set = useAction(SetCoreLimitDocument);
  const stored = { minutes: settings.coreLimitMinutes === null ? "" : String(settings.coreLimitMinutes) };
  const { form, change, saved, settle, forget } = useWritten(stored);
  const cap = format.minutes(settings.burdenCapMinutes);
  const inWords = (minutes: string): string =>
    minutes === "" ? texts.asCap(cap) : texts.inWords(format.minutes(Number(minutes)));
  const save = async () => {
    const done = await set.run({ rev: settings.rev, minutes: form.minutes === "" ? null : Number(form.minutes) });
    settle(done !== null);
    onChanged();
  };
  return (
    <SettingCard
      id="kjernepakkens-tak"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard(cap)}
      setting="CORE_LIMIT_CHANGED"
      settings={settings}
      action={set}
      paths={["minutes"]}
      now={inWords(stored.minutes)}
      mine={inWords(form.minutes)}
      saved={saved}
      onForget={forget}
      onSave={() => void save()}
      beside={<Link to="/punkter/kjernepakke/velg">{texts.see}</Link>}
    >
      <NumberFields
        fields={[{ key: "minutes", label: texts.minutes, help: texts.help, digits: 4, optional: true }]}
        form={form}
        onChange={change}
        problemAt={set.problemAt}
      />
    </SettingCard>
  );
}
