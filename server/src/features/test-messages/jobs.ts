import { fillMessage, LANGUAGES, lockScreenWords, smsParts, withSafeFrame } from "@varde/domain";
import type { Language, LocalizedText, Message } from "@varde/domain";
import { inAuth } from "../../kernel/db/run-work.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { idIn, inOrganization } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { accountEmailPlace } from "../accounts/index.js";
import { TEST_MESSAGE_JOB } from "./send-test-message.service.js";
import { testLetter } from "./test-message.texts.js";
import { testValues } from "./test-values.js";

type Found = { messages: Message[] | null; sender_name: string; chapter: string; chapter_short: string };
type Receiver = { name: string; email_ct: Buffer; language: Language | null };

/** The version's messages, while the one who asked still has a national seat there; null otherwise. */
const found = (context: JobContext, payload: JobPayload, ids: { organizationId: string; accountId: string }) =>
  inOrganization(context, ids.organizationId, "JOB_TEST_MESSAGE", async (work) => {
    const [row] = await work.query<Found>(
      `select v.definition -> 'messages' as messages, o.sender_name, coalesce(c.name, o.name) as chapter, coalesce(c.short_name, o.short_name) as chapter_short
         from app.template_version v join app.organization o on o.id = v.organization_id
         left join app.chapter c on c.organization_id = v.organization_id and c.id = $4::uuid
        where v.organization_id = $1 and v.id = $2 and exists (select 1 from app.seat s where s.organization_id = $1 and s.account_id = $3
          and s.unit_kind = 'ORGANIZATION' and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today()))`,
      [ids.organizationId, idIn(payload, "versionId"), ids.accountId, payload["chapterId"] ?? null],
    );
    return row ?? null;
  });

const receiver = (context: JobContext, accountId: string): Promise<Receiver | null> =>
  inAuth(context, async (work) => {
    const [row] = await work.query<Receiver>(
      `select name, email_ct, language from app.account where id = $1 and stopped_at is null`,
      [accountId],
    );
    return row ?? null;
  });

/** Mails the message to the one who asked. What is gone by then, the message or the seat, is no mail. */
async function mailTestMessage(payload: JobPayload, context: JobContext): Promise<void> {
  const [organizationId, accountId] = [idIn(payload, "organizationId"), idIn(payload, "accountId")];
  const version = await found(context, payload, { organizationId, accountId });
  const message =
    typeof payload["messageIndex"] === "number"
      ? version?.messages?.[payload["messageIndex"]]
      : version?.messages?.find(({ key }) => key === payload["messageKey"]);
  const row = version && message ? await receiver(context, accountId) : null;
  if (!version || !message || !row) return;
  const language = LANGUAGES.find((known) => known === payload["language"]) ?? "nb";
  const names = { chapter: version.chapter, chapterShort: version.chapter_short, sender: row.name };
  const values = testValues(names, language);
  const missing = new Set<string>();
  const fill = (text: LocalizedText): string => {
    const filled = fillMessage(text[language] || text.nb, values);
    for (const name of filled.missing) missing.add(name);
    return filled.text;
  };
  const body = fill(withSafeFrame(message).body);
  const letter = testLetter(row.language ?? "nb", {
    channel: message.channel,
    subject: message.channel === "EMAIL" && message.subject ? fill(message.subject) : null,
    parts: message.channel === "SMS" ? smsParts(body) : [body],
    missing: [...missing],
  });
  await context.mailer.send({
    to: context.sealer.open(row.email_ct, accountEmailPlace(accountId)),
    senderName: lockScreenWords(version.sender_name).length === 0 ? version.sender_name : "Varde",
    ...letter,
    reference: `test-message-${idIn(payload, "testId")}`,
  });
}

export const TEST_MESSAGE_JOBS: readonly JobDefinition[] = [{ task: TEST_MESSAGE_JOB, run: mailTestMessage }];
