import type { Migration } from "./migration.js";
import { forceRowSecurity, openTo } from "./migration.js";

/** The least that works of a member. Contact columns hold ciphertext made by the application, with a blind index to find them by. */
export const createMembers: Migration = {
  id: "202611220140-create-members",
  up: ({ app, bulk }) => `
create table app.member (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  first_name text not null check (length(first_name) between 1 and 80),
  last_name text not null default '' check (length(last_name) <= 80),
  birth_year smallint check (birth_year between 1900 and 2200),
  email_ct bytea,
  email_bidx bytea check (length(email_bidx) = 32),
  mobile_ct bytea,
  mobile_bidx bytea check (length(mobile_bidx) = 32),
  postcode text check (postcode ~ '^[0-9]{4}$'),
  joined_on date not null,
  joined_chapter_on date not null,
  left_on date check (left_on >= joined_on),
  -- what the member has asked for; triggers respect it
  contact_preference text not null default 'ANY' check (contact_preference in ('ANY', 'TEXT', 'NOT_NOW', 'NEVER')),
  contact_again_on date,
  rev int not null default 1,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);
create index on app.member (chapter_id, joined_on);

create table app.member_fee (
  organization_id uuid not null,
  chapter_id uuid not null,
  member_id uuid not null,
  year smallint not null check (year between 2000 and 2200),
  paid_on date,
  primary key (chapter_id, member_id, year),
  foreign key (chapter_id, member_id) references app.member (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);

${forceRowSecurity("app.member", "app.member_fee")}
${openTo(bulk, "all", "app.member", "app.member_fee")}

grant select on app.member, app.member_fee to ${app};
create policy member_read on app.member for select to ${app} using (chapter_id = any (authz.units('MEMBER_READ')));
create policy member_fee_read on app.member_fee for select to ${app} using (chapter_id = any (authz.units('MEMBER_READ')));
`,
};
