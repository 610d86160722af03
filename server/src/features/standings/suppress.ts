import { publishCounts } from "@varde/domain";
import type { CountedUnit } from "@varde/domain";
import { visibleChoices } from "./suppress-choices.js";
import { groupBy } from "./group-by.js";

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
    publishCounts({ units: counted, relations: [CLOSED], k, insiders: true }),
  )) {
    for (const [measure, value] of Object.entries(row)) published.push({ unitKind, unitId, measure, value });
    published.push({ unitKind, unitId, measure: "LATE_OR_MISSED", value: joined(row) });
  }
  return published;
}

const fieldOf = (measure: string): string => measure.split(":")[1]!;

/** The units whose number of reports, on time and late, everybody can read among the published outcomes. */
function openUnits(outcomes: readonly PublishedCount[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const { unitId, measure, value } of outcomes) {
    if ((measure === "ON_TIME" || measure === "LATE") && value === null) hidden.add(unitId);
  }
  return new Set(outcomes.map((count) => count.unitId).filter((id) => !hidden.has(id)));
}

/** Answers about members: a row of options is shown whole or not at all, at each level. */
function choicesOf(
  organizationId: string,
  units: readonly RawUnit[],
  measures: readonly string[],
  k: number,
  open: ReadonlySet<string>,
): PublishedCount[] {
  const optionsOf = (of: readonly RawUnit[]): number[] =>
    measures.map((measure) => of.reduce((sum, unit) => sum + (unit.counts[measure] ?? 0), 0));
  const regions = groupBy(units, (unit) => unit.regionId);
  const groups = new Map(
    [...regions].map(([id, members]) => [
      id,
      members.map((unit) => ({ id: unit.id, options: optionsOf([unit]), open: open.has(unit.id) })),
    ]),
  );
  // nobody reads those without a region as one, but the federation's number less the regions' is theirs
  const openGroups = new Set([...regions.keys()].filter((id) => id === null || open.has(id)));
  const visible = visibleChoices({ groups, openGroups, openTotal: open.has(organizationId), k });
  const row = (unitKind: UnitKind, unitId: string, of: readonly RawUnit[], isShown: boolean): PublishedCount[] => {
    const options = optionsOf(of);
    return measures.map((measure, i) => ({ unitKind, unitId, measure, value: isShown ? options[i]! : null }));
  };
  return [
    ...row("ORGANIZATION", organizationId, units, visible.total),
    ...[...regions].flatMap(([id, members]) => (id === null ? [] : row("REGION", id, members, visible.groups.has(id)))),
    ...units.flatMap((unit) => row("CHAPTER", unit.id, [unit], visible.chapters.has(unit.id))),
  ];
}

/** Sums of persons in duties, such as attendance: each is a table of its own. */
function sumsOf(
  organizationId: string,
  units: readonly RawUnit[],
  measures: readonly string[],
  k: number,
): PublishedCount[] {
  if (measures.length === 0) return [];
  const published = publishCounts({ units: asCounts(units, measures), relations: [], k, insiders: true });
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
  const questions = groupBy(fields.sort(), fieldOf);
  const outcomes = outcomesOf(organizationId, units, k);
  const open = openUnits(outcomes);
  return [
    ...outcomes,
    ...[...questions.values()].flatMap((measures) => choicesOf(organizationId, units, measures, k, open)),
  ];
}
