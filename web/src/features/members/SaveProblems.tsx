import { useTexts } from "../../texts";
import type { useAction } from "../../app/useAction";
import { Alert } from "../../ui";

type Told = Pick<ReturnType<typeof useAction>, "error" | "otherProblems">;

const NONE: readonly string[] = [];

/** What stopped a change, apart from what already stands at its fields. */
export function SaveProblems({ action, shown }: { action: Told; shown?: readonly string[] }) {
  const { errors } = useTexts().app;
  return (
    <>
      {action.otherProblems(shown ?? NONE).map((message) => (
        <Alert key={message} tone="warn" live title={message} />
      ))}
      {action.error && (
        <Alert tone="warn" live title={errors[action.error.code].title}>
          {errors[action.error.code].body}
        </Alert>
      )}
    </>
  );
}
