import pg from "pg";
import type { Env } from "../../env.js";
import { openDoor } from "../../kernel/db/door.js";
import { roleNames } from "../../kernel/db/roles.js";
import { organizationIds } from "../../kernel/jobs/job.js";
import { expired, keepRetention } from "./retention.js";
import type { Due } from "./retention.js";

const LINE = /^\{.*\}$/;

async function asOwner<T>(env: Env, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: env.databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(`set local role ${roleNames(env.rolePrefix).owner}`);
    const result = await act(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

/** What has done its time: of the installation, and of all organizations together. `carryOut` does what is the organizations'. */
export async function retentionOf(env: Env, carryOut: boolean): Promise<{ organizations: Due[]; installation: Due[] }> {
  const { databaseUrl, rolePrefix, secret } = env;
  const job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  try {
    const sums = new Map<string, number>();
    for (const id of await organizationIds({ job })) {
      for (const { kind, n } of await keepRetention({ job }, id, { carryOut }))
        sums.set(kind, (sums.get(kind) ?? 0) + n);
    }
    return { organizations: [...sums].map(([kind, n]) => ({ kind, n })), installation: await expired({ job }) };
  } finally {
    await job.close();
  }
}

/** The ledger of erasures, a JSON line each: ids and days, no person. To be kept beside the backups. */
export const erasureLedger = (env: Env): Promise<string[]> =>
  asOwner(env, async (client) => {
    const { rows } = await client.query<{ line: object }>("select authz.erasures() as line");
    return rows.map(({ line }) => JSON.stringify(line));
  });

/**
 * Erases again what a restored backup has brought back: the lines given, and those of the database's own ledger. May be
 * repeated. All or nothing; throws on a line that is none, naming its number and not what it says.
 */
export async function eraseAgain(env: Env, ledger: readonly string[]): Promise<{ erased: number; unknown: number }> {
  const lines = ledger.map((line) => line.trim()).filter((line) => line !== "");
  const odd = lines.findIndex((line) => !LINE.test(line));
  if (odd >= 0) throw new Error(`line ${odd + 1} of the ledger is not one of ours`);
  return asOwner(env, async (client) => {
    const { rows } = await client.query<{ line: object }>("select authz.erasures() as line");
    const all = new Set([...rows.map(({ line }) => JSON.stringify(line)), ...lines]);
    let erased = 0;
    for (const line of all) {
      const done = await client.query<{ done: boolean }>("select authz.re_erase($1::jsonb) as done", [line]);
      if (done.rows[0]?.done) erased += 1;
    }
    return { erased, unknown: all.size - erased };
  });
}
