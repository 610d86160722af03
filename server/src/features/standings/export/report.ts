import { fraction, HIDDEN_MARK, showPercent } from "@varde/domain";
import type { Language, LocalDate } from "@varde/domain";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { say } from "../../../kernel/errors/say.js";
import { seated } from "../../../kernel/graphql/context.js";
import { compare } from "../comparison.service.js";
import type { Comparison } from "../comparison.type.js";
import type { StandingCounts } from "../counts.type.js";
import { scopeOf } from "../scope.js";
import { readTemplates } from "../template-facts.js";
import { definitionsOf } from "./book.js";
import { COLUMN_TEXTS, FILE_TEXTS, REPORT_TEXTS } from "./export.texts.js";
import { funnelOf } from "./report-funnel.js";
import type { ReportFunnel } from "./report-funnel.js";
import { dayIn, periodIn, textOf } from "./words.js";

/** What is drawn of a row: parts of what is judged, and what was taken over, in true proportions; null when a part is hidden. */
export type Segment = { part: "onTime" | "late" | "missed" | "joined" | "takenOver"; count: number };

/** A line of the report's table, in words: what is hidden is `:` already. */
export type ReportLine = { name: string; segments: Segment[] | null; cells: string[] };

export type ReportPart = {
  /** the region it is a part for, in a report with a part for each; null in others */
  section: string | null;
  name: string;
  sentence: string;
  lead: string;
  head: string[];
  lines: ReportLine[];
  total: ReportLine;
  legend: { part: Segment["part"]; word: string }[];
  definitions: [string, string][];
  /** null where there is nothing to judge */
  funnel: ReportFunnel | null;
};

export type ReportHead = { title: string; made: string; empty: string | null; language: Language };
/** The parts may come one by one, so that a long report is never whole in memory. */
export type Report = ReportHead & { parts: Iterable<ReportPart> | AsyncIterable<ReportPart> };

/** More lines than this, of all its tables, and a report is ordered and not waited for. */
export const MOST_LINES_AT_ONCE = 1000;
/** Thrown for a report that is to be ordered. */
export class TooLargeAtOnce extends Error {}

/**
 * The core set of the reach, or of one region of it, each in the period its page opens with. Throws FORBIDDEN for a chapter's seat,
 * and `TooLargeAtOnce`.
 */
export async function coreComparisons(
  work: Work,
  regionId: string | null,
): Promise<{ scopeName: string; today: LocalDate; comparisons: Comparison[] }> {
  if (seated(work).unitKind === "CHAPTER") throw new AppError("FORBIDDEN");
  const scope = await scopeOf(work, regionId);
  const core = (await readTemplates(work)).filter((facts) => facts.corePosition !== null);
  if (core.length * scope.chapters.length > MOST_LINES_AT_ONCE) throw new TooLargeAtOnce("order it");
  const comparisons: Comparison[] = [];
  for (const { id } of core) comparisons.push(await compare(work, { templateId: id, regionId }));
  return { scopeName: scope.name, today: work.today, comparisons };
}

/** The parts of the bar; `joined` is late and missed together, where the two may not be told apart. */
export function segmentsOf({ onTime, late, missed, lateOrMissed, takenOver }: StandingCounts): Segment[] | null {
  if (onTime === null) return null;
  const first: Segment = { part: "onTime", count: onTime };
  const last: Segment = { part: "takenOver", count: takenOver ?? 0 };
  const segments: Segment[] | null =
    late !== null && missed !== null
      ? [first, { part: "late", count: late }, { part: "missed", count: missed }, last]
      : lateOrMissed !== null
        ? [first, { part: "joined", count: lateOrMissed }, last]
        : null;
  return segments?.filter(({ count }) => count > 0) ?? null;
}

const COUNTED = ["late", "missed", "waived"] as const;

