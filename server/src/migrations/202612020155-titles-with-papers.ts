import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

/**
 * A calendar's address leaves out the titles that name somebody of the chapter. A seat that sees no persons, because its papers lack,
 * is told no title: it could write a name in a plan, and see by what is left out whether that is a member's.
 */
export const titlesWithPapers: Migration = {
  id: "202612020155-titles-with-papers",
  up: ({ bulk }) =>
    asRole(
      bulk,
      `
do $$
declare
  held text := pg_get_functiondef('authz.calendar_year(bytea)'::regprocedure);
  seat text := replace(held, 'select s.organization_id, s.chapter_id, c.county into f', 'select s.id as seat_id, s.organization_id, s.chapter_id, c.county into f');
  mended text := replace(seat, 'case when p.state = ''ADOPTED'' and not (', 'case when p.state = ''ADOPTED'' and authz.lacks_papers(f.seat_id) = ''{}'' and not (');
begin
  if seat = held or mended = seat then raise exception 'a calendar reads otherwise'; end if;
  execute mended;
end $$;
`,
    ),
};
