import type { Env } from "../../env.js";
import { openDoor } from "../../kernel/db/door.js";
import { beginDemoSession, isDemo } from "./demo.service.js";

/**
 * A session of an invented person for scripts, as the value of a Cookie header. Demo mode only. Throws when it is not
 * one, and NOT_FOUND for a key that names nobody.
 */
export async function mintDemoSession({ env, seatKey }: { env: Env; seatKey: string }): Promise<{ cookie: string }> {
  if (!isDemo(env)) throw new Error("sessions are handed out in demo mode only");
  const { databaseUrl, rolePrefix, secret } = env;
  const auth = await openDoor({ databaseUrl, rolePrefix, secret, login: "auth", poolSize: 1 });
  try {
    const begun = await beginDemoSession({ auth }, seatKey, null);
    return { cookie: `__Host-s=${begun.secret}` };
  } finally {
    await auth.close();
  }
}
