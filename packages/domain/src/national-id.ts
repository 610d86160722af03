/**
 * Recognises Norwegian national identity numbers (fødselsnummer, D-number and the test series), only to refuse them:
 * the product never needs one. Source: Skatteetaten, «Fødselsnummer»: DDMMYY + 3 digits + 2 check digits, modulus 11.
 */
const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
/** Eleven digits, written together or with spaces, dots or hyphens between; not part of a longer number. */
const CANDIDATE = /(?<!\d)\d(?:[ .\u00a0-]?\d){10}(?!\d)/g;

function checkDigit(digits: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (const [i, weight] of weights.entries()) sum += weight * (digits[i] ?? 0);
  return (11 - (sum % 11)) % 11;
}

/** Whether eleven digits carry valid check digits and a possible day and month (D-numbers add 40 to the day, test series 40, 65 or 80 to the month). */
export function isNationalId(value: string): boolean {
  if (!/^\d{11}$/.test(value)) return false;
  const digits = [...value].map(Number);
  const day = Number(value.slice(0, 2)) % 40;
  const month = Number(value.slice(2, 4));
  const realMonth = month > 80 ? month - 80 : month > 65 ? month - 65 : month > 40 ? month - 40 : month;
  if (day < 1 || day > 31 || realMonth < 1 || realMonth > 12 || Number(value.slice(0, 2)) > 71) return false;
  return checkDigit(digits, FIRST_WEIGHTS) === digits[9] && checkDigit(digits, SECOND_WEIGHTS) === digits[10];
}

/** Whether a text holds something that validates as a national identity number. */
export function containsNationalId(text: string): boolean {
  for (const [candidate] of text.matchAll(CANDIDATE)) {
    if (isNationalId(candidate.replace(/\D/g, ""))) return true;
  }
  return false;
}
