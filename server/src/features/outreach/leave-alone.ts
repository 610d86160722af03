import type { RequestHandler } from "express";
import type { Door } from "../../kernel/db/door.js";
import { inAuth } from "../../kernel/db/run-work.js";
import { memberOfToken } from "./links.js";

/** Sets the member's wish to «not now», until they say otherwise. False when the token is none of ours. Done twice is done. */
export async function leaveAlone(installation: { auth: Door; secret: string }, token: string): Promise<boolean> {
  const member = memberOfToken(installation.secret, token);
  if (!member) return false;
  const [row] = await inAuth(installation, (work) =>
    work.query<{ done: boolean }>(`select authz.leave_member_alone($1, $2) as done`, [
      member.chapterId,
      member.memberId,
    ]),
  );
  return row!.done;
}

/** `POST /avmeld-medlem/:token`, as a mail program sends it. It can end messages and nothing else, so it needs no session. */
export const oneClickLeaveAlone =
  (installation: { auth: Door; secret: string }): RequestHandler<{ token: string }> =>
  async (request, response) => {
    const done = await leaveAlone(installation, request.params.token);
    response
      .status(done ? 200 : 404)
      .type("text")
      .send(done ? "ok" : "not found");
  };
