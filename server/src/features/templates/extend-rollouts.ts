import type { TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { rolloutOccurrences } from "./rollout-occurrences.js";
import { createTouchpoints, settleVersions } from "./apply-rollout.js";

type InForce = {
  template_id: string;
  version_id: string;
  definition: TemplateDefinition;
  from_day: string;
  chapters: string[];
};

// the version each chapter has from its day on; what it has only until a later one comes was made with that roll-out
const IN_FORCE = `
select v.template_id, rc.version_id, v.definition, rc.from_day, array_agg(c.id) as chapters
  from app.rollout_chapter rc
  join app.template_version v on v.organization_id = rc.organization_id and v.id = rc.version_id and v.state in ('PILOT', 'PUBLISHED')
  join app.chapter c on c.organization_id = rc.organization_id and c.id = rc.chapter_id and (c.closed_on is null or c.closed_on > $2::date)
 where rc.organization_id = $1 and rc.until_day is null and v.template_id = $3
 group by v.template_id, rc.version_id, v.definition, rc.from_day
 order by rc.from_day, rc.version_id`;

/** Whatever is missing of an organization's roll-outs for the coming twelve months. Returns how many were made. */
async function extend(work: Work, organizationId: string, today: string): Promise<number> {
  let made = 0;
  await work.query(`select authz.cover_new_chapters()`);
  const templates = await work.query<{ id: string }>(
    `select id from app.touchpoint_template where organization_id = $1 order by id`,
    [organizationId],
  );
  for (const { id } of templates) {
    // a roll-out of the template that runs now comes before or after, not between what is read and what is made
    await work.query(`select pg_advisory_xact_lock_shared(hashtextextended('template ' || $1, 0))`, [id]);
    for (const row of await work.query<InForce>(IN_FORCE, [organizationId, today, id])) {
      const occurrences = rolloutOccurrences(row.definition, row.from_day, today);
      made += await createTouchpoints(work, { id: row.version_id }, row.chapters, occurrences);
    }
  }
  await settleVersions(work);
  return made;
}

/**
 * Keeps an organization's roll-outs twelve months ahead, also in chapters opened since. Done twice it makes nothing new.
 * Returns how many touchpoints were made.
 */
export const extendRollouts = (context: Pick<JobContext, "job">, organizationId: string): Promise<number> =>
  inOrganization(context, organizationId, "JOB_ROLLOUT", (work) => extend(work, organizationId, work.today));

export const TEMPLATE_JOBS: readonly JobDefinition[] = [
  {
    task: "templates_extend_rollouts",
    at: { hour: 3, minute: 20 },
    // one transaction each: what fails in one organization does not undo the others'
    async run(_payload, context) {
      for (const organizationId of await organizationIds(context)) {
        if (context.signal.aborted) return;
        await extendRollouts(context, organizationId);
      }
    },
  },
];
