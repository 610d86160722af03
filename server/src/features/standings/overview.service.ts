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
import { readPublishedTotals } from "./published.js";
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

export type Told = { period: string; window: Window };

/** The period we are in, and the one before it. */
export const latestPeriods = (facts: TemplateFacts, today: LocalDate): Told[] =>
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

export const countsIn = (facts: TemplateFacts, { window }: Told, scope: Scope, kept: Kept, today: LocalDate) => {
  const chapters = openIn(scope.chapters, window);
  const ids = new Set([...chapters.map((chapter) => chapter.id), TOGETHER]);
  const counts = judged(
    kept,
    today,
    (cell) => cell.templateId === facts.id && ids.has(cell.chapterId) && within(window, cell.month),
  );
  return { chapterCount: chapters.length, counts: shownExact(counts).counts };
};

/** Chapters that were open all the time are added up where their numbers lie; those that came or went are read one by one. */
export async function keptOf(
  work: Work,
  chapters: readonly ScopeChapter[],
  asked: readonly { facts: TemplateFacts; told: Told }[],
): Promise<Kept> {
  const months = asked.map(({ facts, told }) => ({ templateId: facts.id, window: told.window }));
  const start = months.map(({ window }) => window.start).sort()[0];
  const end = months
    .map(({ window }) => window.end)
    .sort()
    .at(-1);
  if (start === undefined || end === undefined) return { closed: [], unclosed: [] };
  const always = ({ openedOn, closedOn }: ScopeChapter): boolean => openedOn <= start && closedOn === null;
  const of = (those: readonly ScopeChapter[]) => those.map(({ id }) => id);
  const others = of(chapters.filter((chapter) => !always(chapter)));
  const together = await readKeptTogether(work, of(chapters.filter(always)), months);
  if (others.length === 0) return together;
  const templateIds = months.map(({ templateId }) => templateId);
  return joined(
    together,
    await readKept(work, { templateIds, chapterIds: others, window: { start, end }, of: "duties" }),
  );
}

/** Duties in their latest period. The one before it is read of those alone whose period has only begun, and says nothing yet. */
async function liveCore(
  work: Work,
  scope: Scope,
  duties: readonly TemplateFacts[],
): Promise<ReadonlyMap<string, CoreStanding>> {
  const { today } = work;
  const standings = new Map<string, CoreStanding>();
  const read = async (which: 0 | 1, of: readonly TemplateFacts[]): Promise<TemplateFacts[]> => {
    const asked = of.flatMap((facts) =>
      latestPeriods(facts, today)
        .slice(which, which + 1)
        .map((told) => ({ facts, told })),
    );
    const kept = await keptOf(work, scope.chapters, asked);
    return asked.flatMap(({ facts, told }) => {
      const found = countsIn(facts, told, scope, kept, today);
      const silent = found.counts.closed === 0;
      if (!silent || which === 0) {
        const { period } = told;
        standings.set(facts.id, { ...head(facts, today), period, ...found, fromSnapshot: false, referenceDate: today });
      }
      return silent ? [facts] : [];
    });
  };
  await read(1, await read(0, duties));
  return standings;
}

/** Templates in their latest period, in a reach above a chapter: duties as they stand today, what is about members as published. */
export async function coreStandings(work: Work, scope: Scope, core: readonly TemplateFacts[]): Promise<CoreStanding[]> {
  const { today } = work;
  const chapterIds = scope.chapters.map((chapter) => chapter.id);
  const duties = core.filter((facts) => !facts.aboutMember);
  const live = await liveCore(work, scope, duties);
  const of = core
    .filter((facts) => facts.aboutMember)
    .map((facts) => ({ templateId: facts.id, on: chosenSnapshot(facts, null, today).on }));
  const published = await readPublishedTotals(work, { of, unit: scope.unit, chapterIds });
  return core.map((facts) => {
    const standing = live.get(facts.id);
    if (standing) return standing;
    const snapshot = chosenSnapshot(facts, null, today);
    return {
      ...head(facts, today),
      counts: shownPublished(published.get(facts.id)?.measures).counts,
      chapterCount: published.get(facts.id)?.chapters ?? 0,
      fromSnapshot: true,
      referenceDate: snapshot.on,
      period: snapshotPeriod(snapshot),
    };
  });
}
