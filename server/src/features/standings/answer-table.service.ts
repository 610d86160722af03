import { addCounts, closedOf } from "@varde/domain";
import type { Counts, Language, LocalDate, ReportField } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { levelTerm } from "../organization/index.js";
import { answerCsv } from "./answer-csv.js";
import { countsPersons, exactCell, publishedCell } from "./answer-fields.js";
import type { AnswerSum } from "./answer-fields.js";
import type { AnswerCell, AnswerRow, AnswerTable } from "./answers.type.js";
import { chosenSnapshot } from "./comparison.service.js";
import type { ComparisonQuestion } from "./comparison.service.js";
import { judged, reachKeys, readKept } from "./kept.js";
import type { Kept } from "./kept.js";
import { livePeriods, rhythmOf, snapshotOf, snapshotPeriod, snapshotWindow, windowOf } from "./periods.js";
import type { Snapshot, Window } from "./periods.js";
import { publishedTotal } from "./peers.js";
import { publishedKey, readPublished } from "./published.js";
import type { PublishedMeasures } from "./published.js";
import { chapterRef, lastDayOf, openIn, scopesOf } from "./scope.js";
import type { Scope, ScopeChapter } from "./scope.js";
import { shownPublished } from "./shown-counts.js";
import { comparedTemplate, readTemplate } from "./template-facts.js";
import type { TemplateFacts } from "./template-facts.js";

type Sources = {
  facts: TemplateFacts;
  scope: Scope;
  chapters: ScopeChapter[];
  kept: Kept;
  sums: AnswerSum[];
  today: LocalDate;
  published: (unitId: string) => PublishedMeasures | undefined;
};

function readSums(work: Work, templateId: string, chapterIds: readonly string[], window: Window): Promise<AnswerSum[]> {
  return work.query<AnswerSum>(
    `select chapter_id as "chapterId", field_key as "fieldKey", option_key as "optionKey", sum(n)::int as n, sum(total)::float as total
       from app.answer_sum
      where reach_key = any ($1::text[]) and template_id = $2 and not period_report and month between $3 and $4
      group by 1, 2, 3`,
    [reachKeys(chapterIds, "duties"), templateId, window.start, window.end],
  );
}

const isOf = (field: ReportField, { aboutMember }: TemplateFacts): boolean => countsPersons(field, aboutMember);

function rowOf(sources: Sources, chapter: ScopeChapter): AnswerRow {
  const { facts, sums, kept, today, published } = sources;
  const own = sums.filter((sum) => sum.chapterId === chapter.id);
  const measures = published(chapter.id);
  const counts = facts.aboutMember ? null : judged(kept, today, (cell) => cell.chapterId === chapter.id);
  return {
    chapter: chapterRef(chapter),
    reports: counts ? reportsOf(counts) : shownPublished(measures).completion.numerator,
    cells: facts.definition.reportFields.map((field) =>
      isOf(field, facts) ? publishedCell(field, facts.aboutMember, measures) : exactCell(field, own),
    ),
  };
}

const reportsOf = (counts: Counts): number => closedOf(counts) - counts.missed;

function totalOf({ facts, sums, scope, published }: Sources): AnswerCell[] {
  return facts.definition.reportFields.map((field) =>
    isOf(field, facts)
      ? publishedCell(field, facts.aboutMember, publishedTotal(scope, published))
      : exactCell(field, sums),
  );
}

type Choice = { period: string; window: Window; snapshot: Snapshot | null };

/** The period asked for, and the snapshot that counts of persons come from. */
function choose(facts: TemplateFacts, asked: string | null, today: LocalDate): Choice {
  if (facts.aboutMember) {
    const snapshot = chosenSnapshot(facts, asked, today);
    return { period: snapshotPeriod(snapshot), window: snapshotWindow(snapshot), snapshot };
  }
  const period = asked ?? livePeriods(rhythmOf(facts.definition), facts.since ?? today, today)[0]!;
  const window = snapshotOf(period) ? null : windowOf(period);
  if (!window) throw new AppError("BAD_REQUEST");
  return { period, window, snapshot: null };
}

/** The newest snapshot with counts of persons of duties: fixed quarters, whatever the period of the rest. */
const newestSnapshot = ({ definition, aboutMember, snapshots }: TemplateFacts): Snapshot | null =>
  definition.reportFields.some((field) => countsPersons(field, aboutMember)) ? (snapshots[0] ?? null) : null;

/**
 * Chapters by questions. What duties answer is exact and live; counts of persons come from the published snapshot and
 * may be hidden. Throws as `compare` does.
 */
export async function answerTable(work: Work, question: ComparisonQuestion, language: Language): Promise<AnswerTable> {
  const facts = await readTemplate(work, question.templateId);
  const scopes = await scopesOf(work, question.regionId, question.group);
  const { period, window, snapshot } = choose(facts, question.period ?? null, work.today);
  // a snapshot's totals were added up over the regions of its own day
  const day = facts.aboutMember && snapshot ? snapshot.on : null;
  const live = question.membership === "AS_WAS" ? lastDayOf(window, work.today) : work.today;
  const membershipOn = day ?? live;
  const scope = scopes.on(membershipOn);
  const chapters = openIn(scope.chapters, window);
  const chapterIds = chapters.map((chapter) => chapter.id);
  const persons = facts.aboutMember ? snapshot : newestSnapshot(facts);
  const published = persons
    ? await readPublished(work, { of: [{ templateId: facts.id, on: persons.on }], unit: scope.unit, chapterIds })
    : new Map<string, PublishedMeasures>();
  const sources: Sources = {
    facts,
    scope,
    chapters,
    today: work.today,
    kept: facts.aboutMember
      ? { closed: [], unclosed: [] }
      : await readKept(work, { templateIds: [facts.id], chapterIds, window, of: "duties" }),
    sums: facts.aboutMember ? [] : await readSums(work, facts.id, chapterIds, window),
    published: (unitId) => published.get(publishedKey(facts.id, unitId)),
  };
  const table = {
    template: comparedTemplate(facts, work.today),
    period,
    referenceDate: day ?? work.today,
    fromSnapshot: facts.aboutMember,
    membershipOn,
    group: scope.group,
    personsDate: published.size > 0 && persons ? persons.on : null,
    personsMonths: published.size > 0 && persons ? persons.months : null,
    fields: facts.definition.reportFields,
    rows: chapters.map((chapter) => rowOf(sources, chapter)),
    reports: reportsTotal(sources),
    total: totalOf(sources),
  };
  return { ...table, csv: answerCsv({ table, scopeName: scope.name, window, language, level: await levelTerm(work) }) };
}

function reportsTotal({ facts, kept, today, published, scope, chapters }: Sources): number | null {
  if (facts.aboutMember) return shownPublished(publishedTotal(scope, published)).completion.numerator;
  return reportsOf(
    addCounts(...chapters.map((chapter) => judged(kept, today, (cell) => cell.chapterId === chapter.id))),
  );
}
