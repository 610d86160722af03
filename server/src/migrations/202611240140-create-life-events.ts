import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";
import { WAITING } from "./waiting.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

// the days in which what happened to a member can be taken back, after which what was known about them is emptied
const DAYS = 30;
const DUE = "(m.chapter_id || '/' || m.id) = any (due)";

/**
 * What happens to a member: leaving, growing too old, dying, moving between chapters. Each is one definer function,
 * since it touches the chapter's touchpoints or a second chapter; what it cancels bears its very instant, so that taking it back
 * finds the same rows. Touchpoints are locked before the member, as a report does.
 */
export const createLifeEvents: Migration = {
  id: "202611240140-create-life-events",
  up: ({ app, job, bulk }) => `
${grantCaps({ JOB_LIFE: ["MEMBER_SETTLE", "UNIT_READ"] })}

alter table app.member
  -- when the end was written down: the thirty days run from it
  add column ended_at timestamptz,
  -- somebody called and reached another: until the number is changed
  add column mobile_wrong_on date,
  -- what the contact preference was before a report said «never»
  add column preference_before text check (preference_before in ('ANY', 'TEXT', 'NOT_NOW', 'NEVER'));
create index member_to_empty on app.member (organization_id, left_on) where left_on is not null and contacts_emptied_on is null;
create function app.note_member_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.contact_preference is distinct from old.contact_preference and new.preference_before is not distinct from old.preference_before then new.preference_before := null; end if;
  if new.mobile_bidx is distinct from old.mobile_bidx then new.mobile_wrong_on := null; end if;
  if new.left_on is null then new.ended_at := null; end if;
  return new;
end $$;
revoke execute on function app.note_member_change() from public;
create trigger note_member_change before update on app.member for each row execute function app.note_member_change();
grant update (mobile_wrong_on, preference_before) on app.member to ${app};

-- a move is proposed by the chapter that has the member and accepted by the one that shall
create table app.member_move (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  -- null: it is known that they moved, not where to
  to_chapter_id uuid,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  proposed_by uuid not null,
  proposed_on date not null default (now() at time zone 'Europe/Oslo')::date,
  decided_by uuid,
  decided_at timestamptz,
  rev int not null default 1,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, to_chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, proposed_by) references app.seat (organization_id, id),
  foreign key (organization_id, decided_by) references app.seat (organization_id, id),
  foreign key (chapter_id, member_id) references app.member (chapter_id, id),
  check (to_chapter_id <> chapter_id),
  check (state <> 'ACCEPTED' or to_chapter_id is not null),
  check ((state = 'PROPOSED') = (decided_at is null))
);
create unique index one_open_move on app.member_move (chapter_id, member_id) where state = 'PROPOSED';
create index member_move_to on app.member_move (to_chapter_id, state);

${forceRowSecurity("app.member_move")}
${openTo(bulk, "all", "app.member_move")}

grant select, insert (organization_id, chapter_id, id, member_id, to_chapter_id, proposed_by), update (to_chapter_id, state, decided_by, decided_at, rev) on app.member_move to ${app};
create policy member_move_read on app.member_move for select to ${app} using (chapter_id = any (authz.units('MEMBER_READ')));
create policy member_move_insert on app.member_move for insert to ${app} with check (chapter_id = any (authz.units('MEMBER_WRITE')) and proposed_by = authz.seat_id());
-- its own chapter says where to, and takes it back; the answer is the other's
create policy member_move_update on app.member_move for update to ${app} using (chapter_id = any (authz.units('MEMBER_WRITE')) and state = 'PROPOSED')
  with check (chapter_id = any (authz.units('MEMBER_WRITE')) and (state = 'PROPOSED' or (state = 'WITHDRAWN' and decided_by = authz.seat_id())));
${asRole(
  bulk,
  `
-- Every function about one member answers with a word: OK, NOT_FOUND, CONFLICT (changed meanwhile), LOCKED (it cannot be done with the member as it is).

-- Ends a membership of the own chapter and cancels what waits about the member.
create function authz.end_member(member uuid, seen_rev int, on_day date, reason text) returns text language plpgsql ${definer} as $$
declare own uuid[] := authz.units('MEMBER_WRITE'); m record;
begin
  perform 1 from app.touchpoint t where t.chapter_id = any (own) and t.member_id = member and ${WAITING("t")} order by t.id for update;
  select * into m from app.member x where x.chapter_id = any (own) and x.id = member for update;
  if not found then return 'NOT_FOUND'; end if;
  if m.rev <> seen_rev then return 'CONFLICT'; end if;
  if m.left_on is not null or reason not in ('LEFT', 'AGED_OUT', 'DIED') or on_day > authz.today() or on_day < m.joined_on then return 'LOCKED'; end if;
  update app.member x set left_on = on_day, end_reason = reason, ended_at = now(), rev = x.rev + 1 where x.chapter_id = m.chapter_id and x.id = member;
  update app.touchpoint t set cancelled_at = now(), cancelled_because = 'MEMBER_LEFT', rev = t.rev + 1
   where t.chapter_id = m.chapter_id and t.member_id = member and ${WAITING("t")};
  update app.member_move v set state = 'WITHDRAWN', decided_by = authz.seat_id(), decided_at = now(), rev = v.rev + 1
   where v.chapter_id = m.chapter_id and v.member_id = member and v.state = 'PROPOSED';
  return 'OK';
end $$;

-- Takes an end back within its days: the member is there again, and what was cancelled with it where there is still time.
create function authz.reinstate_member(member uuid, seen_rev int) returns text language plpgsql ${definer} as $$
declare own uuid[] := authz.units('MEMBER_WRITE'); m record;
begin
  perform 1 from app.touchpoint t where t.chapter_id = any (own) and t.member_id = member order by t.id for update;
  select * into m from app.member x where x.chapter_id = any (own) and x.id = member for update;
  if not found then return 'NOT_FOUND'; end if;
  if m.rev <> seen_rev then return 'CONFLICT'; end if;
  if m.left_on is null or m.contacts_emptied_on is not null or coalesce(m.end_reason, 'LEFT') not in ('LEFT', 'AGED_OUT', 'DIED') then return 'LOCKED'; end if;
  update app.touchpoint t set cancelled_at = null, cancelled_because = null, rev = t.rev + 1
   where t.chapter_id = m.chapter_id and t.member_id = member and t.cancelled_because = 'MEMBER_LEFT' and t.cancelled_at = m.ended_at
     and greatest(t.miss_on, t.exception_until) >= authz.today();
  -- a thank-you for what turned out not to be the end
  update app.touchpoint t set cancelled_at = now(), cancelled_because = 'MEMBER_LEFT', rev = t.rev + 1 from app.template_version v
   where t.chapter_id = m.chapter_id and t.member_id = member and v.organization_id = t.organization_id and v.id = t.version_id
     and v.definition -> 'trigger' ->> 'kind' = 'MEMBER_LEFT' and ${WAITING("t")};
  update app.member x set left_on = null, end_reason = null, rev = x.rev + 1,
         member_no = case when exists (select 1 from app.member o where o.chapter_id = m.chapter_id and o.member_no = m.member_no and o.left_on is null) then null else x.member_no end
   where x.chapter_id = m.chapter_id and x.id = member;
  return 'OK';
end $$;

-- Who other chapters say is coming to the own one: what one needs to know whom it is about, and no contact data.
create function authz.incoming_member_moves()
returns table (move_id uuid, member_id uuid, from_chapter text, first_name text, last_name text, birth_year smallint, proposed_on date, waiting int, rev int) language plpgsql stable ${definer} as $$
declare own uuid[] := authz.units('MEMBER_READ');
begin
  return query
  select v.id, v.member_id, c.name, m.first_name, m.last_name, m.birth_year, v.proposed_on,
         (select count(*)::int from app.touchpoint t where t.chapter_id = v.chapter_id and t.member_id = v.member_id and ${WAITING("t")}), v.rev
    from app.member_move v join app.member m on m.chapter_id = v.chapter_id and m.id = v.member_id
    join app.chapter c on c.organization_id = v.organization_id and c.id = v.chapter_id
   where v.to_chapter_id = any (own) and v.state = 'PROPOSED' and m.left_on is null order by v.proposed_on, v.id limit 100;
end $$;

-- The receiving chapter's no. The member stays where they are.
create function authz.decline_member_move(move uuid, seen_rev int) returns text language plpgsql ${definer} as $$
declare v record;
begin
  select * into v from app.member_move x where x.to_chapter_id = any (authz.units('MEMBER_WRITE')) and x.id = move for update;
  if not found then return 'NOT_FOUND'; end if;
  if v.state <> 'PROPOSED' or v.rev <> seen_rev then return 'CONFLICT'; end if;
  update app.member_move x set state = 'DECLINED', decided_by = authz.seat_id(), decided_at = now(), rev = x.rev + 1 where x.chapter_id = v.chapter_id and x.id = move;
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id)
  values (v.organization_id, v.to_chapter_id, authz.seat_id(), 'MEMBER_MOVE_DECLINED', 'MemberMove', move);
  return 'OK';
