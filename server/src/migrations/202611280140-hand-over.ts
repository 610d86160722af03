import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
// who gives the seats of a board: its leader, and national
const GIVES =
  "(chapter_id = any (authz.units('SEAT_GRANT_BOARD')) or organization_id = authz.organization_wide('SEAT_GRANT'))";
const UNCLOSED = "t.closed_at is null and t.emptied_at is null and t.waived_at is null and t.cancelled_at is null";
const LEADER = `exists (select 1 from app.seat s where s.organization_id = org and s.chapter_id = the_chapter and s.role = 'CHAPTER_LEADER'
    and s.account_id is not null and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today()))`;
const HOLDS = "(s.valid_to is null or s.valid_to > authz.today())";

/**
 * One board hands over to the next. The draft is sealed, and gone when it is done; what was done is kept by seat, so that it can be
 * taken back for fourteen days. A new member's first tasks are theirs from the day they take the seat, and a chapter's last leader
 * goes when another has come: both happen as an invitation is accepted.
 */
export const handOver: Migration = {
  id: "202611280140-hand-over",
  up: ({ app, bulk, job, owner }) => `
create table app.handover (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'DONE', 'UNDONE')),
  -- the annual meeting
  held_on date not null,
  -- names and addresses of those to be invited, sealed, for as long as it is a draft
  draft_ct bytea,
  begun_by uuid not null,
  changed_at timestamptz not null default now(),
  done_by uuid,
  done_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  rev int not null default 1,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  check ((state = 'DRAFT') = (draft_ct is not null)),
  check ((state = 'DRAFT') = (done_at is null)),
  check ((state = 'UNDONE') = (undone_at is not null))
);
create unique index handover_one_draft on app.handover (chapter_id) where state = 'DRAFT';

create table app.handover_seat (
  organization_id uuid not null,
  chapter_id uuid not null,
  handover_id uuid not null,
  seat_id uuid not null,
  part text not null check (part in ('LEAVES', 'COMES')),
  -- of one who leaves: its end before, and the first day it is not to hold; it waits for another leader to be in place
  end_before date,
  end_wanted date,
  waits boolean not null default false,
  primary key (chapter_id, handover_id, seat_id),
  foreign key (chapter_id, handover_id) references app.handover (chapter_id, id) on delete cascade,
  foreign key (organization_id, seat_id) references app.seat (organization_id, id),
  check ((part = 'LEAVES') = (end_wanted is not null))
);
create index on app.handover_seat (seat_id);

-- a duty that is to be a new member's when they take the seat
create table app.handover_task (
  organization_id uuid not null,
  chapter_id uuid not null,
  handover_id uuid not null,
  touchpoint_id uuid not null,
  seat_id uuid not null,
  seat_before uuid,
  given_at timestamptz,
  primary key (chapter_id, handover_id, touchpoint_id),
  foreign key (chapter_id, handover_id) references app.handover (chapter_id, id) on delete cascade,
  foreign key (chapter_id, touchpoint_id) references app.touchpoint (chapter_id, id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id)
);
create index on app.handover_task (seat_id);

${forceRowSecurity("app.handover", "app.handover_seat", "app.handover_task")}
${openTo(bulk, "all", "app.handover", "app.handover_seat", "app.handover_task")}

grant select, insert (organization_id, chapter_id, id, held_on, draft_ct, begun_by), update (state, held_on, draft_ct, changed_at, done_by, done_at, rev), delete on app.handover to ${app};
create policy handover_read on app.handover for select to ${app} using (${GIVES});
create policy handover_insert on app.handover for insert to ${app} with check (${GIVES} and begun_by = authz.seat_id());
-- what is done is changed by taking it back, and by nothing else
create policy handover_update on app.handover for update to ${app} using (${GIVES} and state = 'DRAFT') with check (${GIVES} and state in ('DRAFT', 'DONE'));
create policy handover_delete on app.handover for delete to ${app} using (${GIVES} and state = 'DRAFT');
grant select, insert (organization_id, chapter_id, handover_id, seat_id, part, end_before, end_wanted, waits) on app.handover_seat to ${app};
create policy handover_seat_read on app.handover_seat for select to ${app} using (${GIVES});
create policy handover_seat_insert on app.handover_seat for insert to ${app} with check (${GIVES});
-- and one sees one's own first tasks
grant select, insert (organization_id, chapter_id, handover_id, touchpoint_id, seat_id) on app.handover_task to ${app};
create policy handover_task_read on app.handover_task for select to ${app} using (${GIVES} or seat_id = authz.seat_id());
create policy handover_task_insert on app.handover_task for insert to ${app} with check (${GIVES});

-- a draft that was left holds addresses of people who were never invited
grant select (organization_id, chapter_id, id, state, changed_at), delete on app.handover to ${job};
create policy handover_job_read on app.handover for select to ${job} using (organization_id = authz.organization_wide('RETENTION'));
create policy handover_job_delete on app.handover for delete to ${job} using (organization_id = authz.organization_wide('RETENTION') and state = 'DRAFT');

-- nobody makes a seat last longer, but a handover that is taken back gives back the end it took
create or replace function app.keep_seat_end() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity') and current_user <> '${bulk}' then
    raise exception 'a seat cannot be prolonged' using errcode = 'VA007';
  end if;
  return new;
end $$;

${asRole(
  bulk,
  `
/* Somebody takes a seat: their first tasks are theirs, where nobody has taken them meanwhile; and a leader who waited for a leader
   goes, on the day that was chosen or now. */
create function authz.seat_taken() returns trigger language plpgsql ${definer} as $$
begin
  -- a handover that is being taken back is waited for
  perform 1 from app.handover_seat x join app.handover h on h.chapter_id = x.chapter_id and h.id = x.handover_id where x.seat_id = new.id and x.part = 'COMES' for share of h;
  with due as (
    select t.chapter_id, t.id, h.handover_id, t.assignee_seat_id from app.handover_task h
      join app.handover d on d.chapter_id = h.chapter_id and d.id = h.handover_id and d.state = 'DONE'
      join app.touchpoint t on t.chapter_id = h.chapter_id and t.id = h.touchpoint_id and ${UNCLOSED} and not t.about_member
     where h.seat_id = new.id and h.given_at is null and t.chapter_id = new.chapter_id
       and (t.assignee_seat_id is null or not exists (select 1 from app.seat s where s.id = t.assignee_seat_id and ${HOLDS})
         or exists (select 1 from app.handover_seat l where l.chapter_id = h.chapter_id and l.handover_id = h.handover_id and l.seat_id = t.assignee_seat_id and l.part = 'LEAVES'))
     for update of t),
  given as (
    update app.touchpoint t set assignee_seat_id = new.id, rev = t.rev + 1 from due where t.chapter_id = due.chapter_id and t.id = due.id)
  update app.handover_task h set given_at = now(), seat_before = due.assignee_seat_id from due
   where h.chapter_id = due.chapter_id and h.handover_id = due.handover_id and h.touchpoint_id = due.id;
  if new.role = 'CHAPTER_LEADER' then
    with gone as (
      update app.seat s set valid_to = greatest(x.end_wanted, new.valid_from, authz.today()), rev = s.rev + 1
        from app.handover_seat x join app.handover h on h.chapter_id = x.chapter_id and h.id = x.handover_id and h.state = 'DONE'
       where x.chapter_id = new.chapter_id and x.part = 'LEAVES' and x.waits and s.organization_id = new.organization_id and s.id = x.seat_id and s.id <> new.id
         and coalesce(s.valid_to, 'infinity') > greatest(x.end_wanted, new.valid_from, authz.today())
      returning s.id, s.valid_to),
    noted as (
      insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
      select new.organization_id, new.chapter_id, new.id, 'SEAT_ENDED', 'Seat', g.id, jsonb_build_object('role', 'CHAPTER_LEADER', 'validTo', g.valid_to) from gone g)
    update app.handover_seat x set waits = false, end_wanted = coalesce((select g.valid_to from gone g where g.id = x.seat_id), x.end_wanted)
      from app.handover h where h.chapter_id = x.chapter_id and h.id = x.handover_id and h.state = 'DONE' and x.chapter_id = new.chapter_id and x.waits;
  end if;
  return null;
end $$;
/* Takes back what a handover did to seats and to tasks that are still open, within fourteen days. LATE: it is not to be
   taken back. NO_LEADER: the chapter would have none, and whoever asked rolls back. What somebody ended or took since, stays as they left it. */
create function authz.undo_handover(the_chapter uuid, the_handover uuid) returns text language plpgsql ${definer} as $$
declare d record; org uuid; mine uuid := authz.seat_id(); may boolean; had_leader boolean;
begin
  select h.organization_id, h.chapter_id = any (authz.units('SEAT_GRANT_BOARD')) or coalesce(h.organization_id = authz.organization_wide('SEAT_GRANT'), false)
    into org, may from app.handover h where h.chapter_id = the_chapter and h.id = the_handover;
  if may is not true then return 'LATE'; end if;
  -- in the order in which an invitation is accepted: those who come first
  perform 1 from app.seat s join app.handover_seat x on x.seat_id = s.id where x.chapter_id = the_chapter and x.handover_id = the_handover and x.part = 'COMES' order by s.id for update of s;
  perform 1 from app.seat s join app.handover_seat x on x.seat_id = s.id where x.chapter_id = the_chapter and x.handover_id = the_handover and x.part = 'LEAVES' order by s.id for update of s;
  select h.* into d from app.handover h where h.chapter_id = the_chapter and h.id = the_handover for update;
  if d.state <> 'DONE' or d.done_at < now() - interval '14 days' then return 'LATE'; end if;
  had_leader := ${LEADER};
  update app.touchpoint t set assignee_seat_id = h.seat_before, rev = t.rev + 1 from app.handover_task h
   where h.chapter_id = the_chapter and h.handover_id = the_handover and h.given_at is not null
     and t.chapter_id = the_chapter and t.id = h.touchpoint_id and t.assignee_seat_id = h.seat_id and ${UNCLOSED};
  update app.invitation i set revoked_at = now() from app.handover_seat x
   where x.chapter_id = the_chapter and x.handover_id = the_handover and x.part = 'COMES'
     and i.organization_id = org and i.seat_id = x.seat_id and i.accepted_at is null and i.revoked_at is null;
  update app.seat s set valid_to = x.end_before, rev = s.rev + 1 from app.handover_seat x
   where x.chapter_id = the_chapter and x.handover_id = the_handover and x.part = 'LEAVES' and not x.waits
     and s.organization_id = org and s.id = x.seat_id and s.valid_to = x.end_wanted and coalesce(x.end_before, 'infinity') > x.end_wanted
     and s.account_id is not null and not exists (select 1 from app.account a where a.id = s.account_id and a.stopped_at is not null);
  update app.seat s set valid_to = greatest(s.valid_from, authz.today()), rev = s.rev + 1 from app.handover_seat x
   where x.chapter_id = the_chapter and x.handover_id = the_handover and x.part = 'COMES'
     and s.organization_id = org and s.id = x.seat_id and ${HOLDS};
  update app.handover_seat x set waits = false where x.chapter_id = the_chapter and x.handover_id = the_handover and x.waits;
  update app.handover h set state = 'UNDONE', undone_by = mine, undone_at = now(), changed_at = now(), rev = h.rev + 1
   where h.chapter_id = the_chapter and h.id = the_handover;
  if had_leader and not ${LEADER} then return 'NO_LEADER'; end if;
  return 'DONE';
end $$;
revoke execute on function authz.seat_taken(), authz.undo_handover(uuid, uuid) from public;
grant execute on function authz.undo_handover(uuid, uuid) to ${app};
grant execute on function authz.seat_taken() to ${owner};
`,
)}
create trigger seat_taken after update of account_id on app.seat for each row
  when (old.account_id is null and new.account_id is not null and new.chapter_id is not null) execute function authz.seat_taken();
`,
};
