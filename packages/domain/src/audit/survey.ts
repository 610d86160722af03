/**
 * What a reader can work out of a survey's published groups about those who are hidden. Knows the groups, what they are made of and
 * what is shown of them, and nothing of how that was chosen.
 */
import { tellsOfFew } from "./published.js";
import { narrowCells } from "./tables.js";
import type { Narrow } from "./tables.js";

/** A group anybody knows: `of` are the parts it is made of; `n` as shown, null when it is hidden. */
export type AuditGroup = { id: string; of: readonly string[]; n: number | null };

/** Parts that are looked at together: each alone, by two and by three. */
function setsOf(parts: readonly string[]): string[][] {
  const sets: string[][] = [];
  for (const [i, a] of parts.entries()) {
    sets.push([a]);
    for (const [j, b] of parts.entries()) {
      if (j <= i) continue;
      sets.push([a, b]);
      for (const c of parts.slice(j + 1)) sets.push([a, b, c]);
    }
  }
  return sets;
}

/**
 * The parts, and sets of up to three of them, with fewer than `k` answers together, whose number somebody can place closer than `k`.
 * `exact` are the true numbers. Nothing is found when nobody can.
 */
export function tellsOfParts(groups: readonly AuditGroup[], exact: ReadonlyMap<string, number>, k: number): Narrow[] {
  const truth = new Map(exact);
  const total = (of: readonly string[]) => of.reduce((sum, part) => sum + (exact.get(part) ?? 0), 0);
  const known = new Map<string, number>();
  const sums = groups.map(({ id, of, n }) => {
    const sum = `group ${id}`;
    truth.set(sum, total(of));
    if (n !== null) known.set(sum, n);
    return { sum, parts: of };
  });
  const few = setsOf([...exact.keys()].filter((part) => exact.get(part)! > 0 && exact.get(part)! < k)).filter(
    (of) => total(of) < k,
  );
  for (const of of few) {
    if (of.length === 1) continue;
    const sum = `set ${of.join("+")}`;
    truth.set(sum, total(of));
    sums.push({ sum, parts: of });
  }
  const cells = new Set(few.map((of) => (of.length === 1 ? of[0]! : `set ${of.join("+")}`)));
  return narrowCells({ sums, atMost: [], known }, { width: k, truth }).filter(
    (cell) => cells.has(cell.cell) && tellsOfFew(cell, k),
  );
}
