import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * Surveys among members. A form that has come in is a sealed row of `survey_waiting` until enough of its chapter's wait; then
 * it is added to `survey_count`, its text goes to `survey_text`, and the row is gone. Nothing kept says when, from where or by
 * whom a form was sent, and no two answers of one form stand together anywhere. What a row number or the number of a transaction
 * could tell is stirred away in every round (`authz.stir_survey`).
 */
export const createSurveys: Migration = {
  id: "202611300100-create-surveys",
  up: ({ app, auth, bulk, job }) => `
create table app.survey (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  definition jsonb not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'OPEN', 'CLOSED')),
  -- first and last day it takes answers
  opens_on date,
  closes_on date,
  -- the one before, whose answers are shown beside
  compared_survey_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  opened_by uuid,
  opened_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  rev int not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, compared_survey_id) references app.survey (organization_id, id),
  foreign key (organization_id, created_by) references app.seat (organization_id, id),
  foreign key (organization_id, opened_by) references app.seat (organization_id, id),
  foreign key (organization_id, closed_by) references app.seat (organization_id, id),
  check ((state = 'DRAFT') = (opened_at is null)),
  check (state = 'DRAFT' or (opens_on is not null and closes_on is not null and opens_on <= closes_on)),
  check ((state = 'CLOSED') = (closed_at is not null))
);

-- one way in for each chapter: no secret, and nobody's in particular
create table app.survey_link (
  organization_id uuid not null,
  survey_id uuid not null,
  chapter_id uuid not null,
  code text not null check (code ~ '^[a-z2-9]{10}$'),
  primary key (organization_id, survey_id, chapter_id),
  foreign key (organization_id, survey_id) references app.survey (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);
create index survey_link_by_code on app.survey_link (code);

-- a form that waits to be counted: sealed, all of one length, without a time
create table app.survey_waiting (
  organization_id uuid not null,
  survey_id uuid not null,
  chapter_id uuid not null,
  id uuid not null default gen_random_uuid(),
  sealed text not null check (length(sealed) < 60000),
  primary key (organization_id, survey_id, chapter_id, id),
  foreign key (organization_id, survey_id, chapter_id) references app.survey_link (organization_id, survey_id, chapter_id)
);

-- tickets that were used, so that a form sent twice counts once; gone when the survey closes
create table app.survey_spent (
  organization_id uuid not null,
  survey_id uuid not null,
  ticket_hash bytea not null check (length(ticket_hash) = 32),
  primary key (organization_id, survey_id, ticket_hash),
  foreign key (organization_id, survey_id) references app.survey (organization_id, id)
);

-- Sums. A row of a chapter, of a region (no chapter) or of neither: every form is in one of them, so the whole is the sum of all rows.
-- A chapter from which fewer than k forms came has no rows: its forms are in its region's, and a region's fewer than k in the whole's.
-- What describes a person is never a chapter's: it is in the rows of its region, or of the whole.
create table app.survey_count (
  organization_id uuid not null,
  survey_id uuid not null,
  region_id uuid,
  chapter_id uuid,
  -- empty: the whole form
  question text not null,
  -- empty: all who answered the question
  cell text not null,
  n int not null check (n > 0),
  unique nulls not distinct (organization_id, survey_id, chapter_id, region_id, question, cell),
  foreign key (organization_id, survey_id) references app.survey (organization_id, id),
  foreign key (organization_id, region_id) references app.region (organization_id, id),
  foreign key (organization_id, survey_id, chapter_id) references app.survey_link (organization_id, survey_id, chapter_id),
  -- the region a chapter is in is known elsewhere, and may change
  check (num_nonnulls(region_id, chapter_id) < 2)
);

-- what was written freely: without the chapter, and without the rest of its form
create table app.survey_text (
  organization_id uuid not null,
  survey_id uuid not null,
  id uuid not null default gen_random_uuid(),
  question text not null,
  text text not null check (length(text) between 1 and 2000),
  -- set aside by a reader: names somebody, or tells of health
  hidden_by uuid,
  rev int not null default 1,
  primary key (organization_id, survey_id, id),
  foreign key (organization_id, survey_id) references app.survey (organization_id, id),
  foreign key (organization_id, hidden_by) references app.seat (organization_id, id)
);

${forceRowSecurity("app.survey", "app.survey_link", "app.survey_waiting", "app.survey_spent", "app.survey_count", "app.survey_text")}
${openTo(bulk, "all", "app.survey", "app.survey_link", "app.survey_waiting", "app.survey_spent", "app.survey_count", "app.survey_text")}

${grantCaps({
  NATIONAL_ADMIN: ["SURVEY_READ", "SURVEY_LINK"],
  NATIONAL_EDITOR: ["SURVEY_READ", "SURVEY_LINK"],
  REGION_COORDINATOR: ["SURVEY_READ", "SURVEY_LINK"],
  CHAPTER_LEADER: ["SURVEY_READ", "SURVEY_LINK"],
  CHAPTER_BOARD: ["SURVEY_READ", "SURVEY_LINK"],
  JOB_SURVEYS: ["SURVEY_COUNT", "UNIT_READ"],
})}
grant select, delete, insert (organization_id, id, definition, opens_on, closes_on, compared_survey_id, created_by),
  update (definition, state, opens_on, closes_on, compared_survey_id, opened_by, opened_at, closed_by, closed_at, rev) on app.survey to ${app};
create policy survey_read on app.survey for select to ${app} using (
  organization_id = authz.organization_wide('SURVEY_WRITE') or (state <> 'DRAFT' and organization_id = authz.organization('SURVEY_READ')));
create policy survey_insert on app.survey for insert to ${app} with check (
  organization_id = authz.organization_wide('SURVEY_WRITE') and created_by = authz.seat_id());
create policy survey_update on app.survey for update to ${app} using (
  organization_id = authz.organization_wide('SURVEY_WRITE') and state <> 'CLOSED') with check (organization_id = authz.organization_wide('SURVEY_WRITE'));
create policy survey_delete on app.survey for delete to ${app} using (organization_id = authz.organization_wide('SURVEY_WRITE') and state = 'DRAFT');

grant select, insert on app.survey_link to ${app};
create policy survey_link_read on app.survey_link for select to ${app} using (chapter_id = any (authz.units('SURVEY_LINK')));
create policy survey_link_insert on app.survey_link for insert to ${app} with check (organization_id = authz.organization_wide('SURVEY_WRITE'));

-- read and set aside by national; the counts are read by nobody who is signed in, only what is published of them
grant select, update (hidden_by, rev) on app.survey_text to ${app};
create policy survey_text_read on app.survey_text for select to ${app} using (organization_id = authz.organization_wide('SURVEY_WRITE'));
create policy survey_text_hide on app.survey_text for update to ${app} using (organization_id = authz.organization_wide('SURVEY_WRITE'));

-- the job counts what waits, and forgets tickets of what is closed
grant select, update (state, closed_at, rev) on app.survey to ${job};
create policy survey_job_read on app.survey for select to ${job} using (organization_id = authz.organization('SURVEY_COUNT'));
create policy survey_job_close on app.survey for update to ${job}
  using (organization_id = authz.organization('SURVEY_COUNT') and state = 'OPEN') with check (state = 'CLOSED');
-- it knows which chapters there are links for
grant select on app.survey_link to ${job};
create policy survey_link_job on app.survey_link for select to ${job} using (organization_id = authz.organization('SURVEY_COUNT'));
grant select, delete on app.survey_waiting, app.survey_spent to ${job};
create policy survey_waiting_job on app.survey_waiting for all to ${job} using (organization_id = authz.organization('SURVEY_COUNT'));
create policy survey_spent_job on app.survey_spent for all to ${job} using (organization_id = authz.organization('SURVEY_COUNT'));
grant select, insert, update (n) on app.survey_count to ${job};
create policy survey_count_job on app.survey_count for all to ${job} using (organization_id = authz.organization('SURVEY_COUNT'));
grant insert (organization_id, survey_id, question, text) on app.survey_text to ${job};
create policy survey_text_job on app.survey_text for insert to ${job} with check (organization_id = authz.organization('SURVEY_COUNT'));

${asRole(
  bulk,
  `
-- Texts and waiting forms anew, in an order that tells nothing: afterwards no place in a file and no number of a transaction says
-- which of them came together, or in which round
create function authz.stir_survey(the_survey uuid) returns void language plpgsql ${definer} as $$
declare org uuid := authz.organization('SURVEY_COUNT');
begin
  with gone as (delete from app.survey_text t where t.organization_id = org and t.survey_id = the_survey returning t.*)
    insert into app.survey_text select * from gone order by gen_random_uuid();
  with gone as (delete from app.survey_waiting t where t.organization_id = org and t.survey_id = the_survey returning t.*)
    insert into app.survey_waiting (organization_id, survey_id, chapter_id, sealed) select g.organization_id, g.survey_id, g.chapter_id, g.sealed from gone g order by gen_random_uuid();
  with gone as (delete from app.survey_spent t where t.organization_id = org and t.survey_id = the_survey returning t.*)
    insert into app.survey_spent select * from gone order by ticket_hash;
end $$;

-- a survey as whoever follows a link meets it
create function authz.survey_page(its_code text) returns table
  (organization_id uuid, survey_id uuid, chapter_id uuid, organization text, chapter text, definition jsonb, state text, closes_on date)
language plpgsql stable ${definer} as $$
begin
  return query select l.organization_id, l.survey_id, l.chapter_id, o.name, c.short_name, s.definition,
      case when s.state = 'CLOSED' or s.closes_on < authz.today() then 'CLOSED' when s.opens_on > authz.today() then 'PLANNED' else 'OPEN' end, s.closes_on
    from app.survey_link l
    join app.survey s on s.organization_id = l.organization_id and s.id = l.survey_id
    join app.organization o on o.id = l.organization_id
    join app.chapter c on c.organization_id = l.organization_id and c.id = l.chapter_id
   where l.code = its_code and s.state <> 'DRAFT';
end $$;

-- Takes a form. Gives TAKEN; AGAIN where the ticket was used (it is counted already); or NOT_FOUND, CLOSED, FULL
create function authz.take_form(its_code text, ticket bytea, form text) returns text language plpgsql ${definer} as $$
declare p record; most int; n int;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('survey:' || l.survey_id, 0)) from app.survey_link l where l.code = its_code;
  select * into p from authz.survey_page(its_code);
  if not found then return 'NOT_FOUND'; end if;
  if exists (select 1 from app.survey_spent t where t.organization_id = p.organization_id and t.survey_id = p.survey_id and t.ticket_hash = ticket) then return 'AGAIN'; end if;
  if p.state <> 'OPEN' then return 'CLOSED'; end if;
  -- more forms than three for each member are no members' forms
  select greatest(60, 3 * count(*)) into most from app.member m where m.chapter_id = p.chapter_id and m.left_on is null;
  select count(*) + coalesce((select c.n from app.survey_count c where c.organization_id = p.organization_id and c.survey_id = p.survey_id
      and c.chapter_id = p.chapter_id and c.question = '' and c.cell = ''), 0) into n
    from app.survey_waiting w where w.organization_id = p.organization_id and w.survey_id = p.survey_id and w.chapter_id = p.chapter_id;
  if n >= most then return 'FULL'; end if;
  insert into app.survey_spent (organization_id, survey_id, ticket_hash) values (p.organization_id, p.survey_id, ticket) on conflict do nothing;
  if not found then return 'AGAIN'; end if;
  insert into app.survey_waiting (organization_id, survey_id, chapter_id, sealed) values (p.organization_id, p.survey_id, p.chapter_id, form);
  return 'TAKEN';
end $$;
grant execute on function authz.survey_page(text), authz.take_form(text, bytea, text) to ${auth};
grant execute on function authz.stir_survey(uuid) to ${job};
revoke execute on function authz.stir_survey(uuid), authz.survey_page(text), authz.take_form(text, bytea, text) from public;
`,
)}
-- What is asked stays as it was asked, and what is closed stays closed. Closing waits for the forms that are on their way in,
-- so that the last count has them all.
create function app.hold_survey() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state <> 'DRAFT' and (new.definition is distinct from old.definition or new.state = 'DRAFT') then
    raise exception 'an opened survey stays as it is' using errcode = '23514';
  end if;
  if new.state = 'CLOSED' then perform pg_advisory_xact_lock(hashtextextended('survey:' || new.id, 0)); end if;
  return new;
end $$;
revoke execute on function app.hold_survey() from public;
create trigger hold_survey before update on app.survey for each row execute function app.hold_survey();
`,
};
