import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * A version that is tried in some chapters before it is given to all: which, how they were chosen, until when, what their
 * boards say of it, and what was decided. An answer is the board's, and is never about a person.
 */
export const createPilots: Migration = {
  id: "202611230140-create-pilots",
  up: ({ app, bulk }) => `
create table app.pilot (
  organization_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  version_id uuid not null,
  rollout_id uuid not null,
  -- what it is measured against: the newest published when it began, none for a first version
  compared_version_id uuid,
  chosen text not null check (chosen in ('CHOSEN', 'RANDOM')),
  -- proves the draw: the same set of chapters and this text give the same pilot
  seed text check (length(seed) between 1 and 100),
  -- how many were drawn or chosen from
  eligible int not null check (eligible >= 1),
  starts_on date not null,
  -- from this day the boards are asked
  ends_on date not null check (ends_on >= starts_on),
  -- as it was planned: what is about members is compared over that long, so that moving the end does not show the weeks before one by one
  first_ends_on date not null check (first_ends_on >= starts_on),
  started_by uuid not null,
  created_at timestamptz not null default now(),
  decision text check (decision in ('PROMOTE', 'REVISE', 'DROP')),
  decided_at timestamptz,
  decided_by uuid,
  reason text check (length(reason) between 10 and 1000),
  rev int not null default 1,
  primary key (organization_id, id),
  unique (organization_id, rollout_id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id),
  foreign key (organization_id, compared_version_id) references app.template_version (organization_id, id),
  foreign key (organization_id, rollout_id) references app.rollout (organization_id, id),
  foreign key (organization_id, started_by) references app.seat (organization_id, id),
  foreign key (organization_id, decided_by) references app.seat (organization_id, id),
  check ((chosen = 'RANDOM') = (seed is not null)),
  check (num_nonnulls(decision, decided_at, decided_by, reason) in (0, 4))
);
create unique index one_pilot on app.pilot (organization_id, template_id) where decision is null;
create index on app.pilot (organization_id, template_id, created_at);

create table app.pilot_answer (
  organization_id uuid not null,
  chapter_id uuid not null,
  pilot_id uuid not null,
  verdict text not null check (verdict in ('KEEP', 'CHANGE', 'DROP')),
  why text not null default '' check (length(why) <= 500),
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (chapter_id, pilot_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, pilot_id) references app.pilot (organization_id, id),
  foreign key (organization_id, answered_by) references app.seat (organization_id, id)
);
create index on app.pilot_answer (organization_id, pilot_id);

create function app.keep_pilot() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.decision is not null then raise exception 'a pilot is decided once' using errcode = 'VA013'; end if;
  return new;
end $$;
create trigger keep_pilot before update on app.pilot for each row execute function app.keep_pilot();

-- the pilot's own boards, from the day it is over until somebody has decided
create function app.keep_pilot_answer() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user <> '${bulk}' and not exists (select 1 from app.pilot p join app.rollout_chapter c on c.organization_id = p.organization_id and c.rollout_id = p.rollout_id
       and c.chapter_id = new.chapter_id
     where p.organization_id = new.organization_id and p.id = new.pilot_id and p.decision is null and p.ends_on <= authz.today()) then
    raise exception 'not asked' using errcode = 'VA014';
  end if;
  return new;
end $$;
create trigger keep_pilot_answer before insert or update on app.pilot_answer for each row execute function app.keep_pilot_answer();

${forceRowSecurity("app.pilot", "app.pilot_answer")}
${openTo(bulk, "all", "app.pilot", "app.pilot_answer")}

grant select, insert (organization_id, id, template_id, version_id, rollout_id, compared_version_id, chosen, seed, eligible, starts_on, ends_on, first_ends_on, started_by),
  update (ends_on, decision, decided_at, decided_by, reason, rev) on app.pilot to ${app};
-- like the roll-out it is made by
create policy pilot_read on app.pilot for select to ${app} using (organization_id = authz.organization('UNIT_READ'));
create policy pilot_insert on app.pilot for insert to ${app} with check (
  organization_id = authz.organization_wide('ROLLOUT') and started_by = authz.seat_id());
create policy pilot_update on app.pilot for update to ${app} using (organization_id = authz.organization_wide('ROLLOUT'))
  with check (decided_by is null or decided_by = authz.seat_id());

grant select, insert (organization_id, chapter_id, pilot_id, verdict, why, answered_by), update (verdict, why, answered_by, answered_at, rev)
  on app.pilot_answer to ${app};
-- what a board says is for itself and for national, never for those between
create policy pilot_answer_read_own on app.pilot_answer for select to ${app} using (chapter_id = any (authz.units('TOUCHPOINT_WRITE')));
create policy pilot_answer_read_all on app.pilot_answer for select to ${app} using (organization_id = authz.organization_wide('TEMPLATE_WRITE'));
create policy pilot_answer_insert on app.pilot_answer for insert to ${app} with check (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and organization_id = authz.organization('TOUCHPOINT_WRITE') and answered_by = authz.seat_id());
create policy pilot_answer_update on app.pilot_answer for update to ${app} using (chapter_id = any (authz.units('TOUCHPOINT_WRITE')))
  with check (answered_by = authz.seat_id());

${asRole(
  bulk,
  `
/* How it went with the pilot's version, and with the one before in the same chapters over as long a time: two rows of sums over all
   the pilot's chapters, never one chapter's. Only what is over counts: the last day has passed for all of them, so that those done
   early do not stand there before those that were missed.
   What is about members is counted in whole weeks from Monday, as of the last Sunday. It is not counted at all in fewer than three chapters,
   nor where another pilot of the template had the same chapters but for one or two, or the very same against the same version in
   weeks that overlap: the difference of two such boards would be somebody's own count. */
create function authz.pilot_counts(pilot uuid)
returns table (is_pilot boolean, from_day date, to_day date, as_of date, judged int, done int, on_time int, attempted int, reached int, seconds int[], waiting int, next_days date[])
language plpgsql stable ${definer} as $$
declare org uuid := authz.organization_wide('ROLLOUT'); p record; about boolean; these uuid[]; first_day date; last_day date; days int; before_days int;
begin
  select * into p from app.pilot x where x.organization_id = org and x.id = pilot;
  if not found then raise exception 'no such pilot' using errcode = 'VA002'; end if;
  about := exists (select 1 from app.template_version v where v.organization_id = org and v.id in (p.version_id, p.compared_version_id) and v.about_member);
  these := array(select c.chapter_id from app.rollout_chapter c where c.organization_id = org and c.rollout_id = p.rollout_id);
  first_day := p.starts_on;
  last_day := authz.today() - 1;
  days := p.ends_on - p.starts_on + 1;
  before_days := days;
  if about then
    first_day := p.starts_on - extract(isodow from p.starts_on)::int + 1;
    last_day := authz.today() - extract(isodow from authz.today())::int;
    days := (p.ends_on - first_day + 7) / 7 * 7;
    before_days := (p.first_ends_on - first_day + 7) / 7 * 7;
    if cardinality(these) < 3 or exists (
      select 1 from app.pilot o cross join lateral (select array_agg(c.chapter_id) as ids from app.rollout_chapter c where c.organization_id = org and c.rollout_id = o.rollout_id) s
       cross join lateral (select (select count(*) from (select unnest(s.ids) except select unnest(these)) x) + (select count(*) from (select unnest(these) except select unnest(s.ids)) x) as n) other
       cross join lateral (select o.starts_on - extract(isodow from o.starts_on)::int + 1 as monday) w
       where o.organization_id = org and o.template_id = p.template_id and o.id <> p.id
         and (other.n between 1 and 2 or other.n = 0 and o.compared_version_id is not distinct from p.compared_version_id
              and greatest(first_day - before_days, w.monday - (o.first_ends_on - w.monday + 7) / 7 * 7) < least(first_day, w.monday))) then
      return;
    end if;
  end if;
  return query
  with sides as (select true as is_pilot, p.version_id as version, first_day as starts, first_day + days - 1 as ends
                 union all select false, p.compared_version_id, first_day - before_days, first_day - 1 where p.compared_version_id is not null),
  t as (select s.is_pilot as side, (x.closed_at at time zone 'Europe/Oslo')::date <= last_day as is_closed, (x.closed_at at time zone 'Europe/Oslo')::date <= x.due_on as in_time,
               greatest(x.miss_on, x.exception_until) <= last_day as is_over, x.attempts > 0 or x.outcome is not null as tried, x.outcome = 'REACHED' as spoken,
               x.report_seconds as secs, greatest(x.miss_on, x.exception_until) as over_on
          from sides s join app.touchpoint x on x.chapter_id = any (these) and x.template_id = p.template_id and x.version_id = s.version
           and x.first_due_on between s.starts and s.ends and not x.period_report
         where x.emptied_at is null and x.waived_at is null and x.cancelled_at is null)
  select s.is_pilot, s.starts, s.ends, last_day, count(*) filter (where t.is_over)::int, count(*) filter (where t.is_over and t.is_closed)::int,
         count(*) filter (where t.is_over and t.is_closed and t.in_time)::int,
         case when about then count(*) filter (where t.is_over and (t.is_closed or t.tried))::int end,
         case when about then count(*) filter (where t.is_over and t.is_closed and t.spoken)::int end,
         coalesce(array_agg(t.secs order by t.secs) filter (where t.is_closed and t.secs is not null), '{}'),
         case when not about then count(*) filter (where not t.is_over)::int end,
         case when not about then coalesce((array_agg(t.over_on order by t.over_on) filter (where not t.is_over))[1:20], '{}') else '{}' end
    from sides s left join t on t.side = s.is_pilot group by s.is_pilot, s.starts, s.ends;
end $$;
grant execute on function authz.pilot_counts(uuid) to ${app};
`,
)}
`,
};
