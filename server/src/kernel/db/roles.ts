import { createHmac } from "node:crypto";

/**
 * The database's roles. Roles live in the cluster, not in the database, so their names carry a prefix.
 * `owner`, `authz` and `bulk` cannot log in: the first owns the tables, the second the functions that resolve who is
 * asking, the third the definer functions that write many rows after checking the right once.
 * `app`, `auth` and `job` log in, own nothing and bypass nothing; `backup` only reads.
 */
export type Roles = {
  owner: string;
  authz: string;
  bulk: string;
  app: string;
  auth: string;
  job: string;
  backup: string;
};

export type LoginRole = "app" | "auth" | "job" | "backup";

/** Role names for a prefix of letters, digits and underscores. Throws on any other character: the names go into SQL. */
export function roleNames(prefix: string): Roles {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(prefix)) {
    throw new Error(`role prefix must be lower-case letters, digits and underscores, got "${prefix}"`);
  }
  const name = (role: string) => `${prefix}_${role}`;
  return {
    owner: name("owner"),
    authz: name("authz"),
    bulk: name("bulk"),
    app: name("app"),
    auth: name("auth"),
    job: name("job"),
    backup: name("backup"),
  };
}

/** The prefix unless one is set: the database's own name, made safe. */
export function defaultRolePrefix(databaseUrl: string): string {
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)).toLowerCase();
  return name.replaceAll(/[^a-z0-9_]/g, "_").replace(/^[^a-z]/, "v") || "varde";
}

/** A login role's password, derived so that nothing but the installation's secret has to be kept. */
export function rolePassword(secret: string, roleName: string): string {
  return createHmac("sha256", secret).update(`role:${roleName}`).digest("hex");
}

/** The URL with which a login role reaches the same database as `databaseUrl`. */
export function roleUrl(databaseUrl: string, secret: string, roleName: string): string {
  const url = new URL(databaseUrl);
  url.username = roleName;
  url.password = rolePassword(secret, roleName);
  return url.toString();
}
