import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, grantCaps, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
/** phones in one workshop */
export const MOST_VOTERS = 60;
const TABLES = [
  "app.core_idea",
  "app.core_score",
  "app.core_workshop",
  "app.core_ballot",
  "app.core_tally",
  "app.core_choice",
];
const NATIONAL = `organization_id = authz.organization_wide('TEMPLATE_WRITE')`;

/**
 * The few touchpoints that every chapter carries out are chosen for a year: ideas and scores that people gave, workshops where
 * dots are laid from phones, and what was chosen and why. A ballot is nobody's: a hash of what a phone keeps, gone when its round
 * is closed; what stays are sums.
 */
export const coreChoice: Migration = {
  id: "202611300140-core-choice",
  up: ({ app, auth, bulk, job }) => `
${grantCaps({ JOB_CORE_CHOICE: ["CORE_SWEEP"] })}

create table app.core_idea (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  year smallint not null check (year between 2000 and 2200),
  text text not null check (length(text) between 1 and 80),
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, added_by) references app.seat (organization_id, id)
);
create index on app.core_idea (organization_id, year);

-- a score that somebody gave instead of the computed one; the candidate is a template or an idea
create table app.core_score (
  organization_id uuid not null references app.organization (id),
  year smallint not null check (year between 2000 and 2200),
  candidate_id uuid not null,
  kind text not null check (kind in ('IMPORTANCE', 'PERFORMANCE', 'REACH', 'EFFORT')),
  score smallint not null check (score between 0 and 100),
  reason text not null check (length(reason) between 1 and 300),
  scored_by uuid not null,
  scored_at timestamptz not null default now(),
  primary key (organization_id, year, candidate_id, kind),
  foreign key (organization_id, scored_by) references app.seat (organization_id, id)
);

create table app.core_workshop (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  year smallint not null check (year between 2000 and 2200),
  code text not null check (code ~ '^[a-z2-9]{8}$'),
  dots smallint not null check (dots between 3 and 10),
  most_on_one smallint not null check (most_on_one between 1 and dots),
  -- what is voted on in this round: id and name, as it was when the workshop was opened
  candidates jsonb not null check (jsonb_typeof(candidates) = 'array'),
  round smallint not null default 1,
  state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED', 'ENDED')),
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  ends_at timestamptz not null default now() + interval '8 hours',
  rev int not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, opened_by) references app.seat (organization_id, id)
);
create index on app.core_workshop (code);
create index on app.core_workshop (organization_id, year);

-- the dots of one phone while its round is open
create table app.core_ballot (
  organization_id uuid not null,
  workshop_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  dots jsonb not null,
  rev int not null default 1,
  primary key (organization_id, workshop_id, token_hash),
  foreign key (organization_id, workshop_id) references app.core_workshop (organization_id, id)
);

create table app.core_tally (
  organization_id uuid not null,
  workshop_id uuid not null,
  round smallint not null,
  candidate_id uuid not null,
  name jsonb not null,
  dots int not null,
  -- how many phones laid any in the round
  voters int not null,
  primary key (organization_id, workshop_id, round, candidate_id),
  foreign key (organization_id, workshop_id) references app.core_workshop (organization_id, id)
);

-- what was chosen, with what was known then; chosen again in the same year is one more row, and the last one holds
create table app.core_choice (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  year smallint not null check (year between 2000 and 2200),
  chosen jsonb not null check (jsonb_typeof(chosen) = 'array'),
  minutes int not null,
  limit_minutes int not null,
  effort_reason text check (length(effort_reason) between 1 and 300),
  chosen_by uuid not null,
  chosen_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, chosen_by) references app.seat (organization_id, id),
  check (minutes <= limit_minutes or effort_reason is not null)
);
create index on app.core_choice (organization_id, year, chosen_at);

${forceRowSecurity(...TABLES)}
${openTo(bulk, "all", ...TABLES)}

grant select, insert (organization_id, id, year, text, added_by), delete on app.core_idea to ${app};
create policy core_idea_read on app.core_idea for select to ${app} using (${NATIONAL});
create policy core_idea_add on app.core_idea for insert to ${app} with check (${NATIONAL} and added_by = authz.seat_id());
create policy core_idea_remove on app.core_idea for delete to ${app} using (${NATIONAL});
grant select, insert (organization_id, year, candidate_id, kind, score, reason, scored_by), delete on app.core_score to ${app};
create policy core_score_read on app.core_score for select to ${app} using (${NATIONAL});
create policy core_score_give on app.core_score for insert to ${app} with check (${NATIONAL} and scored_by = authz.seat_id());
create policy core_score_remove on app.core_score for delete to ${app} using (${NATIONAL});
grant select, insert (organization_id, id, year, code, dots, most_on_one, candidates, opened_by) on app.core_workshop to ${app};
create policy core_workshop_read on app.core_workshop for select to ${app} using (${NATIONAL});
create policy core_workshop_open on app.core_workshop for insert to ${app} with check (${NATIONAL} and opened_by = authz.seat_id());
-- what was laid, and never by which phone
grant select (organization_id, workshop_id, dots) on app.core_ballot to ${app};
create policy core_ballot_read on app.core_ballot for select to ${app} using (${NATIONAL});
grant select on app.core_tally to ${app};
create policy core_tally_read on app.core_tally for select to ${app} using (${NATIONAL});
grant select, insert (organization_id, id, year, chosen, minutes, limit_minutes, effort_reason, chosen_by) on app.core_choice to ${app};
create policy core_choice_read on app.core_choice for select to ${app} using (organization_id = authz.organization('UNIT_READ'));
create policy core_choice_freeze on app.core_choice for insert to ${app} with check (${NATIONAL} and chosen_by = authz.seat_id());

${asRole(
  bulk,
  `
-- Closes a round, voting or not: sums stay, ballots go
create function authz.count_core_round(org uuid, workshop uuid) returns void language plpgsql ${definer} as $$
begin
  insert into app.core_tally (organization_id, workshop_id, round, candidate_id, name, dots, voters)
  select w.organization_id, w.id, w.round, (c ->> 'id')::uuid, c -> 'name', coalesce(sum((b.dots ->> (c ->> 'id'))::int), 0),
         (select count(*) from app.core_ballot v where v.organization_id = w.organization_id and v.workshop_id = w.id and v.dots <> '{}')
    from app.core_workshop w cross join jsonb_array_elements(w.candidates) c
    left join app.core_ballot b on b.organization_id = w.organization_id and b.workshop_id = w.id
   where w.organization_id = org and w.id = workshop and w.state = 'OPEN'
   group by w.organization_id, w.id, w.round, c;
  delete from app.core_ballot b where b.organization_id = org and b.workshop_id = workshop;
end $$;

/* Leads a workshop on: CLOSE counts the round, RESET takes all its dots away, NEXT opens another among some, END ends it. Gives DONE,
   or why not: NOT_FOUND, CONFLICT (changed since), WRONG (not now) */
create function authz.lead_core_workshop(workshop uuid, based_on int, act text, next_ids uuid[]) returns text language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('TEMPLATE_WRITE'); w record; again jsonb;
begin
  select * into w from app.core_workshop x where x.organization_id = org and x.id = workshop for update;
  if not found then return 'NOT_FOUND'; end if;
  if w.rev <> based_on then return 'CONFLICT'; end if;
  if w.state = 'ENDED' or (act <> 'END' and w.ends_at <= now()) or (act in ('CLOSE', 'RESET') and w.state <> 'OPEN') or (act = 'NEXT' and w.state <> 'CLOSED') then
    return 'WRONG';
  end if;
  if act = 'NEXT' then
    again := (select jsonb_agg(c.value order by c.ordinality) from jsonb_array_elements(w.candidates) with ordinality c where (c.value ->> 'id')::uuid = any (next_ids));
    if coalesce(jsonb_array_length(again), 0) < 2 then return 'WRONG'; end if;
    update app.core_workshop x set candidates = again, round = x.round + 1, state = 'OPEN', rev = x.rev + 1 where x.organization_id = org and x.id = workshop;
  elsif act = 'RESET' then
    delete from app.core_ballot b where b.organization_id = org and b.workshop_id = workshop;
    update app.core_workshop x set rev = x.rev + 1 where x.organization_id = org and x.id = workshop;
  else
    perform authz.count_core_round(org, workshop);
    update app.core_workshop x set state = case act when 'END' then 'ENDED' else 'CLOSED' end, rev = x.rev + 1 where x.organization_id = org and x.id = workshop;
  end if;
  return 'DONE';
end $$;
grant execute on function authz.lead_core_workshop(uuid, int, text, uuid[]) to ${app};

-- What nobody ended is ended after its hours
create function authz.end_core_workshops() returns int language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('CORE_SWEEP'); w uuid; n int := 0;
begin
  for w in select x.id from app.core_workshop x where x.organization_id = org and x.state <> 'ENDED' and x.ends_at <= now() for update loop
    perform authz.count_core_round(org, w);
    update app.core_workshop x set state = 'ENDED', rev = x.rev + 1 where x.organization_id = org and x.id = w;
    n := n + 1;
  end loop;
  return n;
end $$;
grant execute on function authz.end_core_workshops() to ${job};

-- The workshop behind a code as a phone sees it, with what that phone has laid; null when there is none
create function authz.core_vote_page(the_code text, token bytea) returns jsonb language plpgsql stable ${definer} as $$
begin
  return (select jsonb_build_object('state', case when w.ends_at <= now() then 'ENDED' else w.state end, 'round', w.round, 'dots', w.dots, 'mostOnOne', w.most_on_one,
      'candidates', w.candidates, 'rev', coalesce(b.rev, 0), 'laid', coalesce(b.dots, '{}'),
      'full', b.rev is null and (select count(*) >= ${MOST_VOTERS} from app.core_ballot v where v.organization_id = w.organization_id and v.workshop_id = w.id))
    from app.core_workshop w left join app.core_ballot b on b.organization_id = w.organization_id and b.workshop_id = w.id and b.token_hash = token
   where w.code = the_code order by w.opened_at desc limit 1);
end $$;

/* All the dots of one phone, laid anew: whole, so that what is sent twice, late or from two tabs is never more than was given. Gives
   DONE, or why not: NOT_FOUND, CLOSED, FULL, INVALID, CHANGED (another tab was first, or the round was begun anew) */
create function authz.lay_core_dots(the_code text, token bytea, its_round int, based_on int, its_dots jsonb) returns text language plpgsql ${definer} as $$
declare w record; b record;
begin
  -- who closes the round waits for those who are laying, and those who come after find it closed
  select * into w from app.core_workshop x where x.code = the_code order by x.opened_at desc limit 1 for share;
  if not found then return 'NOT_FOUND'; end if;
  if w.state <> 'OPEN' or w.ends_at <= now() then return 'CLOSED'; end if;
  if w.round <> its_round then return 'CHANGED'; end if;
  if exists (select 1 from jsonb_each(its_dots) d where d.value::text !~ '^[0-9]{1,2}$'
      or not exists (select 1 from jsonb_array_elements(w.candidates) c where c ->> 'id' = d.key)) then return 'INVALID'; end if;
  if exists (select 1 from jsonb_each_text(its_dots) d where d.value::int not between 1 and w.most_on_one)
    or (select coalesce(sum(d.value::int), 0) > w.dots from jsonb_each_text(its_dots) d) then return 'INVALID'; end if;
  select * into b from app.core_ballot x where x.organization_id = w.organization_id and x.workshop_id = w.id and x.token_hash = token for update;
  if found then
    if b.dots = its_dots then return 'DONE'; end if;
    if b.rev <> based_on then return 'CHANGED'; end if;
    update app.core_ballot x set dots = its_dots, rev = x.rev + 1 where x.organization_id = w.organization_id and x.workshop_id = w.id and x.token_hash = token;
    return 'DONE';
  end if;
  if based_on <> 0 then return 'CHANGED'; end if;
  perform pg_advisory_xact_lock(hashtextextended('core ' || w.id, 0));
  if (select count(*) >= ${MOST_VOTERS} from app.core_ballot x where x.organization_id = w.organization_id and x.workshop_id = w.id) then return 'FULL'; end if;
  insert into app.core_ballot (organization_id, workshop_id, token_hash, dots) values (w.organization_id, w.id, token, its_dots) on conflict do nothing;
  return case when found then 'DONE' else 'CHANGED' end;
end $$;
grant execute on function authz.core_vote_page(text, bytea), authz.lay_core_dots(text, bytea, int, int, jsonb) to ${auth};
revoke execute on function authz.count_core_round(uuid, uuid), authz.lead_core_workshop(uuid, int, text, uuid[]), authz.end_core_workshops(),
  authz.core_vote_page(text, bytea), authz.lay_core_dots(text, bytea, int, int, jsonb) from public;
`,
)}
`,
};
