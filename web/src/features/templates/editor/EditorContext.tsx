import { createContext, useContext, type ReactNode } from "react";
import type { FieldType, Language, TemplateDefinition } from "@varde/domain";
import type { Check } from "./read-draft";

/** What the parts of any editor know: lists that are sorted, texts in languages, problems at their place. */
export type Writing = {
  /** the language one writes in now */
  language: Language;
  checks: readonly Check[];
  /** places left empty are pointed out only when one has asked what is missing */
  revealed: boolean;
  /** what is written in another language has the bokmål beside it, also once it is written */
  beside?: boolean;
};

export type Editor = Writing & {
  definition: TemplateDefinition;
  change: (update: (definition: TemplateDefinition) => TemplateDefinition) => void;
  /** questions of earlier versions, with their types, which never change */
  earlier: ReadonlyMap<string, FieldType>;
  /** medians of real reports, once there are any; null: only the estimate */
  measured?: { n: number; medianSeconds: number } | null;
  /** what a test message to oneself is made from, for the chapter of the preview; `save` answers whether all that is written is saved */
  test?: { templateId: string; versionId: string; chapterId: string | null; save: () => Promise<boolean> };
};

const EditorContext = createContext<Editor | null>(null);
// apart, so that what shows only names is not drawn anew at every letter
const LanguageContext = createContext<Language>("nb");
const WritingContext = createContext<Writing | null>(null);

export function WritingProvider({ value, children }: { value: Writing; children: ReactNode }) {
  return (
    <WritingContext value={value}>
      <LanguageContext value={value.language}>{children}</LanguageContext>
    </WritingContext>
  );
}

export function EditorProvider({ value, children }: { value: Editor; children: ReactNode }) {
  return (
    <EditorContext value={value}>
      <WritingProvider value={value}>{children}</WritingProvider>
    </EditorContext>
  );
}

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("useEditor is used outside EditorProvider");
  return editor;
}

/** What the parts of an editor know. */
export function useParts(): Writing {
  const writing = useContext(WritingContext);
  if (!writing) throw new Error("useParts is used outside WritingProvider");
  return writing;
}

/** The language one writes in now. */
export const useWriting = (): Language => useContext(LanguageContext);

/** What to mend at a place. `empty`: nothing is written there yet. `noted`: codes that the place tells of itself, and better. */
export function useProblemAt(path: string, empty: boolean, noted: readonly string[] = []): string | undefined {
  const { checks, revealed } = useParts();
  if (empty && !revealed) return undefined;
  return checks.find((check) => check.path.join(".") === path && !noted.includes(check.code))?.message;
}
