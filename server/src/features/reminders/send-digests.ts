import { lockScreenWords } from "@varde/domain";
import type { Language } from "@varde/domain";
import { inAuth } from "../../kernel/db/run-work.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { accountEmailPlace, unsubscribeLinks } from "../accounts/index.js";
import { collectNews } from "./collect-news.js";
import type { SeatNews } from "./collect-news.js";
import { digestLetter } from "./digest.texts.js";
import { claim, forgetOld, settle } from "./reminder-log.js";

const TASK = "JOB_DIGEST";

type Receiver = { id: string; email_ct: Buffer; language: Language | null; digest_enabled: boolean; stopped: boolean };

const isNeutral = (text: string): boolean => lockScreenWords(text).length === 0;
const neutral = (...candidates: string[]): string => candidates.find(isNeutral) ?? "Varde";

async function receiver(context: JobContext, accountId: string): Promise<{ row: Receiver | null; today: string }> {
  return inAuth(context, async (work) => {
    const [row] = await work.query<Receiver>(
      `select id, email_ct, language, digest_enabled, stopped_at is not null as stopped from app.account where id = $1`,
      [accountId],
    );
    return { row: row ?? null, today: work.today };
  });
}

/**
 * The day's mail to one person about all their chapters. The line in the log is written before the mail leaves, so a
 * crash in between loses that day's mail instead of sending two; what it would have said is in the next.
 */
async function remind(context: JobContext, accountId: string, news: readonly SeatNews[]): Promise<void> {
  const { row, today } = await receiver(context, accountId);
  const inIt = <T>(seat: SeatNews, act: Parameters<typeof inOrganization<T>>[3]) =>
    inOrganization(context, seat.organizationId, TASK, act);
  const lead = news[0]!;
  if (!row || row.stopped || !row.digest_enabled) {
    const reason = row && !row.stopped ? "OPTED_OUT" : "STOPPED";
    if (!row) return;
    await inIt(lead, (work) => claim(work, { ...lead, leads: true }, { outcome: "SKIPPED", reason }));
    return;
  }
  const mine = await inIt(lead, (work) =>
    claim(work, { ...lead, leads: true }, { outcome: "FAILED", reason: "INTERRUPTED" }),
  );
  if (!mine) return;
  const links = unsubscribeLinks(context, accountId);
  const letter = digestLetter(
    row.language ?? "nb",
    news.map((seat) => ({ ...seat, unit: neutral(seat.unit, seat.organizationUnit) })),
    { tasks: `${context.baseUrl}/oppgaver`, unsubscribe: links.page },
  );
  try {
    await context.mailer.send({
      to: context.sealer.open(row.email_ct, accountEmailPlace(accountId)),
      senderName: neutral(lead.senderName),
      ...letter,
      reference: `digest-${accountId}-${today}`,
      unsubscribeUrl: links.oneClick,
    });
  } catch (error) {
    await inIt(lead, (work) => settle(work, { ...lead, leads: true }, { outcome: "FAILED", reason: "MAIL_SERVER" }));
    throw error;
  }
  for (const [index, seat] of news.entries()) {
    const line = { ...seat, leads: index === 0 };
    await inIt(seat, async (work) => {
      if (index > 0) await claim(work, line, { outcome: "SENT", reason: null });
      else await settle(work, line, { outcome: "SENT", reason: null });
    });
  }
}

/**
 * Every morning: one mail to each board member whose chapters have news, none to the others. May run as often as it
 * will: who has been written to today is not written to again. A mail server that refuses one does not keep the others
 * from theirs; the job then fails as a whole, so that the queue tries again.
 */
export async function sendDigests(_payload: JobPayload, context: JobContext): Promise<void> {
  const byAccount = new Map<string, SeatNews[]>();
  for (const organizationId of await organizationIds(context)) {
    const news = await inOrganization(context, organizationId, TASK, async (work) => {
      await forgetOld(work, organizationId);
      return collectNews(work, organizationId);
    });
    for (const seat of news) byAccount.set(seat.accountId, [...(byAccount.get(seat.accountId) ?? []), seat]);
  }
  const failures: unknown[] = [];
  for (const [accountId, news] of byAccount) {
    if (context.signal.aborted) throw new Error("asked to stop");
    try {
      await remind(context, accountId, news);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails were not sent`);
}
