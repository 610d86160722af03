import { randomUUID } from "node:crypto";
import { addDays, emptyOverlay, osloDate } from "@varde/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gathering } from "../../features/templates/templates.testing.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";

// Every act of the designer with ids that are right, by everybody they are not for: another organization, another chapter, a role
// without the right. Nothing of the organization may move. Then by the one they are for, so that we know the ids were right.

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const today = osloDate(new Date());
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

/** A template published, given to all and being written anew; or only written. */
async function template(published = true) {
  const organization_id = world.organizationId;
  const [templateId, publishedId, draftId] = [randomUUID(), randomUUID(), randomUUID()];
  const definition = gathering({
    messages: [{ key: "sms", channel: "SMS", title: { nb: "Hei" }, body: { nb: "Hei" }, locked: false }],
  });
  const own = { organization_id, template_id: templateId, definition, about_member: false };
  await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `d${seed.unique()}` });
  let rolloutId = "";
  if (published) {
    await seed.rows("template_version", { ...own, id: publishedId, state: "PUBLISHED", published_at: new Date() });
    rolloutId = await seed.rollout(
      { organizationId: organization_id, templateId, versionId: publishedId },
      world.admin.seatId,
    );
  }
  await seed.rows("template_version", {
    ...own,
    id: draftId,
    minor: published ? 1 : 0,
    state: "DRAFT",
    definition: { ...definition, purpose: { nb: "Møtes oftere." } },
  });
  return { templateId, publishedId, draftId, rolloutId };
}
type Made = Awaited<ReturnType<typeof template>>;

/** A pilot of the draft in the own chapter, over and waiting for its boards. */
async function pilot(made: Made): Promise<string> {
  const id = randomUUID();
  await act(world.admin, "startPilot", {
    id,
    rev: 1,
    templateId: made.templateId,
    versionId: made.draftId,
    catchUp: "SKIP",
    chapterIds: [world.chapters.own],
    startsOn: today,
    endsOn: addDays(today, 60),
  });
  await seed.client.query(
    "update app.pilot set starts_on = $2::date - 84, ends_on = $2, first_ends_on = $2 where id = $1",
    [id, today],
  );
  return id;
}

const own = { organization_id: "", chapter_id: "" };
async function proposal(made: Made): Promise<string> {
  const id = randomUUID();
  await seed.rows("proposal", {
    ...own,
    id,
    template_id: made.templateId,
    version_id: made.publishedId,
    content: { ...emptyOverlay(), added: [{ key: "own-a", text: { nb: "Kake" } }] },
    proposed_by: world.leader.seatId,
  });
  return id;
}
async function practice(made: Made): Promise<string> {
  const id = randomUUID();
  await seed.rows("practice", {
    ...own,
    id,
    template_id: made.templateId,
    text: "Vi baker.",
    written_by: world.leader.seatId,
  });
  return id;
}
async function asked({ templateId, publishedId, rolloutId }: Made): Promise<string> {
  await seed.rows("catch_up", {
    ...own,
    rollout_id: rolloutId,
    template_id: templateId,
    version_id: publishedId,
    occurrences: JSON.stringify([
      { occurrence: "2026-10", opens_on: today, due_on: today, miss_on: today, period_report: false },
    ]),
    asked_on: today,
  });
  return rolloutId;
}
async function adapted({ templateId, publishedId }: Made): Promise<string> {
  const [id, updated_by] = [randomUUID(), world.leader.seatId];
  const content = { ...emptyOverlay(), added: [{ key: "own-b", text: { nb: "Kake" } }] };
  await seed.rows("overlay", { ...own, id, template_id: templateId, version_id: publishedId, content, updated_by });
  return publishedId;
}
async function message(): Promise<string> {
  const id = randomUUID();
  await seed.rows("board_message", {
    organization_id: world.organizationId,
    id,
    title: "Hei",
    body: "Hei",
    chapter_ids: [world.chapters.own],
    chapter_count: 1,
    sent_by: world.admin.seatId,
  });
  return id;
}
const OVERLAY = { ...emptyOverlay(), added: [{ key: "own-b", text: { nb: "Bestill pizza" } }] };

