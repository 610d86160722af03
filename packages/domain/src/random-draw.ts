/** Who is in a pilot when chance decides: as many of each size, and the same draw for anybody who repeats it with the seed. */
import { seededRandom } from "./seeded-random.js";

/** Sizes of chapters by members, both limits included; `max` null has no end. */
export const SIZE_CLASSES = {
  SMALL: { min: 0, max: 29 },
  MEDIUM: { min: 30, max: 99 },
  LARGE: { min: 100, max: null },
} as const;
export type SizeClass = keyof typeof SIZE_CLASSES;

/** The size class of a chapter with so many members. */
export function sizeClassOf(members: number): SizeClass {
  if (members >= SIZE_CLASSES.LARGE.min) return "LARGE";
  return members >= SIZE_CLASSES.MEDIUM.min ? "MEDIUM" : "SMALL";
}

/** What is drawn from, and the group that has to be represented. */
export type DrawUnit = { id: string; stratum: string };

/** The units in another order, each order as likely. Fisher-Yates, Durstenfeld's form (CACM 7, 1964, algorithm 235). */
function shuffled<T>(units: readonly T[], random: () => number): T[] {
  const rest = [...units];
  const order: T[] = [];
  while (rest.length > 0) {
    const i = Math.floor(random() * rest.length);
    const last = rest.pop() as T;
    order.push(rest[i] ?? last);
    if (i < rest.length) rest[i] = last;
  }
  return order;
}

/**
 * How many of each stratum: in proportion, whole numbers, in all `take`. Largest remainder (Hamilton's method), so that none is
 * off by one or more; chance decides between equal remainders, else the first name would always win.
 */
function allocate(sizes: readonly number[], take: number, random: () => number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // in whole numbers: take * size = quota * total + remainder
  const quotas = sizes.map((size) => Math.floor((take * size) / total));
  const left = take - quotas.reduce((sum, quota) => sum + quota, 0);
  const strata = shuffled([...sizes.keys()], random);
  const remainder = (i: number) => (take * (sizes[i] ?? 0)) % total;
  strata.sort((a, b) => remainder(b) - remainder(a));
  for (const i of strata.slice(0, left)) quotas[i] = (quotas[i] ?? 0) + 1;
  return quotas;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Draws `take` of the units (all when there are fewer), each stratum in proportion, and answers their ids, sorted. Decided by the
 * set, `take` and `seed` alone, whatever the order of the units, so that a kept seed proves the draw. Throws `RangeError` when
 * `take` is no whole number from 0 or an id is there twice.
 */
export function drawStratified(units: readonly DrawUnit[], take: number, seed: string): string[] {
  if (!Number.isInteger(take) || take < 0) throw new RangeError(`Not a number to draw: ${take}`);
  if (new Set(units.map(({ id }) => id)).size !== units.length) throw new RangeError("An id is there twice");
  if (take >= units.length) return units.map(({ id }) => id).sort(compare);
  const strata = new Map<string, string[]>();
  for (const { id, stratum } of units.toSorted((a, b) => compare(a.stratum, b.stratum) || compare(a.id, b.id))) {
    const ids = strata.get(stratum);
    if (ids) ids.push(id);
    else strata.set(stratum, [id]);
  }
  const random = seededRandom(seed);
  const groups = [...strata.values()];
  const quotas = allocate(
    groups.map((ids) => ids.length),
    take,
    random,
  );
  return groups.flatMap((ids, i) => shuffled(ids, random).slice(0, quotas[i])).sort(compare);
}
