import { countChapter, defaultGrantRules, grantGaps } from "@varde/domain";
import type { ChapterGrantCount, FeePayer, GrantFacts, GrantGap, GrantRules } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";

/** A year's rules and how often they were changed; 0: nobody has, and what stands is the product's. */
export type KeptRules = GrantRules & { rev: number };
export type TypeFacts = {
  id: string;
  name: string;
  eligible: boolean;
  fee: number | null;
  archived: boolean;
  rev: number;
};

type FactRow = {
  member_id: string;
  first_name: string | null;
  last_name: string | null;
  birth_date: string | null;
  birth_year: number | null;
  joined_on: string;
  joined_chapter_on: string;
  left_on: string | null;
  locked: boolean;
  paid_on: string | null;
  amount: number | null;
  paid_by: FeePayer;
  family: boolean;
  type_id: string | null;
  type_eligible: boolean | null;
  rev: number;
};
type Asked = { rules: KeptRules | null; grant_age: number; types: TypeFacts[]; facts: FactRow[] };

/** What a row of `app.grant_rules r` is as JSON. */
export const RULES_JSON = `json_build_object('year', r.year, 'underAge', r.under_age, 'selfPayAge', r.self_pay_age, 'minAmount', r.min_amount,
  'minFamilyAmount', r.min_family_amount, 'prepaidFrom', r.prepaid_from, 'lastPaidOn', r.last_paid_on, 'chapterMembers', r.chapter_members,
  'source', r.source, 'checkedOn', r.checked_on, 'rev', r.rev)`;
/** The organization's types of membership as JSON, by name; `$1` is the organization. */
export const TYPES_JSON = `(select coalesce(json_agg(json_build_object('id', y.id, 'name', y.name, 'eligible', y.eligible, 'fee', y.fee,
  'archived', y.archived_on is not null, 'rev', y.rev) order by y.archived_on is not null, y.name_key), '[]') from app.membership_type y where y.organization_id = $1)`;

const ASK = `select (select ${RULES_JSON} from app.grant_rules r where r.organization_id = $1 and r.year = $3) as rules, o.grant_age, ${TYPES_JSON} as types,
    (select coalesce(json_agg(f), '[]') from authz.grant_facts($2, $3) f) as facts
  from app.organization o where o.id = $1`;

/** A year's rules as they stand: what national has set, else what the product says with the organization's age. */
export const rulesOf = (year: number, kept: KeptRules | null, grantAge: number): KeptRules =>
  kept ?? { ...defaultGrantRules(year, grantAge), rev: 0 };

// an organization that has named no types has one, and its members a vote
const factsOf = (row: FactRow, typesInUse: boolean): GrantFacts => ({
  birthDate: row.birth_date,
  birthYear: row.birth_year,
  joinedOn: row.joined_on,
  joinedChapterOn: row.joined_chapter_on,
  leftOn: row.left_on,
  merged: false,
  locked: row.locked,
  fee: row.paid_on ? { paidOn: row.paid_on, amount: row.amount, paidBy: row.paid_by, family: row.family } : null,
  typeEligible: row.type_eligible ?? (typesInUse ? null : true),
});

/** A member of whom something is missing, for their own board. */
export type LackingMember = {
  id: string;
  name: string;
  birthYear: number | null;
  paidOn: string | null;
  amount: number | null;
  paidBy: FeePayer;
  family: boolean;
  typeId: string | null;
  gaps: GrantGap[];
};
export type GrantCounted = {
  rules: KeptRules;
  count: ChapterGrantCount;
  types: TypeFacts[];
  lacking: LackingMember[];
};

/**
 * Counts a chapter on the last day of a year, in one statement: who is not its own board counts nobody. Of a year that is not over it
 * is how it would be. Throws BAD_REQUEST for a year out of reach.
 */
export async function countForGrant(work: Work, chapterId: string, year: number): Promise<GrantCounted> {
  if (!Number.isInteger(year) || year < 2000 || year > Number(work.today.slice(0, 4)))
    throw new AppError("BAD_REQUEST");
  const [asked] = await work.query<Asked>(ASK, [seated(work).organizationId, chapterId, year]);
  if (!asked) throw new AppError("FORBIDDEN");
  const rules = rulesOf(year, asked.rules, asked.grant_age);
  const typesInUse = asked.types.some(({ archived }) => !archived);
  const members = asked.facts.map((row) => ({ row, facts: factsOf(row, typesInUse) }));
  const lacking = members.flatMap(({ row, facts }): LackingMember[] => {
    const gaps = grantGaps(facts, rules);
    if (gaps.length === 0) return [];
    return [
      {
        id: row.member_id,
        name: `${row.first_name ?? ""} ${row.last_name ?? ""}`.trim(),
        birthYear: row.birth_year,
        paidOn: row.paid_on,
        amount: row.amount,
        paidBy: row.paid_by,
        family: row.family,
        typeId: row.type_id,
        gaps,
      },
    ];
  });
  const count = countChapter(
    members.map(({ facts }) => facts),
    rules,
  );
  return { rules, count, types: asked.types, lacking };
}
