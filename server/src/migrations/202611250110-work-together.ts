import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const inner = "language plpgsql set search_path = pg_catalog, pg_temp";

/** A statement, and a transaction, names this many rows one by one; what is more is said of the chapter as a whole. */
const MOST_NAMED = 50;
/** A comment goes when nothing more has happened to its touchpoint for this long. */
const COMMENT_DAYS = 90;

// done in some way, or missed, and that long ago
const FORGOTTEN = `coalesce((coalesce(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) at time zone 'Europe/Oslo')::date,
      greatest(t.miss_on, t.exception_until)) < authz.today() - ${COMMENT_DAYS}`;

/** «changed» is the transition table; `id` its column that names the touchpoint. Of one that is gone nobody can be asked who might read it. */
const tell = (kind: "t" | "b", id: string): string => `
declare told int := coalesce(nullif(current_setting('app.told', true), ''), '0')::int; n int;
begin
  n := (select count(*) from (select 1 from changed limit ${MOST_NAMED + 1}) x);
  if n = 0 then return null; end if;
  if told + n <= ${MOST_NAMED}${kind === "t" ? " and tg_op <> 'DELETE'" : ""} then
    perform set_config('app.told', (told + n)::text, true);
    perform pg_notify('varde_live', '${kind} ' || c.chapter_id || ' ' || c.${id}) from changed c;
  else
    perform pg_notify('varde_live', 'c ' || c.chapter_id) from (select distinct chapter_id from changed) c;
  end if;
  return null;
end`;

const tells = (table: string, how: string): string =>
  `create trigger tell_insert after insert on ${table} referencing new table as changed for each statement execute function ${how};
create trigger tell_update after update on ${table} referencing new table as changed for each statement execute function ${how};
create trigger tell_delete after delete on ${table} referencing old table as changed for each statement execute function ${how};`;

/**
 * A board at work together: what it says to each other about a touchpoint, who has one open now, and word of changes to those
 * who have the pages open. The word is ids and nothing else, since every login of the database may listen; what is behind an
 * id is asked for through the door, by each for themselves.
 */
