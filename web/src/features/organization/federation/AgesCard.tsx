import { SetAgesDocument } from "../../../../../graphql/generated/graphql";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { NumberFields } from "./NumberFields";
import { useWritten, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

const KEYS = ["minAge", "selfJoinAge", "digitalConsentAge", "grantAge", "maxAge"] as const;
type Ages = Record<(typeof KEYS)[number], string>;

/** The ages that the register's rules go by. */
export function AgesCard({ settings, onChanged }: SettingProps) {
  const texts = useAllTexts().federation.ages;
  const set = useAction(SetAgesDocument);
  const stored: Ages = {
    minAge: String(settings.minAge),
    selfJoinAge: String(settings.selfJoinAge),
    digitalConsentAge: String(settings.digitalConsentAge),
    grantAge: String(settings.grantAge),
    maxAge: settings.maxAge === null || settings.maxAge === undefined ? "" : String(settings.maxAge),
  };
  const { form, change, saved, settle, forget } = useWritten(stored);
  const save = async () => {
    const done = await set.run({
      rev: settings.rev,
      minAge: Number(form.minAge),
      selfJoinAge: Number(form.selfJoinAge),
      digitalConsentAge: Number(form.digitalConsentAge),
      grantAge: Number(form.grantAge),
      maxAge: form.maxAge === "" ? null : Number(form.maxAge),
    });
    settle(done !== null);
    onChanged();
  };
  const inWords = (ages: Ages): string =>
    KEYS.map((key) => `${texts[key].label}: ${ages[key] || texts.noLimit}`).join(" · ");
  return (
    <SettingCard
      id="aldre"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard}
      setting="AGES_CHANGED"
      settings={settings}
      action={set}
      paths={KEYS}
      now={inWords(stored)}
      mine={inWords(form)}
      saved={saved}
      onForget={forget}
      onSave={() => void save()}
    >
      <NumberFields
        fields={KEYS.map((key) => ({ key, ...texts[key], digits: 3, optional: key === "maxAge" }))}
        form={form}
        onChange={change}
        problemAt={set.problemAt}
      />
    </SettingCard>
  );
}
