/** Invented federations of the sizes where counts are easiest to work out: few chapters, and few in each. */
import { seededRandom } from "../seeded-random.js";
import type { AuditUnit } from "./published.js";

export type RandomFederation = {
  organizationId: string;
  chapters: AuditUnit[];
  /** how large each chapter is, from 0: the order of size of its counts */
  sizes: Map<string, number>;
  /** a whole number from 0 up to `most`, both included */
  pick: (most: number) => number;
};

type Shape = "EMPTY" | "TINY" | "EQUAL" | "LARGE" | "ANY";
const SHAPES: readonly Shape[] = ["EMPTY", "TINY", "TINY", "EQUAL", "LARGE", "ANY", "ANY", "ANY"];

function sizeIn(shape: Shape, pick: (most: number) => number, equal: number): number {
  switch (shape) {
    case "EMPTY":
      return 0;
    case "TINY":
      return pick(4);
    case "EQUAL":
      return equal;
    case "LARGE":
      return 20 + pick(60);
    case "ANY":
      return pick(9) === 0 ? 0 : pick(25);
  }
}

/** 3 to 20 chapters in 2 to 4 regions; some without a region, some regions with one chapter. The same seed gives the same. */
export function randomFederation(seed: string): RandomFederation {
  const random = seededRandom(seed);
  const pick = (most: number) => Math.floor(random() * (most + 1));
  const regions = 2 + pick(2);
  const chapterCount = 3 + pick(17);
  const isLonely = pick(2) === 0;
  const shape = SHAPES[pick(SHAPES.length - 1)]!;
  const equal = 1 + pick(11);
  const chapters: AuditUnit[] = [];
  const sizes = new Map<string, number>();
  for (let i = 0; i < chapterCount; i++) {
    const id = `c${i}`;
    // the last region of a lonely federation has one chapter
    const region = isLonely ? (i === 0 ? regions - 1 : pick(regions - 2)) : pick(regions - 1);
    chapters.push({ id, regionId: pick(14) === 0 && i > 0 ? null : `r${region}` });
    sizes.set(id, sizeIn(shape, pick, equal));
  }
  return { organizationId: "federation", chapters, sizes, pick };
}
