import type { Migration } from "./migration.js";
import { forceRowSecurity, openTo } from "./migration.js";

/**
 * The register as it is worked on: what identifies a member across files, the guardian, how a membership ended, and who came to
 * which meeting. Contact data is sealed by the application and found by blind index; a search by name goes by its key.
 */
export const widenMembers: Migration = {
  id: "202611240100-widen-members",
  up: ({ app, bulk }) => `
alter table app.member
  add column member_no text check (length(member_no) between 1 and 40),
  add column birth_date date check (birth_date between '1900-01-01' and '2200-12-31'),
  -- name, e-mail and mobile of the guardian, sealed as one: asked for under the age at which one joins alone
  add column guardian_ct bytea,
  add column end_reason text check (end_reason in ('LEFT', 'MOVED', 'AGED_OUT', 'DIED', 'MERGED')),
  add column moved_to_chapter_id uuid,
  add column contacts_emptied_on date,
  add column created_at timestamptz not null default now(),
  add column name_key text generated always as (lower(first_name || ' ' || last_name)) stored,
  add check (birth_date is null or birth_year = extract(year from birth_date)),
  add check ((end_reason = 'MOVED') = (moved_to_chapter_id is not null)),
  add check (end_reason is null or left_on is not null);
create unique index member_by_no on app.member (chapter_id, member_no) where member_no is not null and left_on is null;
create index member_by_name on app.member (chapter_id, name_key text_pattern_ops);
create index member_by_email on app.member (chapter_id, email_bidx) where email_bidx is not null;
create index member_by_mobile on app.member (chapter_id, mobile_bidx) where mobile_bidx is not null;

grant insert (organization_id, chapter_id, id, member_no, first_name, last_name, birth_date, birth_year, email_ct, email_bidx, mobile_ct, mobile_bidx, postcode,
    guardian_ct, joined_on, joined_chapter_on, contact_preference, contact_again_on),
  update (member_no, first_name, last_name, birth_date, birth_year, email_ct, email_bidx, mobile_ct, mobile_bidx, postcode, guardian_ct, joined_on, joined_chapter_on,
    left_on, end_reason, moved_to_chapter_id, contacts_emptied_on, contact_preference, contact_again_on, rev) on app.member to ${app};
create policy member_insert on app.member for insert to ${app} with check (chapter_id = any (authz.units('MEMBER_WRITE')));
create policy member_update on app.member for update to ${app} using (chapter_id = any (authz.units('MEMBER_WRITE')));
grant insert, update (paid_on), delete on app.member_fee to ${app};
create policy member_fee_insert on app.member_fee for insert to ${app} with check (chapter_id = any (authz.units('MEMBER_WRITE')));
create policy member_fee_update on app.member_fee for update to ${app} using (chapter_id = any (authz.units('MEMBER_WRITE')));
create policy member_fee_delete on app.member_fee for delete to ${app} using (chapter_id = any (authz.units('MEMBER_WRITE')));

-- who came, where the chapter has chosen to write it down by name
create table app.attendance (
  organization_id uuid not null,
  chapter_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  held_on date not null,
  created_at timestamptz not null default now(),
  primary key (chapter_id, meeting_id, member_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, meeting_id) references app.meeting (chapter_id, id),
  foreign key (chapter_id, member_id) references app.member (chapter_id, id)
);
create index attendance_by_member on app.attendance (chapter_id, member_id, held_on);
${forceRowSecurity("app.attendance")}
${openTo(bulk, "all", "app.attendance")}
grant select, insert, update (held_on), delete on app.attendance to ${app};
create policy attendance_read on app.attendance for select to ${app} using (chapter_id = any (authz.units('MEMBER_READ')));
create policy attendance_insert on app.attendance for insert to ${app} with check (chapter_id = any (authz.units('MEMBER_WRITE')));
create policy attendance_update on app.attendance for update to ${app} using (chapter_id = any (authz.units('MEMBER_WRITE')));
create policy attendance_delete on app.attendance for delete to ${app} using (chapter_id = any (authz.units('MEMBER_WRITE')));
`,
};
