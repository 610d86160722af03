import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";
import { WAITING } from "./waiting.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
// the tables of a file have no statistics yet: without this, a plan for ten rows meets a hundred thousand
const setwise = `${definer} set enable_nestloop = off set work_mem = '64MB'`;

// born on the same day, or, where one of the two knows the year only, in the same year
const BORN = `(r.birth_date = m.birth_date or ((r.birth_date is null or m.birth_date is null) and r.birth_year = m.birth_year))`;
const NAME_ONLY = `(r.member_no is null and r.birth_date is null and r.email_bidx is null and r.mobile_bidx is null)`;
const FOUND = `select r.line, m.chapter_id, m.id, m.left_on, m.chapter_id is not distinct from r.chapter_id as near`;

/**
 * What is done to a file's rows as a set: staged, compared with the register, shown as lines, sealed anew and applied. A chapter
 * asks about its own file, national about its own, and the job that applies about any.
 */
export const workImports: Migration = {
  id: "202611240145-work-imports",
  up: ({ app, bulk, job }) => `
${asRole(
  bulk,
  `
-- The import asked about, if it is the asker's: a chapter's own, national's for national, any for the job that applies
create function authz.asked_import(wanted uuid) returns app.import language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare i app.import;
begin
  select x.* into i from app.import x where x.id = wanted and (
    (x.chapter_id = any (authz.units('MEMBER_WRITE')) and x.chapter_id = any (authz.units('MEMBER_READ')))
    or (x.chapter_id is null and x.organization_id = authz.organization_wide('MEMBER_IMPORT'))
    or x.organization_id = authz.organization('IMPORT_APPLY'));
  if not found then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return i;
end $$;

-- rows of a file as they are read; a line that is there already stays as it is
create function authz.stage_import(wanted uuid, attempt int, load jsonb) returns void language plpgsql ${definer} as $$
declare i app.import := authz.asked_import(wanted);
begin
  -- whoever gives it up waits for this, and then forgets it too
  perform 1 from app.import x where x.organization_id = i.organization_id and x.id = i.id and x.state = 'RECEIVING' and x.rev = attempt for share;
  if not found then raise exception 'not being read' using errcode = 'VA002'; end if;
  insert into app.import_row (organization_id, import_id, line, member_id, sealed_for, chapter_id, member_no, first_name, last_name, birth_date, birth_year,
      email_ct, email_bidx, mobile_ct, mobile_bidx, postcode, guardian_ct, guardian_bidx, joined_on, left_on, fee_paid, fee_paid_on, rejected)
  select i.organization_id, i.id, l.line, l.member_id, l.member_id, l.chapter_id, l.member_no, l.first_name, l.last_name, l.birth_date, l.birth_year,
      l.email_ct, l.email_bidx, l.mobile_ct, l.mobile_bidx, l.postcode, l.guardian_ct, l.guardian_bidx, l.joined_on, l.left_on, l.fee_paid, l.fee_paid_on, l.rejected
    from jsonb_to_recordset(load) l (line int, member_id uuid, chapter_id uuid, member_no text, first_name text, last_name text, birth_date date, birth_year smallint,
      email_ct bytea, email_bidx bytea, mobile_ct bytea, mobile_bidx bytea, postcode text, guardian_ct bytea, guardian_bidx bytea, joined_on date, left_on date,
      fee_paid boolean, fee_paid_on date, rejected jsonb)
  on conflict do nothing;
end $$;

-- forgets what was read, when it is read again, given up or done
create function authz.empty_import(wanted uuid) returns void language plpgsql ${definer} as $$
declare i app.import := authz.asked_import(wanted);
begin
  delete from app.import_match x where x.organization_id = i.organization_id and x.import_id = i.id;
  delete from app.import_row x where x.organization_id = i.organization_id and x.import_id = i.id;
end $$;

-- What each line would do to the register as it is now, in one statement over both; says how many of each kind.
-- A member is found by number, else by e-mail or mobile with birth and first name, else by name and birth date, else, where the file
-- has a name and nothing more, by the name in the chapter. Whoever only resembles somebody is left to a person's eye.
create function authz.match_import(wanted uuid) returns jsonb language plpgsql ${setwise} as $$
declare i app.import := authz.asked_import(wanted); counts jsonb; gone int; today date := authz.today();
begin
  delete from app.import_match x where x.organization_id = i.organization_id and x.import_id = i.id;
  insert into app.import_match (organization_id, import_id, line, kind, because, other_line, chapter_id, member_id, seen, fields)
  with r as materialized (
    select x.*, split_part(lower(x.first_name), ' ', 1) as called from app.import_row x
     where x.organization_id = i.organization_id and x.import_id = i.id and x.rejected is null
  ), m as materialized (
    select x.*, split_part(lower(x.first_name), ' ', 1) as called from app.member x
     where x.organization_id = i.organization_id and (i.chapter_id is null or x.chapter_id = i.chapter_id)
  ), found as (
    ${FOUND}, 1 as rule from r join m on m.member_no = r.member_no
    union all ${FOUND}, 2 from r join m on m.email_bidx = r.email_bidx and m.called = r.called and ${BORN}
    union all ${FOUND}, 2 from r join m on m.mobile_bidx = r.mobile_bidx and m.called = r.called and ${BORN}
    union all ${FOUND}, 3 from r join m on m.name_key = r.name_key and m.birth_date = r.birth_date
    union all ${FOUND}, 4 from r join m on m.name_key = r.name_key and m.email_bidx = r.email_bidx and (r.birth_year is null or m.birth_year is null)
    union all ${FOUND}, 4 from r join m on m.name_key = r.name_key and m.mobile_bidx = r.mobile_bidx and (r.birth_year is null or m.birth_year is null)
    union all ${FOUND}, 5 from r join m on m.name_key = r.name_key and m.chapter_id = r.chapter_id
      where ${NAME_ONLY} and (r.birth_year is null or m.birth_year is null or r.birth_year = m.birth_year)
  ), placed as (
    select f.*, rank() over (partition by f.line order by (f.left_on is null) desc, f.rule, f.near desc) as place from found f
  ), best as (
    select p.line, (array_agg(p.chapter_id order by p.left_on desc nulls first, p.id))[1] as chapter_id, (array_agg(p.id order by p.left_on desc nulls first, p.id))[1] as id,
           bool_or(p.left_on is null) as active, max(p.left_on) as left_on,
           case when bool_or(p.left_on is null) then count(distinct p.id) else 1 end as n, array_agg(distinct p.id) as ids
      from placed p where p.place = 1 group by p.line
  ), alike as (
    select a.line, array_agg(distinct a.id) as ids from (
      select r.line, m.id from r join m on m.email_bidx = r.email_bidx and m.called <> r.called and ${BORN} where m.left_on is null
      union all select r.line, m.id from r join m on m.mobile_bidx = r.mobile_bidx and m.called <> r.called and ${BORN} where m.left_on is null
      union all select r.line, m.id from r join m on m.name_key = r.name_key and m.chapter_id = r.chapter_id
        where m.left_on is null and (r.birth_date is null or m.birth_date is null) and (r.birth_year is null or m.birth_year is null or r.birth_year = m.birth_year)
          and (r.member_no is null or m.member_no is null)
    ) a group by a.line
  ), firsts as (
    select r.line, r.member_no, r.birth_date,
           case when r.member_no is not null then min(r.line) over (partition by r.member_no) end as by_no,
           case when r.birth_date is not null then first_value(r.line) over same_birth end as by_birth, first_value(r.member_no) over same_birth as birth_no,
           case when r.email_bidx is not null then first_value(r.line) over same_mail end as by_mail, first_value(r.birth_date) over same_mail as mail_birth,
           case when ${NAME_ONLY} then min(r.line) over (partition by r.name_key, r.birth_year, r.chapter_id, ${NAME_ONLY}) end as by_name,
           case when b.active and b.n = 1 then min(r.line) over (partition by b.chapter_id, b.id) end as by_member
      from r left join best b using (line)
    window same_birth as (partition by r.name_key, r.birth_date order by r.line), same_mail as (partition by r.name_key, r.email_bidx order by r.line)
  ), twice as (
    select f.line, least(case when f.by_no < f.line then f.by_no end,
        case when f.by_birth < f.line and coalesce(f.member_no = f.birth_no, true) then f.by_birth end,
        case when f.by_mail < f.line and coalesce(f.birth_date = f.mail_birth, true) then f.by_mail end,
        case when f.by_name < f.line then f.by_name end, case when f.by_member < f.line then f.by_member end) as other_line
      from firsts f
  ), compared as (
    select r.line, array_remove(array[
        case when r.member_no <> coalesce(m.member_no, '') then 'MEMBER_NO' end,
        case when r.first_name <> m.first_name or (r.last_name <> '' and r.last_name <> m.last_name) then 'NAME' end,
        case when r.birth_date is distinct from m.birth_date and r.birth_date is not null
               or r.birth_date is null and m.birth_date is null and r.birth_year <> coalesce(m.birth_year, 0) then 'BIRTH' end,
        case when r.email_bidx is not null and r.email_bidx is distinct from m.email_bidx then 'EMAIL' end,
        case when r.mobile_bidx is not null and r.mobile_bidx is distinct from m.mobile_bidx then 'MOBILE' end,
        case when r.postcode <> coalesce(m.postcode, '') then 'POSTCODE' end,
        case when r.guardian_bidx is not null and r.guardian_bidx is distinct from m.guardian_bidx then 'GUARDIAN' end,
        case when r.joined_on <> m.joined_on then 'JOINED_ON' end,
        case when r.fee_paid and f.paid_on is null then 'FEE' end,
        case when r.left_on <= today and r.left_on >= coalesce(r.joined_on, m.joined_on) then 'LEFT_ON' end], null) as fields
      from r join best b on b.line = r.line and b.active and b.n = 1 join m on m.chapter_id = b.chapter_id and m.id = b.id
      left join app.member_fee f on f.organization_id = i.organization_id and f.chapter_id = m.chapter_id and f.member_id = m.id and f.year = i.fee_year
  ), judged as (
    select r.line, b.chapter_id, b.id, t.other_line, coalesce(b.ids, '{}') || coalesce(a.ids, '{}') as seen, coalesce(c.fields, '{}') as fields,
           case when r.chapter_id is null then 'UNKNOWN_CHAPTER UNKNOWN'
                when r.chapter_id <> i.chapter_id then 'UNKNOWN_CHAPTER OTHER_CHAPTER'
                when t.other_line is not null then 'DUPLICATE IN_FILE'
                when b.n > 1 then 'DUPLICATE IN_REGISTER'
                when b.active and 'LEFT_ON' = any (c.fields) then 'CHANGED'
                when b.active and b.chapter_id <> r.chapter_id then 'MOVED'
                when b.active and c.fields = '{}' then 'SAME'
                when b.active then 'CHANGED'
                when r.left_on <= today then 'LEFT IN_FILE'
                when b.id is not null and coalesce(r.joined_on <= b.left_on, true) then 'LEFT IN_REGISTER'
                when a.ids is not null then 'DUPLICATE LOOKS_LIKE'
                else 'NEW' end as verdict
      from r left join best b using (line) left join alike a using (line) left join twice t using (line) left join compared c using (line)
  )
  select i.organization_id, i.id, j.line, split_part(j.verdict, ' ', 1), nullif(split_part(j.verdict, ' ', 2), ''),
         case when j.verdict = 'DUPLICATE IN_FILE' then j.other_line end, j.chapter_id, j.id, j.seen, case when j.verdict = 'CHANGED' then j.fields else '{}' end
    from judged j
  union all
  select x.organization_id, x.import_id, x.line, 'REJECTED', null, null, null, null, '{}', '{}' from app.import_row x
   where x.organization_id = i.organization_id and x.import_id = i.id and x.rejected is not null;

  select coalesce(jsonb_object_agg(k.kind, k.n), '{}') into counts from (
    select x.kind, count(*)::int as n from app.import_match x where x.organization_id = i.organization_id and x.import_id = i.id group by x.kind) k;
  select count(*)::int into gone from app.member m
   where m.organization_id = i.organization_id and m.left_on is null and (i.chapter_id is null or m.chapter_id = i.chapter_id)
     -- a file for some of the chapters says nothing about the others
     and m.chapter_id in (select x.chapter_id from app.import_row x where x.organization_id = i.organization_id and x.import_id = i.id and x.chapter_id is not null)
     and m.id not in (select unnest(x.seen) from app.import_match x where x.organization_id = i.organization_id and x.import_id = i.id);
  -- above the chapter no exact number of persons that the file does not hold, and none of a part of the chapters
  if i.chapter_id is null then gone := gone - gone % 5; end if;
  return counts || jsonb_build_object('GONE', gone);
end $$;

-- Lines of one kind, in the file's order. National gets no name, no field, and no lines of the kinds that only say who is a member.
create function authz.import_lines(wanted uuid, want text, after_line int, most int)
returns table (line int, because text, other_line int, fields text[], name text, reasons jsonb) language plpgsql stable ${definer} as $$
declare i app.import := authz.asked_import(wanted); near boolean := coalesce(i.chapter_id = any (authz.units('MEMBER_READ')), false);
begin
  if not near and want not in ('REJECTED', 'UNKNOWN_CHAPTER', 'DUPLICATE', 'MOVED') then return; end if;
  return query select x.line, x.because, x.other_line, case when near then x.fields else '{}' end,
      case when near then trim(r.first_name || ' ' || r.last_name) end, r.rejected
    from app.import_match x left join app.import_row r on r.organization_id = x.organization_id and r.import_id = x.import_id and r.line = x.line
   where x.organization_id = i.organization_id and x.import_id = i.id and x.kind = want and x.line > after_line
   order by x.line limit least(most, 5000);
end $$;

-- members of the own chapter that the file does not name: a proposal, in the order of names
create function authz.import_gone(wanted uuid, after_member uuid, most int) returns table (id uuid, name text) language plpgsql stable ${definer} as $$
declare i app.import := authz.asked_import(wanted);
begin
  if not coalesce(i.chapter_id = any (authz.units('MEMBER_READ')), false) or i.state not in ('READY', 'APPLYING') then return; end if;
  return query select m.id, trim(m.first_name || ' ' || m.last_name) from app.member m
   where m.chapter_id = i.chapter_id and m.left_on is null
     and m.id not in (select unnest(x.seen) from app.import_match x where x.organization_id = i.organization_id and x.import_id = i.id)
     and (after_member is null or (m.name_key, m.id) > (select a.name_key, a.id from app.member a where a.chapter_id = i.chapter_id and a.id = after_member))
   order by m.name_key, m.id limit least(most, 500);
end $$;

-- Contacts are sealed for the member they belong to: those of a line that turned out to be somebody we know must be sealed anew
create function authz.import_to_reseal(wanted uuid, most int)
returns table (line int, sealed_for uuid, member_id uuid, email_ct bytea, mobile_ct bytea, guardian_ct bytea) language plpgsql stable ${definer} as $$
declare i app.import := authz.asked_import(wanted);
begin
  if i.organization_id is distinct from authz.organization('IMPORT_APPLY') then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return query select r.line, r.sealed_for, x.member_id, r.email_ct, r.mobile_ct, r.guardian_ct
    from app.import_match x join app.import_row r on r.organization_id = x.organization_id and r.import_id = x.import_id and r.line = x.line
   where x.organization_id = i.organization_id and x.import_id = i.id and x.kind = 'CHANGED' and x.fields && '{EMAIL,MOBILE,GUARDIAN}' and r.sealed_for <> x.member_id
   limit most;
end $$;

create function authz.reseal_import(wanted uuid, load jsonb) returns void language plpgsql ${definer} as $$
declare i app.import := authz.asked_import(wanted);
begin
  if i.organization_id is distinct from authz.organization('IMPORT_APPLY') then raise exception 'outside reach' using errcode = 'VA003'; end if;
  update app.import_row r set sealed_for = l.member_id, email_ct = l.email_ct, mobile_ct = l.mobile_ct, guardian_ct = l.guardian_ct
    from jsonb_to_recordset(load) l (line int, member_id uuid, email_ct bytea, mobile_ct bytea, guardian_ct bytea)
   where r.organization_id = i.organization_id and r.import_id = i.id and r.line = l.line;
end $$;

-- The register becomes what the matched lines say, in the job's one transaction. Given up meanwhile: VA010, and nothing has changed.
create function authz.apply_import(wanted uuid) returns void language plpgsql ${setwise} as $$
declare i app.import := authz.asked_import(wanted); org uuid := i.organization_id; today date := authz.today(); made int; changed int; ended int; moving int;
begin
  if org is distinct from authz.organization('IMPORT_APPLY') then raise exception 'outside reach' using errcode = 'VA003'; end if;
  if exists (select 1 from authz.import_to_reseal(wanted, 1)) then raise exception 'contacts sealed for another' using errcode = 'VA002'; end if;

  with line as materialized (
    select x.kind, x.fields, x.chapter_id as of_chapter, x.member_id as of_member, r.* from app.import_match x
      join app.import_row r on r.organization_id = x.organization_id and r.import_id = x.import_id and r.line = x.line
     where x.organization_id = org and x.import_id = i.id and x.kind = 'CHANGED'
  ), written as (
    update app.member m set
      member_no = coalesce(l.member_no, m.member_no), first_name = l.first_name, last_name = case when l.last_name = '' then m.last_name else l.last_name end,
      birth_date = coalesce(l.birth_date, m.birth_date),
      birth_year = case when l.birth_date is not null then extract(year from l.birth_date)::smallint when m.birth_date is not null then m.birth_year else coalesce(l.birth_year, m.birth_year) end,
      email_ct = case when 'EMAIL' = any (l.fields) then l.email_ct else m.email_ct end, email_bidx = case when 'EMAIL' = any (l.fields) then l.email_bidx else m.email_bidx end,
      mobile_ct = case when 'MOBILE' = any (l.fields) then l.mobile_ct else m.mobile_ct end, mobile_bidx = case when 'MOBILE' = any (l.fields) then l.mobile_bidx else m.mobile_bidx end,
      guardian_ct = case when 'GUARDIAN' = any (l.fields) then l.guardian_ct else m.guardian_ct end,
      guardian_bidx = case when 'GUARDIAN' = any (l.fields) then l.guardian_bidx else m.guardian_bidx end,
      postcode = coalesce(l.postcode, m.postcode), joined_on = coalesce(l.joined_on, m.joined_on),
      joined_chapter_on = case when m.joined_chapter_on = m.joined_on then coalesce(l.joined_on, m.joined_on) else m.joined_chapter_on end,
      left_on = case when 'LEFT_ON' = any (l.fields) then l.left_on end, end_reason = case when 'LEFT_ON' = any (l.fields) then 'LEFT' end, ended_at = case when 'LEFT_ON' = any (l.fields) then now() end,
      rev = m.rev + 1
     from line l where m.chapter_id = l.of_chapter and m.id = l.of_member and m.left_on is null
    returning m.left_on)
  select count(*), count(w.left_on) into changed, ended from written w;

  insert into app.member (organization_id, chapter_id, id, member_no, first_name, last_name, birth_date, birth_year, email_ct, email_bidx, mobile_ct, mobile_bidx, postcode,
      guardian_ct, guardian_bidx, joined_on, joined_chapter_on)
  select org, r.chapter_id, r.member_id, r.member_no, r.first_name, r.last_name, r.birth_date, r.birth_year, r.email_ct, r.email_bidx, r.mobile_ct, r.mobile_bidx, r.postcode,
      r.guardian_ct, r.guardian_bidx, coalesce(r.joined_on, today), coalesce(r.joined_on, today)
    from app.import_match x join app.import_row r on r.organization_id = x.organization_id and r.import_id = x.import_id and r.line = x.line
   where x.organization_id = org and x.import_id = i.id and x.kind = 'NEW';
  get diagnostics made = row_count;

  -- a fee known to be paid, on the day of the file where it has none; a payment in the register is never taken away
  with paid as materialized (
    select case when x.kind = 'NEW' then r.chapter_id else x.chapter_id end as chapter_id, case when x.kind = 'NEW' then r.member_id else x.member_id end as member_id,
           coalesce(r.fee_paid_on, today) as paid_on
      from app.import_match x join app.import_row r on r.organization_id = x.organization_id and r.import_id = x.import_id and r.line = x.line
     where x.organization_id = org and x.import_id = i.id and r.fee_paid and (x.kind = 'NEW' or (x.kind = 'CHANGED' and 'FEE' = any (x.fields)))
  ), known as (
    update app.member_fee f set paid_on = p.paid_on from paid p
     where f.chapter_id = p.chapter_id and f.member_id = p.member_id and f.year = i.fee_year and f.paid_on is null returning f.member_id)
  insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)
  select org, p.chapter_id, p.member_id, i.fee_year, p.paid_on from paid p where p.member_id not in (select k.member_id from known k)
  on conflict do nothing;

  if ended > 0 then
    update app.touchpoint t set cancelled_at = now(), cancelled_because = 'MEMBER_LEFT', rev = t.rev + 1
      from app.import_match x
     where x.organization_id = org and x.import_id = i.id and x.kind = 'CHANGED' and 'LEFT_ON' = any (x.fields)
       and t.chapter_id = x.chapter_id and t.member_id = x.member_id and ${WAITING("t")};
    update app.member_move v set state = 'WITHDRAWN', decided_by = i.applied_by, decided_at = now(), rev = v.rev + 1
      from app.import_match x
     where x.organization_id = org and x.import_id = i.id and x.kind = 'CHANGED' and 'LEFT_ON' = any (x.fields)
       and v.chapter_id = x.chapter_id and v.member_id = x.member_id and v.state = 'PROPOSED';
  end if;

  -- a move is the receiving chapter's to accept: it is asked, and not again while it waits or has lately said no
  insert into app.member_move (organization_id, chapter_id, id, member_id, to_chapter_id, proposed_by)
  select org, x.chapter_id, gen_random_uuid(), x.member_id, r.chapter_id, i.applied_by
    from app.import_match x join app.import_row r on r.organization_id = x.organization_id and r.import_id = x.import_id and r.line = x.line
   where x.organization_id = org and x.import_id = i.id and x.kind = 'MOVED'
     and not exists (select 1 from app.member_move v where v.chapter_id = x.chapter_id and v.member_id = x.member_id
       and (v.state = 'PROPOSED' or v.state = 'DECLINED' and v.to_chapter_id = r.chapter_id and v.decided_at > now() - interval '90 days'))
  on conflict do nothing;
  get diagnostics moving = row_count;

  -- what stays are lines to mend, without persons
  delete from app.import_match x where x.organization_id = org and x.import_id = i.id and x.kind in ('NEW', 'CHANGED', 'SAME', 'MOVED', 'LEFT');
  update app.import_match x set member_id = null, chapter_id = null, seen = '{}' where x.organization_id = org and x.import_id = i.id;
  delete from app.import_row x where x.organization_id = org and x.import_id = i.id and x.rejected is null;

  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
  values (org, i.chapter_id, i.applied_by, 'IMPORT_APPLIED', 'MemberImport', i.id, jsonb_build_object('new', made, 'changed', changed, 'left', ended, 'moves', moving));
  -- last, so that it could be given up until now
  update app.import x set state = 'APPLIED', applied = jsonb_build_object('NEW', made, 'CHANGED', changed, 'LEFT', ended, 'MOVED', moving), changed_at = now(), rev = x.rev + 1
   where x.organization_id = org and x.id = i.id and x.state = 'APPLYING';
  if not found then raise exception 'given up' using errcode = 'VA010'; end if;
