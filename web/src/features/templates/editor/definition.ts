import type { LocalizedText, Language, TemplateDefinition } from "@varde/domain";
import { newId } from "../../../app/ids";
import type { AllTexts } from "../../../texts";

/** The parts of a definition, in the order one writes them. */
export const SECTIONS = [
  "goal",
  "trigger",
  "schedule",
  "steps",
  "messages",
  "report",
  "targets",
  "locks",
] as const satisfies readonly (keyof AllTexts["templates"]["sections"])[];
export type SectionName = (typeof SECTIONS)[number];

const SECTION_OF: Record<string, SectionName> = {
  name: "goal",
  purpose: "goal",
  responsible: "goal",
  minutes: "goal",
  doneBy: "goal",
  stage: "trigger",
  trigger: "trigger",
  schedule: "schedule",
  steps: "steps",
  messages: "messages",
  reportFields: "report",
  periodReport: "report",
  targets: "targets",
  locks: "locks",
};

/** The part a place in the definition belongs to. */
export const sectionOf = (path: readonly string[]): SectionName => SECTION_OF[path[0] ?? ""] ?? "goal";

/** Every text of the definition that a chapter reads. */
function textsIn(value: unknown): LocalizedText[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value === null || typeof value !== "object") return [];
  if ("nb" in value) return [value as LocalizedText];
  return Object.values(value).flatMap(textsIn);
}

/** How many texts that are there in bokmål are missing in the language. */
export function missingTexts(definition: TemplateDefinition, language: Language): number {
  return textsIn(definition).filter((text) => text.nb.trim() !== "" && !text[language]?.trim()).length;
}

/** An optional text, or null when nothing is written in any language. */
export function orNull(text: LocalizedText): LocalizedText | null {
  return text.nb || text.nn || text.en ? text : null;
}

/** A key for a new part: plain, and unlike any that has been used. */
export function newKey(prefix: string): string {
  return `${prefix}_${newId().slice(-8)}`;
}
