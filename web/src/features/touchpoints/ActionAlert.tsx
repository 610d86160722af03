import type { ReactNode } from "react";
import type { Failure } from "../../app/errors";
import type { Problem } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert } from "../../ui";

/** What came in the way of a send: said where the button is, with what was written beside it when somebody was first. */
export function ActionAlert({
  error,
  problems,
  children,
}: {
  error: Failure | null;
  problems: readonly Problem[];
  children?: ReactNode;
}) {
  const texts = useTexts();
  const whole = problems.filter(({ path, code }) => path.length === 0 || code !== "INVALID");
  const conflict = whole.find(({ code }) => code === "CONFLICT");
  return (
    <>
      {error && (
        <Alert tone="warn" live title={texts.app.errors[error.code].title}>
          {texts.app.errors[error.code].body}
        </Alert>
      )}
      {whole.map(({ message, code }) => (
        <Alert key={message} tone="warn" live title={code === "CONFLICT" ? texts.touchpoints.task.conflict : message}>
          {code === "CONFLICT" && <p>{message}</p>}
          {conflict && children}
        </Alert>
      ))}
    </>
  );
}
