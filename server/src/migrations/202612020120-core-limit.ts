import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

/** What the whole core set may ask of a chapter in a month, as a setting of its own beside the cap on all that is asked. */
export const coreLimit: Migration = {
  id: "202612020120-core-limit",
  up: ({ app, bulk }) => `
-- null: nobody chose one, and the cap on all that is asked of a chapter holds
alter table app.organization add column core_limit_minutes int check (core_limit_minutes between 15 and 6000);
grant update (core_limit_minutes) on app.organization to ${app};

${asRole(
  bulk,
  `
create or replace function authz.settings_changes() returns table (action text, at timestamptz, actor_name text) language plpgsql stable security definer
set search_path = pg_catalog, pg_temp as $$
declare org uuid := authz.organization_wide('SETTINGS_WRITE');
begin
  return query select x.action, a.at, s.holder_name from (values ('CRISIS_CONTACTS_CHANGED'), ('BURDEN_CAP_CHANGED'), ('MEMBER_GOAL_CHANGED'), ('ORGANIZATION_RENAMED'),
      ('LEVEL_NAMED'), ('AGES_CHANGED'), ('SMALL_NUMBERS_CHANGED'), ('LANGUAGES_CHANGED'), ('COLOUR_CHANGED'), ('CORE_SET_SIZE_CHANGED'), ('RETENTION_CHANGED'),
      ('SECOND_FACTOR_CHANGED'), ('READING_LIMIT_CHANGED'), ('CORE_LIMIT_CHANGED')) x (action)
    cross join lateral (select l.at, l.actor_seat_id from app.audit l where l.organization_id = org and l.subject_type = 'Organization' and l.action = x.action
      order by l.id desc limit 1) a
    left join app.seat s on s.organization_id = org and s.id = a.actor_seat_id;
end $$;
`,
)}
`,
};
