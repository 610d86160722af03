import { useId, type ReactNode } from "react";
import { CheckmarkIcon } from "./icons";
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
    <label className="v-check">
      <input
        type="checkbox"
        className="v-check__input"
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={help === undefined ? undefined : id}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="v-check__box" aria-hidden>
        <CheckmarkIcon aria-hidden fontSize="1.25rem" />
      </span>
      <span className="v-check__text">
        {label}
        {help !== undefined && (
          <span id={id} className="v-check__help">
            {help}
          </span>
        )}
      </span>
    </label>
  );
}
