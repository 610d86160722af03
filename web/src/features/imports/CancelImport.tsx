import { CancelImportDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, ErrorState } from "../../ui";
import type { ImportFacts } from "./import-words";

/** Gives a file up. Nothing has been written, so it asks nothing. */
export function CancelImport({ facts, label, onDone }: { facts: ImportFacts; label?: string; onDone: () => void }) {
  const texts = useAllTexts().imports;
  const act = useAction(CancelImportDocument);
  const cancel = async (): Promise<void> => {
    await act.run({ id: facts.id, rev: facts.rev });
    onDone();
  };
  return (
    <>
      <Button busy={act.busy} onClick={() => void cancel()}>
        {label ?? texts.cancel}
      </Button>
      {act.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {act.error && <ErrorState {...act.error} />}
    </>
  );
}