end $$;

-- The one act of a move. The member gets a row in the receiving chapter under the same id (what is sealed is bound to it), fees and
-- what waits go along under the same ids; the row it came from ends with its contacts emptied and what waited there cancelled as moved.
create function authz.accept_member_move(move uuid, seen_rev int) returns text language plpgsql ${definer} as $$
declare v record; m record; there record;
begin
  select * into v from app.member_move x where x.to_chapter_id = any (authz.units('MEMBER_WRITE')) and x.id = move for update;
  if not found then return 'NOT_FOUND'; end if;
  if v.state <> 'PROPOSED' or v.rev <> seen_rev then return 'CONFLICT'; end if;
  perform 1 from app.touchpoint t where t.chapter_id = v.chapter_id and t.member_id = v.member_id and ${WAITING("t")} order by t.id for update;
  select * into m from app.member x where x.chapter_id = v.chapter_id and x.id = v.member_id for update;
  select * into there from app.member x where x.chapter_id = v.to_chapter_id and x.id = v.member_id for update;
  if m.left_on is not null or (there.id is not null and there.left_on is null)
     or exists (select 1 from app.chapter c where c.organization_id = v.organization_id and c.id = v.to_chapter_id and c.closed_on <= authz.today()) then return 'LOCKED'; end if;

  if exists (select 1 from app.member o where o.chapter_id = v.to_chapter_id and o.member_no = m.member_no and o.left_on is null) then m.member_no := null; end if;
  if there.id is null then
    insert into app.member (organization_id, chapter_id, id, first_name, last_name, joined_on, joined_chapter_on)
    values (v.organization_id, v.to_chapter_id, v.member_id, m.first_name, m.last_name, m.joined_on, greatest(m.joined_on, authz.today()));
  end if;
  -- also over the row of one who comes back
  update app.member x set first_name = m.first_name, last_name = m.last_name, birth_date = m.birth_date, birth_year = m.birth_year, member_no = m.member_no, email_ct = m.email_ct,
         email_bidx = m.email_bidx, mobile_ct = m.mobile_ct, mobile_bidx = m.mobile_bidx, guardian_ct = m.guardian_ct, guardian_bidx = m.guardian_bidx, postcode = m.postcode, joined_on = m.joined_on,
         joined_chapter_on = greatest(m.joined_on, authz.today()), left_on = null, end_reason = null, moved_to_chapter_id = null, contacts_emptied_on = null,
         contact_preference = m.contact_preference, contact_again_on = m.contact_again_on, rev = x.rev + 1
   where x.chapter_id = v.to_chapter_id and x.id = v.member_id;
  -- the trigger dates what changed; what came along keeps its days
  update app.member x set preference_set_on = m.preference_set_on, mobile_wrong_on = m.mobile_wrong_on where x.chapter_id = v.to_chapter_id and x.id = v.member_id;
  insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)
  select f.organization_id, v.to_chapter_id, f.member_id, f.year, f.paid_on from app.member_fee f where f.chapter_id = v.chapter_id and f.member_id = v.member_id on conflict do nothing;
  update app.member_fee n set paid_on = f.paid_on from app.member_fee f
   where n.chapter_id = v.to_chapter_id and n.member_id = v.member_id and n.paid_on is null and f.chapter_id = v.chapter_id and f.member_id = v.member_id and f.year = n.year and f.paid_on is not null;

  update app.touchpoint n set cancelled_at = null, cancelled_because = null, version_id = t.version_id, major = t.major, opens_on = t.opens_on, due_on = t.due_on, miss_on = t.miss_on,
         exception_until = t.exception_until, started_at = t.started_at, attempts = t.attempts, steps_done = t.steps_done, answers = t.answers, rev = n.rev + 1
    from app.touchpoint t where t.chapter_id = v.chapter_id and t.member_id = v.member_id and ${WAITING("t")}
     and n.chapter_id = v.to_chapter_id and n.id = t.id and n.cancelled_because = 'MEMBER_MOVED';
  insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, member_id, occurrence, opens_on, due_on, miss_on, first_due_on, late_allowed,
         exception_until, started_at, outcome, attempts, answers, steps_done)
  select t.organization_id, v.to_chapter_id, t.id, t.template_id, t.version_id, t.major, true, t.member_id, t.occurrence, t.opens_on, t.due_on, t.miss_on, t.first_due_on, t.late_allowed,
         t.exception_until, t.started_at, nullif(t.outcome, 'MOVED'), t.attempts, t.answers, t.steps_done
    from app.touchpoint t where t.chapter_id = v.chapter_id and t.member_id = v.member_id and ${WAITING("t")} on conflict do nothing;
  update app.touchpoint t set cancelled_at = now(), cancelled_because = 'MEMBER_MOVED', rev = t.rev + 1
   where t.chapter_id = v.chapter_id and t.member_id = v.member_id and ${WAITING("t")};
  update app.member x set left_on = greatest(m.joined_on, authz.today()), end_reason = 'MOVED', moved_to_chapter_id = v.to_chapter_id, ended_at = now(), email_ct = null, email_bidx = null,
         mobile_ct = null, mobile_bidx = null, guardian_ct = null, guardian_bidx = null, postcode = null, rev = x.rev + 1
   where x.chapter_id = v.chapter_id and x.id = v.member_id;
  update app.member_move x set state = 'ACCEPTED', decided_by = authz.seat_id(), decided_at = now(), rev = x.rev + 1 where x.chapter_id = v.chapter_id and x.id = move;
  -- a line for each of the two chapters
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id)
  select v.organization_id, c, authz.seat_id(), 'MEMBER_MOVED', 'Member', v.member_id from unnest(array[v.chapter_id, v.to_chapter_id]) c;
  return 'OK';
