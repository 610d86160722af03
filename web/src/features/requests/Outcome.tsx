import type { useAction } from "../../app/useAction";
import { Alert, ErrorState } from "../../ui";

type Action = Pick<ReturnType<typeof useAction>, "otherProblems" | "error">;
const NONE: readonly string[] = [];

/** Why it was not done, where no field of these is to blame. */
export function Outcome({ action, fields = NONE }: { action: Action; fields?: readonly string[] }) {
  return (
    <>
      {action.otherProblems(fields).map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {action.error && <ErrorState {...action.error} />}
    </>
  );
}
