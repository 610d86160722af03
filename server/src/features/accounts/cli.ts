import type { Env } from "../../env.js";
import { sealer } from "../../kernel/crypto/sealer.js";
import { inAuth } from "../../kernel/db/run-work.js";
import { openDoor } from "../../kernel/db/door.js";
import { dropFactors } from "./factors/factors.service.js";
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

/**
 * Takes the second factors from the account with an address, for who has lost both phone and codes, and ends its sessions: the
 * link by mail is enough afterwards. False when there is no such account, or it has none.
 */
export async function removeFactor({ env, email }: { env: Env; email: string }): Promise<boolean> {
  const { databaseUrl, rolePrefix, secret } = env;
  const auth = await openDoor({ databaseUrl, rolePrefix, secret, login: "auth", poolSize: 1 });
  try {
    return await inAuth({ auth }, async (work) => {
      const [account] = await work.query<{ id: string }>(`select id from app.account where email_bidx = $1`, [
        sealer(secret).blindIndex("account", email),
      ]);
      return account !== undefined && dropFactors(work, account.id);
    });
  } finally {
    await auth.close();
  }
}
