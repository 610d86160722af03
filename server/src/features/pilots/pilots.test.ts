import { randomUUID } from "node:crypto";
import { addDays } from "@varde/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { duty, documentOf, pilotKit, today } from "./pilots.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let kit: ReturnType<typeof pilotKit>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  kit = pilotKit(seed, world, server);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const codes = (payload: { problems: { code: string }[] }) => payload.problems.map(({ code }) => code);
const stateOf = async (versionId: string) =>
  (
    await seed.client.query<{ state: string; number: string }>(
      "select state, major || '.' || minor as number from app.template_version where id = $1",
      [versionId],
    )
  ).rows[0];
/** which version the chapter has of the template today */
async function versionIn(chapterId: string, templateId: string): Promise<string | null> {
  const { rows } = await seed.client.query<{ version_id: string }>(
    "select version_id from app.rollout_chapter where chapter_id = $1 and template_id = $2 and until_day is null",
    [chapterId, templateId],
  );
  return rows[0]?.version_id ?? null;
}
const REASON = "Styrene vil beholde den, og flere ble ferdige i tide.";
const decide = (pilot: { id: string; rev: number }, decision: string, over: object = {}) =>
  kit.act(world.admin, "decidePilot", { id: pilot.id, rev: pilot.rev, decision, reason: REASON, ...over });

