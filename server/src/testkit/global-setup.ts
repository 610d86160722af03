import { chmodSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startCluster } from "../embedded/cluster.js";
import { migrate } from "../migrations/migrate.js";
import { TEMPLATE, TEST_PREFIX, TEST_SECRET } from "./constants.js";

declare module "vitest" {
  export interface ProvidedContext {
    clusterUrl: string;
  }
}

/** One PostgreSQL for all test files: not durable, in a temporary folder, with a migrated template that each file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "varde-test-"));
  // PostgreSQL may run as another user than ours
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ folder, password: "test", durable: false, hostEnv: process.env, log: () => {} });
  const admin = new pg.Client({ connectionString: cluster.urlOf("postgres") });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await migrate({ adminUrl: cluster.urlOf(TEMPLATE), secret: TEST_SECRET, rolePrefix: TEST_PREFIX });
  project.provide("clusterUrl", cluster.urlOf("postgres"));
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
