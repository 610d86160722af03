import type { Migration } from "./migration.js";

const RUNS = "organization_id = authz.organization_wide('GRANT_RUN')";

/** Boards are told of returns in their own language, and what was approved by itself stands in the trail as done by nobody. */
export const tellOfReturns: Migration = {
  id: "202612010180-tell-of-returns",
  up: ({ app, job }) => `
-- what Varde itself wrote, in the other languages: {"nn": {"title", "body"}, "en": …}; what a person wrote is in theirs alone
alter table app.board_message add column in_languages jsonb
  check (jsonb_typeof(in_languages) = 'object' and length(in_languages::text) < 8000);
grant insert (in_languages) on app.board_message to ${app}, ${job};

grant insert (organization_id, chapter_id, action, subject_type, subject_id, detail) on app.audit to ${job};
create policy audit_insert_grant on app.audit for insert to ${job} with check (
  ${RUNS} and actor_seat_id is null and action = 'GRANT_RETURN_BY_ITSELF' and subject_type = 'GrantReturn');
`,
};
