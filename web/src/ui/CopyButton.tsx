import { useState } from "react";
import { useTexts } from "../texts";
import { Button, type ButtonVariant } from "./Button";
import { CheckmarkIcon, FilesIcon } from "./icons";

/** Copies the text as it stands. Says so in its own word; when the browser refuses, says what to do. */
export function CopyButton({
  text,
  label,
  variant = "plain",
  iconOnly,
  onCopied,
}: {
  text: string;
  label?: string;
  variant?: ButtonVariant;
  /** Beside what it copies: the label is spoken only. */
  iconOnly?: boolean;
  onCopied?: () => void;
}) {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const texts = useTexts().ui.actions;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
      onCopied?.();
      setTimeout(() => setState("idle"), 4000);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      setState("failed");
    }
  };
  return (
    <>
      <Button
        variant={variant}
        icon={state === "copied" ? CheckmarkIcon : FilesIcon}
        iconOnly={!!iconOnly}
        onClick={() => void copy()}
      >
        {state === "copied" ? texts.copied : (label ?? texts.copy)}
      </Button>
      <span role="status" className="v-hidden">
        {state === "copied" && texts.copied}
      </span>
      {state === "failed" && <p role="alert">{texts.copyFailed}</p>}
    </>
  );
}
