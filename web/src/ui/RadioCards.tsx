import { FieldFrame, type FieldProps } from "./Field";
import { CheckmarkIcon, type IconType } from "./icons";
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
            <label key={option.value} className="v-radio-card">
              <input
                type="radio"
                className="v-radio-card__input"
                name={id}
                value={option.value}
                checked={value === option.value}
                disabled={option.disabled}
                onChange={() => onChange(option.value)}
              />
              {Icon ? (
                <Icon aria-hidden className="v-radio-card__icon" fontSize="1.625rem" />
              ) : (
                <span className="v-radio-card__ring" aria-hidden>
                  <CheckmarkIcon aria-hidden fontSize="1rem" />
                </span>
              )}
              <span className="v-radio-card__text">
                <span className="v-radio-card__label">{option.label}</span>
                {option.help && <span className="v-radio-card__help">{option.help}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
