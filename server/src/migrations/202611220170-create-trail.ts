import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

/** The idempotency keys of mutations and the insert-only audit trail, read through one function that asks for the right. */
export const createTrail: Migration = {
  id: "202611220170-create-trail",
  up: ({ app, auth, authz, bulk }) => `
-- never the content of an answer: the result is read again by its id
create table app.idempotency (
  account_id uuid not null references app.account (id),
  key uuid not null,
  operation text not null,
  request_hash bytea not null check (length(request_hash) = 32),
  result_id uuid,
  result_rev int,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index on app.idempotency (created_at);

create table app.audit (
  organization_id uuid not null references app.organization (id),
  id bigint generated always as identity,
  chapter_id uuid,
  at timestamptz not null default now(),
  actor_seat_id uuid,
  action text not null check (action ~ '^[A-Z_]{3,60}$'),
  subject_type text not null check (subject_type ~ '^[A-Za-z]{3,40}$'),
  subject_id uuid,
  -- facts of the change (numbers, dates, keys); never a name, an address or an answer
  detail jsonb not null default '{}',
  primary key (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);
create index on app.audit (organization_id, chapter_id, id);

${forceRowSecurity("app.idempotency", "app.audit")}
${openTo(bulk, "all", "app.idempotency")}
${openTo(authz, "select", "app.audit")}

grant select, insert, update (result_id, result_rev) on app.idempotency to ${app};
create policy idempotency_own on app.idempotency for all to ${app} using (account_id = authz.uid()) with check (account_id = authz.uid());

grant insert (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail) on app.audit to ${app}, ${bulk};
create policy audit_insert on app.audit for insert to ${app} with check (
  organization_id = authz.organization('UNIT_READ') and actor_seat_id = authz.seat_id()
  and (chapter_id is null or chapter_id = any (authz.units('UNIT_READ'))));
create policy audit_insert_bulk on app.audit for insert to ${bulk} with check (true);

${asRole(
  authz,
  `
create function authz.audit_trail(before_id bigint, most int)
returns table (id bigint, at timestamptz, actor_name text, action text, subject_type text, subject_id uuid, chapter_name text, detail jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare org uuid := authz.organization('AUDIT_READ'); wide boolean := authz.organization_wide('AUDIT_READ') is not null; own uuid[] := authz.units('AUDIT_READ');
begin
  return query select a.id, a.at, s.holder_name, a.action, a.subject_type, a.subject_id, c.name, a.detail
    from app.audit a left join app.seat s on s.organization_id = a.organization_id and s.id = a.actor_seat_id
    left join app.chapter c on c.organization_id = a.organization_id and c.id = a.chapter_id
   where a.organization_id = org and (wide or a.chapter_id = any (own)) and (before_id is null or a.id < before_id)
   order by a.id desc limit least(most, 101);
end $$;
revoke execute on function authz.audit_trail(bigint, int) from public;
grant execute on function authz.audit_trail(bigint, int) to ${app};
`,
)}

${asRole(
  bulk,
  `
-- keys are kept longer than the longest time a phone may be without a network
create function authz.purge_expired() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.idempotency where created_at < now() - interval '60 days';
  delete from app.session where hard_exp < now() - interval '1 day';
end $$;
revoke execute on function authz.purge_expired() from public;
grant execute on function authz.purge_expired() to ${auth};
`,
)}
`,
};
