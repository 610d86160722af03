import type { Migration } from "./migration.js";
import { forceRowSecurity, grantCaps, openTo } from "./migration.js";

/**
 * The journey map of a year: one row, so that two who work on it at once come one after the other and no card is lost or doubled
 * between them. What is kept as a year's is never changed again, by anybody.
 */
export const journeyMap: Migration = {
  id: "202611300130-journey-map",
  up: ({ app, bulk }) => `
create table app.journey_map (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'KEPT')),
  -- a draft that regions and chapters may read
  shared boolean not null default false,
  cards jsonb not null default '[]' check (jsonb_typeof(cards) = 'array' and length(cards::text) < 1000000),
  feelings jsonb not null default '[]' check (jsonb_typeof(feelings) = 'array' and length(feelings::text) < 20000),
  started_by uuid not null,
  started_at timestamptz not null default now(),
  kept_by uuid,
  kept_at timestamptz,
  rev int not null default 1,
  primary key (organization_id, id),
  unique (organization_id, year),
  foreign key (organization_id, started_by) references app.seat (organization_id, id),
  foreign key (organization_id, kept_by) references app.seat (organization_id, id),
  check ((state = 'KEPT') = (kept_at is not null)),
  check ((kept_at is null) = (kept_by is null))
);
${forceRowSecurity("app.journey_map")}
${openTo(bulk, "all", "app.journey_map")}

${grantCaps({ NATIONAL_ADMIN: ["JOURNEY_MAP_WRITE"], NATIONAL_EDITOR: ["JOURNEY_MAP_WRITE"] })}
grant select, insert (organization_id, id, year, cards, feelings, started_by), update (state, shared, cards, feelings, kept_by, kept_at, rev)
  on app.journey_map to ${app};
create policy journey_map_read on app.journey_map for select to ${app} using (
  organization_id = authz.organization_wide('JOURNEY_MAP_WRITE')
  or ((shared or state = 'KEPT') and organization_id = authz.organization('UNIT_READ')));
create policy journey_map_insert on app.journey_map for insert to ${app} with check (
  organization_id = authz.organization_wide('JOURNEY_MAP_WRITE') and started_by = authz.seat_id());
create policy journey_map_update on app.journey_map for update to ${app}
  using (organization_id = authz.organization_wide('JOURNEY_MAP_WRITE'))
  with check (organization_id = authz.organization_wide('JOURNEY_MAP_WRITE') and (state = 'DRAFT' or kept_by = authz.seat_id()));

create function app.hold_journey_map() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state = 'KEPT' then raise exception 'a kept map stays as it is' using errcode = '23514'; end if;
  return new;
end $$;
create trigger hold_journey_map before update on app.journey_map for each row execute function app.hold_journey_map();
`,
};
