import pg from "pg";
import { roleNames } from "../kernel/db/roles.js";
import { migrate } from "../migrations/migrate.js";
import type { BenchFederation } from "./federation.js";

export type BenchDatabase = { adminUrl: string; rolePrefix: string; secret: string };

const AT_ONCE = 20_000;

/** Migrates an empty database and loads the federation as the tables' owner, some thousand rows a statement. */
export async function load(
  { adminUrl, rolePrefix, secret }: BenchDatabase,
  federation: BenchFederation,
): Promise<void> {
  await migrate({ adminUrl, secret, rolePrefix });
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`set role ${roleNames(rolePrefix).owner}`);
    for (const [table, rows] of federation.tables) {
      for (let i = 0; i < rows.length; i += AT_ONCE) {
        const part = JSON.stringify(rows.slice(i, i + AT_ONCE));
        await client.query("select authz.load_rows($1, $2::jsonb)", [table, part]);
      }
    }
    await client.query("reset role");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
