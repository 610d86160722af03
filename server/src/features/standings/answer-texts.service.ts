import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { Connection } from "../../kernel/graphql/output.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { AnswerText } from "./answers.type.js";
import { reachKeys } from "./kept.js";
import { windowOf } from "./periods.js";
import { chapterRef, scopeOf } from "./scope.js";
import { readTemplate } from "./template-facts.js";

export type TextsQuestion = { templateId: string; period: string; first: number; after?: string | null };
type TextRow = { id: string; chapterId: string; dueOn: string; fieldKey: string; text: string };

/**
 * What boards wrote in reports about no one person, and in the report of a period, newest first. It is the reading
 * behind a table and not a count: so it reads touchpoints, by index.
 */
export async function answerTexts(work: Work, question: TextsQuestion): Promise<Connection<AnswerText>> {
  const first = pageSize(question.first);
  const window = windowOf(question.period);
  if (!window) throw new AppError("BAD_REQUEST");
  const after = fromCursor(question.after, 3) ?? [null, null, null];
  const facts = await readTemplate(work, question.templateId);
  const scope = await scopeOf(work, null);
  const chapters = new Map(scope.chapters.map((chapter) => [chapter.id, chapter]));
  const rows = await work.query<TextRow>(
    `select t.id, t.chapter_id as "chapterId", t.due_on as "dueOn", f.key as "fieldKey", t.answers ->> f.key as text
       from app.touchpoint t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
       cross join lateral (
         select d ->> 'key' as key
           from jsonb_array_elements(case when t.period_report then jsonb_build_array(v.definition -> 'periodReport' -> 'field')
                                          else v.definition -> 'reportFields' end) d
          where d ->> 'type' = 'TEXT') f
      where t.reach_key = any ($1::text[]) and t.template_id = $2 and t.first_due_on between $3 and $4
        and t.closed_at is not null and coalesce(t.answers ->> f.key, '') <> ''
        and ($5::date is null or (t.due_on, t.id, f.key) < ($5::date, $6::uuid, $7::text))
      order by t.due_on desc, t.id desc, f.key desc limit $8`,
    [reachKeys([...chapters.keys()], "duties"), facts.id, window.start, window.end, ...after, first + 1],
  );
  return toConnection(
    rows,
    first,
    ({ chapterId, fieldKey, text, dueOn }) => ({
      chapter: chapterRef(chapters.get(chapterId)!),
      fieldKey,
      text,
      dueOn,
    }),
    ({ dueOn, id, fieldKey }) => [dueOn, id, fieldKey],
    { after: question.after },
  );
}
