import type { Migration } from "./migration.js";
import { forceRowSecurity, openTo } from "./migration.js";

const TABLES = ["app.action_plan", "app.action_plan_row", "app.action_plan_version"];
const inner = "language plpgsql set search_path = pg_catalog, pg_temp";

/**
 * A chapter's action plan of a year, by rows that a board works on at once. What is adopted is kept as a version that nobody
 * changes, and while a plan is adopted its words are held by triggers: how far a row has come is still written.
 */
export const actionPlan: Migration = {
  id: "202612010100-action-plan",
  up: ({ app, bulk }) => `
create table app.action_plan (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'ADOPTED', 'CHANGING')),
  title text not null default '' check (length(title) <= 160),
  intro text not null default '' check (length(intro) <= 6000),
  closing text not null default '' check (length(closing) <= 600),
  -- of the version that holds now
  adopted_place text check (length(adopted_place) between 1 and 80),
  adopted_on date,
  adopted_by text check (adopted_by in ('ANNUAL_MEETING', 'BOARD')),
  -- why a new version is being written
  change_reason text check (length(change_reason) between 1 and 300),
  started_by uuid not null,
  started_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (chapter_id, id),
  unique (chapter_id, year),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, started_by) references app.seat (organization_id, id),
  check ((state = 'DRAFT') = (adopted_on is null)),
  check (num_nulls(adopted_place, adopted_on, adopted_by) in (0, 3)),
  check ((state = 'CHANGING') = (change_reason is not null))
);
create index on app.action_plan (organization_id, year);

create table app.action_plan_row (
  organization_id uuid not null,
  chapter_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  position int not null,
  nr text not null default '' check (length(nr) <= 12),
  activity text not null default '' check (length(activity) <= 300),
  aim text not null default '' check (length(aim) <= 4000),
  measures text not null default '' check (length(measures) <= 4000),
  result_aim text not null default '' check (length(result_aim) <= 4000),
  -- in words, or the seat that has it
  responsible text not null default '' check (length(responsible) <= 120),
  responsible_seat_id uuid,
  due_on date,
  status text not null default 'NOT_BEGUN' check (status in ('NOT_BEGUN', 'UNDER_WAY', 'DONE', 'PARTLY', 'NOT_DONE')),
  learnt text not null default '' check (length(learnt) <= 600),
  -- what shows how far it has come by itself: the chapter's tasks of a template, or its meetings of a kind, of so many
  template_id uuid,
  measure text check (measure in ('MEMBER_MEETING', 'BOARD_MEETING', 'GATHERING')),
  target smallint check (target between 1 and 500),
  -- the row of the year before that it was copied from
  origin_id uuid,
  removed_at timestamptz,
  rev int not null default 1,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, plan_id) references app.action_plan (chapter_id, id) on delete cascade,
  foreign key (chapter_id, origin_id) references app.action_plan_row (chapter_id, id) on delete set null (origin_id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, responsible_seat_id) references app.seat (organization_id, id),
  check (template_id is null or measure is null)
);
create index on app.action_plan_row (chapter_id, plan_id, position);
create index on app.action_plan_row (chapter_id, origin_id) where origin_id is not null;

-- what was adopted, word for word; the hash is of the content as it is stored
create table app.action_plan_version (
  organization_id uuid not null,
  chapter_id uuid not null,
  plan_id uuid not null,
  number smallint not null check (number >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  place text not null check (length(place) between 1 and 80),
  adopted_on date not null,
  adopted_by text not null check (adopted_by in ('ANNUAL_MEETING', 'BOARD')),
  reason text check (length(reason) between 1 and 300),
  frozen_by uuid not null,
  frozen_at timestamptz not null default now(),
  primary key (chapter_id, plan_id, number),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, plan_id) references app.action_plan (chapter_id, id),
  foreign key (organization_id, frozen_by) references app.seat (organization_id, id),
  check ((number = 1) = (reason is null))
);

${forceRowSecurity(...TABLES)}
${openTo(bulk, "all", ...TABLES)}

grant select, insert (organization_id, chapter_id, id, year, title, intro, closing, started_by),
  update (state, title, intro, closing, adopted_place, adopted_on, adopted_by, change_reason, rev), delete on app.action_plan to ${app};
create policy action_plan_read on app.action_plan for select to ${app} using (chapter_id = any (authz.units('PLAN_READ')));
create policy action_plan_start on app.action_plan for insert to ${app} with check (
  chapter_id = any (authz.units('PLAN_WRITE')) and started_by = authz.seat_id());
create policy action_plan_write on app.action_plan for update to ${app} using (chapter_id = any (authz.units('PLAN_WRITE')));
create policy action_plan_discard on app.action_plan for delete to ${app} using (
  chapter_id = any (authz.units('PLAN_WRITE')) and state = 'DRAFT');

grant select, insert, update (position, nr, activity, aim, measures, result_aim, responsible, responsible_seat_id, due_on, status, learnt,
  template_id, measure, target, removed_at, rev) on app.action_plan_row to ${app};
create policy action_plan_row_read on app.action_plan_row for select to ${app} using (chapter_id = any (authz.units('PLAN_READ')));
create policy action_plan_row_add on app.action_plan_row for insert to ${app} with check (chapter_id = any (authz.units('PLAN_WRITE')));
create policy action_plan_row_write on app.action_plan_row for update to ${app} using (chapter_id = any (authz.units('PLAN_WRITE')));

grant select, insert (organization_id, chapter_id, plan_id, number, content, hash, place, adopted_on, adopted_by, reason, frozen_by)
  on app.action_plan_version to ${app};
create policy action_plan_version_read on app.action_plan_version for select to ${app} using (
  chapter_id = any (authz.units('PLAN_READ')));
create policy action_plan_version_freeze on app.action_plan_version for insert to ${app} with check (
  chapter_id = any (authz.units('PLAN_WRITE')) and frozen_by = authz.seat_id());

create function app.hold_action_plan() returns trigger ${inner} as $$
begin
  if old.state = 'ADOPTED' and (new.title, new.intro, new.closing, new.adopted_place, new.adopted_on, new.adopted_by)
      is distinct from (old.title, old.intro, old.closing, old.adopted_place, old.adopted_on, old.adopted_by) then
    raise exception 'an adopted plan stays as it is' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_action_plan before update on app.action_plan for each row execute function app.hold_action_plan();

-- how far a row has come is written after adoption too; what it says is not
create function app.hold_action_plan_row() returns trigger ${inner} as $$
begin
  if tg_op = 'UPDATE' and (new.position, new.nr, new.activity, new.aim, new.measures, new.result_aim, new.removed_at)
      is not distinct from (old.position, old.nr, old.activity, old.aim, old.measures, old.result_aim, old.removed_at) then
    return new;
  end if;
  if exists (select 1 from app.action_plan p where p.chapter_id = new.chapter_id and p.id = new.plan_id and p.state = 'ADOPTED')
     -- what is loaded whole comes plan first
     and not (tg_op = 'INSERT' and current_user = '${bulk}') then
    raise exception 'the words of an adopted plan stay as they are' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_action_plan_row before insert or update on app.action_plan_row for each row execute function app.hold_action_plan_row();
`,
};
