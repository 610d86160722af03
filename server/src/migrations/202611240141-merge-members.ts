import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";
import { WAITING } from "./waiting.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/** Two rows of a chapter that are one person become one, and can be parted again for thirty days. */
export const mergeMembers: Migration = {
  id: "202611240141-merge-members",
  up: ({ app, bulk }) => `
-- what two rows merged into one need to be parted again: ids, years and days; emptied with the row that ended
create table app.member_merge (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  kept_member_id uuid not null,
  merged_member_id uuid not null,
  held jsonb not null check (jsonb_typeof(held) = 'object'),
  merged_by uuid not null,
  merged_at timestamptz not null default now(),
  undone_at timestamptz,
  rev int not null default 1,
  primary key (chapter_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, merged_by) references app.seat (organization_id, id),
  foreign key (chapter_id, kept_member_id) references app.member (chapter_id, id),
  foreign key (chapter_id, merged_member_id) references app.member (chapter_id, id)
);
create index on app.member_merge (chapter_id, merged_member_id);

-- somebody looked: alike, and still two
create table app.member_apart (
  organization_id uuid not null,
  chapter_id uuid not null,
  one_member_id uuid not null,
  other_member_id uuid not null check (one_member_id < other_member_id),
  primary key (chapter_id, one_member_id, other_member_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, one_member_id) references app.member (chapter_id, id),
  foreign key (chapter_id, other_member_id) references app.member (chapter_id, id)
);

${forceRowSecurity("app.member_merge", "app.member_apart")}
${openTo(bulk, "all", "app.member_merge", "app.member_apart")}
grant select (organization_id, chapter_id, id, kept_member_id, merged_member_id, merged_at, undone_at, rev) on app.member_merge to ${app};
create policy member_merge_read on app.member_merge for select to ${app} using (chapter_id = any (authz.units('MEMBER_READ')));
grant select, insert on app.member_apart to ${app};
create policy member_apart_read on app.member_apart for select to ${app} using (chapter_id = any (authz.units('MEMBER_READ')));
create policy member_apart_insert on app.member_apart for insert to ${app} with check (chapter_id = any (authz.units('MEMBER_WRITE')));

${asRole(
  bulk,
  `
-- how far a touchpoint has come: of two about the same person the one that came further is theirs
create function authz.advance_of(t app.touchpoint) returns int language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when t.closed_at is not null then 4 when t.emptied_at is not null or t.waived_at is not null then 3 when t.cancelled_at is not null then 0 when t.started_at is not null then 2 else 1 end
$$;

-- Two rows of the own chapter are one person: the kept one takes over tasks, participation and fees, and what it lacked where the other had it
-- («filled»: sealed anew by the application for its place). Nothing closed is lost: where both have the same task, the one that came further goes to the kept.
create function authz.merge_members(merge uuid, keep uuid, keep_rev int, other uuid, other_rev int, filled jsonb) returns text language plpgsql ${definer} as $$
declare own uuid[] := authz.units('MEMBER_WRITE'); a record; b record; held jsonb; swapped uuid[]; moved uuid[]; cancelled uuid[]; fees jsonb; came uuid[]; gone uuid[]; t0 timestamptz := now();
begin
  perform 1 from app.touchpoint t where t.chapter_id = any (own) and t.member_id in (keep, other) order by t.id for update;
  perform 1 from app.member x where x.chapter_id = any (own) and x.id in (keep, other) order by x.id for update;
  select * into a from app.member x where x.chapter_id = any (own) and x.id = keep;
  select * into b from app.member x where x.chapter_id = any (own) and x.id = other;
  if a.id is null or b.id is null or keep = other then return 'NOT_FOUND'; end if;
  if a.rev <> keep_rev or b.rev <> other_rev then return 'CONFLICT'; end if;
  if a.left_on is not null or b.left_on is not null then return 'LOCKED'; end if;

  -- the same task twice, the other's further on: they change places, by way of a name nobody has
  select array_agg(y.id), array_agg(x.id) into moved, swapped from app.touchpoint x join app.touchpoint y on y.chapter_id = x.chapter_id and y.template_id = x.template_id and y.occurrence = x.occurrence
   where x.chapter_id = a.chapter_id and x.member_id = keep and y.member_id = other and authz.advance_of(y) > authz.advance_of(x);
  held := jsonb_build_object('swapped', coalesce((select jsonb_agg(jsonb_build_array(p.kept, p.other)) from unnest(swapped, moved) p (kept, other)), '[]'));
  perform authz.swap_members(a.chapter_id, keep, other, held -> 'swapped');
  with went as (
    update app.touchpoint t set member_id = keep, rev = t.rev + 1
     where t.chapter_id = a.chapter_id and t.member_id = other
       and not exists (select 1 from app.touchpoint k where k.chapter_id = t.chapter_id and k.template_id = t.template_id and k.occurrence = t.occurrence and k.member_id = keep) returning t.id)
  select array_agg(w.id) into moved from went w;
  with stopped as (
    update app.touchpoint t set cancelled_at = t0, cancelled_because = 'MEMBER_LEFT', rev = t.rev + 1 where t.chapter_id = a.chapter_id and t.member_id = other and ${WAITING("t")} returning t.id)
  select array_agg(s.id) into cancelled from stopped s;

  -- a paid fee wins
  select coalesce(jsonb_agg(jsonb_build_object('year', f.year, 'paid_on', f.paid_on, 'had', k.year is not null, 'kept_paid_on', k.paid_on)), '[]') into fees
    from app.member_fee f left join app.member_fee k on k.chapter_id = f.chapter_id and k.member_id = keep and k.year = f.year where f.chapter_id = a.chapter_id and f.member_id = other;
  update app.member_fee k set paid_on = f.paid_on from app.member_fee f
   where k.chapter_id = a.chapter_id and k.member_id = keep and k.paid_on is null and f.chapter_id = k.chapter_id and f.member_id = other and f.year = k.year;
  insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)
  select f.organization_id, f.chapter_id, keep, f.year, f.paid_on from app.member_fee f where f.chapter_id = a.chapter_id and f.member_id = other on conflict do nothing;
  delete from app.member_fee f where f.chapter_id = a.chapter_id and f.member_id = other;

  select array_agg(x.meeting_id), array_agg(x.meeting_id) filter (where not exists (select 1 from app.attendance k where k.chapter_id = x.chapter_id and k.meeting_id = x.meeting_id and k.member_id = keep))
    into gone, came from app.attendance x where x.chapter_id = a.chapter_id and x.member_id = other;
  insert into app.attendance (organization_id, chapter_id, meeting_id, member_id, held_on)
  select x.organization_id, x.chapter_id, x.meeting_id, keep, x.held_on from app.attendance x where x.chapter_id = a.chapter_id and x.member_id = other on conflict do nothing;
  delete from app.attendance x where x.chapter_id = a.chapter_id and x.member_id = other;

  update app.member_move v set state = 'WITHDRAWN', decided_by = authz.seat_id(), decided_at = t0, rev = v.rev + 1 where v.chapter_id = a.chapter_id and v.member_id = other and v.state = 'PROPOSED';
  update app.member x set left_on = greatest(b.joined_on, authz.today()), end_reason = 'MERGED', ended_at = t0, rev = x.rev + 1 where x.chapter_id = b.chapter_id and x.id = other;
  update app.member x set joined_on = least(a.joined_on, b.joined_on), joined_chapter_on = least(a.joined_chapter_on, b.joined_chapter_on),
         birth_date = coalesce(a.birth_date, case when a.birth_year is null or a.birth_year = b.birth_year then b.birth_date end), birth_year = coalesce(a.birth_year, b.birth_year),
         member_no = coalesce(a.member_no, b.member_no), postcode = coalesce(a.postcode, b.postcode),
         email_ct = coalesce(a.email_ct, decode(filled ->> 'email_ct', 'hex')), email_bidx = case when a.email_ct is null and filled ? 'email_ct' then b.email_bidx else a.email_bidx end,
         mobile_ct = coalesce(a.mobile_ct, decode(filled ->> 'mobile_ct', 'hex')), mobile_bidx = case when a.mobile_ct is null and filled ? 'mobile_ct' then b.mobile_bidx else a.mobile_bidx end,
         guardian_ct = coalesce(a.guardian_ct, decode(filled ->> 'guardian_ct', 'hex')),
         -- the one that asks for less contact is respected
         contact_preference = case when array_position(array['ANY', 'TEXT', 'NOT_NOW', 'NEVER'], b.contact_preference) > array_position(array['ANY', 'TEXT', 'NOT_NOW', 'NEVER'], a.contact_preference) then b.contact_preference else a.contact_preference end,
         contact_again_on = greatest(a.contact_again_on, b.contact_again_on), rev = x.rev + 1
   where x.chapter_id = a.chapter_id and x.id = keep;
  insert into app.member_merge (organization_id, chapter_id, id, kept_member_id, merged_member_id, held, merged_by)
  values (a.organization_id, a.chapter_id, merge, keep, other, held || jsonb_build_object('moved', to_jsonb(coalesce(moved, '{}')), 'cancelled', to_jsonb(coalesce(cancelled, '{}')), 'fees', fees,
    'came', to_jsonb(coalesce(came, '{}')), 'gone', to_jsonb(coalesce(gone, '{}')),
    'before', jsonb_build_object('joined_on', a.joined_on, 'joined_chapter_on', a.joined_chapter_on, 'contact_preference', a.contact_preference, 'contact_again_on', a.contact_again_on),
    'filled', to_jsonb(array_remove(array[case when a.birth_year is null then 'birth_year' end, case when a.birth_date is null then 'birth_date' end, case when a.member_no is null then 'member_no' end,
      case when a.postcode is null then 'postcode' end, case when a.email_ct is null then 'email' end, case when a.mobile_ct is null then 'mobile' end, case when a.guardian_ct is null then 'guardian' end], null)))
    , authz.seat_id());
  return 'OK';
