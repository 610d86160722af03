import { publishCounts, publishRelease } from "@varde/domain";
import type { BlockUnit, PublishedCounts } from "@varde/domain";
import { groupBy } from "./group-by.js";
import { added, lengthOf, series } from "./release.js";
import type { PublishedCount, RawUnit, Release, UnitKind } from "./release.js";
import { choicesOf } from "./suppress-answers.js";

const OUTCOMES = ["ON_TIME", "LATE", "MISSED"] as const;
const ASIDE = ["WAIVED", "CANCELLED"] as const;
const STILL = ["OPEN", "OVERDUE"] as const;
const CLOSED = { sum: "CLOSED", parts: [...OUTCOMES] };

type Row = Readonly<Record<string, number | null>>;

function rowsOf(organizationId: string, { chapters, groups, total }: PublishedCounts): [UnitKind, string, Row][] {
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

const asBlocks = (units: readonly RawUnit[], measures: readonly string[]): BlockUnit[] => {
  const length = lengthOf(units);
  return units.map((unit) => ({
    id: unit.id,
    groupId: unit.regionId,
    blocks: Object.fromEntries(measures.map((measure) => [measure, series(unit, measure, length)])),
  }));
};

function outcomesOf({ organizationId, units, k, window, earlier }: Release): PublishedCount[] {
  const length = lengthOf(units);
  const counted = asBlocks(units, [...OUTCOMES, ...ASIDE]).map((unit) => ({
    ...unit,
    blocks: { ...unit.blocks, CLOSED: length === 0 ? [] : added(...OUTCOMES.map((part) => unit.blocks[part]!)) },
  }));
  const released = publishRelease({ units: counted, relations: [CLOSED], k, window, earlier });
  const still = publishCounts({
    units: units.map(({ id, regionId, open }) => ({
      id,
      groupId: regionId,
      counts: Object.fromEntries(STILL.map((measure) => [measure, open[measure] ?? 0])),
    })),
    relations: [],
    k,
    insiders: true,
  });
  const published: PublishedCount[] = [];
  for (const [unitKind, unitId, row] of [...rowsOf(organizationId, released), ...rowsOf(organizationId, still)]) {
    for (const [measure, value] of Object.entries(row)) published.push({ unitKind, unitId, measure, value });
  }
  for (const [unitKind, unitId, row] of rowsOf(organizationId, released)) {
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

/** Sums of persons in duties, such as attendance: each is a table of its own. */
function sumsOf({ organizationId, units, k, window, earlier }: Release, measures: readonly string[]): PublishedCount[] {
  if (measures.length === 0) return [];
  const published = publishRelease({ units: asBlocks(units, measures), relations: [], k, window, earlier });
  return rowsOf(organizationId, published).flatMap(([unitKind, unitId, row]) =>
    Object.entries(row).map(([measure, value]) => ({ unitKind, unitId, measure, value })),
  );
}

export type SuppressInput = Release & { aboutMember: boolean };

/** What may be published of one template's counts of persons in one release, at every level. null is hidden. */
export function suppress({ aboutMember, ...release }: SuppressInput): PublishedCount[] {
  const measures = new Set(release.units.flatMap((unit) => Object.keys(unit.quarters)));
  const fields = [...measures].filter((measure) => measure.startsWith("field:")).sort();
  if (!aboutMember) return sumsOf(release, fields);
  const questions = groupBy(fields, fieldOf);
  const outcomes = outcomesOf(release);
  const open = openUnits(outcomes);
  return [...outcomes, ...[...questions.values()].flatMap((options) => choicesOf(release, options, open))];
}
