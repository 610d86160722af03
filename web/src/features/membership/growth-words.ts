import type { Growth } from "@varde/domain";
import type { GrowthPart } from "../../texts/nb/membership";

/** The parts in the order they are said: those who came, then those who went. */
export const GROWTH_PARTS: readonly GrowthPart[] = ["joined", "movedIn", "left", "movedOut", "agedOut", "died"];
/** Those by which the number grows. */
const CAME: ReadonlySet<GrowthPart> = new Set(["joined", "movedIn"]);

export const came = (part: GrowthPart): boolean => CAME.has(part);

type Words = {
  said: Record<GrowthPart, (n: string, count: number) => string>;
  sentence: (parts: string) => string;
  unchanged: string;
};

/** «6 nye, 1 flyttet inn, 2 sluttet.»: the parts that are nobody are left out. */
export function growthSentence(growth: Growth, words: Words, number: (n: number) => string): string {
  const said = GROWTH_PARTS.filter((part) => growth[part] > 0).map((part) =>
    words.said[part](number(growth[part]), growth[part]),
  );
  return said.length === 0 ? words.unchanged : words.sentence(said.join(", "));
}
