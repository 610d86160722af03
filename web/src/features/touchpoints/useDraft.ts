import { useCallback, useState } from "react";
import { read, write } from "../../app/storage";
import type { SaveState } from "../../ui";
import type { Values } from "./report-values";

const keyOf = (id: string): string => `varde.draft.${id}`;

function stored(id: string): Values | null {
  const text = read(keyOf(id));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === "object" && !Array.isArray(value) ? (value as Values) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A report being written, kept on this device by the task's id until it is sent. */
export function useDraft(id: string) {
  const [values, setValues] = useState<Values | null>(() => stored(id));
  const [save, setSave] = useState<SaveState>({ state: "idle" });
  const keep = useCallback(
    (next: Values) => {
      setValues(next);
      setSave(write(keyOf(id), JSON.stringify(next)) ? { state: "saved", at: new Date() } : { state: "failed" });
    },
    [id],
  );
  const forget = useCallback(() => {
    write(keyOf(id), null);
    setValues(null);
    setSave({ state: "idle" });
  }, [id]);
  return { values, save, keep, forget };
}
export type Draft = ReturnType<typeof useDraft>;
