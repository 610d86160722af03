import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { BoardsToLookAt, BoardToLookAt } from "./boards.type.js";

/** What the page offers; a board is elected for a year, so that more would be all of them. */
const DAYS_MOST = 180;

/** The boards in reach that are unknown, or end within so many days. Throws BAD_REQUEST for other days than 1-180. */
export async function boardsToLookAt(work: Work, withinDays: number): Promise<BoardsToLookAt> {
  if (withinDays < 1 || withinDays > DAYS_MOST) throw new AppError("BAD_REQUEST");
  const rows = await work.query<BoardToLookAt & { all: number }>(
    `select b.chapter_id as "chapterId", c.short_name as "chapterName", r.name as "regionName", b.missing, b.held, b.ending,
            b.board_until as "boardUntil", b.leader_until as "leaderUntil", b.last_until as "lastUntil", b.invited, count(*) over ()::int as all
       from authz.boards_to_look_at($2) b join app.chapter c on c.organization_id = $1 and c.id = b.chapter_id
       left join app.chapter_region m on m.organization_id = $1 and m.chapter_id = c.id and m.valid_from <= authz.today() and (m.valid_to is null or m.valid_to > authz.today())
       left join app.region r on r.organization_id = $1 and r.id = m.region_id
      order by case b.missing when 'BOARD' then 0 when 'LEADER' then 1 else 2 end, least(b.board_until, b.leader_until), lower(c.short_name), c.id limit 100`,
    [seated(work).organizationId, withinDays],
  );
  return { totalCount: rows[0]?.all ?? 0, boards: rows.map(({ all: _all, ...board }) => board) };
}
