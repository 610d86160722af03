import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import type { Done } from "../../kernel/mutation.js";
import { findMeeting } from "../meetings/index.js";
import { ownChapter, readAudiences } from "./audience.js";
import { MOST_A_WEEK, mailsAgainOn, mailsLeft, quietUntil } from "./limits.js";
import { outreachRules } from "./outreach.inputs.js";
import type { SendOutreachInput } from "./outreach.inputs.js";
import { filled, OUTREACH_TEXTS } from "./outreach.texts.js";
import type { Outreach, SkipReason } from "./outreach.type.js";

/** The job that mails a message to all. */
export const OUTREACH_JOB = "sendOutreach";

const LOCALES: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
const dayWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** Refuses a meeting one cannot invite to. Throws NOT_FOUND for one that is not the chapter's. */
async function checkMeeting(work: Work, chapterId: string, id: string, language: Language): Promise<void> {
  const meeting = await findMeeting(work, id);
  if (meeting?.chapterId !== chapterId) throw new AppError("NOT_FOUND");
  const why =
    meeting.kind === "BOARD_MEETING"
      ? OUTREACH_TEXTS.boardMeeting
      : meeting.cancelledAt
        ? OUTREACH_TEXTS.calledOff
        : meeting.heldOn < work.today
          ? OUTREACH_TEXTS.over
          : null;
  if (why) refuse("LOCKED", say(language, why));
}

async function checkTask(work: Work, chapterId: string, id: string): Promise<void> {
  const there = await work.query(
    `select 1 from app.touchpoint where chapter_id = $1 and id = $2 and not about_member and not period_report`,
    [chapterId, id],
  );
  if (there.length === 0) throw new AppError("NOT_FOUND");
}

/** Refuses in quiet days and when the week's mails are sent. One of two at the same time waits here for the other. */
async function checkLimits(work: Work, chapterId: string, language: Language): Promise<void> {
  const quiet = await quietUntil(work);
  if (quiet) refuse("LOCKED", filled(say(language, OUTREACH_TEXTS.quiet), { day: dayWords(quiet, language) }));
  await work.query(`select pg_advisory_xact_lock(hashtextextended('outreach ' || $1::text, 0))`, [chapterId]);
  if ((await mailsLeft(work, chapterId)) > 0) return;
  const day = dayWords(await mailsAgainOn(work, chapterId), language);
  refuse("LOCKED", filled(say(language, OUTREACH_TEXTS.enough), { most: String(MOST_A_WEEK), day }));
}

/** Sends a mail to every member of the own chapter who may have one: a line for each, and the job goes through the lines. */
export async function sendOutreach(context: Context, work: Work, input: SendOutreachInput): Promise<Done> {
  const { language, installation } = context;
  const { organizationId, seatId } = seated(work);
  const chapterId = ownChapter(work);
  const facts = checkInput(outreachRules(language), { ...input }, language);
  if (!facts.meetingId && !facts.touchpointId) throw new AppError("NOT_FOUND");
  if (facts.meetingId) await checkMeeting(work, chapterId, facts.meetingId, language);
  if (facts.touchpointId) await checkTask(work, chapterId, facts.touchpointId);
  await checkLimits(work, chapterId, language);
  const { reached } = (await readAudiences(work, installation.sealer)).EMAIL;
  if (reached.length === 0) refuse("INVALID", say(language, OUTREACH_TEXTS.nobody));
  const made = await work.query(
    `insert into app.outreach (organization_id, chapter_id, id, meeting_id, touchpoint_id, language, subject, body, sent_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
    [
      organizationId,
      chapterId,
      facts.id,
      facts.meetingId,
      facts.touchpointId,
      language,
      facts.subject,
      facts.body,
      seatId,
    ],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], facts.id);
  await work.query(
    `insert into app.outreach_mail (organization_id, chapter_id, outreach_id, member_id) select $1, $2, $3, unnest($4::uuid[])`,
    [organizationId, chapterId, facts.id, reached.map(({ memberId }) => memberId)],
  );
  // not to how many: national reads the trail, and it would be a count of members
  await audit(work, { action: "OUTREACH_SENT", subjectType: "Outreach", subjectId: facts.id, chapterId });
  await enqueue(work, OUTREACH_JOB, { organizationId, chapterId, outreachId: facts.id }, `outreach:${facts.id}`);
  return { id: facts.id };
}

type OutreachRow = {
  id: string;
  subject: string;
  sent_at: Date;
  sent_by_name: string | null;
  waiting: number;
  sent: number;
  skipped: { reason: SkipReason; count: number }[];
};

/** The chapter's messages by mail: one, or the newest about a meeting, with how far they have come. */
export async function listOutreach(
  work: Work,
  chapterId: string,
  which: { id?: string; meetingId?: string },
): Promise<Outreach[]> {
  const rows = await work.query<OutreachRow>(
    `select o.id, o.subject, o.sent_at, s.holder_name as sent_by_name, coalesce(l.waiting, 0) as waiting, coalesce(l.sent, 0) as sent, coalesce(k.skipped, '[]') as skipped
       from app.outreach o left join app.seat s on s.organization_id = o.organization_id and s.id = o.sent_by
       left join lateral (select count(*) filter (where m.outcome in ('QUEUED', 'FAILED'))::int as waiting, count(*) filter (where m.outcome = 'SENT')::int as sent
         from app.outreach_mail m where m.chapter_id = o.chapter_id and m.outreach_id = o.id) l on true
       left join lateral (select json_agg(json_build_object('reason', g.reason, 'count', g.n) order by g.reason) as skipped from (
         select m.reason, count(*)::int as n from app.outreach_mail m
          where m.chapter_id = o.chapter_id and m.outreach_id = o.id and m.outcome = 'SKIPPED' group by 1) g) k on true
      where o.chapter_id = $1 and ($2::uuid is null or o.id = $2) and ($3::uuid is null or o.meeting_id = $3) order by o.sent_at desc, o.id limit 20`,
    [chapterId, which.id ?? null, which.meetingId ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    sentAt: row.sent_at,
    sentByName: row.sent_by_name,
    waiting: row.waiting,
    sent: row.sent,
    skipped: row.skipped,
  }));
}
