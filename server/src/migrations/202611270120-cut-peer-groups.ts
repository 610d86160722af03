import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * Chapters of a size, so that they can be compared with their like: classes by active members on the last day of a quarter. The limits
 * and the count stand here and the number goes nowhere; what is kept is the class, fixed for the quarter. A chapter is told what the
 * others of its size have done of a duty as one sum, of three or more.
 */
export const cutPeerGroups: Migration = {
  id: "202611270120-cut-peer-groups",
  up: ({ app, bulk, job }) => `
create table app.peer_group (
  organization_id uuid not null references app.organization (id),
  quarter_on date not null,
  chapter_id uuid not null,
  -- members, from and up to but not including; the last class has no end
  at_least int not null check (at_least >= 0),
  below int check (below > at_least),
  primary key (organization_id, quarter_on, chapter_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id)
);
${forceRowSecurity("app.peer_group")}
${openTo(bulk, "all", "app.peer_group")}
grant select on app.peer_group to ${app};
create policy peer_group_read on app.peer_group for select to ${app} using (organization_id = authz.organization('STATISTICS_READ'));

${asRole(
  bulk,
  `
-- Cuts the groups of a quarter's end, once: whatever is corrected later, a class is not moved, so that nobody sees who came or left.
-- From the smallest up, a class takes in the next until it has four chapters, so that each has three others. False: it was done, or
-- there is nobody to count.
create function authz.publish_peer_groups(on_day date) returns boolean language plpgsql ${definer} as $$
declare
  org uuid := authz.organization('STATISTICS_PUBLISH');
  sizes int[]; chapters uuid[]; lows int[] := '{}'; highs int[] := '{}'; low int := 0; high int; n int;
begin
  if org is null then raise exception 'outside reach' using errcode = 'VA003'; end if;
  perform pg_advisory_xact_lock(hashtextextended('peer-groups/' || org, 0));
  if exists (select 1 from app.peer_group g where g.organization_id = org and g.quarter_on = on_day) then return false; end if;
  select array_agg(c.id order by c.id), array_agg(m.n order by c.id) into chapters, sizes
    from app.chapter c cross join lateral (select count(*)::int as n from app.member m where m.chapter_id = c.id
      and m.joined_chapter_on <= on_day and (m.left_on is null or m.left_on > on_day)) m
   where c.organization_id = org and not c.direct_members and c.opened_on <= on_day and (c.closed_on is null or c.closed_on > on_day);
  if coalesce((select sum(s) from unnest(sizes) s), 0) = 0 then return false; end if;
  foreach high in array array[30, 60, 100, 200, null::int] loop
    select count(*) into n from unnest(sizes) s where s >= low and (high is null or s < high);
    if n >= 4 then
      lows := lows || low; highs := array_append(highs, high); low := high;
    elsif high is null and cardinality(lows) > 0 then
      -- too few above the last limit: they belong to the class below it
      highs[cardinality(highs)] := null;
    end if;
  end loop;
  insert into app.peer_group (organization_id, quarter_on, chapter_id, at_least, below)
  select org, on_day, x.chapter_id, g.at_least, g.below
    from unnest(chapters, sizes) x (chapter_id, size) join unnest(lows, highs) g (at_least, below)
      on x.size >= g.at_least and (g.below is null or x.size < g.below);
  return found;
end $$;

-- What the other chapters of the own one's size have done of duties, each in its window, in one sum; no row where fewer than three
-- of them have anything judged. As the kept numbers stand today.
create function authz.peer_standings(templates uuid[], starts date[], ends date[])
returns table (place int, chapters int, on_time int, late int, missed int) language plpgsql stable ${definer} as $$
declare org uuid := authz.organization('STATISTICS_EXACT'); own uuid[] := authz.units('STATISTICS_EXACT'); today date := authz.today();
begin
  if org is null or cardinality(own) <> 1 then return; end if;
  return query
  with asked as (
    select * from unnest(templates, starts, ends) with ordinality a (template_id, first_day, last_day, place)
  ), others as (
    select o.chapter_id::text || ':duties' as reach_key from app.peer_group g
      join app.peer_group o on o.organization_id = g.organization_id and o.quarter_on = g.quarter_on and o.at_least = g.at_least and o.chapter_id <> g.chapter_id
     where g.organization_id = org and g.chapter_id = own[1]
       and g.quarter_on = (select max(quarter_on) from app.peer_group where organization_id = org)
  ), told as (
    select a.place, s.chapter_id, s.on_time, s.late, 0 as missed from asked a join app.standing s
        on s.reach_key in (select o.reach_key from others o) and s.template_id = a.template_id and not s.period_report and s.month between a.first_day and a.last_day
    union all
    select a.place, u.chapter_id, 0, 0, u.n from asked a join app.standing_unclosed u
        on u.reach_key in (select o.reach_key from others o) and u.template_id = a.template_id and not u.period_report and u.month between a.first_day and a.last_day
       and u.miss_on < today
  )
  select t.place::int, count(distinct t.chapter_id)::int, sum(t.on_time)::int, sum(t.late)::int, sum(t.missed)::int
    from told t where t.on_time + t.late + t.missed > 0 group by 1 having count(distinct t.chapter_id) >= 3;
end $$;
grant execute on function authz.publish_peer_groups(date) to ${job};
grant execute on function authz.peer_standings(uuid[], date[], date[]) to ${app};
`,
)}
`,
};
