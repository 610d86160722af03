import { LANGUAGES, type Language } from "@varde/domain";
import { SetLanguagesDocument } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useSession } from "../../../app/session";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Checkbox } from "../../../ui";
import { useWritten, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

/** The languages one may choose under one's account. */
export function LanguagesCard({ settings, onChanged }: SettingProps) {
  const { app, federation } = useAllTexts();
  const texts = federation.languages;
  const format = useFormat();
  const { refresh } = useSession();
  const set = useAction(SetLanguagesDocument);
  const { form, change, saved, settle, forget } = useWritten<{ chosen: readonly Language[] }>({
    chosen: settings.languages,
  });
  const save = async () => {
    const done = await set.run({ rev: settings.rev, languages: [...form.chosen] });
    settle(done !== null);
    onChanged();
    if (done) await refresh();
  };
  const inWords = (chosen: readonly Language[]): string => format.list(chosen.map((one) => app.languages[one]));
  return (
    <SettingCard
      id="spraak"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard}
      setting="LANGUAGES_CHANGED"
      settings={settings}
      action={set}
      paths={[]}
      now={inWords(settings.languages)}
      mine={inWords(form.chosen)}
      saved={saved}
      onForget={forget}
      onSave={() => void save()}
    >
      <fieldset className="v-setting__group">
        <legend>{texts.label}</legend>
        {LANGUAGES.map((one) => (
          <Checkbox
            key={one}
            label={app.languages[one]}
            help={one === "nb" ? texts.always : undefined}
            disabled={one === "nb"}
            checked={form.chosen.includes(one)}
            onChange={(on) => change({ chosen: LANGUAGES.filter((x) => (x === one ? on : form.chosen.includes(x))) })}
          />
        ))}
      </fieldset>
    </SettingCard>
  );
}
