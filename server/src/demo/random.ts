import { createHash } from "node:crypto";

/** A stream of numbers that only its seed decides. */
export type Random = {
  /** 0 <= x < 1 */
  next(): number;
  /** whole number, both ends included */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** index into `weights`, drawn in proportion */
  weighted(weights: readonly number[]): number;
};

/** A stream for a name, so that what is drawn for one chapter does not move what is drawn for the next (mulberry32). */
export function randomFor(...seed: string[]): Random {
  let state = createHash("sha256").update(seed.join("/")).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => (left -= weight) < 0);
      return index === -1 ? weights.length - 1 : index;
    },
  };
}

function uuid8(hex: string): string {
  const id = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`;
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
}

/** An id that its name decides (a UUIDv8: a hash with version and variant bits). */
export function demoId(...name: string[]): string {
  return uuid8(
    createHash("sha256")
      .update(`varde-demo/${name.join("/")}`)
      .digest("hex"),
  );
}

/** The same id as the database's `app.touchpoint_id` derives from the key. */
export function touchpointId(chapter: string, template: string, member: string | null, occurrence: string): string {
  return uuid8(
    createHash("sha256")
      .update(`${chapter}/${template}/${member ?? "-"}/${occurrence}`)
      .digest("hex"),
  );
}
