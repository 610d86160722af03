import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";

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

const SAVE = `mutation ($input: SaveMeetingInput!) { saveMeeting(input: $input) {
  meeting { id kind title heldOn startsAt place host link attendance cancelledAt rev } problems { code path message } } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { meeting { cancelledAt rev } problems { code } } }`;
const ONE = `query ($id: ID!) { meeting(id: $id) { id kind title heldOn startsAt place host link attendance rev } }`;
const LIST = `query ($first: Int, $after: String, $from: LocalDate, $to: LocalDate, $latestFirst: Boolean) {
  meetings(first: $first, after: $after, from: $from, to: $to, latestFirst: $latestFirst) { nodes { id heldOn } pageInfo { hasNextPage endCursor } } }`;

type Saved = {
  saveMeeting: {
    meeting: Record<string, unknown> | null;
    problems: { code: string; path: string[]; message: string }[];
  };
};
const form = (over: object = {}) => ({
  key: uuidv7(),
  id: uuidv7(),
  rev: 0,
  kind: "GATHERING",
  title: "Spillkveld",
  heldOn: addDays(today, 7),
  startsAt: "18:00",
  place: "Asker kulturhus",
  host: "Jonas",
  link: "https://treff.example/1",
  ...over,
});
const save = async (seat: SeededSeat, over: object = {}) =>
  (await server.ask<Saved>(seat, SAVE, { input: form(over) })).saveMeeting;

describe("a board's meetings", () => {
  test("are made, read again and changed", async () => {
    const made = await save(world.board);
    expect(made.problems).toEqual([]);
    expect(made.meeting).toMatchObject({ title: "Spillkveld", startsAt: "18:00", rev: 1 });
    const id = made.meeting!["id"] as string;
    const changed = await save(world.leader, { id, rev: 1, title: "", heldOn: addDays(today, -1), attendance: 12 });
    expect(changed.meeting).toMatchObject({ title: null, attendance: 12, rev: 2 });
    const stale = await save(world.board, { id, rev: 1 });
    expect(stale.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(stale.meeting).toMatchObject({ attendance: 12, rev: 2 });
  });

  test("are made once for a key, however often it is sent", async () => {
    const input = form();
    const answers = await Promise.all(Array.from({ length: 8 }, () => server.ask<Saved>(world.board, SAVE, { input })));
    expect(new Set(answers.map(({ saveMeeting }) => saveMeeting.meeting!["rev"]))).toEqual(new Set([1]));
    const other = await server.ask<Saved>(world.board, SAVE, { input: { ...input, title: "Noe annet" } });
    expect(other.saveMeeting.problems).toMatchObject([{ code: "KEY_REUSED" }]);
  });

  test.each([
    ["link", { link: "http://treff.example" }],
    ["link", { link: "javascript:alert(1)" }],
    ["link", { link: "https://" }],
    ["startsAt", { startsAt: "25:00" }],
    ["startsAt", { startsAt: "kveld" }],
    ["title", { title: "x".repeat(10_000) }],
    ["title", { title: "Kari 01010750160" }],
    ["heldOn", { heldOn: "2207-01-01" }],
    ["attendance", { attendance: 12 }],
    ["attendance", { attendance: -1, heldOn: "2026-01-10" }],
    ["id", { id: "nei" }],
  ])("refuse %s in %o", async (field, over) => {
    const { problems, meeting } = await save(world.board, over);
    expect(problems).toMatchObject([{ code: "INVALID", path: [field] }]);
    expect(problems[0]!.message).not.toBe("");
    expect(meeting).toBeNull();
  });

  test("are called off once, and then locked", async () => {
    const id = (await save(world.board)).meeting!["id"] as string;
    const cancel = (rev: number) =>
      server.ask<{ cancelMeeting: { meeting: { rev: number; cancelledAt: string }; problems: { code: string }[] } }>(
        world.board,
        CANCEL,
        { input: { key: uuidv7(), id, rev } },
      );
    expect((await cancel(1)).cancelMeeting).toMatchObject({ meeting: { rev: 2 }, problems: [] });
    expect((await cancel(2)).cancelMeeting.problems).toMatchObject([{ code: "LOCKED" }]);
    expect((await save(world.board, { id, rev: 2 })).problems).toMatchObject([{ code: "LOCKED" }]);
  });

  test("come by pages, either way", async () => {
    const seat = world.siblingLeader;
    const days = [3, 1, 2, 5, 4].map((n) => addDays(today, n));
    for (const heldOn of days) await save(seat, { heldOn });
    type Page = { meetings: { nodes: { heldOn: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    const one = await server.ask<Page>(seat, LIST, { first: 3 });
    const two = await server.ask<Page>(seat, LIST, { first: 3, after: one.meetings.pageInfo.endCursor });
    const all = [...one.meetings.nodes, ...two.meetings.nodes].map(({ heldOn }) => heldOn);
    expect(all).toEqual([...days].sort());
    expect(two.meetings.pageInfo.hasNextPage).toBe(false);
    const back = await server.ask<Page>(seat, LIST, { first: 2, latestFirst: true, to: addDays(today, 4) });
    expect(back.meetings.nodes.map(({ heldOn }) => heldOn)).toEqual([addDays(today, 4), addDays(today, 3)]);
    await expect(server.code(seat, LIST, { first: 101 })).resolves.toBe("BAD_REQUEST");
    await expect(server.code(seat, LIST, { first: 3, after: "tull" })).resolves.toBe("BAD_REQUEST");
  });
});

describe("a meeting seen by others", () => {
  test("shows day and kind from above, and never how many came", async () => {
    const id = (await save(world.board, { heldOn: addDays(today, -2), attendance: 3 })).meeting!["id"] as string;
    for (const seat of [world.coordinator, world.admin, world.editor, world.mentor]) {
      const { meeting } = await server.ask<{ meeting: object }>(seat, ONE, { id });
      expect(meeting).toMatchObject({ kind: "GATHERING", attendance: null, title: null, place: null, host: null });
      expect(meeting).toMatchObject({ link: null, startsAt: null });
    }
    await save(world.board, { id, rev: 1, heldOn: addDays(today, -2), attendance: 5 });
    const { meeting } = await server.ask<{ meeting: object }>(world.coordinator, ONE, { id });
    expect(meeting).toMatchObject({ attendance: null });
  });

  test("is not there for another chapter, region or organization", async () => {
    const id = (await save(world.board)).meeting!["id"] as string;
    for (const seat of [world.siblingLeader, world.farCoordinator, world.foreignAdmin, world.foreignLeader]) {
      await expect(server.code(seat, ONE, { id })).resolves.toBe("NOT_FOUND");
    }
    for (const seat of [world.siblingLeader, world.foreignLeader]) {
      await expect(server.code(seat, SAVE, { input: form({ id, rev: 1 }) })).resolves.toBe("NOT_FOUND");
      await expect(server.code(seat, CANCEL, { input: { key: uuidv7(), id, rev: 1 } })).resolves.toBe("NOT_FOUND");
    }
    await expect(server.code(world.board, ONE, { id: "1; drop table" })).resolves.toBe("NOT_FOUND");
  });

  test("is not made from above, nor by a seat that has ended", async () => {
    await expect(server.code(world.coordinator, SAVE, { input: form() })).resolves.toBe("FORBIDDEN");
    await expect(server.code(world.admin, SAVE, { input: form() })).resolves.toBe("FORBIDDEN");
    await expect(server.code(world.expired, SAVE, { input: form() })).resolves.toBe("FORBIDDEN");
    await expect(server.code(null, SAVE, { input: form() })).resolves.toBe("UNAUTHENTICATED");
  });
});
