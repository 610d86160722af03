import { readKroner } from "@varde/domain";
import type { FeePayer } from "@varde/domain";
import { headerKey } from "./headers.js";

const YES = new Set([
  "ja",
  "j",
  "x",
  "yes",
  "y",
  "true",
  "sann",
  "betalt",
  "betaltiar",
  "paid",
  "ok",
  "innbetalt",
  "✓",
]);
const NO = new Set(["nei", "n", "no", "false", "usann", "ikkebetalt", "ikkjebetalt", "ubetalt", "unpaid", "notpaid"]);

/** Whether the fee is paid, by a word or an amount; null for what says neither. */
export function readPaid(cell: string): boolean | null {
  if (cell === "-" || cell === "–") return false;
  const amount = /^(\d{1,5}(?:[.,]\d{1,2})?)(?: ?(?:kr|nok|,-))*\.?$/i.exec(cell)?.[1];
  if (amount !== undefined) return Number(amount.replace(",", ".")) > 0;
  const key = cell === "✓" ? cell : headerKey(cell);
  if (YES.has(key)) return true;
  return NO.has(key) ? false : null;
}

/** more is a slip, in øre */
const MOST = 1_000_000;

/** An amount in kroner as øre; null for what is none. */
export function readAmount(cell: string): number | null {
  const amount = readKroner(cell.replace(/\s/g, "").replace(/^(?:kr|nok)\.?|(?:,-|kr|nok|\.)+$/gi, ""));
  return amount !== null && amount <= MOST ? amount : null;
}

const SELF = new Set(["selv", "sjolv", "megselv", "segselv", "medlem", "medlemmet", "medlemmen", "self", "member"]);
const OTHER = new Set(
  "foresatt foresatte foresett foresette forelder foreldre mor far mamma pappa verge andre annen annan laget lokallaget other others parent parents guardian".split(
    " ",
  ),
);

/** Who paid, by a word or by the member's own name; null for what says neither. */
export function readPayer(cell: string, ownName: string): Exclude<FeePayer, "UNKNOWN"> | null {
  const key = headerKey(cell);
  if (SELF.has(key) || (key !== "" && key === headerKey(ownName))) return "SELF";
  return OTHER.has(key) ? "OTHER" : null;
}
