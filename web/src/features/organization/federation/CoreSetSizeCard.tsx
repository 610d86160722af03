import { SetCoreSetSizeDocument } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Stepper } from "../../../ui";
import { useWritten, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

/** How many interaction points the core set may hold. */
export function CoreSetSizeCard({ settings, onChanged }: SettingProps) {
  const texts = useAllTexts().federation.coreSet;
  const format = useFormat();
  const set = useAction(SetCoreSetSizeDocument);
  const { form, change, saved, settle, forget } = useWritten<{ size: number | null }>({ size: settings.coreSetSize });
  const save = async () => {
    const done = await set.run({ rev: settings.rev, size: form.size ?? 0 });
    settle(done !== null);
    onChanged();
  };
  const inWords = (n: number | null): string => texts.inWords(format.number(n ?? 0));
  return (
    <SettingCard
      id="kjernepakken"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard}
      setting="CORE_SET_SIZE_CHANGED"
      settings={settings}
      action={set}
      paths={["size"]}
      now={inWords(settings.coreSetSize)}
      mine={inWords(form.size)}
      saved={saved}
      onForget={forget}
      onSave={() => void save()}
    >
      <Stepper
        label={texts.size}
        help={texts.chosen(format.number(settings.coreSetChosen))}
        value={form.size}
        min={1}
        max={10}
        onChange={(size) => change({ size })}
        problem={set.problemAt("size")}
      />
    </SettingCard>
  );
}
