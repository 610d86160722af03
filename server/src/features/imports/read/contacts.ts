export { readPhone } from "@varde/domain";
export type { Phone } from "@varde/domain";

/** Four digits; what a spreadsheet has cut to `150` gets its zero back. Null for what is no Norwegian postcode. */
export function readPostcode(cell: string): string | null {
  const digits = /^(?:NO?-?)?(\d{1,4})(?:[.,]0+)?$/i.exec(cell)?.[1];
  return digits === undefined || Number(digits) === 0 ? null : digits.padStart(4, "0");
}
