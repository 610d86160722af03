import type { Migration } from "./migration.js";
import { forceRowSecurity, grantCaps, openTo } from "./migration.js";

const TABLES = [
  "app.grant_setting",
  "app.grant_return",
  "app.grant_words",
  "app.grant_content",
  "app.grant_signature",
  "app.grant_decision",
];
const trigger = "language plpgsql set search_path = pg_catalog, pg_temp";
const WRITES = "chapter_id = any (authz.units('GRANT_WRITE'))";
const REVIEWS = "organization_id = authz.organization_wide('GRANT_REVIEW')";
const RUNS = "organization_id = authz.organization_wide('GRANT_RUN')";
// as `nameKey` in the domain: whoever writes a name with other spaces, signs or capitals is the same person
const NAME_KEY = (name: string): string => `regexp_replace(lower(${name}), '[^[:alnum:]]+', '', 'g')`;
/** The years after its basis year that a return is kept: a grant may be asked about for five. */
export const GRANT_KEPT_YEARS = 6;

/**
 * The grant return of a chapter and a basis year. How far it has come is in `grant_return`, which mentors and regions read too; what
 * it says is in `grant_words` while it is written and in `grant_content` once it is signed, and leaves the chapter only when delivered.
 * What is delivered never changes: triggers hold it, whoever writes.
 */
