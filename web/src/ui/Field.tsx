import { Fieldset, Label, ValidationMessage } from "@digdir/designsystemet-react";
import { useId, type ReactNode } from "react";
import { useTexts } from "../texts";
import "./field.css";

/** What every field shares. `problem` is what to do, not what is wrong with the person. */
export type FieldProps = {
  label: ReactNode;
  help?: ReactNode;
  problem?: string | undefined;
  optional?: boolean;
  /** The label is spoken, not seen (a search field, a cell). */
  hideLabel?: boolean;
};

/** The ids a control puts on itself. */
export type FieldIds = { id: string; describedBy: string | undefined; invalid: true | undefined };

type Frame = FieldProps & {
  /** Under the control at the right: a counter. */
  note?: ReactNode;
  /** A group of controls: fieldset and legend instead of a label. */
  group?: boolean;
  children: (ids: FieldIds) => ReactNode;
};

/** Label above, help under the label, the control, then the problem or the note. */
export function FieldFrame({ label, help, problem, optional, hideLabel, note, group, children }: Frame) {
  const id = useId();
  const texts = useTexts().ui.form;
  const describedBy =
    [help !== undefined && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined;
  const head = (
    <>
      <span>{label}</span>
      {optional && <span className="v-field__optional">{texts.optional}</span>}
    </>
  );
  const rest = (
    <>
      {help !== undefined && (
        <p id={`${id}-help`} data-field="description" className="v-field__help">
          {help}
        </p>
      )}
      {children({ id, describedBy, invalid: problem ? true : undefined })}
      {note !== undefined && <div className="v-field__note">{note}</div>}
      {problem && (
        <ValidationMessage id={`${id}-problem`} data-color="warning" className="v-field__problem">
          {problem}
        </ValidationMessage>
      )}
    </>
  );
  const labelClass = hideLabel ? "v-hidden" : "v-field__label";
  if (group) {
    return (
      <Fieldset className="v-field" aria-describedby={describedBy} data-problem={problem ? "" : undefined}>
        <Fieldset.Legend className={labelClass}>{head}</Fieldset.Legend>
        {rest}
      </Fieldset>
    );
  }
  return (
    <div className="ds-field v-field" data-problem={problem ? "" : undefined}>
      <Label htmlFor={id} className={labelClass}>
        {head}
      </Label>
      {rest}
    </div>
  );
}
