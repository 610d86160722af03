import { timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { derivedSecret } from "../../kernel/crypto/sealer.js";
import type { Door } from "../../kernel/db/door.js";
import { inAuth } from "../../kernel/db/run-work.js";

const PARTS = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([A-Za-z0-9_-]{43})$/;

/** What a mail needs to be ended by one click: the page for the person, the address for the mail program (RFC 8058). */
export function unsubscribeLinks(
  installation: { secret: string; baseUrl: string },
  accountId: string,
): { page: string; oneClick: string } {
  // made from the account, so that the link in every mail ever sent goes on working
  const token = `${accountId.replaceAll("-", "")}${derivedSecret(installation.secret, "unsubscribe", accountId)}`;
  return { page: `${installation.baseUrl}/avmeld#${token}`, oneClick: `${installation.baseUrl}/avmeld/${token}` };
}

/** The account behind an unsubscribe token; null when we did not make it. */
export function accountOfToken(secret: string, token: string): string | null {
  const parts = PARTS.exec(token);
  if (!parts) return null;
  const accountId = parts.slice(1, 6).join("-");
  const ours = derivedSecret(secret, "unsubscribe", accountId);
  return timingSafeEqual(Buffer.from(ours), Buffer.from(parts[6]!)) ? accountId : null;
}

/** Turns the mails off. False when the token is none of ours. Done twice is done. */
export async function unsubscribe(installation: { auth: Door; secret: string }, token: string): Promise<boolean> {
  const accountId = accountOfToken(installation.secret, token);
  if (!accountId) return false;
  await inAuth(installation, (work) =>
    work.query(`update app.account set digest_enabled = false where id = $1`, [accountId]),
  );
  return true;
}

/** `POST /avmeld/:token`, as a mail program sends it. It can turn mails off and nothing else, so it needs no session. */
export const oneClickUnsubscribe =
  (installation: { auth: Door; secret: string }): RequestHandler<{ token: string }> =>
  async (request, response) => {
    const done = await unsubscribe(installation, request.params.token);
    response
      .status(done ? 200 : 404)
      .type("text")
      .send(done ? "ok" : "not found");
  };
