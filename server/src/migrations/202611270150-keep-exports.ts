import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const MINE = "organization_id = authz.organization('STATISTICS_READ') and seat_id = authz.seat_id()";
const MAKER = "organization_id = authz.organization_wide('EXPORT_MAKE')";

/**
 * Large exports are ordered, made by a job in slices, kept sealed for a day and fetched by the one who ordered them. The job moves an
 * order on and stores what is sealed; what stands in it is read under a session of the one who ordered, minted for that order alone.
 */
export const keepExports: Migration = {
  id: "202611270150-keep-exports",
  up: ({ app, bulk, job }) => `
${grantCaps({ JOB_EXPORT: ["EXPORT_MAKE"] })}

create table app.export_order (
  organization_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  account_id uuid not null references app.account (id),
  kind text not null check (kind in ('REPORT', 'TABLES')),
  content text not null check (content in ('CORE', 'ALL')),
  each_region boolean not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  scope_name text not null check (length(scope_name) <= 200),
  -- what is to be read, in order: a template and a region, or all of the reach
  plan jsonb not null check (jsonb_array_length(plan) > 0),
  -- the chapters in reach when it was ordered, sorted: what is read and fetched later has to lie within
  reach uuid[] not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'MAKING', 'READY', 'FAILED', 'EXPIRED')),
  problem text check (problem in ('REACH', 'ERROR')),
  done int not null default 0 check (done >= 0),
  attempt int not null default 0,
  -- of the file, when it is made
  pieces int,
  bytes int,
  ordered_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '24 hours',
  primary key (organization_id, id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id)
);
create index on app.export_order (organization_id, seat_id, ordered_at desc);
create index on app.export_order (organization_id, expires_at);

-- sealed: what a slice says (attempt 0), and the file, by the attempt that made it
create table app.export_piece (
  organization_id uuid not null,
  order_id uuid not null,
  attempt int not null,
  n int not null,
  seat_id uuid not null,
  sealed bytea not null,
  primary key (organization_id, order_id, attempt, n),
  foreign key (organization_id, order_id) references app.export_order (organization_id, id) on delete cascade,
  foreign key (organization_id, seat_id) references app.seat (organization_id, id)
);
${forceRowSecurity("app.export_order", "app.export_piece")}
${openTo(bulk, "select", "app.export_order")}

grant select, insert (organization_id, id, seat_id, account_id, kind, content, each_region, language, scope_name, plan, reach), delete on app.export_order to ${app};
create policy export_order_read on app.export_order for select to ${app} using (${MINE});
create policy export_order_insert on app.export_order for insert to ${app} with check (${MINE} and account_id = authz.uid());
create policy export_order_delete on app.export_order for delete to ${app} using (${MINE});
grant select on app.export_piece to ${app};
create policy export_piece_read on app.export_piece for select to ${app} using (${MINE});

-- whose it is, what it holds and what it may reach are never the job's to change
grant select, update (state, problem, done, attempt, pieces, bytes, expires_at), delete on app.export_order to ${job};
create policy export_order_job_read on app.export_order for select to ${job} using (${MAKER});
create policy export_order_job_update on app.export_order for update to ${job} using (${MAKER});
create policy export_order_job_delete on app.export_order for delete to ${job} using (${MAKER});
grant select, insert, delete on app.export_piece to ${job};
create policy export_piece_job_read on app.export_piece for select to ${job} using (${MAKER});
create policy export_piece_job_insert on app.export_piece for insert to ${job} with check (${MAKER});
create policy export_piece_job_delete on app.export_piece for delete to ${job} using (${MAKER});

${asRole(
  bulk,
  `
/* A session of two minutes in the seat that ordered, for as long as its order is being made and the seat is that person's; null when it
   is not. Every right of the seat is looked up anew at each statement, as with any session. */
create function authz.mint_export_session(the_order uuid) returns text language plpgsql ${definer} as $$
declare secret bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')); org uuid := authz.organization_wide('EXPORT_MAKE');
begin
  insert into app.session (token_hash, kind, account_id, seat_id, idle_seconds, idle_until, hard_exp)
  select secret, 'SEAT', o.account_id, o.seat_id, 120, now() + interval '2 minutes', now() + interval '2 minutes'
    from app.export_order o join app.seat s on s.organization_id = o.organization_id and s.id = o.seat_id and s.account_id = o.account_id
   where o.organization_id = org and o.id = the_order and o.state = 'MAKING' and o.expires_at > now()
     and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
     and not exists (select 1 from app.account a where a.id = o.account_id and a.stopped_at is not null);
  if not found then return null; end if;
  return encode(secret, 'hex');
end $$;
grant execute on function authz.mint_export_session(uuid) to ${job};
revoke execute on function authz.mint_export_session(uuid) from public;
`,
)}
`,
};
