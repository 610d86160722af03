import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { suggestPractice } from "../practices/index.js";
import type { AnswerGoodExampleInput, DeclineGoodExampleInput, SetGoodExamplesInput } from "./good-example.inputs.js";
import { GOOD_EXAMPLE_TEXTS } from "./good-example.texts.js";
import { ownQuestion } from "./read-good-examples.js";
import type { GoodExample } from "./good-example.type.js";

/** The question to the own chapter, while it waits and nobody has been there since. Throws NOT_FOUND for another chapter's. */
async function demandOpen(work: Work, language: Language, id: string, rev: number): Promise<GoodExample> {
  const question = await ownQuestion(work, id);
  if (!question) throw new AppError("NOT_FOUND");
  if (question.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  if (question.state !== "OPEN") refuse("LOCKED", say(language, GOOD_EXAMPLE_TEXTS.settled), [], id);
  return question;
}

type Settled = { state: "ANSWERED" | "DECLINED"; practiceId: string | null };

async function settle(
  work: Work,
  language: Language,
  { id, rev }: { id: string; rev: number },
  { state, practiceId }: Settled,
): Promise<Done> {
  const { chapterId, seatId } = seated(work);
  const [settled] = await work.query<{ rev: number }>(
    `update app.good_example set state = $4, practice_id = $5, settled_by = $6, settled_at = now(), rev = rev + 1
      where chapter_id = $1 and id = $2 and rev = $3 and state = 'OPEN' returning rev`,
    [chapterId, id, rev, state, practiceId, seatId],
  );
  // somebody else of the board was first
  if (!settled) return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  await audit(work, { action: `GOOD_EXAMPLE_${state}`, subjectType: "GoodExample", subjectId: id, chapterId });
  return { id, rev: settled.rev };
}

/** Tells what the own chapter does: a practice like any other, for national to decide about. */
export async function answerGoodExample(work: Work, language: Language, input: AnswerGoodExampleInput): Promise<Done> {
  const { templateId } = await demandOpen(work, language, input.id, input.rev);
  const practice = { key: input.key, id: input.practiceId, templateId, text: input.text };
  const { id } = await suggestPractice(work, language, practice);
  return settle(work, language, input, { state: "ANSWERED", practiceId: id });
}

/** Not now: it is not asked again by these numbers. */
export async function declineGoodExample(
  work: Work,
  language: Language,
  input: DeclineGoodExampleInput,
): Promise<Done> {
  await demandOpen(work, language, input.id, input.rev);
  return settle(work, language, input, { state: "DECLINED", practiceId: null });
}

/** Begins or stops asking. What is open when it stops goes away. */
export async function setGoodExamples(work: Work, language: Language, input: SetGoodExamplesInput): Promise<Done> {
  const { organizationId } = seated(work);
  const [changed] = await work.query<{ rev: number }>(
    `update app.organization set asks_good_examples = $3, rev = rev + 1 where id = $1 and rev = $2 returning rev`,
    [organizationId, input.rev, input.asks],
  );
  if (!changed) refuse("CONFLICT", say(language, COMMON.conflict), [], organizationId);
  if (!input.asks) {
    await work.query(
      `update app.good_example set state = 'LAPSED', settled_at = now(), rev = rev + 1 where organization_id = $1 and state = 'OPEN'`,
      [organizationId],
    );
  }
  await audit(work, {
    action: "GOOD_EXAMPLES_SET",
    subjectType: "Organization",
    subjectId: organizationId,
    detail: { asks: input.asks },
  });
  return { id: organizationId, rev: changed.rev };
}