end $$;

-- Nightly: what is to be forgotten about those who ended more than thirty days ago. Grants are documented first; the row stays, so that sums do,
-- and what was missed stays missed. At most 500 at a time; returns how many.
create function authz.settle_former_members() returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('MEMBER_SETTLE'); due text[]; n int;
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  -- made while the member was ending
  update app.touchpoint t set cancelled_at = now(), cancelled_because = 'MEMBER_LEFT', rev = t.rev + 1 from app.member m, app.template_version v
   where m.organization_id = org and t.chapter_id = m.chapter_id and t.member_id = m.id and m.left_on <= authz.today() and v.organization_id = org and v.id = t.version_id
     and ${WAITING("t")} and (v.definition -> 'trigger' ->> 'kind' <> 'MEMBER_LEFT' or m.end_reason in ('DIED', 'MOVED', 'MERGED')
       or coalesce((m.ended_at at time zone 'Europe/Oslo')::date, m.left_on) <= authz.today() - ${DAYS});
  select array_agg(m.key) into due from (select x.chapter_id || '/' || x.id as key from app.member x where x.organization_id = org and x.left_on is not null and x.contacts_emptied_on is null
     and coalesce((x.ended_at at time zone 'Europe/Oslo')::date, x.left_on) <= authz.today() - ${DAYS} order by x.chapter_id, x.id limit 500 for update) m;
  due := coalesce(due, '{}');
  insert into app.grant_record (organization_id, chapter_id, member_id, year, name, birth_date, birth_year, paid_on, keep_until)
  select m.organization_id, m.chapter_id, m.id, f.year, trim(m.first_name || ' ' || m.last_name), m.birth_date, m.birth_year, f.paid_on, make_date(f.year + 5, 12, 31)
    from app.member m join app.member_fee f on f.chapter_id = m.chapter_id and f.member_id = m.id
   where m.organization_id = org and ${DUE} and coalesce(m.end_reason, 'LEFT') in ('LEFT', 'AGED_OUT', 'DIED')
     and f.paid_on is not null and make_date(f.year + 5, 12, 31) >= authz.today() on conflict do nothing;
  delete from app.member_fee f using app.member m where m.organization_id = org and ${DUE} and f.chapter_id = m.chapter_id and f.member_id = m.id;
  -- one who moved is a member still, and how the journey went before is theirs
  delete from app.attendance x using app.member m where m.organization_id = org and ${DUE} and m.end_reason is distinct from 'MOVED' and x.chapter_id = m.chapter_id and x.member_id = m.id;
  -- what is over lets go of whom it was about, and keeps counting
  perform authz.unlink_touchpoints(org, m.chapter_id, m.id, false) from app.member m where m.organization_id = org and ${DUE} and m.end_reason is distinct from 'MOVED';
  delete from app.member_apart p using app.member m where m.organization_id = org and ${DUE} and p.chapter_id = m.chapter_id and m.id in (p.one_member_id, p.other_member_id);
  update app.member_merge g set held = '{}', rev = g.rev + 1 where g.organization_id = org and g.merged_at < now() - interval '${DAYS} days' and g.held <> '{}';
  update app.member m set first_name = 'Tidligere medlem', last_name = '', birth_date = null, birth_year = null, member_no = null, email_ct = null, email_bidx = null, mobile_ct = null,
         mobile_bidx = null, guardian_ct = null, guardian_bidx = null, postcode = null, contact_preference = 'NEVER', contact_again_on = null, mobile_wrong_on = null, preference_before = null,
         joined_on = date_trunc('month', m.joined_on)::date, joined_chapter_on = date_trunc('month', m.joined_chapter_on)::date,
         left_on = greatest(date_trunc('month', m.left_on)::date, date_trunc('month', m.joined_on)::date), contacts_emptied_on = authz.today(), rev = m.rev + 1
   where m.organization_id = org and ${DUE};
  get diagnostics n = row_count;
  return n;
end $$;

grant execute on function authz.end_member(uuid, int, date, text), authz.reinstate_member(uuid, int), authz.incoming_member_moves(), authz.decline_member_move(uuid, int),
  authz.accept_member_move(uuid, int) to ${app};
grant execute on function authz.settle_former_members() to ${job};
`,
)}
`,
};
