import type pg from "pg";
import type { Roles } from "../kernel/db/roles.js";

/**
 * Tables of the installation, not of a tenant, with the column their keys begin with instead; and the tenant's own id,
 * which is one in the installation since policies compare it alone, as sessions do a seat's. The list only shrinks.
 */
const INSTALLATION: Readonly<Record<string, readonly string[]>> = {
  organization: ["id"],
  chapter: ["id"],
  seat: ["id"],
  account: ["id", "email_bidx"],
  session: ["token_hash"],
  sign_in_request: ["id", "token_hash"],
  rate_limit: ["key"],
  mailbox_message: ["id"],
  role_cap: ["role"],
  schema_migration: ["id"],
  idempotency: ["account_id"],
  totp: ["account_id"],
  recovery_code: ["account_id"],
  oidc_request: ["id", "state_hash"],
  // one identity is one account, in the installation
  oidc_identity: ["id", "issuer"],
  passkey: ["id", "account_id", "credential_id"],
  passkey_challenge: ["challenge_hash", "bound_to", "expires_at"],
  // whoever follows a code has not said of which organization
  survey_link: ["code"],
  core_workshop: ["code"],
  // one mail a day for each person, in whatever organizations they sit
  reminder_log: ["account_id"],
};
const TENANT = ["organization_id", "chapter_id"];
// what a tenant's row may point at besides its own tenant: the tenant itself, and a person
const ROOTS = new Set(["organization", "account"]);

/** Every definer function there may be: one more needs a reader's eye, here. */
export const DEFINERS = [
  "accept_declaration",
  "accept_invitation",
  "accept_member_move",
  "account_copy",
  "acting",
  "acting_person",
  "answer_catch_up",
  "answer_rsvp",
  "apply_import",
  "approve_invitation",
  "ask_catch_up",
  "ask_step_up",
  "attest_until",
  "audit_account",
  "audit_heads",
  "audit_links",
  "audit_loose",
  "audit_trail",
  "audit_unsealed",
  "audit_waiting_count",
  "audit_waits",
  "board_messages_read",
  "board_seats",
  "boards_to_look_at",
  "calendar_feed",
  "calendar_year",
  "cancel_for_closed_chapter",
  "check_membership",
  "check_standings",
  "claim_outreach_mail",
  "confirm_reelection",
  "core_vote_page",
  "published_surveys",
  "count_core_round",
  "end_core_workshops",
  "lay_core_dots",
  "lead_core_workshop",
  "count_reading",
  "cover_new_chapters",
  "create_touchpoints",
  "decide_request",
  "decline_member_move",
  "delete_account",
  "duty_seconds",
  "empty_import",
  "end_member",
  "enqueue",
  "erase_member",
  "erasures",
  "duties_to_take_over",
  "evaluate_triggers",
  "expired_counts",
  "forget_board_talk",
  "grant_facts",
  "forget_contacts",
  "forget_imports",
  "forget_readings",
  "forget_identities",
  "forget_requests",
  "forget_papers",
  "forget_look_ups",
  "grant_exception",
  "forget_outreach",
  "helpers",
  "import_gone",
  "import_lines",
  "import_to_reseal",
  "incoming_member_moves",
  "invitation_by_token",
  "invitations_over",
  "job_organizations",
  "journey_counts",
  "keep_membership_delete",
  "keep_membership_insert",
  "keep_membership_update",
  "integration",
  "integration_viewer",
  "keep_standings_delete",
  "keep_standings_insert",
  "keep_standings_update",
  "lacks_papers",
  "last_admin_of",
  "leave_member_alone",
  "load_rows",
  "look_up",
  "look_ups",
  "looked_up",
  "match_import",
  "may_invite",
  "member_copy",
  "members_at",
  "membership_changes",
  "merge_members",
  "mint_export_session",
  "mint_job_session",
  "my_papers_lack",
  "needs_second",
  "needs_step_up",
  "organization",
  "organization_wide",
  "papers_of_seats",
  "peer_standings",
  "pilot_counts",
  "practice_reach",
  "preview_rollout",
  "publish_peer_groups",
  "publish_trigger_weeks",
  "purge_expired",
  "reelections",
  "rename_account",
  "record_attest",
  "re_erase",
  "reach",
  "rebuild_membership",
  "rebuild_standings",
  "reinstate_member",
  "release_counts",
  "report_medians",
  "requests_above",
  "requests_waiting",
  "reseal_import",
  "retention",
  "return_report",
  "roll_out",
  "rollout_seconds",
  "rsvp_page",
  "seat_id",
  "see_look_ups",
  "set_attendance_by_name",
  "seal_audit",
  "settings_changes",
  "seat_taken",
  "settle_former_members",
  "settle_parts",
  "settle_versions",
  "simulation_events",
  "size_classes",
  "stage_import",
  "stepped_up",
  "stir_survey",
  "survey_page",
  "take_form",
  "touch_integration",
  "touch_seat",
  "uid",
  "take_over_duty",
  "undo_decision",
  "undo_handover",
  "undo_reelection",
  "units",
  "unmerge_members",
  "viewer",
  "withdraw",
];

