import { Input, Label } from "@digdir/designsystemet-react";
import { useId, type ReactNode } from "react";
import "./field.css";
import "./checkbox.css";

type CheckboxProps = {
  label: ReactNode;
  help?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
};

/** A tick with its words; the whole line is the target. */
export function Checkbox({ label, help, checked, onChange, disabled, name }: CheckboxProps) {
  const id = useId();
  return (
    <div className="ds-field v-check">
      <Input
        type="checkbox"
        id={id}
        className="v-check__input"
        name={name}
        checked={checked}
        disabled={!!disabled}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <Label htmlFor={id} className="v-check__label">
        {label}
      </Label>
      {help !== undefined && (
        <p id={`${id}-help`} data-field="description" className="v-field__help">
          {help}
        </p>
      )}
    </div>
  );
}
