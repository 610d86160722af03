import { textWarnings } from "@varde/domain";
import { neutralTitle } from "./write-calendar.js";

/** A word with a capital that no sentence begins with: a person, for all we know. */
const PROPER = /(?<=[^\s.!?:]\s+["«“(]*)\p{Lu}\p{Ll}\p{L}*/gu;

/**
 * What a row of an adopted plan may be called where a stranger may read it; null where it may name somebody, tell of health or reach
 * somebody. `own` are names that say no more than the calendar's own: of the chapter, its organization and where it is. Errs on the
 * side of null: then the row is counted.
 */
export function planTitle(activity: string, own: readonly string[]): string | null {
  const title = neutralTitle(activity.replaceAll(/\s+/g, " "), "");
  const known = new Set(own.flatMap((name) => name.toLowerCase().match(/\p{L}+/gu) ?? []));
  if (title === "" || textWarnings(title).length > 0) return null;
  const strange = [...title.matchAll(PROPER)].some(([word]) => !known.has(word.toLowerCase()));
  return strange ? null : title;
}
