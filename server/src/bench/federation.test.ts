import { describe, expect, test } from "vitest";
import { CHAPTERS, benchFederation } from "./federation.js";
import { tableOf } from "./table.js";
import { WIDE, wideFederation } from "./wide-federation.js";

const TODAY = "2026-11-22";
type Touchpoint = { chapter_id: string; closed_at: string | null; waived_at: string | null; due_on: string };

function unclosed(touchpoints: number): number[] {
  const { tables, toSubmit } = benchFederation(touchpoints, 10, TODAY);
  const rows = tables.at(-1)![1] as Touchpoint[];
  expect(rows).toHaveLength(touchpoints + toSubmit.length);
  const open = rows.filter((row) => row.closed_at === null && row.waived_at === null);
  return [...Map.groupBy(open, (row) => row.chapter_id).values()].map((of) => of.length).sort((a, b) => a - b);
}

describe("the bench", () => {
  test("measures federations of one shape: more history, not more open work", () => {
    const expected = [...Array.from({ length: CHAPTERS - 1 }, () => 60), 70];
    expect(unclosed(3_000)).toEqual(expected);
    expect(unclosed(15_000)).toEqual(expected);
  });

  test("makes the same federation every time", () => {
    const ids = () => (benchFederation(3_000, 10, TODAY).tables.at(-1)![1] as { id: string }[]).map((row) => row.id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(3_010);
  });

  test("prints what was measured, each on its line", () => {
    const figures = { list: { p50: 1.234, p95: 2, perSecond: 900 } };
    expect(tableOf({ figures, ratios: { listVsFloor: 0.5 } })).toMatch(
      /50 rows\s+1\.23\s+2\.00\s+900\n[^]*floor\s+0\.50\n/,
    );
    expect(tableOf({ figures: { ...figures, rolloutSeconds: 1.2 }, ratios: {} })).toMatch(
      /seconds or as named\nRolled out.+\s1\.200\n/,
    );
  });

  test("a wide federation is the same every time, its next versions kept for later", () => {
    const once = wideFederation(TODAY);
    expect(once.templates).toEqual(wideFederation(TODAY).templates);
    expect(new Map(once.tables).get("chapter")).toHaveLength(WIDE.chapters);
    expect(new Map(once.tables).get("template_version")).toHaveLength(WIDE.rounds + 1);
    expect(once.nextVersions).toHaveLength(WIDE.rounds);
  });
});
