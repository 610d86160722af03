import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { runWork } from "../db/run-work.js";
import { createLogger } from "../log.js";
import { enqueue } from "./enqueue.js";
import { inOrganization, organizationIds } from "./job.js";
import type { JobDefinition } from "./job.js";
import { runWorker } from "./worker.js";
import type { Worker } from "./worker.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;
let jobs: Awaited<ReturnType<typeof testJobContext>>;
const running: Worker[] = [];

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  jobs = await testJobContext(server, testMailer());
});
afterEach(async () => {
  for (const worker of running.splice(0)) await worker.stop();
  await seed.client.query("delete from graphile_worker._private_jobs");
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

async function start(...definitions: JobDefinition[]): Promise<Worker> {
  const { env } = server;
  const worker = await runWorker({ ...env, jobs: definitions, context: jobs.context, log: createLogger("silent") });
  running.push(worker);
  return worker;
}
const put = (task: string, payload: Record<string, string> = {}) =>
  runWork(jobs.context.auth, { session: null, readOnly: false }, (work) => enqueue(work, task, payload));
const waiting = async () =>
  (
    await seed.client.query<{ attempts: number; last_error: string | null; locked_by: string | null }>(
      "select attempts, last_error, locked_by from graphile_worker._private_jobs",
    )
  ).rows;

test("a job runs when its transaction commits, and never when it does not", async () => {
  const seen: unknown[] = [];
  await start({ task: "note", run: async (payload) => void seen.push(payload.id) });
  await expect(
    runWork(jobs.context.auth, { session: null, readOnly: false }, async (work) => {
      await enqueue(work, "note", { id: "rolled-back" });
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await put("note", { id: "committed" });
  await expect.poll(() => seen).toEqual(["committed"]);
});

test("a job that fails waits to be tried again, and its error keeps nobody's data", async () => {
  await start({
    task: "fails",
    run: () => Promise.reject(Object.assign(new Error("could not mail kari@test.example"), { code: "ECONNREFUSED" })),
  });
  await put("fails", { id: "1" });
  await expect.poll(async () => (await waiting())[0]?.last_error).toBeTruthy();
  const [job] = await waiting();
  expect(job!.attempts).toBe(1);
  expect(job!.last_error).toContain("ECONNREFUSED");
  expect(job!.last_error).not.toContain("kari");
});

test("a dead worker's job is set free at the next start; a living one's is not", async () => {
  const seen: unknown[] = [];
  await put("note", { id: "of-the-dead" });
  await put("note", { id: "of-the-living" });
  await seed.client.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', locked_by = 'pool-' || split_part(payload ->> 'id', '-', 3)`,
  );
  const living = new pg.Client({ connectionString: database.adminUrl });
  await living.connect();
  await living.query("select pg_advisory_lock(hashtextextended('pool-living', 0))");
  await start({ task: "note", run: async (payload) => void seen.push(payload.id) });
  await expect.poll(() => seen).toEqual(["of-the-dead"]);
  expect((await waiting()).map(({ locked_by }) => locked_by)).toEqual(["pool-living"]);
  await living.end();
});

test("stopping waits for what is under way", async () => {
  const [begun, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const seen: string[] = [];
  const worker = await start({
    task: "slow",
    run: async () => {
      begun.resolve();
      await finished.promise;
      seen.push("done");
    },
  });
  await put("slow");
  await begun.promise;
  running.pop();
  const stopped = worker.stop().then(() => seen.push("stopped"));
  finished.resolve();
  await stopped;
  expect(seen).toEqual(["done", "stopped"]);
  await expect(waiting()).resolves.toEqual([]);
});

test("two jobs of one name do not start", async () => {
  const job: JobDefinition = { task: "twice", run: async () => {} };
  await expect(start(job, job)).rejects.toThrow("twice");
});

test("a job in an organization sees it and no other, and only with its task's rights", async () => {
  const { organizationId, foreignOrganizationId, chapters } = federation;
  const count = (table: string) =>
    inOrganization(jobs.context, organizationId, "JOB_INVITATION", (work) =>
      work.query<{ organization_id: string }>(`select organization_id from app.${table}`),
    );
  const found = await count("chapter");
  expect(found).toHaveLength(3);
  expect(found.every((row) => row.organization_id === organizationId)).toBe(true);
  await expect(count("touchpoint")).resolves.toEqual([]);
  await expect(inOrganization(jobs.context, chapters.own, "JOB_INVITATION", async () => {})).rejects.toThrow();
  await expect(organizationIds(jobs.context)).resolves.toEqual(
    expect.arrayContaining([organizationId, foreignOrganizationId]),
  );
});
