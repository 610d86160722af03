import { daysWaiting, osloDate } from "@varde/domain";
import type { GrantReturnState } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { GrantFilter, GrantReturnRow, GrantReturnTotals } from "./grant-return.type.js";
import { goesOnBy } from "./read-return.js";
import { readSetting } from "./setting.service.js";

type Row = {
  chapterId: string;
  chapterName: string;
  id: string | null;
  state: GrantReturnState | null;
  stateAt: Date | null;
  counting: number | null;
  counts: boolean | null;
};
const COUNTED = `(k.content::jsonb -> 'count' ->> 'counting')::int`;
const COUNTS = `k.content::jsonb -> 'count' ->> 'chapter' = 'MET'`;
const FILTER = `case when r.state is null or r.state = 'DRAFT' then 'MISSING' else r.state end`;
/**
 * The chapters that were there on the day of counting, with their return of the year ($2). What a return says joins in only for whoever
 * goes through returns: to the rest the rows of its content are not there.
 */
const FROM = `from app.chapter c
  left join app.grant_return r on r.chapter_id = c.id and r.year = $2
  left join app.grant_content k on k.chapter_id = c.id and k.return_id = r.id and k.version = r.version and k.delivered_at is not null
   and k.organization_id = (select authz.organization_wide('GRANT_REVIEW'))
 where c.organization_id = $1 and not c.direct_members and c.opened_on <= make_date($2, 12, 31)
   and (c.closed_on is null or c.closed_on > make_date($2, 12, 31)) and c.id = any ((select authz.units('PLAN_READ'))::uuid[])`;

function shown(row: Row, today: string, days: number | null): GrantReturnRow {
  const { chapterId, chapterName, counting, counts } = row;
  const state: GrantFilter = row.state === null || row.state === "DRAFT" ? "MISSING" : row.state;
  const since = state === "MISSING" || !row.stateAt ? null : osloDate(row.stateAt);
  return {
    chapterId,
    chapterName,
    id: counting === null ? null : row.id,
    state,
    since,
    daysWaiting: since === null || state === "APPROVED" ? null : daysWaiting(since, today),
    advancesOn: row.state && row.stateAt ? goesOnBy({ state: row.state, stateAt: row.stateAt }, days) : null,
    counting,
    counts,
  };
}

/** The chapters in reach with how far their return of a year has come: those that have waited longest first, then by name. */
export async function readReturns(
  work: Work,
  { year, state, first, after }: { year: number; state: GrantFilter | null; first: number; after?: string | null },
) {
  const size = pageSize(first);
  const place = fromCursor(after, 2);
  const rows = await work.query<Row>(
    `select c.id as "chapterId", c.name as "chapterName", r.id, r.state, r.state_at as "stateAt", ${COUNTED} as counting, ${COUNTS} as counts
       ${FROM} and ($3::text is null or ${FILTER} = $3)
        and ($4::text is null or (lower(c.name), c.id) > ($4, $5::uuid))
      order by lower(c.name), c.id limit $6`,
    [seated(work).organizationId, year, state, place?.[0] ?? null, place?.[1] ?? null, size + 1],
  );
  const { advanceDays } = await readSetting(work);
  return toConnection(
    rows,
    size,
    (row) => shown(row, work.today, advanceDays),
    (row) => [row.chapterName.toLowerCase(), row.chapterId],
    { after },
  );
}

export async function readTotals(work: Work, year: number): Promise<GrantReturnTotals> {
  const [row] = await work.query<GrantReturnTotals>(
    `select count(*)::int as chapters, count(*) filter (where ${FILTER} = 'MISSING')::int as missing,
            count(*) filter (where r.state = 'DELIVERED')::int as delivered, count(*) filter (where r.state = 'RETURNED')::int as returned,
            count(*) filter (where r.state = 'APPROVED')::int as approved, count(*) filter (where ${COUNTS})::int as "countingChapters",
            coalesce(sum(${COUNTED}), 0)::int as "countingMembers" ${FROM}`,
    [seated(work).organizationId, year],
  );
  const mayRead = seated(work).caps.has("GRANT_REVIEW");
  return mayRead ? row! : { ...row!, countingChapters: null, countingMembers: null };
}

/** The chapters whose return of the year is missing or was sent back, of those the filter shows. */
export async function readLacking(work: Work, year: number, state: GrantFilter | null): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `select c.id ${FROM} and (c.closed_on is null or c.closed_on > authz.today())
        and ${FILTER} in ('MISSING', 'RETURNED') and ($3::text is null or ${FILTER} = $3)`,
    [seated(work).organizationId, year, state],
  );
  return rows.map(({ id }) => id);
}
