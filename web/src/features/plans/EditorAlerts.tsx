import type { ReactNode } from "react";
import { useAllTexts } from "../../texts";
import { Alert, Button } from "../../ui";

type Writing = {
  conflict: object | "gone" | null;
  refused: string | null;
  resolve: (choice: "theirs" | "mine") => void;
};
type EditorAlertsProps = {
  writing: Writing;
  /** what they wrote, where it differs */
  children: ReactNode;
};

/** That somebody else wrote the same meanwhile, or took it away, or that it was refused: what one wrote oneself stands below. */
export function EditorAlerts({ writing, children }: EditorAlertsProps) {
  const words = useAllTexts().plans.row;
  const { conflict, refused, resolve } = writing;
  return (
    <>
      {conflict === "gone" && (
        <Alert tone="warn" live>
          {words.gone}
        </Alert>
      )}
      {conflict && conflict !== "gone" && (
        <Alert
          tone="warn"
          live
          title={words.conflict}
          action={
            <>
              <Button onClick={() => resolve("theirs")}>{words.theirs}</Button>
              <Button onClick={() => resolve("mine")}>{words.mine}</Button>
            </>
          }
        >
          <p>{words.conflictBody}</p>
          {children}
        </Alert>
      )}
      {refused && (
        <Alert tone="danger" live>
          {refused}
        </Alert>
      )}
    </>
  );
}

type FoundCopyProps = { text: string; onTake: () => void; onDrop: () => void };

/** That something lies on this device which was never saved. */
export function FoundCopy({ text, onTake, onDrop }: FoundCopyProps) {
  const words = useAllTexts().plans.row;
  return (
    <Alert
      title={words.copy}
      action={
        <>
          <Button onClick={onTake}>{words.takeCopy}</Button>
          <Button variant="plain" onClick={onDrop}>
            {words.dropCopy}
          </Button>
        </>
      }
    >
      {text}
    </Alert>
  );
}
