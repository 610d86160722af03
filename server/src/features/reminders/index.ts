import type { JobDefinition } from "../../kernel/jobs/job.js";
import { RemindersResolver } from "./reminders.resolver.js";
import { sendReminders } from "./send-daily.js";
import { remindReturned, RETURNED_JOB } from "./send-singles.js";

export { isQuiet, osloMoment } from "./moment.js";
export type { Moment, Quiet } from "./moment.js";
export { QUIET_SQL } from "./people.js";
export { enqueueReturned } from "./send-singles.js";
export type { Returned } from "./send-singles.js";

export const REMINDER_RESOLVERS = [RemindersResolver] as const;

export const REMINDER_JOBS: readonly JobDefinition[] = [
  { task: "sendReminders", run: (payload, context) => sendReminders(payload, context), every: 15 },
  { task: RETURNED_JOB, run: (payload, context) => remindReturned(payload, context) },
];
