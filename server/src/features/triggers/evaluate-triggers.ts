import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { idIn, inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { TRIGGERS_TASK } from "../members/index.js";

const RIGHTS = "JOB_TRIGGERS";
/** Touchpoints made in one transaction at most: what is lost when the process ends, and how long a board waits for a row. */
const MOST = 10_000;

type Options = { on?: LocalDate; most?: number };

const versionsInForce = (work: Work): Promise<{ id: string }[]> =>
  work.query<{ id: string }>(
    `select distinct rc.version_id as id from app.rollout_chapter rc
       join app.template_version v on v.organization_id = rc.organization_id and v.id = rc.version_id and v.state in ('PILOT', 'PUBLISHED')
      where rc.until_day is null or rc.until_day > $1 order by 1`,
    [work.today],
  );

/**
 * Makes everything that members and closed touchpoints have started in an organization and that is not there yet, in small
 * transactions. Whatever ends it, the next run goes on where it was, and one beside it does no harm. Returns how many were made or
 * held back.
 */
export async function evaluateTriggers(
  context: Pick<JobContext, "job" | "signal">,
  organizationId: string,
  { on, most = MOST }: Options = {},
): Promise<number> {
  let done = 0;
  for (const { id } of await inOrganization(context, organizationId, RIGHTS, versionsInForce)) {
    let more = true;
    while (more) {
      if (context.signal.aborted) return done;
      const n = await inOrganization(context, organizationId, RIGHTS, async (work) => {
        const [row] = await work.query<{ n: number }>(`select authz.evaluate_triggers($1, $2, $3) as n`, [
          id,
          on ?? work.today,
          most,
        ]);
        return row!.n;
      });
      done += n;
      more = n >= most;
    }
  }
  return done;
}

/** Writes down the week that is over and the two to come for national; once, whoever asks again. */
export const publishTriggerWeeks = (
  context: Pick<JobContext, "job">,
  organizationId: string,
  on?: LocalDate,
): Promise<void> =>
  inOrganization(context, organizationId, RIGHTS, async (work) => {
    await work.query(`select authz.publish_trigger_weeks($1)`, [on ?? work.today]);
  });

export const TRIGGER_JOBS: readonly JobDefinition[] = [
  {
    task: TRIGGERS_TASK,
    at: { hour: 4, minute: 10 },
    async run(payload, context) {
      const nightly = payload.organization === undefined;
      for (const id of nightly ? await organizationIds(context) : [idIn(payload, "organization")]) {
        await evaluateTriggers(context, id);
        if (context.signal.aborted) return;
        if (nightly) await publishTriggerWeeks(context, id);
      }
    },
  },
];