/** What is written once: no role, the owner and the jobs not excepted, may change or remove a row of them. */
const INSERT_ONLY = ["audit", "audit_seal"];

type Query = <T>(sql: string, values?: unknown[]) => Promise<T[]>;

async function securityFaults(query: Query): Promise<string[]> {
  const tables = await query<{ name: string; enabled: boolean; forced: boolean; policies: number }>(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  return tables.flatMap((t) => [
    ...(t.enabled && t.forced ? [] : [`${t.name}: row-level security is not enabled and forced`]),
    ...(t.policies > 0 ? [] : [`${t.name}: no policy`]),
  ]);
}

async function grantFaults(query: Query, roles: Roles): Promise<string[]> {
  const logins = [roles.app, roles.auth, roles.job];
  const grants = await query<{ role: string; name: string; verb: string; covered: boolean }>(
    `select r.rolname as role, c.relname as name, v.verb,
            exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive and (p.polroles @> array[r.oid] or p.polroles = '{0}')
                     and p.polcmd in ('*', case v.verb when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' else 'd' end)) as covered
       from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
       cross join pg_roles r cross join (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) v (verb)
      where c.relkind = 'r' and r.rolname = any ($1)
        and (has_table_privilege(r.oid, c.oid, v.verb) or (v.verb <> 'DELETE' and has_any_column_privilege(r.oid, c.oid, v.verb)))`,
    [logins],
  );
  const beyond = await query<{ role: string; name: string; verb: string }>(
    `select r.rolname as role, c.relname as name, v.verb from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
      cross join pg_roles r cross join (values ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) v (verb)
      where c.relkind = 'r' and r.rolname = any ($1) and has_table_privilege(r.oid, c.oid, v.verb)`,
    [logins],
  );
  const powers = await query<{ role: string }>(
    `select rolname as role from pg_roles r where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
       or exists (select 1 from pg_class c where c.relowner = r.oid) or exists (select 1 from pg_proc p where p.proowner = r.oid))`,
    [logins],
  );
  return [
    ...grants.filter((g) => !g.covered).map((g) => `${g.name}: ${g.role} may ${g.verb} with no policy for it`),
    ...beyond.map((g) => `${g.name}: ${g.role} may ${g.verb}`),
    ...powers.map((p) => `${p.role}: owns something or may pass row-level security`),
  ];
}

async function insertOnlyFaults(query: Query, roles: Roles): Promise<string[]> {
  const all = [roles.owner, roles.authz, roles.bulk, roles.app, roles.auth, roles.job];
  const verbs = await query<{ role: string; name: string; verb: string }>(
    `select r.rolname as role, c.relname as name, v.verb from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
      cross join pg_roles r cross join (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) v (verb)
      where c.relname = any ($2) and r.rolname = any ($1)
        and (has_table_privilege(r.oid, c.oid, v.verb) or (v.verb = 'UPDATE' and has_any_column_privilege(r.oid, c.oid, 'UPDATE')))`,
    [all, INSERT_ONLY],
  );
  const policies = await query<{ name: string; policy: string }>(
    `select tablename as name, policyname as policy from pg_policies where schemaname = 'app' and tablename = any ($1) and cmd in ('ALL', 'UPDATE', 'DELETE')`,
    [INSERT_ONLY],
  );
  return [
    ...verbs.map((v) => `${v.name}: ${v.role} may ${v.verb}, and it is insert-only`),
    ...policies.map((p) => `${p.name}: policy ${p.policy} lets rows be changed, and it is insert-only`),
  ];
}

async function keyFaults(query: Query): Promise<string[]> {
  const keys = await query<{
    table: string;
    kind: string;
    first: string;
    target: string | null;
    target_first: string | null;
    columns: string[];
  }>(
    `select c.relname as "table", k.contype as kind, (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as first,
            t.relname as target, (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) as target_first,
            array(select attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) as columns
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
       left join pg_class t on t.oid = k.confrelid where k.contype in ('p', 'u', 'f')`,
  );
  const indexes = await query<{ table: string; first: string }>(
    `select c.relname as "table", a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app' join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique`,
  );
  const allowed = (table: string, column: string) =>
    TENANT.includes(column) || (INSTALLATION[table] ?? []).includes(column);
  return [
    ...indexes
      .filter((i) => !allowed(i.table, i.first))
      .map((i) => `${i.table}: a unique key begins with ${i.first}, not with the tenant`),
    ...keys
      .filter((k) => k.kind === "f" && k.target && !ROOTS.has(k.target))
      .filter((k) => !(TENANT.includes(k.first) && k.first === k.target_first))
      .map((k) => `${k.table}: a foreign key to ${k.target} does not begin with the tenant`),
  ];
}

async function functionFaults(query: Query, roles: Roles): Promise<string[]> {
  const functions = await query<{
    name: string;
    schema: string;
    definer: boolean;
    owner: string;
    pinned: boolean;
    open: boolean;
  }>(
    `select p.proname as name, n.nspname as schema, p.prosecdef as definer, r.rolname as owner,
            coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false) as pinned,
            p.proacl is null or exists (select 1 from aclexplode(p.proacl) x where x.grantee = 0) as open
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner where n.nspname in ('app', 'authz')`,
  );
  return functions.flatMap((f) => [
    ...(f.open ? [`${f.schema}.${f.name}: everybody may execute it`] : []),
    ...(f.pinned ? [] : [`${f.schema}.${f.name}: its search_path is not pinned`]),
    ...(f.definer && !DEFINERS.includes(f.name)
      ? [`${f.schema}.${f.name}: a definer function that is not on the list`]
      : []),
    ...(f.definer && f.owner !== roles.authz && f.owner !== roles.bulk
      ? [`${f.schema}.${f.name}: a definer function of ${f.owner}`]
      : []),
  ]);
}

async function shapeFaults(query: Query): Promise<string[]> {
  const views = await query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'authz')
      where c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false))`,
  );
  const policies = await query<{ name: string; table: string }>(
    `select policyname as name, tablename as "table" from pg_policies where schemaname = 'app' and (coalesce(qual, '') || coalesce(with_check, '')) ~* '\\mselect\\M'`,
  );
  return [
    ...views.map((v) => `${v.name}: a view with its owner's rights`),
    ...policies.map((p) => `${p.table}: policy ${p.name} holds a sub-select, which a sharded database refuses`),
  ];
}

/** What in the schema breaks a wall; empty when all hold. Run by the owner. */
export async function catalogueFaults(client: pg.Client, roles: Roles): Promise<string[]> {
  const query: Query = async <T>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as T[];
  const groups = [
    await securityFaults(query),
    await grantFaults(query, roles),
    await insertOnlyFaults(query, roles),
    await keyFaults(query),
    await functionFaults(query, roles),
    await shapeFaults(query),
  ];
  return groups.flat().sort();
}
