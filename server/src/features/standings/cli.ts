import pg from "pg";
import type { Env } from "../../env.js";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { roleNames } from "../../kernel/db/roles.js";
import { organizationIds } from "../../kernel/jobs/job.js";
import { checkStandings } from "./check.js";

type Connection = Pick<Env, "databaseUrl" | "rolePrefix" | "secret">;

async function asJob<T>(env: Connection, act: (context: { job: Door }) => Promise<T>): Promise<T> {
  const { databaseUrl, rolePrefix, secret } = env;
  const job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  try {
    return await act({ job });
  } finally {
    await job.close();
  }
}

/** Counts the kept numbers of every organization anew and writes down what differs; changes none of them. */
export const checkNow = (env: Connection): Promise<{ cells: number; differing: number }> => asJob(env, checkStandings);

/**
 * Makes the kept numbers of every organization anew from the touchpoints and the registers. Reports and changes of members wait meanwhile,
 * readers see the old numbers until it is done. All or nothing. Returns how many organizations there are.
 */
export async function rebuildStandings(env: Connection): Promise<number> {
  const ids = await asJob(env, organizationIds);
  const client = new pg.Client({ connectionString: env.databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(`set local role ${roleNames(env.rolePrefix).owner}`);
    // what is written while it counts would be counted twice or not at all
    await client.query("lock table app.touchpoint, app.member in share row exclusive mode");
    for (const id of ids) await client.query("select authz.rebuild_standings($1), authz.rebuild_membership($1)", [id]);
    await client.query("commit");
    return ids.length;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}