type Answer = { code: string };
async function act(seat: SeededSeat, name: string, input: object): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code message } } }`;
  const answer = await server.run<Record<string, { problems: { code: string; message: string }[] }>>(seat, query, {
    input: { key: randomUUID(), ...input },
  });
  const [problem] = answer.data?.[name]?.problems ?? [];
  return { code: answer.errors?.[0]?.extensions.code ?? (problem ? `${problem.code}: ${problem.message}` : "OK") };
}

/** Everything the organization has in the designer's tables, as one text a table. */
const TABLES =
  "touchpoint_template template_version rollout rollout_chapter touchpoint catch_up pilot pilot_answer overlay proposal practice board_message board_message_seen version_seen audit";
async function all(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of [...TABLES.split(" "), "organization"]) {
    const column = table === "organization" ? "id" : "organization_id";
    const { rows } = await seed.client.query<{ all: string }>(
      `select coalesce(string_agg(t::text, e'\\n' order by t::text), '') as all from app.${table} t where ${column} = $1`,
      [world.organizationId],
    );
    found[table] = rows[0]!.all;
  }
  return found;
}

type Case = { name: string; for: "national" | "board"; input: () => Promise<object> };
const later = addDays(today, 30);
const CASES: Case[] = [
  ...(
    [
      ["createDraft", async () => ({ templateId: (await discarded()).templateId, versionId: randomUUID() })],
      ["createTemplate", async () => ({ id: randomUUID(), name: "Kopi", copyOf: (await template()).templateId })],
      ["discardDraft", async () => ids(await template())],
      ["publishDraft", async () => ({ ...ids(await template()), asMajor: false })],
      ["saveDraft", async () => ({ ...ids(await template()), definition: gathering() })],
      ["rollOut", async () => rollout(await template())],
      ["withdrawRollout", async () => withdrawal(await template())],
      ["startPilot", async () => start(await template())],
      ["extendPilot", async () => ({ id: await pilot(await template()), rev: 1, endsOn: later })],
      ["decidePilot", async () => ({ ...(await decision()), decision: "DROP" })],
      ["acceptProposal", async () => ({ ...(await decided()), parts: PARTS, overwrite: false })],
      ["declineProposal", async () => ({ ...(await decided()), reason: "Ikke denne gangen." })],
      ["decidePractice", async () => ({ id: await practice(await template()), rev: 1, show: true })],
      ["setCoreSet", async () => ({ templateIds: [(await template()).templateId] })],
      ["withdrawBoardMessage", async () => ({ id: await message(), rev: 1 })],
      ["sendBoardMessage", async () => sending(await template())],
      ["sendTestMessage", async () => testing(await template())],
    ] as const
  ).map(([name, input]) => ({ name, for: "national" as const, input })),
  ...(
    [
      ["answerPilot", async () => ({ pilotId: await pilot(await template()), rev: 0, verdict: "KEEP", why: "Bra." })],
      ["answerCatchUp", async () => ({ rolloutId: await asked(await template()), rev: 1, take: false })],
      ["proposeOverlay", async () => ({ versionId: await adapted(await template()), rev: 1, message: "Prøv dette." })],
      ["saveOverlay", async () => ({ id: randomUUID(), rev: 0, content: OVERLAY, versionId: await published() })],
      ["withdrawProposal", async () => decided()],
      [
        "suggestPractice",
        async () => ({
          id: randomUUID(),
          templateId: (await template()).templateId,
          text: "Vi baker kake sammen før treffet.",
        }),
      ],
      ["withdrawPractice", async () => ({ id: await practice(await template()), rev: 1 })],
      ["markBoardMessageRead", async () => ({ id: await message() })],
    ] as const
  ).map(([name, input]) => ({ name, for: "board" as const, input })),
];
const ids = ({ templateId, draftId }: Made) => ({ templateId, versionId: draftId, rev: 1 });
const published = async (): Promise<string> => (await template()).publishedId;
const decision = async () => ({ id: await pilot(await template()), rev: 1, reason: "Slik ble det bestemt." });
const PARTS = [{ part: "STEPS", key: "own-a" }];
const decided = async () => ({ id: await proposal(await template()), rev: 1 });
async function discarded(): Promise<Made> {
  const made = await template();
  await seed.client.query("delete from app.template_version where id = $1", [made.draftId]);
  return made;
}
const rollout = ({ templateId, publishedId }: Made) => ({
  id: randomUUID(),
  templateId,
  versionId: publishedId,
  catchUp: "SKIP",
  effectiveFrom: today,
  chapterIds: [world.chapters.own],
  capReason: "Avtalt på telefon.",
});
const withdrawal = ({ templateId, rolloutId }: Made) => ({ templateId, rolloutId, rev: 1, reason: "Feil." });
const start = (made: Made) => ({
  ...ids(made),
  id: randomUUID(),
  catchUp: "SKIP",
  chapterIds: [world.chapters.own],
  startsOn: today,
  endsOn: later,
});
const sending = ({ templateId }: Made) => ({
  id: randomUUID(),
  title: "Hei",
  body: "Hei",
  templateId,
  to: { all: false, regionIds: [world.regions.east], chapterIds: [world.chapters.own] },
});
const testing = ({ templateId, publishedId }: Made) => ({
  templateId,
  versionId: publishedId,
  messageKey: "sms",
  language: "nb",
  chapterId: world.chapters.own,
});

test.each(CASES)("$name moves nothing for those it is not for, and works for those it is", async (one) => {
  own.organization_id = world.organizationId;
  own.chapter_id = world.chapters.own;
  const input = await one.input();
  const { foreignAdmin, foreignLeader, coordinator, mentor, leader, siblingLeader, expired, admin } = world;
  const strangers = [foreignAdmin, foreignLeader, coordinator, mentor, expired];
  const others = one.for === "national" ? [...strangers, leader, siblingLeader] : [...strangers, admin];
  const before = await all();
  for (const seat of others) {
    const { code } = await act(seat, one.name, input);
    expect([code, one.name]).not.toEqual(["OK", one.name]);
    expect(["INTERNAL", "BAD_REQUEST"]).not.toContain(code);
  }
  expect(await all()).toEqual(before);
  await expect(act(one.for === "national" ? world.editor : leader, one.name, input)).resolves.toEqual({ code: "OK" });
});

test("a chapter has no word in another's pilot, proposal or practice, and none in its overlay", async () => {
  own.organization_id = world.organizationId;
  own.chapter_id = world.chapters.own;
  const made = await template();
  const proposed = await proposal(made);
  const told = await practice(made);
  const pilotId = await pilot(made);
  const before = await all();
  const { siblingLeader } = world;
  for (const [name, input] of [
    ["answerPilot", { pilotId, rev: 0, verdict: "DROP", why: "" }],
    ["withdrawProposal", { id: proposed, rev: 1 }],
    ["seeProposal", { id: proposed }],
    ["withdrawPractice", { id: told, rev: 1 }],
  ] as const) {
    expect([name, (await act(siblingLeader, name, input)).code]).not.toEqual([name, "OK"]);
  }
  expect(await all()).toEqual(before);
});
