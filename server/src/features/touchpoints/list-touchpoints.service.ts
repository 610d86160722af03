import { requirePeriod, parsePeriod } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Installation } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { applyFilter, Where } from "./list-filter.js";
import { UNCLOSED } from "./status-sql.js";
import type { TouchpointFilter } from "./touchpoint.inputs.js";
import { toTouchpoint, pageStatement } from "./touchpoint.rows.js";
import type { TouchpointRow } from "./touchpoint.rows.js";
import type { Touchpoint } from "./touchpoint.type.js";
import { versionsOf } from "./versions.js";

export type PageArgs = { first: number; after?: string | null | undefined; count: boolean; latestFirst?: boolean };

/** How far ahead the list looks when nothing else is asked. */
export const DAYS_AHEAD = 60;

async function page(
  installation: Installation,
  work: Work,
  where: Where,
  args: PageArgs,
): Promise<Connection<Touchpoint>> {
  const first = pageSize(args.first);
  const place = fromCursor(args.after, 2);
  const counted = where.sql;
  const countValues = [...where.values];
  const [compare, direction] = args.latestFirst ? (["<", "desc"] as const) : ([">", "asc"] as const);
  if (place)
    where.and(`(t.due_on, t.id) ${compare} (${where.param(place[0], "date")}, ${where.param(place[1], "uuid")})`);
  const rows = await work.query<TouchpointRow>(
    pageStatement(where.sql, direction, where.param(first + 1, "int")),
    where.values,
  );
  const versions = await versionsOf(
    installation,
    work,
    rows.map((row) => row.version_id),
  );
  // a page that holds all has counted them
  const all = !place && rows.length <= first;
  const totalCount = !args.count
    ? null
    : all
      ? rows.length
      : ((
          await work.query<{ n: number }>(
            `select count(*)::int as n from app.touchpoint t where t.organization_id = $1 and t.chapter_id = $2 and ${counted}`,
            countValues,
          )
        )[0]?.n ?? 0);
  return toConnection(
    rows,
    first,
    (row) => toTouchpoint(row, versions.get(row.version_id)!, work.today),
    (row) => [row.due_on, row.id],
    { after: args.after, totalCount },
  );
}

/** The acting chapter's touchpoints by due day. One statement a page, once their versions are known. */
export async function listTouchpoints(
  installation: Installation,
  work: Work,
  filter: TouchpointFilter | null | undefined,
  args: PageArgs,
): Promise<Connection<Touchpoint>> {
  const { organizationId, chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  const where = new Where(organizationId, chapterId);
  if (filter) applyFilter(where, filter, work.today);
  else where.and(`${UNCLOSED} and t.opens_on <= ${where.param(work.today, "date")} + ${DAYS_AHEAD}`);
  return page(installation, work, where, args);
}

/**
 * The touchpoints behind a number: of one chapter, template and period. From above the chapter a template about one member
 * is not there: its numbers end at chapter and period.
 */
export async function listChapterTouchpoints(
  installation: Installation,
  work: Work,
  target: { chapterId: string; templateId: string; period: string },
  args: PageArgs,
): Promise<Connection<Touchpoint>> {
  const viewer = seated(work);
  if (!isUuid(target.chapterId) || !isUuid(target.templateId)) throw new AppError("NOT_FOUND");
  if (!parsePeriod(target.period)) throw new AppError("BAD_REQUEST");
  const own = viewer.chapterId === target.chapterId && viewer.caps.has("TOUCHPOINT_READ");
  const [reached] = await work.query<{ about_member: boolean }>(
    `select exists (select 1 from app.template_version v where v.organization_id = x.organization_id and v.template_id = x.id and v.about_member) as about_member
       from app.touchpoint_template x
      where x.organization_id = $1 and x.id = $2
        and ($4 or $3::uuid = any (authz.units('TOUCHPOINT_UNBOUND_READ')))`,
    [viewer.organizationId, target.templateId, target.chapterId, own],
  );
  if (!reached || (reached.about_member && !own)) throw new AppError("NOT_FOUND");
  const { start, end } = requirePeriod(target.period);
  const where = new Where(viewer.organizationId, target.chapterId);
  where.and(`t.template_id = ${where.param(target.templateId, "uuid")}`);
  where.and(`t.first_due_on between ${where.param(start, "date")} and ${where.param(end, "date")}`);
  return page(installation, work, where, args);
}

/** What there has been about one member of the acting chapter, the latest due first. Throws NOT_FOUND for one out of reach. */
export async function listMemberTouchpoints(
  installation: Installation,
  work: Work,
  memberId: string,
  args: PageArgs,
): Promise<Connection<Touchpoint>> {
  const { organizationId, chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  if (!isUuid(memberId)) throw new AppError("NOT_FOUND");
  const there = await work.query(`select 1 from app.member where chapter_id = $1 and id = $2`, [chapterId, memberId]);
  if (there.length === 0) throw new AppError("NOT_FOUND");
  const where = new Where(organizationId, chapterId);
  where.and(`t.member_id = ${where.param(memberId, "uuid")}`);
  return page(installation, work, where, { ...args, latestFirst: true });
}
