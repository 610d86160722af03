import { Input, Label } from "@digdir/designsystemet-react";
import { FieldFrame, type FieldProps } from "./Field";
import type { IconType } from "./icons";
import { classes } from "./classes";
import type { Option } from "./Select";
import "./radio-cards.css";

type RadioCardsProps<Value extends string> = FieldProps & {
  value: Value | null;
  options: readonly (Option<Value> & { icon?: IconType })[];
  onChange: (value: Value) => void;
  /** `row`: equal cards beside each other, icon above the word (outcomes). `list`: under each other, with help. */
  layout?: "row" | "list";
};

/** One choice among few, each with room for an explanation. */
export function RadioCards<Value extends string>({
  label,
  help,
  problem,
  optional,
  hideLabel,
  value,
  options,
  onChange,
  layout = "list",
}: RadioCardsProps<Value>) {
  return (
    <FieldFrame group label={label} help={help} problem={problem} optional={!!optional} hideLabel={!!hideLabel}>
      {({ id }) => (
        <div className={`v-radio-cards v-radio-cards--${layout}`}>
          {options.map(({ icon: Icon, ...option }) => (
            <div
              key={option.value}
              className={classes("ds-field", "v-radio-card", Icon && "v-radio-card--icon")}
              data-variant="outline"
            >
              <Input
                type="radio"
                id={`${id}-${option.value}`}
                name={id}
                value={option.value}
                checked={value === option.value}
                disabled={!!option.disabled}
                aria-describedby={option.help ? `${id}-${option.value}-help` : undefined}
                onChange={() => onChange(option.value)}
              />
              {Icon && <Icon aria-hidden className="v-radio-card__icon" fontSize="1.625rem" />}
              <Label htmlFor={`${id}-${option.value}`} className="v-radio-card__label">
                {option.label}
              </Label>
              {option.help && (
                <p id={`${id}-${option.value}-help`} data-field="description" className="v-field__help">
                  {option.help}
                </p>
              )}
            </div>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
