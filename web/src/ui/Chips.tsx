import { useLayoutEffect, useRef } from "react";
import { Chip } from "@digdir/designsystemet-react";
import { FieldFrame, type FieldProps } from "./Field";
import { classes } from "./classes";
import { CheckmarkIcon } from "./icons";
import type { Option } from "./Select";
import "./chips.css";

type Common<Value extends string> = FieldProps & {
  options: readonly Option<Value>[];
  name?: string;
  /** On a phone in one line that is drawn sideways: where choices stand over a list, and must not push it down. */
  oneLine?: boolean;
};
type Single<Value extends string> = Common<Value> & {
  multiple?: false;
  value: Value | null;
  onChange: (value: Value) => void;
};
type Multiple<Value extends string> = Common<Value> & {
  multiple: true;
  value: readonly Value[];
  onChange: (value: Value[]) => void;
};

/** Short choices beside each other. Chosen = tint, a stronger edge and a tick, never solid. */
export function Chips<Value extends string>(props: Single<Value> | Multiple<Value>) {
  const { label, help, problem, optional, hideLabel, options, oneLine } = props;
  const line = useRef<HTMLDivElement>(null);
  const at = String(props.value);
  // what is chosen is seen, also where the line is longer than the phone is wide
  useLayoutEffect(() => {
    const chip = [...(line.current?.querySelectorAll("input") ?? [])].find(({ value }) => value === at)?.parentElement;
    if (!oneLine || !line.current || !chip) return;
    const { left, width } = line.current.getBoundingClientRect();
    const box = chip.getBoundingClientRect();
    line.current.scrollLeft += box.left + box.width / 2 - (left + width / 2);
  }, [oneLine, at]);
  const chosen = (value: Value): boolean => (props.multiple ? props.value.includes(value) : props.value === value);
  const choose = (value: Value): void => {
    if (!props.multiple) props.onChange(value);
    else
      props.onChange(
        props.value.includes(value) ? props.value.filter((one) => one !== value) : [...props.value, value],
      );
  };
  const OneChip = props.multiple ? Chip.Checkbox : Chip.Radio;
  return (
    <FieldFrame group label={label} help={help} problem={problem} optional={!!optional} hideLabel={!!hideLabel}>
      {({ id }) => (
        <div ref={line} className={classes("v-chips", oneLine && "v-chips--line")}>
          {options.map((option) => (
            <OneChip
              key={option.value}
              className="v-chip"
              data-wrap="wrap"
              name={id}
              value={option.value}
              checked={chosen(option.value)}
              disabled={!!option.disabled}
              onChange={() => choose(option.value)}
            >
              {chosen(option.value) && <CheckmarkIcon aria-hidden fontSize="1.375rem" />}
              <span>{option.label}</span>
            </OneChip>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
