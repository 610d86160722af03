import type { Language, LocalizedText } from "@varde/domain";

/** A designed text in the reader's language. A missing nynorsk or English falls back to bokmål. */
export function localized(text: LocalizedText, language: Language): string {
  return text[language] || text.nb;
}