export const workTogether: Migration = {
  id: "202611250110-work-together",
  up: ({ app, bulk, job }) => `
create table app.touchpoint_comment (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  touchpoint_id uuid not null,
  -- whom the touchpoint is about: the member's copy has the comment, and an erasure takes it
  member_id uuid,
  written_by uuid not null,
  text text not null check (length(text) between 1 and 500),
  created_at timestamptz not null default now(),
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, touchpoint_id) references app.touchpoint (chapter_id, id) on delete cascade,
  foreign key (chapter_id, member_id) references app.member (chapter_id, id),
  foreign key (organization_id, written_by) references app.seat (organization_id, id)
);
create index on app.touchpoint_comment (chapter_id, touchpoint_id, created_at);
create index on app.touchpoint_comment (chapter_id, member_id) where member_id is not null;

-- who has the page of a touchpoint open, until when it is believed
create table app.touchpoint_presence (
  organization_id uuid not null,
  chapter_id uuid not null,
  touchpoint_id uuid not null,
  seat_id uuid not null,
  until timestamptz not null,
  primary key (chapter_id, touchpoint_id, seat_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, touchpoint_id) references app.touchpoint (chapter_id, id) on delete cascade,
  foreign key (organization_id, seat_id) references app.seat (organization_id, id)
);
${forceRowSecurity("app.touchpoint_comment", "app.touchpoint_presence")}
${openTo(bulk, "all", "app.touchpoint_comment", "app.touchpoint_presence")}

-- the board and nobody else: those above have no right to what is about persons, and none to this
grant select, insert (organization_id, chapter_id, id, touchpoint_id, written_by, text), delete on app.touchpoint_comment to ${app};
create policy touchpoint_comment_read on app.touchpoint_comment for select to ${app} using (chapter_id = any (authz.units('TOUCHPOINT_READ')));
create policy touchpoint_comment_insert on app.touchpoint_comment for insert to ${app} with check (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and written_by = authz.seat_id());
create policy touchpoint_comment_delete on app.touchpoint_comment for delete to ${app} using (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and written_by = authz.seat_id());
grant select, insert, update (until), delete on app.touchpoint_presence to ${app};
create policy touchpoint_presence_read on app.touchpoint_presence for select to ${app} using (chapter_id = any (authz.units('TOUCHPOINT_READ')));
create policy touchpoint_presence_insert on app.touchpoint_presence for insert to ${app} with check (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and seat_id = authz.seat_id() and until < now() + interval '5 minutes');
create policy touchpoint_presence_update on app.touchpoint_presence for update to ${app} using (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and seat_id = authz.seat_id())
  with check (chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and seat_id = authz.seat_id() and until < now() + interval '5 minutes');
-- what nobody believes any more may be swept away by whoever comes by
create policy touchpoint_presence_delete on app.touchpoint_presence for delete to ${app} using (
  chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and (seat_id = authz.seat_id() or until < now()));

-- the member of a comment is that of its touchpoint, whatever was sent, and stays so when two rows of the register become one
create function app.comment_is_about() returns trigger ${inner} as $$
begin
  new.member_id := (select t.member_id from app.touchpoint t where t.chapter_id = new.chapter_id and t.id = new.touchpoint_id);
  return new;
end $$;
create trigger comment_is_about before insert on app.touchpoint_comment for each row execute function app.comment_is_about();
create function app.comments_follow() returns trigger ${inner} as $$
begin
  if new.member_id is null then
    delete from app.touchpoint_comment c where c.chapter_id = new.chapter_id and c.touchpoint_id = new.id;
  else
    update app.touchpoint_comment c set member_id = new.member_id where c.chapter_id = new.chapter_id and c.touchpoint_id = new.id;
  end if;
  return null;
end $$;
create trigger comments_follow after update of member_id on app.touchpoint for each row
  when (old.member_id is distinct from new.member_id) execute function app.comments_follow();

-- Word of a change: «t chapter touchpoint» of the row itself, «b chapter touchpoint» of what a board keeps beside it,
-- «c chapter» of many at once. A transaction names ${MOST_NAMED} at most, so that bulk work says one word a chapter.
create function app.tell_touchpoints() returns trigger ${inner} as $$${tell("t", "id")} $$;
create function app.tell_beside() returns trigger ${inner} as $$${tell("b", "touchpoint_id")} $$;
${tells("app.touchpoint", "app.tell_touchpoints()")}
${tells("app.touchpoint_comment", "app.tell_beside()")}
${tells("app.touchpoint_part", "app.tell_beside()")}
-- that somebody still has a page open is no news
create trigger tell_insert after insert on app.touchpoint_presence referencing new table as changed for each statement execute function app.tell_beside();
create trigger tell_delete after delete on app.touchpoint_presence referencing old table as changed for each statement execute function app.tell_beside();

-- «s seat» and «a account»: whoever serves them asks again whether they may still listen
create function app.tell_seat() returns trigger ${inner} as $$
begin
  perform pg_notify('varde_live', 's ' || new.id);
  return null;
end $$;
create trigger tell_seat after update of valid_to, account_id on app.seat for each row
  when ((old.valid_to, old.account_id) is distinct from (new.valid_to, new.account_id)) execute function app.tell_seat();
create function app.tell_session() returns trigger ${inner} as $$
begin
  perform pg_notify('varde_live', 'a ' || old.account_id);
  return null;
end $$;
create trigger tell_session after update of revoked_at, seat_id on app.session for each row
  when (old.account_id is not null and (old.revoked_at, old.seat_id) is distinct from (new.revoked_at, new.seat_id)) execute function app.tell_session();
create trigger tell_session_gone after delete on app.session for each row when (old.account_id is not null) execute function app.tell_session();
create function app.tell_account() returns trigger ${inner} as $$
begin
  perform pg_notify('varde_live', 'a ' || new.id);
  return null;
end $$;
create trigger tell_account after update of stopped_at on app.account for each row
  when (old.stopped_at is distinct from new.stopped_at) execute function app.tell_account();

${asRole(
  bulk,
  `
-- What a board said has done its time ${COMMENT_DAYS} days after its touchpoint was over; who looked, the day after
create function authz.forget_board_talk(carry_out boolean) returns table (kind text, n int) ${inner.replace("set search_path = pg_catalog, pg_temp", definer)} as $$
declare org uuid := authz.organization('RETENTION');
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return query select 'COMMENT', count(*)::int from app.touchpoint_comment c join app.touchpoint t on t.chapter_id = c.chapter_id and t.id = c.touchpoint_id
    where c.organization_id = org and ${FORGOTTEN};
  return query select 'PRESENCE', count(*)::int from app.touchpoint_presence p where p.organization_id = org and p.until < now() - interval '1 day';
  if carry_out then
    delete from app.touchpoint_comment c using app.touchpoint t where c.organization_id = org and t.chapter_id = c.chapter_id and t.id = c.touchpoint_id and ${FORGOTTEN};
    delete from app.touchpoint_presence p where p.organization_id = org and p.until < now() - interval '1 day';
  end if;
end $$;
grant execute on function authz.forget_board_talk(boolean) to ${job};
`,
)}
`,
};
