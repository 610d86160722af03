import { describe, expect, it } from "vitest";
import { countChapter, defaultGrantRules, GRANT_RULES, grantGaps, grantRulings, grantVerdict } from "./grant-count.js";
import type { GrantFacts, GrantFee, GrantReason, GrantRules, GrantVerdict } from "./grant-count.js";
import { GRANT_COUNT_WORDS, kroner, readKroner } from "./grant-count-words.js";

const RULES = defaultGrantRules(2026);
const FEE: GrantFee = { paidOn: "2026-03-01", amount: 60_00, paidBy: "SELF", family: false };
const MEMBER: GrantFacts = {
  birthDate: "2006-06-15",
  birthYear: 2006,
  joinedOn: "2024-01-10",
  joinedChapterOn: "2024-01-10",
  leftOn: null,
  merged: false,
  locked: false,
  fee: FEE,
  typeEligible: true,
};
type Change = Omit<Partial<GrantFacts>, "fee"> & { fee?: Partial<GrantFee> | null };
const but = ({ fee, ...facts }: Change): GrantFacts => ({
  ...MEMBER,
  ...facts,
  fee: fee === null ? null : { ...FEE, ...fee },
});
const born = (birthDate: string): Change => ({ birthDate, birthYear: Number(birthDate.slice(0, 4)) });
const bornIn = (birthYear: number | null): Change => ({ birthDate: null, birthYear });
const paid = (fee: Partial<GrantFee>): Change => ({ fee });

