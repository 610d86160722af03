import type { Sealer } from "../../kernel/crypto/sealer.js";

/** What is not done yet. The list holds names and addresses, so all of it is sealed, and goes when the handover is done. */
export type Draft = {
  list: string;
  ends: readonly { seatId: string; lastDay: string }[];
  gives: readonly { line: number; touchpointIds: readonly string[] }[];
};

const place = (id: string): string => `handover/${id}/draft`;

export const sealDraft = (sealer: Sealer, id: string, { list, ends, gives }: Draft): Buffer =>
  sealer.seal(JSON.stringify({ list, ends, gives }), place(id));

export const openDraft = (sealer: Sealer, id: string, sealed: Buffer): Draft =>
  JSON.parse(sealer.open(sealed, place(id))) as Draft;
