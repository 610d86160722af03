import type { Failure } from "../../app/errors";
import { useTexts } from "../../texts";
import { Alert } from "../../ui";

/** Why nothing was done: what to mend, or what went wrong. */
export function ActionFailed({ problems, error }: { problems: readonly string[]; error: Failure | null }) {
  const { errors } = useTexts().app;
  return (
    <>
      {problems.map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {error && (
        <Alert tone="danger" live title={errors[error.code].title}>
          {errors[error.code].body}
        </Alert>
      )}
    </>
  );
}
