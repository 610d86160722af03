import { addDays } from "@varde/domain";
import type { Language, LocalDate, ReportFacts } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { statusCondition } from "../touchpoints/index.js";

/** Meetings, and practices, that are told of by name. */
const MOST_TOLD = 4;

const DONE = "t.closed_at is not null and not t.taken_over";
const MISSED = statusCondition("MISSED", () => "authz.today()");

/**
 * What the own chapter did in a year, counted now, in one statement. Persons are counted for a seat that sees them; for another they are
 * null. `$1` organization, `$2` chapter, `$3` and `$4` the first and last day counted, `$5` the year, `$6` the language.
 */
const FACTS = `
select c.name as "chapterName", o.grant_age as "grantAge",
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.holder_name, 'leader', s.role = 'CHAPTER_LEADER', 'from', s.valid_from, 'to', s.valid_to - 1)
              order by s.role = 'CHAPTER_LEADER' desc, s.valid_from, s.holder_name, s.id)
     from app.seat s where s.organization_id = $1 and s.chapter_id = $2 and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
      and s.valid_from <= $4 and (s.valid_to is null or s.valid_to > greatest($3, s.valid_from))), '[]') as board,
  (select jsonb_build_object('total', count(*), 'paid', count(*) filter (where f.paid_on is not null),
                             'young', count(*) filter (where $5 - m.birth_year < o.grant_age))
     from app.member m left join app.member_fee f on f.chapter_id = m.chapter_id and f.member_id = m.id and f.year = $5
    where m.chapter_id = $2 and m.joined_chapter_on <= $4 and (m.left_on is null or m.left_on > $4) and m.end_reason is distinct from 'MERGED') as members,
  (select jsonb_build_object('board', count(*) filter (where kind = 'BOARD_MEETING'), 'members', count(*) filter (where kind = 'MEMBER_MEETING'),
                             'annual', count(*) filter (where kind = 'ANNUAL_MEETING'), 'gatherings', count(*) filter (where kind = 'GATHERING'),
                             'came', coalesce(sum(attendance) filter (where kind in ('MEMBER_MEETING', 'GATHERING')), 0))
     from app.meeting where chapter_id = $2 and held_on between $3 and $4 and cancelled_at is null) as meetings,
  coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'title', h.title, 'heldOn', h.held_on, 'came', h.attendance) order by h.held_on, h.id)
     from (select * from app.meeting where chapter_id = $2 and held_on between $3 and $4 and cancelled_at is null and kind in ('MEMBER_MEETING', 'GATHERING')
              and title is not null order by attendance desc nulls last, held_on, id limit ${MOST_TOLD}) h), '[]') as highlights,
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'nr', r.nr, 'activity', r.activity, 'state', r.status, 'learnt', r.learnt) order by r.position, r.id)
     from app.action_plan p join app.action_plan_row r on r.chapter_id = p.chapter_id and r.plan_id = p.id
    where p.chapter_id = $2 and p.year = $5 and r.removed_at is null and r.activity <> ''), '[]') as plan,
  coalesce((select jsonb_agg(jsonb_build_object('id', d.template_id, 'name', coalesce(v.definition -> 'name' ->> $6, v.definition -> 'name' ->> 'nb'), 'aboutMember', d.about_member,
                'done', d.done, 'of', d.done + d.missed,
                'target', (select (x ->> 'threshold')::float from jsonb_array_elements(v.definition -> 'targets') x where x ->> 'kind' = 'COMPLETION' limit 1))
              order by t.core_position nulls last, lower(v.definition -> 'name' ->> 'nb'), d.template_id)
     from (select t.template_id, bool_or(t.about_member) as about_member, count(*) filter (where ${DONE}) as done, count(*) filter (where ${MISSED}) as missed
             from app.touchpoint t where t.chapter_id = $2 and t.first_due_on between $3 and $4 and not t.period_report group by 1) d
     join app.touchpoint_template t on t.organization_id = $1 and t.id = d.template_id
     join lateral (select v.definition from app.template_version v where v.organization_id = $1 and v.template_id = t.id and v.state <> 'DRAFT'
                    order by (v.state = 'PUBLISHED') desc, v.major desc, v.minor desc limit 1) v on true
    where d.done + d.missed > 0), '[]') as tasks,
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'text', a.text) order by a.decided_at, a.id)
     from (select * from app.practice where organization_id = $1 and chapter_id = $2 and state = 'SHOWN'
              and (decided_at at time zone 'Europe/Oslo')::date between $3 and $4 order by decided_at desc, id limit ${MOST_TOLD}) a), '[]') as practices
  from app.chapter c join app.organization o on o.id = c.organization_id where c.organization_id = $1 and c.id = $2`;

type Row = Omit<ReportFacts, "year" | "until" | "members"> & {
  grantAge: number;
  members: { total: number; paid: number; young: number };
};

/** The last day of a year that can be counted: its last, or today. */
export const untilOf = (year: number, today: LocalDate): LocalDate =>
  today < `${year}-12-31` ? today : `${year}-12-31`;

/** The facts of a year of the own chapter. A year that has not begun is counted up to the day before it, and so is empty. */
export async function readFacts(work: Work, chapterId: string, year: number, language: Language): Promise<ReportFacts> {
  const { organizationId, caps } = seated(work);
  const start = `${year}-01-01`;
  const until = work.today < start ? addDays(start, -1) : untilOf(year, work.today);
  const [row] = await work.query<Row>(FACTS, [organizationId, chapterId, start, until, year, language]);
  const { grantAge, ...facts } = row!;
  const seesPersons = caps.has("MEMBER_READ");
  return {
    ...facts,
    year,
    until,
    members: seesPersons ? { ...facts.members, grantAge } : null,
    tasks: facts.tasks.filter(({ aboutMember }) => seesPersons || !aboutMember),
  };
}
