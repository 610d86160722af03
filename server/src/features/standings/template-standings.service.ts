import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { StandingCounts } from "./counts.type.js";
import { judged, readKept, within } from "./kept.js";
import { coreStandings, latestPeriods } from "./overview.service.js";
import { scopeOf } from "./scope.js";
import { shownExact } from "./shown-counts.js";
import { readTemplates } from "./template-facts.js";
import type { TemplateFacts } from "./template-facts.js";

export type TemplateStanding = {
  templateId: string;
  period: string;
  referenceDate: LocalDate;
  counts: StandingCounts;
};

/** The own chapter's, exact: of the period we are in, or of the one before while that has only begun. */
async function ownOf(work: Work, chapterId: string, templates: readonly TemplateFacts[]): Promise<TemplateStanding[]> {
  const { today } = work;
  const asked = templates.flatMap((facts) => latestPeriods(facts, today).map((told) => ({ facts, told })));
  if (asked.length === 0) return [];
  const kept = await readKept(work, {
    templateIds: templates.map(({ id }) => id),
    chapterIds: [chapterId],
    window: {
      start: asked.map(({ told }) => told.window.start).sort()[0]!,
      end: asked
        .map(({ told }) => told.window.end)
        .sort()
        .at(-1)!,
    },
    of: "all",
  });
  return templates.flatMap((facts) => {
    const told = asked
      .filter((one) => one.facts === facts)
      .map(({ told: { period, window } }) => ({
        templateId: facts.id,
        period,
        referenceDate: today,
        counts: shownExact(judged(kept, today, (cell) => cell.templateId === facts.id && within(window, cell.month)))
          .counts,
      }));
    const first = told.find(({ counts }) => counts.closed !== 0) ?? told[0];
    return first ? [first] : [];
  });
}

/**
 * How some templates went, each in its latest period, as the seat may see it: exact in the own chapter; above it duties exact and what
 * is about members as published. Those never rolled out have none.
 */
export async function templateStandings(work: Work, ids: ReadonlySet<string>): Promise<TemplateStanding[]> {
  const templates = (await readTemplates(work)).filter(({ id, since }) => ids.has(id) && since !== null);
  const { chapterId, unitKind } = seated(work);
  if (unitKind === "CHAPTER" && chapterId) return ownOf(work, chapterId, templates);
  const told = await coreStandings(work, await scopeOf(work, null), templates);
  return told.map(({ template, period, referenceDate, counts }) => ({
    templateId: template.id,
    period,
    referenceDate,
    counts,
  }));
}
