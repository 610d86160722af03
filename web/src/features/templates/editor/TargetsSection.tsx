import { PERIOD_KINDS, TARGET_KINDS, type ReportField, type Target, type TargetKind } from "@varde/domain";
import { localized, useLanguage, useAllTexts } from "../../../texts";
import { Card, Chips, Select } from "../../../ui";
import { newKey } from "./definition";
import { useEditor, useProblemAt } from "./EditorContext";
import { LocalizedField, NumberField } from "./fields";
import { ItemList } from "./ItemList";

const SHARES: ReadonlySet<TargetKind> = new Set(["COMPLETION", "TIMELINESS", "FIELD_SHARE"]);
const FITTING: Partial<Record<TargetKind, readonly ReportField["type"][]>> = {
  FIELD_SHARE: ["YES_NO", "CHOICE", "MULTI_CHOICE"],
  FIELD_SUM: ["NUMBER", "AUTO"],
  FIELD_MEAN: ["NUMBER", "RATING", "AUTO"],
};

/** What the organization wants to reach. */
export function TargetsSection() {
  const { definition, change, language } = useEditor();
  const texts = useAllTexts().templates;
  const words = texts.editor.targets;
  return (
    <Card title={texts.sections.targets} lead={words.lead}>
      <ItemList
        path="targets"
        items={definition.targets}
        onChange={(targets) => change((d) => ({ ...d, targets }))}
        name={(target, index) => localized(target.text, language) || words.target(index + 1)}
        Meta={TargetMeta}
        empty={words.empty}
        addLabel={words.add}
        onAdd={(): Target => ({
          key: newKey("target"),
          kind: "COMPLETION",
          threshold: 0.8,
          period: "YEAR",
          text: { nb: "" },
        })}
        renderEditor={(target, path, set) => <TargetEditor target={target} path={path} onChange={set} />}
      />
    </Card>
  );
}

function TargetMeta({ item }: { item: Target }) {
  return useAllTexts().templates.targetKinds[item.kind];
}

function ofKind(target: Target, kind: TargetKind): Target {
  const { key, period, text, threshold } = target;
  const share = SHARES.has(kind);
  return { key, kind, period, text, threshold: share === SHARES.has(target.kind) ? threshold : share ? 0.8 : 10 };
}

function TargetEditor({
  target,
  path,
  onChange,
}: {
  target: Target;
  path: string;
  onChange: (target: Target) => void;
}) {
  const { definition } = useEditor();
  const { language } = useLanguage();
  const texts = useAllTexts().templates;
  const ui = useAllTexts().ui.form;
  const words = texts.editor.targets;
  const fitting = FITTING[target.kind];
  const fieldProblem = useProblemAt(`${path}.fieldKey`, !target.fieldKey);
  const valueProblem = useProblemAt(`${path}.value`, !target.value);
  const fields = definition.reportFields.filter(({ type }) => fitting?.includes(type));
  const field = fields.find(({ key }) => key === target.fieldKey);
  const values =
    field?.type === "YES_NO"
      ? [
          { value: "true", label: ui.yes },
          { value: "false", label: ui.no },
        ]
      : (field?.options ?? []).map((option) => ({ value: option.key, label: localized(option.label, language) }));
  return (
    <>
      <LocalizedField
        path={`${path}.text`}
        label={words.text}
        value={target.text}
        onChange={(text) => onChange({ ...target, text })}
      />
      <Select
        label={words.kind}
        value={target.kind}
        options={TARGET_KINDS.map((kind) => ({ value: kind, label: texts.targetKinds[kind] }))}
        onChange={(kind) => onChange(ofKind(target, kind))}
      />
      {fitting && (
        <div data-path={`${path}.fieldKey`}>
          <Select
            label={words.field}
            problem={fieldProblem}
            value={field ? field.key : ""}
            options={fields.map(({ key, label }) => ({ value: key, label: localized(label, language) }))}
            onChange={(fieldKey) => onChange({ ...target, fieldKey, value: null })}
          />
        </div>
      )}
      {target.kind === "FIELD_SHARE" && field && (
        <div data-path={`${path}.value`}>
          <Select
            label={words.value}
            problem={valueProblem}
            value={target.value ?? ""}
            options={values}
            onChange={(value) => onChange({ ...target, value })}
          />
        </div>
      )}
      <NumberField
        path={`${path}.threshold`}
        label={SHARES.has(target.kind) ? words.share : words.threshold}
        value={SHARES.has(target.kind) ? Math.round(target.threshold * 100) : target.threshold}
        onChange={(number) =>
          number !== null && onChange({ ...target, threshold: SHARES.has(target.kind) ? number / 100 : number })
        }
      />
      <Chips
        label={words.period}
        value={target.period}
        options={PERIOD_KINDS.map((period) => ({ value: period, label: texts.periods[period].word }))}
        onChange={(period) => onChange({ ...target, period })}
      />
    </>
  );
}
