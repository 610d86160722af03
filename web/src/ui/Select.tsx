import { Select as DsSelect } from "@digdir/designsystemet-react";
import { FieldFrame, type FieldProps } from "./Field";
import { useTexts } from "../texts";

/** A choice: what is stored and what is read. */
export type Option<Value extends string = string> = { value: Value; label: string; help?: string; disabled?: boolean };

type SelectProps<Value extends string> = FieldProps & {
  value: Value | "";
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  name?: string;
};

/** The browser's own list: best on phones. Under six choices prefer Chips or RadioCards. */
export function Select<Value extends string>({
  label,
  help,
  problem,
  optional,
  hideLabel,
  value,
  options,
  onChange,
  name,
}: SelectProps<Value>) {
  const texts = useTexts().ui.form;
  return (
    <FieldFrame label={label} help={help} problem={problem} optional={!!optional} hideLabel={!!hideLabel}>
      {({ id, describedBy, invalid }) => (
        <DsSelect
          id={id}
          name={name}
          className="v-input"
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {value === "" && (
            <option value="" disabled>
              {texts.choose}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </DsSelect>
      )}
    </FieldFrame>
  );
}
