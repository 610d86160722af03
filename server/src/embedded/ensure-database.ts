import { Client } from "pg";
import type { Cluster } from "./cluster.js";

/** The URL of the owner on database `name`, made first when it is missing. */
export const ensureDatabase = async (cluster: Cluster, name: string): Promise<string> => {
  const client = new Client({ connectionString: cluster.urlOf("postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return cluster.urlOf(name);
};
