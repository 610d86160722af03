import { Textarea } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { FieldFrame, type FieldProps } from "./Field";
import { useTexts } from "../texts";

type TextAreaProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** Counted under the field. What is over stays, so that nothing pasted is lost; the page refuses to send it. */
  maxLength?: number;
  /** Left of the counter: what becomes of the text. */
  footnote?: ReactNode;
  rows?: number;
  placeholder?: string;
  name?: string;
};

export function TextArea({
  label,
  help,
  problem,
  optional,
  hideLabel,
  value,
  onChange,
  maxLength,
  footnote,
  rows = 3,
  placeholder,
  name,
}: TextAreaProps) {
  const texts = useTexts().ui.form;
  const over = maxLength === undefined ? 0 : value.length - maxLength;
  const counter =
    maxLength === undefined ? null : over > 0 ? texts.charactersOver(over) : texts.characters(value.length, maxLength);
  const note = (footnote !== undefined || counter !== null) && (
    <>
      <span>{footnote}</span>
      {counter !== null && <span className={over > 0 ? "v-field__over" : undefined}>{counter}</span>}
    </>
  );
  return (
    <FieldFrame
      label={label}
      help={help}
      problem={problem}
      optional={!!optional}
      hideLabel={!!hideLabel}
      {...(note && { note })}
    >
      {({ id, describedBy, invalid }) => (
        <Textarea
          id={id}
          name={name}
          className="v-input v-input--area"
          rows={rows}
          placeholder={placeholder}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={over > 0 || invalid}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
