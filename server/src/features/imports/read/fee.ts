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
