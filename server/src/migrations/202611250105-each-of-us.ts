import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const UNCLOSED = "t.closed_at is null and t.emptied_at is null and t.waived_at is null and t.cancelled_at is null";
const ON_BOARD = "g.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and g.account_id is not null";

/**
 * «Each of us»: a touchpoint that every board member confirms for themselves. The last one closes it in their own act; where
 * the last who had not confirmed leaves the board, the night does.
 */
export const eachOfUs: Migration = {
  id: "202611250105-each-of-us",
  up: ({ app, bulk, job }) => `
${grantCaps({ JOB_PARTS: ["PARTS_SETTLE"] })}

create table app.touchpoint_part (
  organization_id uuid not null,
  chapter_id uuid not null,
  touchpoint_id uuid not null,
  seat_id uuid not null,
  done_at timestamptz not null default now(),
  primary key (chapter_id, touchpoint_id, seat_id),
  foreign key (chapter_id, touchpoint_id) references app.touchpoint (chapter_id, id) on delete cascade,
  foreign key (organization_id, seat_id) references app.seat (organization_id, id)
);
${forceRowSecurity("app.touchpoint_part")}
${openTo(bulk, "select", "app.touchpoint_part")}
grant select, insert (organization_id, chapter_id, touchpoint_id, seat_id), delete on app.touchpoint_part to ${app};
create policy touchpoint_part_read on app.touchpoint_part for select to ${app} using (chapter_id = any (authz.units('TOUCHPOINT_READ')));
-- one confirms for oneself alone, and takes back one's own alone
create policy touchpoint_part_insert on app.touchpoint_part for insert to ${app} with check (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and seat_id = authz.seat_id());
create policy touchpoint_part_delete on app.touchpoint_part for delete to ${app} using (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and seat_id = authz.seat_id());

${asRole(
  bulk,
  `
-- closes what all who are on the board today have confirmed, since somebody who had not is there no longer: as of the last
-- confirmation or the day that seat ended, whichever came last, and only where it could still be reported that day
create function authz.settle_parts() returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization('PARTS_SETTLE'); n int;
begin
  with begun as (
    select t.chapter_id, t.id from app.touchpoint t
      join app.template_version v on v.organization_id = org and v.id = t.version_id and v.definition ->> 'doneBy' = 'EACH'
     where t.organization_id = org and ${UNCLOSED}
       and exists (select 1 from app.touchpoint_part p where p.chapter_id = t.chapter_id and p.touchpoint_id = t.id)
  ), whole as (
    select b.chapter_id, b.id, max(p.done_at) as last_at, (array_agg(p.seat_id order by p.done_at desc))[1] as last_seat
      from begun b
      join app.seat g on g.organization_id = org and g.chapter_id = b.chapter_id and ${ON_BOARD}
       and g.valid_from <= authz.today() and (g.valid_to is null or g.valid_to > authz.today())
      left join app.touchpoint_part p on p.chapter_id = b.chapter_id and p.touchpoint_id = b.id and p.seat_id = g.id
     group by 1, 2 having count(*) = count(p.seat_id)
  ), moment as (
    select w.*, greatest(w.last_at, (
        select max(g.valid_to)::timestamp at time zone 'Europe/Oslo' from app.seat g
         where g.organization_id = org and g.chapter_id = w.chapter_id and ${ON_BOARD} and g.valid_to <= authz.today()
           and not exists (select 1 from app.touchpoint_part p where p.chapter_id = w.chapter_id and p.touchpoint_id = w.id and p.seat_id = g.id))) as whole_at
      from whole w
  )
  update app.touchpoint t set closed_at = m.whole_at, closed_by = m.last_seat, returns_on = null, rev = t.rev + 1
    from moment m
   where t.chapter_id = m.chapter_id and t.id = m.id
     and (m.whole_at at time zone 'Europe/Oslo')::date <= greatest(case when t.late_allowed then t.miss_on else t.due_on end, t.exception_until);
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function authz.settle_parts() from public;
grant execute on function authz.settle_parts() to ${job};
`,
)}
`,
};
