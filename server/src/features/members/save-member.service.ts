import { evaluateTriggersSoon } from "./begin-touchpoints.js";
import { readPhone } from "@varde/domain";
import type { FeePayer, Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse, Refusal } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { parseEmail } from "../../kernel/mail/address.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { actingChapter } from "./list-members.service.js";
import type { MemberFacts } from "./member.inputs.js";
import { ageOn, openContacts } from "./member.rows.js";
import type { Contacts, SealedContacts } from "./member.rows.js";
import { MEMBER_TEXTS } from "./member.texts.js";
import type { Guardian } from "./member.type.js";

type Ages = { min_age: number; self_join_age: number };
type Current = SealedContacts & {
  rev: number;
  left: boolean;
  member_no: string | null;
  first_name: string;
  last_name: string;
  birth_date: string | null;
  birth_year: number | null;
  postcode: string | null;
  joined_on: string;
  joined_chapter_on: string;
  membership_type_id: string | null;
};
type Ask = { work: Work; sealer: Sealer; language: Language };

const NONE: Contacts = { email: null, mobile: null, guardian: null };
const path = (...rest: string[]) => ["member", ...rest];

/** An address and a number in the one spelling we keep. What already stands there stays as it is. */
function keptContacts(
  facts: Pick<MemberFacts, "email" | "mobile">,
  was: Omit<Contacts, "guardian">,
  language: Language,
  at: string[],
) {
  const problems: { code: "INVALID"; path: string[]; message: string }[] = [];
  const read = (name: "email" | "mobile", parse: (text: string) => string | null): string | null => {
    const text = facts[name];
    if (text === null || text === was[name]) return text;
    const parsed = parse(text);
    if (!parsed) problems.push({ code: "INVALID", path: [...at, name], message: say(language, MEMBER_TEXTS[name]) });
    return parsed;
  };
  const email = read("email", parseEmail);
  const mobile = read("mobile", (text) => readPhone(text)?.number ?? null);
  if (problems.length > 0) throw new Refusal(problems);
  return { email, mobile };
}

/** The guardian of one who is, or may be, too young to join alone; nobody else's is kept. */
function keptGuardian({ work, language }: Ask, facts: MemberFacts, ages: Ages, was: Guardian | null): Guardian | null {
  const { birthDate, birthYear } = facts;
  const turns = birthDate
    ? ageOn(birthDate, work.today)
    : birthYear
      ? Number(work.today.slice(0, 4)) - birthYear
      : null;
  if (turns === null) return null;
  if (turns < ages.min_age) {
    const field = birthDate ? "birthDate" : "birthYear";
    refuse("INVALID", say(language, MEMBER_TEXTS.tooYoung(ages.min_age)), path(field));
  }
  const maybeYoung = !birthDate && turns === ages.self_join_age;
  if (turns >= ages.self_join_age && !maybeYoung) return null;
  const guardian = facts.guardian;
  const contacts = guardian && keptContacts(guardian, was ?? NONE, language, path("guardian"));
  const whole = guardian?.name && (contacts?.email || contacts?.mobile);
  if (whole && contacts) return { name: guardian.name, ...contacts };
  return maybeYoung
    ? refuse("INVALID", say(language, MEMBER_TEXTS.dateForGuardian(ages.self_join_age)), path("birthDate"))
    : refuse("INVALID", say(language, MEMBER_TEXTS.guardianNeeded(ages.self_join_age)), path("guardian"));
}

async function agesOf(work: Work): Promise<Ages> {
  const [ages] = await work.query<Ages>(`select min_age, self_join_age from app.organization where id = $1`, [
    seated(work).organizationId,
  ]);
  if (!ages) throw new AppError("FORBIDDEN");
  return ages;
}

async function demandFreeNumber({ work, language }: Ask, id: string, memberNo: string | null): Promise<void> {
  if (memberNo === null) return;
  const taken = await work.query(
    `select 1 from app.member where chapter_id = $1 and member_no = $2 and id <> $3 and left_on is null`,
    [actingChapter(work), memberNo, id],
  );
  if (taken.length > 0) refuse("INVALID", say(language, MEMBER_TEXTS.memberNoTaken), path("memberNo"), id);
}

async function demandType(work: Work, id: string | null): Promise<void> {
  if (id === null) return;
  const known = await work.query(`select 1 from app.membership_type where organization_id = $1 and id = $2`, [
    seated(work).organizationId,
    id,
  ]);
  if (known.length === 0) throw new AppError("NOT_FOUND");
}

