import { isRatioTarget, targetOfMonths, targetPeriod, targetProgress, targetWindow } from "@varde/domain";
import type { LocalDate, Target, TargetProgress } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { chosenSnapshot } from "./comparison.service.js";
import type { ComparisonQuestion } from "./comparison.service.js";
import { readKept } from "./kept.js";
import { publishedTotal } from "./peers.js";
import { snapshotOf, snapshotPeriod, snapshotWindow, windowOf } from "./periods.js";
import type { Snapshot, Window } from "./periods.js";
import { publishedKey, readPublished } from "./published.js";
import type { PublishedMeasures } from "./published.js";
import { chapterRef, lastDayOf, openIn, scopesOf } from "./scope.js";
import type { Scope } from "./scope.js";
import { exactFacts, fromPublished, publishedFacts, readMonthlySums } from "./target-sources.js";
import type { OwnTargets, TargetStanding, TargetStandings } from "./targets.type.js";
import { readTemplate, readTemplates } from "./template-facts.js";
import type { TemplateFacts } from "./template-facts.js";

/** One target with the period it is measured in. */
export type Measured = { facts: TemplateFacts; target: Target; period: string; window: Window };

/** A target in its own period around those days. */
export function measured(facts: TemplateFacts, target: Target, around: Window, today: LocalDate): Measured {
  const period = targetPeriod(target, around, today);
  return { facts, target, period, window: targetWindow(period) };
}

/** From the first day of any to the last. */
function spanOf(windows: readonly Window[]): Window {
  const starts = windows.map(({ start }) => start).sort();
  const ends = windows.map(({ end }) => end).sort();
  return { start: starts[0]!, end: ends.at(-1)! };
}

/** Kept numbers of the templates and windows of these targets, all in two statements. */
export async function readExact(
  work: Work,
  targets: readonly Measured[],
  chapterIds: readonly string[],
  of: "duties" | "all",
) {
  if (targets.length === 0) return { kept: { closed: [], unclosed: [] }, sums: [] };
  const templateIds = [...new Set(targets.map(({ facts }) => facts.id))];
  const question = { templateIds, chapterIds, window: spanOf(targets.map(({ window }) => window)), of };
  return { kept: await readKept(work, question), sums: await readMonthlySums(work, question) };
}

/** The targets of the core set for the own chapter, in the period of today of each, exact. Throws FORBIDDEN for a seat in no chapter. */
export async function ownTargets(work: Work): Promise<OwnTargets[]> {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  const { today } = work;
  const core = (await readTemplates(work)).filter(({ corePosition }) => corePosition !== null);
  const all = core.flatMap((facts) =>
    facts.definition.targets.map((target) => measured(facts, target, { start: today, end: today }, today)),
  );
  const exact = await readExact(work, all, [chapterId], "all");
  const own = new Set([chapterId]);
  return core.map((facts) => ({
    templateId: facts.id,
    targets: all
      .filter((one) => one.facts === facts)
      .map((one) => ({
        target: one.target,
        period: one.period,
        threshold: one.target.threshold,
        progress: targetProgress({ ...one, today }, exactFacts({ ...one, today }, exact, own)),
      })),
  }));
}

type Shown = Pick<TargetStanding, "rows" | "total">;

function standing({ target, period }: Pick<Measured, "target" | "period">, { rows, total }: Shown): TargetStanding {
  return {
    target,
    period,
    threshold: target.threshold,
    rows,
    total: isRatioTarget(target) ? total : null,
  };
}

async function liveStandings(work: Work, targets: readonly Measured[], scope: Scope): Promise<TargetStanding[]> {
  const { today } = work;
  const exact = await readExact(
    work,
    targets,
    scope.chapters.map(({ id }) => id),
    "duties",
  );
  return targets.map((one) => {
    const chapters = openIn(scope.chapters, one.window);
    const of = (chapterIds: readonly string[]): TargetProgress =>
      targetProgress({ ...one, today }, exactFacts({ ...one, today }, exact, new Set(chapterIds)));
    return standing(one, {
      rows: chapters.map((chapter) => ({ chapter: chapterRef(chapter), progress: of([chapter.id]) })),
      total: of(chapters.map(({ id }) => id)),
    });
  });
}

/** Targets that count persons, from what is published of a day. */
export async function publishedStandings(
  work: Work,
  { facts, targets, snapshot }: { facts: TemplateFacts; targets: readonly Target[]; snapshot: Snapshot },
  scope: Scope,
): Promise<TargetStanding[]> {
  if (targets.length === 0) return [];
  const window = snapshotWindow(snapshot);
  const chapterIds = scope.chapters.map(({ id }) => id);
  const published = await readPublished(work, {
    of: [{ templateId: facts.id, on: snapshot.on }],
    unit: scope.unit,
    chapterIds,
  });
  const measures = (unitId: string) => published.get(publishedKey(facts.id, unitId));
  const all = publishedTotal(scope, measures);
  return targets.map((asked) => {
    const target = targetOfMonths(asked, snapshot.months);
    const of = (counts: PublishedMeasures | undefined): TargetProgress =>
      targetProgress({ target, window, today: work.today }, publishedFacts({ facts, target }, counts));
    const shown = standing(
      { target, period: snapshotPeriod(snapshot) },
      {
        // a chapter that came after the snapshot is not in it
        rows: scope.chapters
          .filter(({ id }) => measures(id))
          .map((chapter) => ({ chapter: chapterRef(chapter), progress: of(measures(chapter.id)) })),
        total: all ? of(all) : null,
      },
    );
    return { ...shown, target: asked };
  });
}

/** The days looked at: those of the period asked for, or today. BAD_REQUEST for a period that is none, or not of this template. */
function aroundOf({ aboutMember }: TemplateFacts, period: string | null, today: LocalDate): Window {
  if (period === null || aboutMember) return { start: today, end: today };
  const window = snapshotOf(period) ? null : windowOf(period);
  if (!window) throw new AppError("BAD_REQUEST");
  return window;
}

/**
 * The targets of a template's version in force, for each chapter of the reach and for all. Duties are live; what counts persons is read
 * from the newest published snapshot (of a template about members: the one asked for), also for the own chapter, as in `compare`,
 * and throws as it does.
 */
export async function targetStandings(work: Work, question: ComparisonQuestion): Promise<TargetStandings> {
  const { today } = work;
  const facts = await readTemplate(work, question.templateId);
  const around = aroundOf(facts, question.period ?? null, today);
  const scopes = await scopesOf(work, question.regionId, question.group);
  const { targets } = facts.definition;
  const counted = targets.filter((target) => fromPublished(facts, target));
  const snapshot = chosenSnapshot(facts, facts.aboutMember ? (question.period ?? null) : null, today);
  const duties = targets.filter((target) => !counted.includes(target));
  const standings = [
    ...(await liveStandings(
      work,
      duties.map((target) => measured(facts, target, around, today)),
      scopes.on(question.membership === "AS_WAS" ? lastDayOf(around, today) : today),
    )),
    // its totals were added up over the regions of that day
    ...(await publishedStandings(work, { facts, targets: counted, snapshot }, scopes.on(snapshot.on))),
  ];
  const place = new Map(targets.map(({ key }, i) => [key, i]));
  return {
    targets: standings.toSorted((a, b) => place.get(a.target.key)! - place.get(b.target.key)!),
    referenceDate: today,
  };
}
