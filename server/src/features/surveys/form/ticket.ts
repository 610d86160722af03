import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { derivedSecret, hashSecret } from "../../../kernel/crypto/sealer.js";

/** How long a page may stand open before it is sent, and how soon nobody has read it. */
export const TICKET_SECONDS = { least: 3, most: 3 * 24 * 3600 } as const;

const RANDOM = 16;
const SHAPE = /^[A-Za-z0-9_-]{72}$/;

/**
 * A ticket's fate: GOOD may be spent; YOUNG is sent faster than one reads; STALE has stood for days; FORGED is none of ours, or
 * another link's. `hash` is what is kept of one that is spent.
 */
export type TicketState = { state: "GOOD"; hash: Buffer } | { state: "YOUNG" | "STALE" | "FORGED" };

const seal = (secret: string, code: string, body: Buffer): Buffer =>
  createHmac("sha256", derivedSecret(secret, "survey-ticket", code))
    .update(body)
    .digest();

/**
 * What makes a form count once, however often it is sent: a random number, when the page was given out (in seconds), and our mark on
 * both for the link of `code`. It is given to whoever opens the page, written down nowhere, and says nothing about them.
 */
export function issueTicket(secret: string, code: string, now: number = Date.now()): string {
  const body = Buffer.concat([randomBytes(RANDOM), Buffer.alloc(6)]);
  body.writeUIntBE(Math.floor(now / 1000), RANDOM, 6);
  return Buffer.concat([body, seal(secret, code, body)]).toString("base64url");
}

/** Reads what came with a form sent to the link of `code`. */
export function readTicket(secret: string, code: string, ticket: string, now: number = Date.now()): TicketState {
  const bytes = Buffer.from(ticket, "base64url");
  const body = bytes.subarray(0, RANDOM + 6);
  // one way to write it: another spelling of the same bytes would be spent anew
  if (!SHAPE.test(ticket) || bytes.toString("base64url") !== ticket) return { state: "FORGED" };
  if (!timingSafeEqual(bytes.subarray(RANDOM + 6), seal(secret, code, body))) return { state: "FORGED" };
  const age = now / 1000 - body.readUIntBE(RANDOM, 6);
  if (age > TICKET_SECONDS.most) return { state: "STALE" };
  return age < TICKET_SECONDS.least ? { state: "YOUNG" } : { state: "GOOD", hash: hashSecret(ticket) };
}
