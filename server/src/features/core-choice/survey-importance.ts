import { importanceOf, importanceOfAll } from "@varde/domain";
import type { Importance } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { answersAbout } from "../surveys/index.js";

/** A survey that is older than this, counted from the year that is chosen for, speaks of another time. */
const YEARS_BACK = 2;

/**
 * How important members say each template is, by its key: from the newest published survey that ended in the year or the two before
 * it, and from questions of it that say what matters (record 64). A template that none asks of is left out.
 */
export async function surveyImportance(work: Work, year: number): Promise<ReadonlyMap<string, Importance>> {
  const told = (await answersAbout(work)).filter(({ closesOn, about }) => {
    const ended = Number(closesOn.slice(0, 4));
    return ended <= year && ended >= year - YEARS_BACK && about.matters.length > 0;
  });
  const newest = told.filter(({ surveyId }) => surveyId === told[0]?.surveyId);
  const found = new Map<string, Importance>();
  for (const [template, of] of Map.groupBy(newest, ({ about }) => about.template)) {
    const all = importanceOfAll(
      of.map(({ about, n, cells }) => importanceOf(about, { n, cells })).filter((one) => one !== null),
    );
    if (all) found.set(template, all);
  }
  return found;
}
