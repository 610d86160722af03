/** The messages of a template as a chapter gets them: fields filled, and the safe frame on every guide. */
import type { LocalDate } from "./calendar.js";
import { LANGUAGES } from "./definition.js";
import type { Channel, Language, LocalizedText, Message } from "./definition.js";
import { fillMessage } from "./merge-fields.js";
import { withSafeFrame } from "./safe-frame.js";

/** `missing`: names of the fields that are empty and stand as `{{name}}`. */
export type FilledMessage = {
  key: string;
  channel: Channel;
  title: LocalizedText;
  subject: LocalizedText | null;
  body: LocalizedText;
  missing: string[];
};

/** What the fields of a message are filled from; null leaves them empty, and then the message says so. */
export type MessageFacts = {
  memberFirstName: string | null;
  senderFirstName: string | null;
  chapterShortName: string;
  chapterName: string;
  /** `startsAt` as it is read, `18.00` */
  meeting: { heldOn: LocalDate; startsAt: string | null; place: string | null; link: string | null } | null;
};

const LOCALES: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
const DAYS = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    new Intl.DateTimeFormat(LOCALES[language], { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }),
  ]),
) as Record<Language, Intl.DateTimeFormat>;

function valuesOf(facts: MessageFacts, language: Language): Record<string, string> {
  const { meeting } = facts;
  return {
    fornavn: facts.memberFirstName ?? "",
    avsender: facts.senderFirstName ?? "",
    kortnavn: facts.chapterShortName,
    lokallag: facts.chapterName,
    dato: meeting ? DAYS[language].format(new Date(`${meeting.heldOn}T12:00:00Z`)) : "",
    klokka: meeting?.startsAt ?? "",
    sted: meeting?.place ?? "",
    lenke: meeting?.link ?? "",
  };
}

/** The messages with their fields filled in every language they are written in. A guide carries the safe frame, whoever wrote it. */
export function fillMessages(messages: readonly Message[], facts: MessageFacts): FilledMessage[] {
  const values = { nb: valuesOf(facts, "nb"), nn: valuesOf(facts, "nn"), en: valuesOf(facts, "en") };
  return messages.map(withSafeFrame).map((message) => {
    const missing = new Set<string>();
    const fill = (text: LocalizedText): LocalizedText => {
      const part = (language: Language): string | null => {
        const written = text[language];
        if (!written) return null;
        const { text: done, missing: empty } = fillMessage(written, values[language]);
        for (const name of empty) missing.add(name);
        return done;
      };
      return { nb: part("nb") ?? text.nb, nn: part("nn"), en: part("en") };
    };
    const subject = message.subject ? fill(message.subject) : null;
    const body = fill(message.body);
    return { key: message.key, channel: message.channel, title: message.title, subject, body, missing: [...missing] };
  });
}
