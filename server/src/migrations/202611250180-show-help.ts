import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

/**
 * Whom one can ask, and whether one has had the first practice. A board may not read the seats of its region or of national:
 * of those it may ask it learns name and office, and nothing by which to reach them.
 */
export const showHelp: Migration = {
  id: "202611250180-show-help",
  up: ({ app, authz }) => `
alter table app.account add column practised_at timestamptz;
grant select (practised_at), update (practised_at) on app.account to ${app};

${asRole(
  authz,
  `
create function authz.helpers() returns table (name text, role text, unit text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare a record;
begin
  select t.* into a from authz.acting() t join app.role_cap rc on rc.role = t.role and rc.cap = 'UNIT_READ';
  if not found or a.seat_id is null then return; end if;
  return query
    select s.holder_name, s.role, coalesce(c.short_name, r.name, o.short_name)
      from app.seat s
      join app.organization o on o.id = s.organization_id
      left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
      left join app.region r on r.organization_id = s.organization_id and r.id = s.region_id
     where s.organization_id = a.organization_id and s.id <> a.seat_id and s.account_id is not null
       and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
       and (s.role = 'NATIONAL_ADMIN'
         or (s.chapter_id = a.chapter_id and s.role in ('CHAPTER_LEADER', 'MENTOR'))
         or (s.role = 'REGION_COORDINATOR' and s.region_id in (
           select m.region_id from app.chapter_region m where m.organization_id = a.organization_id and m.chapter_id = a.chapter_id
             and m.valid_from <= authz.today() and (m.valid_to is null or m.valid_to > authz.today()))))
     order by array_position(array['CHAPTER_LEADER', 'MENTOR', 'REGION_COORDINATOR', 'NATIONAL_ADMIN'], s.role), s.holder_name
     limit 12;
end $$;
revoke execute on function authz.helpers() from public;
grant execute on function authz.helpers() to ${app};
`,
)}
`,
};
