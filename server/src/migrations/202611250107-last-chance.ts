import type { Migration } from "./migration.js";

/**
 * What came of it when a board took contact after the time of a task about a member was out. A fact beside the task: it
 * stays missed, and no sum moves. It goes with the member, as what a task rests until does.
 */
export const lastChance: Migration = {
  id: "202611250107-last-chance",
  up: ({ app }) => `
alter table app.touchpoint
  add column last_chance_on date,
  add column last_chance_outcome text check (last_chance_outcome in ('REACHED', 'NO_ANSWER', 'WRONG_NUMBER', 'DECLINES_CONTACT')),
  add check ((last_chance_on is null) = (last_chance_outcome is null)),
  add check (last_chance_on is null or (about_member and last_chance_on > miss_on));
grant update (last_chance_on, last_chance_outcome) on app.touchpoint to ${app};

create function app.forget_attempts() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.returns_on := null;
  new.last_chance_on := null;
  new.last_chance_outcome := null;
  return new;
end $$;
create trigger forget_attempts before update of member_id on app.touchpoint
  for each row when (old.member_id is not null and new.member_id is null) execute function app.forget_attempts();
`,
};
