import { fraction, HIDDEN_MARK, inLevelWords, showPercent } from "@varde/domain";
import type { CsvCell, Language, LevelTerm } from "@varde/domain";
import { say } from "../../../kernel/errors/say.js";
import type { Comparison } from "../comparison.type.js";
import type { StandingCounts } from "../counts.type.js";
import { COLUMN_TEXTS, FILE_TEXTS, MEANINGS } from "./export.texts.js";
import { periodIn, textOf } from "./words.js";

/** A comparison as a file holds it: the table, and what one has to know to read it alone. Hidden is `:` in words already. */
export type Book = {
  numbersName: string;
  definitionsName: string;
  /** what, whose, which period, as of which day, and where the page is */
  facts: [string, string][];
  head: string[];
  rows: CsvCell[][];
  total: CsvCell[];
  /** a column's name and what it means */
  definitions: [string, string][];
};

type Column =
  | "onTime"
  | "late"
  | "missed"
  | "lateOrMissed"
  | "closed"
  | "percent"
  | "waived"
  | "takenOver"
  | "open"
  | "overdue";

const JUDGED = ["onTime", "late", "missed", "lateOrMissed", "closed", "percent", "waived"] as const;
// a snapshot holds only what is judged, and only duties are taken over: nothing in it is open or taken over
const columnsOf = ({ fromSnapshot }: Comparison): readonly Column[] =>
  fromSnapshot ? JUDGED : [...JUDGED, "takenOver", "open", "overdue"];

/** «I tide» of what is judged as whole per cent; null below ten, the mark when a part is hidden. */
export function percentOf({ onTime, closed }: StandingCounts): CsvCell {
  if (onTime === null || closed === null) return HIDDEN_MARK;
  return showPercent(fraction(onTime, closed)) ? Math.round((100 * onTime) / closed) : null;
}

function cellOf(counts: StandingCounts, column: Column): CsvCell {
  if (column === "percent") return percentOf(counts);
  // as on the page: without what it is of, «on time» is not told
  if (column === "onTime" && counts.closed === null) return HIDDEN_MARK;
  return counts[column] ?? HIDDEN_MARK;
}

/** The definitions of what a comparison shows, but for the columns `left` out, with what `:` means where something may be hidden. */
export function definitionsOf(
  comparison: Comparison,
  language: Language,
  left: readonly Column[] = [],
): [string, string][] {
  const named = (key: Column | "all"): [string, string] => [
    say(language, COLUMN_TEXTS[key]),
    say(language, MEANINGS[key]),
  ];
  return [
    ...columnsOf(comparison)
      .filter((column) => !left.includes(column))
      .map(named),
    named("all"),
    ...(comparison.fromSnapshot ? [[HIDDEN_MARK, say(language, FILE_TEXTS.hidden)] as [string, string]] : []),
  ];
}

/** «60 til 99 medlemmer», or «100 medlemmer eller flere»: a class, never a count. */
export const sizeIn = (
  { atLeast, below }: Pick<NonNullable<Comparison["group"]>, "atLeast" | "below">,
  language: Language,
): string => {
  const t = (key: keyof typeof FILE_TEXTS): string => say(language, FILE_TEXTS[key]);
  if (below === null) return `${atLeast} ${t("orMore")}`;
  return `${atLeast} ${t("to")} ${below - 1} ${t("members")}`;
};

/** The comparison as a book in the reader's language. `link` is the address of the page that shows the same. */
export function bookOf(comparison: Comparison, link: string, language: Language): Book {
  const t = (key: keyof typeof FILE_TEXTS): string => say(language, FILE_TEXTS[key]);
  const columns = columnsOf(comparison);
  const line = (counts: StandingCounts): CsvCell[] => columns.map((column) => cellOf(counts, column));
  return {
    numbersName: t("numbers"),
    definitionsName: t("definitions"),
    facts: [
      [t("template"), textOf(comparison.template.name, language)],
      [t("scope"), comparison.scopeName],
      ...(comparison.group ? [[t("size"), sizeIn(comparison.group, language)] as [string, string]] : []),
      [t("period"), periodIn(language, comparison.period)],
      [t("days"), `${comparison.periodStart} ${t("to")} ${comparison.periodEnd}`],
      [t("referenceDate"), comparison.referenceDate],
      [t("kind"), t(comparison.fromSnapshot ? "snapshot" : "live")],
      ...(comparison.regionsMoved
        ? [[t("regions"), `${t(comparison.membership)} ${comparison.membershipOn}`] as [string, string]]
        : []),
      ...(comparison.majors.length > 1 ? [[t("note"), t("broken")] as [string, string]] : []),
      [t("link"), link],
    ],
    head: [
      say(language, COLUMN_TEXTS.chapter),
      say(language, COLUMN_TEXTS.region),
      ...columns.map((column) => say(language, COLUMN_TEXTS[column])),
    ],
    rows: comparison.rows.map((row) => [row.chapter.name, row.chapter.regionName, ...line(row.counts)]),
    total: [say(language, COLUMN_TEXTS.all), null, ...line(comparison.total)],
    definitions: definitionsOf(comparison, language),
  };
}

/** The book in the organization's own word for its middle tier: its own words, never what others have named. */
export const inBookWords = (book: Book, level: LevelTerm, language: Language): Book => ({
  ...book,
  head: book.head.map((word) => inLevelWords(word, level, language)),
  facts: book.facts.map(([name, fact]) => [inLevelWords(name, level, language), fact]),
});
