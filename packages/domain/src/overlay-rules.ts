/** Rules on a chapter's overlay: only what national left open, texts that can be sent, and no person in them. */
import { TEXT_LENGTHS } from "./definition-texts.js";
import { LANGUAGES } from "./definition.js";
import type { Channel, TemplateDefinition } from "./definition.js";
import { lockScreenWords } from "./lock-screen.js";
import { forbiddenMergeFields, unknownMergeFields } from "./merge-fields.js";
import { containsNationalId } from "./national-id.js";
import { MAX_ADDED_STEPS, MAX_DAYS_EARLIER, mayAdapt, mayAdaptMessage } from "./overlay.js";
import type { Overlay, OwnText } from "./overlay.js";
import { SMS_WARNING_LENGTH, smsInfo } from "./sms.js";

export const OVERLAY_PROBLEM_CODES = [
  "LOCKED",
  "UNKNOWN_KEY",
  "INVALID_KEY",
  "DUPLICATE",
  "REQUIRED",
  "TOO_LONG",
  "TOO_MANY",
  "OUT_OF_RANGE",
  "NOT_ALLOWED",
  "NATIONAL_ID",
  "UNKNOWN_MERGE_FIELD",
  "FORBIDDEN_MERGE_FIELD",
  "LOCK_SCREEN_WORD",
  "SMS_TOO_LONG",
  "SMS_OUTSIDE_GSM7",
] as const;
export type OverlayProblemCode = (typeof OVERLAY_PROBLEM_CODES)[number];

/**
 * `path` names the place by keys, not by order: `["steps", "invite", "nb"]`, `["messages", "sms", "body", "nn"]`,
 * `["added", "own-1", "nb"]`, `["omitted", "invite"]`, `["dueDaysEarlier"]`.
 */
export type OverlayProblem = {
  path: string[];
  code: OverlayProblemCode;
  params: Record<string, string | number>;
  level: "ERROR" | "WARNING";
};

type Say = (
  path: string[],
  code: OverlayProblemCode,
  params?: Record<string, string | number>,
  level?: "ERROR" | "WARNING",
) => void;

/** Keys of the chapter's own steps, so that none is ever national's. */
const OWN_KEY = /^own-[a-z0-9-]{1,40}$/;

/** A fresh key for an own step, from anything random. */
export const ownStepKey = (random: string): string =>
  `own-${random
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "")
    .slice(-40)}`;

function checkWords(text: OwnText | null | undefined, path: string[], max: number, say: Say): void {
  for (const language of LANGUAGES) {
    const words = text?.[language] ?? "";
    if (words.trim().length > max) say([...path, language], "TOO_LONG", { max, length: words.trim().length });
    if (containsNationalId(words)) say([...path, language], "NATIONAL_ID");
  }
}

function checkSendable(text: string, channel: Channel, part: "title" | "subject" | "body", path: string[], say: Say) {
  // what a message is called is shown in the list alone, with no fields filled
  if (part === "title") return;
  for (const field of unknownMergeFields(text)) say(path, "UNKNOWN_MERGE_FIELD", { field: field.slice(0, 60) });
  for (const field of forbiddenMergeFields(text, { channel, part })) say(path, "FORBIDDEN_MERGE_FIELD", { field });
  const onLockScreen = channel === "SMS" || (channel === "EMAIL" && part === "subject");
  const words = onLockScreen ? lockScreenWords(text) : [];
  if (words.length > 0) say(path, "LOCK_SCREEN_WORD", { words: words.join(", ") });
  if (channel !== "SMS") return;
  const { length, segments, outsideGsm7 } = smsInfo(text);
  if (outsideGsm7.length > 0) say(path, "SMS_OUTSIDE_GSM7", { signs: outsideGsm7.join(" ") }, "WARNING");
  if (segments > 2) say(path, "SMS_TOO_LONG", { max: SMS_WARNING_LENGTH, length }, "WARNING");
}

function checkSteps(definition: TemplateDefinition, overlay: Overlay, say: Say): void {
  const { steps, added, omitted } = overlay;
  const open = mayAdapt(definition, "STEPS");
  const national = new Set(definition.steps.map(({ key }) => key));
  const seen = new Set<string>();
  const check = (key: string, path: string[], known: boolean) => {
    if (!open) say(path, "LOCKED");
    else if (!known) say(path, "UNKNOWN_KEY");
    else if (seen.has(key)) say(path, "DUPLICATE");
    seen.add(key);
  };
  for (const { key, text } of steps) {
    check(key, ["steps", key], national.has(key));
    checkWords(text, ["steps", key], TEXT_LENGTHS.long, say);
  }
  for (const key of omitted) check(key, ["omitted", key], national.has(key));
  for (const { key, text } of added) {
    const path = ["added", key];
    if (!OWN_KEY.test(key) || national.has(key)) say(path, "INVALID_KEY");
    check(key, path, true);
    if (!text.nb?.trim()) say([...path, "nb"], "REQUIRED");
    checkWords(text, path, TEXT_LENGTHS.long, say);
  }
  if (added.length > MAX_ADDED_STEPS) say(["added"], "TOO_MANY", { max: MAX_ADDED_STEPS });
}

const MOST = { title: TEXT_LENGTHS.name, subject: TEXT_LENGTHS.label, body: TEXT_LENGTHS.message } as const;

function checkMessages(definition: TemplateDefinition, overlay: Overlay, say: Say): void {
  const seen = new Set<string>();
  for (const own of overlay.messages) {
    const path = ["messages", own.key];
    const message = definition.messages.find(({ key }) => key === own.key);
    if (!mayAdapt(definition, "MESSAGES") || (message && !mayAdaptMessage(definition, message))) say(path, "LOCKED");
    else if (!message) say(path, "UNKNOWN_KEY");
    else if (seen.has(own.key)) say(path, "DUPLICATE");
    seen.add(own.key);
    if (own.subject && message && message.channel !== "EMAIL") say([...path, "subject"], "NOT_ALLOWED");
    for (const part of ["title", "subject", "body"] as const) {
      checkWords(own[part], [...path, part], MOST[part], say);
      for (const language of LANGUAGES) {
        const words = own[part]?.[language];
        if (words && message) checkSendable(words, message.channel, part, [...path, part, language], say);
      }
    }
  }
}

/**
 * What is wrong with an overlay on this version. An ERROR is refused; a WARNING is shown and may stand. What could out a
 * member on a lock screen is an ERROR, as it is when national publishes.
 */
export function checkOverlay(definition: TemplateDefinition, overlay: Overlay): OverlayProblem[] {
  const problems: OverlayProblem[] = [];
  const say: Say = (path, code, params = {}, level = "ERROR") => void problems.push({ path, code, params, level });
  checkSteps(definition, overlay, say);
  checkMessages(definition, overlay, say);
  const { dueDaysEarlier: days } = overlay;
  if (days != null) {
    const path = ["dueDaysEarlier"];
    if (!mayAdapt(definition, "SCHEDULE")) say(path, "LOCKED");
    else if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS_EARLIER)
      say(path, "OUT_OF_RANGE", { min: 1, max: MAX_DAYS_EARLIER });
  }
  return problems;
}
