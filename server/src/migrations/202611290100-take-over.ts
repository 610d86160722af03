import type { Migration } from "./migration.js";
import { asRole, grantCaps } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/** A board is away when nobody of it has been here for so long. */
const SILENT_DAYS = 30;
/** What is due within so many days is part of a queue that others look after. */
const SOON_DAYS = 14;
const UNDECIDED = (t: string) => `num_nonnulls(${t}.closed_at, ${t}.emptied_at, ${t}.waived_at, ${t}.cancelled_at) = 0`;

// What follows is `create-standings` with one count more: what was taken over is closed, and neither on time nor late; its answers are no sum's.
const CELL =
  "organization_id, chapter_id, template_id, about_member, period_report, major, date_trunc('month', first_due_on)::date as month";
const PLACE = "chapter_id, template_id, about_member, period_report, major, month";
const CLOSED = ["on_time", "late", "taken_over", "waived", "cancelled", "emptied"];
const CLOSED_PART = (source: string, sign: 1 | -1) => `
  select ${CELL},
         ${sign} * (not taken_over and closed_at is not null and (closed_at at time zone 'Europe/Oslo')::date <= due_on)::int as on_time,
         ${sign} * (not taken_over and closed_at is not null and (closed_at at time zone 'Europe/Oslo')::date > due_on)::int as late, ${sign} * taken_over::int as taken_over,
         ${sign} * (waived_at is not null)::int as waived, ${sign} * (cancelled_at is not null)::int as cancelled, ${sign} * (emptied_at is not null)::int as emptied
    from ${source} where num_nonnulls(closed_at, waived_at, cancelled_at, emptied_at) = 1`;
const UNCLOSED_PART = (source: string, sign: 1 | -1) => `
  select ${CELL}, due_on, greatest(miss_on, exception_until) as miss_on, ${sign} as n
    from ${source} where num_nonnulls(closed_at, waived_at, cancelled_at, emptied_at) = 0`;
const ANSWER_PART = (source: string, sign: 1 | -1) => `
  select t.organization_id, t.chapter_id, t.template_id, t.about_member, t.period_report, t.major, date_trunc('month', t.first_due_on)::date as month,
         a.field_key, a.option_key, a.persons, ${sign} * a.n as n, ${sign} * a.total as total
    from ${source} t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
    cross join lateral app.answer_parts(t.answers, v.definition, t.about_member) a
   where t.closed_at is not null and not t.taken_over`;

type Part = (source: string, sign: 1 | -1) => string;
/** Adds what parts say to what is kept, in the order of the key, so that two at once cannot wait for each other. */
const kept = (of: (part: Part) => string) => `
  insert into app.standing (organization_id, ${PLACE}, ${CLOSED.join(", ")})
  select organization_id, ${PLACE}, ${CLOSED.map((c) => `sum(${c})`).join(", ")} from (${of(CLOSED_PART)}) p group by 1, 2, 3, 4, 5, 6, 7
  having ${CLOSED.map((c) => `sum(${c}) <> 0`).join(" or ")} order by 2, 3, 5, 6, 7
  on conflict (${PLACE}) do update set ${CLOSED.map((c) => `${c} = standing.${c} + excluded.${c}`).join(", ")};
  insert into app.standing_unclosed (organization_id, ${PLACE}, due_on, miss_on, n)
  select organization_id, ${PLACE}, due_on, miss_on, sum(n) from (${of(UNCLOSED_PART)}) p group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0 order by 2, 3, 5, 6, 7, 8, 9
  on conflict (${PLACE}, due_on, miss_on) do update set n = standing_unclosed.n + excluded.n;
  insert into app.answer_sum (organization_id, ${PLACE}, field_key, option_key, persons, n, total)
  select organization_id, ${PLACE}, field_key, option_key, persons, sum(n), sum(total) from (${of(ANSWER_PART)}) p group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  having sum(n) <> 0 or sum(total) <> 0 order by 2, 3, 5, 6, 7, 8, 9, 10
  on conflict (${PLACE}, field_key, option_key, persons) do update set n = answer_sum.n + excluded.n, total = answer_sum.total + excluded.total;`;
// a row that has come to nothing goes, so that what is kept equals what a rebuild makes
const SWEEP = `
  delete from app.standing where chapter_id in (select chapter_id from removed) and ${CLOSED.map((c) => `${c} = 0`).join(" and ")};
  delete from app.standing_unclosed where chapter_id in (select chapter_id from removed) and n = 0;
  delete from app.answer_sum where chapter_id in (select chapter_id from removed) and n = 0 and total = 0;`;
const ALL = "(select * from app.touchpoint where organization_id = organization)";

// and this is the nightly check of `keep-membership`, in words of its own
const KEY = (...more: string[]) =>
  `concat_ws(chr(31), ${["chapter_id", "template_id", "about_member", "period_report", "major", "month", ...more].join(", ")})`;