/** One comparison in words. */
export function partOf(comparison: Comparison, language: Language, section: string | null = null): ReportPart {
  const t = (key: keyof typeof REPORT_TEXTS): string => say(language, REPORT_TEXTS[key]);
  const column = (key: keyof typeof COLUMN_TEXTS): string => say(language, COLUMN_TEXTS[key]);
  // its own column only where anything was: the page is narrow
  const aside = (comparison.total.takenOver ?? 0) > 0 ? (["takenOver"] as const) : [];
  const columns = comparison.fromSnapshot ? COUNTED : ([...COUNTED, ...aside, "open", "overdue"] as const);
  const { total, scopeName, period, referenceDate } = comparison;
  const onTimeOf = ({ onTime, closed }: StandingCounts): string =>
    onTime === null || closed === null ? HIDDEN_MARK : closed === 0 ? t("none") : `${onTime} ${t("of")} ${closed}`;
  const lineOf = (name: string, counts: StandingCounts): ReportLine => ({
    name,
    segments: segmentsOf(counts),
    cells: [onTimeOf(counts), ...columns.map((key) => String(counts[key] ?? HIDDEN_MARK))],
  });
  const lines = comparison.rows.map((row) => lineOf(row.chapter.shortName, row.counts));
  const all = lineOf(column("all"), total);
  const drawn = new Set([all, ...lines].flatMap((line) => line.segments ?? []).map(({ part }) => part));
  const { onTime, closed } = total;
  const known = onTime !== null && closed !== null;
  const percent = known && showPercent(fraction(onTime, closed)) ? Math.round((100 * onTime) / closed) : null;
  return {
    section,
    funnel: funnelOf(comparison, language),
    name: textOf(comparison.template.name, language),
    sentence: !known
      ? t("tooSmall")
      : closed === 0
        ? t("nothing")
        : [
            `${onTime} ${t("of")} ${closed} ${t("doneOnTime")}`,
            ...(percent === null ? [] : [`${t("itIs")} ${percent}${language === "en" ? "" : "\u00a0"}%.`]),
          ].join(" "),
    lead: [
      `${scopeName}, ${periodIn(language, period)}.`,
      `${say(language, FILE_TEXTS.referenceDate)} ${dayIn(language, referenceDate)}.`,
      say(language, FILE_TEXTS[comparison.fromSnapshot ? "snapshot" : "live"]),
      ...(comparison.majors.length > 1 ? [say(language, FILE_TEXTS.broken)] : []),
    ].join(" "),
    head: [column("chapter"), column("outcome"), column("onTime"), ...columns.map(column)],
    lines,
    total: all,
    legend: (["onTime", "late", "missed", "joined", "takenOver"] as const)
      .filter((part) => drawn.has(part))
      .map((part) => ({ part, word: column(part === "joined" ? "lateOrMissed" : part) })),
    definitions: definitionsOf(comparison, language, [
      "percent",
      ...(drawn.has("joined") ? [] : (["lateOrMissed"] as const)),
      ...(aside.length > 0 ? [] : (["takenOver"] as const)),
    ]),
  };
}

/** What stands on every page of it. */
export function reportHead(
  { scopeName, today, isEmpty }: { scopeName: string; today: LocalDate; isEmpty: boolean },
  language: Language,
): ReportHead {
  const t = (key: keyof typeof REPORT_TEXTS): string => say(language, REPORT_TEXTS[key]);
  const title = `${t("title")} ${scopeName}`;
  return { title, made: `${t("made")} ${dayIn(language, today)}`, empty: isEmpty ? t("noCore") : null, language };
}

/** The report in words, before it is drawn: every number of it is here. */
export function reportOf(
  read: { scopeName: string; today: LocalDate; comparisons: readonly Comparison[] },
  language: Language,
): Report & { parts: ReportPart[] } {
  return {
    ...reportHead({ ...read, isEmpty: read.comparisons.length === 0 }, language),
    parts: read.comparisons.map((comparison) => partOf(comparison, language)),
  };
}
