import { Client } from "pg";
import type { Env } from "../../env.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import { OperatorError } from "../operator-error.js";
import { type Finding, advice, bad, good } from "./finding.js";
import { judgeVersion } from "./postgres-version.js";

const CLOCK_SECONDS = 5;

const judgeClock = async (client: Client): Promise<Finding> => {
  const asked = Date.now();
  const { rows } = await client.query<{ now: number }>(
    "select extract(epoch from clock_timestamp())::float8 * 1000 as now",
  );
  const middle = (asked + Date.now()) / 2;
  const seconds = Math.abs((rows[0]?.now ?? 0) - middle) / 1000;
  return seconds <= CLOCK_SECONDS
    ? good("Clock", "this machine and the database agree")
    : bad("Clock", `this machine and the database differ by ${Math.round(seconds)} seconds`);
};

const judgeSchema = async (client: Client): Promise<Finding> => {
  const { MIGRATIONS } = await import("../../migrations/index.js");
  const known = await client.query<{ found: boolean }>(
    "select to_regclass('app.schema_migration') is not null as found",
  );
  if (known.rows[0]?.found !== true) return advice("Schema", "the database is empty; `start` or `migrate` fills it");
  const { rows } = await client.query<{ id: string }>("select id from app.schema_migration");
  const done = new Set(rows.map((row) => row.id));
  const missing = MIGRATIONS.filter((migration) => !done.has(migration.id)).length;
  const newer = done.size - (MIGRATIONS.length - missing);
  if (newer > 0) return bad("Schema", `the database is ${newer} migrations ahead of this version of Varde`);
  return missing === 0
    ? good("Schema", "at head")
    : bad("Schema", `${missing} migrations behind; run pnpm varde migrate`);
};

const judgeRoles = async (env: Env, client: Client): Promise<Finding> => {
  const roles = roleNames(env.rolePrefix);
  const logins = [roles.app, roles.auth, roles.job];
  const { rows } = await client.query<{ name: string; strong: boolean }>(
    "select rolname as name, rolsuper or rolbypassrls as strong from pg_roles where rolname = any ($1)",
    [logins],
  );
  const strong = rows.filter((row) => row.strong).map((row) => row.name);
  if (strong.length > 0) return bad("Roles", `${strong.join(", ")} may pass row-level security by`);
  if (rows.length < logins.length) return advice("Roles", "not all are made yet; `start` or `migrate` makes them");
  const login = new Client({ connectionString: roleUrl(env.databaseUrl, env.secret, roles.app) });
  try {
    await login.connect();
    return good("Roles", logins.join(", "));
  } catch (error) {
    return bad("Roles", `${roles.app} cannot log in (${(error as Error).message}); was VARDE_SECRET changed?`);
  } finally {
    await login.end();
  }
};

const versionOf = async (client: Client): Promise<number> => {
  const sql = "select current_setting('server_version_num')::int as number";
  return (await client.query<{ number: number }>(sql)).rows[0]?.number ?? 0;
};

/** Refuses a PostgreSQL below its major's floor: production must not serve from it. */
export const requireSafeVersion = async (databaseUrl: string): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    const { verdict, detail } = judgeVersion(await versionOf(client), true);
    if (verdict === "bad") throw new OperatorError(`PostgreSQL ${detail}. Update it: production does not start on it.`);
  } finally {
    await client.end();
  }
};

/** Asks the database itself, reading only. */
export const judgeDatabase = async (env: Env): Promise<Finding[]> => {
  const client = new Client({ connectionString: env.databaseUrl });
  try {
    await client.connect();
    return [
      judgeVersion(await versionOf(client), env.mode === "production"),
      await judgeClock(client),
      await judgeSchema(client),
      await judgeRoles(env, client),
    ];
  } catch (error) {
    return [bad("Database", `cannot be asked: ${(error as Error).message}`)];
  } finally {
    await client.end();
  }
};
