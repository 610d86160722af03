import { publishCounts } from "@varde/domain";
import type { CountedUnit } from "@varde/domain";

/** A chapter's raw counts by measure, with the region it belonged to on the day. */
export type RawUnit = { id: string; regionId: string | null; counts: Readonly<Record<string, number>> };
export type UnitKind = "ORGANIZATION" | "REGION" | "CHAPTER";
export type PublishedCount = { unitKind: UnitKind; unitId: string; measure: string; value: number | null };

const OUTCOMES = ["ON_TIME", "LATE", "MISSED"] as const;
const ASIDE = ["WAIVED", "OPEN", "OVERDUE", "CANCELLED"] as const;
const CLOSED = { sum: "CLOSED", parts: [...OUTCOMES] };

type Table = { chapters: ReadonlyMap<string, Row>; groups: ReadonlyMap<string, Row>; total: Row };
type Row = Readonly<Record<string, number | null>>;

function rowsOf(organizationId: string, { chapters, groups, total }: Table): [UnitKind, string, Row][] {
  return [
    ...[...chapters].map(([id, row]): [UnitKind, string, Row] => ["CHAPTER", id, row]),
    ...[...groups].map(([id, row]): [UnitKind, string, Row] => ["REGION", id, row]),
    ["ORGANIZATION", organizationId, total],
  ];
}

/**
 * Late and missed as one, where the two may not be told apart. It stands in two equations (late + missed, and closed
 * minus on time), which the audit does not take; so it is never counted, only worked out from what is already visible,
 * and tells nobody anything new. Where it is 1-4 the audit has hidden on time or closed, and it is hidden with them.
 */
function joined(row: Row): number | null {
  const { LATE: late, MISSED: missed, CLOSED: closed, ON_TIME: onTime } = row;
  if (typeof late === "number" && typeof missed === "number") return late + missed;
  return typeof closed === "number" && typeof onTime === "number" ? closed - onTime : null;
}

const asCounts = (units: readonly RawUnit[], measures: readonly string[]): CountedUnit[] =>
  units.map(({ id, regionId, counts }) => ({
    id,
    groupId: regionId,
    counts: Object.fromEntries(measures.map((measure) => [measure, counts[measure] ?? 0])),
  }));

const closedOf = (unit: RawUnit): number => OUTCOMES.reduce((sum, part) => sum + (unit.counts[part] ?? 0), 0);

function outcomesOf(organizationId: string, units: readonly RawUnit[], k: number): PublishedCount[] {
  const counted = asCounts(
    units.map((unit) => ({
      id: unit.id,
      regionId: unit.regionId,
      counts: Object.assign({}, unit.counts, { CLOSED: closedOf(unit) }),
    })),
    [...OUTCOMES, ...ASIDE, "CLOSED"],
  );
  const published: PublishedCount[] = [];
  for (const [unitKind, unitId, row] of rowsOf(
    organizationId,
    publishCounts({ units: counted, relations: [CLOSED], k }),
  )) {
    for (const [measure, value] of Object.entries(row)) published.push({ unitKind, unitId, measure, value });
    published.push({ unitKind, unitId, measure: "LATE_OR_MISSED", value: joined(row) });
  }
  return published;
}

const fieldOf = (measure: string): string => measure.split(":")[1]!;

/**
 * Answers about members. The options of one question make the number of reports, which the outcomes may already tell:
 * with that known, one hidden option could be computed from the others. So a question is shown whole or not at all at
 * each level - the federation, then all regions, then all chapters of a region - as soon as no count in it is 1 to k-1.
 */
function choicesOf(
  organizationId: string,
  units: readonly RawUnit[],
  measures: readonly string[],
  k: number,
): PublishedCount[] {
  const safe = (rows: readonly Row[]) => rows.every((row) => measures.every((m) => row[m] === 0 || row[m]! >= k));
  const sumOf = (of: readonly RawUnit[]): Row =>
    Object.fromEntries(measures.map((m) => [m, of.reduce((sum, unit) => sum + (unit.counts[m] ?? 0), 0)]));
  const published: PublishedCount[] = [];
  const show = (unitKind: UnitKind, unitId: string, row: Row, visible: boolean): void => {
    for (const measure of measures)
      published.push({ unitKind, unitId, measure, value: visible ? row[measure]! : null });
  };
  const regions = Map.groupBy(units, (unit) => unit.regionId);
  const total = sumOf(units);
  const totalSafe = safe([total]);
  // those without a region are what the federation has beside its regions: a group like them, though nobody reads it
  const regionsSafe = totalSafe && safe([...regions.values()].map(sumOf));
  show("ORGANIZATION", organizationId, total, totalSafe);
  for (const [regionId, members] of regions) {
    const chapters = members.map((unit) => sumOf([unit]));
    const chaptersSafe = regionsSafe && safe(chapters);
    if (regionId !== null) show("REGION", regionId, sumOf(members), regionsSafe);
    for (const [i, unit] of members.entries()) show("CHAPTER", unit.id, chapters[i]!, chaptersSafe);
  }
  return published;
}

/** Sums of persons in duties, such as attendance: each is a table of its own. */
function sumsOf(
  organizationId: string,
  units: readonly RawUnit[],
  measures: readonly string[],
  k: number,
): PublishedCount[] {
  if (measures.length === 0) return [];
  const published = publishCounts({ units: asCounts(units, measures), relations: [], k });
  return rowsOf(organizationId, published).flatMap(([unitKind, unitId, row]) =>
    Object.entries(row).map(([measure, value]) => ({ unitKind, unitId, measure, value })),
  );
}

export type SuppressInput = {
  organizationId: string;
  aboutMember: boolean;
  units: readonly RawUnit[];
  /** counts of 1 to k-1 are hidden */
  k: number;
};

/** What may be published of one template's counts of persons, at every level. null is hidden. */
export function suppress({ organizationId, aboutMember, units, k }: SuppressInput): PublishedCount[] {
  const fields = [...new Set(units.flatMap((unit) => Object.keys(unit.counts)))].filter((m) => m.startsWith("field:"));
  if (!aboutMember) return sumsOf(organizationId, units, fields.sort(), k);
  const questions = Map.groupBy(fields.sort(), fieldOf);
  return [
    ...outcomesOf(organizationId, units, k),
    ...[...questions.values()].flatMap((measures) => choicesOf(organizationId, units, measures, k)),
  ];
}
