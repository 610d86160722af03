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

const NEXT = `select t.id from app.touchpoint t where t.chapter_id = $1 and t.id <> $2 and ${READY}
        order by t.template_id = (select a.template_id from app.touchpoint a where a.chapter_id = $1 and a.id = $2) desc, t.due_on, t.id limit 1`;

type Going = { touchpoint: Touchpoint | null; next: Touchpoint | null };

async function read(installation: Installation, work: Work, id: string, which: string): Promise<Going> {
  const { chapterId, seatId } = seated(work);
  const rows = await work.query<TouchpointRow>(
    `select ${TOUCHPOINT_COLUMNS} from app.touchpoint t ${TOUCHPOINT_JOINS} where t.chapter_id = $1 and t.id = ${which}`,
    [chapterId, id, work.today, seatId],
  );
  if (rows.length === 0) return { touchpoint: null, next: null };
  const versions = await versionsOf(
    installation,
    work,
    rows.map((row) => row.version_id),
  );
  const shown = (own: boolean): Touchpoint | null => {
    const row = rows.find((one) => (one.id === id.toLowerCase()) === own);
    return row ? toTouchpoint(row, versions.get(row.version_id)!, work.today) : null;
  };
  return { touchpoint: shown(true), next: shown(false) };
}

/** What to go on with after one touchpoint of the acting chapter: of the same template first, then by due day; null when nothing waits. */
export const nextTouchpoint = async (installation: Installation, work: Work, after: string) =>
  (await read(installation, work, after, `(${NEXT})`)).next;

/** One touchpoint of the acting chapter and what to go on with, in one statement; null when it is out of reach, or nothing waits. */
export const touchpointAndNext = (installation: Installation, work: Work, id: string): Promise<Going> =>
  read(installation, work, id, `any (array[$2::uuid, (${NEXT})])`);
