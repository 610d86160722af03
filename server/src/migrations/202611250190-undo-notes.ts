import type { Migration } from "./migration.js";

/**
 * What a touchpoint was before somebody noted that nobody answered, or put it off: a note can be taken back for as long as a
 * closing can. It goes with the member, as the note does.
 */
export const undoNotes: Migration = {
  id: "202611250190-undo-notes",
  up: ({ app }) => `
alter table app.touchpoint
  add column note_before jsonb check (jsonb_typeof(note_before) = 'object'),
  add column noted_by uuid,
  add column noted_at timestamptz,
  add check (num_nulls(note_before, noted_by, noted_at) in (0, 3)),
  add foreign key (organization_id, noted_by) references app.seat (organization_id, id);
grant update (note_before, noted_by, noted_at) on app.touchpoint to ${app};

create or replace function app.forget_attempts() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.returns_on := null;
  new.last_chance_on := null;
  new.last_chance_outcome := null;
  new.note_before := null;
  new.noted_by := null;
  new.noted_at := null;
  return new;
end $$;
`,
};
