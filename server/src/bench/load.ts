import pg from "pg";
import { roleNames } from "../kernel/db/roles.js";
import { migrate } from "../migrations/migrate.js";
import type { BenchFederation } from "./federation.js";

export type BenchDatabase = { adminUrl: string; rolePrefix: string; secret: string };

const AT_ONCE = 20_000;

/** Puts rows into one of the tables, some thousand a statement; `client` acts as their owner. */
export async function loadRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    const part = JSON.stringify(rows.slice(i, i + AT_ONCE));
    await client.query("select authz.load_rows($1, $2::jsonb)", [table, part]);
  }
}

/** What is loaded: rows by table, and members made in the database where they are too many to send. */
export type Loadable = Pick<BenchFederation, "tables"> & { members?: { sql: string; parameters: unknown[] } };

/** Migrates an empty database and loads the federation as the tables' owner, some thousand rows a statement. */
export async function load({ adminUrl, rolePrefix, secret }: BenchDatabase, federation: Loadable): Promise<void> {
  await migrate({ adminUrl, secret, rolePrefix });
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`set role ${roleNames(rolePrefix).owner}`);
    for (const [table, rows] of federation.tables) await loadRows(client, table, rows);
    await client.query("reset role");
    if (federation.members) await client.query(federation.members.sql, federation.members.parameters);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
