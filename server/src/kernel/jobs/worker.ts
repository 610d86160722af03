import { EventEmitter } from "node:events";
import { Logger as QueueLogger, parseCronItems, run } from "graphile-worker";
import type { Runner, TaskList, WorkerEvents } from "graphile-worker";
import { roleNames, roleUrl } from "../db/roles.js";
import { AppError } from "../errors/app-error.js";
import type { Logger } from "../log.js";
import type { JobContext, JobDefinition } from "./job.js";
import type { JobPayload } from "./enqueue.js";
import { deadWorkers } from "./dead-workers.js";
import { isOsloTime } from "./oslo-time.js";

export type Worker = { stop(): Promise<void> };

export type WorkerOptions = {
  databaseUrl: string;
  rolePrefix: string;
  secret: string;
  jobs: readonly JobDefinition[];
  context: Omit<JobContext, "signal">;
  log: Logger;
};

const DRAIN_MS = 10_000;
const SWEEP_MS = 60_000;
const HOUR = 3_600_000;

/** An error's text is kept in the queue and its message may hold an address, so only its kind goes there. */
function withoutData(error: unknown): Error {
  const { code, name } = (error ?? {}) as { code?: string; name?: string };
  const kept = new Error(`${name ?? "Error"}${error instanceof AppError || !code ? "" : ` ${code}`}`);
  kept.stack = "";
  return kept;
}

function taskList({ jobs, context, log }: WorkerOptions): TaskList {
  const tasks: TaskList = {};
  for (const { task, run: runJob } of jobs) {
    if (tasks[task]) throw new Error(`two jobs are called ${task}`);
    tasks[task] = async (payload: unknown, helpers) => {
      try {
        await runJob((payload ?? {}) as JobPayload, { ...context, log, signal: helpers.abortSignal });
      } catch (error) {
        log.warn({ task, attempt: helpers.job.attempts, err: error }, "a job failed and is tried again");
        throw withoutData(error);
      }
    };
  }
  return tasks;
}

const queueLogger = (log: Logger): QueueLogger =>
  new QueueLogger(() => (level, message) => {
    // what it says of a failed job we have said ourselves
    if (level === "error" && !message.startsWith("Failed task")) log.error({ queue: message }, "the job queue");
  });

/** Runs the jobs of a database as its job role until stopped; `stop` waits ten seconds at most for what is under way. */
export async function runWorker(options: WorkerOptions): Promise<Worker> {
  const { databaseUrl, rolePrefix, secret, jobs, log } = options;
  const connectionString = roleUrl(databaseUrl, secret, roleNames(rolePrefix).job);
  const liveness = deadWorkers(connectionString, log);
  await liveness.sweep();

  const events = new EventEmitter() as WorkerEvents;
  events.on("pool:create", ({ workerPool }) => void liveness.isAlive(workerPool.id));
  const runner: Runner = await run({
    connectionString,
    taskList: taskList(options),
    parsedCronItems: parseCronItems(
      jobs.flatMap(({ task, at, every }) =>
        at || every
          ? [
              {
                task,
                match: (minute) => (at ? isOsloTime(minute, at) : minute.min % (every ?? 1) === 0),
                identifier: task,
                // a night that the server was down is made up for when it is up again
                options: { backfillPeriod: at ? 12 * HOUR : 0, jobKey: `cron:${task}` },
              },
            ]
          : [],
      ),
    ),
    concurrency: 4,
    pollInterval: 2000,
    maxPoolSize: 6,
    noHandleSignals: true,
    events,
    logger: queueLogger(log),
  });
  const sweeping = setInterval(() => void liveness.sweep(), SWEEP_MS);
  sweeping.unref();

  return {
    async stop() {
      clearInterval(sweeping);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<"late">((resolve) => {
        timer = setTimeout(() => resolve("late"), DRAIN_MS);
      });
      const outcome = await Promise.race([runner.stop().then(() => "drained" as const), late]);
      clearTimeout(timer);
      // its jobs are failed at once, to be tried again by the next worker
      if (outcome === "late") await runner.kill();
      await liveness.close();
    },
  };
}