describe("starting", () => {
  test("freezes the draft, gives it to its chapters alone, and keeps what it is measured against", async () => {
    const ids = await kit.template();
    const pilot = await kit.start(ids, { notes: "Kortere guide." });
    expect(pilot).toMatchObject({ versionNumber: "1.1", comparedNumber: "1.0", chosen: "CHOSEN", seed: null, rev: 1 });
    expect(pilot).toMatchObject({ phase: "RUNNING", eligible: 3, answers: [], decision: null });
    expect(pilot.chapters.map(({ id }) => id)).toEqual([world.chapters.own]);
    expect(await stateOf(ids.versionId)).toEqual({ state: "PILOT", number: "1.1" });
    expect(await versionIn(world.chapters.own, ids.templateId)).toBe(ids.versionId);
    expect(await versionIn(world.chapters.sibling, ids.templateId)).toBe(ids.publishedId);
    const trail = await seed.client.query(
      "select detail from app.audit where action = 'PILOT_STARTED' and subject_id = $1",
      [ids.templateId],
    );
    expect(trail.rows).toEqual([{ detail: expect.objectContaining({ version: "1.1", chapters: 1, drawn: false }) }]);
  });

  test("a first version has nothing before it", async () => {
    const pilot = await kit.start(await kit.template({ published: false }));
    expect(pilot).toMatchObject({ versionNumber: "1.0", comparedNumber: null });
  });

  test("the preview says what happens, and the same seed draws the same chapters", async () => {
    const ids = await kit.template();
    const document = `query ($input: PilotPreviewInput!) { pilotPreview(input: $input) { seed eligible versionNumber chapters { chapterId created } occurrences { occurrence } } }`;
    type Preview = {
      pilotPreview: {
        seed: string;
        eligible: number;
        chapters: { chapterId: string; created: number }[];
        occurrences: object[];
      };
    };
    const ask = async (random: object) =>
      (
        await server.ask<Preview>(world.admin, document, {
          input: { templateId: ids.templateId, versionId: ids.versionId, random, startsOn: today },
        })
      ).pilotPreview;
    const first = await ask({ take: 2 });
    expect(first).toMatchObject({ eligible: 3, versionNumber: "1.1" });
    expect(first.chapters).toHaveLength(2);
    // half of three
    expect((await ask({})).chapters).toHaveLength(1);
    expect((await ask({ take: 2, seed: first.seed })).chapters).toEqual(first.chapters);
    const pilot = await kit.start(ids, { chapterIds: null, random: { take: 2, seed: first.seed } });
    expect(pilot).toMatchObject({ chosen: "RANDOM", seed: first.seed, eligible: 3 });
    expect(pilot.chapters.map(({ id }) => id).sort()).toEqual(first.chapters.map(({ chapterId }) => chapterId).sort());
    const made = await seed.client.query<{ chapter_id: string; n: number }>(
      "select chapter_id, count(*)::int as n from app.touchpoint where version_id = $1 group by 1",
      [ids.versionId],
    );
    expect(new Map(made.rows.map((row) => [row.chapter_id, row.n]))).toEqual(
      new Map(first.chapters.map(({ chapterId, created }) => [chapterId, created])),
    );
  });

  test("draws through the API are repeatable, whole, and only from what was asked for", async () => {
    const ids = await kit.template();
    const document = `query ($input: PilotPreviewInput!) { pilotPreview(input: $input) { seed eligible chapters { chapterId } } }`;
    const draw = async (random: object) =>
      (
        await server.ask<{ pilotPreview: { seed: string; eligible: number; chapters: { chapterId: string }[] } }>(
          world.editor,
          document,
          { input: { templateId: ids.templateId, versionId: ids.versionId, random, startsOn: today } },
        )
      ).pilotPreview;
    const inEast = new Set([world.chapters.own, world.chapters.sibling]);
    for (let i = 0; i < 25; i++) {
      const take = 1 + (i % 2);
      const random = { take, seed: `draw ${i}`, regionIds: [world.regions.east] };
      const drawn = await draw(random);
      expect(drawn).toMatchObject({ eligible: 2, seed: `draw ${i}` });
      expect(drawn.chapters).toHaveLength(take);
      expect(drawn.chapters.every(({ chapterId }) => inEast.has(chapterId))).toBe(true);
      expect(await draw(random)).toEqual(drawn);
    }
    const seeds = await Promise.all([draw({}), draw({}), draw({})]);
    expect(new Set(seeds.map((one) => one.seed)).size).toBe(3);
    expect(await draw({ sizeClasses: ["SMALL"] })).toMatchObject({ eligible: 3 });
  });

  test("members without a chapter have no board to ask: theirs is neither drawn nor chosen", async () => {
    const direct = await seed.chapter(world.organizationId, null, { direct_members: true });
    const ids = await kit.template({ definition: duty({ trigger: { kind: "MEMBER_JOINED" } }) });
    const { pilotPreview } = await server.ask<{ pilotPreview: { eligible: number } }>(
      world.admin,
      `query ($input: PilotPreviewInput!) { pilotPreview(input: $input) { eligible } }`,
      { input: { templateId: ids.templateId, versionId: ids.versionId, random: {}, startsOn: today } },
    );
    expect(pilotPreview.eligible).toBe(3);
    const chosen = { id: randomUUID(), rev: 1, startsOn: today, endsOn: addDays(today, 60) };
    const { templateId, versionId } = ids;
    const { pilot, problems } = await kit.act(world.admin, "startPilot", {
      ...chosen,
      templateId,
      versionId,
      chapterIds: [world.chapters.own, direct],
    });
    expect([pilot, problems]).toEqual([null, [expect.objectContaining({ code: "INVALID", path: ["chapterIds"] })]]);
  });

  test("refuses what cannot be, and changes nothing", async () => {
    const ids = await kit.template();
    const base = {
      ...ids,
      publishedId: undefined,
      id: randomUUID(),
      rev: 1,
      startsOn: today,
      endsOn: addDays(today, 60),
    };
    const own = { chapterIds: [world.chapters.own] };
    const attempt = async (over: object) =>
      (await kit.act(world.admin, "startPilot", { ...base, ...own, ...over })).problems.map(({ code, path }) => [
        code,
        path,
      ]);
    expect(await attempt({ chapterIds: [] })).toEqual([["INVALID", ["chapterIds"]]]);
    expect(await attempt({ random: {} })).toEqual([["INVALID", ["random"]]]);
    expect(await attempt({ chapterIds: null, random: { take: 4 } })).toEqual([["INVALID", ["random", "take"]]]);
    expect(await attempt({ chapterIds: null, random: { take: 0 } })).toEqual([["INVALID", ["take"]]]);
    expect(await attempt({ endsOn: today })).toEqual([["INVALID", ["endsOn"]]]);
    expect(await attempt({ endsOn: addDays(today, 400) })).toEqual([["INVALID", ["endsOn"]]]);
    expect(await attempt({ startsOn: addDays(today, 400), endsOn: addDays(today, 420) })).toEqual([
      ["INVALID", ["startsOn"]],
    ]);
    expect(await attempt({ rev: 2 })).toEqual([["CONFLICT", []]]);
    expect(await attempt({ versionId: ids.publishedId })).toEqual([["LOCKED", []]]);
    const code = (over: object) =>
      server.code(world.admin, documentOf("startPilot"), { input: { key: randomUUID(), ...base, ...own, ...over } });
    expect(await code({ chapterIds: [world.chapters.foreign] })).toBe("NOT_FOUND");
    expect(await code({ versionId: randomUUID() })).toBe("NOT_FOUND");
    expect(await code({ templateId: "x" })).toBe("NOT_FOUND");
    expect(await stateOf(ids.versionId)).toMatchObject({ state: "DRAFT" });
    const broken = await kit.template({ published: false });
    await seed.client.query(
      `update app.template_version set definition = definition || '{"purpose": {"nb": ""}}' where id = $1`,
      [broken.versionId],
    );
    const refused = await kit.act(world.admin, "startPilot", { ...base, ...own, ...broken, publishedId: undefined });
    expect(refused.problems[0]).toMatchObject({ code: "INVALID", path: ["definition", "purpose", "nb"] });
  });

  test("two at once make one pilot; the same key twice and a second pilot of the template too", async () => {
    const ids = await kit.template();
    const input = {
      templateId: ids.templateId,
      versionId: ids.versionId,
      rev: 1,
      startsOn: today,
      endsOn: addDays(today, 60),
      chapterIds: [world.chapters.own],
    };
    const twins = await Promise.all(
      [world.admin, world.editor].map((seat) => kit.act(seat, "startPilot", { ...input, id: randomUUID() })),
    );
    expect(twins.flatMap(codes)).toEqual(["CONFLICT"]);
    const started = twins.find(({ problems }) => problems.length === 0)!.pilot!;
    // whoever was late sees the one that runs
    expect(twins.find(({ problems }) => problems.length > 0)!.pilot!.id).toBe(started.id);
    const again = await kit.template();
    const keyed = { ...input, ...again, publishedId: undefined, id: randomUUID(), key: randomUUID() };
    const same = await Promise.all([1, 2, 3].map(() => kit.act(world.admin, "startPilot", keyed)));
    expect(same.flatMap(codes)).toEqual([]);
    const { rows } = await seed.client.query("select 1 from app.pilot where template_id = $1", [again.templateId]);
    expect(rows).toHaveLength(1);
    const next = randomUUID();
    await seed.client.query(
      `insert into app.template_version (organization_id, id, template_id, minor, definition, about_member)
       select organization_id, $2, template_id, 2, definition, about_member from app.template_version where id = $1`,
      [ids.versionId, next],
    );
    expect(codes(await kit.act(world.admin, "startPilot", { ...input, id: randomUUID(), versionId: next }))).toEqual([
      "CONFLICT",
    ]);
  });
});

