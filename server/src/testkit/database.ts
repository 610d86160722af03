import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { TEMPLATE, TEST_PREFIX, TEST_SECRET } from "./constants.js";

export type TestDatabase = {
  /** the owner's URL; superuser */
  adminUrl: string;
  rolePrefix: string;
  secret: string;
  drop(): Promise<void>;
};

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject("clusterUrl") });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

/** A migrated, empty database of its own: a copy of the template. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString("hex")}`;
  await asAdmin(`create database ${name} template ${TEMPLATE}`);
  const url = new URL(inject("clusterUrl"));
  url.pathname = `/${name}`;
  return {
    adminUrl: url.toString(),
    rolePrefix: TEST_PREFIX,
    secret: TEST_SECRET,
    drop: () => asAdmin(`drop database ${name} with (force)`),
  };
}
