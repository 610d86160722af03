import type { PlanRowText, PlanText } from "@varde/domain";

const AROUND = ["title", "intro", "closing"] as const;
const CELLS = ["activity", "aim", "measures", "resultAim"] as const;
export type ChangedPart = { field: (typeof AROUND)[number] | (typeof CELLS)[number]; before: string; after: string };
/** `name` is a row's activity; null for what stands around the table. */
export type PlanChange =
  | { kind: "CHANGED"; name: string | null; parts: ChangedPart[] }
  | { kind: "ADDED" | "REMOVED"; name: string }
  | { kind: "MOVED" };

const named = (text: string): string => text.trim().toLocaleLowerCase("nb");
const differing = <Field extends ChangedPart["field"]>(
  fields: readonly Field[],
  before: Record<Field, string>,
  after: Record<Field, string>,
): ChangedPart[] =>
  fields.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  );

/** What differs between two versions of a plan. A row is the same when its activity is, or else what it aims at or does. */
export function planChanges(before: PlanText, after: PlanText): PlanChange[] {
  const left = new Map(before.rows.entries());
  const found = new Map<PlanRowText, number>();
  const same: ((one: PlanRowText, other: PlanRowText) => boolean)[] = [
    (one, other) => named(one.activity) !== "" && named(one.activity) === named(other.activity),
    (one, other) =>
      (["aim", "measures", "resultAim"] as const).some((key) => one[key] !== "" && one[key] === other[key]),
  ];
  for (const is of same)
    for (const row of after.rows) {
      if (found.has(row)) continue;
      const at = [...left].find(([, was]) => is(was, row))?.[0];
      if (at === undefined) continue;
      left.delete(at);
      found.set(row, at);
    }
  const around = differing(AROUND, before, after);
  const changes: PlanChange[] = around.length > 0 ? [{ kind: "CHANGED", name: null, parts: around }] : [];
  const places: number[] = [];
  for (const row of after.rows) {
    const at = found.get(row);
    if (at === undefined) {
      changes.push({ kind: "ADDED", name: row.activity });
      continue;
    }
    places.push(at);
    const parts = differing(CELLS, before.rows[at]!, row);
    if (parts.length > 0) changes.push({ kind: "CHANGED", name: row.activity, parts });
  }
  for (const row of left.values()) changes.push({ kind: "REMOVED", name: row.activity });
  if (places.some((at, i) => i > 0 && at < places[i - 1]!)) changes.push({ kind: "MOVED" });
  return changes;
}
