import { SetReadingLimitDocument } from "../../../../../graphql/generated/graphql";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { NumberFields } from "./NumberFields";
import { useWritten, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

/** After how much reading of members in an hour somebody is told. */
export function ReadingLimitCard({ settings, onChanged }: SettingProps) {
  const texts = useAllTexts().federation.reading;
  const set = useAction(SetReadingLimitDocument);
  const stored = { points: String(settings.readingLimit) };
  const { form, change, saved, settle, forget } = useWritten(stored);
  const save = async () => {
    const done = await set.run({ rev: settings.rev, points: Number(form.points) });
    settle(done !== null);
    onChanged();
  };
  return (
    <SettingCard
      id="lesing"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard}
      setting="READING_LIMIT_CHANGED"
      settings={settings}
      action={set}
      paths={["points"]}
      now={texts.inWords(stored.points)}
      mine={texts.inWords(form.points)}
      saved={saved}
      onForget={forget}
      onSave={() => void save()}
    >
      <NumberFields
        fields={[{ key: "points", ...texts.points, digits: 4 }]}
        form={form}
        onChange={change}
        problemAt={set.problemAt}
      />
    </SettingCard>
  );
}