describe("while it goes on", () => {
  test("it can be extended and ended early, each on what one has seen", async () => {
    const pilot = await kit.start(await kit.template());
    const later = addDays(today, 90);
    const extended = await kit.act(world.editor, "extendPilot", { id: pilot.id, rev: 1, endsOn: later });
    expect(extended.pilot).toMatchObject({ endsOn: later, rev: 2, phase: "RUNNING" });
    expect(
      codes(await kit.act(world.editor, "extendPilot", { id: pilot.id, rev: 1, endsOn: addDays(later, 1) })),
    ).toEqual(["CONFLICT"]);
    for (const endsOn of [later, today, addDays(today, 800)])
      expect(codes(await kit.act(world.editor, "extendPilot", { id: pilot.id, rev: 2, endsOn }))).toEqual(["INVALID"]);
    const closed = await kit.act(world.admin, "closePilot", { id: pilot.id, rev: 2 });
    expect(closed.pilot).toMatchObject({ endsOn: today, rev: 3, phase: "ASKING" });
    expect(codes(await kit.act(world.admin, "closePilot", { id: pilot.id, rev: 3 }))).toEqual(["INVALID"]);
    expect(codes(await kit.act(world.admin, "extendPilot", { id: pilot.id, rev: 3, endsOn: later }))).toEqual([]);
  });

  test("one that has not begun is not ended but dropped", async () => {
    const ids = await kit.template();
    const starts = addDays(today, 10);
    const pilot = await kit.start(ids, { startsOn: starts });
    expect(pilot.phase).toBe("PLANNED");
    expect(codes(await kit.act(world.admin, "closePilot", { id: pilot.id, rev: 1 }))).toEqual(["INVALID"]);
    expect((await decide(pilot, "DROP")).pilot).toMatchObject({ phase: "DECIDED", endsOn: starts });
    expect(await versionIn(world.chapters.own, ids.templateId)).toBe(ids.publishedId);
  });
});

