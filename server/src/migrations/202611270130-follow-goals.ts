import type { Migration } from "./migration.js";

/** How many members the federation wants to have on a day, and where it began. How many it has is read from what is published. */
export const followGoals: Migration = {
  id: "202611270130-follow-goals",
  up: ({ app }) => `
alter table app.organization
  add column member_goal int check (member_goal between 1 and 1000000),
  add column member_goal_on date,
  add column member_goal_start int check (member_goal_start between 0 and 1000000),
  add column member_goal_start_on date,
  add constraint member_goal_whole check (num_nulls(member_goal, member_goal_on, member_goal_start, member_goal_start_on) in (0, 4)),
  add constraint member_goal_days check (member_goal_start_on < member_goal_on);
grant update (member_goal, member_goal_on, member_goal_start, member_goal_start_on) on app.organization to ${app};
`,
};
