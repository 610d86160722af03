import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string, kari: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  kari = await member(world.chapters.own, "Kari", "Nordmann");
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query("update app.chapter set attendance_by_name = true where id = $1", [world.chapters.own]);
});

const tenant = (chapter_id: string) => ({ organization_id: world.organizationId, chapter_id });

async function member(chapter: string, first: string, last = "", over: object = {}): Promise<string> {
  const id = uuidv7();
  const days = { joined_on: "2026-01-10", joined_chapter_on: "2026-01-10" };
  await seed.rows("member", { ...tenant(chapter), id, first_name: first, last_name: last, ...days, ...over });
  return id;
}

async function meeting(over: object = {}): Promise<string> {
  const id = uuidv7();
  const held = { kind: "GATHERING", held_on: addDays(today, -2) };
  await seed.rows("meeting", { ...tenant(world.chapters.own), id, ...held, ...over });
  return id;
}

type Shown = {
  rev: number;
  total: number | null;
  others: number;
  memberIds: string[];
  lastTimeIds: string[];
  people: { id: string; name: string; cameLastTime: boolean }[];
  setting: { byName: boolean; since: string | null; rev: number };
};
const FIELDS =
  "rev total others memberIds lastTimeIds people { id name cameLastTime } setting { byName since rev } hasMore";
const READ = `query ($id: ID!, $search: String) { attendance(meetingId: $id, search: $search) { ${FIELDS} } }`;
const SET = `mutation ($input: SetAttendanceInput!) { setAttendance(input: $input) { attendance { ${FIELDS} } problems { code path message } } }`;
const BY_NAME = `mutation ($input: SetAttendanceByNameInput!) { setAttendanceByName(input: $input) { setting { byName since rev } problems { code } } }`;
const SAVE = `mutation ($input: SaveMeetingInput!) { saveMeeting(input: $input) { meeting { rev attendance } problems { code path } } }`;

const read = async (id: string, search: string | null = null, seat: SeededSeat = world.board) =>
  (await server.ask<{ attendance: Shown }>(seat, READ, { id, search })).attendance;
type Payload = { attendance: Shown | null; problems: { code: string; path: string[] }[] };
const set = async (id: string, over: object = {}, seat: SeededSeat = world.board) => {
  const input = { key: uuidv7(), id, rev: 1, memberIds: [kari], others: 0, ...over };
  return (await server.ask<{ setAttendance: Payload }>(seat, SET, { input })).setAttendance;
};
const rows = async (id: string) =>
  (await seed.client.query("select member_id, held_on::text from app.attendance where meeting_id = $1", [id])).rows;

