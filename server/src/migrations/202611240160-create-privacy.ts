import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const inner = "set search_path = pg_catalog, pg_temp";

// every column that points at a member, by its name; what is kept beside the person is handled by name before
const POINTERS = `select c.relname::text as name, a.attname::text as col,
         exists (select 1 from pg_attribute x where x.attrelid = c.oid and x.attname = 'chapter_id' and not x.attisdropped) as by_chapter
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app' join pg_attribute a on a.attrelid = c.oid
   where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype and a.attname ~ '(^|_)member_id$'`;

const FINISHED = "num_nonnulls(closed_at, emptied_at, waived_at, cancelled_at) = 1";
// how many old touchpoints one call of `authz.retention` lets go of
const BATCH = 5000;
// nothing more can happen to it: done in some way, or missed
const OVER = `(${FINISHED} or greatest(miss_on, exception_until) < authz.today())`;
// when the journey's events of somebody who is still a member become counts
const OLD =
  "coalesce((coalesce(closed_at, emptied_at, waived_at, cancelled_at) at time zone 'Europe/Oslo')::date, greatest(miss_on, exception_until)) < (authz.today() - interval '24 months')::date";

// what did not begin, and why: as long as a task would have named the member, and no longer than the member is known
const FORGOTTEN = `s.organization_id = org and s.member_id is not null and (s.due_on < (authz.today() - interval '24 months')::date
      or exists (select 1 from app.member m where m.chapter_id = s.chapter_id and m.id = s.member_id and m.contacts_emptied_on is not null))`;

/**
 * A member's rights: a copy of everything by the pointers of the schema itself, erasure with a ledger that holds no person,
 * and retention that can be asked what it would do. A touchpoint that has been done lets go of its member and keeps counting.
 */
