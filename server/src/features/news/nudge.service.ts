import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { BOARD_MESSAGE_JOB } from "./board-messages.service.js";
import { NEWS_TEXTS } from "./news.texts.js";
import { nudgeRules } from "./nudge.inputs.js";
import type { AnswerNudgeInput, SendNudgeInput } from "./nudge.inputs.js";
import { readNudgeOffer } from "./read-nudges.js";

/**
 * Writes to the board of a chapter one follows. Throws NOT_FOUND for a chapter out of reach; refuses where nobody could read
 * it, and within a week of the last, saying who wrote then.
 */
export async function sendNudge(work: Work, input: SendNudgeInput, language: Language): Promise<Done> {
  const { organizationId, seatId, role, accountName } = seated(work);
  const { id, body } = checkInput(nudgeRules(language), { id: input.id, body: input.body }, language);
  if (!isUuid(input.chapterId)) throw new AppError("NOT_FOUND");
  // whoever comes second waits for the first, and then sees what was sent
  await work.query(`select pg_advisory_xact_lock(hashtextextended('nudge:' || $1, 0))`, [
    input.chapterId.toLowerCase(),
  ]);
  const offer = await readNudgeOffer(work, input.chapterId);
  const { chapterId } = offer;
  if (!offer.open) refuse("INVALID", say(language, NEWS_TEXTS.noOne), [], chapterId);
  if (offer.readers.length === 0) refuse("INVALID", say(language, NEWS_TEXTS.noReader), [], chapterId);
  const [last] = offer.earlier;
  if (last && offer.nextOn) {
    const day = `${Number(offer.nextOn.slice(8))}.${Number(offer.nextOn.slice(5, 7))}.`;
    const sentence = say(language, NEWS_TEXTS.nudgedAlready).replace("{day}", day);
    refuse(
      "LOCKED",
      sentence.replace("{name}", () => last.sender.name),
      [],
      chapterId,
    );
  }
  const made = await work.query(
    `insert into app.board_message (organization_id, id, title, body, chapter_ids, chapter_count, sent_by, nudge, sender_name, sender_role)
     values ($1, $2, left($3, 80), $4, array[$5::uuid], 1, $6, true, $3, $7) on conflict do nothing returning 1`,
    [organizationId, id, accountName, body, chapterId, seatId, role],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], chapterId);
  await audit(work, { action: "NUDGE_SENT", subjectType: "Chapter", subjectId: chapterId });
  await enqueue(work, BOARD_MESSAGE_JOB, { organizationId, messageId: id }, `board-message:${id}`);
  return { id: chapterId };
}

/** The board's one word back; who nudged sees it. Throws NOT_FOUND for what is not a nudge to the acting chapter. */
export async function answerNudge(work: Work, { id, answer }: AnswerNudgeInput): Promise<Done> {
  const { organizationId, chapterId, seatId } = seated(work);
  if (!isUuid(id) || !chapterId) throw new AppError("NOT_FOUND");
  const [there] = await work.query(
    `select 1 from app.board_message where organization_id = $1 and id = $2 and nudge and withdrawn_at is null`,
    [organizationId, id],
  );
  if (!there) throw new AppError("NOT_FOUND");
  await work.query(
    `insert into app.board_message_seen (organization_id, chapter_id, message_id, seat_id) values ($1, $2, $3, $4) on conflict do nothing`,
    [organizationId, chapterId, id, seatId],
  );
  await work.query(
    `update app.board_message_seen set answer = $5, answered_at = now() where organization_id = $1 and chapter_id = $2 and message_id = $3 and seat_id = $4`,
    [organizationId, chapterId, id, seatId, answer],
  );
  return { id };
}
