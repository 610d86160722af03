import { DEFAULT_RATING, MAX_RATING, MAX_TEXT_LENGTH } from "@varde/domain";
import type { AnswerValue, ReportField } from "@varde/domain";
import { useState } from "react";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import { Card, Chips, DateField, Stepper, TextArea, TextField } from "../../ui";
import { isAnswered, type Values } from "./report-values";

type FieldsProps = {
  fields: readonly ReportField[];
  values: Values;
  onChange: (key: string, value: AnswerValue | null) => void;
  problemAt?: (key: string) => string | undefined;
  /** without cards around: in the dock */
  bare?: boolean;
};

/** The questions of a report with large controls; neighbours that count stand in one card. */
export function ReportFields({ fields, values, onChange, problemAt, bare }: FieldsProps) {
  const groups: ReportField[][] = [];
  for (const field of fields) {
    if (field.type === "AUTO") continue;
    const last = groups.at(-1);
    if (field.type === "NUMBER" && last?.[0]?.type === "NUMBER") last.push(field);
    else groups.push([field]);
  }
  const counted = fields.filter(({ key, type }) => type === "AUTO" && isAnswered(values[key]));
  return (
    <>
      {groups.map((group, index) => {
        const controls = group.map((field) => (
          <div key={field.key} className="v-report__field" data-part={`reportFields.${field.key}`}>
            <ReportControl
              field={field}
              value={values[field.key] ?? null}
              onChange={(value) => onChange(field.key, value)}
              problem={problemAt?.(field.key)}
            />
          </div>
        ));
        if (bare) return controls;
        return (
          <Card key={group[0]?.key}>
            <div className="v-report__group">{controls}</div>
            {index === 0 && <Counted fields={counted} values={values} />}
          </Card>
        );
      })}
    </>
  );
}

/** What the server counts by itself. */
function Counted({ fields, values }: { fields: readonly ReportField[]; values: Values }) {
  const texts = useTexts().touchpoints.report;
  const { language } = useLanguage();
  const format = useFormat();
  return fields.map((field) => {
    const value = values[field.key];
    const shown = typeof value === "number" ? format.number(value) : format.day(String(value));
    return (
      <p key={field.key} className="v-report__auto">
        {texts.auto(localized(field.label, language), shown)}
      </p>
    );
  });
}

type ControlProps = {
  field: ReportField;
  value: AnswerValue | null;
  onChange: (value: AnswerValue | null) => void;
  problem: string | undefined;
};

function ReportControl({ field, value, onChange, problem }: ControlProps) {
  const { language } = useLanguage();
  const form = useTexts().ui.form;
  const texts = useTexts().touchpoints.report;
  const help = field.help ? localized(field.help, language) : undefined;
  const frame = {
    label: localized(field.label, language),
    problem,
    optional: !field.required,
    ...(help && { help }),
  };
  const options = (field.options ?? []).map(({ key, label }) => ({ value: key, label: localized(label, language) }));
  switch (field.type) {
    case "YES_NO":
      return (
        <Chips
          {...frame}
          value={value === null ? null : value === true ? "yes" : "no"}
          onChange={(chosen) => onChange(chosen === "yes")}
          options={[
            { value: "yes", label: form.yes },
            { value: "no", label: form.no },
          ]}
        />
      );
    case "CHOICE":
      return (
        <Chips {...frame} value={typeof value === "string" ? value : null} onChange={onChange} options={options} />
      );
    case "MULTI_CHOICE":
      return (
        <Chips multiple {...frame} value={Array.isArray(value) ? value : []} onChange={onChange} options={options} />
      );
    case "RATING": {
      const from = field.min ?? DEFAULT_RATING.min;
      // a draft may hold any scale; it is published only with a short one
      const count = Math.min((field.max ?? DEFAULT_RATING.max) - from + 1, MAX_RATING + 1);
      const steps = Array.from({ length: count }, (_, i) => String(from + i));
      return (
        <Chips
          {...frame}
          value={typeof value === "number" ? String(value) : null}
          onChange={(chosen) => onChange(Number(chosen))}
          options={steps.map((step) => ({ value: step, label: step }))}
        />
      );
    }
    case "NUMBER":
      if (field.counts === "KRONER") {
        return (
          <TextField
            {...frame}
            label={`${frame.label} (${texts.kroner})`}
            inputMode="numeric"
            autoComplete="off"
            value={typeof value === "number" ? String(value) : ""}
            onChange={(text) =>
              onChange(text.replace(/\D/g, "") === "" ? null : Number(text.replace(/\D/g, "").slice(0, 9)))
            }
          />
        );
      }
      return (
        <Stepper
          {...frame}
          label={frame.label}
          value={typeof value === "number" ? value : null}
          onChange={onChange}
          min={field.min ?? 0}
          max={field.max ?? 9999}
        />
      );
    case "DATE":
      return <DayField frame={frame} value={typeof value === "string" ? value : ""} onChange={onChange} />;
    case "TEXT":
      return (
        <TextArea
          {...frame}
          rows={4}
          maxLength={Math.min(field.maxLength ?? MAX_TEXT_LENGTH, MAX_TEXT_LENGTH)}
          value={typeof value === "string" ? value : ""}
          onChange={onChange}
        />
      );
    case "AUTO":
      return null;
  }
}

type DayProps = {
  frame: { label: string; problem: string | undefined; optional: boolean; help?: string };
  value: string;
  onChange: (value: string | null) => void;
};

/** The likely day is one tap; any other by the browser's own field. */
function DayField({ frame, value, onChange }: DayProps) {
  const format = useFormat();
  const texts = useTexts().touchpoints.report;
  const [likely] = useState(value || format.today());
  const [other, setOther] = useState(false);
  const name = format.sentence(likely === format.today() ? format.relativeDay(likely) : format.day(likely));
  return (
    <>
      <Chips
        {...frame}
        value={other || (value !== "" && value !== likely) ? "other" : value === likely ? "likely" : null}
        onChange={(chosen) => {
          setOther(chosen === "other");
          onChange(chosen === "likely" ? likely : value === likely ? null : value || null);
        }}
        options={[
          { value: "likely", label: name },
          { value: "other", label: texts.otherDay },
        ]}
      />
      {(other || (value !== "" && value !== likely)) && (
        <DateField
          label={texts.otherDay}
          hideLabel
          value={value}
          max={format.today()}
          onChange={(day) => onChange(day || null)}
        />
      )}
    </>
  );
}
