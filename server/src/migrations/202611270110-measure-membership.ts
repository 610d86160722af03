import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

const CAME_ON = "greatest(joined_on, joined_chapter_on)";
const FROM = `date_trunc('month', ${CAME_ON})::date`;
const TO = `date_trunc('month', greatest(left_on, ${CAME_ON}))::date`;
const KEY = "organization_id, chapter_id, past, from_month, came, to_month, ended";

// what one set of members adds: the rule is stayOf of packages/domain/src/membership.ts; the triggers and the rebuild share it
const STAYS = (source: string, { sign, past }: { sign: 1 | -1; past: boolean }) => `
  select organization_id, chapter_id, ${past} as past, ${FROM} as from_month,
         case when ${FROM} > date_trunc('month', joined_on) then 'MOVED_IN' else 'JOINED' end as came,
         case when left_on is not null then ${TO} end as to_month,
         case when left_on is not null then case end_reason when 'MOVED' then 'MOVED_OUT' else coalesce(end_reason, 'LEFT') end end as ended, ${sign} as n
    from ${source}
   where end_reason is distinct from 'MERGED' and not (end_reason is not distinct from 'MOVED' and ${TO} = ${FROM})`;
const keep = (...parts: string[]) => `
  insert into app.membership_stay (${KEY}, n)
  select ${KEY}, sum(n) from (${parts.join(" union all ")}) p group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0 order by 2, 3, 4, 5, 6, 7
  on conflict on constraint membership_stay_key do update set n = membership_stay.n + excluded.n;`;
const SWEEP = "delete from app.membership_stay where n = 0 and chapter_id in (select chapter_id from removed);";

// one who moved and came back has the same row: what it said before is the chapter's past
const RETURNED = `(select r.* from removed r join added a on a.chapter_id = r.chapter_id and a.id = r.id
  where r.end_reason = 'MOVED' and r.left_on is not null and a.left_on is null) came_back`;

/**
 * How many members a chapter has and has had: counts of stays by month, kept by triggers on the register in the transaction that changes it.
 * Everything a chapter reads of its growth is added up from them; those above read what is published of a quarter's end.
 */
