import { addMonths } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { judged, readKept, within } from "./kept.js";
import type { OwnStanding } from "./overview.type.js";
import { ownPeriods, rhythmOf, windowOf } from "./periods.js";
import { shownExact } from "./shown-counts.js";
import { comparedTemplate, readTemplates } from "./template-facts.js";

/** In words a person says: this period and the three before it. */
const OWN_PERIODS = 4;

/** The own chapter against its own earlier periods, exact: they hold the list themselves. */
export async function ownStandings(work: Work): Promise<OwnStanding[]> {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  const { today } = work;
  const core = (await readTemplates(work)).filter((facts) => facts.corePosition !== null);
  const window = {
    start: addMonths(`${today.slice(0, 4)}-01-01`, -12 * (OWN_PERIODS - 1)),
    end: `${today.slice(0, 4)}-12-31`,
  };
  const kept = await readKept(work, {
    templateIds: core.map((facts) => facts.id),
    chapterIds: [chapterId],
    window,
    of: "all",
  });
  return core.map((facts) => ({
    template: comparedTemplate(facts, today),
    periods: ownPeriods(rhythmOf(facts.definition), facts.since ?? today, today)
      .slice(0, OWN_PERIODS)
      .map((period) => {
        const days = windowOf(period)!;
        const counts = judged(kept, today, (cell) => cell.templateId === facts.id && within(days, cell.month));
        return { period, counts: shownExact(counts).counts };
      }),
  }));
}
