import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * The definer functions that write many rows after checking the right once: creating touchpoints, counting a snapshot,
 * accepting an invitation, minting a job's session, and loading rows as the operator.
 */
export const createBulkWork: Migration = {
  id: "202611220180-create-bulk-work",
  up: ({ app, auth, authz, bulk, job, owner }) => `
-- the definer role asks the same questions as everyone
${asRole(
  authz,
  `grant execute on function authz.today(), authz.uid(), authz.seat_id(), authz.organization(text), authz.organization_wide(text), authz.units(text),
  authz.acting() to ${bulk};`,
)}
grant execute on function app.touchpoint_id(uuid, uuid, uuid, text) to ${bulk}, ${app};

${asRole(
  bulk,
  `
-- One set-based statement, idempotent: the key decides. A board may start what is started by hand in its own chapter;
-- national rolls out. Occurrences: [{occurrence, opens_on, due_on, miss_on, period_report}]. Returns how many are new per chapter.
create function authz.create_touchpoints(version uuid, chapters uuid[], occurrences jsonb, member uuid default null)
returns table (chapter_id uuid, created int) language plpgsql ${definer} as $$
declare
  org uuid := coalesce(authz.organization('ROLLOUT'), authz.organization('TOUCHPOINT_WRITE'));
  v record; reach uuid[];
begin
  select * into v from app.template_version tv where tv.organization_id = org and tv.id = version and tv.state in ('PILOT', 'PUBLISHED');
  if not found then raise exception 'no such version' using errcode = 'VA002'; end if;
  reach := authz.units('ROLLOUT');
  if reach = '{}' and v.definition -> 'trigger' ->> 'kind' = 'MANUAL' then reach := authz.units('TOUCHPOINT_WRITE'); end if;
  if not (chapters <@ reach) then raise exception 'outside reach' using errcode = 'VA003'; end if;
  if v.about_member <> (member is not null) and not (v.about_member and not exists (select 1 from jsonb_array_elements(occurrences) o where not coalesce((o ->> 'period_report')::boolean, false)))
    then raise exception 'about one member or none' using errcode = 'VA004'; end if;
  return query
  with made as (
    insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, period_report, member_id, occurrence,
                                opens_on, due_on, miss_on, first_due_on, late_allowed)
    select org, c.id, app.touchpoint_id(c.id, v.template_id, member, o ->> 'occurrence'), v.template_id, v.id, v.major, member is not null,
           coalesce((o ->> 'period_report')::boolean, false), member, o ->> 'occurrence', (o ->> 'opens_on')::date, (o ->> 'due_on')::date, (o ->> 'miss_on')::date,
           (o ->> 'due_on')::date, coalesce((v.definition -> 'schedule' ->> 'lateAllowed')::boolean, true)
      from app.chapter c cross join jsonb_array_elements(occurrences) o
     where c.organization_id = org and c.id = any (chapters)
       and c.opened_on <= (o ->> 'opens_on')::date and (c.closed_on is null or c.closed_on > (o ->> 'opens_on')::date)
       -- a chapter that is being closed is waited for, and then gets none
       for key share of c
    on conflict do nothing
    returning touchpoint.chapter_id)
  select made.chapter_id, count(*)::int from made group by 1;
end $$;

