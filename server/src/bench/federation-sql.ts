/** Three years. */
export const HISTORY_DAYS = 1_095;

const CHAPTERS = `
with c as (select organization_id, id, (row_number() over (order by name) - 1)::int as n from app.chapter where organization_id = $1)`;

const FIRST =
  "array['Anna','Bjørn','Camilla','Dina','Eirik','Frida','Geir','Hanne','Ivar','Jorunn','Kari','Lars','Mona','Nils','Oda','Per','Ragna','Trond','Unni','Vidar']";
const LAST =
  "array['Aas','Berg','Dahl','Eide','Foss','Gran','Haug','Iversen','Juul','Krog','Lie','Moen','Nes','Olsen','Pahl','Ruud','Strand','Tveit','Ulv','Vik']";

/**
 * Everybody's members: `$1` organization, `$2` how many a chapter, `$3` today. Two of each chapter have the name that is searched
 * for, however many there are, so that an answer is as long when the register has grown.
 */
export const MEMBERS_SQL = `${CHAPTERS}, made as (
insert into app.member (organization_id, chapter_id, id, first_name, last_name, birth_year, joined_on, joined_chapter_on)
select c.organization_id, c.id, md5('member/' || c.id || '/' || m)::uuid,
       case when m < 2 then 'Sigrid' else (${FIRST})[1 + (m * 7 + c.n) % 20] end, (${LAST})[1 + (m * 3 + c.n * 11) % 20],
       1950 + (m * 13 + c.n) % 55, day, day
  from c cross join generate_series(0, $2::int - 1) m cross join lateral (select $3::date - (m * 37 + c.n) % ${HISTORY_DAYS}) joined (day)
returning organization_id, chapter_id, id, joined_on)
insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)
select organization_id, chapter_id, id, extract(year from $3::date), greatest(joined_on, date_trunc('year', $3::date)::date) from made
 where get_byte(uuid_send(id), 0) % 2 = 0`;

/**
 * Everybody's touchpoints, the oldest first: `$1` organization, `$2` how many a chapter, `$3` how many of them are open, `$4` today,
 * `$5` the versions with the days they were due in, `$6` members a chapter, `$7` chapters with more that is open, due in a week.
 */
export const TOUCHPOINTS_SQL = `${CHAPTERS}, kind as materialized (
  select * from jsonb_to_recordset($5::jsonb) k (place int, template_id uuid, version_id uuid, major int, about_member boolean, since date, last date)
), asked as (
  select c.organization_id, c.id as chapter_id, i, i % 5 as place,
         case when i <= $3::int then $4::date + (i * 7 + c.n) % 50 - 10
              else $4::date - 20 - ((i - $3::int)::bigint * (${HISTORY_DAYS} - 30) / ($2::int - $3::int))::int end as due,
         i <= $3::int as open
    from generate_series($2::int, 1, -1) i cross join c
  union all
  select c.organization_id, c.id, $2::int + i, case when m.duties then 0 else i % 5 end, $4::date + 7, true
    from jsonb_to_recordset($7::jsonb) m (n int, more int, duties boolean) join c on c.n = m.n cross join lateral generate_series(1, m.more) i
)
insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, member_id, occurrence,
  opens_on, due_on, miss_on, first_due_on, closed_at, waived_at, answers, steps_done, outcome)
select a.organization_id, a.chapter_id, md5('touchpoint/' || a.chapter_id || '/' || a.i)::uuid, k.template_id, k.version_id, k.major, k.about_member,
       case when k.about_member then md5('member/' || a.chapter_id || '/' || a.i % $6::int)::uuid end, 'o-' || a.i,
       a.due - 14, a.due, a.due + 14, a.due,
       case when not a.open and a.i % 25 <> 0 then (a.due + case when a.i % 6 = 0 then 5 else -2 end) + time '12:00' end,
       case when not a.open and a.i % 25 = 0 then a.due + time '12:00' end,
       case when a.open or a.i % 25 = 0 then '{}'
            when k.about_member then jsonb_build_object('next', a.i % 3 > 0)
            else jsonb_build_object('cost', a.i % 40 * 10, 'food', a.i % 4 > 0) end,
       case when a.open then array['s0'] else array['s0', 's1', 's2'] end,
       case when k.about_member and not a.open and a.i % 25 <> 0 then 'REACHED' end
  from asked a join kind k on k.place = a.place and a.due between k.since and k.last`;

/** Counts of persons as they were published for the quarter that ended on `$2`: of the organization, its regions and chapters; some are hidden. */
export const PUBLISHED_SQL = `
with unit as (
  select 'ORGANIZATION' as kind, id, 900 as n from app.organization where id = $1
  union all select 'REGION', id, 90 from app.region where organization_id = $1
  union all select 'CHAPTER', id, 12 from app.chapter where organization_id = $1
), released as (
  insert into app.published_release (organization_id, template_id, snapshot_on, months, cells, readable)
  select distinct $1::uuid, template_id, $2::date, 12, 100, 80 from app.template_version where organization_id = $1 and about_member
)
insert into app.published_count (organization_id, snapshot_on, template_id, unit_kind, unit_id, measure, value)
select $1, $2::date, t.template_id, u.kind, u.id, m.measure, case when u.kind = 'CHAPTER' and get_byte(uuid_send(u.id), 1) % 5 = 0 then null else u.n * m.part end
  from unit u
  cross join (select distinct template_id from app.template_version where organization_id = $1 and about_member) t
  cross join (values ('ON_TIME', 3), ('LATE', 1), ('MISSED', 1), ('LATE_OR_MISSED', 2), ('CLOSED', 5), ('OPEN', 1), ('OVERDUE', 1), ('WAIVED', 1), ('CANCELLED', 1)) m (measure, part)`;
