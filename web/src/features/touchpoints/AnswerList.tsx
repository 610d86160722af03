import type { AnswerValue, ReportField } from "@varde/domain";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import { HiddenCell } from "../../ui";
import { isAnswered, type Values } from "./report-values";

const NONE: never[] = [];

/** Answers to read: what was sent, or what is written and not sent. */
export function AnswerList({
  fields,
  values,
  hidden = NONE,
}: {
  fields: readonly ReportField[];
  values: Values;
  hidden?: readonly string[];
}) {
  const texts = useTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const shown = (field: ReportField, value: AnswerValue | null | undefined): string => {
    if (!isAnswered(value) || value === null || value === undefined) return texts.touchpoints.report.none;
    const option = (key: string): string => {
      const found = field.options?.find((one) => one.key === key);
      return found ? localized(found.label, language) : key;
    };
    if (typeof value === "boolean") return value ? texts.ui.form.yes : texts.ui.form.no;
    if (typeof value === "number") {
      return field.counts === "KRONER"
        ? `${format.number(value)} ${texts.touchpoints.report.kroner}`
        : format.number(value);
    }
    if (Array.isArray(value)) return value.map(option).join(", ");
    if (field.type === "CHOICE") return option(value);
    return field.type === "TEXT" ? value : format.day(value);
  };
  return (
    <dl className="v-answers">
      {fields.map((field) => (
        <div key={field.key} className="v-answers__row">
          <dt>{localized(field.label, language)}</dt>
          <dd>{hidden.includes(field.key) ? <HiddenCell /> : shown(field, values[field.key])}</dd>
        </div>
      ))}
    </dl>
  );
}
