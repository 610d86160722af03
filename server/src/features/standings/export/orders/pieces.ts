import type { Sealer } from "../../../../kernel/crypto/sealer.js";
import type { Work } from "../../../../kernel/db/unit-of-work.js";

/** What is read of an order is kept under this number; the file under that of the attempt that made it. */
export const SLICES = 0;
/** Bytes of a file in a piece. */
export const PIECE_BYTES = 256 * 1024;

/** Which piece of which order. A piece that was moved does not open. */
export type PieceAt = { orderId: string; attempt: number; n: number };
const placeOf = ({ orderId, attempt, n }: PieceAt): string => `export_piece/${orderId}/${attempt}/${n}`;

export const sealPiece = (sealer: Sealer, bytes: Buffer, at: PieceAt): Buffer =>
  sealer.seal(bytes.toString("base64"), placeOf(at));

export const openPiece = (sealer: Sealer, sealed: Buffer, at: PieceAt): Buffer =>
  Buffer.from(sealer.open(sealed, placeOf(at)), "base64");

/** The sealed piece, or null: there is none, or it is not the asker's. */
export async function readPiece(work: Work, organizationId: string, at: PieceAt): Promise<Buffer | null> {
  const [row] = await work.query<{ sealed: Buffer }>(
    `select sealed from app.export_piece where organization_id = $1 and order_id = $2 and attempt = $3 and n = $4`,
    [organizationId, at.orderId, at.attempt, at.n],
  );
  return row?.sealed ?? null;
}

/** What a stream gives, in pieces of one size: the last is smaller. */
export async function* piecesOf(source: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk as Buffer);
    held.push(bytes);
    size += bytes.length;
    while (size >= PIECE_BYTES) {
      const whole = Buffer.concat(held);
      yield whole.subarray(0, PIECE_BYTES);
      held = [whole.subarray(PIECE_BYTES)];
      size -= PIECE_BYTES;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}
