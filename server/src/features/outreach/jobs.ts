import { neutralName } from "@varde/domain";
import type { Language } from "@varde/domain";
import { derivedSecret } from "../../kernel/crypto/sealer.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { idIn, inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { guardianAddress } from "./audience.js";
import { outreachLetter } from "./letter.js";
import { leaveAloneLinks } from "./links.js";
import { OUTREACH_JOB } from "./send.service.js";

const TASK = "JOB_OUTREACH";

type Ids = { organizationId: string; chapterId: string; outreachId: string };
type Message = { subject: string; body: string; language: Language; short: string; organization: string };
type Claimed = { email_ct: Buffer | null; guardian_ct: Buffer | null; by_guardian: boolean };
type Outcome = { outcome: "SENT"; reason: null } | { outcome: "SKIPPED"; reason: "NO_EMAIL" } | Failed;
type Failed = { outcome: "FAILED"; reason: "MAIL_SERVER" };

const read = (context: JobContext, { organizationId, chapterId, outreachId }: Ids): Promise<Message | null> =>
  inOrganization(context, organizationId, TASK, async (work) => {
    const [row] = await work.query<Message>(
      `select m.subject, m.body, m.language, c.short_name as short, o.short_name as organization
         from app.outreach m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id join app.organization o on o.id = m.organization_id
        where m.organization_id = $1 and m.chapter_id = $2 and m.id = $3`,
      [organizationId, chapterId, outreachId],
    );
    return row ?? null;
  });

/** Members whose mail has not left and is not decided against. */
const unsent = (context: JobContext, { organizationId, chapterId, outreachId }: Ids): Promise<string[]> =>
  inOrganization(context, organizationId, TASK, async (work) => {
    const rows = await work.query<{ member_id: string }>(
      `select member_id from app.outreach_mail where chapter_id = $1 and outreach_id = $2 and outcome in ('QUEUED', 'FAILED') order by member_id`,
      [chapterId, outreachId],
    );
    return rows.map(({ member_id }) => member_id);
  });

const settle = (context: JobContext, ids: Ids, memberId: string, { outcome, reason }: Outcome) =>
  inOrganization(context, ids.organizationId, TASK, (work) =>
    work.query(
      `update app.outreach_mail set outcome = $4, reason = $5, at = now() where chapter_id = $1 and outreach_id = $2 and member_id = $3`,
      [ids.chapterId, ids.outreachId, memberId, outcome, reason],
    ),
  );

/** One member's mail. It is claimed before it leaves; the same reference lets a second copy be dropped. */
async function mailOne(context: JobContext, ids: Ids, message: Message, memberId: string): Promise<void> {
  const [mine] = await inOrganization(context, ids.organizationId, TASK, (work) =>
    work.query<Claimed>(`select * from authz.claim_outreach_mail($1, $2, $3)`, [
      ids.chapterId,
      ids.outreachId,
      memberId,
    ]),
  );
  if (!mine) return;
  const { sealer, secret } = context;
  const to = mine.by_guardian
    ? guardianAddress(sealer, mine.guardian_ct, memberId, "EMAIL")
    : mine.email_ct && sealer.open(mine.email_ct, `member/${memberId}/email`);
  if (!to) {
    await settle(context, ids, memberId, { outcome: "SKIPPED", reason: "NO_EMAIL" });
    return;
  }
  const short = neutralName(message.short, message.organization);
  const links = leaveAloneLinks(context, ids.chapterId, memberId);
  try {
    await context.mailer.send({
      to,
      senderName: short,
      ...outreachLetter(message.language, {
        subject: message.subject,
        body: message.body,
        short,
        byGuardian: mine.by_guardian,
        leave: links.page,
        baseUrl: context.baseUrl,
      }),
      // no id of a member in a header
      reference: `outreach-${derivedSecret(secret, "outreach-mail", ids.outreachId, memberId).replaceAll("_", "-")}`,
      unsubscribeUrl: links.oneClick,
    });
  } catch (error) {
    await settle(context, ids, memberId, { outcome: "FAILED", reason: "MAIL_SERVER" });
    throw error;
  }
  await settle(context, ids, memberId, { outcome: "SENT", reason: null });
}

/**
 * Mails a message to the members it has a line for: once each, however often it runs. One mail that fails keeps nobody else
 * from theirs; the job then fails as a whole, and so it does while another's mail is under way, so that the queue tries again.
 */
async function mailOutreach(payload: JobPayload, context: JobContext): Promise<void> {
  const ids = {
    organizationId: idIn(payload, "organizationId"),
    chapterId: idIn(payload, "chapterId"),
    outreachId: idIn(payload, "outreachId"),
  };
  const message = await read(context, ids);
  if (!message) return;
  const failures: unknown[] = [];
  for (const memberId of await unsent(context, ids)) {
    if (context.signal.aborted) throw new Error("asked to stop");
    try {
      await mailOne(context, ids, message, memberId);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails were not sent`);
  if ((await unsent(context, ids)).length > 0) throw new Error("mails are under way elsewhere");
}

/** Nightly: names in answers and lines about mails that have done their time. */
async function forgetOutreach(_payload: JobPayload, context: JobContext): Promise<void> {
  for (const organizationId of await organizationIds(context))
    await inOrganization(context, organizationId, TASK, (work) => work.query(`select authz.forget_outreach()`));
}

export const OUTREACH_JOBS: readonly JobDefinition[] = [
  { task: OUTREACH_JOB, run: mailOutreach },
  { task: "forgetOutreach", run: forgetOutreach, at: { hour: 3, minute: 55 } },
];
