import { MAX_ADDED_STEPS, ownStepKey } from "@varde/domain";
import type { Language, Message, Overlay, OwnMessage, OwnStep, OwnText, Step } from "@varde/domain";

/** What is being written: the overlay, changed a keystroke at a time. What is national's own is tidied away when it is kept. */
export type MessagePart = "title" | "subject" | "body";

const changed = <T extends { key: string }>(items: readonly T[], key: string, fresh: T, change: (item: T) => T): T[] =>
  items.some((item) => item.key === key)
    ? items.map((item) => (item.key === key ? change(item) : item))
    : [...items, change(fresh)];
const spoken = (text: OwnText | null | undefined, language: Language, words: string): OwnText => ({
  ...text,
  [language]: words,
});

export const writeStep = (overlay: Overlay, key: string, language: Language, words: string): Overlay => ({
  ...overlay,
  steps: changed<OwnStep>(overlay.steps, key, { key, text: {} }, (step) => ({
    key,
    text: spoken(step.text, language, words),
  })),
});
export const resetStep = (overlay: Overlay, key: string): Overlay => ({
  ...overlay,
  steps: overlay.steps.filter((step) => step.key !== key),
});
/** A step that is left out says nothing else. */
export const omitStep = (overlay: Overlay, key: string, omit: boolean): Overlay => ({
  ...(omit ? resetStep(overlay, key) : overlay),
  omitted: omit ? [...overlay.omitted.filter((one) => one !== key), key] : overlay.omitted.filter((one) => one !== key),
});
export const mayAddStep = (overlay: Overlay): boolean => overlay.added.length < MAX_ADDED_STEPS;
export const addStep = (overlay: Overlay, random: string): Overlay => ({
  ...overlay,
  added: [...overlay.added, { key: ownStepKey(random), text: {} }],
});
export const writeAdded = (overlay: Overlay, key: string, language: Language, words: string): Overlay => ({
  ...overlay,
  added: overlay.added.map((step) => (step.key === key ? { key, text: spoken(step.text, language, words) } : step)),
});
export const removeAdded = (overlay: Overlay, key: string): Overlay => ({
  ...overlay,
  added: overlay.added.filter((step) => step.key !== key),
});
export const writeMessage = (
  overlay: Overlay,
  key: string,
  part: MessagePart,
  language: Language,
  words: string,
): Overlay => ({
  ...overlay,
  messages: changed<OwnMessage>(overlay.messages, key, { key }, (message) => ({
    ...message,
    [part]: spoken(message[part], language, words),
  })),
});
export const resetMessage = (overlay: Overlay, key: string): Overlay => ({
  ...overlay,
  messages: overlay.messages.filter((message) => message.key !== key),
});

/** What stands in the field: the own words as they are being written, else national's in that language. */
export const stepWords = (overlay: Overlay, step: Step, language: Language): string =>
  overlay.steps.find(({ key }) => key === step.key)?.text[language] ?? step.text[language] ?? "";
export const messageWords = (overlay: Overlay, message: Message, part: MessagePart, language: Language): string =>
  overlay.messages.find(({ key }) => key === message.key)?.[part]?.[language] ?? message[part]?.[language] ?? "";
