import { addDays, importanceQuestion, STARTING_SURVEY } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Federation, Seed } from "../../testkit/seed.js";

/** What the whole organization answered about a template, from 1 to 5. `matters`: the marks that say so; by itself the two highest. */
type Answered = { templateId: string; n: number; marks: Record<string, number>; matters?: string[] };

/** A survey that ended on a day and is published, with one question that has a line for each template. Gives its id. */
export async function publishedAnswers(
  seed: Seed,
  world: Federation,
  closesOn: LocalDate,
  answered: readonly Answered[],
): Promise<string> {
  const [id, { organizationId: organization_id }] = [uuidv7(), world];
  const { rows } = await seed.client.query<{ id: string; key: string }>(
    "select id, key from app.touchpoint_template where organization_id = $1",
    [organization_id],
  );
  const keyOf = ({ templateId }: Answered): string => rows.find((row) => row.id === templateId)!.key;
  const question = importanceQuestion(
    "important",
    answered.map((one) => ({ key: keyOf(one), name: { nb: "Et punkt", nn: "Eit punkt", en: "A point" } })),
  );
  const about = (question.about ?? []).map((one, i) => ({ ...one, matters: answered[i]?.matters ?? one.matters }));
  await seed.rows("survey", {
    organization_id,
    id,
    definition: { ...STARTING_SURVEY, questions: [...STARTING_SURVEY.questions, { ...question, about }] },
    state: "CLOSED",
    opens_on: addDays(closesOn, -20),
    closes_on: closesOn,
    opened_at: new Date(),
    closed_at: new Date(),
    created_by: world.admin.seatId,
  });
  for (const [i, { n, marks }] of answered.entries()) {
    const line = question.rows![i]!.key;
    const cells = Object.fromEntries(Object.entries(marks).map(([mark, count]) => [`${line}:${mark}`, count]));
    await seed.rows("survey_result", { organization_id, survey_id: id, question: question.key, line, n, cells });
  }
  await seed.client.query("update app.survey set results_on = closes_on where id = $1", [id]);
  return id;
}
