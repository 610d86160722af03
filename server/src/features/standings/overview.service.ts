import { burdenSeconds } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { chosenSnapshot } from "./comparison.service.js";
import { joined, judged, readKept, readKeptTogether, TOGETHER, within } from "./kept.js";
import type { Kept } from "./kept.js";
import { needs } from "./needs.service.js";
import type { CoreStanding, Overview } from "./overview.type.js";
import { ownPeriods, rhythmOf, snapshotPeriod, windowOf } from "./periods.js";
import type { Window } from "./periods.js";
import { publishedKey, readPublished } from "./published.js";
import { openIn, scopeOf } from "./scope.js";
import type { Scope, ScopeChapter } from "./scope.js";
import { shownExact, shownPublished } from "./shown-counts.js";
import { comparedTemplate, readTemplates } from "./template-facts.js";
import type { TemplateFacts } from "./template-facts.js";

/** The core set and the chapters that may need help. Throws FORBIDDEN for a chapter's seat: it sees its own numbers. */
export async function overview(work: Work): Promise<Overview> {
  if (seated(work).unitKind === "CHAPTER") throw new AppError("FORBIDDEN");
  const scope = await scopeOf(work, null);
  const open = openIn(scope.chapters, { start: work.today, end: work.today });
  const core = (await readTemplates(work)).filter((facts) => facts.corePosition !== null);
  return {
    core: await coreStandings(work, scope, core),
    needs: await needs(work, { ...scope, chapters: open }),
    chapterCount: open.length,
    referenceDate: work.today,
  };
}

const latestWindow = (facts: TemplateFacts, today: LocalDate): { period: string; window: Window }[] =>
  ownPeriods(rhythmOf(facts.definition), facts.since ?? today, today)
    .slice(0, 2)
    .map((period) => ({ period, window: windowOf(period)! }));

function head(facts: TemplateFacts, today: LocalDate) {
  return {
    template: comparedTemplate(facts, today),
    versionNumber: facts.versionNumber,
    burdenSeconds: burdenSeconds(facts.definition).total,
  };
}

function liveCore(facts: TemplateFacts, scope: Scope, kept: Kept, today: LocalDate): CoreStanding {
  const told = latestWindow(facts, today).map(({ period, window }) => {
    const chapters = openIn(scope.chapters, window);
    const ids = new Set([...chapters.map((chapter) => chapter.id), TOGETHER]);
    const counts = judged(
      kept,
      today,
      (cell) => cell.templateId === facts.id && ids.has(cell.chapterId) && within(window, cell.month),
    );
    return { period, chapterCount: chapters.length, counts: shownExact(counts).counts };
  });
  // a period that has only begun says nothing yet
  const shown = told.find((one) => one.counts.closed !== 0) ?? told[0]!;
  return { ...head(facts, today), ...shown, fromSnapshot: false, referenceDate: today };
}

/** Chapters that were open all the time are added up where their numbers lie; those that came or went are read one by one. */
async function keptOfCore(
  work: Work,
  chapters: readonly ScopeChapter[],
  duties: readonly TemplateFacts[],
): Promise<Kept> {
  const months = duties.flatMap((facts) =>
    latestWindow(facts, work.today).map(({ window }) => ({ templateId: facts.id, window })),
  );
  const starts = months.map(({ window }) => window.start).sort();
  const ends = months.map(({ window }) => window.end).sort();
  const [start, end] = [starts[0], ends.at(-1)];
  if (start === undefined || end === undefined) return { closed: [], unclosed: [] };
  const always = ({ openedOn, closedOn }: ScopeChapter): boolean => openedOn <= start && closedOn === null;
  const of = (those: readonly ScopeChapter[]) => those.map(({ id }) => id);
  const others = of(chapters.filter((chapter) => !always(chapter)));
  const together = await readKeptTogether(work, of(chapters.filter(always)), months);
  if (others.length === 0) return together;
  const templateIds = duties.map((facts) => facts.id);
  return joined(
    together,
    await readKept(work, { templateIds, chapterIds: others, window: { start, end }, of: "duties" }),
  );
}

async function coreStandings(work: Work, scope: Scope, core: readonly TemplateFacts[]): Promise<CoreStanding[]> {
  const { today } = work;
  const chapterIds = scope.chapters.map((chapter) => chapter.id);
  const duties = core.filter((facts) => !facts.aboutMember);
  const kept = await keptOfCore(work, scope.chapters, duties);
  const of = core
    .filter((facts) => facts.aboutMember)
    .map((facts) => ({ templateId: facts.id, on: chosenSnapshot(facts, null, today).on }));
  const published = await readPublished(work, { of, unit: scope.unit, chapterIds });
  return core.map((facts) => {
    if (!facts.aboutMember) return liveCore(facts, scope, kept, today);
    const snapshot = chosenSnapshot(facts, null, today);
    return {
      ...head(facts, today),
      counts: shownPublished(published.get(publishedKey(facts.id, scope.unit.id))).counts,
      chapterCount: chapterIds.filter((id) => published.has(publishedKey(facts.id, id))).length,
      fromSnapshot: true,
      referenceDate: snapshot.on,
      period: snapshotPeriod(snapshot),
    };
  });
}
