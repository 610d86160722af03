import type { Message } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { countAttempt } from "../accounts/index.js";
import type { SendTestMessageInput } from "./test-message.inputs.js";
import { TEST_TEXTS } from "./test-message.texts.js";

/** The job that mails it. */
export const TEST_MESSAGE_JOB = "sendTestMessage";

const AN_HOUR = 3600;
const MOST_AN_HOUR = 10;
// what a job may carry
const ID = /^[A-Za-z0-9-]{1,40}$/;

async function checkChapter(work: Work, chapterId: string): Promise<void> {
  if (!isUuid(chapterId)) throw new AppError("NOT_FOUND");
  const found = await work.query(`select 1 from app.chapter where organization_id = $1 and id = $2`, [
    seated(work).organizationId,
    chapterId,
  ]);
  if (found.length === 0) throw new AppError("NOT_FOUND");
}

/**
 * Sends a message of a version, filled with invented values, to whoever asks, by e-mail. Drafts too. Throws NOT_FOUND for
 * what is not the organization's and RATE_LIMITED beyond ten an hour; refuses one that is empty.
 */
export async function sendTestMessage(work: Work, input: SendTestMessageInput, context: Context): Promise<Done> {
  const { organizationId, accountId } = seated(work);
  if (!isUuid(input.templateId) || !isUuid(input.versionId)) throw new AppError("NOT_FOUND");
  const [version] = await work.query<{ messages: Message[] | null }>(
    `select definition -> 'messages' as messages from app.template_version where organization_id = $1 and template_id = $2 and id = $3`,
    [organizationId, input.templateId, input.versionId],
  );
  const messages = version?.messages ?? [];
  const index = messages.findIndex(({ key }) => key === input.messageKey);
  const message = messages[index];
  if (!message) throw new AppError("NOT_FOUND");
  if (input.chapterId) await checkChapter(work, input.chapterId);
  if ((message.body[input.language] || message.body.nb).trim() === "")
    refuse("INVALID", say(context.language, TEST_TEXTS.empty), ["messageKey"]);
  const limit = { what: "test-message", who: accountId, most: MOST_AN_HOUR, seconds: AN_HOUR };
  await countAttempt(context.installation, limit);
  await enqueue(
    work,
    TEST_MESSAGE_JOB,
    {
      organizationId,
      accountId,
      versionId: input.versionId,
      // a key somebody wrote is no id: then by its place
      ...(ID.test(message.key) ? { messageKey: message.key } : { messageIndex: index }),
      language: input.language,
      ...(input.chapterId ? { chapterId: input.chapterId } : {}),
      testId: input.key,
    },
    `test-message:${input.key}`,
  );
  return { id: input.versionId };
}
