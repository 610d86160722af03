import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import { useTexts } from "../texts";
import { Alert } from "./Alert";
import "./form.css";

type FormProps = {
  onSubmit: () => void;
  /** Problems that belong to no field. */
  problems?: readonly string[];
  children: ReactNode;
};

/** Fields under each other. After a refused send the first field with a problem takes the focus. */
export function Form({ onSubmit, problems, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef(false);
  const texts = useTexts().ui.form;
  useEffect(() => {
    if (!sent.current) return;
    const field = form.current?.querySelector<HTMLElement>("[data-problem] :is(input, select, textarea)");
    if (!field) return;
    sent.current = false;
    field.focus();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    sent.current = true;
    onSubmit();
  };
  return (
    <form ref={form} className="v-form" noValidate onSubmit={submit}>
      {problems && problems.length > 0 && (
        <Alert tone="warn" live title={texts.problem}>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Alert>
      )}
      {children}
    </form>
  );
}

/** The buttons under a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="v-form__actions">{children}</div>;
}

/** Fields beside each other where there is room, such as the filters of a list. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="v-field-row">{children}</div>;
}