export const createPrivacy: Migration = {
  id: "202611240160-create-privacy",
  up: ({ app, bulk, job, owner }) => `
${grantCaps({ CHAPTER_LEADER: ["MEMBER_RIGHTS"], JOB_RETENTION: ["RETENTION", "UNIT_READ"] })}

-- what the law asks to be kept for five years, locked: nobody who signs in reads it
create table if not exists app.grant_record (
  organization_id uuid not null,
  chapter_id uuid not null,
  member_id uuid not null,
  year smallint not null,
  name text not null,
  birth_date date,
  birth_year smallint,
  paid_on date not null,
  keep_until date not null,
  primary key (chapter_id, member_id, year),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);

-- what was erased, when and by which seat: ids and counts, so that a restored backup can be erased again
create table app.erasure_ledger (
  organization_id uuid not null,
  id uuid not null,
  chapter_id uuid not null,
  member_id uuid not null,
  reason text not null check (reason in ('MEMBER_ASKED', 'GUARDIAN_ASKED', 'NEVER_A_MEMBER')),
  erased_at timestamptz not null default now(),
  erased_by uuid,
  counts jsonb not null,
  primary key (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, erased_by) references app.seat (organization_id, id)
);
create index on app.erasure_ledger (chapter_id, member_id);
${forceRowSecurity("app.grant_record", "app.erasure_ledger")}
${openTo(bulk, "all", "app.grant_record", "app.erasure_ledger")}
${openTo(bulk, "select", "app.audit", "app.sign_in_request", "app.rate_limit", "app.mailbox_message", "app.reminder_log", "app.board_message_mail")}
grant select on app.erasure_ledger to ${app};
create policy erasure_ledger_read on app.erasure_ledger for select to ${app} using (chapter_id = any (authz.units('MEMBER_RIGHTS')));

-- a touchpoint that is done may let go of whom it was about; it still counts a person
alter table app.touchpoint add column unlinked_on date;
do $$ declare old text := (select conname from pg_constraint where conrelid = 'app.touchpoint'::regclass and contype = 'c'
  and pg_get_constraintdef(oid) like '%about_member = (member_id IS NOT NULL)%');
begin execute format('alter table app.touchpoint drop constraint %I', old); end $$;
alter table app.touchpoint
  add constraint about_whom check (case when about_member then (member_id is null) = (unlinked_on is not null) else member_id is null and unlinked_on is null end),
  add constraint unlinked_is_over check (unlinked_on is null or ${FINISHED} or greatest(miss_on, exception_until) < unlinked_on);


${asRole(
  bulk,
  `
-- Answers that are in the sums stay; days and texts go, and so do the occurrence (it holds the day of the event) and the ticked steps.
-- What is only old goes in parts, so that no statement is long. The id stays, so that the same touchpoint is never made again.
create function authz.unlink_touchpoints(the_organization uuid, the_chapter uuid, the_member uuid, only_old boolean) returns int language plpgsql ${inner} as $$
declare n int;
begin
  update app.touchpoint t set member_id = null, unlinked_on = authz.today(), occurrence = '~' || t.id, steps_done = '{}', assignee_seat_id = null, meeting_id = null, rev = t.rev + 1,
         answers = coalesce((select jsonb_object_agg(a.key, a.value) from jsonb_each(t.answers) a
           join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
           cross join lateral jsonb_array_elements(v.definition -> 'reportFields') f
          where f ->> 'key' = a.key and f ->> 'type' in ('NUMBER', 'RATING', 'AUTO', 'YES_NO', 'CHOICE', 'MULTI_CHOICE')), '{}')
   where (t.chapter_id, t.id) in (select x.chapter_id, x.id from app.touchpoint x
     where x.organization_id = the_organization and (the_chapter is null or x.chapter_id = the_chapter) and x.member_id is not null
       and (the_member is null or x.member_id = the_member) and ${OVER} and (not only_old or ${OLD})
     limit case when only_old then ${BATCH} end);
  get diagnostics n = row_count;
  return n;
end $$;

-- Empties one row of the register and what points at it. What is left counts, and names nobody: the months of joining and leaving.
-- Called by the functions below only.
create function authz.empty_member(the_organization uuid, the_chapter uuid, the_member uuid) returns jsonb language plpgsql ${inner} as $$
declare counts jsonb := '{}'; t record; n int;
begin
  insert into app.grant_record (organization_id, chapter_id, member_id, year, name, birth_date, birth_year, paid_on, keep_until)
  select m.organization_id, m.chapter_id, m.id, f.year, trim(m.first_name || ' ' || m.last_name), m.birth_date, m.birth_year, f.paid_on, make_date(f.year + 5, 12, 31)
    from app.member m join app.member_fee f on f.chapter_id = m.chapter_id and f.member_id = m.id
   where m.organization_id = the_organization and m.chapter_id = the_chapter and m.id = the_member and m.contacts_emptied_on is null and f.paid_on is not null
     and make_date(f.year + 5, 12, 31) >= authz.today()
  on conflict do nothing;
  get diagnostics n = row_count;
  counts := counts || jsonb_build_object('grant_record', n);
  update app.touchpoint set cancelled_at = now(), cancelled_because = 'MEMBER_LEFT', rev = rev + 1
   where organization_id = the_organization and chapter_id = the_chapter and member_id = the_member and not ${OVER};
  counts := counts || jsonb_build_object('touchpoint', authz.unlink_touchpoints(the_organization, the_chapter, the_member, false));
  delete from app.import_row r using app.import_match x where x.organization_id = the_organization and x.member_id = the_member and (x.chapter_id = the_chapter or x.chapter_id is null)
     and r.organization_id = x.organization_id and r.import_id = x.import_id and r.line = x.line;
  get diagnostics n = row_count;
  counts := counts || jsonb_build_object('import_row', n);
  for t in ${POINTERS} and c.relname not in ('touchpoint', 'grant_record', 'erasure_ledger') order by 1, 2 loop
    execute format('delete from app.%I where organization_id = $1 and %I = $2 %s', t.name, t.col, case when t.by_chapter then 'and (chapter_id = $3 or chapter_id is null)' else '' end)
      using the_organization, the_member, the_chapter;
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object(t.name, coalesce((counts ->> t.name)::int, 0) + n);
  end loop;
  update app.member set member_no = null, first_name = 'Tidligere medlem', last_name = '', birth_date = null, birth_year = null, email_ct = null, email_bidx = null,
         mobile_ct = null, mobile_bidx = null, guardian_ct = null, guardian_bidx = null, postcode = null, mobile_wrong_on = null, preference_before = null, contact_preference = 'NEVER', contact_again_on = null,
         joined_on = date_trunc('month', joined_on)::date, joined_chapter_on = date_trunc('month', joined_chapter_on)::date,
         left_on = greatest(date_trunc('month', coalesce(left_on, authz.today()))::date, date_trunc('month', joined_on)::date),
         end_reason = coalesce(end_reason, 'LEFT'), contacts_emptied_on = authz.today(), rev = rev + 1
   where organization_id = the_organization and chapter_id = the_chapter and id = the_member;
  get diagnostics n = row_count;
  return counts || jsonb_build_object('member', n);
end $$;

-- The chapter's own row, those it was moved from by acts that both chapters accepted, and those that were merged into one of these
create function authz.rows_of_person(the_organization uuid, the_chapter uuid, the_member uuid) returns table (chapter_id uuid, member_id uuid) language sql stable ${inner} as $$
  with recursive places as (
    select the_chapter as chapter_id, the_member as member_id
    union
    select x.chapter_id, x.member_id from places p cross join lateral (
      select m.chapter_id, m.id as member_id from app.member m
       where m.organization_id = the_organization and m.id = p.member_id and m.moved_to_chapter_id = p.chapter_id and m.end_reason = 'MOVED'
      union all
      select g.chapter_id, g.merged_member_id from app.member_merge g
       where g.organization_id = the_organization and g.chapter_id = p.chapter_id and g.kept_member_id = p.member_id and g.undone_at is null) x)
  select chapter_id, member_id from places
$$;

create function authz.empty_person(the_organization uuid, the_chapter uuid, the_member uuid) returns jsonb language plpgsql ${inner} as $$
declare counts jsonb := '{}'; place record; part jsonb;
begin
  for place in select r.chapter_id, r.member_id from authz.rows_of_person(the_organization, the_chapter, the_member) r loop
    part := authz.empty_member(the_organization, place.chapter_id, place.member_id);
    counts := (select jsonb_object_agg(k, coalesce((counts ->> k)::int, 0) + coalesce((part ->> k)::int, 0)) from jsonb_object_keys(counts || part) k);
  end loop;
  return counts;
end $$;

-- Null: there is no such member in reach. The caller has checked rev under the lock it took.
create function authz.erase_member(the_member uuid, why text) returns jsonb language plpgsql ${definer} as $$
declare m record; counts jsonb;
begin
  select x.organization_id, x.chapter_id into m from app.member x where x.chapter_id = any (authz.units('MEMBER_RIGHTS')) and x.id = the_member for update;
  if not found then return null; end if;
  counts := authz.empty_person(m.organization_id, m.chapter_id, the_member);
  insert into app.erasure_ledger (organization_id, id, chapter_id, member_id, reason, erased_by, counts)
  values (m.organization_id, gen_random_uuid(), m.chapter_id, the_member, why, authz.seat_id(), counts);
  return counts;
end $$;

-- After a restore: the same erasure again, from a line of the ledger. An operator's tool; false when there is nothing to erase.
create function authz.re_erase(line jsonb) returns boolean language plpgsql ${definer} as $$
declare l record; counts jsonb;
begin
  select * into l from jsonb_to_record(line) as r (organization_id uuid, id uuid, chapter_id uuid, member_id uuid, reason text, erased_at timestamptz);
  perform 1 from app.member m where m.organization_id = l.organization_id and m.chapter_id = l.chapter_id and m.id = l.member_id for update;
  if not found then return false; end if;
  counts := authz.empty_person(l.organization_id, l.chapter_id, l.member_id);
  insert into app.erasure_ledger (organization_id, id, chapter_id, member_id, reason, erased_at, counts)
  values (l.organization_id, l.id, l.chapter_id, l.member_id, l.reason, l.erased_at, counts) on conflict do nothing;
  return true;
end $$;

create function authz.erasures() returns setof jsonb language plpgsql stable ${definer} as $$
begin
  return query select jsonb_build_object('organization_id', l.organization_id, 'id', l.id, 'chapter_id', l.chapter_id, 'member_id', l.member_id,
      'reason', l.reason, 'erased_at', l.erased_at) from app.erasure_ledger l order by l.erased_at, l.id;
end $$;

-- Every row about one member in the own chapter, from every table that points at members; what was merged into them is theirs too
create function authz.member_copy(the_member uuid) returns table (source text, fact jsonb) language plpgsql stable ${definer} as $$
declare m record; t record; ids uuid[];
begin
  select x.organization_id, x.chapter_id into m from app.member x where x.chapter_id = any (authz.units('MEMBER_RIGHTS')) and x.id = the_member;
  if not found then return; end if;
  ids := array(select r.member_id from authz.rows_of_person(m.organization_id, m.chapter_id, the_member) r where r.chapter_id = m.chapter_id);
  return query select 'member', to_jsonb(x) from app.member x where x.chapter_id = m.chapter_id and x.id = any (ids) order by x.id <> the_member;
  for t in ${POINTERS} order by 1, 2 loop
    return query execute format('select %L::text, to_jsonb(x) from app.%I x where organization_id = $1 and %I = any ($2) %s', t.name, t.name, t.col,
      case when t.by_chapter then 'and chapter_id = $3' else '' end) using m.organization_id, ids, m.chapter_id;
  end loop;
  return query select 'audit', to_jsonb(a) from app.audit a
    where a.organization_id = m.organization_id and a.chapter_id = m.chapter_id and a.subject_id = any (ids) order by a.id;
end $$;

-- What is due for one organization, a kind a row; carried out when asked to
create function authz.retention(carry_out boolean) returns table (kind text, n int) language plpgsql ${definer} as $$
declare org uuid := authz.organization('RETENTION');
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return query select 'JOURNEY', count(*)::int from app.touchpoint where organization_id = org and member_id is not null and ${OVER} and ${OLD};
  return query select 'ATTENDANCE', count(*)::int from app.attendance a where a.organization_id = org and a.held_on < (authz.today() - interval '24 months')::date;
  return query select 'SKIPPED', count(*)::int from app.trigger_skip s where ${FORGOTTEN};
  return query select 'GRANT_RECORD', count(*)::int from app.grant_record g where g.organization_id = org and g.keep_until < authz.today();
  return query select 'INVITATION', count(*)::int from app.invitation i where i.organization_id = org and coalesce(i.accepted_at, i.revoked_at, i.expires_at) < now() - interval '90 days';
  if carry_out then
    perform authz.unlink_touchpoints(org, null, null, true);
    delete from app.attendance a where a.organization_id = org and a.held_on < (authz.today() - interval '24 months')::date;
    delete from app.trigger_skip s where ${FORGOTTEN};
    delete from app.grant_record g where g.organization_id = org and g.keep_until < authz.today();
    delete from app.invitation i where i.organization_id = org and coalesce(i.accepted_at, i.revoked_at, i.expires_at) < now() - interval '90 days';
  end if;
end $$;

-- What the nightly clearing of the installation has before it: counts only
create function authz.expired_counts() returns table (kind text, n int) language plpgsql stable ${definer} as $$
begin
  return query select x.kind, x.n::int from (values
    ('FORMER_MEMBER', (select count(*) from app.member m where m.left_on is not null and m.contacts_emptied_on is null
       and coalesce((m.ended_at at time zone 'Europe/Oslo')::date, m.left_on) <= authz.today() - 30)),
    ('RECEIPT', (select count(*) from app.idempotency where created_at < now() - interval '60 days')),
    ('SESSION', (select count(*) from app.session where hard_exp < now() - interval '1 day')),
    ('SIGN_IN_LINK', (select count(*) from app.sign_in_request where expires_at < now() - interval '1 day')),
    ('RATE_LIMIT', (select count(*) from app.rate_limit where window_ends < now())),
    ('MAILBOX', (select count(*) from app.mailbox_message where sent_at < now() - interval '30 days')),
    ('REMINDER_LOG', (select count(*) from app.reminder_log where reference_date < authz.today() - 400)),
    ('MESSAGE_LOG', (select count(*) from app.board_message_mail where at < now() - interval '400 days'))) x (kind, n);
end $$;
grant execute on function authz.erase_member(uuid, text), authz.member_copy(uuid) to ${app};
grant execute on function authz.retention(boolean), authz.expired_counts() to ${job};
grant execute on function authz.re_erase(jsonb), authz.erasures() to ${owner};
`,
)}
`,
};