export const grantReturn: Migration = {
  id: "202612010160-grant-return",
  up: ({ app, bulk, job }) => `
create table app.grant_setting (
  organization_id uuid not null references app.organization (id),
  -- what has to go with a return
  papers text[] not null default '{PEERS,PLAN,BUDGET,ANNUAL_REPORT,ACCOUNTS}'
    check (papers <@ '{PEERS,PLAN,BUDGET,ANNUAL_REPORT,ACCOUNTS}'::text[]),
  -- days after which a delivered return is approved by itself; null: never
  advance_days smallint default 30 check (advance_days between 7 and 180),
  rev int not null default 1,
  primary key (organization_id)
);

create table app.grant_return (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'DELIVERED', 'RETURNED', 'APPROVED')),
  -- of the content that was delivered last; 0: none yet
  version smallint not null default 0,
  state_at timestamptz not null default now(),
  -- that the chapter was reminded of a return that came back
  reminded_on date,
  rev int not null default 1,
  primary key (chapter_id, id),
  unique (chapter_id, year),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  check ((state = 'DRAFT') = (version = 0))
);
create index on app.grant_return (organization_id, year, state);

-- what the board writes: its activity, what it says otherwise than the register and why, and which papers it has sent
create table app.grant_words (
  organization_id uuid not null,
  chapter_id uuid not null,
  return_id uuid not null,
  words jsonb not null default '{}' check (jsonb_typeof(words) = 'object' and length(words::text) < 20000),
  primary key (chapter_id, return_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, return_id) references app.grant_return (chapter_id, id) on delete cascade
);

-- what is signed, as canonical text, and the hash of exactly that; delivered with who signed and as paper
create table app.grant_content (
  organization_id uuid not null,
  chapter_id uuid not null,
  return_id uuid not null,
  version smallint not null check (version > 0),
  content text not null check (length(content) < 60000),
  hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  frozen_at timestamptz not null default now(),
  delivered_at timestamptz,
  signed jsonb,
  pdf bytea check (length(pdf) < 2000000),
  primary key (chapter_id, return_id, version),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, return_id) references app.grant_return (chapter_id, id) on delete cascade,
  check (num_nulls(delivered_at, signed, pdf) in (0, 3))
);
create index on app.grant_content (organization_id, delivered_at);

create table app.grant_signature (
  organization_id uuid not null,
  chapter_id uuid not null,
  return_id uuid not null,
  version smallint not null,
  account_id uuid not null references app.account (id),
  seat_id uuid not null,
  -- by the trigger, from the seat and the account: what the one who signs says of themselves is not asked
  role text not null,
  name text not null,
  name_keys text[] not null,
  signed_at timestamptz not null default now(),
  primary key (chapter_id, return_id, version, account_id),
  foreign key (organization_id, seat_id) references app.seat (organization_id, id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, return_id, version) references app.grant_content (chapter_id, return_id, version) on delete cascade
);

-- BY_ITSELF: nobody looked at it for as many days as the organization has chosen
create table app.grant_decision (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  version smallint not null,
  kind text not null check (kind in ('RETURNED', 'APPROVED', 'BY_ITSELF')),
  comment text not null default '' check (length(comment) <= 800),
  decided_by uuid,
  decided_at timestamptz not null default now(),
  primary key (chapter_id, id),
  unique (chapter_id, return_id, version),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (chapter_id, return_id) references app.grant_return (chapter_id, id) on delete cascade,
  foreign key (organization_id, decided_by) references app.seat (organization_id, id),
  check ((kind = 'BY_ITSELF') = (decided_by is null)),
  check (kind <> 'RETURNED' or length(comment) > 0)
);
${forceRowSecurity(...TABLES)}
${openTo(bulk, "all", ...TABLES)}

${grantCaps({
  CHAPTER_LEADER: ["GRANT_WRITE", "GRANT_SIGN"],
  CHAPTER_BOARD: ["GRANT_WRITE", "GRANT_SIGN"],
  NATIONAL_ADMIN: ["GRANT_REVIEW"],
  JOB_GRANT: ["GRANT_RUN", "UNIT_READ"],
})}

grant select, insert (organization_id, papers, advance_days), update (papers, advance_days, rev) on app.grant_setting to ${app};
create policy grant_setting_read on app.grant_setting for select to ${app} using (organization_id = authz.organization('UNIT_READ'));
create policy grant_setting_insert on app.grant_setting for insert to ${app} with check (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create policy grant_setting_update on app.grant_setting for update to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create trigger ask_step_up before insert or update on app.grant_setting for each statement execute function authz.ask_step_up();
grant select on app.grant_setting to ${job};
create policy grant_setting_job on app.grant_setting for select to ${job} using (${RUNS});

-- how far it has come is no number of persons: whoever reads a chapter's plans reads that
grant select, insert (organization_id, chapter_id, id, year), update (state, version, state_at, reminded_on, rev) on app.grant_return to ${app};
create policy grant_return_read on app.grant_return for select to ${app} using (chapter_id = any (authz.units('PLAN_READ')));
create policy grant_return_insert on app.grant_return for insert to ${app} with check (${WRITES} and state = 'DRAFT');
create policy grant_return_deliver on app.grant_return for update to ${app} using (${WRITES} and state in ('DRAFT', 'RETURNED'))
  with check (${WRITES} and state in ('DRAFT', 'RETURNED', 'DELIVERED'));
create policy grant_return_decide on app.grant_return for update to ${app} using (${REVIEWS} and state = 'DELIVERED')
  with check (${REVIEWS} and state in ('RETURNED', 'APPROVED'));
grant select, update (state, state_at, reminded_on, rev), delete on app.grant_return to ${job};
create policy grant_return_job_read on app.grant_return for select to ${job} using (${RUNS});
create policy grant_return_job_update on app.grant_return for update to ${job} using (${RUNS}) with check (${RUNS} and state in ('RETURNED', 'APPROVED'));
create policy grant_return_job_delete on app.grant_return for delete to ${job} using (
  ${RUNS} and year + ${GRANT_KEPT_YEARS} < extract(year from authz.today()));

grant select, insert, update (words) on app.grant_words to ${app};
create policy grant_words_read on app.grant_words for select to ${app} using (${WRITES});
create policy grant_words_insert on app.grant_words for insert to ${app} with check (${WRITES});
create policy grant_words_update on app.grant_words for update to ${app} using (${WRITES});

grant select, insert (organization_id, chapter_id, return_id, version, content, hash), update (delivered_at, signed, pdf), delete on app.grant_content to ${app};
create policy grant_content_own on app.grant_content for select to ${app} using (${WRITES});
create policy grant_content_delivered on app.grant_content for select to ${app} using (delivered_at is not null and ${REVIEWS});
create policy grant_content_insert on app.grant_content for insert to ${app} with check (chapter_id = any (authz.units('GRANT_SIGN')));
create policy grant_content_update on app.grant_content for update to ${app} using (chapter_id = any (authz.units('GRANT_SIGN')) and delivered_at is null)
  with check (chapter_id = any (authz.units('GRANT_SIGN')));
create policy grant_content_void on app.grant_content for delete to ${app} using (${WRITES} and delivered_at is null);

grant select, insert (organization_id, chapter_id, return_id, version, account_id, seat_id) on app.grant_signature to ${app};
create policy grant_signature_read on app.grant_signature for select to ${app} using (${WRITES});
create policy grant_signature_sign on app.grant_signature for insert to ${app} with check (
  chapter_id = any (authz.units('GRANT_SIGN')) and seat_id = authz.seat_id() and account_id = authz.uid());

grant select, insert (organization_id, chapter_id, id, return_id, version, kind, comment, decided_by) on app.grant_decision to ${app};
create policy grant_decision_read on app.grant_decision for select to ${app} using (${WRITES} or ${REVIEWS});
create policy grant_decision_insert on app.grant_decision for insert to ${app} with check (${REVIEWS} and decided_by = authz.seat_id());
grant select, insert (organization_id, chapter_id, id, return_id, version, kind) on app.grant_decision to ${job};
create policy grant_decision_job_read on app.grant_decision for select to ${job} using (${RUNS});
create policy grant_decision_job_insert on app.grant_decision for insert to ${job} with check (${RUNS} and kind = 'BY_ITSELF');

/* Who signs is who they are: the seat's role and the names of seat and account are taken down here. Not without a second factor given
   within ten minutes, not before the basis year is over, not an old content, not twice, and not one person with two accounts. */
create function app.hold_grant_signature() returns trigger ${trigger} as $$
declare s record; r record;
begin
  if tg_op = 'UPDATE' then raise exception 'a signature stays as it is' using errcode = '23514'; end if;
  if not authz.stepped_up('10 minutes') then raise exception 'the second factor is to be given again' using errcode = 'VA021'; end if;
  select g.role, g.holder_name, a.name as account_name into s from app.seat g join app.account a on a.id = g.account_id
   where g.organization_id = new.organization_id and g.id = new.seat_id and g.account_id = new.account_id and g.chapter_id = new.chapter_id;
  select t.year, t.version, t.state into r from app.grant_return t where t.chapter_id = new.chapter_id and t.id = new.return_id;
  if s.role is null or s.role not in ('CHAPTER_LEADER', 'CHAPTER_BOARD') or r.year is null
     or r.state not in ('DRAFT', 'RETURNED') or new.version <> r.version + 1
     or (now() at time zone 'Europe/Oslo')::date < make_date(r.year + 1, 1, 1) then
    raise exception 'this cannot be signed' using errcode = '23514';
  end if;
  new.role := s.role; new.name := s.holder_name; new.signed_at := now();
  new.name_keys := array[${NAME_KEY("s.holder_name")}, ${NAME_KEY("s.account_name")}];
  if exists (select 1 from app.grant_signature o where o.chapter_id = new.chapter_id and o.return_id = new.return_id
      and o.version = new.version and o.name_keys && new.name_keys) then
    raise exception 'one person signs once' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_grant_signature before insert or update on app.grant_signature for each row execute function app.hold_grant_signature();

/* A content is delivered once, and what is delivered never changes; it is removed when its years are over. */
create function app.hold_grant_content() returns trigger ${trigger} as $$
begin
  if tg_op = 'DELETE' then
    if old.delivered_at is not null and old.delivered_at + interval '${GRANT_KEPT_YEARS - 1} years' > now() then
      raise exception 'what is delivered is kept' using errcode = '23514';
    end if;
    return old;
  end if;
  if old.delivered_at is not null or (to_jsonb(new) - 'delivered_at' - 'signed' - 'pdf') <> (to_jsonb(old) - 'delivered_at' - 'signed' - 'pdf') then
    raise exception 'what is signed stays as it is' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger hold_grant_content before update or delete on app.grant_content for each row execute function app.hold_grant_content();

/* From a draft to delivered with enough signatures, and on from there; never back to a draft. */
create function app.hold_grant_return() returns trigger ${trigger} as $$
begin
  if (new.organization_id, new.chapter_id, new.id, new.year) is distinct from (old.organization_id, old.chapter_id, old.id, old.year) then
    raise exception 'a return is of one chapter and one year' using errcode = '23514';
  end if;
  if new.state = old.state and new.version = old.version then return new; end if;
  if old.state = 'DELIVERED' and new.state in ('RETURNED', 'APPROVED') and new.version = old.version then return new; end if;
  if new.state = 'DELIVERED' and old.state in ('DRAFT', 'RETURNED') and new.version = old.version + 1 then
    if exists (select 1 from app.grant_content c where c.chapter_id = new.chapter_id and c.return_id = new.id and c.version = new.version and c.delivered_at is not null)
       and (select count(*) >= 2 or bool_or(s.role = 'CHAPTER_LEADER') from app.grant_signature s
             where s.chapter_id = new.chapter_id and s.return_id = new.id and s.version = new.version) then
      return new;
    end if;
  end if;
  raise exception 'a return does not go from % to %', old.state, new.state using errcode = '23514';
end $$;
create trigger hold_grant_return before update on app.grant_return for each row execute function app.hold_grant_return();

-- a return that came back is told of again, as a message from whoever sent it back
grant insert (organization_id, id, title, body, chapter_ids, chapter_count, sent_by) on app.board_message to ${job};
create policy board_message_grant on app.board_message for insert to ${job} with check (${RUNS});

-- all returns of a year as one file, by the way of other large files
alter table app.export_order drop constraint export_order_kind_check;
alter table app.export_order add constraint export_order_kind_check check (kind in ('REPORT', 'TABLES', 'RETURN_TABLE', 'RETURNS'));
`,
};
