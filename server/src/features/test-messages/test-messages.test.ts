import { emptyDefinition } from "@varde/domain";
import type { Message } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { JobContext } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { queued, testJobContext, testMailer } from "../../testkit/sign-in.js";
import { TEST_MESSAGE_JOBS } from "./index.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let context: JobContext, closeJobs: () => Promise<void>;
const mailer = testMailer();

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const jobs = await testJobContext(server, mailer);
  context = jobs.context;
  closeJobs = jobs.close;
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query("delete from app.rate_limit; delete from graphile_worker._private_jobs");
  mailer.sent.length = 0;
});

const sms = (body: string, key = "sms1"): Message => ({
  key,
  channel: "SMS",
  title: { nb: "SMS" },
  body: { nb: body },
  locked: false,
});

async function draft(messages: Message[], organizationId = world.organizationId) {
  const [templateId, versionId] = [uuidv7(), uuidv7()];
  await seed.rows("touchpoint_template", { organization_id: organizationId, id: templateId, key: `t${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id: organizationId,
    id: versionId,
    template_id: templateId,
    about_member: false,
    definition: { ...emptyDefinition("Utkast"), messages },
  });
  return { templateId, versionId };
}

const SEND = `mutation ($input: SendTestMessageInput!) { sendTestMessage(input: $input) { done problems { code path } } }`;
type Answer = { sendTestMessage: { done: boolean; problems: { code: string }[] } };
const send = (input: object, seat: SeededSeat = world.editor) =>
  server.run<Answer>(seat, SEND, { input: { key: uuidv7(), messageKey: "sms1", language: "nb", ...input } });
const codeOf = async (input: object, seat?: SeededSeat) =>
  (await send(input, seat)).errors?.[0]?.extensions.code ?? "OK";
const work = async () => {
  for (const { payload } of await queued(seed, "sendTestMessage")) await TEST_MESSAGE_JOBS[0]!.run(payload, context);
};

test("a message of a draft comes to oneself alone, filled, cut as it would be, under a neutral subject", async () => {
  const version = await draft([sms(`Hei {{fornavn}}, angst-treff med {{kortnavn}} {{ukjent}} ${"a".repeat(160)}`)]);
  const chapterId = world.chapters.own;
  await seed.client.query("update app.chapter set short_name = 'MHU Asker' where id = $1", [chapterId]);
  expect((await send({ ...version, chapterId })).data?.sendTestMessage).toEqual({ done: true, problems: [] });
  const [job] = await queued(seed, "sendTestMessage");
  expect(job!.payload).toMatchObject({ accountId: world.editor.accountId, messageKey: "sms1", chapterId });
  expect(JSON.stringify(job)).not.toContain("angst");
  await work();
  const { rows } = await seed.client.query<{ email_ct: Buffer }>("select email_ct from app.account where id = $1", [
    world.editor.accountId,
  ]);
  expect(mailer.sent).toMatchObject([
    {
      to: seed.sealer.open(rows[0]!.email_ct, `account/${world.editor.accountId}/email`),
      subject: "Test fra Varde",
      text: expect.stringContaining("SMS 1 av 2:\nHei Ida, angst-treff med MHU Asker {{ukjent}}"),
    },
  ]);
  expect(mailer.sent[0]!.text).toContain("Disse feltene ble ikke fylt: ukjent");
  expect(mailer.sent[0]!.text.slice(0, 100)).not.toContain("angst");
});

test("a key that is no plain word goes by its place; an e-mail shows its subject inside", async () => {
  const mail: Message = {
    ...sms("Hei {{lokallag}}", "min nøkkel"),
    channel: "EMAIL",
    subject: { nb: "Velkommen", en: "Welcome" },
  };
  const version = await draft([sms("Først"), mail]);
  await send({ ...version, messageKey: "min nøkkel", language: "en" });
  expect((await queued(seed, "sendTestMessage"))[0]!.payload).toMatchObject({ messageIndex: 1 });
  await work();
  expect(mailer.sent[0]).toMatchObject({ subject: "Test fra Varde", text: expect.stringContaining("Emne: Welcome") });
});

test("ten an hour, twins counted once; an empty one is not sent", async () => {
  const version = await draft([sms("Hei"), sms(" ", "tom")]);
  expect((await send({ ...version, messageKey: "tom" })).data?.sendTestMessage.problems).toMatchObject([
    { code: "INVALID" },
  ]);
  const key = uuidv7();
  await Promise.all([send({ ...version, key }), send({ ...version, key })]);
  expect(await queued(seed, "sendTestMessage")).toHaveLength(1);
  for (let n = 2; n <= 10; n++) expect(await codeOf(version)).toBe("OK");
  expect(await codeOf(version)).toBe("RATE_LIMITED");
  expect(await codeOf(version, world.admin)).toBe("OK");
  expect(await queued(seed, "sendTestMessage")).toHaveLength(11);
});

test("what is not the organization's, not in the version or not one's right is refused", async () => {
  const own = await draft([sms("Hei")]);
  const foreign = await draft([sms("Hei")], world.foreignOrganizationId);
  expect(await codeOf(foreign)).toBe("NOT_FOUND");
  expect(await codeOf({ ...own, messageKey: "finnes-ikke" })).toBe("NOT_FOUND");
  expect(await codeOf({ ...own, templateId: uuidv7() })).toBe("NOT_FOUND");
  expect(await codeOf({ ...own, versionId: "no-uuid" })).toBe("NOT_FOUND");
  expect(await codeOf({ ...own, chapterId: world.chapters.foreign })).toBe("NOT_FOUND");
  expect(await codeOf({ ...own, chapterId: "no-uuid" })).toBe("NOT_FOUND");
  for (const seat of [world.leader, world.coordinator, world.mentor]) expect(await codeOf(own, seat)).toBe("FORBIDDEN");
});

test("nothing leaves when the seat has ended or the draft is gone by then", async () => {
  const version = await draft([sms("Hei")]);
  const seat = await seed.seat(world.organizationId, "NATIONAL_EDITOR");
  await send(version, seat);
  await seed.client.query("update app.seat set valid_to = valid_from where id = $1", [seat.seatId]);
  await work();
  await seed.client.query("delete from graphile_worker._private_jobs");
  await send(version);
  await seed.client.query("delete from app.template_version where id = $1", [version.versionId]);
  await work();
  expect(mailer.sent).toEqual([]);
});
