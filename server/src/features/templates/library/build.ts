import { SAFE_FRAME } from "@varde/domain";
import type { FieldOption, LocalizedText, Message, ReportField, Step } from "@varde/domain";

/** A text in all three languages; the library never leaves one out. */
export function t(nb: string, nn: string, en: string): LocalizedText {
  return { nb, nn, en };
}

export function step(key: string, nb: string, nn: string, en: string): Step {
  return { key, text: t(nb, nn, en) };
}

/** An SMS a chapter may adapt. Its body keeps to the GSM-7 alphabet and to two segments (306 characters) when filled. */
export function sms(key: string, title: LocalizedText, body: LocalizedText): Message {
  return { key, channel: "SMS", title, body, locked: false };
}

export function email(
  key: string,
  title: LocalizedText,
  subject: LocalizedText,
  body: LocalizedText,
  locked = false,
): Message {
  return { key, channel: "EMAIL", title, subject, body, locked };
}

/** One part of a conversation guide: a heading the page makes a tab of, and its text. */
export type GuideSection = { heading: LocalizedText; text: LocalizedText };

export function section(heading: LocalizedText, nb: string, nn: string, en: string): GuideSection {
  return { heading, text: t(nb, nn, en) };
}

/** Headings that come back in several guides. */
export const OPEN = t("Åpne", "Opne", "Open");
export const ASK = t("Spør", "Spør", "Ask");
export const TELL = t("Fortell kort", "Fortel kort", "Tell briefly");
export const AGREE = t("Avtal ett steg", "Avtal eitt steg", "Agree one step");
export const CLOSE = t("Avslutt", "Avslutt", "Close");
export const ANSWER = t("Etter svaret", "Etter svaret", "After the answer");

/**
 * A conversation guide. The body is plain text in which each section starts with a line `## Heading`;
 * the sections given become tabs, the two of the safe frame are added last, in words of its own where the conversation needs them.
 */
export function guide(
  key: string,
  title: LocalizedText,
  sections: GuideSection[],
  always: { doNotAsk?: LocalizedText; whenHeavy?: LocalizedText } = {},
): Message {
  const all = [
    ...sections,
    { heading: SAFE_FRAME.doNotAsk.heading, text: always.doNotAsk ?? SAFE_FRAME.doNotAsk.text },
    { heading: SAFE_FRAME.whenHeavy.heading, text: always.whenHeavy ?? SAFE_FRAME.whenHeavy.text },
  ];
  const body = (language: "nb" | "nn" | "en"): string =>
    all.map(({ heading, text }) => `## ${heading[language] ?? ""}\n${text[language] ?? ""}`).join("\n\n");
  return { key, channel: "GUIDE", title, body: t(body("nb"), body("nn"), body("en")), locked: true };
}

/** The warning under every report. */
export const NO_NAMES = t(
  "Ikke skriv navn, og ikke noe om helsa til enkeltpersoner.",
  "Ikkje skriv namn, og ikkje noko om helsa til enkeltpersonar.",
  "Do not write names, or anything about any one person's health.",
);

export function yesNo(key: string, label: LocalizedText, required = true): ReportField {
  return { key, type: "YES_NO", label, required };
}

export function option(key: string, nb: string, nn: string, en: string): FieldOption {
  return { key, label: t(nb, nn, en) };
}

export function text(key: string, label: LocalizedText, maxLength: number): ReportField {
  return { key, type: "TEXT", label, help: NO_NAMES, required: false, maxLength };
}

/** Why members leave or do not renew: asked once per period, never about one person. */
export const REASONS: FieldOption[] = [
  option("moved", "Flyttet", "Flytta", "Moved"),
  option("no_time", "Ikke tid", "Ikkje tid", "No time"),
  option("no_fit", "Ikke tilbud som passer", "Ikkje tilbod som passar", "Nothing on offer that suits them"),
  option("money", "Økonomi", "Økonomi", "Money"),
  option("too_old", "Ble for gammel", "Vart for gammal", "Grew too old"),
  option("other", "Annet", "Anna", "Something else"),
  option("unknown", "Vet ikke", "Veit ikkje", "Do not know"),
];
