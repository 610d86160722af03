import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { answersAbout, shownQuestion } from "../surveys/index.js";
import type { StoryAnswers } from "./improve.type.js";

/** What members answered about a template over the years, as it was published of the whole organization. */
export async function readAnswers(work: Work, templateId: string): Promise<StoryAnswers[]> {
  const [template] = await work.query<{ key: string }>(
    `select key from app.touchpoint_template where organization_id = $1 and id = $2`,
    [seated(work).organizationId, templateId],
  );
  if (!template) return [];
  return (await answersAbout(work, template.key)).map(({ surveyId, closesOn, question, about, n, cells }) => ({
    surveyId,
    closesOn,
    question: shownQuestion(question),
    line: about.line ?? null,
    n,
    cells: Object.entries(cells).map(([cell, count]) => ({ cell, n: count })),
  }));
}
