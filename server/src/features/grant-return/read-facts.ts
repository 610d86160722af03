import { COUNTIES } from "@varde/domain";
import type { GrantBoardMember, GrantPaper, GrantReturnFacts, Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { countedFor } from "./counting.js";
import { readSetting } from "./setting.service.js";

type Row = {
  name: string;
  county: string;
  municipalities: string[];
  electedOn: string | null;
  board: GrantBoardMember[];
  plan: boolean;
  annualReport: boolean;
  readsMembers: boolean;
};
/** Something the chapter did for members, that the board may tell of. `title` is null where a meeting has none. */
export type GrantSuggestion = { on: string; title: string | null; came: number | null };
const MOST_SUGGESTED = 8;

/** What the register says of the asker's own chapter for a basis year. */
export async function readGrantFacts(work: Work, chapterId: string, year: number): Promise<GrantReturnFacts> {
  const [row] = await work.query<Row>(
    `select c.name, c.county, c.municipalities,
            (select max(m.held_on) from app.meeting m where m.chapter_id = c.id and m.kind = 'ANNUAL_MEETING' and m.cancelled_at is null
               and m.held_on <= authz.today()) as "electedOn",
            coalesce((select jsonb_agg(jsonb_build_object('name', s.holder_name, 'role', s.role) order by s.role desc, lower(s.holder_name))
               from app.seat s where s.organization_id = c.organization_id and s.chapter_id = c.id and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
                and s.valid_from <= make_date($3, 12, 31) and (s.valid_to is null or s.valid_to > make_date($3, 12, 31))), '[]') as board,
            exists (select 1 from app.action_plan p where p.chapter_id = c.id and p.year in ($3, $3 + 1) and p.state <> 'DRAFT') as plan,
            exists (select 1 from app.annual_report a where a.chapter_id = c.id and a.year = $3 and a.version > 0) as "annualReport",
            c.id = any (authz.units('MEMBER_READ')) as "readsMembers"
       from app.chapter c where c.organization_id = $1 and c.id = $2`,
    [seated(work).organizationId, chapterId, year],
  );
  if (!row) throw new AppError("NOT_FOUND");
  // who may not see members yet would count none, and could sign it
  if (!row.readsMembers) throw new AppError("FORBIDDEN");
  const { papers } = await readSetting(work);
  const held: Partial<Record<GrantPaper, boolean>> = { PLAN: row.plan, ANNUAL_REPORT: row.annualReport };
  return {
    year,
    chapterName: row.name,
    county: COUNTIES.find(({ code }) => code === row.county)?.name ?? "",
    municipalities: row.municipalities,
    electedOn: row.electedOn,
    board: row.board,
    papers: papers.map((paper) => ({ paper, inRegister: held[paper] ?? false })),
    ...(await countedFor(work, chapterId, year)),
  };
}

/**
 * What the chapter held for members in the year, newest first: its meetings, and what it reported that somebody came to. A board meeting
 * is no activity for members.
 */
export const readSuggestions = (
  work: Work,
  chapterId: string,
  year: number,
  language: Language,
): Promise<GrantSuggestion[]> =>
  work.query<GrantSuggestion>(
    `with reported as (
       select t.meeting_id, coalesce(v.definition -> 'name' ->> $3, v.definition -> 'name' ->> 'nb') as title, f.came,
              coalesce(f.day, (t.closed_at at time zone 'Europe/Oslo')::date) as day
         from app.touchpoint t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
        cross join lateral (
          select max((t.answers ->> (d.field ->> 'key'))::numeric) filter (where jsonb_typeof(t.answers -> (d.field ->> 'key')) = 'number'
                   and (d.field ->> 'type' = 'NUMBER' and d.field ->> 'counts' = 'PERSONS' or d.field ->> 'source' = 'MEETING_ATTENDANCE'))::int as came,
                 min((t.answers ->> (d.field ->> 'key'))::date) filter (where d.field ->> 'type' = 'DATE') as day
            from jsonb_array_elements(v.definition -> 'reportFields') d (field)) f
        where t.chapter_id = $1 and not t.about_member and not t.period_report and not t.taken_over and t.closed_at is not null
          and t.emptied_at is null and t.waived_at is null and t.cancelled_at is null and f.came > 0
          and t.first_due_on between make_date($2 - 1, 7, 1) and make_date($2 + 1, 6, 30)),
     told as (
       select m.id, m.title is null as after, m.held_on as day, coalesce(m.title, (select r.title from reported r where r.meeting_id = m.id limit 1)) as title, m.attendance as came
         from app.meeting m where m.chapter_id = $1 and m.kind in ('GATHERING', 'MEMBER_MEETING') and m.cancelled_at is null
       union all select null, true, r.day, r.title, r.came from reported r where r.meeting_id is null)
     select day as on, title, came from told
      where day between make_date($2, 1, 1) and make_date($2, 12, 31) and day <= authz.today()
      order by (title is null), after, day desc, id limit ${MOST_SUGGESTED}`,
    [chapterId, year, language],
  );
