import type { Migration } from "./migration.js";
import { forceRowSecurity, grantCaps } from "./migration.js";

/**
 * A chapter's overlay on a version, and what it has proposed to national. An overlay is the chapter's own: those above it
 * read what was proposed, which is a copy from the day it was. A decided proposal never changes.
 */
export const createAdaptations: Migration = {
  id: "202611230120-create-adaptations",
  up: ({ app, job }) => `
${grantCaps({
  CHAPTER_LEADER: ["TEMPLATE_ADAPT", "PROPOSAL_READ"],
  CHAPTER_BOARD: ["TEMPLATE_ADAPT", "PROPOSAL_READ"],
  NATIONAL_EDITOR: ["PROPOSAL_READ"],
  NATIONAL_ADMIN: ["PROPOSAL_READ"],
})}

create table app.overlay (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  version_id uuid not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- the board's own deadline, for the reminders: they read no texts
  due_days_earlier smallint generated always as ((content ->> 'dueDaysEarlier')::smallint) stored,
  updated_by uuid not null,
  updated_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (chapter_id, id),
  unique (chapter_id, version_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id),
  foreign key (organization_id, updated_by) references app.seat (organization_id, id)
);

create table app.proposal (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  version_id uuid not null,
  -- the overlay as it was
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  message text not null default '' check (length(message) <= 500),
  state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  reason text check (length(reason) <= 500),
  -- when the chapter read what was decided
  seen_at timestamptz,
  rev int not null default 1,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id),
  foreign key (organization_id, proposed_by) references app.seat (organization_id, id),
  foreign key (organization_id, decided_by) references app.seat (organization_id, id),
  check ((state = 'OPEN') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null))
);
create unique index one_open_proposal on app.proposal (chapter_id, version_id) where state = 'OPEN';
create index on app.proposal (organization_id, template_id, proposed_at);

create function app.keep_proposal() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.state = old.state then
    if (new.decided_by, new.decided_at, new.reason) is distinct from (old.decided_by, old.decided_at, old.reason) then
      raise exception 'a proposal is decided once' using errcode = 'VA009';
    end if;
    return new;
  end if;
  if old.state <> 'OPEN' then raise exception 'a proposal is decided once' using errcode = 'VA009'; end if;
  if new.decided_by is distinct from authz.seat_id() then raise exception 'decided in the name of somebody else' using errcode = 'VA009'; end if;
  -- national decides, the chapter takes back
  if new.state in ('ACCEPTED', 'DECLINED') and new.organization_id is distinct from authz.organization_wide('TEMPLATE_WRITE')
     or new.state = 'WITHDRAWN' and not coalesce(new.chapter_id = any (authz.units('TEMPLATE_ADAPT')), false) then
    raise exception 'not theirs to decide' using errcode = 'VA009';
  end if;
  return new;
end $$;
create trigger keep_proposal before update on app.proposal for each row execute function app.keep_proposal();

${forceRowSecurity("app.overlay", "app.proposal")}

grant select, insert, update (content, updated_by, updated_at, rev), delete on app.overlay to ${app};
create policy overlay_read on app.overlay for select to ${app} using (chapter_id = any (authz.units('TEMPLATE_ADAPT')));
create policy overlay_insert on app.overlay for insert to ${app} with check (chapter_id = any (authz.units('TEMPLATE_ADAPT')) and updated_by = authz.seat_id());
create policy overlay_update on app.overlay for update to ${app} using (chapter_id = any (authz.units('TEMPLATE_ADAPT')))
  with check (chapter_id = any (authz.units('TEMPLATE_ADAPT')) and updated_by = authz.seat_id());
create policy overlay_delete on app.overlay for delete to ${app} using (chapter_id = any (authz.units('TEMPLATE_ADAPT')));
-- a reminder knows the board's own deadline, and no text
grant select (chapter_id, version_id, due_days_earlier) on app.overlay to ${job};
create policy overlay_job_read on app.overlay for select to ${job} using (chapter_id = any (authz.units('TOUCHPOINT_READ')));
grant select (version_id, period_report) on app.touchpoint to ${job};

grant select, insert, update (state, decided_by, decided_at, reason, seen_at, rev) on app.proposal to ${app};
create policy proposal_read on app.proposal for select to ${app} using (chapter_id = any (authz.units('PROPOSAL_READ')));
create policy proposal_insert on app.proposal for insert to ${app} with check (
  chapter_id = any (authz.units('TEMPLATE_ADAPT')) and proposed_by = authz.seat_id() and state = 'OPEN');
create policy proposal_update on app.proposal for update to ${app} using (chapter_id = any (authz.units('PROPOSAL_READ')));
`,
};
