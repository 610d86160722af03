/** Marks that are not seen and come along when one copies: soft hyphen, zero-width space, word joiner, byte order mark. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g;
/** Our own exports put an apostrophe before what a spreadsheet would run. */
const NEUTRALISED = /^'+(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** A cell as text: composed letters (NFC), single spaces, nothing around. Never computed, whatever it begins with. */
export const cleanCell = (cell: string): string =>
  cell.replace(NEUTRALISED, "").normalize("NFC").replace(UNSEEN, "").replace(/\s+/g, " ").trim();

/** Signs for commands, unassigned and private ones, halves of pairs. */
const CONTROL = /\p{C}/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\uFE0F\u20E3]/u;
const FORMULA = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** `ø` that was saved as UTF-8 and read as something else, and what stands for a letter that was lost. */
const BROKEN = /\uFFFD|\u00C3[\u00A0-\u00BF\u2013\u2026\u2020\u02DC]/;

export type TextFault = "FORMULA" | "BROKEN_LETTERS" | "CHARACTERS" | "TOO_LONG";

/** Why a text cannot be a name, null when it can. `text` is clean. */
export function textFault(text: string, most: number): TextFault | null {
  if (FORMULA.test(text)) return "FORMULA";
  if (BROKEN.test(text)) return "BROKEN_LETTERS";
  if (CONTROL.test(text) || EMOJI.test(text)) return "CHARACTERS";
  return text.length > most ? "TOO_LONG" : null;
}
