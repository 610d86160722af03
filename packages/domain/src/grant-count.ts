/**
 * Who counts when a chapter is counted for public grants. Source: HyperSys, «Tellande og støtteberetta medlemar»
 * (hjelp.hypersys.no), and for the size of a chapter LNU and NMSU. Each number is a setting of the organization with its year,
 * since schemes change; what is here is what stands until somebody has said otherwise.
 */
import type { LocalDate } from "./calendar.js";

export const FEE_PAYERS = ["SELF", "OTHER", "UNKNOWN"] as const;
/** Who paid: the member, somebody else (a parent, the chapter), or nobody has said. */
export type FeePayer = (typeof FEE_PAYERS)[number];

/** A fee of one year. Amounts are in øre; null is not known. Of a family's invoice the amount is the whole invoice's. */
export type GrantFee = { paidOn: LocalDate | null; amount: number | null; paidBy: FeePayer; family: boolean };

/** What the register holds of one member of one chapter. */
export type GrantFacts = {
  birthDate: LocalDate | null;
  birthYear: number | null;
  joinedOn: LocalDate;
  /** later than `joinedOn` for who came from another chapter */
  joinedChapterOn: LocalDate;
  /** the first day on which they were no longer a member of the chapter */
  leftOn: LocalDate | null;
  /** the row was merged into another one of the same person, which holds their facts */
  merged: boolean;
  /** forgotten but for the locked record: what is not known will not be */
  locked: boolean;
  /** the fee of the basis year */
  fee: GrantFee | null;
  /** whether the membership's type gives democratic rights; null when nobody has said which type it is */
  typeEligible: boolean | null;
};

/** The rules of one basis year, whose 31 December is the day of counting. */
export type GrantRules = {
  year: number;
  /** under this age on the day of counting: the year less the year of birth, so that a year of birth is enough */
  underAge: number;
  /** from this age, on the day of counting, the fee has to be paid by oneself */
  selfPayAge: number;
  /** øre, at least, and of a family's invoice */
  minAmount: number;
  minFamilyAmount: number;
  /** the first and the last day on which a fee of the year can have been paid */
  prepaidFrom: LocalDate;
  lastPaidOn: LocalDate;
  /** so many have to count for the chapter to count */
  chapterMembers: number;
  /** where the rules were read, and the day on which somebody last did; null when nobody in the organization has */
  source: string;
  checkedOn: LocalDate | null;
};

export const GRANT_SOURCE = "HyperSys: Tellande og støtteberetta medlemar · LNU: Frifond organisasjon";

/** What stands for a year until the organization has said otherwise. */
export function defaultGrantRules(year: number, underAge = 26): GrantRules {
  return {
    year,
    underAge,
    selfPayAge: 18,
    minAmount: 50_00,
    minFamilyAmount: 100_00,
    prepaidFrom: `${year - 1}-01-01`,
    lastPaidOn: `${year}-12-31`,
    chapterMembers: 5,
    source: GRANT_SOURCE,
    checkedOn: null,
  };
}

/** In the order in which they are asked. */
export const GRANT_RULES = ["MEMBER", "AGE", "PAID", "AMOUNT", "PAYER", "TYPE"] as const;
export type GrantRule = (typeof GRANT_RULES)[number];
export type GrantVerdict = "MET" | "NOT_MET" | "UNKNOWN";
export type GrantReason =
  | "NOT_YET"
  | "LEFT"
  | "MERGED"
  | "TOO_OLD"
  | "NO_BIRTH"
  | "NOT_PAID"
  | "TOO_EARLY"
  | "TOO_LATE"
  | "TOO_LITTLE"
  | "NO_AMOUNT"
  | "PAID_BY_OTHER"
  | "NO_PAYER"
  | "TYPE_WITHOUT_RIGHTS"
  | "NO_TYPE";
/** `reason` is null exactly when the rule is met. */
export type GrantRuling = { rule: GrantRule; verdict: GrantVerdict; reason: GrantReason | null };

/** The day of counting. */
export const countingDay = (year: number): LocalDate => `${year}-12-31`;

/** Years old on the day of counting; null when neither day nor year of birth is known. */
export function ageWhenCounted(facts: Pick<GrantFacts, "birthDate" | "birthYear">, year: number): number | null {
  const born = facts.birthDate ? Number(facts.birthDate.slice(0, 4)) : facts.birthYear;
  return born === null ? null : year - born;
}

type Answer = GrantReason | "MET";

const ASK: Record<GrantRule, (facts: GrantFacts, rules: GrantRules) => Answer> = {
  MEMBER: ({ joinedOn, joinedChapterOn, leftOn, merged }, { year }) => {
    const day = countingDay(year);
    if (merged) return "MERGED";
    if (joinedOn > day || joinedChapterOn > day) return "NOT_YET";
    return leftOn !== null && leftOn <= day ? "LEFT" : "MET";
  },
  AGE: (facts, { year, underAge }) => {
    const age = ageWhenCounted(facts, year);
    if (age === null) return "NO_BIRTH";
    return age < underAge ? "MET" : "TOO_OLD";
  },
  PAID: ({ fee }, { prepaidFrom, lastPaidOn }) => {
    if (!fee?.paidOn) return "NOT_PAID";
    if (fee.paidOn < prepaidFrom) return "TOO_EARLY";
    return fee.paidOn > lastPaidOn ? "TOO_LATE" : "MET";
  },
  AMOUNT: ({ fee }, { minAmount, minFamilyAmount }) => {
    if (!fee?.paidOn) return "NOT_PAID";
    if (fee.amount === null) return "NO_AMOUNT";
    return fee.amount >= (fee.family ? minFamilyAmount : minAmount) ? "MET" : "TOO_LITTLE";
  },
  PAYER: (facts, { year, selfPayAge }) => {
    const { fee } = facts;
    if (!fee?.paidOn) return "NOT_PAID";
    const age = ageWhenCounted(facts, year);
    if (fee.paidBy === "SELF" || (age !== null && age < selfPayAge)) return "MET";
    if (age === null) return "NO_BIRTH";
    return fee.paidBy === "OTHER" ? "PAID_BY_OTHER" : "NO_PAYER";
  },
  TYPE: ({ typeEligible }) => (typeEligible === null ? "NO_TYPE" : typeEligible ? "MET" : "TYPE_WITHOUT_RIGHTS"),
};

