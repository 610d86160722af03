import type { TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { rolloutOccurrences } from "./rollout-occurrences.js";
import { createTouchpoints } from "./rollout.service.js";

type ActiveRollout = { version_id: string; definition: TemplateDefinition; effective_from: string; chapters: string[] };

// a version that is no longer in force makes nothing new: the next one does, when it is rolled out
const ACTIVE = `
select r.version_id, v.definition, r.effective_from,
  coalesce((select array_agg(c.id) from app.chapter c
    where c.organization_id = r.organization_id and (c.closed_on is null or c.closed_on > $2::date)
      and ((r.all_chapters and (v.about_member or not c.direct_members)) or exists (select 1 from app.rollout_chapter rc
            where rc.organization_id = r.organization_id and rc.rollout_id = r.id and rc.chapter_id = c.id))), '{}') as chapters
  from app.rollout r
  join app.template_version v on v.organization_id = r.organization_id and v.id = r.version_id and v.state in ('PILOT', 'PUBLISHED')
 where r.organization_id = $1 and (r.ended_on is null or r.ended_on > $2::date)
 order by r.created_at, r.id`;

/** Whatever is missing of an organization's active roll-outs for the coming twelve months. Returns how many were made. */
async function extend(work: Work, organizationId: string, today: string): Promise<number> {
  let made = 0;
  for (const rollout of await work.query<ActiveRollout>(ACTIVE, [organizationId, today])) {
    const occurrences = rolloutOccurrences(rollout.definition, rollout.effective_from, today);
    made += await createTouchpoints(work, { id: rollout.version_id }, rollout.chapters, occurrences);
  }
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
