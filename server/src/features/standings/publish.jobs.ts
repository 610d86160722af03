import { osloDate } from "@varde/domain";
import type { JobDefinition } from "../../kernel/jobs/job.js";
import { checkStandings } from "./check.js";
import { cutPeerGroups } from "./peers.js";
import { publishThrough } from "./publish.js";

/**
 * Early every day: publishes when a quarter has ended, and the one before if we were down then; cuts the new quarter's groups of size;
 * and counts what is kept anew, when the rest of the night's work is done.
 */
export const STANDINGS_JOBS: readonly JobDefinition[] = [
  {
    task: "publish_snapshots",
    at: { hour: 4, minute: 20 },
    run: async (_payload, { job }) => void (await publishThrough(job, osloDate(new Date()), 2)),
  },
  {
    task: "cut_peer_groups",
    at: { hour: 4, minute: 25 },
    run: async (_payload, { job }) => void (await cutPeerGroups(job, osloDate(new Date()))),
  },
  {
    task: "check_standings",
    at: { hour: 4, minute: 50 },
    run: async (_payload, { job }) => void (await checkStandings({ job })),
  },
];