describe("who came", () => {
  test("is written down by name with the others as a number, and read again", async () => {
    const ola = await member(world.chapters.own, "Ola");
    const id = await meeting();
    expect(await read(id)).toMatchObject({ total: null, others: 0, memberIds: [], setting: { byName: true } });
    const saved = await set(id, { memberIds: [kari, ola, kari], others: 4 });
    expect(saved.problems).toEqual([]);
    expect(saved.attendance).toMatchObject({ total: 6, others: 4, rev: 2 });
    expect([...saved.attendance!.memberIds].sort()).toEqual([kari, ola].sort());
    const fewer = await set(id, { rev: 2, memberIds: [ola], others: 4 }, world.leader);
    expect(fewer.attendance).toMatchObject({ total: 5, memberIds: [ola], rev: 3 });
    expect(await rows(id)).toHaveLength(1);
  });

  test("is found by any part of a name, those of last time first, and who has left is not there", async () => {
    const [first, last] = [await member(world.chapters.own, "Åse%", "Øvre"), await member(world.chapters.own, "Per")];
    const gone = await member(world.chapters.own, "Åse", "Utmeldt", { left_on: addDays(today, -9) });
    const before = await meeting({ held_on: addDays(today, -1) });
    await set(before, { memberIds: [last] });
    const id = await meeting({ held_on: today });
    const shown = await read(id);
    expect(shown.lastTimeIds).toEqual([last]);
    expect(shown.people[0]).toMatchObject({ id: last, cameLastTime: true });
    expect(shown.people.map((one) => one.id)).not.toContain(gone);
    expect((await read(id, "øv")).people.map((one) => one.id)).toEqual([first]);
    expect((await read(id, "Åse%")).people.map((one) => one.id)).toEqual([first]);
    expect((await read(id, "%")).people).toEqual([]);
    // one who had not left yet may have come
    const earlier = await meeting({ held_on: addDays(today, -20) });
    expect((await set(earlier, { memberIds: [gone] })).problems).toEqual([]);
    await expect(server.code(world.board, SET, { input: change(id, { memberIds: [gone] }) })).resolves.toBe(
      "NOT_FOUND",
    );
  });

  test("is a plain number where the chapter writes no names", async () => {
    await seed.client.query("update app.chapter set attendance_by_name = false where id = $1", [world.chapters.own]);
    const id = await meeting();
    expect((await set(id)).problems).toMatchObject([{ code: "LOCKED", path: ["memberIds"] }]);
    expect((await set(id, { memberIds: [], others: 9 })).attendance).toMatchObject({ total: 9, people: [] });
  });

  test("is refused of a meeting ahead, called off, or with more than can be", async () => {
    const ahead = await meeting({ held_on: addDays(today, 1) });
    expect((await set(ahead)).problems).toMatchObject([{ code: "INVALID" }]);
    const off = await meeting({ cancelled_at: new Date() });
    expect((await set(off)).problems).toMatchObject([{ code: "LOCKED" }]);
    const id = await meeting();
    expect((await set(id, { others: 5000 })).problems).toMatchObject([{ code: "INVALID", path: ["others"] }]);
    expect((await set(id, { others: -1 })).problems).toMatchObject([{ code: "INVALID", path: ["others"] }]);
    expect(await rows(id)).toEqual([]);
  });

  test("is written once for a key, and two at once get one result and one conflict", async () => {
    const id = await meeting();
    const input = change(id);
    const twins = await Promise.all(
      [1, 2, 3, 4].map(() => server.ask<{ setAttendance: Payload }>(world.board, SET, { input })),
    );
    expect(twins.map(({ setAttendance }) => setAttendance.attendance!.rev)).toEqual([2, 2, 2, 2]);
    const late = await set(id, { memberIds: [], others: 1 });
    expect(late.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(late.attendance).toMatchObject({ rev: 2, memberIds: [kari] });
  });

  test("is nobody else's: not another chapter's, not above, not another organization's", async () => {
    const id = await meeting();
    await set(id);
    for (const seat of [world.siblingLeader, world.foreignLeader]) {
      await expect(server.code(seat, READ, { id })).resolves.toBe("NOT_FOUND");
      await expect(server.code(seat, SET, { input: change(id, { rev: 2 }) })).resolves.toBe("NOT_FOUND");
    }
    for (const seat of [world.mentor, world.coordinator, world.admin, world.editor, world.expired]) {
      await expect(server.code(seat, READ, { id })).resolves.toBe("FORBIDDEN");
      await expect(server.code(seat, SET, { input: change(id, { rev: 2 }) })).resolves.toBe("FORBIDDEN");
    }
    const stranger = await member(world.chapters.sibling, "Nabo");
    for (const memberId of [stranger, uuidv7(), "tull"])
      await expect(
        server.code(world.board, SET, { input: change(id, { rev: 2, memberIds: [memberId] }) }),
      ).resolves.toBe("NOT_FOUND");
    expect(await rows(id)).toHaveLength(1);
  });
});

const change = (id: string, over: object = {}) => ({
  key: uuidv7(),
  id,
  rev: 1,
  memberIds: [kari],
  others: 0,
  ...over,
});

describe("a meeting with names", () => {
  const save = async (id: string, over: object) => {
    const input = { key: uuidv7(), id, rev: 2, kind: "GATHERING", heldOn: addDays(today, -2), ...over };
    return (await server.ask<{ saveMeeting: { meeting: object; problems: object[] } }>(world.board, SAVE, { input }))
      .saveMeeting;
  };

  test("never counts fewer than the names, and takes them along to another day", async () => {
    const id = await meeting();
    await set(id, { others: 2 });
    expect((await save(id, { attendance: null })).meeting).toMatchObject({ attendance: 1 });
    const moved = await save(id, { rev: 3, attendance: 8, heldOn: addDays(today, -3) });
    expect(moved.meeting).toMatchObject({ attendance: 8 });
    expect(await rows(id)).toMatchObject([{ held_on: addDays(today, -3) }]);
    const ahead = await save(id, { rev: 4, heldOn: addDays(today, 3) });
    expect(ahead.problems).toMatchObject([{ code: "INVALID", path: ["heldOn"] }]);
  });

  test("that is called off has had nobody", async () => {
    const id = await meeting();
    await set(id);
    await server.ask(
      world.board,
      `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { problems { code } } }`,
      {
        input: { key: uuidv7(), id, rev: 2 },
      },
    );
    expect(await rows(id)).toEqual([]);
  });
});

describe("the choice of names", () => {
  const choose = async (seat: SeededSeat, byName: boolean, rev: number) => {
    const input = { key: uuidv7(), byName, rev };
    type Answer = { setAttendanceByName: { setting: Shown["setting"]; problems: { code: string }[] } };
    return (await server.ask<Answer>(seat, BY_NAME, { input })).setAttendanceByName;
  };

  test("is the leader's, from today on; going back removes the names and keeps the numbers", async () => {
    await seed.client.query("update app.chapter set attendance_by_name = false, rev = 1 where id = $1", [
      world.chapters.own,
    ]);
    const on = await choose(world.leader, true, 1);
    expect(on).toEqual({ setting: { byName: true, since: today, rev: 2 }, problems: [] });
    expect((await choose(world.leader, false, 1)).problems).toMatchObject([{ code: "CONFLICT" }]);
    const id = await meeting();
    await set(id, { others: 3 });
    expect((await choose(world.leader, false, 2)).setting).toEqual({ byName: false, since: null, rev: 3 });
    expect(await rows(id)).toEqual([]);
    expect(await read(id)).toMatchObject({ total: 4, others: 4, people: [] });
    const { rows: trail } = await seed.client.query("select action from app.audit where chapter_id = $1 order by at", [
      world.chapters.own,
    ]);
    expect(trail).toEqual([{ action: "ATTENDANCE_BY_NAME" }, { action: "ATTENDANCE_BY_NUMBER" }]);
  });

  test("is of the own chapter alone", async () => {
    await seed.client.query("update app.chapter set rev = 1 where id = $1", [world.chapters.own]);
    await choose(world.siblingLeader, true, 1);
    const { rows: chapters } = await seed.client.query<{ id: string }>(
      "select id from app.chapter where attendance_by_name_since is not null",
    );
    expect(chapters.map(({ id }) => id)).toEqual([world.chapters.sibling]);
    const input = { key: uuidv7(), byName: false, rev: 1 };
    for (const seat of [world.board, world.mentor, world.coordinator, world.admin])
      await expect(server.code(seat, BY_NAME, { input })).resolves.toBe("FORBIDDEN");
  });
});
