import type { Migration } from "./migration.js";

const inner = "language plpgsql set search_path = pg_catalog, pg_temp";

/** The organization's goals have an order that is theirs to choose, and whoever has them or a plan open hears that they changed. */
export const orderGoals: Migration = {
  id: "202612020130-order-goals",
  up: ({ app }) => `
alter table app.strategy_goal add column position int not null default 0;
update app.strategy_goal g set position = n.position
  from (select organization_id, id, row_number() over (partition by organization_id, year order by written_at, id) as position from app.strategy_goal) n
 where g.organization_id = n.organization_id and g.id = n.id;
grant insert (position), update (position) on app.strategy_goal to ${app};

-- «b chapter plan», to its own board alone; «c chapter» where the plan itself is gone
create function app.tell_action_plan() returns trigger ${inner} as $$
begin
  if tg_op = 'DELETE' then perform pg_notify('varde_live', 'c ' || old.chapter_id);
  else perform pg_notify('varde_live', 'b ' || new.chapter_id || ' ' || new.id); end if;
  return null;
end $$;
create trigger tell after insert or update or delete on app.action_plan for each row execute function app.tell_action_plan();
create function app.tell_action_plan_row() returns trigger ${inner} as $$
begin
  perform pg_notify('varde_live', 'b ' || new.chapter_id || ' ' || new.plan_id);
  return null;
end $$;
create trigger tell after insert or update on app.action_plan_row for each row execute function app.tell_action_plan_row();

-- «o organization»: what it has together changed
create function app.tell_strategy() returns trigger ${inner} as $$
begin
  perform pg_notify('varde_live', 'o ' || case when tg_op = 'DELETE' then old.organization_id else new.organization_id end);
  return null;
end $$;
create trigger tell after insert or update or delete on app.strategy_goal for each row execute function app.tell_strategy();
`,
};
