import pg from "pg";
import type { Env } from "../../env.js";
import { roleNames } from "../../kernel/db/roles.js";
import { ChainWalk } from "./chain.js";
import type { Fault, Head, Link } from "./chain.js";
import { HEADS } from "./seal.js";

type Connection = Pick<Env, "databaseUrl" | "rolePrefix">;

/** One organization's chain: how many links hold, what waits to be sealed, and the first fault. */
export type Verdict = { organization: string; sealed: number; waiting: number; fault: Fault | null };

const AT_ONCE = 2000;

/** Reads as the owner, all of one moment: what is sealed meanwhile is not seen. */
async function asOwner<T>(env: Connection, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: env.databaseUrl });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(`set local role ${roleNames(env.rolePrefix).owner}`);
    return await act(client);
  } finally {
    await client.query("rollback").catch(() => {});
    await client.end();
  }
}

async function faultOf(client: pg.Client, organization: string, walk: ChainWalk): Promise<Fault | null> {
  let links: Link[];
  do {
    // numbers of links and lines are far below what a double holds exactly
    const { rows } = await client.query<Link>(
      `select seq::float8 as seq, audit_id::float8 as "auditId", sealed_at as "sealedAt", row_hash as "rowHash", hash, line
         from authz.audit_links($1, $2, $3)`,
      [organization, walk.length, AT_ONCE],
    );
    links = rows;
    const fault = walk.take(links);
    if (fault) return fault;
  } while (links.length === AT_ONCE);
  const { rows } = await client.query<{ auditId: number; gone: boolean }>(
    `select audit_id::float8 as "auditId", gone from authz.audit_loose($1) limit 1`,
    [organization],
  );
  const [loose] = rows;
  if (loose) return { kind: loose.gone ? "REMOVED" : "INSERTED", seq: null, auditId: loose.auditId };
  return walk.end();
}

/** The newest link of each organization that has one. */
export const headsNow = (env: Connection): Promise<Head[]> =>
  asOwner(env, async (client) => (await client.query<Head>(`${HEADS} where seq > 0`)).rows);

/**
 * Walks every organization's chain from its beginning, with hashes computed here and not in the database, and holds it
 * against the heads that were kept. Changes nothing. A kept head of an organization that is gone is a truncated chain.
 */
export const verifyAudit = (env: Connection, kept: readonly Head[]): Promise<Verdict[]> =>
  asOwner(env, async (client) => {
    const { rows } = await client.query<Head>(HEADS);
    const organizations = new Set([...rows, ...kept].map(({ organization }) => organization));
    const verdicts: Verdict[] = [];
    for (const organization of organizations) {
      const walk = new ChainWalk(kept.filter((head) => head.organization === organization));
      const fault = await faultOf(client, organization, walk);
      const waits = await client.query<{ n: number }>("select authz.audit_waiting_count($1) as n", [organization]);
      verdicts.push({ organization, sealed: walk.length, waiting: waits.rows[0]!.n, fault });
    }
    return verdicts;
  });
