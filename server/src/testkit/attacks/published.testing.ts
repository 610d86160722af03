import { cellName, knowledgeOf } from "@varde/domain/audit";
import type { AuditCount, AuditUnit, Knowledge } from "@varde/domain/audit";
import type { Asked } from "./walk.js";

/** A count of persons as some view told it; `period` is the release's. */
export type Told = AuditCount & { templateId: string; period: string; view: string };

// what JSON holds, read by name; a field that is not there is undefined
type Json = Readonly<Record<string, unknown>>;
const inner = (of: Json, ...names: string[]): unknown =>
  names.reduce<unknown>((at, name) => (typeof at === "object" && at !== null ? (at as Json)[name] : undefined), of);
const count = (of: Json, ...names: string[]): number | null => inner(of, ...names) as number | null;
const text = (of: Json, ...names: string[]): string => inner(of, ...names) as string;
const list = (of: Json, name: string): Json[] => (Array.isArray(of[name]) ? (of[name] as Json[]) : []);
const MEASURE_OF = {
  onTime: "ON_TIME",
  late: "LATE",
  missed: "MISSED",
  closed: "CLOSED",
  lateOrMissed: "LATE_OR_MISSED",
  waived: "WAIVED",
  cancelled: "CANCELLED",
} as const;

const countsTold = (of: Json, ...names: string[]): [string, number | null][] =>
  Object.entries(MEASURE_OF).map(([name, measure]) => [measure, count(of, ...names, name)]);
const sharesTold = (of: Json): [string, number | null][] => [
  ["DONE", count(of, "completion", "numerator")],
  ["CLOSED", count(of, "completion", "denominator")],
  ["ON_TIME", count(of, "timeliness", "numerator")],
];

/** Everything a comparison, a row of the core set or a table of answers says of persons, wherever it stands in an answer. */
export function toldIn({ name, variables }: Asked, data: unknown, reach: string): Told[] {
  const told: Told[] = [];
  const whole = (variables["regionId"] as string | undefined) ?? reach;
  // a group's total is the sum of what its chapters show
  const isWhole = !variables["group"];
  const add = (of: Json, period: string, unitId: string, cells: [string, number | null][]) => {
    for (const [measure, value] of cells) {
      told.push({ templateId: text(of, "template", "id"), period, view: name, unitId, measure, value });
    }
  };
  const answers = (cells: readonly Json[]): [string, number | null][] =>
    cells.flatMap((cell) =>
      list(cell, "options").map((option) => [
        `field:${text(cell, "fieldKey")}:${text(option, "key")}`,
        count(option, "n"),
      ]),
    );
  const comparison = (of: Json): void => {
    const period = text(of, "period");
    for (const row of list(of, "rows")) {
      add(of, period, text(row, "chapter", "id"), [...countsTold(row, "counts"), ...sharesTold(row)]);
    }
    if (isWhole) add(of, period, whole, [...countsTold(of, "total"), ...sharesTold(of)]);
  };
  const table = (of: Json): void => {
    const period = `R${count(of, "personsMonths")}-${text(of, "personsDate")}`;
    for (const row of list(of, "rows")) {
      add(of, period, text(row, "chapter", "id"), [["DONE", count(row, "reports")], ...answers(list(row, "cells"))]);
    }
    if (isWhole) add(of, period, whole, [["DONE", count(of, "reports")], ...answers(list(of, "total"))]);
  };
  const walk = (of: unknown): void => {
    if (typeof of !== "object" || of === null) return;
    const at = of as Json;
    if (inner(at, "template", "aboutMember") === true && at["fromSnapshot"] === true) {
      if (at["completion"]) comparison(at);
      else if (at["personsDate"]) table(at);
      else if (at["counts"]) add(at, text(at, "period"), whole, countsTold(at, "counts"));
    }
    for (const value of Object.values(of)) walk(value);
  };
  walk(data);
  return told;
}

/** A settled touchpoint about a member, as the test made it: `quarter` counts from the oldest. */
export type Settled = { chapterId: string; quarter: number; measure: string; n: number };

export type ReleaseRead = { period: string; quarters: readonly number[]; chapters: readonly AuditUnit[]; told: Told[] };

const SUMS = [
  { sum: "CLOSED", parts: ["ON_TIME", "LATE", "MISSED"] },
  { sum: "DONE", parts: ["ON_TIME", "LATE"] },
  { sum: "LATE_OR_MISSED", parts: ["LATE", "MISSED"] },
  { sum: "DONE", parts: ["field:food:true", "field:food:false"] },
];
export const MEASURES = [
  "ON_TIME",
  "LATE",
  "MISSED",
  "CLOSED",
  "DONE",
  "LATE_OR_MISSED",
  "field:food:true",
  "field:food:false",
];

/**
 * What somebody knows who has read some releases of one template, and the true counts. Of one release every measure and how they add up;
 * of several together one measure at a time, quarter by quarter: all of it at once takes the solver minutes.
 */
export function knowledgeOfReleases(
  organizationId: string,
  releases: readonly ReleaseRead[],
  ledger: readonly Settled[],
  only: string | null,
) {
  const related = only === null ? SUMS : [];
  const measures = only === null ? MEASURES : [only];
  const known = new Map<string, number>();
  const truth = new Map<string, number>();
  const sums: Knowledge["sums"][number][] = [];
  const chapterIds = [...new Set(releases.flatMap(({ chapters }) => chapters.map(({ id }) => id)))];
  const trueIn = (ids: readonly string[], quarters: readonly number[], measure: string): number => {
    const parts = SUMS.find(({ sum, parts: [first] }) => sum === measure && !first!.startsWith("field"))?.parts ?? [
      measure,
    ];
    return ledger
      .filter((one) => ids.includes(one.chapterId) && quarters.includes(one.quarter) && parts.includes(one.measure))
      .reduce((sum, { n }) => sum + n, 0);
  };
  const unitsIn = (chapters: readonly AuditUnit[]): Map<string, string[]> => {
    const units = new Map<string, string[]>([[organizationId, chapters.map(({ id }) => id)]]);
    for (const { id, regionId } of chapters) {
      units.set(id, [id]);
      if (regionId) units.set(regionId, [...(units.get(regionId) ?? []), id]);
    }
    return units;
  };
  const add = (
    release: string,
    quarters: readonly number[],
    chapters: readonly AuditUnit[],
    counts: readonly AuditCount[],
  ) => {
    const knowledge = knowledgeOf({ organizationId, chapters, counts, sums: related, release });
    for (const [cell, value] of knowledge.known) known.set(cell, value);
    sums.push(...knowledge.sums);
    for (const [unit, ids] of unitsIn(chapters)) {
      for (const measure of measures) truth.set(cellName(unit, measure, release), trueIn(ids, quarters, measure));
    }
  };
  const all = [...new Set(releases.flatMap(({ quarters }) => quarters))];
  const flat = chapterIds.map((id) => ({ id, regionId: null }));
  if (only !== null) {
    for (const q of all) add(`quarter ${q}`, [q], flat, [{ unitId: organizationId, measure: only, value: null }]);
  }
  for (const { period, quarters, chapters, told } of releases) {
    const counts = told.filter(({ measure }) => measures.includes(measure));
    add(period, quarters, chapters, counts);
    for (const id of only === null ? [] : chapterIds) {
      sums.push({ sum: cellName(id, only!, period), parts: quarters.map((q) => cellName(id, only!, `quarter ${q}`)) });
    }
  }
  return { knowledge: { known, sums, atMost: [] } satisfies Knowledge, truth };
}