end $$;

-- each pair [one's, other's] of touchpoints changes member
create function authz.swap_members(chapter uuid, one uuid, other uuid, pairs jsonb) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare names jsonb;
begin
  select jsonb_object_agg(t.id, t.occurrence) into names from jsonb_array_elements(pairs) p join app.touchpoint t on t.chapter_id = chapter and t.id = (p ->> 0)::uuid;
  if names is null then return; end if;
  update app.touchpoint t set occurrence = 'swap:' || t.id from jsonb_array_elements(pairs) p where t.chapter_id = chapter and t.id = (p ->> 0)::uuid;
  update app.touchpoint t set member_id = one, rev = t.rev + 1 from jsonb_array_elements(pairs) p where t.chapter_id = chapter and t.id = (p ->> 1)::uuid;
  update app.touchpoint t set member_id = other, occurrence = names ->> t.id::text, rev = t.rev + 1 from jsonb_array_elements(pairs) p where t.chapter_id = chapter and t.id = (p ->> 0)::uuid;
end $$;

-- Parts what was merged, within its days. What has been added to the kept one since stays there.
create function authz.unmerge_members(merge uuid, seen_rev int) returns text language plpgsql ${definer} as $$
declare g record; a record; b record; h jsonb; was jsonb;
begin
  select * into g from app.member_merge x where x.chapter_id = any (authz.units('MEMBER_WRITE')) and x.id = merge for update;
  if not found then return 'NOT_FOUND'; end if;
  if g.rev <> seen_rev or g.undone_at is not null then return 'CONFLICT'; end if;
  perform 1 from app.touchpoint t where t.chapter_id = g.chapter_id and t.member_id in (g.kept_member_id, g.merged_member_id) order by t.id for update;
  perform 1 from app.member x where x.chapter_id = g.chapter_id and x.id in (g.kept_member_id, g.merged_member_id) order by x.id for update;
  select * into a from app.member x where x.chapter_id = g.chapter_id and x.id = g.kept_member_id;
  select * into b from app.member x where x.chapter_id = g.chapter_id and x.id = g.merged_member_id;
  if b.end_reason is distinct from 'MERGED' or b.contacts_emptied_on is not null or a.left_on is not null then return 'LOCKED'; end if;
  h := g.held; was := h -> 'before';

  update app.touchpoint t set member_id = g.merged_member_id, rev = t.rev + 1 from jsonb_array_elements_text(h -> 'moved') p where t.chapter_id = g.chapter_id and t.id = p::uuid and t.member_id = g.kept_member_id;
  perform authz.swap_members(g.chapter_id, g.kept_member_id, g.merged_member_id, (select coalesce(jsonb_agg(jsonb_build_array(p ->> 1, p ->> 0)), '[]') from jsonb_array_elements(h -> 'swapped') p));
  update app.touchpoint t set cancelled_at = null, cancelled_because = null, rev = t.rev + 1 from jsonb_array_elements_text(h -> 'cancelled') p
   where t.chapter_id = g.chapter_id and t.id = p::uuid and t.cancelled_at = b.ended_at and greatest(t.miss_on, t.exception_until) >= authz.today();

  insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)
  select g.organization_id, g.chapter_id, g.merged_member_id, f.year, f.paid_on from jsonb_to_recordset(h -> 'fees') f (year smallint, paid_on date) on conflict do nothing;
  delete from app.member_fee k using jsonb_to_recordset(h -> 'fees') f (year smallint, had boolean) where k.chapter_id = g.chapter_id and k.member_id = g.kept_member_id and k.year = f.year and not f.had;
  update app.member_fee k set paid_on = null from jsonb_to_recordset(h -> 'fees') f (year smallint, paid_on date, had boolean, kept_paid_on date)
   where k.chapter_id = g.chapter_id and k.member_id = g.kept_member_id and k.year = f.year and f.had and f.kept_paid_on is null and k.paid_on is not distinct from f.paid_on;

  insert into app.attendance (organization_id, chapter_id, meeting_id, member_id, held_on)
  select m.organization_id, m.chapter_id, m.id, g.merged_member_id, m.held_on from app.meeting m join jsonb_array_elements_text(h -> 'gone') p on m.id = p::uuid where m.chapter_id = g.chapter_id on conflict do nothing;
  delete from app.attendance x using jsonb_array_elements_text(h -> 'came') p where x.chapter_id = g.chapter_id and x.member_id = g.kept_member_id and x.meeting_id = p::uuid;

  -- what was filled in goes, unless somebody has written something else there since
  update app.member x set
         email_ct = case when h -> 'filled' ? 'email' and a.email_bidx is not distinct from b.email_bidx then null else x.email_ct end, email_bidx = case when h -> 'filled' ? 'email' and a.email_bidx is not distinct from b.email_bidx then null else x.email_bidx end,
         mobile_ct = case when h -> 'filled' ? 'mobile' and a.mobile_bidx is not distinct from b.mobile_bidx then null else x.mobile_ct end, mobile_bidx = case when h -> 'filled' ? 'mobile' and a.mobile_bidx is not distinct from b.mobile_bidx then null else x.mobile_bidx end,
         guardian_ct = case when h -> 'filled' ? 'guardian' then null else x.guardian_ct end,
         member_no = case when h -> 'filled' ? 'member_no' and a.member_no is not distinct from b.member_no then null else x.member_no end,
         postcode = case when h -> 'filled' ? 'postcode' and a.postcode is not distinct from b.postcode then null else x.postcode end,
         birth_date = case when h -> 'filled' ? 'birth_date' and a.birth_date is not distinct from b.birth_date then null else x.birth_date end,
         birth_year = case when h -> 'filled' ? 'birth_year' and a.birth_date is not distinct from b.birth_date and a.birth_year is not distinct from b.birth_year then null else x.birth_year end,
         joined_on = case when a.joined_on = b.joined_on then (was ->> 'joined_on')::date else x.joined_on end,
         joined_chapter_on = case when a.joined_chapter_on = b.joined_chapter_on then (was ->> 'joined_chapter_on')::date else x.joined_chapter_on end,
         contact_preference = case when a.contact_preference = b.contact_preference then was ->> 'contact_preference' else x.contact_preference end,
         contact_again_on = case when a.contact_again_on is not distinct from b.contact_again_on then (was ->> 'contact_again_on')::date else x.contact_again_on end, rev = x.rev + 1
   where x.chapter_id = g.chapter_id and x.id = g.kept_member_id;
  update app.member x set left_on = null, end_reason = null, rev = x.rev + 1,
         member_no = case when exists (select 1 from app.member o where o.chapter_id = b.chapter_id and o.member_no = b.member_no and o.left_on is null) then null else x.member_no end
   where x.chapter_id = g.chapter_id and x.id = g.merged_member_id;
  update app.member_merge x set undone_at = now(), held = '{}', rev = x.rev + 1 where x.chapter_id = g.chapter_id and x.id = merge;
  return 'OK';
end $$;

grant execute on function authz.merge_members(uuid, uuid, int, uuid, int, jsonb), authz.unmerge_members(uuid, int) to ${app};
`,
)}
`,
};
