import type { Migration } from "./migration.js";

/**
 * A nudge is a message to one board from whoever follows the chapter: its mentor, its region or national. One a week for a
 * chapter, whoever sends it: two at the same moment wait for each other here. A board may answer it with one word.
 */
export const sendNudges: Migration = {
  id: "202611250160-send-nudges",
  up: ({ app, job }) => `
alter table app.board_message
  add column nudge boolean not null default false,
  -- the board may not read the seats of its region: who wrote stands on the message
  add column sender_name text check (length(sender_name) <= 200),
  add column sender_role text,
  add check (not nudge or (cardinality(chapter_ids) = 1 and template_id is null and sender_name is not null and sender_role is not null));
create index board_message_nudges on app.board_message ((chapter_ids[1]), sent_at desc) where nudge;

alter table app.board_message_seen add column answer text check (answer in ('ON_IT', 'NEED_HELP')), add column answered_at timestamptz;

grant insert (nudge, sender_name, sender_role) on app.board_message to ${app};
-- national reads all; who may nudge a chapter reads what it has been nudged with
drop policy board_message_national on app.board_message;
create policy board_message_national on app.board_message for select to ${app} using (
  organization_id = authz.organization_wide('BOARD_MESSAGE') or (nudge and chapter_ids <@ authz.units('NUDGE')));
create policy board_message_job on app.board_message for select to ${job} using (organization_id = authz.organization_wide('BOARD_MESSAGE'));
drop policy board_message_insert on app.board_message;
create policy board_message_insert on app.board_message for insert to ${app} with check (
  sent_by = authz.seat_id()
  and ((not nudge and organization_id = authz.organization_wide('BOARD_MESSAGE')) or (nudge and chapter_ids <@ authz.units('NUDGE'))));

grant update (answer, answered_at) on app.board_message_seen to ${app};
create policy board_message_seen_answer on app.board_message_seen for update to ${app} using (
  seat_id = authz.seat_id() and chapter_id = any (authz.units('NEWS_READ')));
-- whoever nudged sees what was answered; that it was read stays with the reader until then
drop policy board_message_seen_own on app.board_message_seen;
create policy board_message_seen_own on app.board_message_seen for select to ${app} using (
  seat_id = authz.seat_id() or (answer is not null and chapter_id = any (authz.units('NUDGE'))));

create function app.one_nudge_a_week() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('nudge:' || new.chapter_ids[1]::text, 0));
  if exists (select 1 from app.board_message m where m.nudge and m.chapter_ids[1] = new.chapter_ids[1]
      and (m.sent_at at time zone 'Europe/Oslo')::date > authz.today() - 7) then
    raise exception 'this chapter was nudged less than a week ago' using errcode = 'VA015';
  end if;
  return new;
end $$;
create trigger one_nudge_a_week before insert on app.board_message for each row when (new.nudge) execute function app.one_nudge_a_week();
`,
};
