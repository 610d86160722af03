import type { Migration } from "./migration.js";
import { forceRowSecurity } from "./migration.js";

/** Organizations, regions and chapters with the membership of chapters in regions from-to. Policies follow in `create-access`. */
export const createOrganizations: Migration = {
  id: "202611220100-create-organizations",
  up: () => `
create table app.organization (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  short_name text not null check (length(short_name) between 1 and 40),
  sender_name text not null check (length(sender_name) between 1 and 40),
  region_term text not null default 'region' check (region_term in ('region', 'county')),
  suppression_k smallint not null default 5 check (suppression_k between 3 and 20),
  min_age smallint not null default 13,
  self_join_age smallint not null default 15,
  digital_consent_age smallint not null default 13,
  grant_age smallint not null default 26,
  max_age smallint,
  core_set_size smallint not null default 5 check (core_set_size between 1 and 10),
  crisis_contacts jsonb not null default '[]',
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  rev int not null default 1
);

create table app.region (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  rev int not null default 1,
  primary key (organization_id, id)
);

create table app.chapter (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- may stand on a lock screen: never a word about health
  short_name text not null check (length(short_name) between 1 and 40),
  county text not null check (county ~ '^[0-9]{2}$' or county = ''),
  municipalities text[] not null default '{}',
  -- the built-in chapter of members without one, run by national
  direct_members boolean not null default false,
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  rev int not null default 1,
  primary key (organization_id, id),
  unique (organization_id, name),
  -- rights over a chapter are rights over its id alone, and ids are made by clients: no other organization may have it too
  unique (id)
);

create table app.chapter_region (
  organization_id uuid not null,
  chapter_id uuid not null,
  region_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (organization_id, chapter_id, valid_from),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, region_id) references app.region (organization_id, id)
);
create index on app.chapter_region (organization_id, region_id);

${forceRowSecurity("app.organization", "app.region", "app.chapter", "app.chapter_region")}
`,
};
