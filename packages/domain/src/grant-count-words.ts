import type { Language } from "./definition.js";
import type { ChapterGrantCount, GrantGap, GrantReason, GrantRule, GrantRuleCount, GrantRules } from "./grant-count.js";

type Words = {
  rule: (rule: GrantRule, rules: GrantRules) => string;
  outcome: (of: GrantRuleCount) => string;
  /** how many, what they lack and how it is mended */
  gap: (gap: GrantGap, n: number, year: number) => string;
  reason: Record<GrantReason, string>;
  chapter: (count: ChapterGrantCount, rules: GrantRules) => string;
};

/** «50», or «49,50» where there are øre: without the name of the currency. */
export const kroner = (ore: number, comma = ","): string =>
  ore % 100 === 0 ? String(ore / 100) : (ore / 100).toFixed(2).replace(".", comma);

/** Kroner as one writes them, in øre; null for what is no amount. */
export function readKroner(text: string): number | null {
  const match = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}

const dots = (...parts: (string | false)[]): string => parts.filter(Boolean).join(" · ");

/** How the counting is told: the same on the page as on paper. */
export const GRANT_COUNT_WORDS: Record<Language, Words> = {
  nb: {
    rule: (rule, { year, underAge, selfPayAge, minAmount, minFamilyAmount }) =>
      ({
        MEMBER: `Medlem av lokallaget 31. desember ${year}`,
        AGE: `Under ${underAge} år 31. desember ${year}`,
        PAID: `Har betalt kontingenten for ${year} i tide`,
        AMOUNT: `Minst ${kroner(minAmount)} kr (${kroner(minFamilyAmount)} kr når en familie betaler samlet)`,
        PAYER: `Har betalt selv, for dem som er ${selfPayAge} år eller eldre`,
        TYPE: "Medlemstypen gir stemmerett",
      })[rule],
    outcome: ({ rule, asked, met, unknown }) =>
      dots(
        `${met} av ${asked}`,
        unknown > 0 &&
          `${unknown} ${{ MEMBER: "vet vi ikke", AGE: "mangler fødselsår", PAID: "vet vi ikke", AMOUNT: "mangler beløp", PAYER: "vet vi ikke hvem som betalte for", TYPE: "mangler medlemstype" }[rule]}`,
      ),
    gap: (gap, n, year) =>
      ({
        BIRTH: `${n} mangler fødselsår. Spør dem, og skriv det inn.`,
        FEE: `${n} står uten betalt kontingent for ${year}. Har de betalt? Skriv inn dagen.`,
        AMOUNT: `${n} mangler beløp. Se etter i kontoutskriften, og skriv det inn.`,
        PAYER: `For ${n} vet vi ikke hvem som betalte. Si om de betalte selv.`,
        TYPE: `${n} mangler medlemstype. Velg den som passer.`,
      })[gap],
    reason: {
      NOT_YET: "Var ikke medlem her ennå",
      LEFT: "Var ikke medlem her lenger",
      MERGED: "Slått sammen med en annen rad",
      TOO_OLD: "For gammel",
      NO_BIRTH: "Mangler fødselsår",
      NOT_PAID: "Har ikke betalt",
      TOO_EARLY: "Betalte for tidlig",
      TOO_LATE: "Betalte for sent",
      TOO_LITTLE: "Betalte for lite",
      NO_AMOUNT: "Mangler beløp",
      PAID_BY_OTHER: "Andre betalte",
      NO_PAYER: "Vet ikke hvem som betalte",
      TYPE_WITHOUT_RIGHTS: "Medlemstypen gir ikke stemmerett",
      NO_TYPE: "Mangler medlemstype",
    },
    chapter: ({ counting, possible }, { chapterMembers, underAge }) =>
      dots(
        `${counting} under ${underAge} som har betalt`,
        `det trengs ${chapterMembers}`,
        possible > 0 && `${possible} til kan telle når det som mangler, er skrevet inn`,
      ),
  },
  nn: {
    rule: (rule, { year, underAge, selfPayAge, minAmount, minFamilyAmount }) =>
      ({
        MEMBER: `Medlem av lokallaget 31. desember ${year}`,
        AGE: `Under ${underAge} år 31. desember ${year}`,
        PAID: `Har betalt kontingenten for ${year} i tide`,
        AMOUNT: `Minst ${kroner(minAmount)} kr (${kroner(minFamilyAmount)} kr når ein familie betaler samla)`,
        PAYER: `Har betalt sjølv, for dei som er ${selfPayAge} år eller eldre`,
        TYPE: "Medlemstypen gir stemmerett",
      })[rule],
    outcome: ({ rule, asked, met, unknown }) =>
      dots(
        `${met} av ${asked}`,
        unknown > 0 &&
          `${unknown} ${{ MEMBER: "veit vi ikkje", AGE: "manglar fødselsår", PAID: "veit vi ikkje", AMOUNT: "manglar beløp", PAYER: "veit vi ikkje kven som betalte for", TYPE: "manglar medlemstype" }[rule]}`,
      ),
    gap: (gap, n, year) =>
      ({
        BIRTH: `${n} manglar fødselsår. Spør dei, og skriv det inn.`,
        FEE: `${n} står utan betalt kontingent for ${year}. Har dei betalt? Skriv inn dagen.`,
        AMOUNT: `${n} manglar beløp. Sjå etter i kontoutskrifta, og skriv det inn.`,
        PAYER: `For ${n} veit vi ikkje kven som betalte. Sei om dei betalte sjølve.`,
        TYPE: `${n} manglar medlemstype. Vel den som passar.`,
      })[gap],
    reason: {
      NOT_YET: "Var ikkje medlem her enno",
      LEFT: "Var ikkje medlem her lenger",
      MERGED: "Slått saman med ei anna rad",
      TOO_OLD: "For gammal",
      NO_BIRTH: "Manglar fødselsår",
      NOT_PAID: "Har ikkje betalt",
      TOO_EARLY: "Betalte for tidleg",
      TOO_LATE: "Betalte for seint",
      TOO_LITTLE: "Betalte for lite",
      NO_AMOUNT: "Manglar beløp",
      PAID_BY_OTHER: "Andre betalte",
      NO_PAYER: "Veit ikkje kven som betalte",
      TYPE_WITHOUT_RIGHTS: "Medlemstypen gir ikkje stemmerett",
      NO_TYPE: "Manglar medlemstype",
    },
    chapter: ({ counting, possible }, { chapterMembers, underAge }) =>
      dots(
        `${counting} under ${underAge} som har betalt`,
        `det trengst ${chapterMembers}`,
        possible > 0 && `${possible} til kan telje når det som manglar, er skrive inn`,
      ),
  },
  en: {
    rule: (rule, { year, underAge, selfPayAge, minAmount, minFamilyAmount }) =>
      ({
        MEMBER: `A member of the chapter on 31 December ${year}`,
        AGE: `Under ${underAge} on 31 December ${year}`,
        PAID: `Paid the fee for ${year} in time`,
        AMOUNT: `At least NOK ${kroner(minAmount, ".")} (NOK ${kroner(minFamilyAmount, ".")} where a family pays together)`,
        PAYER: `Paid it themselves, for those aged ${selfPayAge} or more`,
        TYPE: "The type of membership gives a vote",
      })[rule],
    outcome: ({ rule, asked, met, unknown }) =>
      dots(
        `${met} of ${asked}`,
        unknown > 0 &&
          `${unknown} ${{ MEMBER: "not known", AGE: "without a year of birth", PAID: "not known", AMOUNT: "without an amount", PAYER: "where we do not know who paid", TYPE: "without a type of membership" }[rule]}`,
      ),
    gap: (gap, n, year) =>
      ({
        BIRTH: `${n} without a year of birth. Ask them, and write it in.`,
        FEE: `${n} with no fee paid for ${year}. Have they paid? Write in the day.`,
        AMOUNT: `${n} without an amount. Look at the bank statement, and write it in.`,
        PAYER: `${n} where we do not know who paid. Say whether they paid themselves.`,
        TYPE: `${n} without a type of membership. Choose the one that fits.`,
      })[gap],
    reason: {
      NOT_YET: "Was not a member here yet",
      LEFT: "Was no longer a member here",
      MERGED: "Merged with another row",
      TOO_OLD: "Too old",
      NO_BIRTH: "No year of birth",
      NOT_PAID: "Has not paid",
      TOO_EARLY: "Paid too early",
      TOO_LATE: "Paid too late",
      TOO_LITTLE: "Paid too little",
      NO_AMOUNT: "No amount",
      PAID_BY_OTHER: "Others paid",
      NO_PAYER: "Not known who paid",
      TYPE_WITHOUT_RIGHTS: "The type of membership gives no vote",
      NO_TYPE: "No type of membership",
    },
    chapter: ({ counting, possible }, { chapterMembers, underAge }) =>
      dots(
        `${counting} under ${underAge} who paid`,
        `${chapterMembers} needed`,
        possible > 0 && `${possible} more may count once what is missing is written in`,
      ),
  },
};
