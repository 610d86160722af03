import { enqueue } from "../../kernel/jobs/enqueue.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { idIn, organizationSessions } from "../../kernel/jobs/job.js";
import type { JobDefinition } from "../../kernel/jobs/job.js";
import { seated } from "../../kernel/graphql/context.js";
import { enqueueReturned } from "../reminders/index.js";

const TELL = "tellAnswered";

/** Lets the one who asked know of the answer, in the transaction of the answer. */
export const tellAnswered = (work: Work, requestId: string): Promise<void> =>
  enqueue(work, TELL, { organizationId: seated(work).organizationId, requestId });

export const REQUEST_JOBS: readonly JobDefinition[] = [
  {
    task: TELL,
    // whoever answers does not read which touchpoint of a member it was, so that is found here
    run: async (payload, context) => {
      const [organizationId, requestId] = [idIn(payload, "organizationId"), idIn(payload, "requestId")];
      await organizationSessions(context, "JOB_DIGEST")(organizationId, async (work) => {
        const [found] = await work.query<{ chapterId: string; touchpointId: string; toSeatId: string | null }>(
          `select chapter_id as "chapterId", touchpoint_id as "touchpointId", asked_by as "toSeatId" from app.touchpoint_request
            where organization_id = $1 and id = $2 and state in ('ACCEPTED', 'DECLINED')`,
          [organizationId, requestId],
        );
        if (!found) return;
        const { toSeatId, ...ids } = found;
        await enqueueReturned(work, { rule: "ANSWERED", organizationId, ...ids, ...(toSeatId && { toSeatId }) });
      });
    },
  },
];
