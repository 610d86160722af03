/**
 * What a reader of a published table can conclude, found the plain way: list every table of whole numbers that agrees with
 * everything published, and note the smallest and largest value of each cell. Knows nothing of how cells were chosen.
 */
import type { CountedUnit, CountRelation, PublishedCounts, PublishedRow } from "../src/suppression.js";

export type Range = {
  level: "chapter" | "group" | "total";
  id: string;
  measure: string;
  value: number;
  published: number | null;
  min: number;
  max: number;
};

type Row = Record<string, number>;

function agrees(row: Row, published: PublishedRow): boolean {
  return Object.entries(row).every(([m, n]) => published[m] === null || published[m] === n);
}

function add(a: Row, b: Row): Row {
  return Object.fromEntries(Object.keys(b).map((m) => [m, (a[m] ?? 0) + (b[m] ?? 0)]));
}

/** Every row of one chapter that agrees with what is published of it, each count at most `window` from the truth. */
function rowsOf(truth: Row, relations: readonly CountRelation[], published: PublishedRow, window: number): Row[] {
  const sums = new Map(relations.map(({ sum, parts }) => [sum, parts]));
  let rows: Row[] = [{}];
  for (const [measure, value] of Object.entries(truth)) {
    if (sums.has(measure)) continue;
    const from = published[measure] === null ? Math.max(0, value - window) : value;
    const to = published[measure] === null ? value + window : value;
    rows = rows.flatMap((row) => Array.from({ length: to - from + 1 }, (_, i) => ({ ...row, [measure]: from + i })));
  }
  for (const [sum, parts] of sums) {
    rows = rows.map((row) => ({ ...row, [sum]: parts.reduce((total, part) => total + (row[part] ?? 0), 0) }));
  }
  return rows.filter((row) => agrees(row, published));
}

function truthOf(members: readonly CountedUnit[]): Row {
  return members.map(({ counts }): Row => counts).reduce(add, {});
}

/** The range of every cell of the table. `board` is a chapter whose own counts the reader knows. One relation at most. */
export function possibleRanges(
  units: readonly CountedUnit[],
  relations: readonly CountRelation[],
  result: PublishedCounts,
  window: number,
  board?: string,
): Range[] {
  const ranges: Range[] = [];
  const note = (level: Range["level"], id: string, truth: Row, row: PublishedRow | undefined) =>
    Object.entries(truth).map(([measure, value]) => {
      const range = { level, id, measure, value, published: row?.[measure] ?? null, min: Infinity, max: -Infinity };
      ranges.push(range);
      return range;
    });
  const widen = (cells: Range[], row: Row) => {
    for (const cell of cells) {
      const n = row[cell.measure] ?? 0;
      cell.min = Math.min(cell.min, n);
      cell.max = Math.max(cell.max, n);
    }
  };
  const groupIds = [...result.groups.keys()];
  const chapterCells = units.map((u) => note("chapter", u.id, { ...u.counts }, result.chapters.get(u.id)));
  const groupCells = groupIds.map((id) =>
    note("group", id, truthOf(units.filter((u) => u.groupId === id)), result.groups.get(id)),
  );
  const totalCells = note("total", "", truthOf(units), result.total);
  const options = units.map((u) =>
    u.id === board ? [{ ...u.counts }] : rowsOf({ ...u.counts }, relations, result.chapters.get(u.id) ?? {}, window),
  );
  const chosen: Row[] = [];
  const list = (i: number, groups: Row[], total: Row) => {
    const unit = units[i];
    if (!unit) {
      if (!agrees(total, result.total)) return;
      if (!groupIds.every((id, g) => agrees(groups[g] ?? {}, result.groups.get(id) ?? {}))) return;
      for (const [c, row] of chosen.entries()) widen(chapterCells[c] ?? [], row);
      for (const [g, row] of groups.entries()) widen(groupCells[g] ?? [], row);
      widen(totalCells, total);
      return;
    }
    const g = unit.groupId === null ? -1 : groupIds.indexOf(unit.groupId);
    for (const row of options[i] ?? []) {
      const sum = add(total, row);
      if (Object.entries(sum).some(([m, n]) => n > (result.total[m] ?? Infinity))) continue;
      chosen[i] = row;
      list(i + 1, g < 0 ? groups : groups.with(g, add(groups[g] ?? {}, row)), sum);
    }
  };
  list(
    0,
    groupIds.map(() => ({})),
    {},
  );
  return ranges;
}
