import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

/**
 * Signing in through a provider of identities (OpenID Connect). A try is a row, bound to its browser, taken once; an identity is an
 * issuer and a subject, kept as a keyed hash, linked to one account by somebody who was signed in to it. Only the sign-in module reads them.
 */
export const oidc: Migration = {
  id: "202611290145-oidc",
  up: ({ auth, bulk, owner }) => `
create table app.oidc_request (
  id uuid primary key,
  state_hash bytea not null unique check (length(state_hash) = 32),
  browser_hash bytea not null check (length(browser_hash) = 32),
  purpose text not null check (purpose in ('SIGN_IN', 'LINK')),
  -- whose a link is to be
  account_id uuid references app.account (id),
  expires_at timestamptz not null,
  consumed_at timestamptz,
  -- the mutation that took it, so that a lost answer is given again
  consumed_by uuid,
  check ((purpose = 'LINK') = (account_id is not null))
);
create table app.oidc_identity (
  id uuid primary key,
  account_id uuid not null references app.account (id),
  issuer text not null check (length(issuer) <= 500),
  subject_bidx bytea not null check (length(subject_bidx) = 32),
  linked_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (issuer, subject_bidx)
);
create index on app.oidc_identity (account_id);
${forceRowSecurity("app.oidc_request", "app.oidc_identity")}
${openTo(auth, "all", "app.oidc_request", "app.oidc_identity")}
${openTo(bulk, "all", "app.oidc_request", "app.oidc_identity")}

${asRole(
  bulk,
  `
-- who has left, or is stopped, has nothing more to come in by
create function authz.forget_identities() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.oidc_identity where account_id = new.id;
  delete from app.oidc_request where account_id = new.id;
  return null;
end $$;
revoke execute on function authz.forget_identities() from public;
grant execute on function authz.forget_identities() to ${owner};
`,
)}
create trigger forget_identities after update of stopped_at on app.account for each row
  when (old.stopped_at is null and new.stopped_at is not null) execute function authz.forget_identities();
`,
};
