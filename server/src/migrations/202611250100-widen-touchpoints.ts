import type { Migration } from "./migration.js";

/**
 * When a touchpoint rests and when it comes back: the day one tries again after nobody answered, and a report that the
 * coordinator has sent back with a note. Both are facts beside the dates, and judge nothing.
 */
export const widenTouchpoints: Migration = {
  id: "202611250100-widen-touchpoints",
  up: ({ app, job }) => `
alter table app.touchpoint
  -- after an attempt without an answer it rests until this day; it is due as it was
  add column returns_on date,
  -- the report was sent back to the board with a note; correcting it takes both away
  add column returned_at timestamptz,
  add column returned_note text check (length(returned_note) between 1 and 500),
  add check ((returned_at is null) = (returned_note is null)),
  -- what is about one person is not seen above the chapter, and so not sent back from there
  add check (returned_at is null or not about_member);
create index touchpoint_by_assignee on app.touchpoint (chapter_id, assignee_seat_id) where assignee_seat_id is not null;
create index touchpoint_returned on app.touchpoint (chapter_id, returned_at) where returned_at is not null;
grant update (returns_on, returned_at, returned_note) on app.touchpoint to ${app};
-- a reminder knows who has it, that somebody tried, and that it came back; never what was written
grant select (assignee_seat_id, started_at, returns_on, returned_at, about_member, period_report, version_id, exception_until, rev)
  on app.touchpoint to ${job};
`,
};
