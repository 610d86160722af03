/** What may be read by someone else over the shoulder, or on a phone that lies on the table. */

/** What a telling word is about: it decides what to write instead. */
export const TELLING_GROUPS = ["NAME", "HEALTH", "CRISIS", "TREATMENT", "SUBSTANCES", "PEERS"] as const;
export type TellingGroup = (typeof TELLING_GROUPS)[number];

/**
 * Beginnings of words (bokmål, nynorsk, English) that could out a member to someone who sees the lock screen: health, treatment,
 * diagnoses, crises, peer support, and the federation's full name. A net, not a proof: national still reads what it sends.
 */
const STEMS: Record<TellingGroup, readonly string[]> = {
  NAME: ["mental"],
  HEALTH: [
    "psyk",
    "psych",
    "sinnslid",
    "depresj",
    "depress",
    "angst",
    "anxi",
    "bipolar",
    "schizo",
    "skizo",
    "traum",
    "ptsd",
    "adhd",
    "autis",
    "anorek",
    "anorex",
    "bulimi",
    "spiseforstyrr",
    "eteforstyrr",
    "diagnos",
    "nedstemt",
    "panikk",
    "utbrent",
    "utbrend",
  ],
  CRISIS: ["selvmord", "sjølvmord", "sjølmord", "suicid", "suisid", "selvskad", "sjølvskad", "self-harm", "overdos"],
  TREATMENT: [
    "medisin",
    "medicat",
    "medicin",
    "terapi",
    "terapeut",
    "therap",
    "behandling",
    "innlagt",
    "pasient",
    "patient",
    "dps",
    "bup",
  ],
  SUBSTANCES: ["avhengig", "avhengn", "rusmid", "rusproblem", "addict"],
  PEERS: ["likeperson", "likemann", "pårørende", "pårørande", "brukerorganisasjon", "brukarorganisasjon"],
};

/** Stems that count inside a compound too («barnepsykiatri», «gruppeterapi»); the others only where a word begins («uavhengig» is harmless). */
const INNER_STEMS = ["psyk", "psych", "selvmord", "sjølvmord", "depresj", "diagnos", "terapi", "medisin"];
/** Short names that count only as whole words. */
const WHOLE_WORDS = new Set(["dps", "bup", "ptsd", "adhd"]);

function tells(word: string, stem: string): boolean {
  if (stem === "angst" && word.endsWith(stem)) return true;
  if (INNER_STEMS.includes(stem) && word.includes(stem)) return true;
  return WHOLE_WORDS.has(stem) ? word === stem : word.startsWith(stem);
}

function groupOf(word: string): TellingGroup | undefined {
  return TELLING_GROUPS.find((group) => STEMS[group].some((stem) => tells(word, stem)));
}

/** A telling word where it stands: `start` and `end` in the text as written. */
export type TellingWord = { word: string; start: number; end: number; group: TellingGroup };

/** Every place with a word that could out someone, in order. */
export function tellingWords(text: string): TellingWord[] {
  const found: TellingWord[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}-]+/gu)) {
    const [word] = match;
    const group = groupOf(word.normalize("NFC").toLocaleLowerCase("nb"));
    if (group) found.push({ word, start: match.index, end: match.index + word.length, group });
  }
  return found;
}

/** The words of the text that could out someone, as written, each once, in order. `[]` when it may stand on a lock screen. */
export function lockScreenWords(text: string): string[] {
  return [...new Set(tellingWords(text.normalize("NFC")).map(({ word }) => word))];
}

/** The first of these names that may stand on a lock screen, else the product's. */
export const neutralName = (...candidates: string[]): string =>
  candidates.find((text) => lockScreenWords(text).length === 0) ?? "Varde";
