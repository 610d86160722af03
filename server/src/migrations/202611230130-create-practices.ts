import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

/**
 * «Slik gjorde vi det»: what a chapter tells others about how it did a template's tasks. National shows it or declines;
 * once shown the whole organization reads it. The text never changes, so that what is shown is what was decided about.
 */
export const createPractices: Migration = {
  id: "202611230130-create-practices",
  up: ({ app, authz, bulk }) => `
create table app.practice (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  text text not null check (length(text) between 1 and 600),
  written_by uuid not null,
  state text not null default 'SUGGESTED' check (state in ('SUGGESTED', 'SHOWN', 'DECLINED', 'WITHDRAWN')),
  decided_by uuid,
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 300),
  created_at timestamptz not null default now(),
  rev int not null default 1,
  -- whom it is readable to as one key: the organization while it is shown, else its chapter and national
  reach_key text generated always as (case when state = 'SHOWN' then organization_id::text || ':shown' else chapter_id::text || ':own' end) stored,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, written_by) references app.seat (organization_id, id),
  foreign key (organization_id, decided_by) references app.seat (organization_id, id),
  check ((state = 'SUGGESTED') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  -- whoever is told no is told why
  check (state <> 'DECLINED' or reason is not null)
);
create index practice_by_reach on app.practice (reach_key, template_id);
create index practice_by_id on app.practice (id);

-- national decides once, and what was taken away stays away; the policies cannot see what a row was before
create function app.keep_practice_order() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not (old.state = 'SUGGESTED' and new.state in ('SHOWN', 'DECLINED', 'WITHDRAWN') or old.state = 'SHOWN' and new.state = 'WITHDRAWN') then
    raise exception 'a practice does not go from % to %', old.state, new.state using errcode = 'VA012';
  end if;
  return new;
end $$;
create trigger keep_practice_order before update on app.practice for each row execute function app.keep_practice_order();

${forceRowSecurity("app.practice")}
${openTo(bulk, "all", "app.practice")}

${asRole(
  authz,
  `
-- the practices to read, as one list of keys: what the organization is shown, and what waits or is gone of the own chapter or, for national, of all
create function authz.practice_reach() returns text[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp cost 100000 as $$
begin
  return array(select u::text || ':own' from unnest(authz.units('TOUCHPOINT_WRITE') || authz.units('TEMPLATE_WRITE')) u)
    || array_remove(array[authz.organization('UNIT_READ')::text || ':shown'], null);
end $$;
revoke execute on function authz.practice_reach() from public;
grant execute on function authz.practice_reach() to ${app};
`,
)}

grant select, insert (organization_id, chapter_id, id, template_id, text, written_by), update (state, decided_by, decided_at, reason, rev)
  on app.practice to ${app};
create policy practice_read on app.practice for select to ${app} using (reach_key = any (authz.practice_reach()));
create policy practice_insert on app.practice for insert to ${app} with check (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and organization_id = authz.organization('TOUCHPOINT_WRITE') and written_by = authz.seat_id());
create policy practice_withdraw on app.practice for update to ${app}
  using (chapter_id = any (authz.units('TOUCHPOINT_WRITE'))) with check (state = 'WITHDRAWN' and decided_by = authz.seat_id());
create policy practice_decide on app.practice for update to ${app}
  using (organization_id = authz.organization_wide('TEMPLATE_WRITE')) with check (
    organization_id = authz.organization_wide('TEMPLATE_WRITE') and decided_by = authz.seat_id());
`,
};
