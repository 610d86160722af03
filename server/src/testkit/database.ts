import { randomUUID } from "node:crypto";
import { osloDate } from "@varde/domain";
import { Client } from "pg";
import { inject } from "vitest";
import { roleNames } from "../kernel/db/roles.js";
import type { TestCluster } from "./test-cluster.js";

export type TestDatabase = {
  /** URL of the owner. */
  readonly adminUrl: string;
  readonly secret: string;
  readonly rolePrefix: string;
  /** Ends what is still connected and removes the database. */
  drop(): Promise<void>;
};

const cluster = (): TestCluster => inject("testCluster");

// two copies at once would disturb each other: a template must have no connections while it is copied
const COPY_LOCK = 7_318_264_002;

const onMaintenance = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: cluster().maintenance });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const copy = async (client: Client, source: string, name: string, rolePrefix: string): Promise<void> => {
  const roles = roleNames(rolePrefix);
  await client.query("select pg_advisory_lock($1)", [COPY_LOCK]);
  try {
    // copying files is faster than writing every page to the log, and safe since nothing changes the template
    await client.query(`create database ${name} template ${source} strategy file_copy`);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [COPY_LOCK]);
  }
  // a database's own rights are not copied with it
  await client.query(`revoke all on database ${name} from public;
    grant connect on database ${name} to ${roles.app}, ${roles.auth}, ${roles.job}, ${roles.backup};
    grant create on database ${name} to ${roles.owner}`);
};

const urlOf = (name: string): string => {
  const url = new URL(cluster().template);
  url.pathname = `/${name}`;
  return url.toString();
};

const copyOf = async (source: string): Promise<TestDatabase> => {
  const { secret, rolePrefix } = cluster();
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await onMaintenance((client) => copy(client, new URL(source).pathname.slice(1), name, rolePrefix));
  return {
    adminUrl: urlOf(name),
    secret,
    rolePrefix,
    drop: () => onMaintenance(async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
};

/** A database of its own for a test file, at the newest schema and empty. Drop it in `afterAll`. */
export const testDatabase = (): Promise<TestDatabase> => copyOf(cluster().template);

/** The same with the demo of today in it. */
export const demoDatabase = async (): Promise<TestDatabase> => {
  const { demo } = cluster();
  if (demo?.today === osloDate(new Date())) return copyOf(demo.url);
  // the run has gone past midnight. Read only then: it stands on all features, and most tests need few
  const { loadDemo } = await import("../demo/load-demo.js");
  const database = await testDatabase();
  await loadDemo({ ...database, log: () => undefined });
  return database;
};

/** A database with nothing in it, not even our schema, for tests of an upgrade. Drop it when done. */
export const emptyDatabase = async (): Promise<TestDatabase> => {
  const { secret, rolePrefix } = cluster();
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await onMaintenance(async (client) => void (await client.query(`create database ${name} template template0`)));
  return {
    adminUrl: urlOf(name),
    secret,
    rolePrefix,
    drop: () => onMaintenance(async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
};