describe("deciding", () => {
  test("PROMOTE puts the version in force, and its chapters keep it", async () => {
    const ids = await kit.template();
    const { pilot } = await decide(await kit.start(ids), "PROMOTE");
    expect(pilot).toMatchObject({ decision: "PROMOTE", phase: "DECIDED", reason: REASON, rev: 2, endsOn: today });
    expect(pilot!.decidedBy).toMatch(/^Holder/);
    expect(await stateOf(ids.versionId)).toMatchObject({ state: "PUBLISHED" });
    expect(await stateOf(ids.publishedId)).toMatchObject({ state: "PUBLISHED" });
    expect(await versionIn(world.chapters.own, ids.templateId)).toBe(ids.versionId);
  });

  test("REVISE makes a draft of it, and touches none that is there", async () => {
    const ids = await kit.template();
    await decide(await kit.start(ids), "REVISE");
    const drafts = () =>
      seed.client.query("select id, definition from app.template_version where template_id = $1 and state = 'DRAFT'", [
        ids.templateId,
      ]);
    const made = (await drafts()).rows[0];
    expect(made.definition.purpose).toEqual({ nb: "Samle medlemmene oftere." });
    // its chapters go on with what they have until the next comes
    expect(await versionIn(world.chapters.own, ids.templateId)).toBe(ids.versionId);
    const again = await kit.start({ ...ids, versionId: made.id });
    expect(again.versionNumber).toBe("1.2");
    await decide(again, "REVISE");
    const draft = (await drafts()).rows;
    const third = await kit.start({ ...ids, versionId: draft[0].id });
    await seed.client.query(
      `insert into app.template_version (organization_id, id, template_id, minor, definition, about_member)
       select organization_id, $2, template_id, 9, definition, about_member from app.template_version where id = $1`,
      [ids.versionId, randomUUID()],
    );
    const there = (await drafts()).rows;
    expect(codes(await decide(third, "REVISE"))).toEqual([]);
    expect((await drafts()).rows).toEqual(there);
  });

  test("DROP gives the chapters back what they had; without a version before, what nobody began is cancelled", async () => {
    const ids = await kit.template();
    const pilot = await kit.start(ids);
    await seed.client.query(
      "update app.touchpoint set started_at = now() where id = (select id from app.touchpoint where version_id = $1 order by opens_on limit 1)",
      [ids.versionId],
    );
    expect(codes(await decide(pilot, "DROP"))).toEqual([]);
    expect(await versionIn(world.chapters.own, ids.templateId)).toBe(ids.publishedId);
    const left = await seed.client.query(
      "select started_at is not null as begun from app.touchpoint where version_id = $1",
      [ids.versionId],
    );
    // what was begun may be finished
    expect(left.rows).toEqual([{ begun: true }]);

    const first = await kit.template({ published: false });
    await decide(await kit.start(first), "DROP");
    expect(await versionIn(world.chapters.own, first.templateId)).toBeNull();
    const cancelled = await seed.client.query(
      "select count(*)::int as n, count(cancelled_at)::int as gone from app.touchpoint where version_id = $1",
      [first.versionId],
    );
    expect(cancelled.rows[0].n).toBeGreaterThan(0);
    expect(cancelled.rows[0].gone).toBe(cancelled.rows[0].n);
  });

  test("is done once, with a reason, on what one has seen", async () => {
    const ids = await kit.template();
    const pilot = await kit.start(ids);
    expect(codes(await decide(pilot, "DROP", { reason: "  fordi  " }))).toEqual(["INVALID"]);
    expect(codes(await decide({ ...pilot, rev: 7 }, "DROP"))).toEqual(["CONFLICT"]);
    const both = await Promise.all([decide(pilot, "DROP"), decide(pilot, "PROMOTE")]);
    expect(both.flatMap(codes)).toEqual(["LOCKED"]);
    const done = both.find(({ problems }) => problems.length === 0)!.pilot!;
    expect(both.map((one) => one.pilot!.decision)).toEqual([done.decision, done.decision]);
    expect(codes(await decide({ ...pilot, rev: 2 }, "REVISE"))).toEqual(["LOCKED"]);
    expect(codes(await kit.act(world.admin, "closePilot", { id: pilot.id, rev: 2 }))).toEqual(["LOCKED"]);
    const later = { id: pilot.id, rev: 2, endsOn: addDays(today, 70) };
    expect(codes(await kit.act(world.admin, "extendPilot", later))).toEqual(["LOCKED"]);
    await expect(
      seed.client.query("update app.pilot set reason = 'Noe helt annet her' where id = $1", [pilot.id]),
    ).rejects.toThrow("decided once");
  });

  test("a version that was taken back meanwhile cannot come in force", async () => {
    const ids = await kit.template();
    const pilot = await kit.start(ids);
    const { rows } = await seed.client.query("select id, rev from app.rollout where version_id = $1", [ids.versionId]);
    await server.ask(
      world.admin,
      `mutation ($input: WithdrawRolloutInput!) { withdrawRollout(input: $input) { problems { code } } }`,
      {
        input: {
          key: randomUUID(),
          templateId: ids.templateId,
          rolloutId: rows[0].id,
          rev: rows[0].rev,
          reason: "Feil i teksten",
        },
      },
    );
    expect(codes(await decide(pilot, "PROMOTE"))).toEqual(["INVALID"]);
    expect((await decide(pilot, "DROP")).pilot).toMatchObject({ decision: "DROP" });
  });
});
