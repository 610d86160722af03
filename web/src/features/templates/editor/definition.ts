import type { LocalizedText, Language, TemplateDefinition } from "@varde/domain";
import { newId } from "../../../app/ids";
import type { Catalogue } from "../../../texts";

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
] as const satisfies readonly (keyof Catalogue["templates"]["sections"])[];
export type SectionName = (typeof SECTIONS)[number];

const SECTION_OF: Record<string, SectionName> = {
  name: "goal",
  purpose: "goal",
  responsible: "goal",
  minutes: "goal",
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

/** Data of the API as the definition it is: without `__typename` and without what is empty. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== "__typename" && inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, bare(inner)]),
  );
}

/** The definition of a version as read: the API's shape is the domain's, with fragments only the types know of. */
export const toDefinition = (data: object): TemplateDefinition => bare(data) as TemplateDefinition;

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
