import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const WORDS = (text: string): string => `regexp_split_to_array(lower(normalize(${text}, NFC)), '[^[:alnum:]]+')`;

/**
 * What is signed is held against the day that the rest of the year goes by, Oslo's, by the one clock that says it. And a calendar's
 * address tells what an adopted plan's deadlines are of, where nobody of the chapter is named; the rest it counts, as before.
 */
export const oneClock: Migration = {
  id: "202612020140-one-clock",
  up: ({ bulk }) => `
do $$
declare
  held text := pg_get_functiondef('app.hold_grant_signature'::regproc);
  mended text := replace(held, '(now() at time zone ''Europe/Oslo'')::date', 'authz.today()');
begin
  if mended = held then raise exception 'the day of a signature is not where it was'; end if;
  execute mended;
end $$;

${asRole(
  bulk,
  `
-- As before, but each row of a plan by itself. Its words are the board's until a plan is adopted, and nobody's whose name is in them:
-- a word of three letters or more that is in a name of the chapter's members or board, also with an s for what is theirs.
create or replace function authz.calendar_year(token bytea) returns jsonb language plpgsql stable ${definer} as $$
declare f record; names text[];
begin
  select s.organization_id, s.chapter_id, c.county into f
    from app.calendar_feed k
    join app.seat s on s.organization_id = k.organization_id and s.id = k.seat_id and s.account_id = k.account_id
    join app.account a on a.id = k.account_id and a.stopped_at is null
    join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
   where k.token_hash = token and k.revoked_at is null and k.with_year and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
     and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today());
  if not found then return null; end if;
  select array_agg(distinct w) into names from (
    select concat_ws(' ', m.first_name, m.last_name) as name from app.member m where m.chapter_id = f.chapter_id
    union select s.holder_name from app.seat s where s.organization_id = f.organization_id and s.chapter_id = f.chapter_id) n,
    unnest(${WORDS("n.name")}) w where length(w) > 2;
  return jsonb_build_object(
    'dates', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'day', d.from_day, 'until', d.to_day, 'rev', d.rev) order by d.from_day, d.id)
       from app.year_date d where d.organization_id = f.organization_id and d.concerns <> 'NATIONAL'
        and (cardinality(d.counties) = 0 or f.county = any (d.counties)) and d.from_day between authz.today() - 60 and authz.today() + 400), '[]'),
    'plan', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'year', p.year, 'day', r.due_on, 'rev', r.rev, 'title',
          case when p.state = 'ADOPTED' and not (w.said || array(select regexp_replace(s, 's$', '') from unnest(w.said) s)) && coalesce(names, '{}') then r.activity end)
          order by r.due_on, r.id)
       from app.action_plan_row r join app.action_plan p on p.chapter_id = r.chapter_id and p.id = r.plan_id, lateral (select ${WORDS("r.activity")} as said) w
      where r.chapter_id = f.chapter_id and r.removed_at is null and r.due_on is not null
        and r.status not in ('DONE', 'NOT_DONE') and r.due_on between authz.today() - 60 and authz.today() + 400), '[]'),
    'rule', (select jsonb_build_object('noticeDays', r.notice_days, 'papersDays', r.papers_days) from app.annual_rule r where r.organization_id = f.organization_id));
end $$;
`,
)}
`,
};
