/** Merge fields of messages: `{{fornavn}}`. Filling is plain substitution; a value is never read as a template again. */
import type { Channel } from "./definition.js";

/** Where a value comes from: the member, the sender, the chapter, the meeting the board picks, or typed once. */
export type MergeSource = "MEMBER" | "SENDER" | "CHAPTER" | "MEETING" | "TYPED";

/** The fields a message may use, with their source. `kortnavn` is the chapter's neutral short name, `lokallag` its full name. */
export const MERGE_FIELDS = {
  fornavn: "MEMBER",
  avsender: "SENDER",
  telefon: "SENDER",
  kortnavn: "CHAPTER",
  lokallag: "CHAPTER",
  dato: "MEETING",
  klokka: "MEETING",
  sted: "MEETING",
  lenke: "MEETING",
  bidrag: "TYPED",
  antall: "TYPED",
} as const satisfies Record<string, MergeSource>;
export type MergeField = keyof typeof MERGE_FIELDS;

/** Fields whose values could out a member on a lock screen: the full name of a chapter names mental health. */
export const LOCK_SCREEN_FORBIDDEN: readonly MergeField[] = ["lokallag"];

const FIELD = /\{\{\s*([\p{L}\p{N}_-]+)\s*\}\}/gu;

/** Whether `name` is a field a message may use. */
export function isMergeField(name: string): name is MergeField {
  return Object.hasOwn(MERGE_FIELDS, name);
}

/** The names between double braces, each once, in order of appearance; unknown ones too. */
export function mergeFieldsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(FIELD), (match) => match[1] ?? ""))];
}

/** The names in the text that are no merge field. */
export function unknownMergeFields(text: string): string[] {
  return mergeFieldsIn(text).filter((name) => !isMergeField(name));
}

/** The fields in the text that must not stand there: the chapter's full name in an SMS or in the subject of an e-mail. */
export function forbiddenMergeFields(text: string, place: { channel: Channel; part: "subject" | "body" }): string[] {
  const onLockScreen = place.channel === "SMS" || (place.channel === "EMAIL" && place.part === "subject");
  if (!onLockScreen) return [];
  const forbidden: readonly string[] = LOCK_SCREEN_FORBIDDEN;
  return mergeFieldsIn(text).filter((name) => forbidden.includes(name));
}

/**
 * The text with its fields filled. A field without a value (or a blank one) stays as `{{name}}` and is listed in `missing`;
 * a message with anything missing cannot be copied or sent.
 */
export function fillMessage(
  text: string,
  values: Partial<Record<string, string>>,
): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(FIELD, (_whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined && value.trim() !== "") return value;
    missing.add(name);
    return `{{${name}}}`;
  });
  return { text: filled, missing: [...missing] };
}
