import type { Roles } from "../kernel/db/roles.js";

/**
 * The job queue's schema belongs to graphile-worker, which makes and migrates it; we force row-level security on it too
 * and let the job role in. The app enqueues only through `authz.enqueue`, in its own transaction, with ids for payload.
 * Runs after every migration, since an upgrade of the queue may bring new tables.
 */
export function jobsAccess({ app, auth, bulk, job }: Roles): string {
  return `
grant usage on schema graphile_worker to ${job}, ${bulk};
grant select, insert, update, delete on all tables in schema graphile_worker to ${job};
grant usage on all sequences in schema graphile_worker to ${job}, ${bulk};
grant execute on all functions in schema graphile_worker to ${job}, ${bulk};
grant select, insert, update on all tables in schema graphile_worker to ${bulk};
do $$ declare t text; r text; begin
  for t in select tablename from pg_tables where schemaname = 'graphile_worker' loop
    execute format('alter table graphile_worker.%I enable row level security', t);
    execute format('alter table graphile_worker.%I force row level security', t);
    foreach r in array array['${job}', '${bulk}', current_user::text] loop
      execute format('drop policy if exists %I on graphile_worker.%I', 'open_' || md5(r), t);
      execute format('create policy %I on graphile_worker.%I for all to %I using (true) with check (true)', 'open_' || md5(r), t, r);
    end loop;
  end loop;
end $$;
set role ${bulk};
create or replace function authz.enqueue(task text, payload jsonb, once_key text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- ids and words of ours, never a text that somebody wrote: the queue is read by whoever runs it
  if exists (select 1 from jsonb_each_text(payload) p where p.value !~ '^[A-Za-z0-9-]{1,40}$') then
    raise exception 'a job carries ids only' using errcode = 'VA008';
  end if;
  perform graphile_worker.add_job(identifier => task, payload => payload::json, job_key => once_key);
end $$;
revoke execute on function authz.enqueue(text, jsonb, text) from public;
grant execute on function authz.enqueue(text, jsonb, text) to ${app}, ${auth}, ${job};
reset role;`;
}
