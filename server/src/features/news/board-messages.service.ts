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
import { chaptersOf } from "./audience.js";
import { boardMessageRules } from "./news.inputs.js";
import type { MarkBoardMessageReadInput, SendBoardMessageInput, WithdrawBoardMessageInput } from "./news.inputs.js";
import { NEWS_TEXTS } from "./news.texts.js";

/** The job that mails a message. */
export const BOARD_MESSAGE_JOB = "sendBoardMessage";

/** The template, if boards may read of it. Throws NOT_FOUND; refuses one that is still a draft. */
async function checkTemplate(work: Work, templateId: string, language: Language): Promise<void> {
  if (!isUuid(templateId)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ known: boolean }>(
    `select exists (select 1 from app.template_version v where v.organization_id = $1 and v.template_id = t.id and v.state <> 'DRAFT') as known
       from app.touchpoint_template t where t.organization_id = $1 and t.id = $2`,
    [seated(work).organizationId, templateId],
  );
  if (!row) throw new AppError("NOT_FOUND");
  if (!row.known) refuse("INVALID", say(language, NEWS_TEXTS.notPublished), ["templateId"]);
}

/** A message that Varde wrote, in the other languages than its own. */
export type InLanguages = Partial<Record<Language, { title: string; body: string }>>;

/**
 * Sends a message to boards: it is there at once, and mails leave when this is committed. `inLanguages`: the same for those who read
 * another language, where Varde wrote it.
 */
export async function sendBoardMessage(
  work: Work,
  input: SendBoardMessageInput,
  language: Language,
  inLanguages: InLanguages | null = null,
): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const { to, ...rest } = input;
  const facts = checkInput(boardMessageRules(language), rest, language);
  const chapters = await chaptersOf(work, to);
  if (chapters.length === 0) refuse("INVALID", say(language, NEWS_TEXTS.noOne), ["to"]);
  if (facts.templateId) await checkTemplate(work, facts.templateId, language);
  const made = await work.query(
    `insert into app.board_message (organization_id, id, title, body, template_id, chapter_ids, chapter_count, sent_by, in_languages)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
    [
      organizationId,
      facts.id,
      facts.title,
      facts.body,
      facts.templateId,
      to.all ? null : chapters,
      chapters.length,
      seatId,
      inLanguages && JSON.stringify(inLanguages),
    ],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], facts.id);
  await audit(work, {
    action: "BOARD_MESSAGE_SENT",
    subjectType: "BoardMessage",
    subjectId: facts.id,
    detail: { chapters: chapters.length },
  });
  await enqueue(work, BOARD_MESSAGE_JOB, { organizationId, messageId: facts.id }, `board-message:${facts.id}`);
  return { id: facts.id, rev: 1 };
}

/** Takes a message back: boards no longer see it, and mails that have not left do not. */
export async function withdrawBoardMessage(
  work: Work,
  { id, rev }: WithdrawBoardMessageInput,
  language: Language,
): Promise<Done> {
  const { organizationId } = seated(work);
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [changed] = await work.query<{ rev: number }>(
    `update app.board_message set withdrawn_at = now(), rev = rev + 1
      where organization_id = $1 and id = $2 and rev = $3 and withdrawn_at is null returning rev`,
    [organizationId, id, rev],
  );
  if (!changed) {
    const [there] = await work.query<{ withdrawn: boolean }>(
      `select withdrawn_at is not null as withdrawn from app.board_message where organization_id = $1 and id = $2`,
      [organizationId, id],
    );
    if (!there) throw new AppError("NOT_FOUND");
    refuse("CONFLICT", say(language, there.withdrawn ? NEWS_TEXTS.withdrawn : COMMON.conflict), [], id);
  }
  await audit(work, { action: "BOARD_MESSAGE_WITHDRAWN", subjectType: "BoardMessage", subjectId: id });
  return { id, rev: changed.rev };
}

/** The seat acted in has read the message. Done twice is done. Throws NOT_FOUND for what is not for its chapter. */
export async function markBoardMessageRead(work: Work, { id }: MarkBoardMessageReadInput): Promise<Done> {
  const { organizationId, chapterId, seatId } = seated(work);
  if (!isUuid(id) || !chapterId) throw new AppError("NOT_FOUND");
  const [there] = await work.query(
    `select 1 from app.board_message where organization_id = $1 and id = $2 and withdrawn_at is null`,
    [organizationId, id],
  );
  if (!there) throw new AppError("NOT_FOUND");
  await work.query(
    `insert into app.board_message_seen (organization_id, chapter_id, message_id, seat_id) values ($1, $2, $3, $4) on conflict do nothing`,
    [organizationId, chapterId, id, seatId],
  );
  return { id };
}