/** The columns of the form in one order, contact data sealed for this member. */
function columnsOf(ask: Ask, id: string, facts: MemberFacts, contacts: Contacts): Record<string, unknown> {
  const { sealer, work } = ask;
  const scope = seated(work).organizationId;
  const seal = (value: string | null, column: string) => value && sealer.seal(value, `member/${id}/${column}`);
  const index = (value: string | null) => value && sealer.blindIndex(scope, value);
  return {
    member_no: facts.memberNo,
    first_name: facts.firstName,
    last_name: facts.lastName,
    birth_date: facts.birthDate,
    birth_year: facts.birthDate ? Number(facts.birthDate.slice(0, 4)) : facts.birthYear,
    email_ct: seal(contacts.email, "email"),
    email_bidx: index(contacts.email),
    mobile_ct: seal(contacts.mobile, "mobile"),
    mobile_bidx: index(contacts.mobile),
    postcode: facts.postcode,
    guardian_ct: seal(contacts.guardian && JSON.stringify(contacts.guardian), "guardian"),
    joined_on: facts.joinedOn,
    joined_chapter_on: facts.joinedChapterOn ?? facts.joinedOn,
    membership_type_id: facts.membershipTypeId,
  };
}

async function contactsOf(ask: Ask, facts: MemberFacts, was: Contacts, birthKnown: boolean): Promise<Contacts> {
  const { work, language } = ask;
  if (birthKnown && !facts.birthDate && !facts.birthYear)
    refuse("INVALID", say(language, MEMBER_TEXTS.birthNeeded), path("birthDate"));
  const contacts = keptContacts(facts, was, language, path());
  return { ...contacts, guardian: keptGuardian(ask, facts, await agesOf(work), was.guardian) };
}

/** Takes a member into the acting chapter. */
export async function addMember(ask: Ask, id: string, facts: MemberFacts): Promise<Done> {
  const { work, language } = ask;
  const chapterId = actingChapter(work);
  if (!isUuid(id)) throw new AppError("BAD_REQUEST");
  const contacts = await contactsOf(ask, facts, NONE, true);
  await demandFreeNumber(ask, id, facts.memberNo);
  await demandType(work, facts.membershipTypeId);
  const columns = columnsOf(ask, id, facts, contacts);
  const names = Object.keys(columns);
  const [made] = await work.query<{ rev: number }>(
    `insert into app.member (organization_id, chapter_id, id, ${names.join(", ")}) values ($1, $2, $3, ${names.map((_, i) => `$${i + 4}`).join(", ")})
     on conflict do nothing returning rev`,
    [seated(work).organizationId, chapterId, id, ...Object.values(columns)],
  );
  if (!made) refuse("CONFLICT", say(language, COMMON.taken));
  await evaluateTriggersSoon(work);
  await audit(work, { action: "MEMBER_ADDED", subjectType: "Member", subjectId: id, chapterId });
  return { id, rev: made.rev };
}

/** Reads a member of the acting chapter that is to be changed. Throws NOT_FOUND, and refuses one who has left or was changed meanwhile. */
async function demandCurrent(
  { work, language }: Pick<Ask, "work" | "language">,
  id: string,
  rev: number,
): Promise<Current> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<Current>(
    `select id, rev, left_on <= $3::date as left, member_no, first_name, last_name, birth_date, birth_year, postcode, joined_on, joined_chapter_on,
            membership_type_id, email_ct, mobile_ct, guardian_ct from app.member where chapter_id = $1 and id = $2`,
    [actingChapter(work), id, work.today],
  );
  if (!row) throw new AppError("NOT_FOUND");
  if (row.left) refuse("LOCKED", say(language, MEMBER_TEXTS.hasLeft), [], id);
  if (row.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  return row;
}

/** The names of the form's fields that differ: names alone, for the trail. */
function changedFields(row: Current, was: Contacts, columns: Record<string, unknown>, now: Contacts): string {
  const plain = [
    "member_no",
    "first_name",
    "last_name",
    "birth_date",
    "birth_year",
    "postcode",
    "joined_on",
    "joined_chapter_on",
    "membership_type_id",
  ];
  const changed = plain.filter((name) => row[name as keyof Current] !== columns[name]);
  for (const name of ["email", "mobile", "guardian"] as const)
    if (JSON.stringify(was[name]) !== JSON.stringify(now[name])) changed.push(name);
  return changed.join(" ");
}