const SHOWN = "chapter_id, template_id, month";
const COUNTED =
  "chapter_id, template_id, about_member, period_report, major, date_trunc('month', first_due_on)::date as month";
const VALUE = "concat_ws('/', on_time, late, taken_over, waived, cancelled, emptied) as v";

/**
 * National does a due duty of a chapter where nobody is at it, on its behalf: never one about a member. It is taken over for as
 * long as it stands closed by the seat that took it over, so that whatever a board does with it makes it the board's own.
 */
export const takeOver: Migration = {
  id: "202611290100-take-over",
  up: ({ app, bulk }) => `
alter table app.touchpoint
  add column taken_over_by uuid,
  add column taken_over_at timestamptz,
  -- the board has seen that it was
  add column taken_over_seen_at timestamptz,
  add column taken_over boolean not null generated always as (taken_over_by is not null and closed_at is not null and closed_by is not distinct from taken_over_by) stored,
  add foreign key (organization_id, taken_over_by) references app.seat (organization_id, id),
  add constraint taken_over_is_a_duty check (taken_over_by is null or not about_member),
  add constraint taken_over_by_and_at check ((taken_over_by is null) = (taken_over_at is null));
create index touchpoint_taken_over on app.touchpoint (chapter_id, taken_over_at desc) where taken_over_by is not null;
grant update (taken_over_seen_at) on app.touchpoint to ${app};
alter table app.standing add column taken_over int not null default 0;

-- domain rules: a national admin
${grantCaps({ NATIONAL_ADMIN: ["DUTY_TAKE_OVER"] })}

${asRole(
  bulk,
  `
create or replace function authz.keep_standings_insert() returns trigger language plpgsql ${definer} as $$
begin ${kept((part) => part("added", 1))} return null; end $$;
create or replace function authz.keep_standings_delete() returns trigger language plpgsql ${definer} as $$
begin ${kept((part) => part("removed", -1))} ${SWEEP} return null; end $$;
create or replace function authz.keep_standings_update() returns trigger language plpgsql ${definer} as $$
begin ${kept((part) => `${part("removed", -1)} union all ${part("added", 1)}`)} ${SWEEP} return null; end $$;

create or replace function authz.rebuild_standings(organization uuid) returns void language plpgsql ${definer} as $$
begin
  delete from app.standing where organization_id = organization;
  delete from app.standing_unclosed where organization_id = organization;
  delete from app.answer_sum where organization_id = organization;
  ${kept((part) => part(part === ANSWER_PART ? ALL : `${ALL} tt`, 1))}
end $$;

create or replace function authz.check_standings(chapters uuid[], out cells int, out differing int, out sample jsonb)
returns record language plpgsql ${definer} as $$
declare org uuid := authz.organization('STANDINGS_CHECK');
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  with touched as (
    select * from app.touchpoint t where t.organization_id = org and t.chapter_id = any (chapters)
  ), counted as (
    select 'CLOSED' as what, ${KEY()} as k, ${SHOWN}, about_member as persons, ${VALUE}
      from (select ${COUNTED},
                   count(*) filter (where (closed_at at time zone 'Europe/Oslo')::date <= due_on and (taken_over_by is null or closed_by is distinct from taken_over_by)) as on_time,
                   count(*) filter (where (closed_at at time zone 'Europe/Oslo')::date > due_on and (taken_over_by is null or closed_by is distinct from taken_over_by)) as late,
                   count(taken_over_by) filter (where closed_at is not null and closed_by = taken_over_by) as taken_over,
                   count(waived_at) as waived, count(cancelled_at) as cancelled, count(emptied_at) as emptied
              from touched where coalesce(closed_at, waived_at, cancelled_at, emptied_at) is not null group by 1, 2, 3, 4, 5, 6) c
    union all
    select 'UNCLOSED', ${KEY("due_on", "missed_on")}, ${SHOWN}, about_member, n::text
      from (select ${COUNTED}, due_on, greatest(miss_on, exception_until) as missed_on, count(*) as n
              from touched where coalesce(closed_at, waived_at, cancelled_at, emptied_at) is null group by 1, 2, 3, 4, 5, 6, 7, 8) u
    union all
    select 'ANSWERS', ${KEY("field_key", "option_key", "persons")}, ${SHOWN}, persons, n || '/' || trim_scale(total)
      from (select t.chapter_id, t.template_id, t.about_member, t.period_report, t.major, date_trunc('month', t.first_due_on)::date as month,
                   a.field_key, a.option_key, a.persons, sum(a.n) as n, sum(a.total) as total
              from touched t join app.template_version tv on tv.organization_id = org and tv.id = t.version_id
              cross join lateral app.answer_parts(t.answers, tv.definition, t.about_member) a
             where t.closed_at is not null and (t.taken_over_by is null or t.closed_by is distinct from t.taken_over_by) group by 1, 2, 3, 4, 5, 6, 7, 8, 9) s
  ), kept as (
    select 'CLOSED' as what, ${KEY()} as k, ${SHOWN}, about_member as persons, ${VALUE}
      from app.standing where organization_id = org and chapter_id = any (chapters)
    union all
    select 'UNCLOSED', ${KEY("due_on", "miss_on")}, ${SHOWN}, about_member, n::text
      from app.standing_unclosed where organization_id = org and chapter_id = any (chapters)
    union all
    select 'ANSWERS', ${KEY("field_key", "option_key", "persons")}, ${SHOWN}, persons, n || '/' || trim_scale(total)
      from app.answer_sum where organization_id = org and chapter_id = any (chapters)
  ), compared as (
    select what, c.v is distinct from s.v as differs, coalesce(c.persons, s.persons) as persons,
           coalesce(c.chapter_id, s.chapter_id) as chapter_id, coalesce(c.template_id, s.template_id) as template_id, coalesce(c.month, s.month) as month
      from counted c full join kept s using (what, k)
  ), some_duties as (
    select distinct what, chapter_id, template_id, month from compared where differs and not persons order by 4 desc, 2, 3, 1 limit 5
  )
  select count(*), count(*) filter (where differs),
         coalesce((select jsonb_agg(jsonb_build_object('of', d.what, 'chapterId', d.chapter_id, 'templateId', d.template_id, 'month', d.month)) from some_duties d), '[]')
    into cells, differing, sample from compared;
end $$;

-- a pilot is not judged by what others did: its counts, but for what was taken over
do $do$
declare said text := pg_get_functiondef('authz.pilot_counts(uuid)'::regprocedure); decided text := 'x.waived_at is null and x.cancelled_at is null';
begin
  if strpos(said, decided) = 0 then raise exception 'pilot_counts reads otherwise'; end if;
  execute replace(said, decided, decided || ' and not x.taken_over');
end $do$;

-- What the asker may take over now, the first deadline first: due duties that can still be done, of an open chapter where nobody is at it and on whose
-- board the asker does not sit. Never what is about a member, the period's question beside it, or what each of a board confirms.
create function authz.duties_to_take_over(chapter uuid, only_id uuid) returns table (id uuid) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization_wide('DUTY_TAKE_OVER'); today date := authz.today();
begin
  if org is null or authz.sits_on_board(authz.uid(), chapter) then return; end if;
  perform 1 from app.chapter c where c.organization_id = org and c.id = chapter and (c.closed_on is null or c.closed_on > today);
  if not found then return; end if;
  if (select count(s.account_id) > 0 and coalesce(max(s.last_seen_on) > today - ${SILENT_DAYS}, false) from app.seat s
       where s.organization_id = org and s.chapter_id = chapter and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
         and s.valid_from <= today and (s.valid_to is null or s.valid_to > today)) then return; end if;
  return query
  select t.id from app.touchpoint t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
   where t.reach_key = chapter::text || ':duties' and (only_id is null or t.id = only_id) and not t.about_member and not t.period_report and ${UNDECIDED("t")}
     and (t.opens_on <= today or t.started_at is not null) and t.due_on <= today + ${SOON_DAYS}
     and greatest(case when t.late_allowed then t.miss_on else t.due_on end, t.exception_until) >= today
     and coalesce(v.definition ->> 'doneBy', '') <> 'EACH'
   order by t.due_on, t.id limit 60;
end $$;

-- OK, NOT_FOUND, GONE (somebody has decided it), CONFLICT (changed meanwhile), NOT_WAITING (not due, or somebody is at it).
create function authz.take_over_duty(touchpoint uuid, seen_rev int, said jsonb) returns text language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('DUTY_TAKE_OVER'); t record;
begin
  select * into t from app.touchpoint x where x.organization_id = org and x.id = touchpoint and not x.about_member for update;
  if not found then return 'NOT_FOUND'; end if;
  if not (${UNDECIDED("t")}) then return 'GONE'; end if;
  if t.rev <> seen_rev then return 'CONFLICT'; end if;
  -- who signs in from here on comes after this
  perform 1 from app.seat s where s.organization_id = org and s.chapter_id = t.chapter_id order by s.id for share;
  if not exists (select 1 from authz.duties_to_take_over(t.chapter_id, t.id)) then return 'NOT_WAITING'; end if;
  update app.touchpoint x set closed_at = now(), closed_by = authz.seat_id(), taken_over_by = authz.seat_id(), taken_over_at = now(), taken_over_seen_at = null,
         started_at = coalesce(x.started_at, now()), answers = said, returns_on = null, rev = x.rev + 1
   where x.chapter_id = t.chapter_id and x.id = t.id;
  return 'OK';
end $$;
revoke execute on function authz.duties_to_take_over(uuid, uuid), authz.take_over_duty(uuid, int, jsonb) from public;
grant execute on function authz.duties_to_take_over(uuid, uuid), authz.take_over_duty(uuid, int, jsonb) to ${app};
`,
)}
`,
};
