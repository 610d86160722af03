import type { JobDefinition } from "../../kernel/jobs/job.js";
import { sendDigests } from "./send-digests.js";

export const REMINDER_JOBS: readonly JobDefinition[] = [
  { task: "sendDigests", run: sendDigests, at: { hour: 7, minute: 30 } },
];
