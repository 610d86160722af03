import { v7 as uuidv7 } from "uuid";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { BOARD_MESSAGE_JOB } from "../news/index.js";
import { MAKE_GRANT_EXPORT_JOB, makeGrantExport } from "./export.service.js";
import { stillBackWords } from "./review.texts.js";

const TASK = "JOB_GRANT";
/** Days between reminders of a return that came back. */
const REMIND_DAYS = 7;

/** Approves what has waited as long as the organization has chosen. Run twice it finds nothing the second time. */
async function advance(work: Work, organizationId: string): Promise<void> {
  const moved = await work.query<{ id: string; chapterId: string; year: number; version: number }>(
    `update app.grant_return r set state = 'APPROVED', state_at = now(), rev = rev + 1
       from (select coalesce(max(s.advance_days), case when count(s.organization_id) = 0 then 30 end) as days from app.grant_setting s where s.organization_id = $1) d
      where r.organization_id = $1 and r.state = 'DELIVERED' and (r.state_at at time zone 'Europe/Oslo')::date + d.days <= authz.today()
      returning r.id, r.chapter_id as "chapterId", r.year, r.version`,
    [organizationId],
  );
  for (const { id, chapterId, year, version } of moved) {
    await work.query(
      `insert into app.grant_decision (organization_id, chapter_id, id, return_id, version, kind) values ($1, $2, $3, $4, $5, 'BY_ITSELF')`,
      [organizationId, chapterId, uuidv7(), id, version],
    );
    // nobody's seat: nobody did it
    await work.query(
      `insert into app.audit (organization_id, chapter_id, action, subject_type, subject_id, detail) values ($1, $2, 'GRANT_RETURN_BY_ITSELF', 'GrantReturn', $3, $4)`,
      [organizationId, chapterId, id, JSON.stringify({ year, version })],
    );
  }
}

/** Tells boards again of a return that came back and lies there, once a week, from whoever sent it back. */
async function remind(work: Work, organizationId: string): Promise<void> {
  const back = await work.query<{ id: string; chapterId: string; year: number; from: string }>(
    `update app.grant_return r set reminded_on = authz.today(), rev = rev
       from app.grant_decision d
      where r.organization_id = $1 and r.state = 'RETURNED' and d.chapter_id = r.chapter_id and d.return_id = r.id and d.version = r.version
        and coalesce(r.reminded_on, (r.state_at at time zone 'Europe/Oslo')::date) + ${REMIND_DAYS} <= authz.today()
      returning r.id, r.chapter_id as "chapterId", r.year, d.decided_by as from`,
    [organizationId],
  );
  for (const { chapterId, year, from } of back) {
    const messageId = uuidv7();
    const { kept, inLanguages } = stillBackWords(year);
    await work.query(
      `insert into app.board_message (organization_id, id, title, body, chapter_ids, chapter_count, sent_by, in_languages) values ($1, $2, $3, $4, array[$5::uuid], 1, $6, $7)`,
      [organizationId, messageId, kept.title, kept.body, chapterId, from, JSON.stringify(inLanguages)],
    );
    await enqueue(work, BOARD_MESSAGE_JOB, { organizationId, messageId }, `board-message:${messageId}`);
  }
}

/** Returns whose years are over: what documented a grant has been kept as long as one may be asked for it. */
const forget = (work: Work, organizationId: string): Promise<unknown> =>
  // the policy of the job lets it see no younger one to remove
  work.query(
    `delete from app.grant_return where organization_id = $1 and year < extract(year from authz.today()) - 6 and state_at < now() - interval '5 years'`,
    [organizationId],
  );

/** Each morning: what goes on by itself, what is told of again, and what is no longer kept. */
export async function runReturns(context: Pick<JobContext, "job">): Promise<void> {
  for (const id of await organizationIds(context))
    await inOrganization(context, id, TASK, async (work) => {
      await advance(work, id);
      await remind(work, id);
      await forget(work, id);
    });
}

export const GRANT_RETURN_JOBS: readonly JobDefinition[] = [
  { task: MAKE_GRANT_EXPORT_JOB, run: makeGrantExport },
  { task: "run_returns", at: { hour: 4, minute: 40 }, run: async (_payload, context) => runReturns(context) },
];
