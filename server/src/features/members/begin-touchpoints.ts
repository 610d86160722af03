import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";

/** The job that makes what members start. */
export const TRIGGERS_TASK = "triggers_evaluate";

/**
 * Has an organization's triggers evaluated when this transaction has committed: after members were added, imported or changed.
 * Twins that wait are one.
 */
export const evaluateTriggersSoon = (work: Work, organizationId = seated(work).organizationId): Promise<void> =>
  enqueue(work, TRIGGERS_TASK, { organization: organizationId }, `${TRIGGERS_TASK}:${organizationId}`);
