import type { Language } from "@varde/domain";
import { auditEach } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { evaluateTriggersSoon } from "../members/index.js";
import { grantFactsRules, MOST_MEMBERS } from "./grant-count.inputs.js";
import type { GrantFactsInput } from "./grant-count.inputs.js";
import { GRANT_COUNT_TEXTS as TEXTS } from "./grant-count.texts.js";
import type { GrantCount } from "./grant-count.type.js";
import { countForGrant } from "./read-grant-count.js";

const SHOWN = 200;

/** The chapter acted in. Throws FORBIDDEN for a seat that is not a chapter's. */
export function ownChapter(work: Work): string {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  return chapterId;
}

/** The acting chapter counted, with those of whom something is missing. */
export async function readGrantCount(work: Work, year: number): Promise<GrantCount> {
  const { rules, count, types, lacking } = await countForGrant(work, ownChapter(work), year);
  const { rules: ruleCounts, ...sums } = count;
  return {
    ...sums,
    rules,
    ruleCounts,
    lacking: lacking.slice(0, SHOWN),
    lackingTotal: lacking.length,
    types: types.filter(({ archived }) => !archived),
  };
}

async function setBirthYear(work: Work, id: string, birthYear: number, language: Language): Promise<void> {
  const [row] = await work.query<{ known: boolean; young: boolean }>(
    `select m.birth_year is not null as known, $3::int - $4::int <= o.self_join_age as young
       from app.member m join app.organization o on o.id = m.organization_id where m.chapter_id = $1 and m.id = $2`,
    [ownChapter(work), id, Number(work.today.slice(0, 4)), birthYear],
  );
  if (!row) throw new AppError("NOT_FOUND");
  if (row.known) refuse("INVALID", say(language, TEXTS.birthKnown), ["birthYear"]);
  if (row.young) refuse("INVALID", say(language, TEXTS.youngNeedsGuardian), ["birthYear"]);
}

async function setFees(work: Work, input: GrantFactsInput, ids: string[], language: Language): Promise<void> {
  const { year, paidOn = null, amount = null, paidBy = null, family = null } = input;
  const chapterId = ownChapter(work);
  if (paidOn !== null)
    await work.query(
      `insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)
       select $1, $2, id, $4, $5 from unnest($3::uuid[]) id
       on conflict (chapter_id, member_id, year) do update set paid_on = excluded.paid_on`,
      [seated(work).organizationId, chapterId, ids, year, paidOn],
    );
  if (amount === null && paidBy === null && family === null) return;
  const set = await work.query(
    `update app.member_fee set amount = coalesce($4, amount), paid_by = coalesce($5, paid_by), family = coalesce($6, family)
      where chapter_id = $1 and member_id = any ($2) and year = $3 and paid_on is not null returning 1`,
    [chapterId, ids, year, amount, paidBy, family],
  );
  if (set.length < ids.length) refuse("INVALID", say(language, TEXTS.payFirst), ["paidOn"]);
}

/**
 * Writes down what is known of some members of the acting chapter, all or none of them. Those who have left can still be written
 * about while the register knows them: they may have been members on the day of counting.
 */
export async function setGrantFacts(work: Work, input: GrantFactsInput, language: Language): Promise<Done> {
  const chapterId = ownChapter(work);
  const ids = [...new Set(input.memberIds)];
  const { year, birthYear = null, typeId = null } = input;
  if (ids.length === 0 || ids.length > MOST_MEMBERS) refuse("INVALID", say(language, TEXTS.chooseSome), ["memberIds"]);
  if (!ids.every(isUuid) || (typeId !== null && !isUuid(typeId))) throw new AppError("NOT_FOUND");
  if (year < 2000 || year > Number(work.today.slice(0, 4))) throw new AppError("BAD_REQUEST");
  const { paidOn = null, amount = null, paidBy = null, family = null } = input;
  checkInput(grantFactsRules(language, year, work.today), { birthYear, paidOn, amount }, language);
  const ofFee = [paidOn, amount, paidBy, family].some((fact) => fact !== null);
  const ofMember = birthYear !== null || typeId !== null;
  if (!ofFee && !ofMember) refuse("INVALID", say(language, TEXTS.nothing), []);
  if (birthYear !== null) {
    if (ids.length > 1) refuse("INVALID", say(language, TEXTS.oneBirth), ["birthYear"]);
    await setBirthYear(work, ids[0]!, birthYear, language);
  }
  if (typeId !== null) {
    const known = await work.query(
      `select 1 from app.membership_type where organization_id = $1 and id = $2 and archived_on is null`,
      [seated(work).organizationId, typeId],
    );
    if (known.length === 0) throw new AppError("NOT_FOUND");
  }
  const members = await work.query(
    `update app.member set birth_year = coalesce(birth_year, $3), membership_type_id = coalesce($4, membership_type_id), rev = rev + 1
      where chapter_id = $1 and id = any ($2) and contacts_emptied_on is null and end_reason is distinct from 'MERGED' returning 1`,
    [chapterId, ids, birthYear, typeId],
  );
  if (members.length < ids.length) throw new AppError("NOT_FOUND");
  const about = { subjectType: "Member", subjectId: null, chapterId };
  if (ofFee) {
    await setFees(work, input, ids, language);
    await auditEach(work, { ...about, action: "MEMBER_FEE_SET", detail: { year } }, ids);
  }
  if (ofMember) {
    const fields = [birthYear !== null && "birth_year", typeId !== null && "membership_type"].filter(Boolean).join(" ");
    await auditEach(work, { ...about, action: "MEMBER_CHANGED", detail: { fields } }, ids);
  }
  if (birthYear !== null) await evaluateTriggersSoon(work);
  return { id: chapterId };
}
