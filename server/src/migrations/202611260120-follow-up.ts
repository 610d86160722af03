import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/** A note can be mended or removed by whoever wrote it for so long. */
const OWN_DAYS = 7;
/** So long a contact is kept, from the day it was. */
const KEPT_MONTHS = 24;
const FORGOTTEN = `c.on_day < (authz.today() - interval '${KEPT_MONTHS} months')::date`;
const MINE = `chapter_id = any (authz.units('NUDGE')) and written_by = authz.seat_id() and created_at > now() - interval '${OWN_DAYS} days'`;

/**
 * What those above remember of their own contact with a chapter, and what each of them last saw of all chapters. The first is
 * shared by those who may write to the board and is never the board's; the second is the seat's alone.
 */
export const followUp: Migration = {
  id: "202611260120-follow-up",
  up: ({ app, bulk, job }) => `
create table app.chapter_contact (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  on_day date not null,
  how text not null check (how in ('CALL', 'MEETING', 'MESSAGE')),
  note text check (length(note) between 1 and 300),
  next_on date check (next_on >= on_day),
  written_by uuid not null,
  -- a mentor may not read the seats of its region: who wrote stands on the note
  writer_name text not null check (length(writer_name) <= 200),
  writer_role text not null,
  created_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, written_by) references app.seat (organization_id, id)
);
create index on app.chapter_contact (chapter_id, on_day desc);

-- one row a seat: what it saw when it was here last, and the time before. Duties, chapters and board seats; never members
create table app.overview_visit (
  organization_id uuid not null,
  seat_id uuid not null,
  before_at timestamptz,
  before_state jsonb,
  seen_at timestamptz not null default now(),
  seen_state jsonb not null,
  primary key (organization_id, seat_id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id)
);
${forceRowSecurity("app.chapter_contact", "app.overview_visit")}
${openTo(bulk, "all", "app.chapter_contact")}

grant select, insert (organization_id, chapter_id, id, on_day, how, note, next_on, written_by, writer_name, writer_role),
  update (on_day, how, note, next_on, rev), delete on app.chapter_contact to ${app};
create policy chapter_contact_read on app.chapter_contact for select to ${app} using (chapter_id = any (authz.units('NUDGE')));
create policy chapter_contact_insert on app.chapter_contact for insert to ${app} with check (
  chapter_id = any (authz.units('NUDGE')) and written_by = authz.seat_id());
create policy chapter_contact_update on app.chapter_contact for update to ${app} using (${MINE});
create policy chapter_contact_delete on app.chapter_contact for delete to ${app} using (${MINE});

grant select, insert, update on app.overview_visit to ${app};
create policy overview_visit_read on app.overview_visit for select to ${app} using (
  organization_id = authz.organization('STATISTICS_READ') and seat_id = authz.seat_id());
create policy overview_visit_insert on app.overview_visit for insert to ${app} with check (
  organization_id = authz.organization('STATISTICS_READ') and seat_id = authz.seat_id());
create policy overview_visit_update on app.overview_visit for update to ${app} using (
  organization_id = authz.organization('STATISTICS_READ') and seat_id = authz.seat_id());

${asRole(
  bulk,
  `
-- Contacts have done their time ${KEPT_MONTHS} months after they were
create function authz.forget_contacts(carry_out boolean) returns table (kind text, n int) language plpgsql ${definer} as $$
declare org uuid := authz.organization('RETENTION');
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  return query select 'CONTACT', count(*)::int from app.chapter_contact c where c.organization_id = org and ${FORGOTTEN};
  if carry_out then delete from app.chapter_contact c where c.organization_id = org and ${FORGOTTEN}; end if;
end $$;
grant execute on function authz.forget_contacts(boolean) to ${job};
revoke execute on function authz.forget_contacts(boolean) from public;
`,
)}
`,
};
