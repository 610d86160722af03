/** Rules on the texts of a definition: there in bokmål, not too long, and safe to send. */
import { LANGUAGES } from "./definition.js";
import type { LocalizedText, Message } from "./definition.js";
import { tellingWords } from "./lock-screen.js";
import { forbiddenMergeFields, unknownMergeFields } from "./merge-fields.js";
import { isLockedMessage } from "./safe-frame.js";
import { SMS_WARNING_LENGTH, smsInfo } from "./sms.js";

export const DEFINITION_PROBLEM_CODES = [
  "REQUIRED",
  "TOO_LONG",
  "TOO_MANY",
  "TOO_FEW",
  "INVALID_KEY",
  "INVALID_DATE",
  "DUPLICATE",
  "OUT_OF_RANGE",
  "DUE_BEFORE_OPENS",
  "MAX_BELOW_MIN",
  "NOT_ALLOWED",
  "TEXT_ABOUT_MEMBER",
  "NOT_FOR_EACH",
  "UNKNOWN_FIELD",
  "UNKNOWN_OPTION",
  "WRONG_FIELD_TYPE",
  "UNKNOWN_MERGE_FIELD",
  "FORBIDDEN_MERGE_FIELD",
  "LOCK_SCREEN_WORD",
  "GUIDE_UNLOCKED",
  "TYPE_CHANGED",
  "SMS_TOO_LONG",
  "SMS_OUTSIDE_GSM7",
  "COUNTS_UNKNOWN",
  "LATE_NOT_ALLOWED",
  "BURDEN",
] as const;
export type DefinitionProblemCode = (typeof DEFINITION_PROBLEM_CODES)[number];

/** `path` leads to the place in the definition; `params` hold what the message names (a limit, a key, the words found). */
export type DefinitionProblem = {
  path: string[];
  code: DefinitionProblemCode;
  params: Record<string, string | number>;
  level: "ERROR" | "WARNING";
};

export type Report = (
  path: string[],
  code: DefinitionProblemCode,
  params?: Record<string, string | number>,
  level?: "ERROR" | "WARNING",
) => void;

/** Longest texts, in characters. */
export const TEXT_LENGTHS = { short: 80, name: 120, label: 200, long: 1000, message: 5000 } as const;

/** A text in every language it has: bokmål there when required, none too long. */
export function checkText(
  text: LocalizedText | null | undefined,
  path: string[],
  report: Report,
  rule: { required: boolean; max: number },
): void {
  if (rule.required && !text?.nb.trim()) report([...path, "nb"], "REQUIRED");
  for (const language of LANGUAGES) {
    const length = text?.[language]?.length ?? 0;
    if (length > rule.max) report([...path, language], "TOO_LONG", { max: rule.max, length });
  }
}

/** Words that could out a member, with what they are about, so that the reader learns what to write instead. */
export function checkLockScreen(text: string, path: string[], report: Report, level: "ERROR" | "WARNING"): void {
  const found = tellingWords(text);
  const [first] = found;
  if (!first) return;
  const words = [...new Set(found.map(({ word }) => word))].join(", ");
  report(path, "LOCK_SCREEN_WORD", { words, group: first.group }, level);
}

function checkSendable(
  text: string,
  place: Parameters<typeof forbiddenMergeFields>[1],
  path: string[],
  publish: boolean,
  report: Report,
): void {
  for (const field of unknownMergeFields(text)) report(path, "UNKNOWN_MERGE_FIELD", { field: field.slice(0, 60) });
  for (const field of forbiddenMergeFields(text, place)) report(path, "FORBIDDEN_MERGE_FIELD", { field });
  const onLockScreen = place.channel === "SMS" || (place.channel === "EMAIL" && place.part === "subject");
  // A draft may hold the word while it is being written; what is sent may not.
  if (onLockScreen) checkLockScreen(text, path, report, publish ? "ERROR" : "WARNING");
  if (place.channel !== "SMS") return;
  const { length, segments, outsideGsm7 } = smsInfo(text);
  if (outsideGsm7.length > 0) report(path, "SMS_OUTSIDE_GSM7", { signs: outsideGsm7.join(" ") }, "WARNING");
  if (segments > 2) report(path, "SMS_TOO_LONG", { max: SMS_WARNING_LENGTH, length }, "WARNING");
}

/** Messages: every part there, its merge fields known and allowed where it stands, an SMS in two parts (before names are filled in). */
export function checkMessages(messages: readonly Message[], publish: boolean, report: Report): void {
  for (const [i, message] of messages.entries()) {
    const path = ["messages", String(i)];
    const { channel, subject } = message;
    checkText(message.title, [...path, "title"], report, { required: publish, max: TEXT_LENGTHS.name });
    checkText(message.body, [...path, "body"], report, { required: publish, max: TEXT_LENGTHS.message });
    if (channel === "EMAIL") {
      checkText(subject, [...path, "subject"], report, { required: publish, max: TEXT_LENGTHS.label });
    } else if (subject) report([...path, "subject"], "NOT_ALLOWED");
    if (!message.locked && isLockedMessage(message)) report([...path, "locked"], "GUIDE_UNLOCKED");
    for (const language of LANGUAGES) {
      // the name of a message is not sent, but stands on the page and in the mail about the task
      const title = channel === "GUIDE" ? null : message.title[language];
      if (title) checkLockScreen(title, [...path, "title", language], report, "WARNING");
      for (const part of ["subject", "body"] as const) {
        const text = message[part]?.[language];
        if (text) checkSendable(text, { channel, part }, [...path, part, language], publish, report);
      }
    }
  }
}
