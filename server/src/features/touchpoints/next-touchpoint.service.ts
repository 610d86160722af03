import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Installation } from "../../kernel/graphql/context.js";
import { UNCLOSED } from "./status-sql.js";
import { toTouchpoint, TOUCHPOINT_COLUMNS, TOUCHPOINT_JOINS } from "./touchpoint.rows.js";
import type { TouchpointRow } from "./touchpoint.rows.js";
import type { Touchpoint } from "./touchpoint.type.js";
import { versionsOf } from "./versions.js";

// can be reported today (`$3`), does not rest, is nobody else's (`$4` asks), and is not one's own part done already
const READY = `${UNCLOSED} and (t.opens_on <= $3::date or t.started_at is not null)
  and greatest(case when t.late_allowed then t.miss_on else t.due_on end, t.exception_until) >= $3::date
  and (t.returns_on is null or t.returns_on <= $3::date)
  and (t.assignee_seat_id is null or t.assignee_seat_id = $4::uuid)
  and not exists (select 1 from app.touchpoint_part p where p.chapter_id = t.chapter_id and p.touchpoint_id = t.id and p.seat_id = $4::uuid)`;

/** What to go on with after one touchpoint of the acting chapter: of the same template first, then by due day; null when nothing waits. */
export async function nextTouchpoint(
  installation: Installation,
  work: Work,
  after: string,
): Promise<Touchpoint | null> {
  const { chapterId, seatId } = seated(work);
  const [row] = await work.query<TouchpointRow>(
    `select ${TOUCHPOINT_COLUMNS} from app.touchpoint t ${TOUCHPOINT_JOINS}
      where t.chapter_id = $1 and t.id = (select t.id from app.touchpoint t where t.chapter_id = $1 and t.id <> $2 and ${READY}
        order by t.template_id = (select a.template_id from app.touchpoint a where a.chapter_id = $1 and a.id = $2) desc, t.due_on, t.id limit 1)`,
    [chapterId, after, work.today, seatId],
  );
  if (!row) return null;
  const versions = await versionsOf(installation, work, [row.version_id]);
  return toTouchpoint(row, versions.get(row.version_id)!, work.today);
}
