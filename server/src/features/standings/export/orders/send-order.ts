import type { Response } from "express";
import { pipeline } from "node:stream/promises";
import { demandStepUp } from "../../../../kernel/access/guard.js";
import { runWork } from "../../../../kernel/db/run-work.js";
import type { Work } from "../../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../../kernel/errors/app-error.js";
import { type Installation, seated } from "../../../../kernel/graphql/context.js";
import { isUuid } from "../../../../kernel/mutation.js";
import { aboveChapters } from "./order.service.js";
import type { OrderKind } from "./order.type.js";
import { openPiece, readPiece } from "./pieces.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TYPES: Record<OrderKind, string> = {
  REPORT: "application/pdf",
  TABLES: XLSX,
  RETURN_TABLE: XLSX,
  RETURNS: "application/zip",
};
const isOfReturns = (kind: OrderKind): boolean => kind === "RETURN_TABLE" || kind === "RETURNS";

type Ready = { organizationId: string; kind: OrderKind; attempt: number; pieces: number };

/** The order if its file may be fetched now. Throws NOT_FOUND for another's, one not ready and one expired; FORBIDDEN when it holds a chapter now out of reach. */
async function readyOrder(work: Work, id: string): Promise<Ready> {
  const { organizationId } = aboveChapters(work);
  const [order] = await work.query<Ready & { inReach: boolean }>(
    `select organization_id as "organizationId", kind, attempt, pieces, reach <@ authz.units('STATISTICS_READ') as "inReach" from app.export_order
      where organization_id = $1 and id = $2 and account_id = authz.uid() and state = 'READY' and expires_at > now()`,
    [organizationId, id],
  );
  if (!order) throw new AppError("NOT_FOUND");
  if (isOfReturns(order.kind) && !seated(work).caps.has("GRANT_REVIEW")) throw new AppError("FORBIDDEN");
  if (!order.inReach) throw new AppError("FORBIDDEN");
  return order;
}

/** Sends an ordered file to whoever ordered it, a piece at a time: each is asked for with the rights of that moment. */
export async function sendOrder(installation: Installation, session: string, id: string, to: Response): Promise<void> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const asSeat = <T>(act: (work: Work) => Promise<T>): Promise<T> =>
    runWork(installation.app, { session, readOnly: true }, act);
  const { kind, attempt, pieces } = await asSeat(async (work) => {
    await demandStepUp(work);
    return readyOrder(work, id);
  });
  const bytes = async function* (): AsyncGenerator<Buffer> {
    for (let n = 0; n < pieces; n++) {
      const place = { orderId: id, attempt, n };
      const sealed = await asSeat(async (work) => {
        const { organizationId } = await readyOrder(work, id);
        return readPiece(work, organizationId, place);
      });
      if (!sealed) throw new AppError("NOT_FOUND");
      yield openPiece(installation.sealer, sealed, place);
    }
  };
  await pipeline(bytes, to.type(TYPES[kind]));
}
