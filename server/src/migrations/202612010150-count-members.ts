import type { Migration } from "./migration.js";
import { asRole, forceRowSecurity, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const PAYERS = "('SELF', 'OTHER', 'UNKNOWN')";
const FACTS = "amount, paid_by, family";
const of = (row: string) => `${row}.amount, ${row}.paid_by, ${row}.family`;
const TAKEN_OVER = "amount = f.amount, paid_by = f.paid_by, family = f.family";

/** Has a function say something more: each passage stands in it exactly once, or the migration stops. */
function amended(signature: string, ...passages: [was: string, is: string][]): string {
  const steps = passages.map(
    ([was, is]) => `
  if length(said) - length(replace(said, $was$${was}$was$, '')) <> length($was$${was}$was$) then
    raise exception '% reads otherwise: %', '${signature}', $was$${was}$was$;
  end if;
  said := replace(said, $was$${was}$was$, $is$${is}$is$);`,
  );
  return `do $do$ declare said text := pg_get_functiondef('${signature}'::regprocedure);
begin ${steps.join("")}
  execute said;
end $do$;`;
}

/**
 * What has to be known to say who counts for grants: how much was paid and by whom, the type of membership, and the rules of each
 * year as national has set them. All of it follows a member who moves, is merged, comes in a file or is forgotten.
 */
export const countMembers: Migration = {
  id: "202612010150-count-members",
  up: ({ app, bulk }) => `
create table app.membership_type (
  organization_id uuid not null references app.organization (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  -- who has it has a vote, and counts
  eligible boolean not null,
  -- øre a year; null: not said
  fee int check (fee between 0 and 1000000),
  archived_on date,
  rev int not null default 1,
  name_key text generated always as (lower(name)) stored,
  primary key (organization_id, id)
);
create unique index membership_type_by_name on app.membership_type (organization_id, name_key) where archived_on is null;

create table app.grant_rules (
  organization_id uuid not null references app.organization (id),
  year smallint not null check (year between 2000 and 2200),
  under_age smallint not null check (under_age between 18 and 40),
  self_pay_age smallint not null check (self_pay_age between 15 and 40),
  min_amount int not null check (min_amount between 0 and 1000000),
  min_family_amount int not null check (min_family_amount >= min_amount and min_family_amount <= 1000000),
  prepaid_from date not null check (prepaid_from between make_date(year - 1, 1, 1) and make_date(year, 1, 1)),
  last_paid_on date not null check (last_paid_on between make_date(year, 1, 1) and make_date(year + 1, 12, 31)),
  chapter_members smallint not null check (chapter_members between 1 and 100),
  source text not null check (length(source) between 1 and 300),
  checked_on date not null,
  rev int not null default 1,
  primary key (organization_id, year)
);
${forceRowSecurity("app.membership_type", "app.grant_rules")}
${openTo(bulk, "select", "app.membership_type", "app.grant_rules")}
grant select, insert, update (name, eligible, fee, archived_on, rev) on app.membership_type to ${app};
create policy membership_type_read on app.membership_type for select to ${app} using (organization_id = authz.organization('UNIT_READ'));
create policy membership_type_add on app.membership_type for insert to ${app} with check (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create policy membership_type_change on app.membership_type for update to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));
grant select, insert, update (under_age, self_pay_age, min_amount, min_family_amount, prepaid_from, last_paid_on, chapter_members, source, checked_on, rev)
  on app.grant_rules to ${app};
create policy grant_rules_read on app.grant_rules for select to ${app} using (organization_id = authz.organization('UNIT_READ'));
create policy grant_rules_add on app.grant_rules for insert to ${app} with check (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create policy grant_rules_change on app.grant_rules for update to ${app} using (organization_id = authz.organization_wide('SETTINGS_WRITE'));
create trigger ask_step_up before insert or update on app.membership_type for each statement execute function authz.ask_step_up();
create trigger ask_step_up before insert or update on app.grant_rules for each statement execute function authz.ask_step_up();

alter table app.member
  add column membership_type_id uuid,
  add foreign key (organization_id, membership_type_id) references app.membership_type (organization_id, id);
grant insert (membership_type_id), update (membership_type_id) on app.member to ${app};

alter table app.member_fee
  -- øre; of a family's invoice the whole of it
  add column amount int check (amount between 0 and 1000000),
  add column paid_by text not null default 'UNKNOWN' check (paid_by in ${PAYERS}),
  add column family boolean not null default false,
  add constraint facts_of_a_payment check (paid_on is not null or (amount is null and paid_by = 'UNKNOWN' and not family));
grant update (${FACTS}) on app.member_fee to ${app};

alter table app.grant_record
  add column amount int,
  add column paid_by text not null default 'UNKNOWN' check (paid_by in ${PAYERS}),
  add column family boolean not null default false,
  -- what the membership's type said; null: nobody had said
  add column type_eligible boolean;

alter table app.import_row
  add column fee_amount int check (fee_amount between 0 and 1000000),
  add column fee_paid_by text check (fee_paid_by in ${PAYERS}),
  add column membership_type_id uuid;

${asRole(
  bulk,
  `
-- What is known of everyone who was a member of the chapter on a year's last day, for its own board. The locked records count, and say nothing of whom
-- they are about: an id, a year of birth and a payment. Days of who is forgotten are months, which a year's last day falls between.
create function authz.grant_facts(chapter uuid, of_year int)
returns table (member_id uuid, first_name text, last_name text, birth_date date, birth_year smallint, joined_on date, joined_chapter_on date, left_on date, locked boolean,
  paid_on date, amount int, paid_by text, family boolean, type_id uuid, type_eligible boolean, rev int) language plpgsql stable ${definer} as $$
declare day date := make_date(of_year, 12, 31);
begin
  if not coalesce(chapter = any (authz.units('MEMBER_READ')), false) then return; end if;
  return query
  select m.id, case when not f.gone then m.first_name end, case when not f.gone then m.last_name end, case when not f.gone then m.birth_date end,
         case when f.gone then coalesce(g.birth_year, extract(year from g.birth_date)::smallint) else m.birth_year end,
         m.joined_on, m.joined_chapter_on, m.left_on, f.gone,
         case when f.gone then g.paid_on else p.paid_on end, case when f.gone then g.amount else p.amount end,
         coalesce(case when f.gone then g.paid_by else p.paid_by end, 'UNKNOWN'), coalesce(case when f.gone then g.family else p.family end, false),
         m.membership_type_id, case when f.gone then g.type_eligible else y.eligible end, m.rev
    from app.member m cross join lateral (select m.contacts_emptied_on is not null as gone) f
    left join app.member_fee p on p.chapter_id = m.chapter_id and p.member_id = m.id and p.year = of_year
    left join app.grant_record g on g.chapter_id = m.chapter_id and g.member_id = m.id and g.year = of_year
    left join app.membership_type y on y.organization_id = m.organization_id and y.id = m.membership_type_id
   where m.chapter_id = chapter and m.joined_on <= day and m.joined_chapter_on <= day and (m.left_on is null or m.left_on > day) and m.end_reason is distinct from 'MERGED'
   order by m.name_key, m.id;
end $$;
revoke execute on function authz.grant_facts(uuid, int) from public;
grant execute on function authz.grant_facts(uuid, int) to ${app};

${amended(
  "authz.accept_member_move(uuid, int)",
  [
    "insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)",
    `insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on, ${FACTS})`,
  ],
  [
    "f.member_id, f.year, f.paid_on from app.member_fee f",
    `f.member_id, f.year, f.paid_on, ${of("f")} from app.member_fee f`,
  ],
  [
    "update app.member_fee n set paid_on = f.paid_on from",
    `update app.member_fee n set paid_on = f.paid_on, ${TAKEN_OVER} from`,
  ],
  [
    "member_no = m.member_no, email_ct = m.email_ct",
    "member_no = m.member_no, membership_type_id = m.membership_type_id, email_ct = m.email_ct",
  ],
)}
-- who moved after a year's last day counted where they were on it, and is documented there
${amended(
  "authz.settle_former_members()",
  ["birth_year, paid_on, keep_until)", `birth_year, paid_on, keep_until, ${FACTS}, type_eligible)`],
  [
    "f.paid_on, make_date(f.year + 5, 12, 31)\n    from app.member m join",
    `f.paid_on, make_date(f.year + 5, 12, 31), ${of("f")}, y.eligible
    from app.member m left join app.membership_type y on y.organization_id = m.organization_id and y.id = m.membership_type_id join`,
  ],
  [
    "coalesce(m.end_reason, 'LEFT') in ('LEFT', 'AGED_OUT', 'DIED')",
    "(coalesce(m.end_reason, 'LEFT') in ('LEFT', 'AGED_OUT', 'DIED') or m.end_reason = 'MOVED' and make_date(f.year, 12, 31) between m.joined_chapter_on and m.left_on - 1)",
  ],
  ["member_no = null,", "member_no = null, membership_type_id = null,"],
)}
${amended(
  "authz.empty_member(uuid, uuid, uuid)",
  ["birth_year, paid_on, keep_until)", `birth_year, paid_on, keep_until, ${FACTS}, type_eligible)`],
  [
    "f.paid_on, make_date(f.year + 5, 12, 31)\n    from app.member m join",
    `f.paid_on, make_date(f.year + 5, 12, 31), ${of("f")}, y.eligible
    from app.member m left join app.membership_type y on y.organization_id = m.organization_id and y.id = m.membership_type_id join`,
  ],
  ["member_no = null,", "member_no = null, membership_type_id = null,"],
)}
${amended(
  "authz.merge_members(uuid, uuid, int, uuid, int, jsonb)",
  [
    "'paid_on', f.paid_on, 'had'",
    "'paid_on', f.paid_on, 'amount', f.amount, 'paid_by', f.paid_by, 'family', f.family, 'had'",
  ],
  [
    "update app.member_fee k set paid_on = f.paid_on from",
    `update app.member_fee k set paid_on = f.paid_on, ${TAKEN_OVER} from`,
  ],
  [
    "insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)",
    `insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on, ${FACTS})`,
  ],
  ["keep, f.year, f.paid_on from", `keep, f.year, f.paid_on, ${of("f")} from`],
  [
    "member_no = coalesce(a.member_no, b.member_no),",
    "member_no = coalesce(a.member_no, b.member_no), membership_type_id = coalesce(a.membership_type_id, b.membership_type_id),",
  ],
  [
    "case when a.member_no is null then 'member_no' end",
    "case when a.member_no is null then 'member_no' end, case when a.membership_type_id is null then 'membership_type' end",
  ],
)}
${amended(
  "authz.unmerge_members(uuid, int)",
  [
    "insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)",
    `insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on, ${FACTS})`,
  ],
  [
    "f.year, f.paid_on from jsonb_to_recordset(h -> 'fees') f (year smallint, paid_on date)",
    "f.year, f.paid_on, f.amount, coalesce(f.paid_by, 'UNKNOWN'), coalesce(f.family, false) from jsonb_to_recordset(h -> 'fees') f (year smallint, paid_on date, amount int, paid_by text, family boolean)",
  ],
  [
    "update app.member_fee k set paid_on = null from",
    "update app.member_fee k set paid_on = null, amount = null, paid_by = 'UNKNOWN', family = false from",
  ],
  [
    "postcode = case when h -> 'filled' ? 'postcode'",
    "membership_type_id = case when h -> 'filled' ? 'membership_type' and a.membership_type_id is not distinct from b.membership_type_id then null else x.membership_type_id end,\n         postcode = case when h -> 'filled' ? 'postcode'",
  ],
)}
${amended(
  "authz.stage_import(uuid, int, jsonb)",
  [
    "fee_paid, fee_paid_on, rejected)\n  select",
    "fee_paid, fee_paid_on, fee_amount, fee_paid_by, membership_type_id, rejected)\n  select",
  ],
  [
    "l.fee_paid, l.fee_paid_on, l.rejected",
    "l.fee_paid, l.fee_paid_on, l.fee_amount, l.fee_paid_by, l.membership_type_id, l.rejected",
  ],
  [
    "fee_paid boolean, fee_paid_on date, rejected jsonb)",
    "fee_paid boolean, fee_paid_on date, fee_amount int, fee_paid_by text, membership_type_id uuid, rejected jsonb)",
  ],
)}
-- what a file knows of a payment is taken where the register does not know it
${amended("authz.match_import(uuid)", [
  "case when r.fee_paid and f.paid_on is null then 'FEE' end",
  "case when r.fee_paid and (f.paid_on is null or f.amount is null and r.fee_amount is not null or f.paid_by = 'UNKNOWN' and r.fee_paid_by <> 'UNKNOWN') then 'FEE' end,\n        case when r.membership_type_id is not null and r.membership_type_id is distinct from m.membership_type_id then 'TYPE' end",
])}
${amended(
  "authz.apply_import(uuid)",
  [
    "postcode = coalesce(l.postcode, m.postcode),",
    "postcode = coalesce(l.postcode, m.postcode), membership_type_id = coalesce(l.membership_type_id, m.membership_type_id),",
  ],
  [
    "guardian_ct, guardian_bidx, joined_on, joined_chapter_on)",
    "guardian_ct, guardian_bidx, joined_on, joined_chapter_on, membership_type_id)",
  ],
  [
    "coalesce(r.joined_on, today), coalesce(r.joined_on, today)",
    "coalesce(r.joined_on, today), coalesce(r.joined_on, today), r.membership_type_id",
  ],
  [
    "coalesce(r.fee_paid_on, today) as paid_on",
    "coalesce(r.fee_paid_on, today) as paid_on, r.fee_amount as amount, coalesce(r.fee_paid_by, 'UNKNOWN') as paid_by",
  ],
  [
    "update app.member_fee f set paid_on = p.paid_on from paid p",
    "update app.member_fee f set paid_on = coalesce(f.paid_on, p.paid_on), amount = coalesce(f.amount, p.amount), paid_by = case when f.paid_by = 'UNKNOWN' then p.paid_by else f.paid_by end from paid p",
  ],
  ["f.year = i.fee_year and f.paid_on is null returning", "f.year = i.fee_year returning"],
  [
    "insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)",
    "insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on, amount, paid_by)",
  ],
  ["i.fee_year, p.paid_on from paid p where", "i.fee_year, p.paid_on, p.amount, p.paid_by from paid p where"],
)}
`,
)}
`,
};
