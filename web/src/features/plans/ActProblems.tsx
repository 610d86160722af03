import type { Failure } from "../../app/errors";
import { Alert, ErrorState } from "../../ui";

const NONE: readonly string[] = [];

type Act = { error: Failure | null; otherProblems: (paths?: readonly string[]) => string[] };

/** What an act was answered, but for the fields that say it themselves. */
export function ActProblems({ act, but = NONE }: { act: Act; but?: readonly string[] }) {
  return (
    <>
      {act.error && <ErrorState {...act.error} />}
      {act.otherProblems(but).map((problem) => (
        <Alert key={problem} tone="warn" live>
          {problem}
        </Alert>
      ))}
    </>
  );
}
