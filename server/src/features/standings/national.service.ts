import { addMonths, memberProgress } from "@varde/domain";
import type { LocalizedText, MemberGoal } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { capMinutesOf, publishedPerMonth, readCosts, secondsOf } from "../templates/index.js";
import { groupBy } from "./group-by.js";
import { reachKeys } from "./kept.js";
import type {
  BurdenOutlook,
  MemberCount,
  MemberGoalProgress,
  NationalOverview,
  VersionAdoption,
} from "./national.type.js";

const POINTS = 20;
const MONTHS = 12;

/** What national wants to know of the whole. A fixed number of statements; the database does the counting. Throws FORBIDDEN below national. */
export async function nationalOverview(work: Work): Promise<NationalOverview> {
  if (seated(work).unitKind !== "ORGANIZATION") throw new AppError("FORBIDDEN");
  const open = await readOpen(work);
  const versions = await readVersions(work);
  return {
    memberGoal: await readMemberGoal(work),
    adoption: adoptionOf(versions, await readHeld(work, open.all), open.all.length),
    burden: await readBurden(work, versions, open.boards),
  };
}

async function readMemberGoal(work: Work): Promise<MemberGoalProgress | null> {
  const { organizationId } = seated(work);
  const [row] = await work.query<{ goal: MemberGoal | null; points: MemberCount[] }>(
    `select case when o.member_goal is not null then json_build_object('members', o.member_goal, 'on', o.member_goal_on,
              'startMembers', o.member_goal_start, 'startOn', o.member_goal_start_on) end as goal,
            coalesce((select json_agg(json_build_object('on', p.snapshot_on, 'members', p.value) order by p.snapshot_on)
                        from (select * from app.published_membership t where t.organization_id = $1 and t.unit_kind = 'ORGANIZATION' and t.unit_id = $1
                                 and t.measure = 'ACTIVE' order by t.snapshot_on desc limit ${POINTS}) p), '[]') as points
       from app.organization o where o.id = $1`,
    [organizationId],
  );
  if (!row?.goal) return null;
  return { goal: row.goal, points: row.points, ...memberProgress(row.goal, row.points) };
}

type OpenChapters = { all: string[]; boards: string[] };

/** The chapters that are open today, and those of them that have a board: members without a chapter have none. */
async function readOpen(work: Work): Promise<OpenChapters> {
  const [row] = await work.query<OpenChapters>(
    `select coalesce(array_agg(c.id), '{}') as all, coalesce(array_agg(c.id) filter (where not c.direct_members), '{}') as boards
       from app.chapter c where c.organization_id = $1 and c.opened_on <= $2 and (c.closed_on is null or c.closed_on > $2)`,
    [seated(work).organizationId, work.today],
  );
  return row!;
}

type VersionRow = {
  id: string;
  templateId: string;
  major: number;
  minor: number;
  state: "PILOT" | "PUBLISHED" | "CLOSING" | "CLOSED";
  name: LocalizedText;
  corePosition: number | null;
};
type HeldRow = { versionId: string; coming: boolean; n: number };

/** Every version that boards have seen, the newest of each template first; the core set first, then by name. */
const readVersions = (work: Work): Promise<VersionRow[]> =>
  work.query<VersionRow>(
    `select v.id, v.template_id as "templateId", v.major, v.minor, v.state, v.definition -> 'name' as name, t.core_position as "corePosition"
       from app.template_version v join app.touchpoint_template t on t.organization_id = $1 and t.id = v.template_id
      where v.organization_id = $1 and v.state <> 'DRAFT'
      order by t.core_position nulls last, lower(v.definition -> 'name' ->> 'nb'), v.template_id, v.major desc, v.minor desc`,
    [seated(work).organizationId],
  );

/** How many of the chapters have each version today, and how many get it from a day that is decided. */
const readHeld = (work: Work, chapterIds: readonly string[]): Promise<HeldRow[]> =>
  work.query<HeldRow>(
    `select r.version_id as "versionId", r.from_day > $2 as coming, count(*)::int as n from app.rollout_chapter r
      where r.organization_id = $1 and r.chapter_id = any ($3::uuid[])
        and (r.until_day is null or (r.until_day > $2 and r.until_day > r.from_day)) group by 1, 2`,
    [seated(work).organizationId, work.today, chapterIds],
  );

/**
 * Versions and chapters, never persons: also of a template about members it is only said who has which version. The database counts
 * chapters by version; what is added up here does not grow with them.
 */
