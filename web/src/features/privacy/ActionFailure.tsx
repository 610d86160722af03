import type { Failure } from "../../app/errors";
import { useTexts } from "../../texts";
import { Alert } from "../../ui";

/** What stopped the action, over its buttons. */
export function ActionFailure({ error, lines }: { error: Failure | null; lines: readonly string[] }) {
  const app = useTexts().app;
  return (
    <>
      {lines.map((line) => (
        <Alert key={line} tone="warn" live title={line} />
      ))}
      {error && (
        <Alert tone="warn" live title={app.errors[error.code].title}>
          {app.errors[error.code].body}
        </Alert>
      )}
    </>
  );
}
