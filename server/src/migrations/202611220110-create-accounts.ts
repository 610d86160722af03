import type { Migration } from "./migration.js";
import { forceRowSecurity, openTo } from "./migration.js";

/**
 * Accounts belong to the installation, seats to organizations. Sessions, sign-in links and invitations keep the hash of
 * their secret only. Nothing here is readable by the app role but seats and the account of the one who asks.
 */
export const createAccounts: Migration = {
  id: "202611220110-create-accounts",
  up: ({ auth, authz, bulk }) => `
create table app.account (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  email_ct bytea not null,
  email_bidx bytea not null unique check (length(email_bidx) = 32),
  language text check (language in ('nb', 'nn', 'en')),
  digest_enabled boolean not null default true,
  created_at timestamptz not null default now(),
  stopped_at timestamptz
);

create table app.seat (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  role text not null check (role in ('NATIONAL_ADMIN', 'NATIONAL_EDITOR', 'REGION_COORDINATOR', 'CHAPTER_LEADER', 'CHAPTER_BOARD', 'MENTOR')),
  unit_kind text not null check (unit_kind in ('ORGANIZATION', 'REGION', 'CHAPTER')),
  region_id uuid,
  chapter_id uuid,
  -- null until the invitation is accepted
  account_id uuid references app.account (id),
  holder_name text not null check (length(holder_name) between 1 and 120),
  valid_from date not null,
  -- first day it no longer holds
  valid_to date check (valid_to >= valid_from),
  granted_by uuid,
  last_seen_on date,
  created_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, region_id) references app.region (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  check (case unit_kind
    when 'ORGANIZATION' then region_id is null and chapter_id is null and role in ('NATIONAL_ADMIN', 'NATIONAL_EDITOR')
    when 'REGION' then region_id is not null and chapter_id is null and role = 'REGION_COORDINATOR'
    else chapter_id is not null and region_id is null and role in ('CHAPTER_LEADER', 'CHAPTER_BOARD', 'MENTOR') end)
);
create index on app.seat (account_id);
create index on app.seat (organization_id, chapter_id);
-- a session names its seat by the id alone
create unique index on app.seat (id);

create table app.invitation (
  organization_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  -- of the seat, so that a leader sees the invitations of one board only
  chapter_id uuid,
  email_ct bytea not null,
  -- null until the mail is made: the secret is born in the job that sends it
  token_hash bytea check (length(token_hash) = 32),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);
create index on app.invitation (token_hash);
create index on app.invitation (organization_id, seat_id);

create table app.session (
  token_hash bytea primary key check (length(token_hash) = 32),
  kind text not null default 'SEAT' check (kind in ('SEAT', 'JOB')),
  account_id uuid references app.account (id),
  organization_id uuid references app.organization (id),
  seat_id uuid,
  -- what a job may do: a row of role_cap
  task text,
  created_at timestamptz not null default now(),
  idle_seconds int not null check (idle_seconds > 0),
  idle_until timestamptz not null,
  hard_exp timestamptz not null,
  revoked_at timestamptz,
  aal smallint not null default 1,
  stepup_at timestamptz,
  check (case kind when 'SEAT' then account_id is not null and task is null else account_id is null and task is not null end)
);
create index on app.session (account_id);
create index on app.session (hard_exp);

create table app.sign_in_request (
  id uuid primary key,
  account_id uuid references app.account (id),
  -- binds the link to the browser that asked
  browser_hash bytea not null check (length(browser_hash) = 32),
  token_hash bytea unique check (length(token_hash) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  consumed_at timestamptz
);
create index on app.sign_in_request (account_id);
create index on app.sign_in_request (expires_at);

-- counters of attempts in a window, keyed by a keyed hash: never an address
create table app.rate_limit (
  key bytea primary key check (length(key) = 32),
  count int not null,
  window_ends timestamptz not null
);

-- who the sign-in page of a demo offers; empty in production
create table app.demo_person (
  organization_id uuid not null,
  seat_key text not null,
  seat_id uuid not null,
  position smallint not null,
  primary key (organization_id, seat_key),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id)
);

-- what was sent in demo and development, for the mailbox page
create table app.mailbox_message (
  id uuid primary key,
  sent_to text not null,
  sent_from text not null,
  subject text not null,
  body text not null,
  sent_at timestamptz not null default now()
);

${forceRowSecurity("app.account", "app.seat", "app.invitation", "app.session", "app.sign_in_request", "app.rate_limit", "app.demo_person", "app.mailbox_message")}

-- the sign-in module's own role
${openTo(auth, "all", "app.account", "app.session", "app.sign_in_request", "app.rate_limit", "app.mailbox_message")}
${openTo(auth, "select", "app.seat", "app.invitation", "app.demo_person", "app.organization", "app.region", "app.chapter")}

-- the definer roles
${openTo(authz, "select", "app.session", "app.seat", "app.account", "app.organization", "app.region", "app.chapter", "app.chapter_region")}
${openTo(bulk, "all", "app.account", "app.seat", "app.invitation", "app.session", "app.demo_person", "app.organization", "app.region", "app.chapter", "app.chapter_region")}
`,
};
