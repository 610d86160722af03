import { expect, test } from "vitest";
import { emptyDefinition } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import { asRows, rolloutOccurrences } from "./rollout-occurrences.js";

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
    },
    {
      occurrence: "R-2026-H2",
      opens_on: "2026-12-31",
      due_on: "2027-01-07",
      miss_on: "2027-01-14",
      period_report: true,
    },
  ]);
});
