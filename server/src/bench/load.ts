import pg from "pg";
import { roleNames } from "../kernel/db/roles.js";
import { migrate } from "../migrations/migrate.js";
import type { Row } from "./people.js";

export type BenchDatabase = { adminUrl: string; rolePrefix: string; secret: string };

const AT_ONCE = 20_000;

/** Puts rows into one of the tables, some thousand a statement; `client` acts as their owner. */
export async function loadRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    const part = JSON.stringify(rows.slice(i, i + AT_ONCE));
    await client.query("select authz.load_rows($1, $2::jsonb)", [table, part]);
  }
}

/** What is loaded: rows by table, and statements that make in the database what is too many to send. */
export type Loadable = {
  tables: [table: string, rows: Row[]][];
  statements?: { sql: string; parameters: unknown[] }[];
  /** the organization whose kept numbers are counted once when all is in; without it each statement keeps them itself */
  rebuilt?: string;
};

// foreign keys are asked row by row, and kept numbers statement by statement: here both are asked once, of all
const LOOSE = `
select 'a touchpoint without its member' as what from app.touchpoint t where t.member_id is not null
   and not exists (select 1 from app.member m where m.chapter_id = t.chapter_id and m.id = t.member_id)
union all
select 'a touchpoint without its version' from app.touchpoint t
 where not exists (select 1 from app.template_version v where v.organization_id = t.organization_id and v.id = t.version_id and v.template_id = t.template_id and v.major = t.major)
union all
select 'a touchpoint without its chapter' from app.touchpoint t
 where not exists (select 1 from app.chapter c where c.organization_id = t.organization_id and c.id = t.chapter_id)
union all
select 'a member without its chapter' from app.member m
 where not exists (select 1 from app.chapter c where c.organization_id = m.organization_id and c.id = m.chapter_id)
limit 1`;
const CHECKED_CHAPTERS = 25;

/** The kept numbers are counted by the operator's function, and some chapters' anew by the nightly check. Throws when they differ. */
async function rebuild(client: pg.Client, organizationId: string): Promise<void> {
  const loose = await client.query<{ what: string }>(LOOSE);
  if (loose.rows[0]) throw new Error(`what was loaded holds ${loose.rows[0].what}`);
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(proname) as name from pg_proc
      where pronamespace = 'authz'::regnamespace and proname like 'rebuild\\_%' and pronargs = 1 and proargtypes[0] = 'uuid'::regtype order by 1`,
  );
  for (const { name } of rows) await client.query(`select authz.${name}($1)`, [organizationId]);
  await client.query("begin");
  await client.query("select set_config('app.session', authz.mint_job_session($1, 'JOB_CHECK'), true)", [
    organizationId,
  ]);
  const checked = await client.query<{ cells: number; differing: number }>(
    "select cells, differing from authz.check_standings(array(select id from app.chapter where organization_id = $1 order by name limit $2))",
    [organizationId, CHECKED_CHAPTERS],
  );
  await client.query("commit");
  const { cells, differing } = checked.rows[0]!;
  if (cells === 0 || differing > 0) throw new Error(`${differing} of ${cells} kept numbers differ from a recount`);
}

/** Migrates an empty database and loads the federation as the tables' owner; many rows are made by few statements. */
export async function load({ adminUrl, rolePrefix, secret }: BenchDatabase, federation: Loadable): Promise<void> {
  await migrate({ adminUrl, secret, rolePrefix });
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`set role ${roleNames(rolePrefix).owner}`);
    for (const [table, rows] of federation.tables) await loadRows(client, table, rows);
    await client.query("reset role");
    if (federation.rebuilt) await client.query("set session_replication_role = replica");
    for (const { sql, parameters } of federation.statements ?? []) await client.query(sql, parameters);
    if (federation.rebuilt) {
      await client.query("reset session_replication_role");
      await client.query("analyze");
      await rebuild(client, federation.rebuilt);
    }
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

/** A hand in a database that is loaded, as its owner. */
export async function asOwner<T>({ adminUrl }: BenchDatabase, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
