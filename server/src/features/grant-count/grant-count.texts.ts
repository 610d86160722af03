import type { Sentence } from "../../kernel/errors/say.js";

const day = (at: string): string => `${Number(at.slice(8))}.${Number(at.slice(5, 7))}.${at.slice(0, 4)}`;

/** Sentences about counting for grants. */
export const GRANT_COUNT_TEXTS = {
  between: (least: number, most: number): Sentence => ({
    nb: `Velg et tall fra ${least} til ${most}.`,
    nn: `Vel eit tal frå ${least} til ${most}.`,
    en: `Choose a number from ${least} to ${most}.`,
  }),
  dayBetween: (from: string, to: string): Sentence => ({
    nb: `Velg en dag fra ${day(from)} til ${day(to)}.`,
    nn: `Vel ein dag frå ${day(from)} til ${day(to)}.`,
    en: `Choose a day from ${day(from)} to ${day(to)}.`,
  }),
  amount: {
    nb: "Skriv beløpet i kroner, høyst 10 000.",
    nn: "Skriv beløpet i kroner, høgst 10 000.",
    en: "Write the amount in kroner, 10,000 at most.",
  },
  familyLess: {
    nb: "En familie kan ikke betale mindre enn én.",
    nn: "Ein familie kan ikkje betale mindre enn éin.",
    en: "A family cannot pay less than one person.",
  },
  empty: {
    nb: "Skriv noe her, og ikke fødselsnummer.",
    nn: "Skriv noko her, og ikkje fødselsnummer.",
    en: "Write something here, and no national identity number.",
  },
  tooLong: (most: number): Sentence => ({
    nb: `Høyst ${most} tegn.`,
    nn: `Høgst ${most} teikn.`,
    en: `At most ${most} characters.`,
  }),
  paidInFuture: {
    nb: "Den dagen har ikke vært ennå.",
    nn: "Den dagen har ikkje vore enno.",
    en: "That day has not been yet.",
  },
  paidElsewhen: (year: number): Sentence => ({
    nb: `Kontingenten for ${year} betales i ${year}, året før eller året etter.`,
    nn: `Kontingenten for ${year} blir betalt i ${year}, året før eller året etter.`,
    en: `The fee for ${year} is paid in ${year}, the year before or the year after.`,
  }),
  payFirst: {
    nb: "Noen av dem står som ikke betalt. Skriv inn dagen de betalte.",
    nn: "Nokre av dei står som ikkje betalt. Skriv inn dagen dei betalte.",
    en: "Some of them stand as not paid. Write in the day they paid.",
  },
  chooseSome: {
    nb: "Velg noen medlemmer, høyst 100 om gangen.",
    nn: "Vel nokre medlemmer, høgst 100 om gongen.",
    en: "Choose some members, 100 at most at a time.",
  },
  nothing: { nb: "Si hva som skal skrives inn.", nn: "Sei kva som skal skrivast inn.", en: "Say what to write in." },
  oneBirth: {
    nb: "Fødselsår skrives inn for ett medlem om gangen.",
    nn: "Fødselsår blir skrive inn for éin medlem om gongen.",
    en: "A year of birth is written in for one member at a time.",
  },
  birthKnown: {
    nb: "Fødselsåret står der alt. Rett det på medlemmets side.",
    nn: "Fødselsåret står der alt. Rett det på sida til medlemmen.",
    en: "The year of birth is there already. Correct it on the member's page.",
  },
  youngNeedsGuardian: {
    nb: "Så unge medlemmer skal ha en foresatt. Skriv inn begge deler på medlemmets side.",
    nn: "Så unge medlemmer skal ha ein føresett. Skriv inn begge delar på sida til medlemmen.",
    en: "Members this young have a guardian. Write in both on the member's page.",
  },
  nameTaken: {
    nb: "Det finnes alt en medlemstype som heter det.",
    nn: "Det finst alt ein medlemstype som heiter det.",
    en: "There is already a type of membership with that name.",
  },
} satisfies Record<string, Sentence | ((...args: never[]) => Sentence)>;
