import type { Migration } from "./migration.js";
import { asRole, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
// as in `create-access`: a seat somebody holds today
const HELD =
  "s.account_id is not null and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())";

/**
 * What was left of seats and settings: a leader who is elected again goes on in the seat they have, when somebody else says so; one
 * answer about all boards that are unknown or about to end; a name one mends oneself; the limit of much reading as a setting.
 */
export const seatsLeft: Migration = {
  id: "202611290180-seats-left",
  up: ({ app, auth, authz, bulk, owner }) => `
-- of one who stays: the end before, and the end they are elected to; nothing happens until another has confirmed it
alter table app.handover_seat
  drop constraint handover_seat_part_check,
  drop constraint handover_seat_check,
  add constraint handover_seat_part_check check (part in ('LEAVES', 'COMES', 'STAYS')),
  add constraint handover_seat_check check ((part = 'COMES') = (end_wanted is null)),
  add column confirmed_by uuid,
  add foreign key (organization_id, confirmed_by) references app.seat (organization_id, id);
-- nobody says of a seat that is not the one acted in that it is to last: a handover is one leader's act
create policy handover_seat_stays_insert on app.handover_seat as restrictive for insert to ${app} with check (
  part <> 'STAYS' or (seat_id = authz.seat_id() and not waits and end_wanted <= authz.today() + 500));

grant select, insert, delete on app.reading_limit to ${app};
create policy reading_limit_read on app.reading_limit for select to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create policy reading_limit_insert on app.reading_limit for insert to ${app} with check (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create policy reading_limit_delete on app.reading_limit for delete to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create trigger ask_step_up before insert or update or delete on app.reading_limit for each statement execute function authz.ask_step_up();

${asRole(
  authz,
  `
/* The open chapters in reach whose board is unknown, or ends within so many days: what is missing, and what is known. */
create function authz.boards_to_look_at(within int) returns table (chapter_id uuid, missing text, held int, ending int, board_until date, leader_until date,
  last_until date, invited int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization('SEAT_READ'); own uuid[] := authz.units('SEAT_READ'); by_day date := authz.today() + within;
begin
  return query
  select b.id, case when b.n = 0 then 'BOARD' when b.leaders = 0 then 'LEADER' when b.till <= by_day then 'BOARD_ENDS' else 'LEADER_ENDS' end,
         b.n, b.ends, nullif(b.till, 'infinity'), nullif(b.leader_till, 'infinity'), b.last_till, b.asked
    from (
      select c.id, count(s.id) filter (where ${HELD})::int as n, count(s.id) filter (where ${HELD} and s.role = 'CHAPTER_LEADER')::int as leaders,
             count(s.id) filter (where ${HELD} and s.valid_to <= by_day)::int as ends,
             max(coalesce(s.valid_to, 'infinity')) filter (where s.account_id is not null and (s.valid_to is null or s.valid_to > authz.today())) as till,
             max(coalesce(s.valid_to, 'infinity')) filter (where s.account_id is not null and s.role = 'CHAPTER_LEADER' and (s.valid_to is null or s.valid_to > authz.today())) as leader_till,
             max(s.valid_to) filter (where s.account_id is not null and s.valid_to <= authz.today()) as last_till,
             count(s.id) filter (where s.account_id is null and (s.valid_to is null or s.valid_to > authz.today()) and exists (
               select 1 from app.invitation i where i.organization_id = org and i.seat_id = s.id and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()))::int as asked
        from app.chapter c left join app.seat s on s.organization_id = org and s.chapter_id = c.id and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
       where c.organization_id = org and c.id = any (own) and not c.direct_members and (c.closed_on is null or c.closed_on > authz.today())
       group by c.id) b
   where b.n = 0 or b.leaders = 0 or b.leader_till <= by_day or b.till <= by_day;
end $$;
revoke execute on function authz.boards_to_look_at(int) from public;
grant execute on function authz.boards_to_look_at(int) to ${app};
`,
)}
${openTo(authz, "select", "app.invitation")}

${asRole(
  bulk,
  `
/* One who was elected again goes on in the seat they have. Said by another on the board, or by national: never by themselves, from
   whichever seat. NONE: there is nothing to confirm, or not for the one who asks. */
create function authz.confirm_reelection(the_seat uuid) returns text language plpgsql ${definer} as $$
declare me record; held record; waiting record;
begin
  select s.* into me from app.seat s where s.id = authz.seat_id();
  if not found then return 'NONE'; end if;
  select s.* into held from app.seat s where s.organization_id = me.organization_id and s.id = the_seat for update;
  if not found or held.account_id = me.account_id or held.account_id is null or held.valid_to <= authz.today() then return 'NONE'; end if;
  if not (coalesce(authz.organization_wide('SEAT_GRANT') = held.organization_id, false)
      or (me.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and me.chapter_id = held.chapter_id)) then return 'NONE'; end if;
  select x.* into waiting from app.handover_seat x join app.handover h on h.chapter_id = x.chapter_id and h.id = x.handover_id and h.state = 'DONE'
   where x.chapter_id = held.chapter_id and x.seat_id = held.id and x.part = 'STAYS' and x.confirmed_by is null order by h.done_at desc limit 1 for update of x;
  if not found then return 'NONE'; end if;
  update app.handover_seat x set confirmed_by = me.id where x.chapter_id = waiting.chapter_id and x.handover_id = waiting.handover_id and x.seat_id = held.id;
  update app.seat s set valid_to = greatest(s.valid_to, waiting.end_wanted), rev = s.rev + 1 where s.organization_id = held.organization_id and s.id = held.id;
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
  values (held.organization_id, held.chapter_id, me.id, 'SEAT_PROLONGED', 'Seat', held.id, jsonb_build_object('role', held.role, 'validTo', waiting.end_wanted));
  return 'DONE';
end $$;
/* The seats in reach that wait to be confirmed, and until when they are elected: a board sees it of one of them, but not who else leaves and comes */
create function authz.reelections() returns table (seat_id uuid, until date) language plpgsql stable ${definer} as $$
declare own uuid[] := authz.units('SEAT_READ');
begin
  return query select s.id, max(x.end_wanted) from app.handover_seat x join app.handover h on h.chapter_id = x.chapter_id and h.id = x.handover_id and h.state = 'DONE'
    join app.seat s on s.organization_id = x.organization_id and s.id = x.seat_id and s.account_id is not null and s.valid_to > authz.today()
   where x.chapter_id = any (own) and x.part = 'STAYS' and x.confirmed_by is null group by s.id;
end $$;
/* After a handover was taken back: who was to stay has the end they had, as far as that has not passed */
create function authz.undo_reelection() returns trigger language plpgsql ${definer} as $$
begin
  update app.seat s set valid_to = x.end_before, rev = s.rev + 1 from app.handover_seat x
   where x.chapter_id = new.chapter_id and x.handover_id = new.id and x.part = 'STAYS' and x.confirmed_by is not null
     and s.organization_id = new.organization_id and s.id = x.seat_id and s.valid_to = x.end_wanted and x.end_before > authz.today();
  return null;
end $$;

/* One's own name, in the account and wherever a seat of one's own is named; the trail says that, and not the name */
create function authz.rename_account(of uuid, new_name text) returns boolean language plpgsql ${definer} as $$
begin
  update app.account a set name = new_name where a.id = of and a.name <> new_name;
  if not found then return false; end if;
  update app.chapter_contact k set writer_name = new_name from app.seat s
   where s.organization_id = k.organization_id and s.id = k.written_by and s.account_id = of and k.writer_name <> new_name;
  update app.board_message m set sender_name = new_name from app.seat s
   where s.organization_id = m.organization_id and s.id = m.sent_by and s.account_id = of and m.sender_name <> new_name;
  update app.seat s set holder_name = new_name, rev = s.rev + 1 where s.account_id = of and s.holder_name <> new_name;
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
    select s.organization_id, s.chapter_id, s.id, 'ACCOUNT_RENAMED', 'Seat', s.id, '{}' from app.seat s
     where s.account_id = of and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today());
  return true;
end $$;

create or replace function authz.settings_changes() returns table (action text, at timestamptz, actor_name text) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization_wide('SETTINGS_WRITE');
begin
  return query select x.action, a.at, s.holder_name from (values ('CRISIS_CONTACTS_CHANGED'), ('BURDEN_CAP_CHANGED'), ('MEMBER_GOAL_CHANGED'), ('ORGANIZATION_RENAMED'),
      ('LEVEL_NAMED'), ('AGES_CHANGED'), ('SMALL_NUMBERS_CHANGED'), ('LANGUAGES_CHANGED'), ('COLOUR_CHANGED'), ('CORE_SET_SIZE_CHANGED'), ('RETENTION_CHANGED'),
      ('SECOND_FACTOR_CHANGED'), ('READING_LIMIT_CHANGED')) x (action)
    cross join lateral (select l.at, l.actor_seat_id from app.audit l where l.organization_id = org and l.subject_type = 'Organization' and l.action = x.action
      order by l.id desc limit 1) a
    left join app.seat s on s.organization_id = org and s.id = a.actor_seat_id;
end $$;
revoke execute on function authz.confirm_reelection(uuid), authz.reelections(), authz.undo_reelection(), authz.rename_account(uuid, text) from public;
grant execute on function authz.confirm_reelection(uuid), authz.reelections() to ${app};
grant execute on function authz.rename_account(uuid, text) to ${auth};
grant execute on function authz.undo_reelection() to ${owner};
`,
)}
create trigger undo_reelection after update of state on app.handover for each row
  when (old.state = 'DONE' and new.state = 'UNDONE') execute function authz.undo_reelection();
`,
};
