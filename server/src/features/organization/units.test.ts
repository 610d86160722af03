import { addDays, LANGUAGES } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { LIBRARY } from "../templates/index.js";
import { CRISIS_CONTACTS } from "./crisis-contacts.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Chapter = {
  id: string;
  name: string;
  rev: number;
  closedOn: string | null;
  region: { id: string } | null;
  regionHistory: { regionId: string; validFrom: string; validTo: string | null }[];
};
type Payload = { chapter: Chapter | null; problems: { code: string; path: string[]; message: string }[] };
const CHAPTER = `id name rev closedOn region { id } regionHistory { regionId validFrom validTo }`;
const act = (field: string, input: string, what: "chapter" | "region") =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { ${what} { ${what === "chapter" ? CHAPTER : "id name rev closedOn"} } problems { code path message } } }`;
const CREATE = act("createChapter", "CreateChapterInput", "chapter");
const MOVE = act("moveChapter", "MoveChapterInput", "chapter");

const form = (over: object = {}) => ({
  key: uuidv7(),
  id: uuidv7(),
  name: `Lokallag ${seed.unique()}`,
  shortName: "MHU Moss",
  county: "31",
  municipalities: ["Moss", " Våler ", "Moss"],
  regionId: world.regions.east,
  openedOn: addDays(today, -100),
  ...over,
});
const create = async (over: object = {}): Promise<Payload> =>
  (await server.ask<{ createChapter: Payload }>(world.admin, CREATE, { input: form(over) })).createChapter;
const move = async (chapter: Chapter, regionId: string | null, from: string): Promise<Payload> =>
  (
    await server.ask<{ moveChapter: Payload }>(world.admin, MOVE, {
      input: { key: uuidv7(), id: chapter.id, rev: chapter.rev, regionId, from },
    })
  ).moveChapter;
const namesSeenBy = async (seat: { secret: string }) =>
  (
    await server.ask<{ chapters: { nodes: { id: string }[] } }>(seat, `{ chapters { nodes { id } } }`)
  ).chapters.nodes.map((node) => node.id);

describe("chapters", () => {
  test("are made with their place in a region, once for a key", async () => {
    const input = form();
    const [first, twin] = await Promise.all(
      [1, 2].map(() => server.ask<{ createChapter: Payload }>(world.admin, CREATE, { input })),
    );
    expect(first).toEqual(twin);
    expect(first!.createChapter.problems).toEqual([]);
    expect(first!.createChapter.chapter).toMatchObject({ region: { id: world.regions.east }, rev: 1 });
    const { rows } = await seed.client.query("select municipalities from app.chapter where id = $1", [input.id]);
    expect(rows[0]).toEqual({ municipalities: ["Moss", "Våler"] });
  });

  test.each([
    ["a short name that tells", { shortName: "Mental Helse Moss" }, "shortName"],
    ["no county", { county: "99" }, "county"],
    ["an empty name", { name: "  " }, "name"],
    ["a line break in the name", { name: "Moss\r\nBcc: x" }, "name"],
    ["a day far ahead", { openedOn: "2999-01-01" }, "openedOn"],
  ])("are refused for %s", async (_why, over, path) => {
    const { chapter, problems } = await create(over);
    expect(chapter).toBeNull();
    expect(problems.map((problem) => problem.path[0])).toContain(path);
  });

  test("do not share a name, and belong to no other organization's region", async () => {
    const { chapter } = await create();
    expect((await create({ name: chapter!.name.toUpperCase() })).problems[0]).toMatchObject({ path: ["name"] });
    const foreignRegion = await seed.region(world.foreignOrganizationId);
    expect(await server.code(world.admin, CREATE, { input: form({ regionId: foreignRegion }) })).toBe("NOT_FOUND");
  });

  test("are renamed on the rev they were read at", async () => {
    const { chapter } = await create();
    const update = act("updateChapter", "UpdateChapterInput", "chapter");
    const input = {
      ...form({ id: chapter!.id, name: `Nytt navn ${seed.unique()}` }),
      rev: 1,
      regionId: undefined,
      openedOn: undefined,
    };
    const done = await server.ask<{ updateChapter: Payload }>(world.admin, update, { input });
    expect(done.updateChapter).toMatchObject({ problems: [], chapter: { rev: 2 } });
    const stale = await server.ask<{ updateChapter: Payload }>(world.admin, update, {
      input: { ...input, key: uuidv7() },
    });
    expect(stale.updateChapter).toMatchObject({ problems: [{ code: "CONFLICT" }], chapter: { rev: 2 } });
    expect(await server.code(world.editor, update, { input })).toBe("FORBIDDEN");
    expect(await server.code(world.foreignAdmin, update, { input: { ...input, key: uuidv7() } })).toBe("NOT_FOUND");
  });

  test("are seen in reach only", async () => {
    expect(await namesSeenBy(world.leader)).toEqual([world.chapters.own]);
    expect(await namesSeenBy(world.coordinator)).not.toContain(world.chapters.far);
    expect(
      await server.code(world.leader, `query ($id: ID!) { chapter(id: $id) { id } }`, { id: world.chapters.sibling }),
    ).toBe("NOT_FOUND");
    const found = await server.ask<{ chapters: { nodes: Chapter[]; totalCount: number } }>(
      world.admin,
      `query ($search: String) { chapters(search: $search, first: 1) { nodes { ${CHAPTER} } totalCount } }`,
      { search: "VÅLER" },
    );
    expect(found.chapters.nodes).toHaveLength(1);
    expect(found.chapters.totalCount).toBeGreaterThan(0);
  });
});

describe("a chapter that moves", () => {
  test("is in the new coordinator's reach at once, and out of the old one's", async () => {
    const { chapter } = await create();
    expect(await namesSeenBy(world.coordinator)).toContain(chapter!.id);
    const moved = await move(chapter!, world.regions.west, today);
    expect(moved.problems).toEqual([]);
    expect(await namesSeenBy(world.coordinator)).not.toContain(chapter!.id);
    expect(await namesSeenBy(world.farCoordinator)).toContain(chapter!.id);
    expect(moved.chapter!.regionHistory).toEqual([
      { regionId: world.regions.west, validFrom: today, validTo: null },
      { regionId: world.regions.east, validFrom: addDays(today, -100), validTo: today },
    ]);
  });

  test("moves back the same day as if it had never moved, to none, and not before it came", async () => {
    const { chapter } = await create();
    const away = (await move(chapter!, world.regions.west, today)).chapter!;
    const back = (await move(away, world.regions.east, today)).chapter!;
    expect(back.regionHistory).toEqual([
      { regionId: world.regions.east, validFrom: addDays(today, -100), validTo: null },
    ]);
    expect((await move(back, world.regions.east, today)).problems[0]).toMatchObject({ path: ["regionId"] });
    expect((await move(back, world.regions.west, addDays(today, -101))).problems[0]).toMatchObject({ path: ["from"] });
    const gone = (await move(back, null, addDays(today, -10))).chapter!;
    expect(gone).toMatchObject({ region: null, regionHistory: [{ validTo: addDays(today, -10) }] });
    expect((await move(chapter!, null, today)).problems[0]).toMatchObject({ code: "CONFLICT" });
  });
});

describe("closing", () => {
  const CLOSE_REGION = act("closeRegion", "CloseRegionInput", "region");
  const CLOSE = act("closeChapter", "CloseChapterInput", "chapter");

  test("a region waits until its chapters have moved, then ends the seats in it", async () => {
    const id = uuidv7();
    const region = { key: uuidv7(), id, name: `Region ${seed.unique()}`, openedOn: "2020-01-01" };
    await server.ask(world.admin, act("createRegion", "CreateRegionInput", "region"), { input: region });
    const { chapter } = await create({ regionId: id });
    const seat = await seed.seat(world.organizationId, "REGION_COORDINATOR", { regionId: id });
    const close = () =>
      server.ask<{ closeRegion: { region: { closedOn: string | null }; problems: { message: string }[] } }>(
        world.admin,
        CLOSE_REGION,
        { input: { key: uuidv7(), id, rev: 1, closedOn: today } },
      );
    const refused = (await close()).closeRegion;
    expect(refused.region.closedOn).toBeNull();
    expect(refused.problems[0]!.message).toContain(chapter!.name);
    await move(chapter!, world.regions.east, today);
    expect((await close()).closeRegion).toMatchObject({ region: { closedOn: today }, problems: [] });
    expect(await server.code(seat, `{ chapters { nodes { id } } }`)).toBe("FORBIDDEN");
    expect((await move({ ...chapter!, rev: 2 }, id, today)).problems[0]).toMatchObject({ path: ["regionId"] });
  });

  test("a chapter cancels what it had open and ends its board", async () => {
    const { chapter } = await create();
    const leader = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId: chapter!.id });
    const [templateId, versionId, touchpointId] = [uuidv7(), uuidv7(), uuidv7()];
    const organization_id = world.organizationId;
    await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `k${seed.unique()}` });
    await seed.rows("template_version", {
      organization_id,
      id: versionId,
      template_id: templateId,
      state: "PUBLISHED",
      about_member: false,
      definition: LIBRARY[0]!.definition,
      published_at: new Date(),
    });
    await seed.rows("touchpoint", {
      organization_id,
      chapter_id: chapter!.id,
      id: touchpointId,
      template_id: templateId,
      version_id: versionId,
      major: 1,
      about_member: false,
      occurrence: "x",
      opens_on: today,
      due_on: today,
      miss_on: today,
      first_due_on: today,
    });
    const input = { key: uuidv7(), id: chapter!.id, rev: 1, closedOn: addDays(today, -1) };
    expect(await server.code(world.coordinator, CLOSE, { input })).toBe("FORBIDDEN");
    const closed = await server.ask<{ closeChapter: Payload }>(world.admin, CLOSE, { input });
    expect(closed.closeChapter).toMatchObject({ problems: [], chapter: { closedOn: addDays(today, -1) } });
    const { rows } = await seed.client.query("select cancelled_because from app.touchpoint where id = $1", [
      touchpointId,
    ]);
    expect(rows[0]).toEqual({ cancelled_because: "CHAPTER_CLOSED" });
    expect(await server.code(leader, `{ chapters { nodes { id } } }`)).toBe("FORBIDDEN");
    const again = await server.ask<{ closeChapter: Payload }>(world.admin, CLOSE, {
      input: { ...input, key: uuidv7(), rev: 2 },
    });
    expect(again.closeChapter.problems[0]!.code).toBe("LOCKED");
  });

  test("is no matter for tomorrow, nor for the direct members", async () => {
    const { chapter } = await create();
    const tomorrow = { key: uuidv7(), id: chapter!.id, rev: 1, closedOn: addDays(today, 1) };
    expect(
      (await server.ask<{ closeChapter: Payload }>(world.admin, CLOSE, { input: tomorrow })).closeChapter.problems[0],
    ).toMatchObject({ path: ["closedOn"] });
    const direct = await seed.chapter(world.organizationId, null, { direct_members: true, county: "" });
    const input = { key: uuidv7(), id: direct, rev: 1, closedOn: today };
    expect(
      (await server.ask<{ closeChapter: Payload }>(world.admin, CLOSE, { input })).closeChapter.problems[0]!.code,
    ).toBe("LOCKED");
  });
});

test("an organization says how many its core set may hold", async () => {
  const read = `{ organization { coreSetSize } }`;
  const { organization } = await server.ask<{ organization: { coreSetSize: number } }>(world.editor, read);
  expect(organization.coreSetSize).toBeGreaterThan(0);
});

test("a new organization names places to call, and when, in all three languages", () => {
  expect(CRISIS_CONTACTS.map(({ phone }) => phone)).toEqual([
    "113",
    "116 117",
    "116 123",
    "800 33 321",
    "22 40 00 40",
    "116 111",
  ]);
  for (const { note } of CRISIS_CONTACTS) {
    for (const language of LANGUAGES) expect(note[language]).toMatch(/\S/);
  }
});

describe("boards to look at", () => {
  type Board = { chapterId: string; missing: string; held: number; ending: number; invited: number } & Record<
    string,
    unknown
  >;
  const BOARDS = `query ($days: Int!) { boardsToLookAt(withinDays: $days) { totalCount boards { chapterId regionName missing held ending boardUntil leaderUntil lastUntil invited } } }`;
  const boards = async (seat: SeededSeat, days: number): Promise<Board[]> =>
    (await server.ask<{ boardsToLookAt: { boards: Board[] } }>(seat, BOARDS, { days })).boardsToLookAt.boards;

  test("are those unknown, without a leader, or ending within the days, in one's own reach", async () => {
    const chapter = (regionId = world.regions.east) => seed.chapter(world.organizationId, regionId);
    const seat = (
      chapterId: string,
      role: "CHAPTER_LEADER" | "CHAPTER_BOARD",
      days: number | null,
      over: object = {},
    ) =>
      seed.seat(
        world.organizationId,
        role,
        { chapterId },
        { valid_to: days === null ? null : addDays(today, days), ...over },
      );
    const [none, headless, ending, led, far, safe] = [
      await chapter(),
      await chapter(),
      await chapter(),
      await chapter(),
      await chapter(world.regions.west),
      await chapter(),
    ];
    await seat(none, "CHAPTER_LEADER", -10);
    const asked = await seat(none, "CHAPTER_LEADER", 300);
    await seed.client.query("update app.seat set account_id = null where id = $1", [asked.seatId]);
    await seed.rows("invitation", {
      organization_id: world.organizationId,
      id: uuidv7(),
      seat_id: asked.seatId,
      chapter_id: none,
      email_ct: Buffer.from("sealed"),
      expires_at: new Date(Date.now() + 86_400_000),
    });
    await seat(headless, "CHAPTER_BOARD", null);
    await seat(ending, "CHAPTER_LEADER", 20);
    await seat(ending, "CHAPTER_BOARD", 25);
    await seat(led, "CHAPTER_LEADER", 45);
    await seat(led, "CHAPTER_BOARD", null);
    await seat(far, "CHAPTER_BOARD", null);
    // whoever is elected again has a seat that lasts: nothing ends
    await seat(safe, "CHAPTER_LEADER", 10);
    await seat(safe, "CHAPTER_LEADER", 300);
    const mine = [none, headless, ending, led, far, safe];
    const of = async (by: SeededSeat, days: number) =>
      (await boards(by, days)).filter(({ chapterId }) => mine.includes(chapterId));
    const short = (found: Board[]) => found.map(({ chapterId, missing }) => [chapterId, missing]);
    expect(short(await of(world.admin, 30))).toEqual(
      expect.arrayContaining([
        [none, "BOARD"],
        [headless, "LEADER"],
        [ending, "BOARD_ENDS"],
        [far, "LEADER"],
      ]),
    );
    expect(await of(world.admin, 30)).toHaveLength(4);
    const region = await of(world.coordinator, 60);
    expect(short(region)).toEqual(
      expect.arrayContaining([
        [none, "BOARD"],
        [headless, "LEADER"],
        [ending, "BOARD_ENDS"],
        [led, "LEADER_ENDS"],
      ]),
    );
    expect(region.find(({ chapterId }) => chapterId === none)).toMatchObject({
      held: 0,
      invited: 1,
      lastUntil: addDays(today, -10),
    });
    expect(region.find(({ chapterId }) => chapterId === ending)).toMatchObject({
      held: 2,
      ending: 2,
      boardUntil: addDays(today, 25),
      leaderUntil: addDays(today, 20),
    });
    expect(region.some(({ chapterId }) => chapterId === far)).toBe(false);
    expect(await of(world.foreignAdmin, 180)).toEqual([]);
    for (const days of [0, 181, -1]) expect(await server.code(world.admin, BOARDS, { days })).toBe("BAD_REQUEST");
    expect(await server.code(world.leader, BOARDS, { days: 30 })).toBe("FORBIDDEN");
  });
});

test("what is to be mended is said in the organization's own word for the middle tier", async () => {
  const closed = await seed.region(world.organizationId, { closed_on: addDays(today, -200), opened_on: "2020-01-01" });
  const call = (term: string) =>
    seed.client.query("update app.organization set region_term = $2 where id = $1", [world.organizationId, term]);
  await call("county");
  try {
    expect((await create({ regionId: closed })).problems[0]!.message).toBe(
      "Fylket finnes ikke den dagen. Velg et annet.",
    );
    const SHEET = `mutation ($input: InviteBoardsInput!) { inviteBoards(input: $input) { rows { problem role } } }`;
    const text = "Ida;ida@lag.example;Nord;fylkeskoordinator\nBo;bo@lag.example;Nord;sjef";
    const { inviteBoards } = await server.ask<{ inviteBoards: { rows: { problem: string; role: string | null }[] } }>(
      world.admin,
      SHEET,
      { input: { key: uuidv7(), text, dryRun: true } },
    );
    expect(inviteBoards.rows).toEqual([
      { role: "REGION_COORDINATOR", problem: "Vi finner ikke fylket. Bruk navnet som står i Varde." },
      { role: null, problem: "Rollen kjenner vi ikke. Skriv leder, styremedlem, fadder eller fylkeskoordinator." },
    ]);
  } finally {
    await call("region");
  }
});
