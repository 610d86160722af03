import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const inner = "stable set search_path = pg_catalog, pg_temp";
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const hex = (bytes: string) => `encode(${bytes}, 'hex')`;
const hashed = (text: string) => `sha256(convert_to(${text}, 'UTF8'))`;

/**
 * The trail is sealed: each line gets a link with the hash of the link before and of the line as text, in the order of
 * sealing. What waits to be sealed is noted by the statement that writes the line, so a line is there to be sealed from the
 * moment it is committed, however long that took and whatever was sealed meanwhile. Links are made and never changed.
 */
export const sealAudit: Migration = {
  id: "202611280120-seal-audit",
  up: ({ bulk, job, owner }) => `
create table app.audit_seal (
  organization_id uuid not null references app.organization (id),
  -- 1, 2, 3 … without a gap: the order of sealing, which need not be that of the lines' ids
  seq bigint not null check (seq >= 1),
  audit_id bigint not null,
  sealed_at timestamptz not null,
  row_hash bytea not null check (length(row_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (organization_id, seq),
  unique (organization_id, audit_id)
);
-- lines that are written and not yet sealed; ids only, gone within minutes
create table app.audit_waiting (
  organization_id uuid not null references app.organization (id),
  audit_id bigint not null,
  primary key (organization_id, audit_id)
);
${forceRowSecurity("app.audit_seal", "app.audit_waiting")}
${openTo(bulk, "select", "app.audit_seal")}
${openTo(bulk, "all", "app.audit_waiting")}
grant insert on app.audit_seal to ${bulk};
create policy audit_seal_insert on app.audit_seal for insert to ${bulk} with check (true);
-- no policy lets the owner change them either; emptying a table asks for no policy
revoke update, delete, truncate on app.audit, app.audit_seal from ${owner};
${grantCaps({ JOB_AUDIT: ["AUDIT_SEAL", "UNIT_READ"] })}

${asRole(
  bulk,
  `
create function authz.audit_waits() returns trigger language plpgsql ${definer} as $$
begin
  insert into app.audit_waiting (organization_id, audit_id) select organization_id, id from new_rows;
  return null;
end $$;
revoke execute on function authz.audit_waits() from public;
grant execute on function authz.audit_waits() to ${owner};

-- The texts that are hashed. Whoever verifies writes them anew, in a program of its own: features/audit/chain.ts.
create function authz.audit_line(a app.audit) returns text language sql ${inner} as $$
  select concat_ws('|', '1', a.organization_id, a.id, ${instant("a.at")}, coalesce(a.chapter_id::text, ''), coalesce(a.actor_seat_id::text, ''),
    a.action, a.subject_type, coalesce(a.subject_id::text, ''), a.detail::text) $$;
create function authz.audit_link(before bytea, seq bigint, audit_id bigint, sealed_at timestamptz, row_hash bytea) returns text language sql ${inner} as $$
  select concat_ws('|', '1', ${hex("before")}, seq, audit_id, ${instant("sealed_at")}, ${hex("row_hash")}) $$;

-- Seals at most so many lines of the organization and says how many. One at a time for an organization: the second waits, and
-- then sees what the first has sealed.
create function authz.seal_audit(most int) returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization('AUDIT_SEAL'); at_last bigint; before bytea; line_hash bytea; a app.audit; n int := 0; moment timestamptz;
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  perform pg_advisory_xact_lock(hashtextextended('audit_seal ' || org::text, 0));
  select s.seq, s.hash into at_last, before from app.audit_seal s where s.organization_id = org order by s.seq desc limit 1;
  at_last := coalesce(at_last, 0);
  before := coalesce(before, decode(repeat('00', 32), 'hex'));
  moment := clock_timestamp();
  for a in select x.* from app.audit_waiting w join app.audit x on x.organization_id = w.organization_id and x.id = w.audit_id
    where w.organization_id = org and not exists (select 1 from app.audit_seal s where s.organization_id = org and s.audit_id = w.audit_id)
    order by w.audit_id limit least(most, 5000)
  loop
    at_last := at_last + 1;
    n := n + 1;
    line_hash := ${hashed("authz.audit_line(a)")};
    before := ${hashed("authz.audit_link(before, at_last, a.id, moment, line_hash)")};
    insert into app.audit_seal (organization_id, seq, audit_id, sealed_at, row_hash, hash) values (org, at_last, a.id, moment, line_hash, before);
    delete from app.audit_waiting w where w.organization_id = org and w.audit_id = a.id;
  end loop;
  return n;
end $$;

create function authz.audit_unsealed() returns uuid[] language plpgsql stable ${definer} as $$
begin return coalesce((select array_agg(distinct w.organization_id) from app.audit_waiting w), '{}'); end $$;

-- The newest link of every organization; seq 0 where nothing is sealed
create function authz.audit_heads() returns table (organization_id uuid, seq bigint, sealed_at text, hash text) language plpgsql stable ${definer} as $$
begin
  return query select o.id, coalesce(s.seq, 0), ${instant("s.sealed_at")}, ${hex("s.hash")} from app.organization o
    left join lateral (select x.* from app.audit_seal x where x.organization_id = o.id order by x.seq desc limit 1) s on true order by o.id;
end $$;

-- For whoever verifies, the database's owner: links in order, each with its line as text, null where the line is gone
create function authz.audit_links(org uuid, after_seq bigint, most int)
returns table (seq bigint, audit_id bigint, sealed_at text, row_hash text, hash text, line text) language plpgsql stable ${definer} as $$
begin
  return query select s.seq, s.audit_id, ${instant("s.sealed_at")}, ${hex("s.row_hash")}, ${hex("s.hash")}, case when a.id is not null then authz.audit_line(a) end
    from app.audit_seal s left join app.audit a on a.organization_id = s.organization_id and a.id = s.audit_id
   where s.organization_id = org and s.seq > after_seq order by s.seq limit most;
end $$;

-- What is neither sealed nor waits though it is there, and what waits though it is gone
create function authz.audit_loose(org uuid, out audit_id bigint, out gone boolean) returns setof record language plpgsql stable ${definer} as $$
begin
  return query select a.id, false from app.audit a where a.organization_id = org
      and not exists (select 1 from app.audit_seal s where s.organization_id = org and s.audit_id = a.id)
      and not exists (select 1 from app.audit_waiting w where w.organization_id = org and w.audit_id = a.id)
    union all
    select w.audit_id, true from app.audit_waiting w where w.organization_id = org
      and not exists (select 1 from app.audit a where a.organization_id = org and a.id = w.audit_id)
    order by 1;
end $$;
create function authz.audit_waiting_count(org uuid) returns int language plpgsql stable ${definer} as $$
begin return (select count(*)::int from app.audit_waiting w where w.organization_id = org); end $$;

revoke execute on function authz.audit_line(app.audit), authz.audit_link(bytea, bigint, bigint, timestamptz, bytea), authz.seal_audit(int), authz.audit_unsealed(),
  authz.audit_heads(), authz.audit_links(uuid, bigint, int), authz.audit_loose(uuid), authz.audit_waiting_count(uuid) from public;
grant execute on function authz.seal_audit(int), authz.audit_unsealed(), authz.audit_heads() to ${job};
grant execute on function authz.audit_heads(), authz.audit_links(uuid, bigint, int), authz.audit_loose(uuid), authz.audit_waiting_count(uuid) to ${owner};
-- what was written before there were seals
insert into app.audit_waiting (organization_id, audit_id) select organization_id, id from app.audit;
`,
)}
create trigger audit_waits after insert on app.audit referencing new table as new_rows for each statement execute function authz.audit_waits();
`,
};
