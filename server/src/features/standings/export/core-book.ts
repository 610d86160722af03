import { HIDDEN_MARK } from "@varde/domain";
import type { CsvCell, Language } from "@varde/domain";
import { say } from "../../../kernel/errors/say.js";
import type { ComparisonQuestion } from "../comparison.service.js";
import type { Comparison } from "../comparison.type.js";
import type { ChapterRef, StandingCounts } from "../counts.type.js";
import { sizeIn } from "./book.js";
import type { Book } from "./book.js";
import { COLUMN_TEXTS, FILE_TEXTS, MEANINGS } from "./export.texts.js";
import { periodIn, textOf } from "./words.js";

type CoreQuestion = Omit<ComparisonQuestion, "templateId"> & { sort?: string | null };
type Line = { chapter: ChapterRef; counts: (StandingCounts | null)[] };

/** As on the page: without what it is of, «on time» is not told. A point the chapter is not in stands empty. */
const cellsOf = (counts: StandingCounts | null): CsvCell[] => {
  if (counts === null) return [null, null];
  const { onTime, closed } = counts;
  return onTime === null || closed === null ? [HIDDEN_MARK, closed ?? HIDDEN_MARK] : [onTime, closed];
};

/** Every chapter that is in one of them; null where it is not in the other. */
function linesOf(comparisons: readonly Comparison[]): Line[] {
  const lines = new Map<string, Line>();
  comparisons.forEach(({ rows }, at) => {
    for (const { chapter, counts } of rows) {
      const line = lines.get(chapter.id) ?? { chapter, counts: comparisons.map(() => null) };
      line.counts[at] = counts;
      lines.set(chapter.id, line);
    }
  });
  return [...lines.values()];
}

/** In the order of the page: by name, or by what a point has on time; what is hidden or missing stands last from either end. */
function sorted(lines: Line[], comparisons: readonly Comparison[], sort: string | null, language: Language): Line[] {
  const byName = lines.toSorted((a, b) => a.chapter.shortName.localeCompare(b.chapter.shortName, language));
  const descending = sort?.startsWith("-") ?? false;
  const word = descending ? sort?.slice(1) : sort;
  if (word === "lag") return descending ? byName.toReversed() : byName;
  const at = comparisons.findIndex(({ template }) => template.id === word);
  if (at < 0) return byName;
  const value = ({ counts }: Line): number | null => {
    const of = counts[at];
    return of && of.closed !== null ? of.onTime : null;
  };
  return byName.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return descending ? other - one : one - other;
  });
}

/** The address of the page that shows the same. */
function linkOf(baseUrl: string, { period, regionId, membership, group, sort }: CoreQuestion): string {
  const link = new URL("/sammenlign", baseUrl);
  link.searchParams.set("mal", "kjerne");
  if (period) link.searchParams.set("periode", period);
  if (regionId) link.searchParams.set("region", regionId);
  if (membership === "AS_WAS") link.searchParams.set("som", "da");
  if (group) link.searchParams.set("gruppe", group);
  if (sort) link.searchParams.set("sorter", sort);
  return link.href;
}

/** All of the core set side by side as a book: two columns a point, in the set's order, and what each point is told of. */
export function coreBookOf(
  comparisons: readonly Comparison[],
  question: CoreQuestion,
  { baseUrl, language }: { baseUrl: string; language: Language },
): Book {
  const t = (key: keyof typeof FILE_TEXTS): string => say(language, FILE_TEXTS[key]);
  const column = (key: keyof typeof COLUMN_TEXTS): string => say(language, COLUMN_TEXTS[key]);
  const named = (key: "onTime" | "closed" | "all"): [string, string] => [column(key), say(language, MEANINGS[key])];
  const [first] = comparisons;
  const live = comparisons.find(({ fromSnapshot }) => !fromSnapshot);
  const names = comparisons.map(({ template }) => textOf(template.name, language));
  const lines = sorted(linesOf(comparisons), comparisons, question.sort ?? null, language);
  return {
    numbersName: t("numbers"),
    definitionsName: t("definitions"),
    facts: [
      [t("template"), t("coreSet")],
      ...(first ? [[t("scope"), first.scopeName] as [string, string]] : []),
      ...(first?.group ? [[t("size"), sizeIn(first.group, language)] as [string, string]] : []),
      ...comparisons.map(({ period, referenceDate, fromSnapshot }, at): [string, string] => [
        names[at]!,
        `${periodIn(language, period)}. ${t("referenceDate")} ${referenceDate}. ${t(fromSnapshot ? "snapshot" : "live")}`,
      ]),
      ...(live && comparisons.some(({ regionsMoved }) => regionsMoved)
        ? [[t("regions"), `${t(live.membership)} ${live.membershipOn}`] as [string, string]]
        : []),
      [t("link"), linkOf(baseUrl, question)],
    ],
    head: [
      column("chapter"),
      column("region"),
      ...names.flatMap((name) => [`${name}: ${column("onTime")}`, `${name}: ${column("closed")}`]),
    ],
    rows: lines.map(({ chapter, counts }) => [chapter.name, chapter.regionName, ...counts.flatMap(cellsOf)]),
    total: [column("all"), null, ...comparisons.flatMap(({ total }) => cellsOf(total))],
    definitions: [
      named("onTime"),
      named("closed"),
      named("all"),
      ...(comparisons.some(({ fromSnapshot }) => fromSnapshot) ? [[HIDDEN_MARK, t("hidden")] as [string, string]] : []),
    ],
  };
}