/** Corrects what the register holds of a member who is in the chapter. */
export async function updateMember(ask: Ask, id: string, rev: number, facts: MemberFacts): Promise<Done> {
  const { work, language } = ask;
  const chapterId = actingChapter(work);
  const row = await demandCurrent(ask, id, rev);
  const was = openContacts(ask.sealer, row);
  const contacts = await contactsOf(ask, facts, was, row.birth_year !== null).catch((error: unknown) => {
    if (error instanceof Refusal) throw new Refusal(error.problems, id);
    throw error;
  });
  await demandFreeNumber(ask, id, facts.memberNo);
  await demandType(work, facts.membershipTypeId);
  const columns = columnsOf(ask, id, facts, contacts);
  const names = Object.keys(columns);
  const [saved] = await work.query<{ rev: number }>(
    `update app.member set ${names.map((name, i) => `${name} = $${i + 4}`).join(", ")}, rev = rev + 1 where chapter_id = $1 and id = $2 and rev = $3 returning rev`,
    [chapterId, id, rev, ...Object.values(columns)],
  );
  if (!saved) return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  const fields = changedFields(row, was, columns, contacts);
  await evaluateTriggersSoon(work);
  await audit(work, { action: "MEMBER_CHANGED", subjectType: "Member", subjectId: id, chapterId, detail: { fields } });
  return { id, rev: saved.rev };
}

/** Writes down what kind of contact a member has asked for. */
export async function setContactPreference(
  ask: Pick<Ask, "work" | "language">,
  id: string,
  rev: number,
  wish: { preference: string; until?: string | null | undefined },
): Promise<Done> {
  const { work, language } = ask;
  const chapterId = actingChapter(work);
  await demandCurrent(ask, id, rev);
  const [saved] = await work.query<{ rev: number }>(
    `update app.member set contact_preference = $4, contact_again_on = $5, rev = rev + 1 where chapter_id = $1 and id = $2 and rev = $3 returning rev`,
    [chapterId, id, rev, wish.preference, wish.preference === "NOT_NOW" ? (wish.until ?? null) : null],
  );
  if (!saved) return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  await evaluateTriggersSoon(work);
  await audit(work, { action: "MEMBER_PREFERENCE_SET", subjectType: "Member", subjectId: id, chapterId });
  return { id, rev: saved.rev };
}

/** Writes down that the fee of a year is paid, or that it is not. */
export async function setFeePaid(
  ask: Pick<Ask, "work" | "language">,
  id: string,
  rev: number,
  fee: {
    year: number;
    paidOn?: string | null | undefined;
    amount?: number | null | undefined;
    paidBy?: FeePayer | null | undefined;
    family?: boolean | null | undefined;
  },
): Promise<Done> {
  const { work, language } = ask;
  const chapterId = actingChapter(work);
  const member = await demandCurrent(ask, id, rev);
  const joined = Number(member.joined_on.slice(0, 4));
  const first = Math.max(joined, 2000);
  if (fee.year < first || fee.year > Number(work.today.slice(0, 4)) + 1)
    refuse("INVALID", say(language, MEMBER_TEXTS.feeYear), ["year"], id);
  if (fee.paidOn && fee.paidOn > work.today)
    refuse("INVALID", say(language, MEMBER_TEXTS.paidInFuture), ["paidOn"], id);
  if (fee.paidOn && fee.paidOn < `${fee.year - 1}-01-01`)
    refuse("INVALID", say(language, MEMBER_TEXTS.joinedUnlikely), ["paidOn"], id);
  if (typeof fee.amount === "number" && (fee.amount < 0 || fee.amount > 1_000_000))
    refuse("INVALID", say(language, MEMBER_TEXTS.feeAmount), ["amount"], id);
  const [saved] = await work.query<{ rev: number }>(
    `update app.member set rev = rev + 1 where chapter_id = $1 and id = $2 and rev = $3 returning rev`,
    [chapterId, id, rev],
  );
  if (!saved) return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  await work.query(
    `insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on, amount, paid_by, family) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (chapter_id, member_id, year) do update
       set paid_on = excluded.paid_on, amount = excluded.amount, paid_by = excluded.paid_by, family = excluded.family`,
    [
      seated(work).organizationId,
      chapterId,
      id,
      fee.year,
      fee.paidOn ?? null,
      (fee.paidOn && fee.amount) ?? null,
      (fee.paidOn && fee.paidBy) || "UNKNOWN",
      !!fee.paidOn && fee.family === true,
    ],
  );
  const detail = { year: fee.year };
  await audit(work, { action: "MEMBER_FEE_SET", subjectType: "Member", subjectId: id, chapterId, detail });
  return { id, rev: saved.rev };
}
