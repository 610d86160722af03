import type { Language, LocalDate } from "@varde/domain";
import { osloDate } from "@varde/domain";
import type { Readable } from "node:stream";
import { runWork } from "../../../../kernel/db/run-work.js";
import type { Work } from "../../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../../kernel/errors/app-error.js";
import type { JobPayload } from "../../../../kernel/jobs/enqueue.js";
import { idIn, organizationIds, organizationSessions } from "../../../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../../../kernel/jobs/job.js";
import { MAKE_EXPORT_JOB } from "./order.service.js";
import type { PlanLine } from "./order.service.js";
import type { ExportKind, ExportProblem, OrderKind } from "./order.type.js";
import { openPiece, piecesOf, readPiece, sealPiece, SLICES } from "./pieces.js";
import { fileOf, ReachChanged, readSlice } from "./slices.js";
import type { Slice } from "./slices.js";

const TASK = "JOB_EXPORT";
/** Begun so many times and never finished: it will not be. */
const MOST_ATTEMPTS = 6;
/** A session of the one who ordered lasts two minutes; it is used for one. */
const SESSION_MS = 60_000;
/** How long an order that had its day is still told of. */
const TOLD_DAYS = 7;

export type Order = {
  id: string;
  seatId: string;
  kind: OrderKind;
  language: Language;
  scopeName: string;
  plan: PlanLine[];
  done: number;
  attempt: number;
  orderedAt: Date;
};
export type Making = {
  context: JobContext;
  organizationId: string;
  order: Order;
  inIt: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
};

/** Takes the order up, or goes on with it; null when there is nothing to make. */
const begin = async (work: Work, organizationId: string, id: string): Promise<Order | null> =>
  (
    await work.query<Order>(
      `update app.export_order set state = 'MAKING', attempt = attempt + 1
        where organization_id = $1 and id = $2 and state in ('WAITING', 'MAKING') and expires_at > now()
        returning id, seat_id as "seatId", kind, language, scope_name as "scopeName", plan, done, attempt, ordered_at as "orderedAt"`,
      [organizationId, id],
    )
  )[0] ?? null;

function giveUp({ organizationId, order, inIt }: Making, problem: ExportProblem): Promise<unknown> {
  return inIt(async (work) => {
    await work.query(
      `update app.export_order set state = 'FAILED', problem = $3 where organization_id = $1 and id = $2 and state = 'MAKING'`,
      [organizationId, order.id, problem],
    );
    await work.query(`delete from app.export_piece where organization_id = $1 and order_id = $2`, [
      organizationId,
      order.id,
    ]);
  });
}

/** Sessions in the seat that ordered, one after the other. Throws FORBIDDEN when the seat or its holder is gone. */
export function ordererSessions({ order, inIt }: Making): () => Promise<string> {
  let held: { hash: string; until: number } | null = null;
  return async () => {
    if (held && held.until > Date.now()) return held.hash;
    const [row] = await inIt((work) =>
      work.query<{ hash: string | null }>(`select authz.mint_export_session($1) as hash`, [order.id]),
    );
    if (!row?.hash) throw new AppError("FORBIDDEN");
    held = { hash: row.hash, until: Date.now() + SESSION_MS };
    return held.hash;
  };
}

export function mayGoOn({ signal }: JobContext): void {
  if (signal.aborted) throw new Error("asked to stop");
}

