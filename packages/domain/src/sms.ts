/** What an SMS costs and whether it may be read by someone else over the shoulder. */

/** Basic table of the GSM 7-bit alphabet (3GPP TS 23.038, 6.2.1), without the escape. One septet each. */
const GSM_BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** Extension table (3GPP TS 23.038, 6.2.1.1): two septets each. */
const GSM_EXTENDED = "\f^{}\\[~]|€";

const basic = new Set(GSM_BASIC);
const extended = new Set(GSM_EXTENDED);

/** Units that fit in one message alone and in each of several (3GPP TS 23.040: the header of a part takes 7 septets or 6 octets). */
const LIMITS = { "GSM-7": { single: 160, part: 153 }, "UCS-2": { single: 70, part: 67 } } as const;

/** Two parts in GSM-7: longer texts cost more and are read less. */
export const SMS_WARNING_LENGTH = 306;

/** `length` in septets (GSM-7) or UTF-16 units (UCS-2); `segments` 0 for the empty text; `outsideGsm7` the signs that force UCS-2, each once. */
export type SmsInfo = { encoding: "GSM-7" | "UCS-2"; length: number; segments: number; outsideGsm7: string[] };

/** Parts needed when units must not be split over a boundary (an escape pair, a surrogate pair). */
function countParts(units: readonly number[], limits: { single: number; part: number }): number {
  const total = units.reduce((sum, unit) => sum + unit, 0);
  if (total === 0) return 0;
  if (total <= limits.single) return 1;
  let parts = 1;
  let used = 0;
  for (const unit of units) {
    if (used + unit > limits.part) {
      parts += 1;
      used = 0;
    }
    used += unit;
  }
  return parts;
}

/** Encoding, length and number of parts of a text as it would be sent. æ, ø and å are in GSM-7; «», – and emoji are not. */
export function smsInfo(text: string): SmsInfo {
  const signs = [...text.normalize("NFC")];
  const outsideGsm7 = [...new Set(signs.filter((sign) => !basic.has(sign) && !extended.has(sign)))];
  const encoding = outsideGsm7.length > 0 ? "UCS-2" : "GSM-7";
  const units = signs.map((sign) => (encoding === "UCS-2" ? sign.length : extended.has(sign) ? 2 : 1));
  const length = units.reduce((sum, unit) => sum + unit, 0);
  return { encoding, length, segments: countParts(units, LIMITS[encoding]), outsideGsm7 };
}

/**
 * Beginnings of words (bokmål, nynorsk, English) that could out a member to someone who sees the lock screen: health, treatment,
 * diagnoses, crises, peer support, and the federation's full name. A net, not a proof: national still reads what it sends.
 */
export const LOCK_SCREEN_STEMS: readonly string[] = [
  // mental health, and the full name of the organisations
  "mental",
  "psyk",
  "psych",
  "sinnslid",
  // diagnoses and what they feel like
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
  // crises
  "selvmord",
  "sjølvmord",
  "sjølmord",
  "suicid",
  "suisid",
  "selvskad",
  "sjølvskad",
  "self-harm",
  "overdos",
  // treatment
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
  // substance use
  "avhengig",
  "avhengn",
  "rusmid",
  "rusproblem",
  "addict",
  // who is meant
  "likeperson",
  "likemann",
  "pårørende",
  "pårørande",
  "brukerorganisasjon",
  "brukarorganisasjon",
];

/** Stems that count inside a compound too («barnepsykiatri», «gruppeterapi»); the others only where a word begins («uavhengig» is harmless). */
const INNER_STEMS = ["psyk", "psych", "selvmord", "sjølvmord", "depresj", "diagnos", "terapi", "medisin"];
/** Short names that count only as whole words. */
const WHOLE_WORDS = new Set(["dps", "bup", "ptsd", "adhd"]);

function isTelling(word: string): boolean {
  if (word.endsWith("angst") || INNER_STEMS.some((stem) => word.includes(stem))) return true;
  return LOCK_SCREEN_STEMS.some((stem) => (WHOLE_WORDS.has(stem) ? word === stem : word.startsWith(stem)));
}

/** The words of the text that could out someone, as written, each once, in order. `[]` when it may stand on a lock screen. */
export function lockScreenWords(text: string): string[] {
  const words = text.normalize("NFC").match(/[\p{L}\p{M}\p{N}-]+/gu) ?? [];
  return [...new Set(words.filter((word) => isTelling(word.toLocaleLowerCase("nb"))))];
}
