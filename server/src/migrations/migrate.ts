import pg from "pg";
import { runMigrations as installWorkerSchema } from "graphile-worker";
import { defaultRolePrefix, roleNames, rolePassword } from "../kernel/db/roles.js";
import type { LoginRole, Roles } from "../kernel/db/roles.js";
import { jobsAccess } from "./jobs-access.js";
import { MIGRATIONS } from "./index.js";
import type { Migration } from "./migration.js";

export type MigrateOptions = {
  /** the owner's connection: may create roles and schemas */
  adminUrl: string;
  secret: string;
  rolePrefix?: string | undefined;
  log?: ((line: string) => void) | undefined;
  /** those there are; a test of an upgrade stops earlier */
  migrations?: readonly Migration[] | undefined;
};

const LOCK = 7_318_264_001;
const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

async function ensureRoles(client: pg.Client, roles: Roles, secret: string): Promise<void> {
  const bypass = await client.query<{ may: boolean }>(
    "select rolsuper or rolbypassrls as may from pg_roles where rolname = current_user",
  );
  const wanted: [name: string, options: string, login: LoginRole | null][] = [
    [roles.owner, "nologin", null],
    [roles.authz, "nologin", null],
    [roles.bulk, "nologin", null],
    [roles.app, "login noinherit", "app"],
    [roles.auth, "login noinherit", "auth"],
    [roles.job, "login noinherit", "job"],
  ];
  // only one who bypasses row-level security may make a role that does; elsewhere backups are the host's own
  if (bypass.rows[0]?.may) wanted.push([roles.backup, "login bypassrls", "backup"]);
  for (const [name, options, login] of wanted) {
    const known = await client.query("select 1 from pg_roles where rolname = $1", [name]);
    if (known.rowCount === 0) await client.query(`create role ${name} ${options}`);
    if (login) await client.query(`alter role ${name} password ${quote(rolePassword(secret, name))}`);
    else await client.query(`grant ${name} to current_user`);
  }
}

async function ensureFoundation(client: pg.Client, roles: Roles): Promise<void> {
  const database = (await client.query<{ name: string }>("select quote_ident(current_database()) as name")).rows[0]!
    .name;
  await client.query(`
    revoke all on database ${database} from public;
    grant connect on database ${database} to ${roles.app}, ${roles.auth}, ${roles.job};
    grant create on database ${database} to ${roles.owner};
    revoke all on schema public from public;
    create schema if not exists app authorization ${roles.owner};
    create schema if not exists authz authorization ${roles.owner};
    grant usage on schema app, authz to ${roles.app}, ${roles.auth}, ${roles.job}, ${roles.authz}, ${roles.bulk};
    grant create on schema authz to ${roles.authz}, ${roles.bulk};
    alter default privileges for role ${roles.authz} revoke execute on functions from public;
    alter default privileges for role ${roles.bulk} revoke execute on functions from public;
    alter default privileges for role ${roles.owner} revoke execute on functions from public;
    set role ${roles.owner};
    create table if not exists app.schema_migration (id text primary key, applied_at timestamptz not null default now());
    alter table app.schema_migration enable row level security;
    alter table app.schema_migration force row level security;
    grant select on app.schema_migration to ${roles.app}, ${roles.auth};
    do $$ begin
      if not exists (select 1 from pg_policies where schemaname = 'app' and tablename = 'schema_migration') then
        create policy migration_owner on app.schema_migration for all to ${roles.owner} using (true) with check (true);
        create policy migration_read on app.schema_migration for select to ${roles.app}, ${roles.auth} using (true);
      end if;
    end $$;
    reset role;`);
  const backup = await client.query("select 1 from pg_roles where rolname = $1", [roles.backup]);
  if (backup.rowCount)
    await client.query(
      `grant pg_read_all_data to ${roles.backup}; grant connect on database ${database} to ${roles.backup}`,
    );
}

/**
 * Brings the database to the newest schema: roles, schemas, tables with their policies, the job queue. Idempotent; two at
 * once wait for each other. Returns the ids applied now.
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const { adminUrl, secret, log = () => {}, migrations = MIGRATIONS } = options;
  const roles = roleNames(options.rolePrefix ?? defaultRolePrefix(adminUrl));
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await ensureRoles(client, roles, secret);
    await ensureFoundation(client, roles);
    const done = new Set(
      (await client.query<{ id: string }>(`select id from app.schema_migration`)).rows.map((r) => r.id),
    );
    for (const migration of migrations) {
      if (done.has(migration.id)) continue;
      await client.query("begin");
      // `reset role` inside a migration must come back to the owner, so the session itself takes the role
      await client.query(`set role ${roles.owner}`);
      await client.query(migration.up(roles).replaceAll("reset role;", `set local role ${roles.owner};`));
      await client.query("insert into app.schema_migration (id) values ($1)", [migration.id]);
      await client.query("commit");
      await client.query("reset role");
      applied.push(migration.id);
      log(migration.id);
    }
    await installWorkerSchema({ connectionString: adminUrl });
    await client.query(jobsAccess(roles));
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
  return { applied };
}

/** The newest migration's id: what `/readyz` and `doctor` compare with. */
export const HEAD = MIGRATIONS.at(-1)!.id;
