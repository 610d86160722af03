import type { Migration } from "./migration.js";
import { forceRowSecurity, grantCaps, openTo } from "./migration.js";

const TABLES = ["app.strategy_goal", "app.plan_template"];
const WRITES = "organization_id = authz.organization_wide('STRATEGY_WRITE')";
const READS = "organization_id = authz.organization('PLAN_READ')";

/** What the organization wants in a year, which rows of chapters' plans hang on, and the plan that a chapter may begin from. */
export const strategy: Migration = {
  id: "202612010110-strategy",
  up: ({ app, bulk }) => `
${grantCaps({ NATIONAL_ADMIN: ["STRATEGY_WRITE"], NATIONAL_EDITOR: ["STRATEGY_WRITE"] })}

create table app.strategy_goal (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  text text not null check (length(text) between 1 and 200),
  why text not null default '' check (length(why) <= 600),
  written_by uuid not null,
  written_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, written_by) references app.seat (organization_id, id)
);
create index on app.strategy_goal (organization_id, year);

create table app.plan_template (
  organization_id uuid not null references app.organization (id),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  written_by uuid not null,
  written_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (organization_id),
  foreign key (organization_id, written_by) references app.seat (organization_id, id)
);

alter table app.action_plan_row add column goal_id uuid,
  add foreign key (organization_id, goal_id) references app.strategy_goal (organization_id, id) on delete set null (goal_id);
create index on app.action_plan_row (organization_id, goal_id) where goal_id is not null;
grant update (goal_id) on app.action_plan_row to ${app};

${forceRowSecurity(...TABLES)}
${openTo(bulk, "all", ...TABLES)}

grant select, insert (organization_id, id, year, text, why, written_by), update (text, why, rev), delete on app.strategy_goal to ${app};
create policy strategy_goal_read on app.strategy_goal for select to ${app} using (${READS});
create policy strategy_goal_add on app.strategy_goal for insert to ${app} with check (${WRITES} and written_by = authz.seat_id());
create policy strategy_goal_write on app.strategy_goal for update to ${app} using (${WRITES});
create policy strategy_goal_remove on app.strategy_goal for delete to ${app} using (${WRITES});

grant select, insert (organization_id, content, written_by), update (content, written_by, written_at, rev) on app.plan_template to ${app};
create policy plan_template_read on app.plan_template for select to ${app} using (${READS});
create policy plan_template_add on app.plan_template for insert to ${app} with check (${WRITES} and written_by = authz.seat_id());
create policy plan_template_write on app.plan_template for update to ${app} using (${WRITES})
  with check (${WRITES} and written_by = authz.seat_id());
`,
};
