import { addDays, osloDate } from "@varde/domain";
import type { Language, MergeField } from "@varde/domain";

const LOCALES: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
const DAYS_AHEAD = 9;

/** Values for every merge field: the chapter's and the sender's own names, the rest invented. */
export function testValues(
  names: { chapter: string; chapterShort: string; sender: string },
  language: Language,
): Record<MergeField, string> {
  const day = addDays(osloDate(new Date()), DAYS_AHEAD);
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return {
    fornavn: "Ida",
    avsender: names.sender.split(" ")[0] ?? names.sender,
    telefon: "400 00 000",
    kortnavn: names.chapterShort,
    lokallag: names.chapter,
    dato: format.format(new Date(`${day}T12:00:00Z`)),
    klokka: "18.00",
    sted: language === "en" ? "the library" : "biblioteket",
    lenke: "https://eksempel.example/treff",
    bidrag: language === "en" ? "baking a cake" : "å bake kake",
    antall: "12",
  };
}
