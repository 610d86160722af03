import type { Migration } from "./migration.js";
import { forceRowSecurity, openTo } from "./migration.js";

/**
 * Passkeys: a second factor that gives itself to no page but ours, and a way in of its own. Only the sign-in module's role reads
 * them. A challenge is one browser's, for one purpose, once, for five minutes; only its hash is kept.
 */
export const passkeys: Migration = {
  id: "202611290130-passkeys",
  up: ({ auth, bulk }) => `
create table app.passkey (
  id uuid primary key,
  account_id uuid not null references app.account (id),
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null check (length(public_key) <= 4096),
  -- how often it has signed, where it counts; it never goes back
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null default '{}',
  -- in a chain of keys that follows the person to a new phone
  synced boolean not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now()
);
create index on app.passkey (account_id);
create table app.passkey_challenge (
  challenge_hash bytea primary key check (length(challenge_hash) = 32),
  purpose text not null check (purpose in ('ADD', 'SIGN_IN', 'STEP')),
  -- the secret of the browser that asked, or of the session it asked in
  bound_to bytea not null check (length(bound_to) = 32),
  expires_at timestamptz not null default now() + interval '5 minutes'
);
create index on app.passkey_challenge (bound_to);
create index on app.passkey_challenge (expires_at);
${forceRowSecurity("app.passkey", "app.passkey_challenge")}
${openTo(auth, "all", "app.passkey", "app.passkey_challenge")}
${openTo(bulk, "all", "app.passkey")}

-- its second factor was a passkey: what a page that looks like ours could not have passed on
alter table app.session add column by_passkey boolean not null default false;

create or replace function app.keep_second_factor() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare whose uuid := coalesce(new.account_id, old.account_id);
begin
  update app.account set second_factor = exists (select 1 from app.totp t where t.account_id = whose and t.confirmed_at is not null)
      or exists (select 1 from app.passkey p where p.account_id = whose)
    where id = whose;
  return null;
end $$;
create trigger keep_second_factor after insert or delete on app.passkey for each row execute function app.keep_second_factor();
create function app.forget_passkeys() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.passkey where account_id = new.id;
  return null;
end $$;
revoke execute on function app.forget_passkeys() from public;
create trigger forget_passkeys after update of stopped_at on app.account for each row
  when (old.stopped_at is null and new.stopped_at is not null) execute function app.forget_passkeys();
`,
};
