/** What an SMS costs. */

/** Basic table of the GSM 7-bit alphabet (3GPP TS 23.038, 6.2.1), without the escape. One septet each. */
const GSM_BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** Extension table (3GPP TS 23.038, 6.2.1.1): two septets each. */
const GSM_EXTENDED = "\f^{}\\[~]|€";

const basic = new Set(GSM_BASIC);
const extended = new Set(GSM_EXTENDED);

/** Units that fit in one message alone and in each of several (3GPP TS 23.040: the header of a part takes 7 septets or 6 octets). */
export const SMS_LIMITS = { "GSM-7": { single: 160, part: 153 }, "UCS-2": { single: 70, part: 67 } } as const;

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
  return { encoding, length, segments: countParts(units, SMS_LIMITS[encoding]), outsideGsm7 };
}

/** Signs that word processors put in by themselves, and what to write instead so that the SMS stays in GSM-7. */
const GSM_INSTEAD: Readonly<Record<string, string>> = {
  "«": '"',
  "»": '"',
  "“": '"',
  "”": '"',
  "„": '"',
  "’": "'",
  "‘": "'",
  "–": "-",
  "—": "-",
  "‑": "-",
  "−": "-",
  "…": "...",
  "•": "-",
  "\u00a0": " ",
  "\t": " ",
};

/** A sign outside GSM-7 where it stands: `start` and `end` in the text as written, and what to write instead (`""`: leave it out). */
export type SignFound = { sign: string; start: number; end: number; instead: string };

/** Every place with a sign outside GSM-7, in order. */
export function signsOutsideGsm7(text: string): SignFound[] {
  const found: SignFound[] = [];
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    // a combining mark makes one sign with the letter before it
    const composed = /\p{M}/u.test(sign) && start > 0 ? text.slice(start - 1, end).normalize("NFC") : sign;
    const whole = [...composed].length === 1 ? composed : sign;
    const last = found.at(-1);
    const instead = GSM_INSTEAD[sign] ?? "";
    start = end;
    if (basic.has(whole) || extended.has(whole)) continue;
    // an emoji of several parts is one sign to the eye
    if (last && last.end === end - sign.length && last.instead === "" && instead === "") {
      last.sign += sign;
      last.end = end;
    } else found.push({ sign, start: end - sign.length, end, instead });
  }
  return found;
}
