import { COUNTIES, type County } from "@varde/domain";
import type { CountyMap_ComparisonFragment } from "../../../../graphql/generated/graphql";

/** Done (on time or late) of closed, in the chapters of a county; `county` is null for those of none. */
export type CountySum = { county: County | null; chapters: number; done: number; closed: number };

/** From how many on a share is said, and a step drawn. */
const FEW = 10;

const NORTH_TO_SOUTH = COUNTIES.toSorted((a, b) => a.row - b.row || a.col - b.col);

/**
 * Every county from north to south, also those without a chapter, and last what belongs to none, when there is any. Sums of
 * numerators and of denominators. Duties only: null when the template counts persons, or a count is hidden.
 */
export function countySums({ template, rows }: CountyMap_ComparisonFragment): CountySum[] | null {
  if (template.aboutMember) return null;
  const sums = new Map(NORTH_TO_SOUTH.map((county) => [county.code, empty(county)]));
  const none = empty(null);
  for (const { chapter, counts } of rows) {
    const { onTime, late, closed } = counts;
    if (onTime === null || late === null || closed === null) return null;
    const sum = sums.get(chapter.county) ?? none;
    sum.chapters++;
    sum.done += onTime + late;
    sum.closed += closed;
  }
  return [...sums.values(), ...(none.chapters > 0 ? [none] : [])];
}

const empty = (county: County | null): CountySum => ({ county, chapters: 0, done: 0, closed: 0 });

/** What a tile looks like: no chapters, nothing closed yet, under ten (a count and no step), or the quarter its share lies in. */
export type CountyLook = "empty" | "none" | "few" | 1 | 2 | 3 | 4;

export function lookOf({ chapters, done, closed }: Omit<CountySum, "county">): CountyLook {
  if (chapters === 0) return "empty";
  if (closed === 0) return "none";
  if (closed < FEW) return "few";
  return Math.min(4, 1 + Math.floor((4 * done) / closed)) as 1 | 2 | 3 | 4;
}
