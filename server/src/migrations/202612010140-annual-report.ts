import type { Migration } from "./migration.js";
import { forceRowSecurity, openTo } from "./migration.js";

const inner = "language plpgsql set search_path = pg_catalog, pg_temp";
const BOARD = "chapter_id = any (authz.units('PLAN_WRITE'))";

/**
 * A chapter's annual report. While it is written there is one row a section, so that two who write at once meet only where they write
 * in the same one. What is finished is a frozen copy in two editions: those above the chapter read the public one and nothing else.
 */
export const annualReport: Migration = {
  id: "202612010140-annual-report",
  up: ({ app, bulk }) => `
create table app.annual_report (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  -- the document's own: whoever reads it, it is one text
  language text not null check (language in ('nb', 'nn', 'en')),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'FINISHED')),
  -- how many times it has been finished
  version smallint not null default 0 check (version between 0 and 100),
  reopened_because text check (length(reopened_because) between 1 and 300),
  started_by uuid not null,
  started_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (chapter_id, id),
  unique (chapter_id, year),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, started_by) references app.seat (organization_id, id),
  check (state = 'DRAFT' or version > 0)
);
create table app.annual_report_section (
  organization_id uuid not null,
  chapter_id uuid not null,
  report_id uuid not null,
  section text not null check (section in ('INTRO', 'BOARD', 'MEMBERS', 'MEETINGS', 'PLAN', 'TASKS', 'FOLLOW_UP', 'ECONOMY', 'COOPERATION', 'THANKS')),
  body text not null default '' check (length(body) <= 20000),
  -- the sentences made from facts that were taken in: [{key, text}], as they were then
  taken jsonb not null default '[]' check (jsonb_typeof(taken) = 'array' and length(taken::text) < 100000),
  written_by uuid,
  written_at timestamptz,
  rev int not null default 1,
  primary key (chapter_id, report_id, section),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, report_id) references app.annual_report (chapter_id, id),
  foreign key (organization_id, written_by) references app.seat (organization_id, id)
);
create table app.annual_report_version (
  organization_id uuid not null,
  chapter_id uuid not null,
  report_id uuid not null,
  version smallint not null,
  edition text not null check (edition in ('INTERNAL', 'PUBLIC')),
  year smallint not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- SHA-256 of the content as it was frozen
  hash bytea not null check (length(hash) = 32),
  -- why it was opened again after the one before
  because text,
  finished_by uuid not null,
  finished_at timestamptz not null default now(),
  primary key (chapter_id, report_id, version, edition),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, report_id) references app.annual_report (chapter_id, id),
  foreign key (organization_id, finished_by) references app.seat (organization_id, id)
);
create index annual_report_finished on app.annual_report_version (organization_id, edition, year);
create table app.annual_report_photo (
  organization_id uuid not null,
  chapter_id uuid not null,
  report_id uuid not null,
  id uuid not null,
  -- JPEG of our own making: no metadata, 1600 px at most
  image bytea not null check (length(image) between 100 and 4000000),
  hash bytea not null check (length(hash) = 32),
  width smallint not null check (width between 1 and 1600),
  height smallint not null check (height between 1 and 1600),
  alt text not null default '' check (length(alt) <= 300),
  -- stands in a finished edition, which those above may read
  published boolean not null default false,
  -- who says, and when, that everybody who can be recognised has said yes; of those under 15 a guardian
  consented_by uuid not null,
  consented_on date not null,
  minors text not null check (minors in ('NONE', 'GUARDIANS')),
  created_at timestamptz not null default now(),
  rev int not null default 1,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, report_id) references app.annual_report (chapter_id, id),
  foreign key (organization_id, consented_by) references app.seat (organization_id, id)
);
create index annual_report_photos on app.annual_report_photo (chapter_id, report_id);
-- its address names the photo alone
create index annual_report_photo_by_id on app.annual_report_photo (id);
create index annual_report_by_id on app.annual_report (id);
${forceRowSecurity("app.annual_report", "app.annual_report_section", "app.annual_report_version", "app.annual_report_photo")}
${openTo(bulk, "all", "app.annual_report", "app.annual_report_section", "app.annual_report_version", "app.annual_report_photo")}

grant select, insert (organization_id, chapter_id, id, year, language, started_by), update (state, version, reopened_because, rev) on app.annual_report to ${app};
create policy annual_report_read on app.annual_report for select to ${app} using (
  ${BOARD} or (version > 0 and chapter_id = any (authz.units('PLAN_READ'))));
create policy annual_report_insert on app.annual_report for insert to ${app} with check (${BOARD} and started_by = authz.seat_id());
create policy annual_report_update on app.annual_report for update to ${app} using (${BOARD}) with check (${BOARD});

grant select, insert (organization_id, chapter_id, report_id, section, body, taken), update (body, taken, written_by, written_at, rev) on app.annual_report_section to ${app};
create policy annual_report_section_read on app.annual_report_section for select to ${app} using (${BOARD});
create policy annual_report_section_insert on app.annual_report_section for insert to ${app} with check (${BOARD});
create policy annual_report_section_update on app.annual_report_section for update to ${app}
  using (${BOARD}) with check (${BOARD} and written_by = authz.seat_id());

grant select, insert (organization_id, chapter_id, report_id, version, edition, year, content, hash, because, finished_by) on app.annual_report_version to ${app};
create policy annual_report_version_read on app.annual_report_version for select to ${app} using (
  ${BOARD} or (edition = 'PUBLIC' and chapter_id = any (authz.units('PLAN_READ'))));
create policy annual_report_version_insert on app.annual_report_version for insert to ${app} with check (${BOARD} and finished_by = authz.seat_id());

grant select, insert (organization_id, chapter_id, report_id, id, image, hash, width, height, consented_by, consented_on, minors), update (alt, published, rev), delete
  on app.annual_report_photo to ${app};
create policy annual_report_photo_read on app.annual_report_photo for select to ${app} using (
  ${BOARD} or (published and chapter_id = any (authz.units('PLAN_READ'))));
create policy annual_report_photo_insert on app.annual_report_photo for insert to ${app} with check (
  ${BOARD} and consented_by = authz.seat_id() and consented_on = authz.today() and not published);
create policy annual_report_photo_update on app.annual_report_photo for update to ${app} using (${BOARD}) with check (${BOARD});
-- at any time: who is in a photo may change their mind
create policy annual_report_photo_delete on app.annual_report_photo for delete to ${app} using (${BOARD});

-- what is finished is written in no more, whoever asks
create function app.hold_annual_report() returns trigger ${inner} as $$
begin
  if (select r.state from app.annual_report r where r.chapter_id = new.chapter_id and r.id = new.report_id) = 'FINISHED' then
    raise exception 'a finished report stays as it is' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_annual_report before update of body, taken on app.annual_report_section for each row execute function app.hold_annual_report();

-- «b chapter report», to its own board alone: what is written where is fetched by whoever may read it
create function app.tell_annual_report() returns trigger ${inner} as $$
begin
  perform pg_notify('varde_live', 'b ' || new.chapter_id || ' ' || new.id);
  return null;
end $$;
create trigger tell after update on app.annual_report for each row execute function app.tell_annual_report();
create function app.tell_annual_report_part() returns trigger ${inner} as $$
begin
  if tg_op = 'DELETE' then perform pg_notify('varde_live', 'b ' || old.chapter_id || ' ' || old.report_id);
  else perform pg_notify('varde_live', 'b ' || new.chapter_id || ' ' || new.report_id); end if;
  return null;
end $$;
create trigger tell after update on app.annual_report_section for each row execute function app.tell_annual_report_part();
create trigger tell after insert or update or delete on app.annual_report_photo for each row execute function app.tell_annual_report_part();
`,
};
