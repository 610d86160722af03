import type { Language, LocalDate, TemplateDefinition } from "@varde/domain";
import { audit } from "../../../kernel/audit.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { refuse } from "../../../kernel/errors/refusal.js";
import { COMMON, say } from "../../../kernel/errors/say.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { seated } from "../../../kernel/graphql/context.js";
import { isUuid } from "../../../kernel/mutation.js";
import type { Done } from "../../../kernel/mutation.js";
import { caughtUp } from "../rollout-occurrences.js";
import type { AnswerCatchUpInput, CatchUpQuestion } from "./catch-up.type.js";

type Offered = {
  occurrence: string;
  opens_on: LocalDate;
  due_on: LocalDate;
  miss_on: LocalDate;
  period_report: boolean;
};
type Row = {
  rollout_id: string;
  template_id: string;
  definition: TemplateDefinition;
  occurrences: Offered[];
  asked_on: LocalDate;
  rev: number;
};

// asked as long as the version is in force in the chapter by the roll-out that asks
const ASKED = `
select q.rollout_id, q.template_id, v.definition, q.occurrences, q.asked_on, q.rev from app.catch_up q
  join app.template_version v on v.organization_id = q.organization_id and v.id = q.version_id
  join app.rollout_chapter c on c.organization_id = q.organization_id and c.rollout_id = q.rollout_id and c.chapter_id = q.chapter_id and c.until_day is null
 where q.chapter_id = $1 and q.answered_at is null order by q.asked_on, q.rollout_id`;

const again = ({ occurrence, opens_on: opensOn, due_on: dueOn, miss_on: missOn }: Offered, today: LocalDate) =>
  caughtUp({ occurrence, opensOn, dueOn, missOn }, today);

/** What the acting chapter's board is asked. */
export async function listCatchUps(work: Work): Promise<CatchUpQuestion[]> {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  return (await work.query<Row>(ASKED, [chapterId])).map((row) => ({
    rolloutId: row.rollout_id,
    templateName: row.definition.name,
    occurrences: row.occurrences.map(({ occurrence, opens_on: opensOn, due_on: dueOn }) => ({
      occurrence,
      opensOn,
      dueOn,
    })),
    askedOn: row.asked_on,
    dueOn: row.occurrences.map((one) => again(one, work.today).dueOn).reduce((a, b) => (a > b ? a : b), work.today),
    rev: row.rev,
  }));
}

/** Takes up what was asked about, with days from today on, or lets it lie. Answered once, by the board. */
export async function answerCatchUp(work: Work, language: Language, input: AnswerCatchUpInput): Promise<Done> {
  const { chapterId } = seated(work);
  if (!chapterId || !isUuid(input.rolloutId)) throw new AppError("NOT_FOUND");
  const asked = await work.query<Row>(ASKED, [chapterId]);
  const row = asked.find(({ rollout_id: id }) => id === input.rolloutId);
  if (!row) {
    const [known] = await work.query(`select 1 from app.catch_up where chapter_id = $1 and rollout_id = $2`, [
      chapterId,
      input.rolloutId,
    ]);
    if (known) refuse("CONFLICT", say(language, COMMON.conflict));
    throw new AppError("NOT_FOUND");
  }
  const offered = row.occurrences.map((one) => {
    const { occurrence, opensOn, dueOn, missOn } = again(one, work.today);
    return { occurrence, opens_on: opensOn, due_on: dueOn, miss_on: missOn, period_report: one.period_report };
  });
  const [done] = await work.query<{ made: number | null }>(`select authz.answer_catch_up($1, $2, $3, $4) as made`, [
    input.rolloutId,
    input.take,
    JSON.stringify(offered),
    input.rev,
  ]);
  if (done?.made == null) refuse("CONFLICT", say(language, COMMON.conflict));
  await audit(work, {
    action: "CATCH_UP_ANSWERED",
    subjectType: "TouchpointTemplate",
    subjectId: row.template_id,
    chapterId,
    detail: { taken: input.take, touchpoints: done?.made ?? 0 },
  });
  return { id: input.rolloutId };
}