// what it is about · what differs from a member of 20 who paid 60 kr themselves in March · counts · why not · other rules
const EXAMPLES: [string, Change, GrantVerdict, GrantReason[], Partial<GrantRules>?][] = [
  ["twenty, paid 60 kr in March", {}, "MET", []],
  // age
  ["turns 26 on 31.12", born("2000-12-31"), "NOT_MET", ["TOO_OLD"]],
  ["turned 26 on 1.1.", born("2000-01-01"), "NOT_MET", ["TOO_OLD"]],
  ["born 1.1. of the year after: 25 all the year", born("2001-01-01"), "MET", []],
  ["turns 25 on 31.12", born("2001-12-31"), "MET", []],
  ["only the year of birth is known: 25 this year", bornIn(2001), "MET", []],
  ["only the year of birth is known: 26 this year", bornIn(2000), "NOT_MET", ["TOO_OLD"]],
  ["no birth known, paid it themselves", bornIn(null), "UNKNOWN", ["NO_BIRTH"]],
  [
    "no birth known, a parent paid",
    { ...bornIn(null), ...paid({ paidBy: "OTHER" }) },
    "UNKNOWN",
    ["NO_BIRTH", "NO_BIRTH"],
  ],
  ["36: the oldest one may be a member, and too old to count", born("1990-05-05"), "NOT_MET", ["TOO_OLD"]],
  ["30, in a scheme that counts under 36", born("1996-05-05"), "MET", [], { underAge: 36 }],
  ["36 in a scheme that counts under 36", born("1990-05-05"), "NOT_MET", ["TOO_OLD"], { underAge: 36 }],
  ["born this year", born("2026-12-31"), "MET", []],
  // when
  ["paid 1.1.", paid({ paidOn: "2026-01-01" }), "MET", []],
  ["paid 31.12.", paid({ paidOn: "2026-12-31" }), "MET", []],
  ["paid 1.1. of the year after", paid({ paidOn: "2027-01-01" }), "NOT_MET", ["TOO_LATE"]],
  ["paid in December for the year after", paid({ paidOn: "2025-12-15" }), "MET", []],
  ["paid on the first day one can pay ahead", paid({ paidOn: "2025-01-01" }), "MET", []],
  ["paid before one can pay ahead", paid({ paidOn: "2024-12-31" }), "NOT_MET", ["TOO_EARLY"]],
  [
    "paid in September, where one pays ahead from October",
    paid({ paidOn: "2025-09-30" }),
    "NOT_MET",
    ["TOO_EARLY"],
    { prepaidFrom: "2025-10-01" },
  ],
  [
    "paid on 1 October, where one pays ahead from then",
    paid({ paidOn: "2025-10-01" }),
    "MET",
    [],
    { prepaidFrom: "2025-10-01" },
  ],
  [
    "paid in December, where one cannot pay ahead",
    paid({ paidOn: "2025-12-31" }),
    "NOT_MET",
    ["TOO_EARLY"],
    { prepaidFrom: "2026-01-01" },
  ],
  [
    "paid in January after, where the last day is the 31st",
    paid({ paidOn: "2027-01-31" }),
    "MET",
    [],
    { lastPaidOn: "2027-01-31" },
  ],
  [
    "has not paid",
    paid({ paidOn: null, amount: null, paidBy: "UNKNOWN" }),
    "NOT_MET",
    ["NOT_PAID", "NOT_PAID", "NOT_PAID"],
  ],
  ["no line about a fee", { fee: null }, "NOT_MET", ["NOT_PAID", "NOT_PAID", "NOT_PAID"]],
  // how much
  ["50 kr", paid({ amount: 50_00 }), "MET", []],
  ["49.99", paid({ amount: 49_99 }), "NOT_MET", ["TOO_LITTLE"]],
  ["nothing", paid({ amount: 0 }), "NOT_MET", ["TOO_LITTLE"]],
  ["amount not known", paid({ amount: null }), "UNKNOWN", ["NO_AMOUNT"]],
  ["a family paid 100", paid({ amount: 100_00, family: true }), "MET", []],
  ["a family paid 99", paid({ amount: 99_00, family: true }), "NOT_MET", ["TOO_LITTLE"]],
  ["a family paid 60", paid({ amount: 60_00, family: true }), "NOT_MET", ["TOO_LITTLE"]],
  ["a family paid, nobody knows how much", paid({ amount: null, family: true }), "UNKNOWN", ["NO_AMOUNT"]],
  ["60 kr, where 100 are asked for", {}, "NOT_MET", ["TOO_LITTLE"], { minAmount: 100_00 }],
  // by whom
  [
    "18 on the last day, a parent paid",
    { ...born("2008-12-31"), ...paid({ paidBy: "OTHER" }) },
    "NOT_MET",
    ["PAID_BY_OTHER"],
  ],
  ["18 on the last day, paid it themselves", born("2008-12-31"), "MET", []],
  ["17 on the last day, a parent paid", { ...born("2009-01-01"), ...paid({ paidBy: "OTHER" }) }, "MET", []],
  ["17 by the year of birth, a parent paid", { ...bornIn(2009), ...paid({ paidBy: "OTHER" }) }, "MET", []],
  [
    "18 by the year of birth, a parent paid",
    { ...bornIn(2008), ...paid({ paidBy: "OTHER" }) },
    "NOT_MET",
    ["PAID_BY_OTHER"],
  ],
  ["20, nobody knows who paid", paid({ paidBy: "UNKNOWN" }), "UNKNOWN", ["NO_PAYER"]],
  ["17, nobody knows who paid", { ...born("2009-05-05"), ...paid({ paidBy: "UNKNOWN" }) }, "MET", []],
  [
    "20, on a family's invoice that a parent paid",
    paid({ amount: 150_00, family: true, paidBy: "OTHER" }),
    "NOT_MET",
    ["PAID_BY_OTHER"],
  ],
  [
    "15, on a family's invoice that a parent paid",
    { ...born("2011-05-05"), ...paid({ amount: 150_00, family: true, paidBy: "OTHER" }) },
    "MET",
    [],
  ],
  ["neither amount nor payer known", paid({ amount: null, paidBy: "UNKNOWN" }), "UNKNOWN", ["NO_AMOUNT", "NO_PAYER"]],
  // type
  ["an honorary member, who has no vote", { typeEligible: false }, "NOT_MET", ["TYPE_WITHOUT_RIGHTS"]],
  ["nobody has said which type", { typeEligible: null }, "UNKNOWN", ["NO_TYPE"]],
  // a member here on 31.12.
  ["left on 30.12.", { leftOn: "2026-12-30" }, "NOT_MET", ["LEFT"]],
  ["left on 31.12.: not there at the end of the day", { leftOn: "2026-12-31" }, "NOT_MET", ["LEFT"]],
  ["left on 1.1. after", { leftOn: "2027-01-01" }, "MET", []],
  [
    "joined on 31.12. and paid",
    { joinedOn: "2026-12-31", joinedChapterOn: "2026-12-31", fee: { paidOn: "2026-12-31" } },
    "MET",
    [],
  ],
  [
    "joined on 1.1. after, paid ahead",
    { joinedOn: "2027-01-01", joinedChapterOn: "2027-01-01" },
    "NOT_MET",
    ["NOT_YET"],
  ],
  ["moved here in August", { joinedChapterOn: "2026-08-20" }, "MET", []],
  ["moved away in August", { leftOn: "2026-08-20" }, "NOT_MET", ["LEFT"]],
  ["moved here in January after", { joinedChapterOn: "2027-01-15" }, "NOT_MET", ["NOT_YET"]],
  ["moved away in January after", { leftOn: "2027-01-15" }, "MET", []],
  // the locked record of who is forgotten: days of joining and leaving are months by then, the fee is the record's
  [
    "erased in March after",
    { ...bornIn(2006), joinedOn: "2024-01-01", joinedChapterOn: "2024-01-01", leftOn: "2027-03-01" },
    "MET",
    [],
  ],
  [
    "erased in December",
    { ...bornIn(2006), joinedOn: "2024-01-01", joinedChapterOn: "2024-01-01", leftOn: "2026-12-01" },
    "NOT_MET",
    ["LEFT"],
  ],
  [
    "erased, with a record that holds no amount: nobody will know",
    { ...paid({ amount: null }), locked: true },
    "NOT_MET",
    ["NO_AMOUNT"],
  ],
  [
    "registered twice and merged: the row that went",
    { merged: true, leftOn: "2027-02-01", fee: null },
    "NOT_MET",
    ["MERGED", "NOT_PAID", "NOT_PAID", "NOT_PAID"],
  ],
  ["registered twice and merged: the row that stayed", {}, "MET", []],
  // one ruled out for good is not asked about what is missing
  [
    "30, and nobody knows who paid what",
    { ...born("1996-05-05"), ...paid({ amount: null, paidBy: "UNKNOWN" }) },
    "NOT_MET",
    ["TOO_OLD", "NO_AMOUNT", "NO_PAYER"],
  ],
];