export const measureMembership: Migration = {
  id: "202611270110-measure-membership",
  up: ({ app, bulk, job, owner }) => `
create table app.membership_stay (
  organization_id uuid not null,
  chapter_id uuid not null,
  -- of one who has come back since, and whose row in the register says so no longer
  past boolean not null,
  from_month date not null check (extract(day from from_month) = 1),
  came text not null check (came in ('JOINED', 'MOVED_IN')),
  to_month date check (extract(day from to_month) = 1 and to_month >= from_month),
  ended text check (ended in ('LEFT', 'MOVED_OUT', 'AGED_OUT', 'DIED')),
  n int not null,
  check ((to_month is null) = (ended is null)),
  constraint membership_stay_key unique nulls not distinct (chapter_id, past, from_month, came, to_month, ended),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);
create index on app.membership_stay (organization_id);
-- who took part in a period, chapter by chapter
create index attendance_by_day on app.attendance (chapter_id, held_on, member_id);

-- as they may be read above: of a quarter's end; null is hidden
create table app.published_membership (
  organization_id uuid not null references app.organization (id),
  snapshot_on date not null,
  unit_kind text not null check (unit_kind in ('ORGANIZATION', 'REGION', 'CHAPTER')),
  unit_id uuid not null,
  -- ACTIVE; of the organization at a year's end also year:<part>
  measure text not null,
  value int check (value >= 0),
  primary key (organization_id, snapshot_on, unit_kind, unit_id, measure)
);

${forceRowSecurity("app.membership_stay", "app.published_membership")}
${openTo(bulk, "all", "app.membership_stay", "app.published_membership")}
grant select on app.membership_stay, app.published_membership to ${app};
create policy membership_stay_read on app.membership_stay for select to ${app} using (chapter_id = any (authz.units('MEMBER_READ')));
create policy published_membership_read on app.published_membership for select to ${app} using (organization_id = authz.organization('STATISTICS_READ'));
grant select, insert on app.published_membership to ${job};
create policy published_membership_job_read on app.published_membership for select to ${job} using (organization_id = authz.organization('STATISTICS_PUBLISH'));
create policy published_membership_insert on app.published_membership for insert to ${job} with check (organization_id = authz.organization('STATISTICS_PUBLISH'));

${asRole(
  bulk,
  `
create function authz.keep_membership_insert() returns trigger language plpgsql ${definer} as $$
begin ${keep(STAYS("added", { sign: 1, past: false }))} return null; end $$;
create function authz.keep_membership_delete() returns trigger language plpgsql ${definer} as $$
begin ${keep(STAYS("removed", { sign: -1, past: false }))} ${SWEEP} return null; end $$;
create function authz.keep_membership_update() returns trigger language plpgsql ${definer} as $$
begin ${keep(STAYS("removed", { sign: -1, past: false }), STAYS("added", { sign: 1, past: false }), STAYS(RETURNED, { sign: 1, past: true }))} ${SWEEP} return null; end $$;

-- from scratch, to the identical state; what is past stands nowhere else and is left
create function authz.rebuild_membership(organization uuid) returns void language plpgsql ${definer} as $$
begin
  delete from app.membership_stay where organization_id = organization and not past;
  ${keep(STAYS("(select * from app.member where organization_id = organization) m", { sign: 1, past: false }))}
end $$;
grant execute on function authz.keep_membership_insert(), authz.keep_membership_delete(), authz.keep_membership_update(), authz.rebuild_membership(uuid) to ${owner};

-- What is kept of these chapters beside what their registers say, month by month, in words of its own. Which cells differ is nobody's above.
create function authz.check_membership(chapters uuid[], out cells int, out differing int) returns record language plpgsql ${definer} as $$
declare org uuid := authz.organization('STANDINGS_CHECK');
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  with person as (
    select m.chapter_id, to_char(m.joined_on, 'YYYY-MM') as joined, to_char(greatest(m.joined_chapter_on, m.joined_on), 'YYYY-MM') as came,
           to_char(greatest(m.left_on, m.joined_chapter_on, m.joined_on), 'YYYY-MM') as gone, m.left_on is not null as is_gone, coalesce(m.end_reason, 'LEFT') as reason
      from app.member m where m.organization_id = org and m.chapter_id = any (chapters)
  ), counted as (
    select chapter_id, concat_ws('/', came, joined = came, case when is_gone then gone end, case when is_gone then replace(reason, 'MOVED', 'MOVED_OUT') end) as k, count(*) as n
      from person where not (is_gone and (reason = 'MERGED' or reason = 'MOVED' and gone = came)) group by 1, 2
  ), kept as (
    select s.chapter_id, concat_ws('/', to_char(s.from_month, 'YYYY-MM'), s.came = 'JOINED', to_char(s.to_month, 'YYYY-MM'), s.ended) as k, s.n
      from app.membership_stay s where s.organization_id = org and s.chapter_id = any (chapters) and not s.past
  )
  select count(*), count(*) filter (where c.n is distinct from s.n) into cells, differing from counted c full join kept s using (chapter_id, k);
end $$;

-- Members of each chapter at the end of a month, for the job that publishes.
create function authz.members_at(on_day date) returns table (chapter_id uuid, n int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization('STATISTICS_PUBLISH'); month date := date_trunc('month', on_day)::date;
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return query select s.chapter_id, sum(s.n)::int from app.membership_stay s
    where s.organization_id = org and s.from_month <= month and (s.to_month is null or s.to_month > month) group by 1;
end $$;

-- How each chapter's number changed in the year that ends on a day, for the same.
create function authz.membership_changes(on_day date) returns table (chapter_id uuid, how text, n int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization('STATISTICS_PUBLISH'); last date := date_trunc('month', on_day)::date; first date := (date_trunc('month', on_day) - interval '11 months')::date;
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return query
  select c.chapter_id, c.what, sum(c.many)::int from (
    select s.chapter_id, s.came as what, s.n as many from app.membership_stay s where s.organization_id = org and s.from_month between first and last
    union all select s.chapter_id, s.ended, s.n from app.membership_stay s where s.organization_id = org and s.to_month between first and last) c group by 1, 2;
end $$;
grant execute on function authz.check_membership(uuid[]), authz.members_at(date), authz.membership_changes(date) to ${job};

${keep(STAYS("app.member", { sign: 1, past: false }))}
`,
)}

create trigger keep_membership_insert after insert on app.member
  referencing new table as added for each statement execute function authz.keep_membership_insert();
create trigger keep_membership_delete after delete on app.member
  referencing old table as removed for each statement execute function authz.keep_membership_delete();
create trigger keep_membership_update after update on app.member
  referencing old table as removed new table as added for each statement execute function authz.keep_membership_update();
`,
};
