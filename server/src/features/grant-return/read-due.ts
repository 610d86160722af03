import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { GrantReturnDue } from "./grant-return.type.js";
import { lastGrantYear } from "./own-return.service.js";

/** The last month in which a return that nobody has begun is asked for: by then the money of the year is given out. */
const LAST_MONTH = 6;
const YEARS_BACK = 5;

/**
 * The return that waits for the own board: one that was sent back, whenever, else the year's that is to be delivered now. Null for who
 * writes none.
 */
export async function readGrantReturnDue(work: Work): Promise<GrantReturnDue | null> {
  const { chapterId, caps } = seated(work);
  if (!chapterId || !caps.has("GRANT_WRITE")) return null;
  const last = lastGrantYear(work.today);
  const asks = Number(work.today.slice(5, 7)) <= LAST_MONTH;
  const [row] = await work.query<GrantReturnDue>(
    `select y as year, coalesce(r.state, 'DRAFT') as state,
            (select count(*)::int from app.grant_signature s where s.chapter_id = r.chapter_id and s.return_id = r.id and s.version = r.version + 1) as signed,
            exists (select 1 from app.annual_report a where a.chapter_id = c.id and a.year = y and a.state = 'FINISHED') as "reportFinished"
       from app.chapter c cross join generate_series($2::int - ${YEARS_BACK}, $2::int) y
       left join app.grant_return r on r.chapter_id = c.id and r.year = y
      where c.id = $1 and not c.direct_members and c.opened_on <= make_date(y, 12, 31)
        and (r.state = 'RETURNED' or (y = $2 and $3 and coalesce(r.state, 'DRAFT') = 'DRAFT'))
      order by r.state is not distinct from 'RETURNED' desc, y desc limit 1`,
    [chapterId, last, asks],
  );
  return row ?? null;
}
