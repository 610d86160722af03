import { addDays } from "@varde/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { DUTY, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";

const DAY = `query { offlineDay { now seatId key items {
  touchpoint { id closedByName returnedNote assignee { name mine } member { id firstName lastName joinedOn } }
  contact { phone email } definition { steps { key } purpose { nb } } messages { key body { nb } subject { nb } }
  answers { field number text date } prefilled { field number date } reportFields { key } crisisContacts { name phone }
} } }`;
type Day = {
  offlineDay: {
    now: string;
    seatId: string;
    key: string;
    items: {
      touchpoint: { id: string; member: { firstName: string; lastName: string; joinedOn: string | null } | null };
      contact: unknown;
      answers: unknown[];
      messages: { body: { nb: string } }[];
      reportFields: unknown[];
    }[];
  };
};

let database: TestDatabase;
let seed: Seed;
let world: Federation;
let server: TestServer;
let place: TouchpointSeed;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

describe("what a phone may keep", () => {
  it("is one's own and nobody's, with a first name and no way to reach anybody", async () => {
    const welcome = await place.template(WELCOME);
    const duty = await place.template(DUTY);
    const { today } = place;
    const member = (over: object = {}) =>
      place.member(world.chapters.own, { first_name: "Leah", last_name: "Xylofonsen", ...over });
    const near = { opens_on: addDays(today, -2), due_on: addDays(today, 3) };
    const mine = await place.touchpoint(welcome, {
      member_id: await member(),
      ...near,
      assignee_seat_id: world.board.seatId,
    });
    const free = await place.touchpoint(welcome, {
      member_id: await member(),
      ...near,
      answers: { attendance: 7 },
      attempts: 1,
    });
    const theirs = await place.touchpoint(welcome, {
      member_id: await member(),
      ...near,
      assignee_seat_id: world.leader.seatId,
    });
    const far = await place.touchpoint(welcome, {
      member_id: await member(),
      opens_on: addDays(today, -20),
      due_on: addDays(today, 30),
    });
    const closed = await place.touchpoint(welcome, {
      member_id: await member(),
      ...near,
      closed_at: new Date(),
      outcome: "REACHED",
    });
    const missed = await place.touchpoint(duty, {
      opens_on: addDays(today, -90),
      due_on: addDays(today, -60),
      miss_on: addDays(today, -30),
    });
    const coming = await place.touchpoint(duty, { opens_on: addDays(today, 2), due_on: addDays(today, 9) });
    const long = await place.touchpoint(duty, { opens_on: addDays(today, -40), due_on: addDays(today, 40) });
    const sibling = await place.touchpoint(duty, { chapter_id: world.chapters.sibling, ...near });

    const { offlineDay: day } = await server.ask<Day>(world.board, DAY);
    const ids = day.items.map(({ touchpoint }) => touchpoint.id);
    expect(ids).toEqual(expect.arrayContaining([mine.id, free.id, long.id]));
    for (const one of [theirs, far, closed, missed, coming, sibling]) expect(ids).not.toContain(one.id);
    expect(day.seatId).toBe(world.board.seatId);
    expect(Math.abs(Date.parse(day.now) - Date.now())).toBeLessThan(60_000);
    for (const item of day.items) {
      expect(item.contact).toBeNull();
      expect(item.answers).toEqual([]);
      if (item.touchpoint.member) expect(item.touchpoint.member).toMatchObject({ lastName: "", joinedOn: null });
    }
    const known = day.items.find(({ touchpoint }) => touchpoint.id === mine.id)!;
    expect(known.touchpoint.member?.firstName).toBe("Leah");
    expect(known.messages[0]?.body.nb).toContain("Leah");

    const whole = JSON.stringify(day);
    const { rows } = await seed.client.query<{ last_name: string }>(
      "select distinct last_name from app.member where last_name <> ''",
    );
    for (const { last_name } of rows) expect(whole).not.toContain(last_name);
    expect(whole).not.toMatch(/\+?47\s?9000|9000 ?00|@test\.example/);
  });

  it("comes with a key that is the same for the same seat, and another for every other", async () => {
    const ask = async (seat: Parameters<TestServer["ask"]>[0]) => (await server.ask<Day>(seat, DAY)).offlineDay.key;
    const key = await ask(world.board);
    expect(Buffer.from(key, "base64url")).toHaveLength(32);
    expect(await ask(world.board)).toBe(key);
    expect(await ask(world.leader)).not.toBe(key);
    const secondSeat = await seed.seat(
      world.organizationId,
      "CHAPTER_BOARD",
      { chapterId: world.chapters.own },
      { account_id: world.board.accountId },
    );
    expect(await ask(secondSeat)).not.toBe(key);
  });

  it("ends with the seat", async () => {
    const ended = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
    expect(await server.code(ended, DAY)).toBe("OK");
    await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [ended.seatId]);
    expect(await server.code(ended, DAY)).toBe("FORBIDDEN");
  });

  it("is sixty things at most", async () => {
    const many = await place.template(DUTY);
    for (let n = 0; n < 65; n++)
      await place.touchpoint(many, { chapter_id: world.chapters.sibling, due_on: addDays(place.today, 5) });
    const { offlineDay: day } = await server.ask<Day>(world.siblingLeader, DAY);
    expect(day.items).toHaveLength(60);
  });
});
