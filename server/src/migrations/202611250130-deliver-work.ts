import type { Migration } from "./migration.js";

/**
 * When each step was last ticked or unticked, and when the last contact was: what was done on a phone without a network may
 * arrive in any order, and the one that was done last holds.
 */
export const deliverWork: Migration = {
  id: "202611250130-deliver-work",
  up: ({ app }) => `
alter table app.touchpoint
  -- a step's key and the instant of its last wish; a step that is not here was ticked before we kept it
  add column step_times jsonb not null default '{}' check (jsonb_typeof(step_times) = 'object'),
  add column outcome_at timestamptz;
grant update (step_times, outcome_at) on app.touchpoint to ${app};
`,
};
