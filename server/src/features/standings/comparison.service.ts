import { addCounts, lastQuarterEnd } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Comparison, ComparisonRow } from "./comparison.type.js";
import type { ComparedTemplate, Membership } from "./counts.type.js";
import { judged, majorsOf, readKept } from "./kept.js";
import { publishedTotal } from "./peers.js";
import { ownPeriods, rhythmOf, snapshotOf, snapshotPeriod, snapshotWindow, windowOf } from "./periods.js";
import type { Snapshot, Window } from "./periods.js";
import { publishedKey, readPublished } from "./published.js";
import { chapterRef, lastDayOf, openIn, scopesOf } from "./scope.js";
import type { Scope, ScopeChapter, Scopes } from "./scope.js";
import { shownExact, shownPublished } from "./shown-counts.js";
import type { Shown } from "./shown-counts.js";
import { comparedTemplate, readTemplate, readTemplates } from "./template-facts.js";
import type { TemplateFacts } from "./template-facts.js";

export type ComparisonQuestion = {
  templateId: string;
  period?: string | null;
  regionId?: string | null;
  /** which day's regions; as they are now when left out. A snapshot is always read as it was. */
  membership?: Membership;
  /** only the chapters of one size; all when left out */
  group?: string | null;
};

/** Templates that can be compared, the core set first. */
export async function comparableTemplates(work: Work): Promise<ComparedTemplate[]> {
  return (await readTemplates(work)).map((facts) => comparedTemplate(facts, work.today));
}

/**
 * Chapters side by side. Duties are live; counts of persons come from the published snapshot, also for one's own
 * chapter, so that two who compare notes learn nothing. Throws NOT_FOUND for a template or region outside the reach
 * and for a snapshot that was never published, BAD_REQUEST for a period that is none.
 */
export async function compare(work: Work, question: ComparisonQuestion): Promise<Comparison> {
  const facts = await readTemplate(work, question.templateId);
  return read(work, facts, await scopesOf(work, question.regionId, question.group), question);
}

const read = (work: Work, facts: TemplateFacts, scopes: Scopes, question: ComparisonQuestion): Promise<Comparison> =>
  facts.aboutMember
    ? compareSnapshots(work, facts, scopes, question.period ?? null)
    : compareLive(work, facts, scopes, question);

/** How many periods are shown side by side. */
const PERIODS_OVER_TIME = 8;

/**
 * The same chapters, as they are in the reach, in the last periods of a template's own rhythm, the oldest first; of what counts
 * persons, in the snapshots that are published. Throws as `compare` does.
 */
export async function compareOverTime(work: Work, question: Omit<ComparisonQuestion, "period">): Promise<Comparison[]> {
  const facts = await readTemplate(work, question.templateId);
  const scopes = await scopesOf(work, question.regionId, question.group);
  const periods = facts.aboutMember
    ? comparedTemplate(facts, work.today).periods
    : ownPeriods(rhythmOf(facts.definition), facts.since ?? work.today, work.today);
  const comparisons: Comparison[] = [];
  for (const period of periods.slice(0, PERIODS_OVER_TIME).toReversed())
    comparisons.push(await read(work, facts, scopes, { ...question, period }));
  return comparisons;
}

/**
 * The core set, in its order. Left out, the period is the one each is opened with; else duties are read in it, and what counts
 * persons in the newest snapshot up to its last day. Throws as `compare` does.
 */
export async function compareCore(work: Work, question: Omit<ComparisonQuestion, "templateId">): Promise<Comparison[]> {
  const asked = question.period ?? null;
  const window = asked === null ? null : windowOf(asked);
  if (asked !== null && (!window || snapshotOf(asked))) throw new AppError("BAD_REQUEST");
  const core = (await readTemplates(work)).filter((facts) => facts.corePosition !== null);
  const scopes = await scopesOf(work, question.regionId, question.group);
  const periodFor = (facts: TemplateFacts): string | null =>
    facts.aboutMember && window
      ? (comparedTemplate(facts, work.today).periods.find((period) => windowOf(period)!.end <= window.end) ?? null)
      : asked;
  const comparisons: Comparison[] = [];
  for (const facts of core)
    comparisons.push(await read(work, facts, scopes, { ...question, templateId: facts.id, period: periodFor(facts) }));
  return comparisons;
}

function row(chapter: ScopeChapter, shown: Shown, drillable: boolean): ComparisonRow {
  return { chapter: chapterRef(chapter), ...shown, drillable };
}

