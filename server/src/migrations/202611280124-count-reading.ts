import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
/** What an hour may hold before somebody is told, where an organization has not set its own: record 51 says how it was chosen. */
const LIMIT = 150;
/** A list that is taken out weighs as much as opening so many pages. */
const EXPORT = 50;

/** How much a seat reads of persons in an hour, never whom. Above a limit a line is written in the trail, and those who should know are told. */
export const countReading: Migration = {
  id: "202611280124-count-reading",
  up: ({ app, bulk, job }) => `
create table app.reading_count (
  organization_id uuid not null references app.organization (id),
  seat_id uuid not null,
  hour timestamptz not null,
  pages int not null default 0,
  lists int not null default 0,
  addresses int not null default 0,
  exports int not null default 0,
  told_at timestamptz,
  primary key (organization_id, seat_id, hour)
);
create index on app.reading_count (hour);
create table app.reading_limit (
  organization_id uuid not null references app.organization (id),
  points int not null check (points between 20 and 5000),
  primary key (organization_id)
);
${forceRowSecurity("app.reading_count", "app.reading_limit")}
${openTo(bulk, "all", "app.reading_count")}
${openTo(bulk, "select", "app.reading_limit")}
${grantCaps({ JOB_AUDIT: ["SEAT_READ"] })}

${asRole(
  bulk,
  `
create function authz.count_reading(what text) returns void language plpgsql ${definer} as $$
declare seat uuid := authz.seat_id(); org uuid; the_chapter uuid; total int; was_told boolean; most int; this_hour timestamptz := date_trunc('hour', now());
begin
  if seat is null or coalesce(cardinality(authz.units('MEMBER_READ')), 0) = 0 then return; end if;
  if what not in ('PAGE', 'LIST', 'ADDRESS', 'EXPORT') then raise exception 'no such reading' using errcode = 'VA003'; end if;
  select s.organization_id, s.chapter_id into org, the_chapter from app.seat s where s.id = seat;
  insert into app.reading_count as r (organization_id, seat_id, hour, pages, lists, addresses, exports)
  values (org, seat, this_hour, (what = 'PAGE')::int, (what = 'LIST')::int, (what = 'ADDRESS')::int, (what = 'EXPORT')::int)
  on conflict (organization_id, seat_id, hour) do update
    set pages = r.pages + excluded.pages, lists = r.lists + excluded.lists, addresses = r.addresses + excluded.addresses, exports = r.exports + excluded.exports
  returning r.pages + r.lists + r.addresses + ${EXPORT} * r.exports, r.told_at is not null into total, was_told;
  if was_told then return; end if;
  select l.points into most from app.reading_limit l where l.organization_id = org;
  if total < coalesce(most, ${LIMIT}) then return; end if;
  update app.reading_count c set told_at = now() where c.organization_id = org and c.seat_id = seat and c.hour = this_hour;
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
  values (org, the_chapter, seat, 'BULK_READ', 'Seat', seat, jsonb_build_object('points', total));
  perform authz.enqueue('tellBulkRead', jsonb_build_object('organizationId', org, 'seatId', seat, 'hour', extract(epoch from this_hour)::bigint));
end $$;

create function authz.forget_readings() returns void language plpgsql ${definer} as $$
begin delete from app.reading_count where hour < now() - interval '30 days'; end $$;

revoke execute on function authz.count_reading(text), authz.forget_readings() from public;
grant execute on function authz.count_reading(text) to ${app};
grant execute on function authz.forget_readings() to ${job};
`,
)}
`,
};
