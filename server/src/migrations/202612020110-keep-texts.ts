import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
/** A list that is taken out weighs as much as opening so many pages (`count-reading`). */
const EXPORT = 50;
const PUBLISHED = "survey_id = any (authz.published_surveys())";

/**
 * What members wrote freely is read by nobody before the results are published, by row-level security; whoever reads it is counted,
 * also a seat that may read no members. And a code on a poster is one in the whole installation.
 */
export const keepTexts: Migration = {
  id: "202612020110-keep-texts",
  up: ({ app, bulk }) => `
${asRole(
  bulk,
  `
-- The surveys whose results are published, for who leads them
create function authz.published_surveys() returns uuid[] language plpgsql stable ${definer} as $$
begin
  return array(select s.id from app.survey s where s.organization_id = authz.organization_wide('SURVEY_WRITE') and s.results_on is not null);
end $$;
revoke execute on function authz.published_surveys() from public;
grant execute on function authz.published_surveys() to ${app};
`,
)}
-- a text that is new since yesterday is somebody's who answered today
drop policy survey_text_read on app.survey_text;
drop policy survey_text_hide on app.survey_text;
create policy survey_text_read on app.survey_text for select to ${app} using (
  organization_id = authz.organization_wide('SURVEY_WRITE') and ${PUBLISHED});
create policy survey_text_hide on app.survey_text for update to ${app} using (
  organization_id = authz.organization_wide('SURVEY_WRITE') and ${PUBLISHED});

-- whoever follows a code has said nothing of which organization is meant
drop index app.survey_link_by_code;
create unique index survey_link_by_code on app.survey_link (code);
drop index app.core_workshop_code_idx;
create unique index core_workshop_by_code on app.core_workshop (code);

${asRole(
  bulk,
  `
-- As before; TEXTS is counted for every seat, and each hundred of them as a page of a list
drop function authz.count_reading(text);
create function authz.count_reading(what text, many int default 1) returns void language plpgsql ${definer} as $$
declare seat uuid := authz.seat_id(); org uuid; the_chapter uuid; total int; was_told boolean; most int; this_hour timestamptz := date_trunc('hour', now());
begin
  if seat is null or (what <> 'TEXTS' and coalesce(cardinality(authz.units('MEMBER_READ')), 0) = 0) then return; end if;
  if what not in ('PAGE', 'LIST', 'ADDRESS', 'EXPORT', 'TEXTS') or many < 1 or (many > 1 and what <> 'TEXTS') then
    raise exception 'no such reading' using errcode = 'VA003';
  end if;
  select s.organization_id, s.chapter_id into org, the_chapter from app.seat s where s.id = seat;
  insert into app.reading_count as r (organization_id, seat_id, hour, pages, lists, addresses, exports)
  values (org, seat, this_hour, (what = 'PAGE')::int, case what when 'LIST' then 1 when 'TEXTS' then ceil(many / 100.0)::int else 0 end,
    (what = 'ADDRESS')::int, (what = 'EXPORT')::int)
  on conflict (organization_id, seat_id, hour) do update
    set pages = r.pages + excluded.pages, lists = r.lists + excluded.lists, addresses = r.addresses + excluded.addresses, exports = r.exports + excluded.exports
  returning r.pages + r.lists + r.addresses + ${EXPORT} * r.exports, r.told_at is not null into total, was_told;
  if was_told then return; end if;
  select l.points into most from app.reading_limit l where l.organization_id = org;
  if total < coalesce(most, 150) then return; end if;
  update app.reading_count c set told_at = now() where c.organization_id = org and c.seat_id = seat and c.hour = this_hour;
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
  values (org, the_chapter, seat, 'BULK_READ', 'Seat', seat, jsonb_build_object('points', total));
  perform authz.enqueue('tellBulkRead', jsonb_build_object('organizationId', org, 'seatId', seat, 'hour', extract(epoch from this_hour)::bigint));
end $$;
revoke execute on function authz.count_reading(text, int) from public;
grant execute on function authz.count_reading(text, int) to ${app};
`,
)}
`,
};
