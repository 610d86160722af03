import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countChapter,
  countsForGrant,
  defaultGrantRules,
  FEE_PAYERS,
  grantRulings,
  grantVerdict,
} from "./grant-count.js";
import type { GrantFacts, GrantFee, GrantVerdict } from "./grant-count.js";

const RULES = defaultGrantRules(2026);
const MEMBER: GrantFacts = {
  birthDate: null,
  birthYear: 2006,
  joinedOn: "2024-01-10",
  joinedChapterOn: "2024-01-10",
  leftOn: null,
  merged: false,
  locked: false,
  fee: { paidOn: "2026-03-01", amount: 60_00, paidBy: "SELF", family: false },
  typeEligible: true,
};

const day = (from: number, to: number) =>
  fc
    .date({ min: new Date(Date.UTC(from, 0, 1)), max: new Date(Date.UTC(to, 11, 31)), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const anyFee: fc.Arbitrary<GrantFee> = fc.record({
  paidOn: fc.option(day(2024, 2027)),
  amount: fc.option(fc.integer({ min: 0, max: 200_00 })),
  paidBy: fc.constantFrom(...FEE_PAYERS),
  family: fc.boolean(),
});
const anyFacts: fc.Arbitrary<GrantFacts> = fc.record({
  birthDate: fc.constant(null),
  birthYear: fc.option(fc.integer({ min: 1985, max: 2026 })),
  joinedOn: day(2020, 2026),
  joinedChapterOn: day(2020, 2027),
  leftOn: fc.option(day(2026, 2027)),
  merged: fc.boolean(),
  locked: fc.constant(false),
  fee: fc.option(anyFee),
  typeEligible: fc.option(fc.boolean()),
});
const RANK: Record<GrantVerdict, number> = { NOT_MET: 0, UNKNOWN: 1, MET: 2 };
const rank = (facts: GrantFacts) => RANK[grantVerdict(grantRulings(facts, RULES))];

describe("for any members", () => {
  it("younger, more, and paid by oneself never counts for less", () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 100_00 }),
        (facts, years, more) => {
          const { birthYear, fee } = facts;
          expect(rank({ ...facts, birthYear: birthYear === null ? null : birthYear + years })).toBeGreaterThanOrEqual(
            rank(facts),
          );
          if (!fee) return;
          const richer = fee.amount === null ? null : fee.amount + more;
          expect(rank({ ...facts, fee: { ...fee, amount: richer } })).toBeGreaterThanOrEqual(rank(facts));
          expect(rank({ ...facts, fee: { ...fee, paidBy: "SELF" } })).toBeGreaterThanOrEqual(rank(facts));
          expect(rank({ ...facts, fee: { ...fee, family: false } })).toBeGreaterThanOrEqual(rank(facts));
        },
      ),
    );
  });

  it("what is written in settles what was not known, and takes nobody back who was ruled out", () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (facts, known) => {
        const settled: GrantFacts = {
          ...facts,
          birthYear: facts.birthYear ?? known.birthYear ?? 2005,
          typeEligible: facts.typeEligible ?? known.typeEligible ?? true,
          fee: facts.fee && {
            ...facts.fee,
            amount: facts.fee.amount ?? known.fee?.amount ?? 60_00,
            paidBy: facts.fee.paidBy === "UNKNOWN" ? "SELF" : facts.fee.paidBy,
          },
        };
        const [before, after] = [rank(facts), rank(settled)];
        expect(after).not.toBe(RANK.UNKNOWN);
        if (before !== RANK.UNKNOWN) expect(after).toBe(before);
      }),
    );
  });

  it("everyone is in one place of the account", () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 30 }), (members) => {
        const count = countChapter(members, RULES);
        const out = count.rules.reduce((sum, { notMet }) => sum + notMet, 0);
        expect(count.counting + count.possible + out).toBe(count.members);
        expect(count.counting).toBe(members.filter((facts) => countsForGrant(facts, RULES)).length);
        let asked = count.members;
        for (const rule of count.rules) {
          expect(rule.asked).toBe(asked);
          expect(rule.met + rule.notMet + rule.unknown).toBe(asked);
          asked -= rule.notMet;
        }
        expect(countChapter([...members, MEMBER], RULES).counting).toBe(count.counting + 1);
      }),
    );
  });

  // the rows of one person who moves from chapter to chapter, each with the fee that came along
  it("nobody counts in two chapters, and a member who stays counts in one", () => {
    fc.assert(
      fc.property(
        day(2022, 2025),
        fc.uniqueArray(day(2026, 2027), { maxLength: 5 }),
        fc.boolean(),
        (joinedOn, moves, staysOn) => {
          const days = [...moves].sort();
          const rows = [joinedOn, ...days].map((joinedChapterOn, i) => ({
            ...MEMBER,
            joinedOn,
            joinedChapterOn,
            leftOn: days[i] ?? (staysOn ? null : "2027-12-31"),
          }));
          expect(rows.filter((facts) => countsForGrant(facts, RULES))).toHaveLength(1);
        },
      ),
    );
  });
});
