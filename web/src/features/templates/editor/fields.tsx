import { useState } from "react";
import type { LocalizedText } from "@varde/domain";
import { useFormat } from "../../../app/format";
import { useAllTexts } from "../../../texts";
import { FieldFrame, FieldRow, Select, TextArea, TextField } from "../../../ui";
import { useParts, useProblemAt } from "./EditorContext";

type LocalizedFieldProps = {
  /** the place in the definition, `steps.0.text` */
  path: string;
  label: string;
  help?: string;
  value: LocalizedText | null | undefined;
  onChange: (text: LocalizedText) => void;
  long?: boolean;
  rows?: number;
  optional?: boolean;
  maxLength?: number;
  /** Codes of problems that something beside the field tells of already. */
  noted?: readonly string[];
};

/** A text in the language one writes in now; the bokmål text stands under it while another is missing. */
export function LocalizedField({
  path,
  label,
  help,
  value,
  onChange,
  long,
  rows,
  optional,
  maxLength,
  noted,
}: LocalizedFieldProps) {
  const { language, beside } = useParts();
  const { languages } = useAllTexts().app;
  const texts = useAllTexts().templates.editor;
  const text = value?.[language] ?? "";
  const problem = useProblemAt(`${path}.${language}`, text.trim() === "", noted);
  const original = language === "nb" ? "" : (value?.nb.trim() ?? "");
  const missing = text === "" && !beside ? original : "";
  const shared = {
    label,
    problem,
    optional: !!optional,
    value: text,
    onChange: (next: string) => onChange({ nb: "", ...value, [language]: next }),
    ...(missing ? { help: texts.fallback(missing) } : help !== undefined && { help }),
  };
  const field = (
    <div data-path={path}>
      {long ? (
        <TextArea {...shared} rows={rows ?? 3} {...(maxLength !== undefined && { maxLength })} />
      ) : (
        <TextField {...shared} lang={language} />
      )}
    </div>
  );
  if (!beside || !original) return field;
  return (
    <div className="v-beside">
      {field}
      <p className="v-beside__text">
        <span>{languages.nb}</span>
        <span lang="nb">{original}</span>
      </p>
    </div>
  );
}

type NumberFieldProps = {
  path: string;
  label: string;
  help?: string;
  value: number | null | undefined;
  onChange: (value: number | null) => void;
  optional?: boolean;
};

/** A whole number that may be below zero; what is half written is not sent. */
export function NumberField({ path, label, help, value, onChange, optional }: NumberFieldProps) {
  const [written, setWritten] = useState<string | null>(null);
  const problem = useProblemAt(path, value === null || value === undefined);
  const shown = written ?? (value === null || value === undefined ? "" : String(value));
  return (
    <div data-path={path}>
      <TextField
        label={label}
        {...(help !== undefined && { help })}
        problem={problem}
        optional={!!optional}
        inputMode="numeric"
        size={6}
        value={shown}
        onChange={(text) => {
          if (!/^[-−]?\d{0,6}$/.test(text)) return;
          const number = text === "" ? null : Number(text.replace("−", "-"));
          const whole = number !== null && Number.isFinite(number) ? number : null;
          setWritten(text);
          if (whole !== null || text === "") onChange(whole);
        }}
        onBlur={() => setWritten(null)}
      />
    </div>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
const DAYS = Array.from({ length: 31 }, (_, index) => String(index + 1).padStart(2, "0"));

/** A day of the year, `MM-DD`, by day and month. */
export function MonthDayField({
  path,
  label,
  value,
  onChange,
}: {
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const texts = useAllTexts().templates.editor.trigger;
  const format = useFormat();
  const [month = "01", day = "01"] = value.split("-");
  const problem = useProblemAt(path, value === "");
  return (
    <div data-path={path}>
      <FieldFrame group label={label} problem={problem}>
        {() => (
          <FieldRow>
            <Select
              hideLabel
              label={`${label}: ${texts.day}`}
              value={day}
              options={DAYS.map((one) => ({ value: one, label: `${Number(one)}.` }))}
              onChange={(next) => onChange(`${month}-${next}`)}
            />
            <Select
              hideLabel
              label={`${label}: ${texts.month}`}
              value={month}
              options={MONTHS.map((one) => ({ value: one, label: format.month(`2024-${one}-01`) }))}
              onChange={(next) => onChange(`${next}-${day}`)}
            />
          </FieldRow>
        )}
      </FieldFrame>
    </div>
  );
}
