/**
 * The safe frame of a conversation guide: what not to ask about, and what to do when it gets heavy. Every guide carries it, whatever
 * its author wrote; a library guide may have its own wording of the two parts.
 *
 * A guide's body is plain text in which each part begins with a line `## Heading`. The frame is its last two parts.
 */
import { LANGUAGES } from "./definition.js";
import type { Language, LocalizedText, Message } from "./definition.js";

/** One part of a guide; what stands before the first heading has an empty one. */
export type GuideSection = { heading: string; text: string };

export type SafeFramePart = { heading: LocalizedText; text: LocalizedText };

/** The two parts in the wording that holds for every conversation. */
export const SAFE_FRAME: Record<"doNotAsk" | "whenHeavy", SafeFramePart> = {
  doNotAsk: {
    heading: { nb: "Ikke spør om", nn: "Ikkje spør om", en: "Do not ask about" },
    text: {
      nb: "Diagnose, behandling, medisin eller hvorfor noen har hatt det vondt.",
      nn: "Diagnose, behandling, medisin eller kvifor nokon har hatt det vondt.",
      en: "Diagnosis, treatment, medicine, or why someone has been having a hard time.",
    },
  },
  whenHeavy: {
    heading: {
      nb: "Hvis samtalen blir tung",
      nn: "Om samtalen blir tung",
      en: "If the conversation gets heavy",
    },
    text: {
      nb: "Lytt, takk for tilliten, og si: «Jeg er ikke fagperson, men jeg vil gjerne at du får snakke med noen som er det. Skal vi se sammen på hvem du kan ringe?» Se trygg ramme.",
      nn: "Lytt, takk for tilliten, og sei: «Eg er ikkje fagperson, men eg vil gjerne at du får snakke med nokon som er det. Skal vi sjå saman på kven du kan ringje?» Sjå trygg ramme.",
      en: "Listen, thank them for their trust, and say: “I am not a professional, but I would like you to talk to someone who is. Shall we look together at who you can call?” See the safe frame.",
    },
  },
};

const HEADING = /^##\s+(.+?)\s*$/;
const SEPARATOR = "\n\n";

/** Whether a heading is that of a part of the frame, in any language, however it is cased and punctuated. */
function isHeadingOf(part: SafeFramePart, heading: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize("NFC")
      .toLocaleLowerCase("nb")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const wanted = plain(heading);
  return LANGUAGES.some((language) => plain(part.heading[language] ?? "") === wanted);
}

/** The parts of a guide in order, each begun by a line `## Heading`. */
export function guideSections(body: string): GuideSection[] {
  const found: GuideSection[] = [];
  for (const line of body.split("\n")) {
    const heading = HEADING.exec(line)?.[1];
    const last = found.at(-1);
    if (heading !== undefined) found.push({ heading, text: "" });
    else if (last) last.text += `${line}\n`;
    else if (line.trim() !== "") found.push({ heading: "", text: `${line}\n` });
  }
  return found.map(({ heading, text }) => ({ heading, text: text.trim() }));
}

/** A part of the frame as a guide has it: its own words, or else those that hold for every conversation. */
function framePart(
  name: "doNotAsk" | "whenHeavy",
  sections: readonly GuideSection[],
  language: Language,
): GuideSection {
  const part = SAFE_FRAME[name];
  const own = sections.findLast(({ heading, text }) => text !== "" && isHeadingOf(part, heading));
  return own ?? { heading: part.heading[language] || part.heading.nb, text: part.text[language] || part.text.nb };
}

/**
 * A guide as it is shown: its own parts, and the frame, which is always there and there once.
 * `language` is that of the frame where the guide does not say it itself.
 */
export function splitGuide(
  body: string,
  language: Language,
): { tabs: GuideSection[]; doNotAsk: GuideSection; whenHeavy: GuideSection } {
  const sections = guideSections(body);
  const isFrame = ({ heading }: GuideSection): boolean =>
    isHeadingOf(SAFE_FRAME.doNotAsk, heading) || isHeadingOf(SAFE_FRAME.whenHeavy, heading);
  return {
    tabs: sections.filter((section) => !isFrame(section)),
    doNotAsk: framePart("doNotAsk", sections, language),
    whenHeavy: framePart("whenHeavy", sections, language),
  };
}

/** Where the two parts of the frame begin at the end of a body; null when it does not end with both, in their order and with words. */
function frameStart(body: string): number | null {
  const lines = body.split("\n");
  const at: { heading: string; start: number }[] = [];
  let start = 0;
  for (const line of lines) {
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) at.push({ heading, start });
    start += line.length + 1;
  }
  const [first, second] = at.slice(-2);
  if (!first || !second) return null;
  if (!isHeadingOf(SAFE_FRAME.doNotAsk, first.heading) || !isHeadingOf(SAFE_FRAME.whenHeavy, second.heading))
    return null;
  const ends = guideSections(body.slice(first.start));
  return ends.every(({ text }) => text !== "") ? first.start : null;
}

/** The two parts as they stand in a body. */
export function frameText(language: Language): string {
  return [SAFE_FRAME.doNotAsk, SAFE_FRAME.whenHeavy]
    .map(({ heading, text }) => `## ${heading[language] || heading.nb}\n${text[language] || text.nb}`)
    .join(SEPARATOR);
}

/** A guide's body apart: what its author may write, and the locked frame (of this guide, or the one for every conversation). */
export function partsOfGuide(body: string, language: Language): { own: string; frame: string } {
  const start = frameStart(body);
  if (start === null) return { own: body, frame: frameText(language) };
  const own = body.slice(0, start);
  return { own: own.endsWith(SEPARATOR) ? own.slice(0, -SEPARATOR.length) : own, frame: body.slice(start) };
}

/** The body again. Where nothing is written it stays empty, so that it is seen to be missing. */
export function joinGuide(own: string, frame: string): string {
  return own.trim() === "" ? "" : own + SEPARATOR + frame;
}

/** The message as a chapter gets it: a guide ends with the frame in every language it is written in. */
export function withSafeFrame<M extends Pick<Message, "channel" | "body">>(message: M): M {
  if (message.channel !== "GUIDE") return message;
  const body: LocalizedText = { ...message.body };
  for (const language of LANGUAGES) {
    const written = body[language];
    if (!written?.trim()) continue;
    const { own, frame } = partsOfGuide(written, language);
    if (own !== "") body[language] = joinGuide(own, frame);
  }
  return { ...message, body };
}

/** Whether a chapter may not adapt the message. A guide never: it carries the safe frame. */
export function isLockedMessage({ channel, locked }: Pick<Message, "channel" | "locked">): boolean {
  return locked || channel === "GUIDE";
}
