import { capital, LEVEL_TERMS, levelWords, type LevelTerm } from "@varde/domain";
import { SetLevelTermDocument } from "../../../../../graphql/generated/graphql";
import { useSession } from "../../../app/session";
import { useAction } from "../../../app/useAction";
import { useAllTexts, useLanguage } from "../../../texts";
import { RadioCards } from "../../../ui";
import { useWritten, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

/** What the tier between national and chapters is called, on every page of those above a chapter. */
export function LevelTermCard({ settings, onChanged }: SettingProps) {
  const texts = useAllTexts().federation.level;
  const { language } = useLanguage();
  const { refresh } = useSession();
  const set = useAction(SetLevelTermDocument);
  const { form, change, saved, settle, forget } = useWritten<{ term: LevelTerm }>({ term: settings.levelTerm });
  const word = (term: LevelTerm): string => capital(levelWords(term, language).one);
  const save = async () => {
    const done = await set.run({ rev: settings.rev, term: form.term });
    settle(done !== null);
    onChanged();
    // the words of every page follow
    if (done) await refresh();
  };
  return (
    <SettingCard
      id="nivaa"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard(word("REGION"))}
      setting="LEVEL_NAMED"
      settings={settings}
      action={set}
      paths={["term"]}
      now={word(settings.levelTerm)}
      mine={word(form.term)}
      saved={saved}
      onForget={forget}
      onSave={() => void save()}
    >
      <RadioCards
        label={texts.label}
        value={form.term}
        onChange={(term: LevelTerm) => change({ term })}
        options={LEVEL_TERMS.map((term) => {
          const { theOne, many } = levelWords(term, language);
          return { value: term, label: word(term), help: `${theOne}, ${many}` };
        })}
        problem={set.problemAt("term")}
      />
      <div className="v-setting__sample" aria-live="polite">
        <p>{texts.sampled}</p>
        <ul>
          {texts.samples(levelWords(form.term, language)).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </SettingCard>
  );
}