describe("worked examples", () => {
  it.each(EXAMPLES)("%s", (_, change, verdict, reasons, other) => {
    const rulings = grantRulings(but(change), { ...RULES, ...other });
    expect(rulings.map(({ rule }) => rule)).toEqual(GRANT_RULES);
    expect(rulings.flatMap(({ reason }) => reason ?? [])).toEqual(reasons);
    expect(grantVerdict(rulings)).toBe(verdict);
  });

  it("are more than fifty", () => expect(EXAMPLES.length).toBeGreaterThan(50));

  it("asks only for what can be of use", () => {
    const gaps = (change: Change) => grantGaps(but(change), RULES);
    expect(gaps({})).toEqual([]);
    expect(gaps({ fee: null })).toEqual(["FEE"]);
    expect(gaps({ fee: null, typeEligible: null, ...bornIn(null) })).toEqual(["BIRTH", "FEE", "TYPE"]);
    expect(gaps(paid({ amount: null, paidBy: "UNKNOWN" }))).toEqual(["AMOUNT", "PAYER"]);
    expect(gaps({ ...born("1996-05-05"), fee: null })).toEqual([]);
    expect(gaps({ ...paid({ amount: null }), locked: true })).toEqual([]);
    expect(gaps({ ...paid({ amount: null }), leftOn: "2026-05-05" })).toEqual([]);
  });
});

it("reads kroner as they are written", () => {
  expect(["60", " 60,5 ", "49.99", "0"].map(readKroner)).toEqual([60_00, 60_50, 49_99, 0]);
  expect(["", "60,505", "-1", "seksti", "123456"].map(readKroner)).toEqual([null, null, null, null, null]);
});

describe("a chapter", () => {
  const of = (...changes: Change[]) => countChapter(changes.map(but), RULES);
  const four: Change[] = [{}, {}, {}, {}];

  it("counts with five", () => {
    expect(of(...four, {})).toMatchObject({ members: 5, counting: 5, possible: 0, chapter: "MET", gaps: [] });
    expect(of(...four)).toMatchObject({ counting: 4, chapter: "NOT_MET" });
    expect(of(...four, { typeEligible: false })).toMatchObject({ members: 5, counting: 4, chapter: "NOT_MET" });
    expect(of()).toMatchObject({ members: 0, counting: 0, chapter: "NOT_MET" });
    expect(countChapter(four.map(but), { ...RULES, chapterMembers: 4 }).chapter).toBe("MET");
  });

  it("depends on those of whom something is missing", () => {
    const count = of(...four, paid({ amount: null, paidBy: "UNKNOWN" }));
    expect(count).toMatchObject({ counting: 4, possible: 1, chapter: "UNKNOWN" });
    expect(count.gaps).toEqual([
      { gap: "AMOUNT", members: 1 },
      { gap: "PAYER", members: 1 },
    ]);
  });

  it("says in words how it went, and how it is mended", () => {
    const count = of(...four, { fee: null }, bornIn(null), born("1990-01-01"), { leftOn: "2026-02-02" });
    const nb = GRANT_COUNT_WORDS.nb;
    expect(nb.chapter(count, RULES)).toBe(
      "4 under 26 som har betalt · det trengs 5 · 1 til kan telle når det som mangler, er skrevet inn",
    );
    expect(count.rules.map((rule) => `${nb.rule(rule.rule, RULES)}: ${nb.outcome(rule)}`)).toEqual([
      "Under 26 år 31. desember 2026: 5 av 7 · 1 mangler fødselsår",
      "Har betalt kontingenten for 2026 i tide: 5 av 6",
      "Minst 50 kr (100 kr når en familie betaler samlet): 5 av 5",
      "Har betalt selv, for dem som er 18 år eller eldre: 5 av 5",
      "Medlemstypen gir stemmerett: 5 av 5",
    ]);
    expect(count.gaps.map(({ gap, members }) => nb.gap(gap, members, 2026))).toEqual([
      "1 mangler fødselsår. Spør dem, og skriv det inn.",
      "1 står uten betalt kontingent for 2026. Har de betalt? Skriv inn dagen.",
    ]);
    expect([kroner(60_00), kroner(49_99), kroner(5), kroner(49_90, ".")]).toEqual(["60", "49,99", "0,05", "49.90"]);
  });
});
