import { addDays as computeDay } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { createHash } from "node:crypto";

/** A few hundred days and ids are asked for hundreds of thousands of times. */
export function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
const daysFrom = remembered((from: LocalDate) => remembered((n: number) => computeDay(from, n)));
/** `n` days later. */
export const addDays = (from: LocalDate, n: number): LocalDate => daysFrom(from)(n);

/** The same id for the same thing in every run. */
export function idOf(...parts: (string | number)[]): string {
  const hex = createHash("sha256").update(parts.join("/")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
/** The same thing's id as the database makes it of the same words: `md5(…)::uuid`. */
export function hashId(...parts: (string | number)[]): string {
  const hex = createHash("md5").update(parts.join("/")).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
/** 32 bytes as PostgreSQL reads them. */
export const bytes = (seed: string): string => `\\x${createHash("sha256").update(seed).digest("hex")}`;
/** What the cookie of a person holds. */
export const secretOf = (who: string): string => createHash("sha256").update(`bench ${who}`).digest("base64url");