const UNKNOWN: ReadonlySet<Answer> = new Set<Answer>(["NO_BIRTH", "NO_AMOUNT", "NO_PAYER", "NO_TYPE"]);

/** What each rule says about one member, in the order of `GRANT_RULES`. */
export function grantRulings(facts: GrantFacts, rules: GrantRules): GrantRuling[] {
  return GRANT_RULES.map((rule) => {
    const answer = ASK[rule](facts, rules);
    if (answer === "MET") return { rule, verdict: "MET", reason: null };
    return { rule, verdict: UNKNOWN.has(answer) && !facts.locked ? "UNKNOWN" : "NOT_MET", reason: answer };
  });
}

/** MET: counts. NOT_MET: does not. UNKNOWN: would count if what is missing turns out well. */
export function grantVerdict(rulings: readonly GrantRuling[]): GrantVerdict {
  if (rulings.some(({ verdict }) => verdict === "NOT_MET")) return "NOT_MET";
  return rulings.some(({ verdict }) => verdict === "UNKNOWN") ? "UNKNOWN" : "MET";
}

/** Whether a member counts for the chapter: everything is known, and every rule is met. */
export const countsForGrant = (facts: GrantFacts, rules: GrantRules): boolean =>
  grantVerdict(grantRulings(facts, rules)) === "MET";

/** What a board can write down. FEE: it stands as unpaid. */
export const GRANT_GAPS = ["BIRTH", "FEE", "AMOUNT", "PAYER", "TYPE"] as const;
export type GrantGap = (typeof GRANT_GAPS)[number];

const GAP_OF: Partial<Record<GrantReason, GrantGap>> = {
  NO_BIRTH: "BIRTH",
  NOT_PAID: "FEE",
  NO_AMOUNT: "AMOUNT",
  NO_PAYER: "PAYER",
  NO_TYPE: "TYPE",
};

/** What is missing before a member can count; nothing for one who counts, or whom a rule has ruled out for good. */
export function grantGaps(facts: GrantFacts, rules: GrantRules): GrantGap[] {
  if (facts.locked) return [];
  const open = grantRulings(facts, rules).filter(({ verdict }) => verdict !== "MET");
  if (open.some(({ reason }) => reason === null || !GAP_OF[reason])) return [];
  const gaps = new Set(open.map(({ reason }) => reason && GAP_OF[reason]));
  return GRANT_GAPS.filter((gap) => gaps.has(gap));
}

/**
 * One rule over a chapter. It is asked of those whom no rule before it has ruled out, so that everyone who does not count is
 * ruled out in one place: `asked` = `met` + `notMet` + `unknown`, and `asked` of the next = `asked` − `notMet`.
 */
export type GrantRuleCount = { rule: GrantRule; asked: number; met: number; notMet: number; unknown: number };

export type ChapterGrantCount = {
  year: number;
  /** members of the chapter on the day of counting */
  members: number;
  counting: number;
  /** who would count if what is missing turns out well */
  possible: number;
  /** of `GRANT_RULES`, without MEMBER */
  rules: GrantRuleCount[];
  /** members who lack it and could count with it; one may lack more than one */
  gaps: { gap: GrantGap; members: number }[];
  /** UNKNOWN: it depends on those who might */
  chapter: GrantVerdict;
};

/** Counts a chapter from its members. */
export function countChapter(members: readonly GrantFacts[], rules: GrantRules): ChapterGrantCount {
  const here = members.filter((facts) => ASK.MEMBER(facts, rules) === "MET");
  const all = here.map((facts) => grantRulings(facts, rules));
  const verdicts = all.map(grantVerdict);
  const n = (verdict: GrantVerdict) => verdicts.filter((said) => said === verdict).length;
  let left = all;
  const outcomes = GRANT_RULES.slice(1).map((rule): GrantRuleCount => {
    const of = (wanted: GrantVerdict) =>
      left.filter((said) => said.some((ruling) => ruling.rule === rule && ruling.verdict === wanted));
    const ruledOut = new Set(of("NOT_MET"));
    const counted = {
      rule,
      asked: left.length,
      met: of("MET").length,
      notMet: ruledOut.size,
      unknown: of("UNKNOWN").length,
    };
    left = left.filter((said) => !ruledOut.has(said));
    return counted;
  });
  const gaps = here.flatMap((facts) => grantGaps(facts, rules));
  const [counting, possible] = [n("MET"), n("UNKNOWN")];
  return {
    year: rules.year,
    members: all.length,
    counting,
    possible,
    rules: outcomes,
    gaps: GRANT_GAPS.map((gap) => ({ gap, members: gaps.filter((one) => one === gap).length })).filter(
      ({ members: lacking }) => lacking > 0,
    ),
    chapter:
      counting >= rules.chapterMembers ? "MET" : counting + possible >= rules.chapterMembers ? "UNKNOWN" : "NOT_MET",
  };
}
