import { inLevelWords, type Language, type LevelTerm } from "@varde/domain";

function saying(value: unknown, say: (text: string) => string): unknown {
  if (typeof value === "string") return say(value);
  if (typeof value === "function")
    return (...facts: unknown[]) => saying((value as (...facts: unknown[]) => unknown)(...facts), say);
  if (Array.isArray(value)) return value.map((part: unknown) => saying(part, say));
  // plain objects are groups of texts; anything else is what a text was made with
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, saying(part, say)]));
}

const said = new WeakMap<object, Map<LevelTerm, object>>();

/** Texts with the organization's own word for its middle tier where `<region>` and its like stand. Made once for each word. */
export function inWords<Texts extends object>(texts: Texts, term: LevelTerm, language: Language): Texts {
  const known = said.get(texts) ?? new Map<LevelTerm, object>();
  said.set(texts, known);
  const filled = known.get(term) ?? (saying({ ...texts }, (text) => inLevelWords(text, term, language)) as Texts);
  known.set(term, filled);
  return filled as Texts;
}