/** Reads what is not read yet, a short transaction each; what is read is kept, so that a worker that dies costs one slice. */
async function readSlices(making: Making): Promise<void> {
  const { context, organizationId, order, inIt } = making;
  const session = ordererSessions(making);
  for (let n = order.done; n < order.plan.length; n++) {
    mayGoOn(context);
    const own = { session: await session(), readOnly: true, statementMs: 30_000 };
    const asked = { ...order, kind: order.kind as ExportKind };
    const slice = await runWork(context.app, own, (work) => readSlice(work, asked, order.plan[n]!, context.baseUrl));
    const sealed = sealPiece(context.sealer, Buffer.from(JSON.stringify(slice)), at(order, SLICES, n));
    await inIt(async (work) => {
      // a twin that was faster has read the same
      await work.query(
        `insert into app.export_piece (organization_id, order_id, attempt, n, seat_id, sealed) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [organizationId, order.id, SLICES, n, order.seatId, sealed],
      );
      await work.query(
        `update app.export_order set done = greatest(done, $3) where organization_id = $1 and id = $2 and state = 'MAKING'`,
        [organizationId, order.id, n + 1],
      );
    });
  }
}

const at = (order: Order, attempt: number, n: number) => ({ orderId: order.id, attempt, n });

async function* slicesOf({ context, organizationId, order, inIt }: Making): AsyncGenerator<Slice> {
  for (let n = 0; n < order.plan.length; n++) {
    mayGoOn(context);
    const place = at(order, SLICES, n);
    const sealed = await inIt((work) => readPiece(work, organizationId, place));
    if (!sealed) throw new Error("a slice is gone");
    yield JSON.parse(openPiece(context.sealer, sealed, place).toString("utf8")) as Slice;
  }
}

/** Makes the file and puts it away in sealed pieces, under the number of this attempt: one that was broken off is never mixed in. */
async function keepFile(making: Making, file: Readable): Promise<void> {
  const { context, organizationId, order, inIt } = making;
  const { attempt } = order;
  let [n, bytes] = [0, 0];
  for await (const piece of piecesOf(file)) {
    mayGoOn(context);
    const sealed = sealPiece(context.sealer, piece, at(order, attempt, n));
    await inIt((work) =>
      work.query(
        `insert into app.export_piece (organization_id, order_id, attempt, n, seat_id, sealed) values ($1, $2, $3, $4, $5, $6)`,
        [organizationId, order.id, attempt, n, order.seatId, sealed],
      ),
    );
    n += 1;
    bytes += piece.length;
  }
  await inIt(async (work) => {
    const made = await work.query(
      `update app.export_order set state = 'READY', pieces = $4, bytes = $5, expires_at = now() + interval '24 hours'
        where organization_id = $1 and id = $2 and attempt = $3 and state = 'MAKING' returning 1`,
      [organizationId, order.id, attempt, n, bytes],
    );
    // what it was made of, and what earlier attempts left
    if (made.length > 0) {
      await work.query(`delete from app.export_piece where organization_id = $1 and order_id = $2 and attempt <> $3`, [
        organizationId,
        order.id,
        attempt,
      ]);
    }
  });
}

// what trying again does not mend: the template, the region, the seat or the right is gone
const isFinal = (error: unknown): boolean =>
  error instanceof ReachChanged ||
  (error instanceof AppError && ["NOT_FOUND", "FORBIDDEN", "UNAUTHENTICATED"].includes(error.code));

async function standingsFile(making: Making): Promise<Readable> {
  const { kind, language, scopeName, orderedAt } = making.order;
  await readSlices(making);
  const on: LocalDate = osloDate(orderedAt);
  return fileOf({ kind: kind as ExportKind, language, scopeName, on }, slicesOf(making));
}

/** Makes an ordered file of standings, in slices; goes on where another run of it was broken off. */
export const makeExport = (payload: JobPayload, context: JobContext): Promise<void> =>
  makeOrdered(payload, context, standingsFile);

/** Makes an ordered file: `build` reads in the name of whoever ordered, and gives it as a stream. An attempt that is broken off is begun anew. */
export async function makeOrdered(
  payload: JobPayload,
  context: JobContext,
  build: (making: Making) => Promise<Readable>,
): Promise<void> {
  const [organizationId, orderId] = [idIn(payload, "organizationId"), idIn(payload, "orderId")];
  const sessions = organizationSessions(context, TASK);
  const inIt = <T>(act: (work: Work) => Promise<T>): Promise<T> => sessions(organizationId, act);
  const order = await inIt((work) => begin(work, organizationId, orderId));
  if (!order) return;
  const making: Making = { context, organizationId, order, inIt };
  if (order.attempt > MOST_ATTEMPTS) return void (await giveUp(making, "ERROR"));
  try {
    await keepFile(making, await build(making));
  } catch (error) {
    if (!isFinal(error)) throw error;
    await giveUp(making, "REACH");
  }
}

/** Erases what has had its day, and a week later that it was ordered. */
export async function forgetExports(_payload: JobPayload, context: JobContext): Promise<void> {
  const sessions = organizationSessions(context, TASK);
  for (const organizationId of await organizationIds(context)) {
    await sessions(organizationId, async (work) => {
      await work.query(
        `delete from app.export_piece p using app.export_order o
          where p.organization_id = $1 and o.organization_id = $1 and o.id = p.order_id and o.expires_at <= now()`,
        [organizationId],
      );
      await work.query(
        `update app.export_order set state = 'EXPIRED', bytes = null, pieces = null
          where organization_id = $1 and expires_at <= now() and state not in ('EXPIRED', 'FAILED')`,
        [organizationId],
      );
      await work.query(
        `delete from app.export_order where organization_id = $1 and expires_at <= now() - make_interval(days => ${TOLD_DAYS})`,
        [organizationId],
      );
    });
  }
}

export const EXPORT_JOBS: readonly JobDefinition[] = [
  { task: MAKE_EXPORT_JOB, run: makeExport },
  { task: "forget_exports", run: forgetExports, every: 30 },
];
