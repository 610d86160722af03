import type { Roles } from "../kernel/db/roles.js";

/** One change of the schema. Shipped migrations are frozen: mend with a new one. */
export type Migration = { id: string; up: (roles: Roles) => string };

/** Row-level security on and forced: also the owner sees nothing without a policy. */
export function forceRowSecurity(...tables: string[]): string {
  return tables
    .map((table) => `alter table ${table} enable row level security;\nalter table ${table} force row level security;`)
    .join("\n");
}

/** The definer functions' roles may read or write a table through policies of their own, since security is forced on them too. */
export function openTo(role: string, verbs: "select" | "all", ...tables: string[]): string {
  return tables
    .map((table) => {
      const name = `${table.split(".")[1]}_${role.split("_").at(-1)}_${verbs}`;
      const check = verbs === "all" ? "using (true) with check (true)" : "using (true)";
      const grant = verbs === "all" ? "select, insert, update, delete" : "select";
      return `grant ${grant} on ${table} to ${role};\ncreate policy ${name} on ${table} for ${verbs} to ${role} ${check};`;
    })
    .join("\n");
}

/** Opens a block in which functions are made as the role that shall own them. */
export function asRole(role: string, sql: string): string {
  return `set local role ${role};\n${sql}\nreset role;`;
}

/**
 * Gives roles more rights, after `create-access`: security is forced on the table of rights too, so the one who migrates lets
 * itself in for this one statement.
 */
export function grantCaps(caps: Readonly<Record<string, readonly string[]>>): string {
  const rows = Object.entries(caps).flatMap(([role, names]) => names.map((cap) => `('${role}', '${cap}')`));
  return `create policy role_cap_grow on app.role_cap for insert to current_user with check (true);
insert into app.role_cap (role, cap) values ${rows.join(", ")};
drop policy role_cap_grow on app.role_cap;`;
}
