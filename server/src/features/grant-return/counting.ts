import type { ChapterGrantCount, GrantRules } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { countForGrant } from "../grant-count/index.js";

export type Counted = { count: ChapterGrantCount; rules: GrantRules };

/** Who counts in the asker's own chapter on 31 December of a year: numbers alone, and by which rules. */
export async function countedFor(work: Work, chapterId: string, year: number): Promise<Counted> {
  const { count, rules } = await countForGrant(work, chapterId, year);
  const { underAge, selfPayAge, minAmount, minFamilyAmount, prepaidFrom, lastPaidOn, chapterMembers } = rules;
  const { source, checkedOn } = rules;
  return {
    count,
    rules: {
      year,
      underAge,
      selfPayAge,
      minAmount,
      minFamilyAmount,
      prepaidFrom,
      lastPaidOn,
      chapterMembers,
      source,
      checkedOn,
    },
  };
}
