import type { Migration } from "./migration.js";

/**
 * Reminders of three more kinds, by each person's own days and hour, outside an organization's quiet hours. The log becomes
 * the plan as well: a line is written WAITING before anything is sent, and every line ends as SENT, SKIPPED or FAILED.
 */
export const widenReminders: Migration = {
  id: "202611250140-widen-reminders",
  up: ({ app, job }) => `
alter table app.account
  -- 1 is Monday, as ISO counts
  add column digest_days smallint[] not null default '{1,2,3,4,5}',
  add column digest_at time not null default '07:30',
  add check (digest_days <@ '{1,2,3,4,5,6,7}' and cardinality(digest_days) between 1 and 7),
  add check (extract(minute from digest_at) in (0, 30) and extract(second from digest_at) = 0);
grant select (digest_days, digest_at), update (digest_days, digest_at) on app.account to ${app};

-- nobody is mailed of ours between the two, nor on those days; equal means never quiet by the hour
alter table app.organization
  add column quiet_from time not null default '21:00',
  add column quiet_to time not null default '07:00',
  add column quiet_days smallint[] not null default '{7}',
  add check (quiet_days <@ '{1,2,3,4,5,6,7}' and cardinality(quiet_days) <= 6);

alter table app.reminder_log
  add column id uuid not null default gen_random_uuid(),
  -- the chapter it is about, where the seat does not say it
  add column chapter_id uuid,
  add column touchpoint_id uuid,
  -- not before: quiet hours have moved it
  add column due_at timestamptz not null default now(),
  -- how often it was begun to be handed over; more than one names a mail that may have come twice
  add column attempts smallint not null default 0,
  drop constraint reminder_log_pkey,
  drop constraint reminder_log_rule_check,
  drop constraint reminder_log_outcome_check,
  drop constraint reminder_log_reason_check,
  drop constraint reminder_log_check,
  add primary key (organization_id, id),
  add foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  add constraint reminder_log_rule_check check (rule in ('DIGEST', 'RETURNED', 'ANSWERED', 'ESCALATION')),
  add constraint reminder_log_outcome_check check (outcome in ('WAITING', 'SENT', 'SKIPPED', 'FAILED')),
  -- INTERRUPTED: handed over to the mail server or not, we did not live to see it
  add constraint reminder_log_reason_check check (reason in ('OPTED_OUT', 'NOT_THEIR_DAY', 'QUIET_HOURS', 'ALREADY_TODAY', 'NOTHING_LEFT', 'STOPPED',
    'NO_ADDRESS', 'TOO_LATE', 'MAIL_SERVER', 'INTERRUPTED')),
  add constraint reminder_log_check check ((outcome in ('SENT', 'WAITING')) = (reason is null));
create unique index reminder_log_key on app.reminder_log
  (organization_id, rule, seat_id, account_id, channel, reference_date, chapter_id, touchpoint_id) nulls not distinct;
drop index app.reminder_log_one_a_day;
create unique index reminder_log_one_a_day on app.reminder_log (account_id, rule, channel, reference_date) where leads and rule in ('DIGEST', 'ESCALATION');
create index reminder_log_unfinished on app.reminder_log (organization_id, rule, due_at) where outcome in ('WAITING', 'FAILED');
create index on app.reminder_log (account_id, at);

grant update (leads, attempts, due_at) on app.reminder_log to ${job};
-- everybody their own, and nobody above them
grant select on app.reminder_log to ${app};
create policy reminder_log_own on app.reminder_log for select to ${app} using (account_id = authz.uid());

-- how long nobody of a board has been in: a number of days leaves the job, never who
grant select (last_seen_on) on app.seat to ${job};
-- whom a report that came back concerns
grant select (closed_by) on app.touchpoint to ${job};

-- in demo and development a mail is a row: written in the transaction that says it was sent, it cannot come twice
alter table app.mailbox_message add column html text;
grant insert on app.mailbox_message to ${job};
create policy mailbox_message_job on app.mailbox_message for insert to ${job} with check (true);
`,
};
