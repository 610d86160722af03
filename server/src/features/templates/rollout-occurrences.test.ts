import { expect, test } from "vitest";
import { emptyDefinition } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import { asRows, caughtUp, planOccurrences, rolloutOccurrences } from "./rollout-occurrences.js";

const template = (over: Partial<TemplateDefinition>): TemplateDefinition => ({ ...emptyDefinition("Treff"), ...over });

test("a calendar gives each date once a year, with its name, and nothing that was already due", () => {
  const definition = template({
    trigger: {
      kind: "CALENDAR",
      dates: [
        { key: "spring", name: { nb: "vår" }, opens: "03-01", due: "05-31" },
        { key: "leap", name: { nb: "skuddår" }, opens: "02-29", due: "03-10" },
      ],
    },
  });
  const found = rolloutOccurrences(definition, "2026-02-01", "2026-04-01");
  expect(found.map(({ occurrence, name, dueOn }) => [occurrence, name?.nb, dueOn])).toEqual([
    ["2026-03-01", "vår", "2026-05-31"],
    ["2027-02-28", "skuddår", "2027-03-10"],
    ["2027-03-01", "vår", "2027-05-31"],
  ]);
});

test("a month's template gives the twelve whole months from the day it counts", () => {
  const definition = template({ trigger: { kind: "PERIOD", period: "MONTH" } });
  expect(rolloutOccurrences(definition, "2027-01-01", "2026-11-22").map(({ occurrence }) => occurrence)).toHaveLength(
    12,
  );
  expect(rolloutOccurrences(definition, "2027-01-02", "2026-11-22")[0]?.occurrence).toBe("2027-02");
});

test("what begins with an event or by hand makes nothing now, but the question of the period", () => {
  expect(rolloutOccurrences(template({ trigger: { kind: "MANUAL" } }), "2026-01-01", "2026-01-01")).toEqual([]);
  const perMember = template({
    trigger: { kind: "MEMBER_JOINED", offsets: [3] },
    periodReport: {
      period: "HALF_YEAR",
      field: { key: "wishes", type: "TEXT", label: { nb: "Hva ønsker de?" }, required: false },
      dueAfterDays: 7,
      missAfterDays: 7,
    },
  });
  const rows = JSON.parse(asRows(rolloutOccurrences(perMember, "2026-01-01", "2026-01-01"))) as unknown;
  expect(rows).toEqual([
    {
      occurrence: "R-2026-H1",
      opens_on: "2026-06-30",
      due_on: "2026-07-07",
      miss_on: "2026-07-14",
      period_report: true,
      make: true,
      starts_on: null,
    },
    {
      occurrence: "R-2026-H2",
      opens_on: "2026-12-31",
      due_on: "2027-01-07",
      miss_on: "2027-01-14",
      period_report: true,
      make: true,
      starts_on: null,
    },
  ]);
});

test("what was already due lies, is made once with new days, or is asked about; what is there keeps being known", () => {
  const monthly = template({
    trigger: { kind: "PERIOD", period: "MONTH" },
    schedule: { opensAfterDays: 0, dueAfterDays: 0, missAfterDays: 14, lateAllowed: true },
  });
  const made = (plan: ReturnType<typeof planOccurrences>) =>
    plan.occurrences.filter(({ make, opensOn }) => make && opensOn <= "2026-06-10").map(({ occurrence }) => occurrence);
  const plan = (catchUp: "SKIP" | "COMPRESS" | "ASK") => planOccurrences(monthly, "2026-03-01", "2026-06-10", catchUp);
  expect(made(plan("SKIP"))).toEqual(["2026-06"]);
  expect(made(plan("COMPRESS"))).toEqual(["2026-05", "2026-06"]);
  expect(plan("COMPRESS").occurrences.find(({ occurrence }) => occurrence === "2026-05")).toMatchObject({
    opensOn: "2026-06-10",
    dueOn: "2026-07-10",
    missOn: "2026-07-24",
  });
  expect(made(plan("ASK"))).toEqual(["2026-06"]);
  expect(plan("ASK").offered.map(({ occurrence }) => occurrence)).toEqual(["2026-03", "2026-04", "2026-05"]);
  expect(plan("SKIP").occurrences.some(({ occurrence, make }) => occurrence === "2026-01" && !make)).toBe(true);
});

test("what is taken up again has at least a week and at most a month", () => {
  const one = { occurrence: "x", opensOn: "2026-01-01", dueOn: "2026-01-02", missOn: "2026-01-05" };
  expect(caughtUp(one, "2026-06-01")).toEqual({
    occurrence: "x",
    opensOn: "2026-06-01",
    dueOn: "2026-06-08",
    missOn: "2026-06-11",
  });
  expect(caughtUp({ ...one, dueOn: "2026-12-31", missOn: "2026-12-31" }, "2026-06-01").dueOn).toBe("2026-07-01");
});
