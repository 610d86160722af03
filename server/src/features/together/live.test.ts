import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createLogger } from "../../kernel/log.js";
import { startServer } from "../../main.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { testEar } from "../../testkit/ear.js";
import type { TestEar } from "../../testkit/ear.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testEnv, testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { DUTY, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";

// Who hears what over `/live`: ids, to those who may read what they name, and nothing else.

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed;
let duty: { templateId: string; versionId: string }, welcome: { templateId: string; versionId: string };
const open: TestEar[] = [];

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  [duty, welcome] = [await place.template(DUTY), await place.template(WELCOME)];
});
afterEach(() => {
  for (const ear of open.splice(0)) ear.close();
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

async function listen(
  seat: SeededSeat | null,
  over: Parameters<typeof testEar>[2] & { at?: string } = {},
): Promise<TestEar> {
  const ear = await testEar(over.at ?? server.url, seat, over);
  open.push(ear);
  return ear;
}
/** the listening connection is there: what is said from now on is heard */
const ready = (n = 1) =>
  expect
    .poll(
      async () =>
        (
          await seed.client.query(
            "select 1 from pg_stat_activity where datname = current_database() and application_name = 'varde live' and query = 'listen varde_live'",
          )
        ).rowCount,
    )
    .toBe(n);
const changed = (ear: TestEar) =>
  ear.events().flatMap(({ event, data }) => (event === "changed" ? data.split(" ") : []));
const hears = (ear: TestEar, id: string, timeout = 2_000) => expect.poll(() => changed(ear), { timeout }).toContain(id);
const touch = (id: string) => seed.client.query("update app.touchpoint set rev = rev + 1 where id = $1", [id]);
const seatOf = () => seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
const aboutMember = async () =>
  (await place.touchpoint(welcome, { member_id: await place.member(world.chapters.own) })).id;
const ownDuty = async () => (await place.touchpoint(duty)).id;

describe("the door", () => {
  test("is for our own page, signed in, in a seat, reading", async () => {
    const statuses = async (seat: SeededSeat | null, over: Parameters<typeof testEar>[2] = {}) =>
      (await listen(seat, over)).status;
    expect(await statuses(world.board)).toBe(200);
    expect(await statuses(null)).toBe(401);
    expect(await statuses({ ...world.board, secret: "x".repeat(43) })).toBe(401);
    expect(await statuses(world.expired)).toBe(403);
    for (const site of ["cross-site", "same-site", "none"]) {
      expect(await statuses(world.board, { headers: { "sec-fetch-site": site } })).toBe(403);
    }
    expect(await statuses(world.board, { method: "HEAD" })).toBe(405);
    expect(await statuses(world.board, { method: "POST" })).toBe(404);
  });

  test("says how the answer is to be treated on the way", async () => {
    const { headers, wire } = await listen(world.board);
    expect(headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
    await expect.poll(wire).toMatch(/^retry: \d{4}\n\n/);
  });

  test("lets a session have four, and asks the oldest to make room", async () => {
    const seat = await seatOf();
    const ears: TestEar[] = [];
    for (let i = 0; i < 5; i++) ears.push(await listen(seat));
    await expect.poll(() => ears.map((ear) => ear.closed())).toEqual([true, false, false, false, false]);
    expect(ears[0]!.events()).toContainEqual({ event: "ended", data: "crowded" });
  });
});

describe("a change is heard", () => {
  test("by the board it belongs to, as an id and nothing else", async () => {
    const ear = await listen(world.board);
    await ready();
    const [person, task] = [await aboutMember(), await ownDuty()];
    await hears(ear, person);
    await hears(ear, task);
    await server.ask(
      world.leader,
      `mutation ($input: CommentOnTouchpointInput!) { commentOnTouchpoint(input: $input) { problems { code } } }`,
      { input: { key: uuidv7(), id: uuidv7(), touchpointId: task, text: "kanarifugl" } },
    );
    await expect.poll(() => changed(ear).filter((id) => id === task).length, { timeout: 2_000 }).toBeGreaterThan(1);
    const id = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    expect(ear.wire()).toMatch(
      new RegExp(
        `^retry: \\d+\\n\\n(event: changed\\ndata: ${id}( ${id})*\\n\\n|event: refresh\\ndata:\\n\\n|:\\n\\n)*$`,
      ),
    );
  });

  test("of a plan by its board alone, and of the goals all have together by their own organization", async () => {
    const at = { organization_id: world.organizationId, chapter_id: world.chapters.own };
    const [plan, goal] = [uuidv7(), uuidv7()];
    const own = await listen(world.board);
    const strangers = await Promise.all(
      [world.siblingLeader, world.mentor, world.admin, world.foreignLeader].map((seat) => listen(seat)),
    );
    await ready();
    await seed.rows("action_plan", { ...at, id: plan, year: 2026, started_by: world.leader.seatId });
    await hears(own, plan);
    const before = changed(own).length;
    await seed.rows("action_plan_row", { ...at, plan_id: plan, id: uuidv7(), position: 1, activity: "kanarifugl" });
    await expect.poll(() => changed(own).length, { timeout: 2_000 }).toBeGreaterThan(before);
    await seed.rows("strategy_goal", {
      organization_id: world.organizationId,
      id: goal,
      year: 2026,
      text: "kanarimål",
      written_by: world.editor.seatId,
    });
    const [sibling, mentor, admin, foreign] = strangers as [TestEar, TestEar, TestEar, TestEar];
    for (const ear of [own, sibling, mentor, admin]) await hears(ear, world.organizationId, 5_000);
    for (const ear of strangers) expect(changed(ear)).not.toContain(plan);
    expect(changed(foreign)).toEqual([]);
    for (const ear of [own, ...strangers]) expect(ear.wire()).not.toMatch(/kanari/);
  });

  test("by nobody else: not the next chapter's, not another organization's; those above hear of duties alone", async () => {
    const strangers = [world.siblingLeader, world.farCoordinator, world.foreignLeader, world.foreignAdmin];
    const ears = await Promise.all(strangers.map((seat) => listen(seat)));
    const above = await Promise.all([world.mentor, world.coordinator, world.admin].map((seat) => listen(seat)));
    await ready();
    const [person, task] = [await aboutMember(), await ownDuty()];
    for (const ear of above) await hears(ear, task, 5_000);
    const look = `mutation ($input: LookAtTouchpointInput!) { lookAtTouchpoint(input: $input) { until } }`;
    const quiet = await ownDuty();
    for (const ear of above) await hears(ear, quiet, 5_000);
    const before = above.map((ear) => ear.events().length);
    await server.ask(world.board, look, { input: { key: uuidv7(), id: quiet } });
    const next = await ownDuty();
    for (const ear of above) await hears(ear, next, 5_000);
    for (const [i, ear] of above.entries()) {
      expect(changed(ear)).not.toContain(person);
      expect(changed({ ...ear, events: () => ear.events().slice(before[i]) })).toEqual([next]);
    }
    for (const ear of ears) expect(changed(ear)).toEqual([]);
  });

  test("of many at once: one word a chapter, however many, and one «fetch anew» to its board", async () => {
    const heard: string[] = [];
    const raw = new pg.Client({ connectionString: database.adminUrl });
    await raw.connect();
    raw.on("notification", ({ payload }) => heard.push(payload!));
    await raw.query("listen varde_live");
    const [own, sibling, above] = [
      await listen(world.board),
      await listen(world.siblingLeader),
      await listen(world.coordinator),
    ];
    await ready();
    await seed.client.query(
      `insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, occurrence, opens_on, due_on, miss_on, first_due_on)
       select $1, c.id, gen_random_uuid(), $2, $3, 1, false, 'mange-' || n, '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-02'
         from unnest($4::uuid[]) c (id), generate_series(1, 4000) n`,
      [
        world.organizationId,
        duty.templateId,
        duty.versionId,
        [world.chapters.own, world.chapters.sibling, world.chapters.far],
      ],
    );
    for (const ear of [own, sibling]) {
      await expect.poll(() => ear.events(), { timeout: 2_000 }).toContainEqual({ event: "refresh", data: "" });
      expect(changed(ear)).toEqual([]);
    }
    expect([...heard].sort()).toEqual(
      [world.chapters.own, world.chapters.sibling, world.chapters.far].map((id) => `c ${id}`).sort(),
    );
    expect(changed(above)).toEqual([]);
    await raw.end();
  });

  test("of one by one in a transaction: fifty names, and then the chapter", async () => {
    const heard: string[] = [];
    const raw = new pg.Client({ connectionString: database.adminUrl });
    await raw.connect();
    raw.on("notification", ({ payload }) => heard.push(payload!));
    await raw.query("listen varde_live");
    const ids: string[] = [];
    for (let i = 0; i < 60; i++) ids.push(await ownDuty());
    await expect.poll(() => heard.length).toBe(60);
    heard.length = 0;
    await seed.client.query("begin");
    for (const id of ids) await touch(id);
    await seed.client.query("commit");
    await expect.poll(() => heard.length).toBe(51);
    expect(heard.filter((word) => word.startsWith("c "))).toHaveLength(1);
    await raw.end();
  });

  test("at every copy of the server", async () => {
    const other = await testServer(database);
    try {
      const [here, there] = [await listen(world.board), await listen(world.leader, { at: other.url })];
      await ready(2);
      const id = await ownDuty();
      await Promise.all([hears(here, id), hears(there, id)]);
    } finally {
      await other.stop();
    }
  });

  test("by two hundred, while requests are answered", { timeout: 20_000 }, async () => {
    const seats: SeededSeat[] = [];
    for (let i = 0; i < 50; i++) seats.push(await seatOf());
    const ears = await Promise.all(seats.flatMap((seat) => [1, 2, 3, 4].map(() => listen(seat))));
    await ready();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await ownDuty());
    const began = performance.now();
    await server.ask(world.leader, "{ viewer { account { id } } }");
    expect(performance.now() - began).toBeLessThan(5_000);
    await expect
      .poll(() => ears.every((ear) => ids.every((id) => changed(ear).includes(id))), { timeout: 10_000 })
      .toBe(true);
  });
});

describe("a right that is gone", () => {
  const ended = async (ear: TestEar, why: string) => {
    await expect.poll(() => ear.closed(), { timeout: 1_500 }).toBe(true);
    expect(ear.events().at(-1)).toEqual({ event: "ended", data: why });
  };

  test.each<[string, string, string]>([
    ["the seat is ended", "seat", "update app.seat set valid_to = authz.today() where id = $1"],
    ["the session is ended", "session", "update app.session set revoked_at = now() where seat_id = $1"],
    ["the session is removed", "session", "delete from app.session where seat_id = $1"],
    [
      "the account is stopped",
      "session",
      "update app.account set stopped_at = now() where id = (select account_id from app.seat where id = $1)",
    ],
    ["another seat is chosen", "seat", "update app.session set seat_id = null where seat_id = $1"],
  ])("is told and closed within a second or so: %s", async (_what, why, sql) => {
    const seat = await seatOf();
    const ear = await listen(seat);
    await ready();
    await seed.client.query(sql, [seat.seatId]);
    await ended(ear, why);
  });

  test("is gone with the next event, also when nobody said so", async () => {
    const seat = await seatOf();
    const ear = await listen(seat);
    await ready();
    await seed.client.query("update app.session set idle_until = now() - interval '1 second' where seat_id = $1", [
      seat.seatId,
    ]);
    const id = await ownDuty();
    await ended(ear, "session");
    expect(changed(ear)).not.toContain(id);
  });
});

describe("something breaks", () => {
  test("the listening connection is ended: it comes back, all are told to fetch anew, and hear again", async () => {
    const ear = await listen(world.board);
    await ready();
    const before = ear.events().length;
    await seed.client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'varde live' and datname = current_database()",
    );
    await expect
      .poll(() => ear.events().slice(before), { timeout: 5_000 })
      .toContainEqual({ event: "refresh", data: "" });
    const id = await ownDuty();
    await hears(ear, id);
    expect(ear.closed()).toBe(false);
  });

  test("a server that is asked to stop lets go of its listeners at once", async () => {
    const folder = await mkdtemp(join(tmpdir(), "varde-live-"));
    await writeFile(join(folder, "documents.json"), "{}");
    const real = await startServer({
      env: testEnv(database, { manifestPath: join(folder, "documents.json") }),
      log: createLogger("silent"),
    });
    const ear = await testEar(real.url, world.board);
    const began = performance.now();
    await real.stop();
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(ear.closed()).toBe(true);
    await rm(folder, { recursive: true });
  });
});
