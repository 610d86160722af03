import type { Language } from "@varde/domain";
import type { ComparisonRow } from "../comparison.type.js";

/** What the page's address calls the columns that chapters can be ordered by; a minus before it: from the other end. */
const COLUMNS = {
  lag: "chapter",
  "i-tide": "onTime",
  forsinket: "late",
  "gikk-ut": "missed",
  "ikke-aktuelt": "waived",
  avgjort: "closed",
} as const;

/** The rows in the order of the page: equals stay as they came, what is hidden stands last from either end; a word not known changes nothing. */
export function sortedAsShown(
  rows: readonly ComparisonRow[],
  sort: string | null | undefined,
  language: Language,
): ComparisonRow[] {
  const descending = sort?.startsWith("-") ?? false;
  const column = COLUMNS[(descending ? sort?.slice(1) : sort) as keyof typeof COLUMNS];
  if (!column) return [...rows];
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (column === "chapter") return sign * a.chapter.shortName.localeCompare(b.chapter.shortName, language);
    const [one, other] = [a.counts[column], b.counts[column]];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}
