import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

/** The trail can be searched: by kind of action, by who or which chapter, and by day of Oslo. Who may read which line is as before. */
export const findInTrail: Migration = {
  id: "202611280122-find-in-trail",
  up: ({ app, authz }) => `
${asRole(
  authz,
  `
drop function authz.audit_trail(bigint, int);
-- included, excluded: patterns of the action, null for none; words: a part of a holder's or a chapter's name
create function authz.audit_trail(before_id bigint, included text, excluded text, words text, from_day date, to_day date, most int)
returns table (id bigint, at timestamptz, actor_name text, action text, subject_type text, subject_id uuid, chapter_id uuid, chapter_name text, detail jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare org uuid := authz.organization('AUDIT_READ'); wide boolean := authz.organization_wide('AUDIT_READ') is not null; own uuid[] := authz.units('AUDIT_READ');
begin
  return query select a.id, a.at, s.holder_name, a.action, a.subject_type, a.subject_id, a.chapter_id, c.name, a.detail
    from app.audit a left join app.seat s on s.organization_id = a.organization_id and s.id = a.actor_seat_id
    left join app.chapter c on c.organization_id = a.organization_id and c.id = a.chapter_id
   where a.organization_id = org and (wide or a.chapter_id = any (own)) and (before_id is null or a.id < before_id)
     and not (wide and a.chapter_id is not null and a.subject_type like 'Member%')
     and (included is null or a.action ~ included) and (excluded is null or a.action !~ excluded)
     and (words is null or position(lower(words) in lower(coalesce(s.holder_name, ''))) > 0 or position(lower(words) in lower(coalesce(c.name, ''))) > 0)
     and (from_day is null or a.at >= (from_day::timestamp at time zone 'Europe/Oslo'))
     and (to_day is null or a.at < ((to_day + 1)::timestamp at time zone 'Europe/Oslo'))
   order by a.id desc limit least(most, 10001);
end $$;
revoke execute on function authz.audit_trail(bigint, text, text, text, date, date, int) from public;
grant execute on function authz.audit_trail(bigint, text, text, text, date, date, int) to ${app};
`,
)}
`,
};
