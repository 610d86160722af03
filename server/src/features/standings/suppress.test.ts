import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suppress } from "./suppress.js";
import type { SuppressInput } from "./suppress.js";
import type { PublishedCount } from "./release.js";
import { FIRST_RELEASE, unitOf as unit } from "./release.testing.js";

const base = { organizationId: "federation", aboutMember: true, k: 5, ...FIRST_RELEASE };
const valueOf = (published: PublishedCount[], unitId: string, measure: string) =>
  published.find((one) => one.unitId === unitId && one.measure === measure)?.value;

const counts = fc.record({
  ON_TIME: fc.nat(30),
  LATE: fc.nat(9),
  MISSED: fc.nat(9),
  OPEN: fc.nat(6),
  OVERDUE: fc.nat(6),
  WAIVED: fc.nat(6),
  "field:next:true": fc.nat(20),
  "field:next:false": fc.nat(20),
});
const worlds = fc
  .array(fc.record({ counts, regionId: fc.constantFrom("east", "west", null) }), { minLength: 1, maxLength: 8 })
  .map((all) => all.map((one, i) => unit(`c${i}`, one.regionId, one.counts)));

const oneSmall = (small: number): SuppressInput => ({
  ...base,
  units: [
    unit("a", "east", { "field:next:true": 9, "field:next:false": 8 }),
    unit("b", "east", { "field:next:true": 9, "field:next:false": small }),
    unit("c", "west", { "field:next:true": 6, "field:next:false": 6 }),
    unit("d", "west", { "field:next:true": 7, "field:next:false": 0 }),
    unit("e", "east", { "field:next:true": 9, "field:next:false": 9 }),
  ],
});

describe("what is published", () => {
  test("never holds a count of 1-4, at any level or joined", () => {
    fc.assert(
      fc.property(worlds, (units) => {
        for (const { value } of suppress({ ...base, units }))
          expect(value === null || value === 0 || value >= 5).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("joins late and missed only where that is already visible", () => {
    fc.assert(
      fc.property(worlds, (units) => {
        const byUnit = Map.groupBy(suppress({ ...base, units }), (one) => `${one.unitKind}/${one.unitId}`);
        for (const published of byUnit.values()) {
          const of = (measure: string) => published.find((one) => one.measure === measure)!.value;
          const [late, missed, closed, onTime] = [of("LATE"), of("MISSED"), of("CLOSED"), of("ON_TIME")];
          const split = late !== null && missed !== null ? late + missed : null;
          const rest = closed !== null && onTime !== null ? closed - onTime : null;
          expect(of("LATE_OR_MISSED")).toBe(split ?? rest);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("keeps total = sum of the chapters where all are visible", () => {
    const units = [unit("a", "east", { ON_TIME: 9, LATE: 6 }), unit("b", "west", { ON_TIME: 7, MISSED: 5 })];
    const published = suppress({ ...base, units });
    expect(valueOf(published, "federation", "ON_TIME")).toBe(16);
    expect(valueOf(published, "federation", "CLOSED")).toBe(27);
    expect(valueOf(published, "b", "LATE_OR_MISSED")).toBe(5);
  });

  test("shows late and missed as one when one of them is small", () => {
    const units = [
      unit("a", null, { ON_TIME: 26, LATE: 3, MISSED: 7 }),
      unit("b", null, { ON_TIME: 20, LATE: 7, MISSED: 4 }),
    ];
    const published = suppress({ ...base, units });
    expect([valueOf(published, "a", "LATE"), valueOf(published, "a", "MISSED")]).toEqual([null, null]);
    expect(valueOf(published, "a", "ON_TIME")).toBe(26);
    expect(valueOf(published, "a", "LATE_OR_MISSED")).toBe(10);
  });

  test("shows the choices of a question whole or not at all at a level", () => {
    const hidden = suppress(oneSmall(2));
    expect(valueOf(hidden, "federation", "field:next:true")).toBe(40);
    expect(valueOf(hidden, "east", "field:next:false")).toBe(19);
    expect(valueOf(hidden, "a", "field:next:true")).toBeNull();
    expect(valueOf(hidden, "b", "field:next:false")).toBeNull();
    expect(valueOf(hidden, "d", "field:next:false")).toBe(0);
    expect(valueOf(suppress(oneSmall(5)), "b", "field:next:false")).toBe(5);
  });

  test("hides sums of persons of duties, and publishes nothing else of them", () => {
    const units = [
      unit("a", "east", { "field:came:": 3, ON_TIME: 4 }),
      unit("b", "east", { "field:came:": 40 }),
      unit("c", "east", { "field:came:": 30 }),
    ];
    const published = suppress({ ...base, aboutMember: false, units });
    expect(new Set(published.map((one) => one.measure))).toEqual(new Set(["field:came:"]));
    expect(valueOf(published, "a", "field:came:")).toBeNull();
    expect(valueOf(published, "b", "field:came:")).toBeNull();
    expect(valueOf(published, "federation", "field:came:")).toBe(73);
  });
});
