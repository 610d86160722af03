import type { Failure } from "../../app/errors";
import { useTexts } from "../../texts";
import { Alert } from "../../ui";

/** Why a change was not made, when it is nothing to mend in the form. */
export function Failed({ error }: { error: Failure | null }) {
  const { errors } = useTexts().app;
  if (!error) return null;
  return (
    <Alert tone="danger" live title={errors[error.code].title}>
      {errors[error.code].body}
    </Alert>
  );
}
