import { FieldFrame, type FieldProps } from "./Field";
import { MinusIcon, PlusIcon } from "./icons";
import { useTexts } from "../texts";
import "./stepper.css";

type StepperProps = Omit<FieldProps, "label"> & {
  label: string;
  /** Null until answered: an empty field is not zero. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
};

/** A whole number by − and +, or typed. Minus on an empty field gives the least value: the common «none» is one press. */
export function Stepper({
  label,
  help,
  problem,
  optional,
  hideLabel,
  value,
  onChange,
  min = 0,
  max = 9999,
}: StepperProps) {
  const texts = useTexts().ui.actions;
  const clamp = (n: number): number => Math.min(max, Math.max(min, n));
  return (
    <div className="v-stepper">
      <FieldFrame label={label} help={help} problem={problem} optional={!!optional} hideLabel={!!hideLabel}>
        {({ id, describedBy, invalid }) => (
          <div className="v-stepper__controls">
            <button
              type="button"
              className="v-stepper__button"
              aria-label={texts.decrease(label)}
              disabled={value !== null && value <= min}
              onClick={() => onChange(clamp((value ?? min + 1) - 1))}
            >
              <MinusIcon aria-hidden fontSize="1.5rem" />
            </button>
            <input
              id={id}
              className="v-stepper__input"
              type="text"
              inputMode="numeric"
              autoComplete="off"
              size={3}
              value={value ?? ""}
              placeholder="–"
              aria-describedby={describedBy}
              aria-invalid={invalid}
              onChange={(event) => {
                const digits = event.target.value.replace(/\D/g, "").slice(0, 6);
                onChange(digits === "" ? null : Math.min(max, Number(digits)));
              }}
              onBlur={() => value !== null && onChange(clamp(value))}
              onKeyDown={(event) => {
                const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
                if (step === 0) return;
                event.preventDefault();
                onChange(clamp((value ?? min - step) + step));
              }}
            />
            <button
              type="button"
              className="v-stepper__button"
              aria-label={texts.increase(label)}
              disabled={value !== null && value >= max}
              onClick={() => onChange(clamp((value ?? min) + 1))}
            >
              <PlusIcon aria-hidden fontSize="1.5rem" />
            </button>
          </div>
        )}
      </FieldFrame>
    </div>
  );
}
