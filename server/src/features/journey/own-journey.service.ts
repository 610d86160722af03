import { addMonths, isActivated, JOURNEY_STAGES, matureCohort, pathOf, stageOn } from "@varde/domain";
import type { JourneyFacts, LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { ownChapter, readSetting } from "../participation/index.js";
import type { JourneyCohort, JourneyPath, OwnJourney } from "./journey.type.js";

/** Members of whom the same is known, counted: most of a large chapter are alike. */
type Alike = JourneyFacts & { joinedHere: boolean; n: number };

/** Moved, dead and double members are no part of the journey; one who moved in goes on where they were, but is not followed. */
function readFacts(work: Work, chapterId: string): Promise<Alike[]> {
  return work.query<Alike>(
    `with kept as (
       select exists (select 1 from app.member_fee f where f.chapter_id = $1 and f.paid_on is not null and f.year >= extract(year from $2::date) - 1) as fees
     ), came as (
       select a.member_id, min(a.held_on) as first_on, count(*)::int as times, (count(*) filter (where a.held_on > $3))::int as lately
         from app.attendance a where a.chapter_id = $1 and a.held_on <= $2 group by 1
     )
     select m.joined_on as "joinedOn", m.left_on as "leftOn", c.first_on as "firstCameOn", coalesce(c.times, 0) as times,
            coalesce(c.lately, 0) as "timesLastYear", case when kept.fees then f.paid_on is not null end as "feePaid",
            m.joined_chapter_on = m.joined_on as "joinedHere", count(*)::int as n
       from app.member m cross join kept
       left join came c on c.member_id = m.id
       left join app.member_fee f on f.chapter_id = m.chapter_id and f.member_id = m.id and f.year = extract(year from $2::date) and f.paid_on <= $2
      where m.chapter_id = $1 and coalesce(m.end_reason, 'LEFT') in ('LEFT', 'AGED_OUT')
      group by 1, 2, 3, 4, 5, 6, 7`,
    [chapterId, work.today, addMonths(work.today, -12)],
  );
}

function cohortOf(facts: readonly Alike[], today: LocalDate, since: LocalDate): JourneyCohort | null {
  const days = matureCohort(today, since);
  if (!days) return null;
  const followed = facts.filter((one) => one.joinedHere && one.joinedOn >= days.from && one.joinedOn <= days.to);
  const paths = new Map<string, JourneyPath>();
  let [joined, activated] = [0, 0];
  for (const one of followed) {
    const { lane, ending } = pathOf(one, today);
    const path = paths.get(`${lane}/${ending}`) ?? { lane, ending, count: 0 };
    paths.set(`${lane}/${ending}`, { ...path, count: path.count + one.n });
    joined += one.n;
    if (isActivated(one)) activated += one.n;
  }
  return { ...days, joined, activated, paths: [...paths.values()] };
}

/** The own chapter's members by stage today, and what came of those who joined. */
export async function ownJourney(work: Work): Promise<OwnJourney> {
  const chapterId = ownChapter(work);
  const { today } = work;
  const setting = await readSetting(work);
  const [chapter] = await work.query<{ opened: LocalDate }>(
    `select opened_on as opened from app.chapter where organization_id = $1 and id = $2`,
    [seated(work).organizationId, chapterId],
  );
  const facts = await readFacts(work, chapterId);
  const byStage = new Map(JOURNEY_STAGES.map((stage) => [stage, 0]));
  for (const one of facts) {
    const stage = stageOn(one, today);
    if (stage) byStage.set(stage, (byStage.get(stage) ?? 0) + one.n);
  }
  return {
    referenceDate: today,
    setting,
    stages: [...byStage].map(([stage, count]) => ({ stage, count })),
    cohort: setting.byName ? cohortOf(facts, today, setting.since ?? chapter?.opened ?? today) : null,
  };
}
