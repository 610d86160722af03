import { useEffect, useEffectEvent } from "react";
import { useTexts } from "../texts";
import { Button } from "./Button";
import { ArrowUndoIcon } from "./icons";
import "./undo-bar.css";

type UndoBarProps = {
  /** What was done: «Ida er ferdig». */
  message: string;
  onUndo: () => void;
  /** The time has passed: take the bar away. */
  onDone: () => void;
  seconds?: number;
};

/** What was just done, and ten seconds to take it back. Give it a `key` per act, so that each gets its full time. Above the dock or the bottom bar. */
export function UndoBar({ message, onUndo, onDone, seconds = 10 }: UndoBarProps) {
  const texts = useTexts().ui.actions;
  const done = useEffectEvent(onDone);
  useEffect(() => {
    const timer = setTimeout(() => done(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return (
    <div className="v-undo" role="status">
      <span>{message}</span>
      <Button variant="plain" icon={ArrowUndoIcon} onClick={onUndo}>
        {texts.undo}
      </Button>
    </div>
  );
}
