import { createContext, useContext, type ReactNode } from "react";
import type { FieldType, Language, TemplateDefinition } from "@varde/domain";
import type { Check } from "./read-draft";

export type Editor = {
  definition: TemplateDefinition;
  change: (update: (definition: TemplateDefinition) => TemplateDefinition) => void;
  /** the language one writes in now */
  language: Language;
  checks: readonly Check[];
  /** places left empty are pointed out only when one has asked what is missing */
  revealed: boolean;
  /** questions of earlier versions, with their types, which never change */
  earlier: ReadonlyMap<string, FieldType>;
  /** medians of real reports, once there are any; null: only the estimate */
  measured?: { n: number; medianSeconds: number } | null;
  /** what a test message to oneself is made from, for the chapter of the preview; `save` answers whether all that is written is saved */
  test?: { templateId: string; versionId: string; chapterId: string | null; save: () => Promise<boolean> };
};

const EditorContext = createContext<Editor | null>(null);
// apart, so that what shows only names is not drawn anew at every letter
const WritingContext = createContext<Language>("nb");

export function EditorProvider({ value, children }: { value: Editor; children: ReactNode }) {
  return (
    <EditorContext value={value}>
      <WritingContext value={value.language}>{children}</WritingContext>
    </EditorContext>
  );
}

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("useEditor is used outside EditorProvider");
  return editor;
}

/** The language one writes in now. */
export const useWriting = (): Language => useContext(WritingContext);

/** What to mend at a place. `empty`: nothing is written there yet. `noted`: codes that the place tells of itself, and better. */
export function useProblemAt(path: string, empty: boolean, noted: readonly string[] = []): string | undefined {
  const { checks, revealed } = useEditor();
  if (empty && !revealed) return undefined;
  return checks.find((check) => check.path.join(".") === path && !noted.includes(check.code))?.message;
}
