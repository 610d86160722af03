import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

/**
 * Messages from national to the boards, which seat has read which message and which new version, whom a message was mailed
 * to, and what national sets for the whole organization.
 */
export const createMessagesAndSettings: Migration = {
  id: "202611230110-create-messages-and-settings",
  up: ({ app, authz, bulk, job }) => `
${grantCaps({
  CHAPTER_LEADER: ["NEWS_READ"],
  CHAPTER_BOARD: ["NEWS_READ"],
  NATIONAL_EDITOR: ["BOARD_MESSAGE"],
  NATIONAL_ADMIN: ["BOARD_MESSAGE"],
  JOB_BOARD_MESSAGE: ["BOARD_MESSAGE", "SEAT_READ", "UNIT_READ"],
  JOB_TEST_MESSAGE: ["TEMPLATE_READ", "SEAT_READ", "UNIT_READ"],
})}

-- a chapter's minutes a month that its touchpoints should keep within
alter table app.organization add column burden_cap_minutes int not null default 240 check (burden_cap_minutes between 60 and 6000);
grant update (name, short_name, sender_name, crisis_contacts, burden_cap_minutes, rev) on app.organization to ${app};
create policy organization_update on app.organization for update to ${app} using (id = authz.organization_wide('SETTINGS_WRITE'));

create table app.board_message (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  title text not null check (length(title) between 1 and 80),
  body text not null check (length(body) between 1 and 1000),
  template_id uuid,
  -- whom it is for; null: every chapter. A list on the row, so that a policy can tell without looking elsewhere
  chapter_ids uuid[] check (cardinality(chapter_ids) between 1 and 5000),
  -- boards it was for when it was sent
  chapter_count int not null check (chapter_count > 0),
  sent_by uuid not null,
  sent_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  rev int not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, sent_by) references app.seat (organization_id, id)
);
create index on app.board_message (organization_id, sent_at desc, id desc);

create table app.board_message_seen (
  organization_id uuid not null,
  chapter_id uuid not null,
  message_id uuid not null,
  seat_id uuid not null,
  seen_at timestamptz not null default now(),
  primary key (organization_id, message_id, chapter_id, seat_id),
  foreign key (organization_id, message_id) references app.board_message (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id)
);

-- one mail a person and message, whatever seats they hold
create table app.board_message_mail (
  organization_id uuid not null,
  message_id uuid not null,
  account_id uuid not null references app.account (id),
  outcome text not null check (outcome in ('SENT', 'SKIPPED', 'FAILED')),
  -- INTERRUPTED: handed over to the mail server or not, we did not live to see it
  reason text check (reason in ('OPTED_OUT', 'STOPPED', 'MAIL_SERVER', 'INTERRUPTED')),
  at timestamptz not null default now(),
  primary key (organization_id, message_id, account_id),
  foreign key (organization_id, message_id) references app.board_message (organization_id, id),
  check ((outcome = 'SENT') = (reason is null))
);

create table app.version_seen (
  organization_id uuid not null,
  seat_id uuid not null,
  version_id uuid not null,
  seen_at timestamptz not null default now(),
  primary key (organization_id, seat_id, version_id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id),
  foreign key (organization_id, version_id) references app.template_version (organization_id, id)
);

${forceRowSecurity("app.board_message", "app.board_message_seen", "app.board_message_mail", "app.version_seen")}
${openTo(authz, "select", "app.board_message_seen")}
${openTo(bulk, "all", "app.board_message", "app.board_message_seen")}

grant select, insert (organization_id, id, title, body, template_id, chapter_ids, chapter_count, sent_by), update (withdrawn_at, rev) on app.board_message to ${app};
grant select on app.board_message to ${job};
create policy board_message_national on app.board_message for select to ${app}, ${job} using (organization_id = authz.organization_wide('BOARD_MESSAGE'));
-- a board reads what is for its chapter, and not what was taken back
create policy board_message_read on app.board_message for select to ${app} using (
  withdrawn_at is null and organization_id = authz.organization('NEWS_READ')
  and (chapter_ids is null or chapter_ids && authz.units('NEWS_READ')));
create policy board_message_insert on app.board_message for insert to ${app} with check (
  organization_id = authz.organization_wide('BOARD_MESSAGE') and sent_by = authz.seat_id());
create policy board_message_update on app.board_message for update to ${app} using (organization_id = authz.organization_wide('BOARD_MESSAGE'));

grant select, insert (organization_id, chapter_id, message_id, seat_id) on app.board_message_seen to ${app};
create policy board_message_seen_own on app.board_message_seen for select to ${app} using (seat_id = authz.seat_id());
create policy board_message_seen_insert on app.board_message_seen for insert to ${app} with check (
  organization_id = authz.organization('NEWS_READ') and chapter_id = any (authz.units('NEWS_READ')) and seat_id = authz.seat_id());

grant select, insert, update (outcome, reason, at), delete on app.board_message_mail to ${job};
create policy board_message_mail_job on app.board_message_mail for all to ${job}
  using (organization_id = authz.organization_wide('BOARD_MESSAGE')) with check (organization_id = authz.organization_wide('BOARD_MESSAGE'));

grant select, insert (organization_id, seat_id, version_id) on app.version_seen to ${app};
create policy version_seen_own on app.version_seen for select to ${app} using (seat_id = authz.seat_id());
create policy version_seen_insert on app.version_seen for insert to ${app} with check (
  organization_id = authz.organization('NEWS_READ') and seat_id = authz.seat_id());

${asRole(
  authz,
  `
-- national learns in how many chapters somebody has read a message, not who and not where
create function authz.board_messages_read(messages uuid[]) returns table (message_id uuid, chapters int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare org uuid := authz.organization_wide('BOARD_MESSAGE');
begin
  return query select s.message_id, count(distinct s.chapter_id)::int from app.board_message_seen s
   where s.organization_id = org and s.message_id = any (messages) group by s.message_id;
end $$;
revoke execute on function authz.board_messages_read(uuid[]) from public;
grant execute on function authz.board_messages_read(uuid[]) to ${app};
`,
)}
`,
};