-- what a roll-out would make, with nothing written
create function authz.preview_touchpoints(template uuid, chapters uuid[], occurrences jsonb)
returns table (chapter_id uuid, created int, already_there int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization_wide('ROLLOUT');
begin
  return query
  select c.id, count(*) filter (where t.id is null)::int, count(t.id)::int
    from app.chapter c cross join jsonb_array_elements(occurrences) o
    left join app.touchpoint t on t.chapter_id = c.id and t.template_id = template and t.member_id is null and t.occurrence = o ->> 'occurrence'
   where c.organization_id = org and c.id = any (chapters)
     and c.opened_on <= (o ->> 'opens_on')::date and (c.closed_on is null or c.closed_on > (o ->> 'opens_on')::date)
   group by c.id;
end $$;

-- Closing a chapter cancels what it had open. Says how many duties that was: of those about members, none above the chapter
-- learns the number.
create function authz.cancel_for_closed_chapter(chapter uuid) returns int language plpgsql ${definer} as $$
declare n int;
begin
  if not exists (select 1 from app.chapter c where c.organization_id = authz.organization_wide('UNIT_WRITE') and c.id = chapter) then
    raise exception 'outside reach' using errcode = 'VA003';
  end if;
  with gone as (
    update app.touchpoint set cancelled_at = now(), cancelled_because = 'CHAPTER_CLOSED', rev = rev + 1
     where chapter_id = chapter and num_nonnulls(closed_at, emptied_at, waived_at, cancelled_at) = 0 returning about_member)
  select count(*) filter (where not about_member) into n from gone;
  return n;
end $$;

-- How the touchpoints with a first due date in the twelve months up to a day stood on that day: raw, for the job that
-- suppresses and publishes, and for nobody else.
create function authz.snapshot_counts(on_day date)
returns table (template_id uuid, chapter_id uuid, region_id uuid, measure text, n int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization('STATISTICS_PUBLISH');
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return query
  with t as (
    select tp.template_id, tp.chapter_id, tp.about_member, tp.answers, tp.version_id,
           (tp.closed_at at time zone 'Europe/Oslo')::date as closed_on, tp.due_on, greatest(tp.miss_on, tp.exception_until) as miss_on,
           (tp.waived_at at time zone 'Europe/Oslo')::date <= on_day as waived, (tp.cancelled_at at time zone 'Europe/Oslo')::date <= on_day as cancelled
      from app.touchpoint tp
     where tp.organization_id = org and tp.first_due_on > (on_day + 1 - interval '1 year')::date - 1 and tp.first_due_on <= on_day and not tp.period_report
  ), judged as (
    select t.template_id, t.chapter_id, m.measure, count(*)::int as n from t cross join lateral (values (
      case when t.waived then 'WAIVED' when t.cancelled then 'CANCELLED'
           when t.closed_on <= on_day then case when t.closed_on <= t.due_on then 'ON_TIME' else 'LATE' end
           when t.miss_on < on_day then 'MISSED' when t.due_on < on_day then 'OVERDUE' else 'OPEN' end)) m (measure)
     where t.about_member group by 1, 2, 3
  ), answered as (
    select t.template_id, t.chapter_id, 'field:' || a.field_key || ':' || a.option_key as measure,
           -- bounded: one absurd number must not keep a federation's numbers from being published
           least(case when a.option_key = '' then sum(a.total) else sum(a.n) end, 1000000)::int as n
      from t join app.template_version v on v.organization_id = org and v.id = t.version_id
      cross join lateral app.answer_parts(t.answers, v.definition, t.about_member) a
     where t.closed_on <= on_day and a.persons and not (a.option_key = '' and t.about_member) group by 1, 2, a.field_key, a.option_key
  )
  select x.template_id, x.chapter_id, r.region_id, x.measure, x.n from (select * from judged union all select * from answered) x
    left join app.chapter_region r on r.organization_id = org and r.chapter_id = x.chapter_id and r.valid_from <= on_day and (r.valid_to is null or r.valid_to > on_day);
end $$;

-- A short session with the rights of one task in one organization; returns the secret's hash, which is what the door takes.
create function authz.mint_job_session(organization uuid, task_name text) returns text language plpgsql ${definer} as $$
declare secret bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
begin
  insert into app.session (token_hash, kind, organization_id, task, idle_seconds, idle_until, hard_exp)
  select secret, 'JOB', o.id, task_name, 600, now() + interval '10 minutes', now() + interval '10 minutes' from app.organization o where o.id = organization and task_name like 'JOB\\_%';
  if not found then raise exception 'no such organization or task' using errcode = 'VA002'; end if;
  return encode(secret, 'hex');
end $$;

create function authz.job_organizations() returns uuid[] language plpgsql stable ${definer} as $$
begin return coalesce((select array_agg(id) from app.organization), '{}'); end $$;

-- The invitation behind a secret, if it still holds: not used, not revoked, not expired, its seat not ended and the one who gave it still with the right.
create function authz.invitation_by_token(token bytea, out organization_id uuid, out seat_id uuid, out invitation_id uuid, out role text, out holder_name text, out unit_name text, out organization_name text, out expires_at timestamptz, out email_ct bytea)
returns record language plpgsql stable ${definer} as $$
begin
  select i.organization_id, i.seat_id, i.id, s.role, s.holder_name, coalesce(c.name, r.name, o.name), o.name, i.expires_at, i.email_ct
    into organization_id, seat_id, invitation_id, role, holder_name, unit_name, organization_name, expires_at, email_ct
    from app.invitation i join app.seat s on s.organization_id = i.organization_id and s.id = i.seat_id join app.organization o on o.id = i.organization_id
    left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
    left join app.region r on r.organization_id = s.organization_id and r.id = s.region_id
    left join app.seat g on g.organization_id = s.organization_id and g.id = s.granted_by
     and not exists (select 1 from app.account ac where ac.id = g.account_id and ac.stopped_at is not null)
   where i.token_hash = token and i.accepted_at is null and i.revoked_at is null and i.expires_at > now() and s.account_id is null
     and (s.valid_to is null or s.valid_to > (now() at time zone 'Europe/Oslo')::date)
     and (s.granted_by is null or (g.account_id is not null and (g.valid_to is null or g.valid_to > (now() at time zone 'Europe/Oslo')::date)));
end $$;

-- Takes the seat: finds or makes the account by blind index. Nobody takes a seat they gave themselves.
create function authz.accept_invitation(token bytea, new_account uuid, account_name text, ct bytea, bidx bytea)
returns table (account_id uuid, seat_id uuid) language plpgsql ${definer} as $$
declare i record; acc uuid;
begin
  -- whoever takes it back or ends the seat meanwhile is waited for, and then seen
  perform 1 from app.seat s join app.invitation x on x.organization_id = s.organization_id and x.seat_id = s.id where x.token_hash = token for update of s;
  select * into i from authz.invitation_by_token(token);
  if i.seat_id is null then raise exception 'invitation does not hold' using errcode = 'VA005'; end if;
  insert into app.account (id, name, email_ct, email_bidx) values (new_account, account_name, ct, bidx) on conflict (email_bidx) do nothing;
  select a.id into acc from app.account a where a.email_bidx = bidx;
  if exists (select 1 from app.seat s join app.seat g on g.organization_id = s.organization_id and g.id = s.granted_by where s.organization_id = i.organization_id and s.id = i.seat_id and g.account_id = acc) then
    raise exception 'own invitation' using errcode = 'VA006';
  end if;
  update app.seat s set account_id = acc, rev = s.rev + 1 where s.organization_id = i.organization_id and s.id = i.seat_id and s.account_id is null;
  if not found then raise exception 'invitation does not hold' using errcode = 'VA005'; end if;
  update app.invitation x set accepted_at = now() where x.organization_id = i.organization_id and x.id = i.invitation_id;
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id)
  select s.organization_id, s.chapter_id, s.id, 'SEAT_ACCEPTED', 'Seat', s.id from app.seat s where s.organization_id = i.organization_id and s.id = i.seat_id;
  return query select acc, i.seat_id;
end $$;

-- a seat's last day seen, for «no sign-in for 30 days»
create function authz.touch_seat(seat uuid) returns void language plpgsql ${definer} as $$
begin
  update app.seat s set last_seen_on = (now() at time zone 'Europe/Oslo')::date where s.id = seat and s.last_seen_on is distinct from (now() at time zone 'Europe/Oslo')::date;
end $$;

-- rows as they are into one of our tables: for the operator's hand only (demo, a new organization, the bench)
create function authz.load_rows(table_name text, load jsonb) returns int language plpgsql ${definer} as $$
declare n int; names text;
begin
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into names from pg_catalog.pg_attribute a
   where a.attrelid = format('app.%I', table_name)::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
     and (load -> 0) ? a.attname;
  execute format('insert into app.%I (%s) select %s from jsonb_populate_recordset(null::app.%I, $1)', table_name, names, names, table_name) using load;
  get diagnostics n = row_count;
  return n;
end $$;

grant execute on function authz.create_touchpoints(uuid, uuid[], jsonb, uuid) to ${app}, ${job};
grant execute on function authz.preview_touchpoints(uuid, uuid[], jsonb), authz.cancel_for_closed_chapter(uuid) to ${app};
grant execute on function authz.snapshot_counts(date), authz.mint_job_session(uuid, text), authz.job_organizations() to ${job};
grant execute on function authz.invitation_by_token(bytea), authz.accept_invitation(bytea, uuid, text, bytea, bytea), authz.touch_seat(uuid) to ${auth};
grant execute on function authz.load_rows(text, jsonb), authz.rebuild_standings(uuid) to ${owner};
`,
)}
`,
};
