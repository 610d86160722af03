import { neutralName } from "@varde/domain";
import type { Language } from "@varde/domain";
import { inAuth } from "../../kernel/db/run-work.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { idIn, inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { accountEmailPlace, unsubscribeLinks } from "../accounts/index.js";
import { isQuiet, osloMoment, QUIET_SQL } from "../reminders/index.js";
import type { Quiet } from "../reminders/index.js";
import { BOARD_SEAT, BOARDED } from "./audience.js";
import { claimMail, forgetOldMails, isUnfinished, settleMail } from "./board-message-mail.js";
import type { MailLine } from "./board-message-mail.js";
import { boardMessageLetter } from "./board-message.letter.js";
import { BOARD_MESSAGE_JOB } from "./board-messages.service.js";
import type { InLanguages } from "./board-messages.service.js";

const TASK = "JOB_BOARD_MESSAGE";
/** So long a message may wait for the end of quiet hours and days. */
const HELD_DAYS = 4;

type Message = {
  title: string;
  body: string;
  inLanguages: InLanguages | null;
  nudge: boolean;
  sender: string;
  short: string;
  quiet: Quiet;
  accounts: string[] | null;
};
type Receiver = { email_ct: Buffer; language: Language | null; digest_enabled: boolean; stopped: boolean };

/** The message with everybody who sits on one of its boards today; null when it was taken back. */
const waiting = (context: JobContext, organizationId: string, messageId: string): Promise<Message | null> =>
  inOrganization(context, organizationId, TASK, async (work) => {
    const [row] = await work.query<Message>(
      `select m.title, m.body, m.in_languages as "inLanguages", m.nudge, o.sender_name as sender, o.short_name as short, ${QUIET_SQL} as quiet,
          (select array_agg(distinct s.account_id) from app.seat s join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
            where s.organization_id = m.organization_id and ${BOARD_SEAT} and ${BOARDED} and (m.chapter_ids is null or s.chapter_id = any (m.chapter_ids))) as accounts
         from app.board_message m join app.organization o on o.id = m.organization_id
        where m.organization_id = $1 and m.id = $2 and m.withdrawn_at is null`,
      [organizationId, messageId],
    );
    return row ?? null;
  });

const receiver = (context: JobContext, accountId: string): Promise<Receiver | null> =>
  inAuth(context, async (work) => {
    const [row] = await work.query<Receiver>(
      `select email_ct, language, digest_enabled, stopped_at is not null as stopped from app.account where id = $1`,
      [accountId],
    );
    return row ?? null;
  });

/** One person's mail. The line is written before the mail leaves; the same reference lets a second copy be dropped. */
async function mailOne(context: JobContext, message: Message, line: MailLine): Promise<void> {
  const { organizationId, messageId, accountId } = line;
  const inIt = <T>(act: Parameters<typeof inOrganization<T>>[3]) => inOrganization(context, organizationId, TASK, act);
  const row = await receiver(context, accountId);
  if (!row) return;
  if (row.stopped || !row.digest_enabled) {
    const reason = row.stopped ? "STOPPED" : "OPTED_OUT";
    await inIt((work) => claimMail(work, line, { outcome: "SKIPPED", reason }));
    return;
  }
  const mine = await inIt((work) => claimMail(work, line, { outcome: "FAILED", reason: "INTERRUPTED" }));
  if (!mine) return;
  const links = unsubscribeLinks(context, accountId);
  const language = row.language ?? "nb";
  const { title, body } = message.inLanguages?.[language] ?? message;
  try {
    await context.mailer.send({
      to: context.sealer.open(row.email_ct, accountEmailPlace(accountId)),
      senderName: neutralName(message.sender),
      ...boardMessageLetter(language, {
        from: neutralName(message.short, message.sender),
        title,
        body,
        nudge: message.nudge,
        link: `${context.baseUrl}/beskjeder`,
        unsubscribe: links.page,
      }),
      reference: `board-message-${messageId}-${accountId}`,
      unsubscribeUrl: links.oneClick,
    });
  } catch (error) {
    await inIt((work) => settleMail(work, line, { outcome: "FAILED", reason: "MAIL_SERVER" }));
    throw error;
  }
  await inIt((work) => settleMail(work, line, { outcome: "SENT", reason: null }));
}

/**
 * Mails a message to everybody on the boards it is for: once a person, however often it runs and whatever seats they hold.
 * One mail that fails keeps nobody else from theirs; the job then fails as a whole, and so it does while an earlier run's
 * mail is unfinished, so that the queue tries again. In the organization's quiet hours nothing leaves: the message is in the app
 * meanwhile, and its mails go when the hours are over.
 */
export async function mailBoardMessage(payload: JobPayload, context: JobContext, now = osloMoment()): Promise<void> {
  const [organizationId, messageId] = [idIn(payload, "organizationId"), idIn(payload, "messageId")];
  const message = await waiting(context, organizationId, messageId);
  if (message && isQuiet([message.quiet], now)) return;
  const failures: unknown[] = [];
  for (const accountId of message?.accounts ?? []) {
    if (context.signal.aborted) throw new Error("asked to stop");
    try {
      await mailOne(context, message!, { organizationId, messageId, accountId });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails were not sent`);
  if (await inOrganization(context, organizationId, TASK, (work) => isUnfinished(work, organizationId, messageId)))
    throw new Error("an earlier run has mails under way");
}

/** Puts those in the queue that were held back and of which no mail has left, where the quiet hours are over. */
export async function sendHeldMessages(context: JobContext, now = osloMoment()): Promise<void> {
  for (const organizationId of await organizationIds(context))
    await inOrganization(context, organizationId, TASK, async (work) => {
      const [row] = await work.query<{ quiet: Quiet }>(
        `select ${QUIET_SQL} as quiet from app.organization o where o.id = $1`,
        [organizationId],
      );
      if (!row || isQuiet([row.quiet], now)) return;
      // whoever has just sent one has its job in the queue
      const held = await work.query<{ id: string }>(
        `select m.id from app.board_message m where m.organization_id = $1 and m.withdrawn_at is null
            and m.sent_at between $2::timestamptz - interval '${HELD_DAYS} days' and $2::timestamptz - interval '5 minutes'
            and not exists (select 1 from app.board_message_mail l where l.organization_id = m.organization_id and l.message_id = m.id)`,
        [organizationId, now.instant],
      );
      for (const { id } of held)
        await enqueue(work, BOARD_MESSAGE_JOB, { organizationId, messageId: id }, `board-message:${id}`);
    });
}

/** Nightly: lines about mails that have done their time. */
async function forgetMails(_payload: JobPayload, context: JobContext): Promise<void> {
  for (const organizationId of await organizationIds(context))
    await inOrganization(context, organizationId, TASK, (work) => forgetOldMails(work, organizationId));
}

export const NEWS_JOBS: readonly JobDefinition[] = [
  { task: BOARD_MESSAGE_JOB, run: (payload, context) => mailBoardMessage(payload, context) },
  { task: "sendHeldBoardMessages", run: (_payload, context) => sendHeldMessages(context), every: 15 },
  { task: "forgetBoardMessageMails", run: forgetMails, at: { hour: 3, minute: 50 } },
];
