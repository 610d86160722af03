import { SetSmallNumbersDocument } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Stepper, TextArea } from "../../../ui";
import { useWritten, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

const LEAST = 3;
const MOST = 20;
type Written = { k: number | null; reason: string };

/** Below how many persons a number is hidden above the chapter. From the next release on, and with a reason. */
export function SmallNumbersCard({ settings, onChanged }: SettingProps) {
  const texts = useAllTexts().federation.smallNumbers;
  const format = useFormat();
  const set = useAction(SetSmallNumbersDocument);
  const { suppressionK: k, suppressionReason: reason, suppressionBefore: before } = settings;
  const { form, change, saved, settle, forget } = useWritten<Written>({ k, reason: "" });
  const save = async () => {
    const done = await set.run({ rev: settings.rev, k: form.k ?? 0, reason: form.reason });
    settle(done !== null);
    onChanged();
  };
  const inWords = (n: number | null): string => texts.inWords(format.number(n ?? 0));
  return (
    <SettingCard
      id="smaa-tall"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard}
      setting="SMALL_NUMBERS_CHANGED"
      settings={settings}
      action={set}
      paths={["k", "reason"]}
      now={inWords(k)}
      mine={inWords(form.k)}
      saved={saved}
      onForget={forget}
      onSave={() => void save()}
    >
      <Stepper
        label={texts.k}
        help={texts.help}
        value={form.k}
        min={LEAST}
        max={MOST}
        onChange={(next) => change({ k: next })}
        problem={set.problemAt("k")}
      />
      <TextArea
        label={texts.reason}
        help={texts.reasonHelp}
        rows={2}
        maxLength={200}
        value={form.reason}
        onChange={(text) => change({ reason: text })}
        problem={set.problemAt("reason")}
      />
      {reason && <p className="v-setting__standard">{texts.lastReason(reason)}</p>}
      {before.length > 0 && (
        <ul className="v-setting__before">
          {before.map((one) => (
            <li key={one.until}>{texts.before(format.number(one.k), format.fullDate(one.until))}</li>
          ))}
        </ul>
      )}
    </SettingCard>
  );
}
