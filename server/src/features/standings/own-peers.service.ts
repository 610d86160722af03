import type { Counts } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Share } from "./counts.type.js";
import { judged, readKept, within } from "./kept.js";
import type { Kept } from "./kept.js";
import { readPeerGroups, shownOf, sumPublished } from "./peers.js";
import type { PeerChapters } from "./peers.js";
import type { OwnPeerGroup, OwnPeers } from "./peers.type.js";
import { ownPeriods, rhythmOf, snapshotOf, windowOf } from "./periods.js";
import type { Window } from "./periods.js";
import { publishedKey, readPublished } from "./published.js";
import { shownExact, shownPublished } from "./shown-counts.js";
import { comparedTemplate, readTemplates } from "./template-facts.js";
import type { TemplateFacts } from "./template-facts.js";

/** Fewer others than this are not told of as one: two of them could be told apart by a third. */
const LEAST_OTHERS = 3;

/** A template in one of the periods it may be told in. */
type Asked = { facts: TemplateFacts; period: string; window: Window };
type Told = { chapters: number; onTime: number; late: number; missed: number };
type Row = Told & { place: number };

const HIDDEN: Share = { numerator: null, denominator: null, share: null };

/** This period and the one before: what has only begun says nothing yet. Of what counts persons, the newest snapshot. */
function periodsOf(facts: TemplateFacts, today: string): Asked[] {
  const periods = facts.aboutMember
    ? comparedTemplate(facts, today).periods.slice(0, 1)
    : ownPeriods(rhythmOf(facts.definition), facts.since ?? today, today).slice(0, 2);
  return periods.map((period) => ({ facts, period, window: windowOf(period)! }));
}

/** What the others of one's size have done of duties, pooled in the database: their rows are nobody's but theirs. */
async function readOthers(work: Work, duties: readonly Asked[]): Promise<Map<Asked, Told>> {
  const rows = await work.query<Row>(
    `select place, chapters, on_time as "onTime", late, missed from authz.peer_standings($1::uuid[], $2::date[], $3::date[])`,
    [
      duties.map(({ facts }) => facts.id),
      duties.map(({ window }) => window.start),
      duties.map(({ window }) => window.end),
    ],
  );
  return new Map(rows.map((row) => [duties[row.place - 1]!, row]));
}

function readOwn(work: Work, asked: readonly Asked[], chapterId: string): Promise<Kept> {
  const starts = asked.map(({ window }) => window.start).sort();
  const ends = asked.map(({ window }) => window.end).sort();
  return readKept(work, {
    templateIds: [...new Set(asked.map(({ facts }) => facts.id))],
    chapterIds: [chapterId],
    window: { start: starts[0]!, end: ends.at(-1)! },
    of: "all",
  });
}

const ratio = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  share: denominator > 0 ? numerator / denominator : null,
});

type Own = { chapterId: string; group: PeerChapters; counts: (asked: Asked) => Counts };

/** The others' published numbers added up, where every one of them is shown. */
async function besidePublished(work: Work, asked: Asked, { chapterId, group, counts }: Own): Promise<OwnPeers> {
  const { facts, period } = asked;
  const day = snapshotOf(period)!.on;
  const others = group.chapterIds.filter((id) => id !== chapterId);
  const published = await readPublished(work, {
    of: [{ templateId: facts.id, on: day }],
    unit: { kind: "CHAPTER", id: chapterId },
    chapterIds: others,
  });
  const there = shownOf(others.map((id) => published.get(publishedKey(facts.id, id))));
  const { timeliness } = shownPublished(sumPublished(there));
  const known = there.length >= LEAST_OTHERS && timeliness.share !== null;
  return {
    templateId: facts.id,
    period,
    fromSnapshot: true,
    referenceDate: day,
    own: shownExact(counts(asked)).timeliness,
    others: known ? timeliness : HIDDEN,
    chapters: known ? there.length : null,
  };
}

function besideDuties(asked: readonly Asked[], others: ReadonlyMap<Asked, Told>, own: Own, today: string): OwnPeers {
  const shares = asked.map((one) => ({ one, own: shownExact(own.counts(one)).timeliness, told: others.get(one) }));
  const chosen =
    shares.find((share) => share.own.denominator !== 0) ?? shares.find(({ told }) => told !== undefined) ?? shares[0]!;
  const { told } = chosen;
  return {
    templateId: chosen.one.facts.id,
    period: chosen.one.period,
    fromSnapshot: false,
    referenceDate: today,
    own: chosen.own,
    others: told ? ratio(told.onTime, told.onTime + told.late + told.missed) : HIDDEN,
    chapters: told?.chapters ?? null,
  };
}

/**
 * The own chapter, exact, beside the other chapters of its size as one sum: duties as they stand today, counts of persons from the
 * newest snapshot. Null for a chapter in no group. Throws FORBIDDEN for a seat in no chapter.
 */
export async function ownPeers(work: Work): Promise<OwnPeerGroup | null> {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  const { today } = work;
  const found = (await readPeerGroups(work)).find(({ chapterIds }) => chapterIds.includes(chapterId));
  if (!found) return null;
  const core = (await readTemplates(work)).filter(({ corePosition }) => corePosition !== null);
  const asked = core.map((facts) => periodsOf(facts, today)).filter((periods) => periods.length > 0);
  if (asked.length === 0) return { group: found, templates: [] };
  const kept = await readOwn(work, asked.flat(), chapterId);
  const own: Own = {
    chapterId,
    group: found,
    counts: ({ facts, window }) =>
      judged(kept, today, (cell) => cell.templateId === facts.id && within(window, cell.month)),
  };
  const others = await readOthers(
    work,
    asked.flat().filter(({ facts }) => !facts.aboutMember),
  );
  const templates: OwnPeers[] = [];
  for (const periods of asked)
    templates.push(
      periods[0]!.facts.aboutMember
        ? await besidePublished(work, periods[0]!, own)
        : besideDuties(periods, others, own, today),
    );
  return { group: found, templates };
}
