import type { Language } from "./definition.js";

/** What an organization may call the tier between national and its chapters. */
export const LEVEL_TERMS = ["REGION", "COUNTY", "DISTRICT", "CIRCLE", "ZONE"] as const;
export type LevelTerm = (typeof LEVEL_TERMS)[number];

/** The word in its forms, as they stand inside a sentence, and what whoever looks after one is called. */
export type LevelWords = { one: string; theOne: string; many: string; theMany: string; coordinator: string };

type Gender = "m" | "f" | "n";
type Entry = readonly [Gender, string, string, string, string, string];

const WORDS: Record<LevelTerm, Record<Language, Entry>> = {
  REGION: {
    nb: ["m", "region", "regionen", "regioner", "regionene", "regionkoordinator"],
    nn: ["m", "region", "regionen", "regionar", "regionane", "regionkoordinator"],
    en: ["m", "region", "the region", "regions", "the regions", "regional coordinator"],
  },
  COUNTY: {
    nb: ["n", "fylke", "fylket", "fylker", "fylkene", "fylkeskoordinator"],
    nn: ["n", "fylke", "fylket", "fylke", "fylka", "fylkeskoordinator"],
    en: ["m", "county", "the county", "counties", "the counties", "county coordinator"],
  },
  DISTRICT: {
    nb: ["n", "distrikt", "distriktet", "distrikter", "distriktene", "distriktskoordinator"],
    nn: ["n", "distrikt", "distriktet", "distrikt", "distrikta", "distriktskoordinator"],
    en: ["m", "district", "the district", "districts", "the districts", "district coordinator"],
  },
  CIRCLE: {
    nb: ["m", "krets", "kretsen", "kretser", "kretsene", "kretskoordinator"],
    nn: ["m", "krins", "krinsen", "krinsar", "krinsane", "krinskoordinator"],
    en: ["m", "circle", "the circle", "circles", "the circles", "circle coordinator"],
  },
  ZONE: {
    nb: ["m", "sone", "sonen", "soner", "sonene", "sonekoordinator"],
    nn: ["f", "sone", "sona", "soner", "sonene", "sonekoordinator"],
    en: ["m", "zone", "the zone", "zones", "the zones", "zone coordinator"],
  },
};

/** Words that follow the gender of the one after them: masculine, feminine, neuter. */
const FOLLOWING: Record<Language, Record<string, Record<Gender, string>>> = {
  nb: {
    a: { m: "en", f: "en", n: "et" },
    single: { m: "én", f: "én", n: "ett" },
    new: { m: "ny", f: "ny", n: "nytt" },
    each: { m: "hver", f: "hver", n: "hvert" },
    another: { m: "en annen", f: "en annen", n: "et annet" },
    which: { m: "hvilken", f: "hvilken", n: "hvilket" },
    any: { m: "noen", f: "noen", n: "noe" },
    no: { m: "ingen", f: "ingen", n: "ikke noe" },
    theNew: { m: "den nye", f: "den nye", n: "det nye" },
  },
  nn: {
    a: { m: "ein", f: "ei", n: "eit" },
    single: { m: "éin", f: "éi", n: "eitt" },
    new: { m: "ny", f: "ny", n: "nytt" },
    each: { m: "kvar", f: "kvar", n: "kvart" },
    another: { m: "ein annan", f: "ei anna", n: "eit anna" },
    which: { m: "kva", f: "kva", n: "kva" },
    any: { m: "nokon", f: "noka", n: "noko" },
    no: { m: "ingen", f: "inga", n: "ikkje noko" },
    theNew: { m: "den nye", f: "den nye", n: "det nye" },
  },
  en: {},
};

/** The first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the middle tier is called, in its forms. */
export function levelWords(term: LevelTerm, language: Language): LevelWords {
  const [, one, theOne, many, theMany, coordinator] = WORDS[term][language];
  return { one, theOne, many, theMany, coordinator };
}

const TOKEN = /<([A-Za-z]+)>/g;

/**
 * Puts the organization's own word into a text: `<region>`, `<theRegion>`, `<regions>`, `<theRegions>`, `<coordinator>`, and what follows its gender
 * (`<a>`, `<new>`, `<each>` ...). A token that begins with a capital gives a word that does. Anything else between angles is left.
 */
export function inLevelWords(text: string, term: LevelTerm, language: Language): string {
  if (!text.includes("<")) return text;
  const [gender, one, theOne, many, theMany, coordinator] = WORDS[term][language];
  const nouns = new Map([
    ["region", one],
    ["theRegion", theOne],
    ["regions", many],
    ["theRegions", theMany],
    ["coordinator", coordinator],
  ]);
  return text.replace(TOKEN, (whole, name: string) => {
    const key = name.charAt(0).toLowerCase() + name.slice(1);
    const word =
      nouns.get(key) ?? (Object.hasOwn(FOLLOWING[language], key) ? FOLLOWING[language][key]?.[gender] : undefined);
    if (word === undefined) return whole;
    return key === name ? word : capital(word);
  });
}
