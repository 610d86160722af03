import { containsNationalId } from "@varde/domain";
import type { Field } from "./field.js";
import { SYNONYMS } from "./synonyms.js";

/** What the columns hold. Names of columns are as in the file; a nameless one, or one named by a personal number, is told by its place. */
export type HeaderMapping = {
  /** by column; null: not recognised, and not read until somebody says what it is */
  mapping: (Field | null)[];
  /** by column: what to call it when speaking of it */
  columns: string[];
  unknown: string[];
  /** what no member can be read without: a name */
  missing: Field[];
  /** columns that are not read since another one holds the same */
  duplicates: { field: Field; kept: string; ignored: string[] }[];
  /** columns of national identity numbers: never read, whatever was remembered */
  refused: string[];
  /** whether a member can be found again: by number, or by birth date with e-mail or mobile */
  identifies: boolean;
};

export type MapOptions = {
  /** the year whose fee is asked for: «Betalt 2025» is then ignored in 2026 */
  feeYear?: number;
};

/** A header without what does not tell: case, accents, spaces, punctuation. Keys of what is remembered have this form. */
export const headerKey = (header: string): string =>
  header
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]/gu, "");

const KNOWN = new Map<string, { field: Field; rank: number }>();
for (const [field, names] of Object.entries(SYNONYMS) as [Field, readonly string[]][]) {
  for (const [rank, name] of names.entries()) KNOWN.set(headerKey(name), { field, rank });
}

const NATIONAL_ID =
  /fodselsn(?:umme)?r|personn(?:umme)?r|fodselsogpersonn|nationalid|socialsecurity|^(?:fnr|dnr|dn(?:umme)?r|ssn|pnr)$|^fnr\d/;
/** Whether a header names a column of national identity numbers, which we never take in. */
export const namesNationalId = (header: string): boolean => NATIONAL_ID.test(headerKey(header));

const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);

function columnName(header: string, index: number): string {
  const name = header.replace(/\s+/g, " ").trim();
  // a header row that is none would otherwise be shown with what it holds
  return name === "" || containsNationalId(name) || name.includes("@") ? `(${letters(index)})` : name.slice(0, 60);
}

type Found = { field: Field; rank: number };

/** «Betalt 2026»: the fee of that year, and of no other. */
function feeOfYear(key: string, feeYear: number | undefined): Found | null {
  const match = /^(.+?)((?:19|20)\d{2})$|^((?:19|20)\d{2})(.+)$/.exec(key);
  const known = match && KNOWN.get(match[1] ?? match[4] ?? "");
  if (!known || (known.field !== "FEE_PAID" && known.field !== "FEE_PAID_ON")) return null;
  const year = Number(match[2] ?? match[3]);
  return feeYear === undefined || feeYear === year ? { ...known, rank: -1 } : { field: "IGNORE", rank: 0 };
}

function find(header: string, remembered: Readonly<Record<string, Field>>, feeYear: number | undefined): Found | null {
  const key = headerKey(header);
  if (key === "") return null;
  const chosen = Object.hasOwn(remembered, key) ? remembered[key] : undefined;
  return chosen === undefined ? (KNOWN.get(key) ?? feeOfYear(key, feeYear)) : { field: chosen, rank: -2 };
}

function missingOf(fields: ReadonlySet<Field | null>): Field[] {
  if (fields.has("FULL_NAME")) return [];
  return (["FIRST_NAME", "LAST_NAME"] as const).filter((field) => !fields.has(field));
}

/** What the columns hold, by their names; what somebody has chosen before (by `headerKey`) goes first. */
export function mapHeaders(
  cells: readonly string[],
  remembered: Readonly<Record<string, Field>> = {},
  { feeYear }: MapOptions = {},
): HeaderMapping {
  const columns = cells.map(columnName);
  const nameAt = (index: number): string => columns[index] ?? "";
  const refused = new Set(cells.flatMap((cell, index) => (namesNationalId(cell) ? [index] : [])));
  const found = cells.map((cell, index) => (refused.has(index) ? null : find(cell, remembered, feeYear)));
  const mapping = found.map((one, index): Field | null => (refused.has(index) ? "IGNORE" : (one?.field ?? null)));
  const duplicates: HeaderMapping["duplicates"] = [];
  for (const field of new Set(mapping)) {
    if (field === null || field === "IGNORE") continue;
    const same = [...mapping.keys()].filter((index) => mapping[index] === field);
    const kept = same.reduce((best, index) => ((found[index]?.rank ?? 0) < (found[best]?.rank ?? 0) ? index : best));
    const ignored = same.filter((index) => index !== kept);
    if (ignored.length === 0) continue;
    duplicates.push({ field, kept: nameAt(kept), ignored: ignored.map(nameAt) });
    for (const index of ignored) mapping[index] = "IGNORE";
  }
  const fields = new Set(mapping);
  return {
    mapping,
    columns,
    unknown: columns.filter((_, index) => mapping[index] === null && (cells[index] ?? "").trim() !== ""),
    missing: missingOf(fields),
    duplicates,
    refused: [...refused].map(nameAt),
    identifies: fields.has("MEMBER_NO") || (fields.has("BIRTH_DATE") && (fields.has("EMAIL") || fields.has("MOBILE"))),
  };
}
