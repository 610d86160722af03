import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { grantRulesRules, membershipTypeRules } from "./grant-count.inputs.js";
import type { SaveMembershipTypeInput, SetGrantRulesInput } from "./grant-count.inputs.js";
import { GRANT_COUNT_TEXTS } from "./grant-count.texts.js";
import type { GrantSettings } from "./grant-count.type.js";
import { RULES_JSON, rulesOf, TYPES_JSON } from "./read-grant-count.js";
import type { KeptRules, TypeFacts } from "./read-grant-count.js";

const YEARS = 3;

/** The rules of this year and the two before it, and the types of membership. */
export async function readGrantSettings(work: Work): Promise<GrantSettings> {
  const year = Number(work.today.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, back) => year - back);
  const [row] = await work.query<{ grant_age: number; kept: KeptRules[]; types: TypeFacts[] }>(
    `select o.grant_age, ${TYPES_JSON} as types,
            (select coalesce(json_agg(${RULES_JSON}), '[]') from app.grant_rules r where r.organization_id = o.id and r.year = any ($2)) as kept
       from app.organization o where o.id = $1`,
    [seated(work).organizationId, years],
  );
  if (!row) throw new AppError("FORBIDDEN");
  const rules = years.map((of) => rulesOf(of, row.kept.find((kept) => kept.year === of) ?? null, row.grant_age));
  return { rules, types: row.types };
}

/** The types of membership a board may choose among. */
export async function readMembershipTypes(work: Work): Promise<TypeFacts[]> {
  const [row] = await work.query<{ types: TypeFacts[] }>(`select ${TYPES_JSON} as types`, [
    seated(work).organizationId,
  ]);
  return (row?.types ?? []).filter(({ archived }) => !archived);
}

/** Sets the rules of a year that has begun, with where and when they were read. */
export async function setGrantRules(work: Work, input: SetGrantRulesInput, language: Language): Promise<Done> {
  const { year, rev } = input;
  const { organizationId } = seated(work);
  const current = Number(work.today.slice(0, 4));
  if (year > current || year <= current - YEARS) throw new AppError("BAD_REQUEST");
  const rules = checkInput(grantRulesRules(language, year, work.today), { ...input }, language);
  const values = [
    rules.underAge,
    rules.selfPayAge,
    rules.minAmount,
    rules.minFamilyAmount,
    rules.prepaidFrom,
    rules.lastPaidOn,
    rules.chapterMembers,
    rules.source,
    rules.checkedOn,
  ];
  const set = await work.query<{ rev: number }>(
    rev === 0
      ? `insert into app.grant_rules (organization_id, year, under_age, self_pay_age, min_amount, min_family_amount, prepaid_from, last_paid_on, chapter_members, source, checked_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning rev`
      : `update app.grant_rules set under_age = $3, self_pay_age = $4, min_amount = $5, min_family_amount = $6, prepaid_from = $7, last_paid_on = $8,
                chapter_members = $9, source = $10, checked_on = $11, rev = rev + 1 where organization_id = $1 and year = $2 and rev = $12 returning rev`,
    [organizationId, year, ...values, ...(rev === 0 ? [] : [rev])],
  );
  if (set.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), []);
  const { underAge, selfPayAge, minAmount, minFamilyAmount, chapterMembers, checkedOn } = rules;
  await audit(work, {
    action: "GRANT_RULES_SET",
    subjectType: "Organization",
    subjectId: organizationId,
    detail: { year, underAge, selfPayAge, minAmount, minFamilyAmount, chapterMembers, checkedOn },
  });
  return { id: organizationId };
}

/** Adds a type of membership, or changes one. */
export async function saveMembershipType(
  work: Work,
  input: SaveMembershipTypeInput,
  language: Language,
): Promise<Done> {
  const { id, rev } = input;
  const { organizationId } = seated(work);
  if (!isUuid(id)) throw new AppError(rev === 0 ? "BAD_REQUEST" : "NOT_FOUND");
  const type = checkInput(membershipTypeRules(language), { ...input, fee: input.fee ?? null }, language);
  const taken = await work.query(
    `select 1 from app.membership_type where organization_id = $1 and name_key = lower($3) and id <> $2 and archived_on is null`,
    [organizationId, id, type.name],
  );
  if (!type.archived && taken.length > 0) refuse("INVALID", say(language, GRANT_COUNT_TEXTS.nameTaken), ["name"]);
  const away = type.archived ? work.today : null;
  const saved = await work.query<{ rev: number }>(
    rev === 0
      ? `insert into app.membership_type (organization_id, id, name, eligible, fee, archived_on) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning rev`
      : `update app.membership_type set name = $3, eligible = $4, fee = $5, archived_on = $6, rev = rev + 1 where organization_id = $1 and id = $2 and rev = $7 returning rev`,
    [organizationId, id, type.name, type.eligible, type.fee, away, ...(rev === 0 ? [] : [rev])],
  );
  if (saved.length === 0) {
    const there = await work.query(`select 1 from app.membership_type where organization_id = $1 and id = $2`, [
      organizationId,
      id,
    ]);
    if (rev > 0 && there.length === 0) throw new AppError("NOT_FOUND");
    refuse("CONFLICT", say(language, COMMON.conflict), []);
  }
  const detail = { eligible: type.eligible, fee: type.fee, archived: type.archived };
  await audit(work, { action: "MEMBERSHIP_TYPE_SAVED", subjectType: "MembershipType", subjectId: id, detail });
  return { id, rev: saved[0]!.rev };
}
