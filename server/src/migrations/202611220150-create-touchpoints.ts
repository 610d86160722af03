import type { Migration } from "./migration.js";
import { forceRowSecurity, openTo } from "./migration.js";

/**
 * Touchpoints and meetings. A touchpoint is one obligation, unique by (chapter, template, member or none, occurrence)
 * whatever the version; its id is derived from that key. Deadlines are Oslo days. Status is computed, never stored.
 */
export const createTouchpoints: Migration = {
  id: "202611220150-create-touchpoints",
  up: ({ app, job, bulk }) => `
-- the same key gives the same id wherever and however often it is made (a UUIDv8: a hash with version and variant bits)
create function app.touchpoint_id(chapter uuid, template uuid, member uuid, occurrence text) returns uuid
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (substr(h, 1, 12) || '8' || substr(h, 14, 3) || '8' || substr(h, 18, 15))::uuid
    from (select encode(sha256(convert_to(chapter::text || '/' || template::text || '/' || coalesce(member::text, '-') || '/' || occurrence, 'UTF8')), 'hex') h) x
$$;

create table app.touchpoint (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  version_id uuid not null,
  -- of the version: a new major breaks the series
  major smallint not null,
  about_member boolean not null,
  -- the one question a per-member template asks per period; about no one person
  period_report boolean not null default false,
  member_id uuid,
  occurrence text not null check (length(occurrence) between 1 and 60),
  opens_on date not null,
  due_on date not null check (due_on >= opens_on),
  miss_on date not null check (miss_on >= due_on),
  -- the period it counts in is that of its first due date
  first_due_on date not null,
  late_allowed boolean not null default true,
  exception_until date,
  started_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  emptied_at timestamptz,
  waived_at timestamptz,
  cancelled_at timestamptz,
  cancelled_because text check (cancelled_because in ('MEMBER_LEFT', 'MEMBER_MOVED', 'VERSION_WITHDRAWN', 'CHAPTER_CLOSED')),
  outcome text check (outcome in ('REACHED', 'NO_ANSWER', 'WRONG_NUMBER', 'MOVED', 'DECLINES_CONTACT', 'LATER')),
  attempts smallint not null default 0,
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  steps_done text[] not null default '{}',
  assignee_seat_id uuid,
  meeting_id uuid,
  created_at timestamptz not null default now(),
  rev int not null default 1,
  -- those above may read rows about no one person
  reach_key text generated always as (chapter_id::text || case when about_member then ':persons' else ':duties' end) stored,
  primary key (chapter_id, id),
  unique nulls not distinct (chapter_id, template_id, member_id, occurrence),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id),
  foreign key (organization_id, closed_by) references app.seat (organization_id, id),
  foreign key (organization_id, assignee_seat_id) references app.seat (organization_id, id),
  foreign key (chapter_id, member_id) references app.member (chapter_id, id),
  check (about_member = (member_id is not null)),
  check (not (period_report and about_member)),
  check (num_nonnulls(closed_at, emptied_at, waived_at, cancelled_at) <= 1),
  check ((cancelled_at is null) = (cancelled_because is null))
);
create index touchpoint_by_due on app.touchpoint (reach_key, due_on, id);
create index touchpoint_unclosed on app.touchpoint (reach_key, due_on, id)
  where closed_at is null and emptied_at is null and waived_at is null and cancelled_at is null;
create index touchpoint_by_template on app.touchpoint (chapter_id, template_id, first_due_on);
create index touchpoint_by_id on app.touchpoint (id);
create index touchpoint_by_meeting on app.touchpoint (chapter_id, meeting_id) where meeting_id is not null;

create table app.meeting (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('GATHERING', 'MEMBER_MEETING', 'BOARD_MEETING', 'ANNUAL_MEETING')),
  title text check (length(title) <= 120),
  held_on date not null,
  starts_at time,
  place text check (length(place) <= 120),
  host text check (length(host) <= 80),
  link text check (length(link) <= 300),
  attendance int check (attendance between 0 and 5000),
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);
create index on app.meeting (chapter_id, held_on);
alter table app.touchpoint add foreign key (chapter_id, meeting_id) references app.meeting (chapter_id, id);

${forceRowSecurity("app.touchpoint", "app.meeting")}
${openTo(bulk, "all", "app.touchpoint", "app.meeting")}

grant select, update (due_on, miss_on, started_at, closed_at, closed_by, emptied_at, outcome, attempts, answers, steps_done, assignee_seat_id, meeting_id, rev)
  on app.touchpoint to ${app};
create policy touchpoint_read on app.touchpoint for select to ${app} using (
  reach_key = any (authz.reach('TOUCHPOINT_READ', 'TOUCHPOINT_UNBOUND_READ')));
create policy touchpoint_update on app.touchpoint for update to ${app} using (chapter_id = any (authz.units('TOUCHPOINT_WRITE')));
-- a reminder needs dates and counts, never answers or persons
grant select (organization_id, chapter_id, id, template_id, opens_on, due_on, miss_on, closed_at, emptied_at, waived_at, cancelled_at, created_at)
  on app.touchpoint to ${job};
create policy touchpoint_job_read on app.touchpoint for select to ${job} using (chapter_id = any (authz.units('TOUCHPOINT_READ')));

-- from above: date and number, not place, host or link
grant select, insert, update (kind, title, held_on, starts_at, place, host, link, attendance, cancelled_at, rev) on app.meeting to ${app};
create policy meeting_read on app.meeting for select to ${app} using (chapter_id = any (authz.units('MEETING_READ')));
create policy meeting_insert on app.meeting for insert to ${app} with check (chapter_id = any (authz.units('MEETING_WRITE')));
create policy meeting_update on app.meeting for update to ${app} using (chapter_id = any (authz.units('MEETING_WRITE')));
`,
};
