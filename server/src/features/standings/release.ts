import type { BlockWindow, EarlierRelease } from "@varde/domain";

/**
 * A chapter's raw counts by measure, quarter by quarter, with the region it belonged to on the day. `open` is what was not yet
 * settled on the day, which no quarter holds.
 */
export type RawUnit = {
  id: string;
  regionId: string | null;
  quarters: Readonly<Record<string, readonly number[]>>;
  open: Readonly<Record<string, number>>;
};
/** What is counted, among the quarters of `RawUnit`, and what the releases before counted. */
export type ReleaseWindow = { window: BlockWindow; earlier: readonly EarlierRelease[] };
export type UnitKind = "ORGANIZATION" | "REGION" | "CHAPTER";
export type PublishedCount = { unitKind: UnitKind; unitId: string; measure: string; value: number | null };

/** What one release of one template is made of. `k`: counts of 1 to k-1 are hidden. */
export type Release = ReleaseWindow & { organizationId: string; units: readonly RawUnit[]; k: number };

/** A measure of a unit quarter by quarter; 0 where it has none. */
export const series = (unit: RawUnit, measure: string, length: number): readonly number[] =>
  unit.quarters[measure] ?? Array.from({ length }, () => 0);
export const lengthOf = (units: readonly RawUnit[]): number =>
  Math.max(0, ...units.flatMap((unit) => Object.values(unit.quarters).map((quarters) => quarters.length)));
export const added = (...all: (readonly number[])[]): number[] =>
  (all[0] ?? []).map((_, i) => sumOf(all.map((one) => one[i] ?? 0)));
export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** What a window counts. */
export const countIn = (quarters: readonly number[], { from, to }: BlockWindow): number =>
  sumOf(quarters.slice(Math.max(0, from), to + 1));
