import type { Migration } from "./migration.js";
import { forceRowSecurity, grantCaps, openTo } from "./migration.js";

/**
 * Taking in a member file. Its rows wait in a table of their own, contacts sealed, until somebody who has seen what would change
 * says yes; nobody reads them back but through functions that give national lines and numbers and no person.
 */
export const createImports: Migration = {
  id: "202611240120-create-imports",
  up: ({ app, bulk, job }) => `
${grantCaps({ JOB_IMPORT: ["IMPORT_APPLY", "UNIT_READ"] })}

-- what the last file said of the guardian, as a blind index: the same again changes nothing
alter table app.member add column guardian_bidx bytea check (length(guardian_bidx) = 32);

create table app.import (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  -- null: national's, for all chapters
  chapter_id uuid,
  state text not null default 'RECEIVING' check (state in ('RECEIVING', 'UNMAPPED', 'READY', 'APPLYING', 'APPLIED', 'CANCELLED', 'FAILED')),
  fee_year smallint not null check (fee_year between 2000 and 2200),
  -- [{name, key, field}] by column of the file; no cell below the header
  columns jsonb not null default '[]',
  rows_read int not null default 0,
  counts jsonb,
  applied jsonb,
  notes jsonb not null default '[]',
  -- why the file is not read: {code, line, limit}
  problem jsonb,
  created_by uuid not null,
  applied_by uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, created_by) references app.seat (organization_id, id),
  foreign key (organization_id, applied_by) references app.seat (organization_id, id)
);
create index on app.import (organization_id, chapter_id, created_at desc);

create table app.import_row (
  organization_id uuid not null,
  import_id uuid not null,
  line int not null,
  -- the id it gets if it is new
  member_id uuid,
  -- whose contacts they are sealed as
  sealed_for uuid,
  -- the chapter it belongs in; null: not known
  chapter_id uuid,
  member_no text,
  first_name text,
  last_name text,
  birth_date date,
  birth_year smallint,
  email_ct bytea,
  email_bidx bytea,
  mobile_ct bytea,
  mobile_bidx bytea,
  postcode text,
  guardian_ct bytea,
  guardian_bidx bytea,
  joined_on date,
  left_on date,
  fee_paid boolean,
  fee_paid_on date,
  -- why it is not taken in: [{code, column}]; such a row holds nothing else
  rejected jsonb,
  name_key text generated always as (lower(first_name || ' ' || last_name)) stored,
  primary key (organization_id, import_id, line),
  check (rejected is null or (first_name is null and last_name is null and email_ct is null and mobile_ct is null)),
  check (rejected is not null or (first_name is not null and member_id is not null))
);

create table app.import_match (
  organization_id uuid not null,
  import_id uuid not null,
  line int not null,
  kind text not null check (kind in ('NEW', 'CHANGED', 'SAME', 'MOVED', 'DUPLICATE', 'UNKNOWN_CHAPTER', 'REJECTED', 'LEFT')),
  because text,
  other_line int,
  chapter_id uuid,
  member_id uuid,
  -- members it may be: they are not gone
  seen uuid[] not null default '{}',
  fields text[] not null default '{}',
  primary key (organization_id, import_id, line)
);
create index on app.import_match (organization_id, import_id, kind, line);

-- what somebody has said that a header means; scope_id is the chapter, or the organization for national
create table app.import_mapping (
  organization_id uuid not null references app.organization (id),
  scope_id uuid not null,
  header_key text not null check (length(header_key) between 1 and 80),
  field text not null,
  primary key (organization_id, scope_id, header_key)
);

${forceRowSecurity("app.import", "app.import_row", "app.import_match", "app.import_mapping")}
${openTo(bulk, "all", "app.import", "app.import_row", "app.import_match")}

grant select, insert (organization_id, id, chapter_id, fee_year, created_by),
  update (state, fee_year, columns, rows_read, counts, notes, problem, applied_by, changed_at, rev) on app.import to ${app};
create policy import_read on app.import for select to ${app} using (
  chapter_id = any (authz.units('MEMBER_READ')) or (chapter_id is null and organization_id = authz.organization_wide('MEMBER_IMPORT')));
create policy import_insert on app.import for insert to ${app} with check (created_by = authz.seat_id() and (
  chapter_id = any (authz.units('MEMBER_WRITE')) or (chapter_id is null and organization_id = authz.organization_wide('MEMBER_IMPORT'))));
create policy import_update on app.import for update to ${app} using (
  chapter_id = any (authz.units('MEMBER_WRITE')) or (chapter_id is null and organization_id = authz.organization_wide('MEMBER_IMPORT')));
grant select, update (state, problem, changed_at, rev) on app.import to ${job};
create policy import_job on app.import for select to ${job} using (organization_id = authz.organization('IMPORT_APPLY'));
create policy import_job_update on app.import for update to ${job} using (organization_id = authz.organization('IMPORT_APPLY'));

grant select, insert, update (field), delete on app.import_mapping to ${app};
create policy import_mapping_own on app.import_mapping for all to ${app}
  using (scope_id = any (authz.units('MEMBER_WRITE')) or (scope_id = organization_id and organization_id = authz.organization_wide('MEMBER_IMPORT')))
  with check (organization_id = authz.organization('MEMBER_IMPORT') and
    (scope_id = any (authz.units('MEMBER_WRITE')) or (scope_id = organization_id and organization_id = authz.organization_wide('MEMBER_IMPORT'))));
`,
};