/** Which day's regions a comparison was read with, and who was in the region and is out of reach now. */
function regionsOf(scope: Scope, window: Window, read: { membership: Membership; on: LocalDate }) {
  return {
    membership: read.membership,
    membershipOn: read.on,
    elsewhere: openIn(scope.elsewhere, window).map(chapterRef),
  };
}

async function compareLive(
  work: Work,
  facts: TemplateFacts,
  scopes: Scopes,
  question: ComparisonQuestion,
): Promise<Comparison> {
  const asked = question.period ?? null;
  const membership = question.membership ?? "AS_IS";
  const [current, previous] = ownPeriods(rhythmOf(facts.definition), facts.since ?? work.today, work.today);
  const comparison = await livePeriod(work, facts, scopes, { period: asked ?? current!, membership });
  // a period that has only begun says nothing yet: then the last one is what one wants to see
  if (asked !== null || !previous || comparison.total.closed !== 0) return comparison;
  return livePeriod(work, facts, scopes, { period: previous, membership });
}

async function livePeriod(
  work: Work,
  facts: TemplateFacts,
  scopes: Scopes,
  { period, membership }: { period: string; membership: Membership },
): Promise<Comparison> {
  const window = snapshotOf(period) ? null : windowOf(period);
  if (!window) throw new AppError("BAD_REQUEST");
  const then = lastDayOf(window, work.today);
  const on = membership === "AS_WAS" ? then : work.today;
  const scope = scopes.on(on);
  const chapters = openIn(scope.chapters, window);
  const chapterIds = chapters.map((chapter) => chapter.id);
  const kept = await readKept(work, { templateIds: [facts.id], chapterIds, window, of: "duties" });
  const drillable = seated(work).caps.has("TOUCHPOINT_UNBOUND_READ");
  const counted = chapters.map((chapter) => judged(kept, work.today, (cell) => cell.chapterId === chapter.id));
  const { hidden: _hidden, waiverShare: _waived, counts, ...shares } = shownExact(addCounts(...counted));
  return {
    template: comparedTemplate(facts, work.today),
    period,
    periodStart: window.start,
    periodEnd: window.end,
    referenceDate: work.today,
    fromSnapshot: false,
    rows: chapters.map((chapter, i) => row(chapter, shownExact(counted[i]!), drillable)),
    total: counts,
    ...shares,
    majors: majorsOf(kept),
    scopeName: scope.name,
    group: scope.group,
    ...regionsOf(scope, window, { membership, on }),
    regionsMoved: scopes.moved(window, then),
  };
}

/** The snapshot asked for, else the newest; the last quarter's end when nothing is published yet. */
export function chosenSnapshot(facts: TemplateFacts, asked: string | null, today: LocalDate): Snapshot {
  if (asked === null) return facts.snapshots[0] ?? { on: lastQuarterEnd(today), months: 12 };
  const wanted = snapshotOf(asked);
  if (!wanted) throw new AppError("BAD_REQUEST");
  const found = facts.snapshots.find(({ on, months }) => on === wanted.on && months === wanted.months);
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}

async function compareSnapshots(
  work: Work,
  facts: TemplateFacts,
  scopes: Scopes,
  asked: string | null,
): Promise<Comparison> {
  const snapshot = chosenSnapshot(facts, asked, work.today);
  const day = snapshot.on;
  const window = snapshotWindow(snapshot);
  // its totals were added up over the regions of that day, and never change
  const scope = scopes.on(day);
  const published = await readPublished(work, {
    of: [{ templateId: facts.id, on: day }],
    unit: scope.unit,
    chapterIds: scope.chapters.map((chapter) => chapter.id),
  });
  const of = (unitId: string) => published.get(publishedKey(facts.id, unitId));
  const total = shownPublished(publishedTotal(scope, of));
  return {
    template: comparedTemplate(facts, work.today),
    period: snapshotPeriod(snapshot),
    periodStart: window.start,
    periodEnd: window.end,
    referenceDate: day,
    fromSnapshot: true,
    // a chapter that came after the snapshot is not in it
    rows: openIn(scope.chapters, window)
      .filter((chapter) => of(chapter.id))
      .map((chapter) => row(chapter, shownPublished(of(chapter.id)), false)),
    total: total.counts,
    completion: total.completion,
    timeliness: total.timeliness,
    majors: [],
    scopeName: scope.name,
    group: scope.group,
    ...regionsOf(scope, window, { membership: "AS_WAS", on: day }),
    regionsMoved: scopes.moved(window, day),
  };
}
