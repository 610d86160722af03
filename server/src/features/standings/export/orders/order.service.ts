import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Work } from "../../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../../kernel/errors/app-error.js";
import { refuse } from "../../../../kernel/errors/refusal.js";
import { say } from "../../../../kernel/errors/say.js";
import { sayLevel } from "../../../organization/index.js";
import { seated } from "../../../../kernel/graphql/context.js";
import type { Seated } from "../../../../kernel/graphql/context.js";
import { enqueue } from "../../../../kernel/jobs/enqueue.js";
import { isUuid } from "../../../../kernel/mutation.js";
import type { Done } from "../../../../kernel/mutation.js";
import { scopeOf } from "../../scope.js";
import { readTemplates } from "../../template-facts.js";
import type { OrderExportInput } from "./order.inputs.js";
import { ORDER_TEXTS } from "./order.texts.js";
import { EXPORT_KINDS } from "./order.type.js";
import type { ExportContent, ExportKind, ExportOrder, OrderKind } from "./order.type.js";

/** One thing to read: a comparison as the page opens it. `section`: the region it is a part for. */
export type PlanLine = { templateId: string; regionId: string | null; section?: string };

export const MAKE_EXPORT_JOB = "make_export";
/** Orders of one seat that wait or are being made at a time. */
const MOST_AT_ONCE = 3;
const MOST_SHOWN = 20;

/** Those above chapters; throws FORBIDDEN for the rest. A chapter's own page is small enough to take with it at once. */
export function aboveChapters(work: Work): Seated {
  const viewer = seated(work);
  if (viewer.unitKind === "CHAPTER" || !viewer.caps.has("STATISTICS_READ")) throw new AppError("FORBIDDEN");
  return viewer;
}

async function planOf(
  work: Work,
  { content, regionId, eachRegion }: Pick<OrderExportInput, "content" | "regionId" | "eachRegion">,
  language: Language,
): Promise<{ plan: PlanLine[]; scopeName: string }> {
  const { organizationId, unitKind } = seated(work);
  const region = regionId ?? null;
  const scope = await scopeOf(work, region);
  if (eachRegion && (unitKind !== "ORGANIZATION" || region !== null)) {
    refuse("INVALID", await sayLevel(work, language, ORDER_TEXTS.wholeOnly), ["eachRegion"]);
  }
  const templates = (await readTemplates(work)).filter((facts) => content === "ALL" || facts.corePosition !== null);
  if (templates.length === 0) {
    refuse("INVALID", say(language, content === "ALL" ? ORDER_TEXTS.nothing : ORDER_TEXTS.noCore), ["content"]);
  }
  const of = (id: string | null, section?: string): PlanLine[] =>
    templates.map((facts) => ({ templateId: facts.id, regionId: id, ...(section !== undefined && { section }) }));
  if (!eachRegion) return { plan: of(region), scopeName: scope.name };
  const regions = await work.query<{ id: string; name: string }>(
    `select id, name from app.region where organization_id = $1 and closed_on is null order by lower(name), id`,
    [organizationId],
  );
  // all together first: what the regions are read against
  return {
    plan: [...of(null, scope.name), ...regions.flatMap(({ id, name }) => of(id, name))],
    scopeName: scope.name,
  };
}

/**
 * Orders a file of what the asker may see now: which comparisons, and the chapters in reach, are written down, and a job reads them in
 * the asker's name. Throws FORBIDDEN for a chapter's seat, NOT_FOUND for a region out of reach.
 */
export async function orderExport(work: Work, input: OrderExportInput, language: Language): Promise<Done> {
  aboveChapters(work);
  const eachRegion = input.eachRegion && input.kind === "REPORT";
  const { plan, scopeName } = await planOf(work, { ...input, eachRegion }, language);
  return placeOrder(work, { ...input, eachRegion, language, scopeName, plan }, MAKE_EXPORT_JOB);
}

/** Writes an order down, and has `task` make it. Throws FORBIDDEN for a chapter's seat; refuses a fourth at once. */
export async function placeOrder(
  work: Work,
  order: {
    kind: OrderKind;
    content: ExportContent;
    eachRegion: boolean;
    language: Language;
    scopeName: string;
    plan: readonly object[];
  },
  task: string,
): Promise<Done> {
  const { organizationId, seatId, accountId } = aboveChapters(work);
  const { language } = order;
  // two who press at once are one seat: one of them waits
  await work.query(`select pg_advisory_xact_lock(hashtextextended('export ' || $1, 0))`, [seatId]);
  const [waiting] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.export_order
      where organization_id = $1 and seat_id = $2 and state in ('WAITING', 'MAKING') and expires_at > now()`,
    [organizationId, seatId],
  );
  if (waiting!.n >= MOST_AT_ONCE) refuse("LOCKED", say(language, ORDER_TEXTS.enough));
  const id = uuidv7();
  await work.query(
    `insert into app.export_order (organization_id, id, seat_id, account_id, kind, content, each_region, language, scope_name, plan, reach)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
             (select coalesce(array_agg(u order by u), '{}') from unnest(authz.units('STATISTICS_READ')) u))`,
    [
      organizationId,
      id,
      seatId,
      accountId,
      order.kind,
      order.content,
      order.eachRegion,
      language,
      order.scopeName.slice(0, 200),
      JSON.stringify(order.plan),
    ],
  );
  await enqueue(work, task, { organizationId, orderId: id }, `export:${id}`);
  return { id };
}

/** Gives an order up, or erases its file before its day is over. Gone already is gone. */
export async function removeExport(work: Work, id: string): Promise<Done> {
  const { organizationId } = aboveChapters(work);
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const gone = await work.query(`delete from app.export_order where organization_id = $1 and id = $2 returning 1`, [
    organizationId,
    id,
  ]);
  if (gone.length === 0) throw new AppError("NOT_FOUND");
  return { id: null };
}

/** The seat's own orders, newest first; what has had its day is EXPIRED also before the job has been there. */
export async function readOrders<Kind extends OrderKind = ExportKind>(
  work: Work,
  id: string | null = null,
  kinds: readonly OrderKind[] = EXPORT_KINDS,
): Promise<(Omit<ExportOrder, "kind"> & { kind: Kind })[]> {
  const { organizationId } = aboveChapters(work);
  return work.query<Omit<ExportOrder, "kind"> & { kind: Kind }>(
    `select id, kind, content, scope_name as "scopeName", each_region as "eachRegion",
            case when not each_region then plan -> 0 ->> 'regionId' end as "regionId", problem, done, jsonb_array_length(plan) as total, bytes,
            ordered_at as "orderedAt", expires_at as "expiresAt",
            case when expires_at <= now() and state <> 'FAILED' then 'EXPIRED' else state end as state
       from app.export_order where organization_id = $1 and ($2::uuid is null or id = $2) and kind = any ($3)
      order by ordered_at desc, id desc limit ${MOST_SHOWN}`,
    [organizationId, id, kinds],
  );
}
