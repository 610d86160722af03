import type { Migration } from "./migration.js";
import { forceRowSecurity } from "./migration.js";

/**
 * What was sent to remind whom of what, and what was not and why. The key is (rule, seat, recipient, channel, reference
 * date): a rerun finds its own line. A line that leads carries the day's one mail, and there is one such a day for each
 * person, in whatever organizations they sit.
 */
export const createReminders: Migration = {
  id: "202611220190-create-reminders",
  up: ({ job }) => `
create table app.reminder_log (
  organization_id uuid not null,
  rule text not null check (rule in ('DIGEST')),
  seat_id uuid not null,
  account_id uuid not null references app.account (id),
  channel text not null check (channel in ('EMAIL')),
  reference_date date not null,
  outcome text not null check (outcome in ('SENT', 'SKIPPED', 'FAILED')),
  -- INTERRUPTED: handed over to the mail server or not, we did not live to see it
  reason text check (reason in ('OPTED_OUT', 'STOPPED', 'MAIL_SERVER', 'INTERRUPTED')),
  leads boolean not null,
  at timestamptz not null default now(),
  primary key (organization_id, rule, seat_id, account_id, channel, reference_date),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id),
  check ((outcome = 'SENT') = (reason is null))
);
create unique index reminder_log_one_a_day on app.reminder_log (account_id, rule, channel, reference_date) where leads;
create index on app.reminder_log (organization_id, seat_id, reference_date);

${forceRowSecurity("app.reminder_log")}
grant select, insert, update (outcome, reason, at), delete on app.reminder_log to ${job};
create policy reminder_log_job on app.reminder_log for all to ${job}
  using (organization_id = authz.organization_wide('REMIND')) with check (organization_id = authz.organization_wide('REMIND'));
`,
};
