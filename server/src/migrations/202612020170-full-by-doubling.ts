import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * Whoever floods a survey's link learns where it is full, and so what that is reckoned from. It was three forms for each member, to the
 * member; now it is 60, 120, 240 and so on, the first that is room enough.
 */
export const fullByDoubling: Migration = {
  id: "202612020170-full-by-doubling",
  up: ({ bulk }) => `
${asRole(
  bulk,
  `
-- As before, but for how many are taken
create or replace function authz.take_form(its_code text, ticket bytea, form text) returns text language plpgsql ${definer} as $$
declare p record; members int; most int := 60; n int;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('survey:' || l.survey_id, 0)) from app.survey_link l where l.code = its_code;
  select * into p from authz.survey_page(its_code);
  if not found then return 'NOT_FOUND'; end if;
  if exists (select 1 from app.survey_spent t where t.organization_id = p.organization_id and t.survey_id = p.survey_id and t.ticket_hash = ticket) then return 'AGAIN'; end if;
  if p.state <> 'OPEN' then return 'CLOSED'; end if;
  select count(*) into members from app.member m where m.chapter_id = p.chapter_id and m.left_on is null;
  while most < 3 * members loop most := 2 * most; end loop;
  select count(*) + coalesce((select c.n from app.survey_count c where c.organization_id = p.organization_id and c.survey_id = p.survey_id
      and c.chapter_id = p.chapter_id and c.question = '' and c.cell = ''), 0) into n
    from app.survey_waiting w where w.organization_id = p.organization_id and w.survey_id = p.survey_id and w.chapter_id = p.chapter_id;
  if n >= most then return 'FULL'; end if;
  insert into app.survey_spent (organization_id, survey_id, ticket_hash) values (p.organization_id, p.survey_id, ticket) on conflict do nothing;
  if not found then return 'AGAIN'; end if;
  insert into app.survey_waiting (organization_id, survey_id, chapter_id, sealed) values (p.organization_id, p.survey_id, p.chapter_id, form);
  return 'TAKEN';
end $$;
`,
)}
`,
};
