/**
 * A chapter's own words on what national designs: an overlay on one version, never a fork. Reports, targets and the days
 * a touchpoint is judged by are national's alone.
 */
import { addDays } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import { LANGUAGES } from "./definition.js";
import type { Lockable, LocalizedText, Message, Step, TemplateDefinition } from "./definition.js";

/** Own words, language by language; where there are none, national's stand. */
export type OwnText = { nb?: string | null; nn?: string | null; en?: string | null };
export type OwnStep = { key: string; text: OwnText };
/** `subject` only of an e-mail. */
export type OwnMessage = { key: string; title?: OwnText | null; subject?: OwnText | null; body?: OwnText | null };

/** What a chapter has changed in one version, by national's keys. */
export type Overlay = {
  /** national's steps in own words */
  steps: OwnStep[];
  /** own steps after national's, with keys of their own */
  added: OwnStep[];
  /** keys of national's steps that are left out */
  omitted: string[];
  messages: OwnMessage[];
  /** whole days the board's own deadline comes before national's; what is judged is national's */
  dueDaysEarlier?: number | null;
};

export const MAX_ADDED_STEPS = 5;
export const MAX_DAYS_EARLIER = 180;

/** One thing an overlay changes: a step (whatever is done to it), a message, or the deadline (whose key is empty). */
export type OverlayPart = { part: Lockable; key: string };

export const emptyOverlay = (): Overlay => ({ steps: [], added: [], omitted: [], messages: [] });

const written = (text: string | null | undefined): text is string => typeof text === "string" && text.trim() !== "";
const hasWords = (text: OwnText | null | undefined): boolean => LANGUAGES.some((language) => written(text?.[language]));

const saysAnything = ({ title, subject, body }: OwnMessage): boolean => [title, subject, body].some(hasWords);

/** Whether the chapter may change this part. A guide is always national's: it carries the safe frame. */
export function mayAdapt(definition: TemplateDefinition, part: Lockable): boolean {
  return !definition.locks.includes(part);
}
export function mayAdaptMessage(definition: TemplateDefinition, message: Message): boolean {
  return mayAdapt(definition, "MESSAGES") && !message.locked && message.channel !== "GUIDE";
}

/** Whether national has left anything open in it. */
export const leavesOpen = (definition: TemplateDefinition): boolean =>
  mayAdapt(definition, "STEPS") ||
  mayAdapt(definition, "SCHEDULE") ||
  definition.messages.some((message) => mayAdaptMessage(definition, message));

/** National's text with the own words in their languages. */
function laidOver(national: LocalizedText, own: OwnText | null | undefined): LocalizedText {
  if (!hasWords(own)) return national;
  const text: LocalizedText = { ...national };
  for (const language of LANGUAGES) {
    const words = own?.[language];
    if (written(words)) text[language] = words;
  }
  return text;
}

function firstOfKey<T extends { key: string }>(items: readonly T[]): Map<string, T> {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(item.key)) first.set(item.key, item);
  return first;
}

function ownSteps({ steps: national }: TemplateDefinition, overlay: Overlay): Step[] {
  const mine = firstOfKey(overlay.added.filter(({ text }) => hasWords(text)));
  const added = [...mine.values()].slice(0, MAX_ADDED_STEPS);
  // a key is either national's or the chapter's: what adds it does not also change or leave it out
  const omitted = new Set(overlay.omitted.filter((key) => !mine.has(key)));
  const changed = firstOfKey(overlay.steps.filter(({ key, text }) => !mine.has(key) && hasWords(text)));
  const taken = new Set(national.map(({ key }) => key));
  return [
    ...national
      .filter(({ key }) => !omitted.has(key))
      .map((step) => {
        const text = laidOver(step.text, changed.get(step.key)?.text);
        return text === step.text ? step : { ...step, text };
      }),
    ...added
      .filter(({ key }) => !taken.has(key))
      .map(({ key, text }) => ({
        key,
        text: laidOver({ nb: LANGUAGES.map((l) => text[l]).find(written) ?? "" }, text),
      })),
  ];
}

function ownMessage(message: Message, own: OwnMessage | undefined): Message {
  if (!own) return message;
  const title = laidOver(message.title, own.title);
  const body = laidOver(message.body, own.body);
  const words = message.channel === "EMAIL" ? own.subject : null;
  const subject = hasWords(words) ? laidOver(message.subject ?? { nb: "" }, words) : message.subject;
  const same = title === message.title && body === message.body && subject === message.subject;
  return same ? message : { ...message, title, body, ...(subject !== undefined && { subject }) };
}