end $$;

-- files that nobody decided about in a week are given up and forgotten; those that were, after a year
create function authz.forget_imports() returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization('IMPORT_APPLY'); n int;
begin
  update app.import x set state = 'CANCELLED', changed_at = now(), rev = x.rev + 1
   where x.organization_id = org and x.state in ('RECEIVING', 'UNMAPPED', 'READY') and x.changed_at < now() - interval '7 days';
  get diagnostics n = row_count;
  delete from app.import_match m using app.import x where x.organization_id = org and m.organization_id = org and m.import_id = x.id
    and (x.state = 'CANCELLED' or x.changed_at < now() - interval '30 days' and x.state <> 'APPLYING');
  delete from app.import_row r using app.import x where x.organization_id = org and r.organization_id = org and r.import_id = x.id
    and (x.state = 'CANCELLED' or x.changed_at < now() - interval '30 days' and x.state <> 'APPLYING');
  delete from app.import x where x.organization_id = org and x.changed_at < now() - interval '1 year';
  return n;
end $$;

revoke execute on function authz.asked_import(uuid), authz.stage_import(uuid, int, jsonb), authz.empty_import(uuid), authz.match_import(uuid),
  authz.import_lines(uuid, text, int, int), authz.import_gone(uuid, uuid, int), authz.import_to_reseal(uuid, int), authz.reseal_import(uuid, jsonb),
  authz.apply_import(uuid), authz.forget_imports() from public;
grant execute on function authz.stage_import(uuid, int, jsonb), authz.empty_import(uuid), authz.match_import(uuid), authz.import_lines(uuid, text, int, int),
  authz.import_gone(uuid, uuid, int) to ${app};
grant execute on function authz.empty_import(uuid), authz.match_import(uuid), authz.import_to_reseal(uuid, int), authz.reseal_import(uuid, jsonb),
  authz.apply_import(uuid), authz.forget_imports() to ${job};
`,
)}
`,
};
