import type { Sort } from "../../ui";

type Counted = {
  row: { chapter: { shortName: string } };
  counts: Record<"onTime" | "late" | "missed" | "waived" | "closed", number | null>;
};

/** What the chapters can be ordered by: the column's key, and its word in the address (a minus before it: from the other end). */
const WORDS = {
  chapter: "lag",
  onTime: "i-tide",
  late: "forsinket",
  missed: "gikk-ut",
  waived: "ikke-aktuelt",
  closed: "avgjort",
} as const;
export type SortKey = keyof typeof WORDS;
export const SORT_KEYS = Object.keys(WORDS) as SortKey[];

/** By name: the order they come in. */
const BY_NAME: Sort = { key: "chapter", descending: false };

/** The order the address holds; by name when it holds none or one that is not known. */
export function sortOf(text: string | null | undefined): Sort {
  const descending = text?.startsWith("-") ?? false;
  const key = SORT_KEYS.find((one) => WORDS[one] === (descending ? text?.slice(1) : text));
  return key ? { key, descending } : BY_NAME;
}

/** As the address holds it; null for the order they come in. */
export function sortText({ key, descending }: Sort): string | null {
  const word = WORDS[key as SortKey];
  if (!word || (key === BY_NAME.key && !descending)) return null;
  return descending ? `-${word}` : word;
}

/** What a chapter is ordered by; null, which is hidden, stands last from either end. */
export const sortValue =
  (key: SortKey) =>
  ({ row, counts }: Counted): number | string | null =>
    key === "chapter" ? row.chapter.shortName : counts[key];
