import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLogger } from "../kernel/log.js";
import { testDatabase } from "../testkit/database.js";
import type { TestDatabase } from "../testkit/database.js";
import { openSeed } from "../testkit/seed.js";
import type { Seed } from "../testkit/seed.js";
import { testServer } from "../testkit/server.js";
import type { TestServer } from "../testkit/server.js";
import { testBrowser } from "../testkit/sign-in.js";
import { startWorker } from "./jobs.js";

const REQUEST = `mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { done } }`;
const MAILBOX = `{ mailbox { nodes { to subject text } } }`;

let database: TestDatabase, seed: Seed, server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

async function person(): Promise<string> {
  const [id, email] = [randomUUID(), `${seed.unique()}@test.example`];
  await seed.account({
    id,
    email_ct: seed.sealer.seal(email, `account/${id}/email`),
    email_bidx: seed.sealer.blindIndex("account", email),
  });
  return email;
}
const request = (email: string) => testBrowser(server).run(REQUEST, { input: { key: randomUUID(), email } });

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    probe.close(() => resolve());
  });
  return port;
}

test("without a mail server the mail stands on the mailbox page", async () => {
  const { env, installation } = server;
  const worker = await startWorker({ env, installation, log: createLogger("silent") });
  const email = await person();
  await request(email);
  type Mailbox = { mailbox: { nodes: { to: string; text: string }[] } };
  await expect
    .poll(async () => (await server.ask<Mailbox>(null, MAILBOX)).mailbox.nodes.map(({ to }) => to))
    .toEqual([email]);
  await worker.stop();
});

test("the mail server is down: the job waits, and when it is up again one mail goes out", async () => {
  const port = await freePort();
  const { env, installation } = server;
  const log = createLogger("silent");
  const worker = await startWorker({ env: { ...env, smtpUrl: `smtp://127.0.0.1:${port}` }, installation, log });
  const email = await person();
  await request(email);
  const state = async () =>
    (
      await seed.client.query<{ attempts: number; last_error: string | null }>(
        "select attempts, last_error from graphile_worker._private_jobs where locked_at is null",
      )
    ).rows;
  await expect.poll(async () => (await state())[0]?.attempts).toBe(1);
  expect((await state())[0]!.last_error).not.toContain(email);

  const received: string[] = [];
  const sink = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      stream.resume();
      stream.on("end", () => {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    sink.listen(port, "127.0.0.1", () => resolve());
  });
  await seed.client.query("update graphile_worker._private_jobs set run_at = now()");
  await expect.poll(async () => (await state()).length + received.length * 10, { timeout: 10_000 }).toBe(10);
  await worker.stop();
  await new Promise<void>((resolve) => {
    sink.close(() => resolve());
  });
  expect(received).toEqual([email]);
});
