import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import type { LocalDate } from "@varde/domain";
import { startCluster } from "../embedded/cluster.js";
import type { Cluster, HostEnv } from "../embedded/cluster.js";
import { ensureDatabase } from "../embedded/ensure-database.js";
import { newSecret } from "../kernel/crypto/sealer.js";
import { migrate } from "../migrations/migrate.js";
import { load } from "./load.js";
import type { BenchDatabase, Loadable } from "./load.js";

type Secrets = { password: string; secret: string };

/** The secrets of a folder that is kept; a new one gets its own. */
async function secretsOf(folder: string): Promise<Secrets> {
  const file = join(folder, "bench.json");
  await mkdir(folder, { recursive: true });
  const text = await readFile(file, "utf8").catch(() => null);
  if (text !== null) return JSON.parse(text) as Secrets;
  const made = { password: newSecret(), secret: newSecret() };
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** The databases of one run: made in a folder that goes with it, or (`kept`) in one that stays. */
export type BenchCluster = {
  databaseOf(name: string): Promise<BenchDatabase>;
  /** Loads a federation; where the folder is kept, a copy of what an earlier run of the same day loaded. */
  loaded(name: string, size: string, today: LocalDate, of: () => Loadable): Promise<BenchDatabase>;
  stop(): Promise<void>;
};

/** Starts PostgreSQL in the folder of this run, or in the one that is kept. */
export async function benchCluster(
  run: string,
  kept: string | undefined,
  hostEnv: HostEnv,
  log: (line: string) => void,
): Promise<BenchCluster> {
  const folder = kept === undefined ? run : resolve(kept);
  const { password, secret } = await secretsOf(folder);
  const cluster: Cluster = await startCluster({ folder, password, durable: false, hostEnv, log });
  const of = async (name: string, rolePrefix: string): Promise<BenchDatabase> => ({
    adminUrl: await ensureDatabase(cluster, name),
    rolePrefix,
    secret,
  });
  const databaseOf = (name: string) => of(kept === undefined ? name : `${name}_${randomUUID()}`, `bench_${name}`);

  async function loaded(name: string, size: string, today: LocalDate, make: () => Loadable): Promise<BenchDatabase> {
    const rolePrefix = `bench_${name}`;
    if (kept === undefined) {
      const database = await databaseOf(name);
      await load(database, make());
      return database;
    }
    const original = `${name}_${size}_${today}`;
    const client = new pg.Client({ connectionString: cluster.urlOf("postgres") });
    await client.connect();
    try {
      const found = await client.query("select 1 from pg_database where datname = $1", [original]);
      if (found.rowCount === 0) {
        // under its name when it is whole: a run that was stopped leaves nothing that looks loaded
        const half = `${original}_half`;
        await client.query(`drop database if exists "${half}" with (force)`);
        await load(await of(half, rolePrefix), make());
        await client.query(`alter database "${half}" rename to "${original}"`);
      }
      await client.query(`drop database if exists "${name}" with (force)`);
      await client.query(`create database "${name}" template "${original}" strategy file_copy`);
    } finally {
      await client.end();
    }
    const database = await of(name, rolePrefix);
    // what may be entered is not copied with a database, and there may be newer migrations
    await migrate(database);
    return database;
  }
  return { databaseOf, loaded, stop: () => cluster.stop() };
}
