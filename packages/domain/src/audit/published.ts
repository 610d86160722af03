/** Published counts as somebody knows them: which counts there are, how they add up, and what is told of each. */
import type { AtMost, Knowledge, Sum } from "./tables.js";

export type AuditUnit = { id: string; regionId: string | null };
export type AuditCount = { unitId: string; measure: string; value: number | null };
/** The whole percentage of `of` that `part` is. */
export type AuditShare = { unitId: string; part: string; of: string; percent: number };

export type PublishedTables = {
  organizationId: string;
  chapters: readonly AuditUnit[];
  /** everything that is published, at any level; null is hidden */
  counts: readonly AuditCount[];
  shares?: readonly AuditShare[];
  /** what everybody knows of the measures of one unit */
  sums?: readonly Sum[];
  atMost?: readonly AtMost[];
  /** the release, where there are several */
  release?: string;
};

/** How a cell is called. */
export const cellName = (unitId: string, measure: string, release = ""): string => `${release}/${unitId}/${measure}`;

/** A region's cells add up from its chapters', the organization's from the regions' and from chapters without one. */
function levelsOf({ organizationId, chapters }: PublishedTables): { unit: string; under: string[] }[] {
  const regions = new Map<string, string[]>();
  const top: string[] = [];
  for (const { id, regionId } of chapters) {
    if (regionId === null) top.push(id);
    else regions.set(regionId, [...(regions.get(regionId) ?? []), id]);
  }
  return [
    ...[...regions].map(([unit, under]) => ({ unit, under })),
    { unit: organizationId, under: [...regions.keys(), ...top] },
  ];
}

/** What a reader of everything published in one release knows. */
export function knowledgeOf(tables: PublishedTables): Knowledge {
  const { organizationId, chapters, counts, shares = [], sums = [], atMost = [], release = "" } = tables;
  const related = [
    ...sums.flatMap(({ sum, parts }) => [sum, ...parts]),
    ...atMost.flatMap((one) => [one.part, one.whole]),
  ];
  const measures = [...new Set([...counts.map((count) => count.measure), ...related])];
  const units = [
    ...new Set([organizationId, ...chapters.flatMap(({ id, regionId }) => (regionId ? [id, regionId] : [id]))]),
  ];
  const name = (unit: string, measure: string) => cellName(unit, measure, release);
  const known = new Map<string, number>();
  for (const { unitId, measure, value } of counts) if (value !== null) known.set(name(unitId, measure), value);
  const worked: Sum[] = [];
  for (const { unitId, part, of, percent } of shares) {
    const whole = known.get(name(unitId, of));
    // a whole percentage of at most a hundred tells the count itself
    if (whole === undefined || whole > 100) continue;
    const told = name(unitId, `${part} as a share of ${of}`);
    known.set(told, Math.round((whole * percent) / 100));
    worked.push({ sum: told, parts: [name(unitId, part)] });
  }
  return {
    known,
    sums: [
      ...worked,
      ...measures.flatMap((measure) =>
        levelsOf(tables).map(({ unit, under }) => ({
          sum: name(unit, measure),
          parts: under.map((one) => name(one, measure)),
        })),
      ),
      ...units.flatMap((unit) =>
        sums.map(({ sum, parts }) => ({ sum: name(unit, sum), parts: parts.map((part) => name(unit, part)) })),
      ),
    ],
    atMost: units.flatMap((unit) =>
      atMost.map(({ part, whole }) => ({ part: name(unit, part), whole: name(unit, whole) })),
    ),
  };
}

/** The true counts of every cell, from those of the chapters. A measure that a chapter lacks is 0. */
export function truthOf(
  tables: Pick<PublishedTables, "organizationId" | "chapters" | "release">,
  exact: ReadonlyMap<string, Readonly<Record<string, number>>>,
): Map<string, number> {
  const truth = new Map<string, number>();
  for (const { id, regionId } of tables.chapters) {
    for (const [measure, n] of Object.entries(exact.get(id) ?? {})) {
      for (const unit of regionId === null ? [id, tables.organizationId] : [id, regionId, tables.organizationId]) {
        const cell = cellName(unit, measure, tables.release);
        truth.set(cell, (truth.get(cell) ?? 0) + n);
      }
    }
  }
  return truth;
}

/**
 * Each chapter's board as an insider: it knows its own counts exactly. What it may know of a region in which it is alone
 * is its own too.
 */
export function boardsOf(tables: PublishedTables, measures: readonly string[]) {
  const { chapters, organizationId, release } = tables;
  return new Map(
    chapters.map(({ id, regionId }) => {
      const alone = regionId !== null && chapters.filter((one) => one.regionId === regionId).length === 1;
      const units = [id, ...(alone ? [regionId] : []), ...(chapters.length === 1 ? [organizationId] : [])];
      const named = (unit: string) => measures.map((measure) => cellName(unit, measure, release));
      const larger = regionId === null ? [organizationId] : [regionId, organizationId];
      const within = new Map(
        larger.flatMap((unit) => measures.map((m) => [cellName(unit, m, release), cellName(id, m, release)] as const)),
      );
      return [id, { cells: new Set(named(id)), own: new Set(units.flatMap(named)), within }] as const;
    }),
  );
}

/** Whether a finding tells of few: it is not known to be nobody, and not known to be `k` or more. */
export const tellsOfFew = ({ low, high }: { low: number; high: number }, k: number): boolean => high > 0 && low < k;
