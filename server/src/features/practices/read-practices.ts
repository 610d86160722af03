import type { LocalizedText } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Practice, PracticeState } from "./practice.type.js";

type PracticeRow = {
  id: string;
  template_id: string;
  template_name: LocalizedText | null;
  chapter_id: string;
  chapter_name: string;
  text: string;
  state: PracticeState;
  reason: string | null;
  created_at: string;
  decided_at: string | null;
  numbers_until: string | null;
  rev: number;
  place: number;
};

// the row-level security says which: the own chapter's, all for national, the shown for everybody
const SELECT = `
select p.id, p.template_id, p.chapter_id, c.short_name as chapter_name, p.text, p.state, p.reason, p.created_at, p.decided_at, p.rev, g.numbers_until,
  (extract(epoch from p.created_at) * 1000000)::bigint::float8 as place,
  (select v.definition -> 'name' from app.template_version v
    where v.organization_id = p.organization_id and v.template_id = p.template_id and v.state <> 'DRAFT'
    order by (v.state = 'PUBLISHED') desc, v.major desc, v.minor desc limit 1) as template_name
  from app.practice p join app.chapter c on c.organization_id = p.organization_id and c.id = p.chapter_id
  -- who was asked is seen by the chapter and national alone: for others there is no such row
  left join app.good_example g on g.chapter_id = p.chapter_id and g.practice_id = p.id
 where p.organization_id = $1`;

function toPractice(work: Work, row: PracticeRow): Practice {
  const { caps, chapterId } = seated(work);
  const national = chapterId === null && caps.has("TEMPLATE_WRITE");
  const own = chapterId === row.chapter_id && caps.has("TOUCHPOINT_WRITE");
  const alive = row.state === "SUGGESTED" || row.state === "SHOWN";
  return {
    id: row.id,
    templateId: row.template_id,
    templateName: row.template_name ?? { nb: "" },
    chapterId: row.chapter_id,
    chapterName: row.chapter_name,
    text: row.text,
    state: row.state,
    reason: row.reason,
    createdAt: new Date(row.created_at),
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
    askedByNumbersUntil: row.numbers_until,
    mayDecide: national && row.state === "SUGGESTED",
    mayWithdraw: own ? alive : national && row.state === "SHOWN",
    rev: row.rev,
  };
}

export type PracticePage = {
  templateId: string | null;
  state: PracticeState | null;
  first: number;
  after: string | null;
};

/** The practices the seat may read, newest first. */
export async function listPractices(work: Work, page: PracticePage): Promise<Connection<Practice>> {
  const first = pageSize(page.first);
  const place = fromCursor(page.after, 2);
  if (place && !(Number.isSafeInteger(place[0]) && isUuid(String(place[1])))) throw new AppError("BAD_REQUEST");
  if (page.templateId !== null && !isUuid(page.templateId)) throw new AppError("NOT_FOUND");
  const rows = await work.query<PracticeRow>(
    `select * from (${SELECT} and ($2::uuid is null or p.template_id = $2) and ($3::text is null or p.state = $3)) x
      where $4::float8 is null or (x.place, x.id) < ($4, $5::uuid) order by x.place desc, x.id desc limit $6`,
    [seated(work).organizationId, page.templateId, page.state, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  return toConnection(
    rows,
    first,
    (row) => toPractice(work, row),
    (row) => [row.place, row.id],
    { after: page.after },
  );
}

/** One practice the seat may read, or null. */
export async function findPractice(work: Work, id: string): Promise<Practice | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<PracticeRow>(`${SELECT} and p.id = $2`, [seated(work).organizationId, id]);
  return row ? toPractice(work, row) : null;
}
