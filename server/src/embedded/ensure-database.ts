import { Client } from "pg";
import type { Cluster } from "./cluster.js";

/** The URL of the owner on database `name`, made first when it is missing: as a copy of `template`, or empty. */
export const ensureDatabase = async (cluster: Cluster, name: string, template = "template1"): Promise<string> => {
  const client = new Client({ connectionString: cluster.urlOf("postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0)
      await client.query(
        `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`,
      );
  } finally {
    await client.end();
  }
  return cluster.urlOf(name);
};
