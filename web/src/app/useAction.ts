import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useRef, useState } from "react";
import { useClient, type CombinedError } from "urql";
import { errorOf, isUnanswered, type Failure } from "./errors";
import { newId } from "./ids";
import { askToStepUp } from "./step-up";
import { untilAnswered } from "./until-answered";

/** What a user can mend, by the path of the input it is about: `["answers", "attended"]`. */
export type Problem = { code: string; path: readonly string[]; message: string };

type WithKey = { input: { key: string } };
type InputOf<Variables extends WithKey> = Omit<Variables["input"], "key">;
type Intent = { input: string; key: string };

/** The `problems` of the payload: a mutation document here has one field. */
function problemsIn(data: unknown): Problem[] {
  if (!data || typeof data !== "object") return [];
  const found: Problem[] = [];
  for (const payload of Object.values(data)) {
    if (payload && typeof payload === "object" && "problems" in payload && Array.isArray(payload.problems))
      found.push(...payload.problems);
  }
  return found;
}

/**
 * Runs a mutation once per intent. Each intent has a key; when the answer does not come, the same input is sent again
 * under the same key, now by itself and later when the user presses again, so it can never be done twice.
 * Where the server wants to see the second factor again, it is asked for over the page, and the same is sent once more.
 * `run` gives the data when the server did it, and null when it did not: then `problems` or `error` say why.
 */
export function useAction<Data, Variables extends WithKey>(
  document: TypedDocumentNode<Data, Variables>,
  /** `stepUp: false`: where giving the factor again would not help. */
  { stepUp = true }: { stepUp?: boolean } = {},
) {
  const client = useClient();
  const intent = useRef<Intent | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const run = useCallback(
    async (input: InputOf<Variables>): Promise<Data | null> => {
      const wanted = JSON.stringify(input);
      if (intent.current?.input !== wanted) intent.current = { input: wanted, key: newId() };
      const variables = { input: { ...input, key: intent.current.key } } as unknown as Variables;
      setBusy(true);
      setError(null);
      setProblems([]);

      const send = () =>
        untilAnswered(
          () => client.mutation(document, variables).toPromise(),
          (sent) => !isUnanswered(sent.error) || !navigator.onLine,
        );
      let result = await send();
      if (stepUp && errorOf(result.error)?.code === "STEP_UP_REQUIRED" && (await askToStepUp())) result = await send();

      const failed: CombinedError | undefined = result.error;
      if (!isUnanswered(failed)) intent.current = null;
      const found = problemsIn(result.data);
      setBusy(false);
      setError(errorOf(failed));
      setProblems(found);
      return failed || found.length > 0 ? null : (result.data ?? null);
    },
    [client, document, stepUp],
  );

  /** The message about this field, if any: `problemAt("name")`, `problemAt("answers.attended")`. */
  const problemAt = (path: string): string | undefined =>
    problems.find((problem) => problem.path.join(".") === path)?.message;
  /** The messages about anything but these fields. */
  const otherProblems = (paths: readonly string[] = []): string[] =>
    problems.filter((problem) => !paths.includes(problem.path.join("."))).map((problem) => problem.message);
  const reset = useCallback(() => {
    intent.current = null;
    setError(null);
    setProblems([]);
  }, []);

  return { run, busy, error, problems, problemAt, otherProblems, reset };
}
