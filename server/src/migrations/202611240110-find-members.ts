import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

/** A search goes by any part of a name: the first by `name_key`, the following by these. Five words hold nearly every name. */
const PARTS = [2, 3, 4, 5];
const part = (n: number) => `split_part(translate(lower(first_name || ' ' || last_name), '-', ' '), ' ', ${n})`;

/**
 * The register found by name, by day and by what is asked of it; the day a contact preference was set; and the trail, in
 * which those above a chapter no longer read one line for each change of its members: counted, they are the live number of
 * persons that is hidden from them everywhere else.
 */
export const findMembers: Migration = {
  id: "202611240110-find-members",
  up: ({ app, authz, owner }) => `
alter table app.member ${PARTS.map((n) => `add column name_${n} text generated always as (${part(n)}) stored`).join(", ")},
  add column preference_set_on date;
${PARTS.map((n) => `create index member_by_name_${n} on app.member (chapter_id, name_${n} text_pattern_ops);`).join("\n")}
create index member_by_chapter_day on app.member (chapter_id, joined_chapter_on, id);
create index if not exists touchpoint_by_member on app.touchpoint (chapter_id, member_id, due_on) where member_id is not null;

${asRole(
  authz,
  `
-- whoever changes it, in whatever way: the day stands beside
create function authz.date_preference() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.preference_set_on := authz.today();
  return new;
end $$;
revoke execute on function authz.date_preference() from public;
grant execute on function authz.date_preference() to ${owner};

create or replace function authz.audit_trail(before_id bigint, most int)
returns table (id bigint, at timestamptz, actor_name text, action text, subject_type text, subject_id uuid, chapter_name text, detail jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare org uuid := authz.organization('AUDIT_READ'); wide boolean := authz.organization_wide('AUDIT_READ') is not null; own uuid[] := authz.units('AUDIT_READ');
begin
  return query select a.id, a.at, s.holder_name, a.action, a.subject_type, a.subject_id, c.name, a.detail
    from app.audit a left join app.seat s on s.organization_id = a.organization_id and s.id = a.actor_seat_id
    left join app.chapter c on c.organization_id = a.organization_id and c.id = a.chapter_id
   where a.organization_id = org and (wide or a.chapter_id = any (own)) and (before_id is null or a.id < before_id)
     and not (wide and a.chapter_id is not null and a.subject_type like 'Member%')
   order by a.id desc limit least(most, 101);
end $$;
revoke execute on function authz.audit_trail(bigint, int) from public;
grant execute on function authz.audit_trail(bigint, int) to ${app};
`,
)}
create trigger member_preference_day before update on app.member for each row
  when (old.contact_preference is distinct from new.contact_preference or old.contact_again_on is distinct from new.contact_again_on)
  execute function authz.date_preference();
`,
};
