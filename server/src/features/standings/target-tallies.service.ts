import { isRatioTarget, targetProgress } from "@varde/domain";
import type { TargetProgress } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { groupBy } from "./group-by.js";
import { openIn, scopeOf } from "./scope.js";
import type { Scope } from "./scope.js";
import { exactFacts, fromPublished } from "./target-sources.js";
import type { TargetTally } from "./target-tallies.type.js";
import { measured, readExact, targetStandings } from "./targets.service.js";
import type { Measured } from "./targets.service.js";
import { comparedTemplate, readTemplates } from "./template-facts.js";
import type { TemplateFacts } from "./template-facts.js";

type Tally = Pick<TargetTally, "reached" | "onTrack" | "behind" | "over" | "tooFew" | "notYet" | "hidden">;

const WORDS = {
  REACHED: "reached",
  ON_TRACK: "onTrack",
  BEHIND: "behind",
  TOO_FEW: "tooFew",
  NOT_YET: "notYet",
} as const;

function placeOf({ status, numerator, over }: TargetProgress): keyof Tally {
  if (numerator === null) return "hidden";
  return status === "BEHIND" && over ? "over" : WORDS[status];
}

function tallied(all: readonly TargetProgress[]): Tally {
  const tally: Tally = { reached: 0, onTrack: 0, behind: 0, over: 0, tooFew: 0, notYet: 0, hidden: 0 };
  for (const progress of all) tally[placeOf(progress)] += 1;
  return tally;
}

/** Duties: kept numbers of all targets at once, parted by chapter before they are judged, so that each row is looked at once a target. */
async function liveTallies(work: Work, targets: readonly Measured[], scope: Scope): Promise<TargetTally[]> {
  const { today } = work;
  const ids = scope.chapters.map(({ id }) => id);
  const all = await readExact(work, targets, ids, "duties");
  const chapterOf = ({ chapterId }: { chapterId: string }): string => chapterId;
  const [closed, unclosed, sums] = [
    groupBy(all.kept.closed, chapterOf),
    groupBy(all.kept.unclosed, chapterOf),
    groupBy(all.sums, chapterOf),
  ];
  const own = (id: string) => ({
    kept: { closed: closed.get(id) ?? [], unclosed: unclosed.get(id) ?? [] },
    sums: sums.get(id) ?? [],
  });
  return targets.map((one) => {
    const { facts, target, period } = one;
    const open = openIn(scope.chapters, one.window).map(({ id }) => id);
    const progress = (from: typeof all, of: readonly string[]): TargetProgress =>
      targetProgress({ ...one, today }, exactFacts({ ...one, today }, from, new Set(of)));
    return {
      template: comparedTemplate(facts, today),
      target,
      period,
      threshold: target.threshold,
      total: isRatioTarget(target) ? progress(all, open) : null,
      fromSnapshot: false,
      referenceDate: today,
      ...tallied(open.map((id) => progress(own(id), [id]))),
    };
  });
}

/** What counts persons, as `targetStandings` reads it; its period ends with the snapshot's day. */
async function publishedTallies(work: Work, facts: TemplateFacts): Promise<TargetTally[]> {
  const keys = new Set(facts.definition.targets.filter((target) => fromPublished(facts, target)).map(({ key }) => key));
  if (keys.size === 0) return [];
  const { targets } = await targetStandings(work, { templateId: facts.id, period: null, regionId: null });
  return targets
    .filter(({ target }) => keys.has(target.key))
    .map(({ target, period, threshold, total, rows }) => ({
      template: comparedTemplate(facts, work.today),
      target,
      period,
      threshold,
      total,
      fromSnapshot: true,
      referenceDate: period.slice(-"YYYY-MM-DD".length),
      ...tallied(rows.map(({ progress }) => progress)),
    }));
}

/**
 * How many chapters of the reach stand how to each target of the core set, in the order of the set. Duties are live; what counts persons
 * is from the newest snapshot, and what is hidden there is counted as hidden. Throws FORBIDDEN for a chapter's seat.
 */
export async function targetTallies(work: Work): Promise<TargetTally[]> {
  if (seated(work).unitKind === "CHAPTER") throw new AppError("FORBIDDEN");
  const { today } = work;
  const scope = await scopeOf(work, null);
  const core = (await readTemplates(work)).filter(({ corePosition }) => corePosition !== null);
  const duties = core.flatMap((facts) =>
    facts.definition.targets
      .filter((target) => !fromPublished(facts, target))
      .map((target) => measured(facts, target, { start: today, end: today }, today)),
  );
  const live = await liveTallies(work, duties, scope);
  const told: TargetTally[] = [];
  for (const facts of core) {
    const published = await publishedTallies(work, facts);
    const own = [...live.filter(({ template }) => template.id === facts.id), ...published];
    const place = new Map(facts.definition.targets.map(({ key }, i) => [key, i]));
    told.push(...own.toSorted((a, b) => place.get(a.target.key)! - place.get(b.target.key)!));
  }
  return told;
}
