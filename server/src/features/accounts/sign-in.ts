import { hashSecret } from "../../kernel/crypto/sealer.js";
import { inAuth } from "../../kernel/db/run-work.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import type { Context } from "../../kernel/graphql/context.js";
import { deviceOf } from "./device.js";
import { noteDevice } from "./my-account.service.js";
import { keep } from "./session.service.js";
import type { Begun } from "./session.service.js";
import type { SignInPayload } from "./sign-in.type.js";
import { readViewer } from "./viewer.service.js";

/** Keeps what has begun in the cookie and shows who that is; turns a refusal into problems. */
export async function signIn(context: Context, begin: () => Promise<Begun>): Promise<SignInPayload> {
  try {
    const begun = await begin();
    const { awaits } = begun;
    const viewer = await inAuth(context.installation, async (work) => {
      await noteDevice(work, begun.secret, deviceOf(context.userAgent));
      return awaits ? null : readViewer(work, begun.accountId, hashSecret(begun.secret).toString("hex"));
    });
    keep(context.cookies, begun);
    return { viewer, secondStep: awaits, problems: [] };
  } catch (error) {
    if (error instanceof Refusal) return { viewer: null, secondStep: false, problems: error.problems };
    throw error;
  }
}
