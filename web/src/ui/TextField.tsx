import { Input, type InputProps } from "@digdir/designsystemet-react";
import { FieldFrame, type FieldProps } from "./Field";
import { MagnifyingGlassIcon } from "./icons";
import { useTexts } from "../texts";

type Control<Shown extends string> = FieldProps &
  Omit<InputProps, "value" | "onChange" | "type" | "id" | Shown> & {
    value: string;
    onChange: (value: string) => void;
  };

/** One line. `type` sets the keyboard: text, email, tel, url, number. */
export function TextField({
  label,
  help,
  problem,
  optional,
  hideLabel,
  value,
  onChange,
  type = "text",
  ...rest
}: Control<"children"> & { type?: "text" | "email" | "tel" | "url" | "number" }) {
  return (
    <FieldFrame label={label} help={help} problem={problem} optional={!!optional} hideLabel={!!hideLabel}>
      {({ id, describedBy, invalid }) => (
        <Input
          {...rest}
          id={id}
          type={type}
          className={type === "number" ? "v-input v-input--number" : "v-input"}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

/** The browser's own date field; value `YYYY-MM-DD` or empty. */
export function DateField({
  label,
  help,
  problem,
  optional,
  hideLabel,
  value,
  onChange,
  ...rest
}: Control<"children">) {
  return (
    <FieldFrame label={label} help={help} problem={problem} optional={!!optional} hideLabel={!!hideLabel}>
      {({ id, describedBy, invalid }) => (
        <Input
          {...rest}
          id={id}
          type="date"
          className="v-input v-input--date"
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

export function SearchField({
  label,
  value,
  onChange,
  ...rest
}: Omit<Control<"children">, "help" | "problem" | "optional" | "hideLabel" | "label"> & { label?: string }) {
  const texts = useTexts().ui.actions;
  return (
    <FieldFrame label={label ?? texts.search} hideLabel>
      {({ id }) => (
        <div className="v-search">
          <MagnifyingGlassIcon aria-hidden fontSize="1.25rem" />
          <Input
            {...rest}
            id={id}
            type="search"
            className="v-input"
            placeholder={rest.placeholder ?? label ?? texts.search}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </FieldFrame>
  );
}
