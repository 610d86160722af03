import pg from "pg";
import { roleNames } from "../kernel/db/roles.js";
import type { BenchDatabase } from "./load.js";

/**
 * What PostGraphile is given beside the tables, as somebody who builds on it would: what a row is called and how it stands, the
 * search by any part of a name, the sums of a comparison, and a report that is taken once for its key and for the row that was
 * read. All of them run as whoever asks, under the same policies.
 */
const FUNCTIONS = (app: string): string => `
create or replace function app.template_version_name(v app.template_version) returns jsonb language sql stable as $$ select v.definition -> 'name' $$;
create or replace function app.template_version_minutes(v app.template_version) returns int language sql stable as $$ select (v.definition -> 'minutes')::int $$;
create or replace function app.touchpoint_status(t app.touchpoint) returns text language sql stable as $$
  select case when t.closed_at is not null then case when (t.closed_at at time zone 'Europe/Oslo')::date <= t.due_on then 'DONE_ON_TIME' else 'DONE_LATE' end
              when t.due_on >= (now() at time zone 'Europe/Oslo')::date then 'OPEN'
              when greatest(t.miss_on, t.exception_until) >= (now() at time zone 'Europe/Oslo')::date then 'OVERDUE' else 'MISSED' end $$;
create or replace function app.open_touchpoints(chapter uuid, ahead int) returns setof app.touchpoint language sql stable as $$
  select t.* from app.touchpoint t where t.chapter_id = chapter and t.closed_at is null and t.emptied_at is null and t.waived_at is null and t.cancelled_at is null
     and t.opens_on <= (now() at time zone 'Europe/Oslo')::date + ahead
   order by t.due_on, t.id $$;
create or replace function app.find_members(chapter uuid, word text) returns setof app.member language sql stable as $$
  select m.* from app.member m where m.chapter_id = chapter and (m.left_on is null or m.left_on > (now() at time zone 'Europe/Oslo')::date)
     and (${["name_key", "name_2", "name_3", "name_4", "name_5"].map((name) => `(m.${name} ~>=~ lower(word) and m.${name} ~<~ (lower(word) || chr(1114111)))`).join(" or ")})
   order by m.name_key using ~<~, m.id $$;
create or replace function app.report_touchpoint(key uuid, chapter uuid, touchpoint uuid, rev int, answers jsonb) returns app.touchpoint
language plpgsql volatile as $$
declare asked bytea := sha256(convert_to(concat_ws('/', chapter, touchpoint, rev, answers), 'UTF8')); held app.touchpoint; done app.touchpoint;
begin
  insert into app.idempotency (account_id, key, operation, request_hash) values (authz.uid(), report_touchpoint.key, 'submitReport', asked) on conflict do nothing;
  if not found then
    if not exists (select 1 from app.idempotency i where i.account_id = authz.uid() and i.key = report_touchpoint.key and i.request_hash = asked) then
      raise exception 'the key is taken';
    end if;
    select * into done from app.touchpoint t where t.chapter_id = chapter and t.id = touchpoint;
    return done;
  end if;
  perform 1 from app.touchpoint t where t.chapter_id = chapter and t.id = touchpoint for update;
  select * into held from app.touchpoint t where t.chapter_id = chapter and t.id = touchpoint;
  if held.rev is distinct from report_touchpoint.rev or held.closed_at is not null then raise exception 'changed meanwhile'; end if;
  update app.touchpoint t set closed_at = now(), closed_by = authz.seat_id(), started_at = coalesce(t.started_at, now()), answers = report_touchpoint.answers,
         returns_on = null, rev = t.rev + 1
   where t.chapter_id = chapter and t.id = touchpoint returning * into done;
  update app.idempotency i set result_id = done.id, result_rev = done.rev where i.account_id = authz.uid() and i.key = report_touchpoint.key;
  return done;
end $$;
create or replace function app.touchpoint_next(t app.touchpoint) returns app.touchpoint language sql stable as $$
  select n.* from app.touchpoint n
   where n.chapter_id = t.chapter_id and n.id <> t.id and n.closed_at is null and n.emptied_at is null and n.waived_at is null and n.cancelled_at is null
     and n.opens_on <= (now() at time zone 'Europe/Oslo')::date and greatest(case when n.late_allowed then n.miss_on else n.due_on end, n.exception_until) >= (now() at time zone 'Europe/Oslo')::date
   order by n.template_id = t.template_id desc, n.due_on, n.id limit 1 $$;
grant execute on function app.template_version_name(app.template_version), app.template_version_minutes(app.template_version),
  app.touchpoint_status(app.touchpoint), app.open_touchpoints(uuid, int), app.find_members(uuid, text), app.report_touchpoint(uuid, uuid, uuid, int, jsonb), app.touchpoint_next(app.touchpoint) to ${app};`;

/** Lays the functions PostGraphile answers with beside the tables. */
export async function preparePostgraphile({ adminUrl, rolePrefix }: BenchDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(FUNCTIONS(roleNames(rolePrefix).app));
  } finally {
    await client.end();
  }
}