function adoptionOf(
  versions: readonly VersionRow[],
  held: readonly HeldRow[],
  chapterCount: number,
): VersionAdoption[] {
  const has = new Map(held.map((row) => [`${row.versionId}/${row.coming}`, row.n]));
  const n = (version: VersionRow, coming = false): number => has.get(`${version.id}/${coming}`) ?? 0;
  return [...groupBy(versions, ({ templateId }) => templateId).values()].flatMap((of) => {
    const newest = of.find(({ state }) => state === "PUBLISHED");
    if (!newest) return [];
    const all = of.reduce((sum, version) => sum + n(version), 0);
    const coming = n(newest, true);
    if (all + coming === 0) return [];
    const trying = of.reduce((sum, version) => sum + (version.state === "PILOT" ? n(version) : 0), 0);
    return {
      templateId: newest.templateId,
      versionId: newest.id,
      versionNumber: `${newest.major}.${newest.minor}`,
      name: newest.name,
      newest: n(newest),
      older: all - n(newest) - trying,
      trying,
      without: chapterCount - all,
      coming,
    };
  });
}

/** What a template costs now: its newest published version, else the newest that is closing. */
function costsByTemplate(versions: readonly VersionRow[], costs: Awaited<ReturnType<typeof readCosts>>) {
  return [...groupBy(versions, ({ templateId }) => templateId)].flatMap(([templateId, of]) => {
    const one = of.find(({ state }) => state === "PUBLISHED") ?? of.find(({ state }) => state === "CLOSING");
    const cost = one && costs.get(one.id);
    return cost ? [{ templateId, ...cost }] : [];
  });
}

type BurdenRow = { month: string; seconds: number; aboveCap: number };

/**
 * Seconds by month of the first deadline, from kept numbers of duties and a twelfth of the year's published numbers of what is about
 * members, a hidden one by the middle of what it may be: as before a roll-out.
 */
const BURDEN = `
with cost (template_id, report, period) as (select * from unnest($1::uuid[], $2::float8[], $3::float8[])),
months as (select generate_series($5::date, $6::date, interval '1 month')::date as month),
asked as (
  select d.chapter_id, d.month, d.n * case when d.period_report then c.period else c.report end as seconds from (
    select chapter_id, month, template_id, period_report, on_time + late as n from app.standing where reach_key = any ($4::text[]) and month between $5 and $6
    union all
    select chapter_id, month, template_id, period_report, n from app.standing_unclosed where reach_key = any ($4::text[]) and month between $5 and $6) d
    join cost c on c.template_id = d.template_id
  union all
  select p.chapter_id, m.month, p.seconds from unnest($7::uuid[], $8::float8[]) p (chapter_id, seconds) cross join months m
), chapter as (select chapter_id, month, sum(seconds) as seconds from asked group by 1, 2)
select to_char(month, 'YYYY-MM') as month, sum(seconds)::float8 as seconds, count(*) filter (where seconds > $9 * 60)::int as "aboveCap"
  from chapter group by 1`;

async function readBurden(
  work: Work,
  versions: readonly VersionRow[],
  boards: readonly string[],
): Promise<BurdenOutlook> {
  const cap = await capMinutesOf(work);
  const costs = await readCosts(work);
  const each = costsByTemplate(versions, costs);
  const persons = [...secondsOf(await publishedPerMonth(work, boards, work.today), costs)];
  const thisMonth = `${work.today.slice(0, 7)}-01`;
  const months = Array.from({ length: MONTHS }, (_, i) => addMonths(thisMonth, i + 1 - MONTHS));
  const rows = await work.query<BurdenRow>(BURDEN, [
    each.map(({ templateId }) => templateId),
    each.map(({ report }) => report),
    each.map(({ period }) => period),
    reachKeys(boards, "duties"),
    months[0],
    thisMonth,
    persons.map(([chapterId]) => chapterId),
    persons.map(([, seconds]) => seconds),
    cap,
  ]);
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  return {
    capMinutes: cap,
    chapterCount: boards.length,
    months: months.map((start) => {
      const month = start.slice(0, 7);
      const row = byMonth.get(month);
      const hours = boards.length > 0 ? (row?.seconds ?? 0) / 3600 / boards.length : 0;
      return { month, average: Math.round(hours * 100) / 100, aboveCap: row?.aboveCap ?? 0 };
    }),
  };
}
