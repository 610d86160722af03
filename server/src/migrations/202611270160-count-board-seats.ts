import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

/**
 * How many on each board have a seat, and when any of them was last seen. It tells what the seats' own policy lets the asker read, and
 * nothing else; but that policy has three reasons, which are asked again for every seat. Over a thousand chapters that took seconds:
 * here the right is asked once.
 */
export const countBoardSeats: Migration = {
  id: "202611270160-count-board-seats",
  up: ({ app, authz }) =>
    asRole(
      authz,
      `
create function authz.board_seats(chapters uuid[], on_day date) returns table (chapter_id uuid, active_seats int, last_seen_on date)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare org uuid := authz.organization('SEAT_READ'); own uuid[] := authz.units('SEAT_READ');
begin
  return query select s.chapter_id, count(s.account_id)::int, max(s.last_seen_on) from app.seat s
   where s.organization_id = org and s.chapter_id = any (chapters) and s.chapter_id = any (own)
     and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and s.valid_from <= on_day and (s.valid_to is null or s.valid_to > on_day)
   group by s.chapter_id;
end $$;
revoke execute on function authz.board_seats(uuid[], date) from public;
grant execute on function authz.board_seats(uuid[], date) to ${app};
`,
    ),
};
