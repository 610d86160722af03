import { SetSecondFactorDocument } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { useSession } from "../../../app/session";
import { useAllTexts } from "../../../texts";
import { Checkbox } from "../../../ui";
import { useWritten, type FederationData, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

type Office = FederationData["secondFactor"][number]["office"];
const OFFICES = ["CHAPTER_BOARD", "CHAPTER_LEADER", "REGION", "NATIONAL"] as const satisfies readonly Office[];

/** Whose sign-in is asked for a second factor. Who holds the office now has fourteen days. */
export function SecondFactorCard({ settings, onChanged }: SettingProps) {
  const texts = useAllTexts().federation.secondFactor;
  const format = useFormat();
  const { refresh } = useSession();
  const set = useAction(SetSecondFactorDocument);
  const stored = {
    offices: settings.secondFactor.map(({ office }): Office => office),
    passkeyOnly: settings.passkeyOnly,
  };
  const { form, change, saved, settle, forget } = useWritten<{ offices: readonly Office[]; passkeyOnly: boolean }>(
    stored,
  );
  const save = async () => {
    const done = await set.run({ rev: settings.rev, offices: [...form.offices], passkeyOnly: form.passkeyOnly });
    settle(done !== null);
    onChanged();
    if (done) await refresh();
  };
  const inWords = ({ offices, passkeyOnly }: typeof form): string => {
    const asked = offices.length > 0 ? format.list(offices.map((one) => texts.offices[one])) : texts.nobody;
    return passkeyOnly ? `${asked}. ${texts.passkeyOnly}` : asked;
  };
  const from = (office: Office): string | undefined => {
    const asked = settings.secondFactor.find((one) => one.office === office);
    return asked && texts.from(format.date(asked.from));
  };
  return (
    <SettingCard
      id="innlogging"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard}
      setting="SECOND_FACTOR_CHANGED"
      settings={settings}
      action={set}
      paths={[]}
      now={inWords(stored)}
      mine={inWords(form)}
      saved={saved}
      onForget={forget}
      onSave={() => void save()}
    >
      <fieldset className="v-setting__group">
        <legend>{texts.label}</legend>
        {OFFICES.map((one) => (
          <Checkbox
            key={one}
            label={texts.offices[one]}
            help={from(one)}
            checked={form.offices.includes(one)}
            onChange={(on) => change({ offices: OFFICES.filter((x) => (x === one ? on : form.offices.includes(x))) })}
          />
        ))}
      </fieldset>
      <Checkbox
        label={texts.passkeyOnly}
        help={texts.passkeyOnlyHelp}
        checked={form.passkeyOnly}
        onChange={(passkeyOnly) => change({ passkeyOnly })}
      />
    </SettingCard>
  );
}
