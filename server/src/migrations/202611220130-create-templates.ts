import type { Migration } from "./migration.js";
import { forceRowSecurity, openTo } from "./migration.js";

/** Touchpoint templates, their versions (immutable once they leave DRAFT) and roll-outs: national definitions of one organization. */
export const createTemplates: Migration = {
  id: "202611220130-create-templates",
  up: ({ app, job, bulk }) => `
create table app.touchpoint_template (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
  -- place in the organization's core set, null when outside it
  core_position smallint check (core_position between 1 and 10),
  created_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (organization_id, id),
  unique (organization_id, key),
  constraint core_position_taken unique (organization_id, core_position) deferrable initially deferred
);

create table app.template_version (
  organization_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  major smallint not null default 1 check (major >= 1),
  minor smallint not null default 0 check (minor >= 0),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'PILOT', 'PUBLISHED', 'CLOSING', 'CLOSED')),
  definition jsonb not null check (jsonb_typeof(definition) = 'object'),
  about_member boolean not null,
  notes text check (length(notes) <= 2000),
  created_at timestamptz not null default now(),
  published_at timestamptz,
  rev int not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  unique (organization_id, template_id, major, minor),
  check ((state = 'DRAFT') = (published_at is null))
);
create unique index one_draft on app.template_version (organization_id, template_id) where state = 'DRAFT';
create unique index one_published on app.template_version (organization_id, template_id) where state = 'PUBLISHED';

create function app.keep_version_immutable() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' then raise exception 'a published version cannot be deleted' using errcode = 'VA001'; end if;
    return old;
  end if;
  if old.state <> 'DRAFT' and (new.definition, new.major, new.minor, new.about_member, new.template_id, new.published_at)
     is distinct from (old.definition, old.major, old.minor, old.about_member, old.template_id, old.published_at) then
    raise exception 'a published version cannot be changed' using errcode = 'VA001';
  end if;
  if old.state <> 'DRAFT' and new.state = 'DRAFT' then raise exception 'a published version cannot become a draft' using errcode = 'VA001'; end if;
  return new;
end $$;
create trigger keep_version_immutable before update or delete on app.template_version
  for each row execute function app.keep_version_immutable();

create table app.rollout (
  organization_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  version_id uuid not null,
  ring text not null check (ring in ('PILOT', 'WAVE', 'ALL')),
  -- true: also chapters opened later
  all_chapters boolean not null,
  effective_from date not null,
  catch_up text not null check (catch_up in ('SKIP', 'COMPRESS', 'ASK')),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  ended_on date,
  -- how many it made at once; the daily job makes more
  touchpoint_count int not null default 0,
  rev int not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id),
  foreign key (organization_id, created_by) references app.seat (organization_id, id)
);
create index on app.rollout (organization_id, template_id);

-- the chapters of a roll-out that is not for all
create table app.rollout_chapter (
  organization_id uuid not null,
  rollout_id uuid not null,
  chapter_id uuid not null,
  primary key (organization_id, rollout_id, chapter_id),
  foreign key (organization_id, rollout_id) references app.rollout (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);

${forceRowSecurity("app.touchpoint_template", "app.template_version", "app.rollout", "app.rollout_chapter")}
${openTo(bulk, "all", "app.touchpoint_template", "app.template_version", "app.rollout", "app.rollout_chapter")}

grant select, insert, update (core_position, rev), delete on app.touchpoint_template to ${app};
grant select on app.touchpoint_template to ${job};
create policy template_read on app.touchpoint_template for select to ${app}, ${job} using (organization_id = authz.organization('UNIT_READ'));
create policy template_insert on app.touchpoint_template for insert to ${app} with check (organization_id = authz.organization_wide('TEMPLATE_WRITE'));
create policy template_update on app.touchpoint_template for update to ${app} using (organization_id = authz.organization_wide('TEMPLATE_WRITE'));
-- only one that has no version left: the keys that point to it hold the rest
create policy template_delete on app.touchpoint_template for delete to ${app} using (organization_id = authz.organization_wide('TEMPLATE_WRITE'));

grant select, insert, update (definition, about_member, major, minor, state, notes, published_at, rev), delete on app.template_version to ${app};
grant select on app.template_version to ${job};
-- a chapter never sees a draft
create policy version_read on app.template_version for select to ${app}, ${job} using (
  organization_id = authz.organization('TEMPLATE_READ') or (state <> 'DRAFT' and organization_id = authz.organization('UNIT_READ')));
create policy version_insert on app.template_version for insert to ${app} with check (organization_id = authz.organization_wide('TEMPLATE_WRITE'));
create policy version_update on app.template_version for update to ${app} using (organization_id = authz.organization_wide('TEMPLATE_WRITE'));
create policy version_delete on app.template_version for delete to ${app} using (
  state = 'DRAFT' and organization_id = authz.organization_wide('TEMPLATE_WRITE'));

grant select, insert on app.rollout, app.rollout_chapter to ${app};
grant select on app.rollout, app.rollout_chapter to ${job};
create policy rollout_read on app.rollout for select to ${app}, ${job} using (organization_id = authz.organization('UNIT_READ'));
create policy rollout_insert on app.rollout for insert to ${app} with check (
  organization_id = authz.organization_wide('ROLLOUT') and created_by = authz.seat_id());
create policy rollout_chapter_read on app.rollout_chapter for select to ${app}, ${job} using (organization_id = authz.organization('UNIT_READ'));
create policy rollout_chapter_insert on app.rollout_chapter for insert to ${app} with check (organization_id = authz.organization_wide('ROLLOUT'));
`,
};