/**
 * What the chapter sees: national's definition with the chapter's words where it may have its own. Total: what is locked,
 * unknown or gone from the version is passed over. The schedule stays national's (see `ownDueOn`). Laid over twice is once.
 */
export function applyOverlay(definition: TemplateDefinition, overlay: Overlay): TemplateDefinition {
  const messages = firstOfKey(overlay.messages.filter(saysAnything));
  return {
    ...definition,
    steps: mayAdapt(definition, "STEPS") ? ownSteps(definition, overlay) : definition.steps,
    messages: definition.messages.map((message) =>
      mayAdaptMessage(definition, message) ? ownMessage(message, messages.get(message.key)) : message,
    ),
  };
}

/**
 * The day the board has set itself, before national's `dueOn` and never before it opens; null where it has set none or
 * may not. It is shown and reminded of; what is judged and compared is `dueOn`.
 */
export function ownDueOn(
  definition: Pick<TemplateDefinition, "locks">,
  overlay: Overlay | null,
  { opensOn, dueOn }: { opensOn: LocalDate; dueOn: LocalDate },
): LocalDate | null {
  const days = overlay?.dueDaysEarlier;
  if (!days || !Number.isInteger(days) || days < 1 || days > MAX_DAYS_EARLIER) return null;
  if (definition.locks.includes("SCHEDULE") || opensOn >= dueOn) return null;
  const own = addDays(dueOn, -days);
  return own > opensOn ? own : opensOn;
}

/** The parts an overlay changes, each once, steps first. */
export function overlayParts({ steps, added, omitted, messages, dueDaysEarlier }: Overlay): OverlayPart[] {
  const keys = new Set([...steps.map(({ key }) => key), ...omitted, ...added.map(({ key }) => key)]);
  return [
    ...[...keys].map((key): OverlayPart => ({ part: "STEPS", key })),
    ...[...firstOfKey(messages).keys()].map((key): OverlayPart => ({ part: "MESSAGES", key })),
    ...(dueDaysEarlier ? [{ part: "SCHEDULE", key: "" } as const] : []),
  ];
}

export const isEmptyOverlay = (overlay: Overlay): boolean => overlayParts(overlay).length === 0;

function onlyOwn(own: OwnText | null | undefined, national?: LocalizedText | null): OwnText | null {
  const text: OwnText = {};
  for (const language of LANGUAGES) {
    const words = own?.[language]?.trim().normalize("NFC");
    if (words && words !== national?.[language]?.trim().normalize("NFC")) text[language] = words;
  }
  return hasWords(text) ? text : null;
}

/** The same overlay without what says nothing: blank texts, and words that are national's own. */
export function tidyOverlay(definition: TemplateDefinition, overlay: Overlay): Overlay {
  const steps = firstOfKey(definition.steps);
  const messages = firstOfKey(definition.messages);
  const once = <T extends { key: string }>(items: readonly T[], says: (item: T) => boolean): T[] => [
    ...firstOfKey(items.filter(says)).values(),
  ];
  const tidy: Overlay = {
    steps: once(overlay.steps, ({ text }) => hasWords(text)).flatMap(({ key, text }) => {
      const own = onlyOwn(text, steps.get(key)?.text);
      return own ? [{ key, text: own }] : [];
    }),
    added: once(overlay.added, ({ text }) => hasWords(text)).flatMap(({ key, text }) => {
      const own = onlyOwn(text);
      return own ? [{ key, text: own }] : [];
    }),
    omitted: [...new Set(overlay.omitted)],
    messages: once(overlay.messages, saysAnything).flatMap((message) => {
      const national = messages.get(message.key);
      const [title, subject, body] = [
        onlyOwn(message.title, national?.title),
        onlyOwn(message.subject, national?.subject),
        onlyOwn(message.body, national?.body),
      ];
      if (!title && !subject && !body) return [];
      return [{ key: message.key, ...(title && { title }), ...(subject && { subject }), ...(body && { body }) }];
    }),
  };
  return overlay.dueDaysEarlier ? { ...tidy, dueDaysEarlier: overlay.dueDaysEarlier } : tidy;
}
