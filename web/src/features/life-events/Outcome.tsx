import type { useAction } from "../../app/useAction";
import { Alert, ErrorState } from "../../ui";

type OutcomeProps = {
  action: Pick<ReturnType<typeof useAction>, "otherProblems" | "error">;
  /** fields that show their own problem */
  beside?: readonly string[];
};

const NONE: readonly string[] = [];

/** Why it was not done, where no field is to blame. */
export function Outcome({ action, beside = NONE }: OutcomeProps) {
  return (
    <>
      {action.otherProblems(beside).map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {action.error && <ErrorState {...action.error} />}
    </>
  );
}
