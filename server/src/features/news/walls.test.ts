import { v7 as uuidv7 } from "uuid";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";

// Whoever runs SQL of their own as the app, under a session that is theirs: the database alone keeps the walls.

let database: TestDatabase, seed: Seed, world: Federation, client: pg.Client, message: string, toAll: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  const roles = roleNames(database.rolePrefix);
  client = new pg.Client({ connectionString: roleUrl(database.adminUrl, database.secret, roles.app) });
  await client.connect();
  const write = async (chapterIds: string[] | null, over: object = {}) => {
    const id = uuidv7();
    await seed.rows("board_message", {
      organization_id: world.organizationId,
      id,
      title: "Tittel",
      body: "Tekst",
      chapter_ids: chapterIds,
      chapter_count: 1,
      sent_by: world.admin.seatId,
      ...over,
    });
    return id;
  };
  message = await write([world.chapters.own]);
  toAll = await write(null);
  await write(null, { withdrawn_at: new Date() });
  await seed.rows("board_message_seen", {
    organization_id: world.organizationId,
    chapter_id: world.chapters.own,
    message_id: message,
    seat_id: world.leader.seatId,
  });
});
afterAll(async () => {
  await client.end();
  await seed.close();
  await database.drop();
});

async function gives(seat: SeededSeat, sql: string, values: unknown[] = []): Promise<number | string> {
  await client.query(`begin; set local app.session = '${hashSecret(seat.secret).toString("hex")}'`);
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query("rollback");
  }
}
const DENIED = "42501";

test("each sees the messages that are theirs, and of reading only their own", async () => {
  const seen = async (seat: SeededSeat) => [
    await gives(seat, "select 1 from app.board_message"),
    await gives(seat, "select 1 from app.board_message_seen"),
  ];
  expect(await seen(world.leader)).toEqual([2, 1]);
  expect(await seen(world.board)).toEqual([2, 0]);
  expect(await seen(world.siblingLeader)).toEqual([1, 0]);
  expect(await seen(world.admin)).toEqual([3, 0]);
  for (const seat of [world.mentor, world.coordinator, world.expired, world.foreignLeader, world.foreignAdmin])
    expect(await seen(seat)).toEqual([0, 0]);
  const count = "select 1 from authz.board_messages_read(array[$1::uuid])";
  expect(await gives(world.admin, count, [message])).toBe(1);
  for (const seat of [world.leader, world.coordinator, world.foreignAdmin])
    expect(await gives(seat, count, [message])).toBe(0);
});

test("nobody reads in another's name, for another chapter or what is not theirs to see", async () => {
  const read = (seat: SeededSeat, chapterId: string, messageId: string, seatId: string) =>
    gives(
      seat,
      "insert into app.board_message_seen (organization_id, chapter_id, message_id, seat_id) values ($1, $2, $3, $4)",
      [world.organizationId, chapterId, messageId, seatId],
    );
  const { own, sibling } = world.chapters;
  expect(await read(world.board, own, message, world.board.seatId)).toBe(1);
  expect(await read(world.board, own, message, world.siblingLeader.seatId)).toBe(DENIED);
  expect(await read(world.board, sibling, toAll, world.board.seatId)).toBe(DENIED);
  expect(await read(world.mentor, own, toAll, world.mentor.seatId)).toBe(DENIED);
  expect(await read(world.foreignLeader, world.chapters.foreign, toAll, world.foreignLeader.seatId)).toBe(DENIED);
});

test("a message is written by national in its own name, and never rewritten", async () => {
  const write = (seat: SeededSeat, organizationId: string, by: string) =>
    gives(
      seat,
      "insert into app.board_message (organization_id, id, title, body, chapter_count, sent_by) values ($1, $2, 'a', 'b', 1, $3)",
      [organizationId, uuidv7(), by],
    );
  expect(await write(world.editor, world.organizationId, world.editor.seatId)).toBe(1);
  expect(await write(world.editor, world.organizationId, world.admin.seatId)).toBe(DENIED);
  expect(await write(world.leader, world.organizationId, world.leader.seatId)).toBe(DENIED);
  expect(await write(world.foreignAdmin, world.organizationId, world.foreignAdmin.seatId)).toBe(DENIED);
  for (const set of ["title = 'annet'", "chapter_ids = null", "sent_at = now()", "sent_by = authz.seat_id()"])
    expect([set, await gives(world.admin, `update app.board_message set ${set}`)]).toEqual([set, DENIED]);
  expect(await gives(world.admin, "delete from app.board_message")).toBe(DENIED);
  expect(await gives(world.foreignAdmin, "update app.board_message set withdrawn_at = null, rev = 9")).toBe(0);
  expect(await gives(world.admin, "select 1 from app.board_message_mail")).toBe(DENIED);
});

test("settings are changed by the administrator alone, and only those", async () => {
  const cap = "update app.organization set burden_cap_minutes = 6000";
  expect(await gives(world.admin, cap)).toBe(1);
  for (const seat of [world.editor, world.coordinator, world.leader, world.mentor])
    expect(await gives(seat, cap)).toBe(0);
  for (const set of ["suppression_before = '[]'", "demo = true", "id = gen_random_uuid()"])
    expect([set, await gives(world.admin, `update app.organization set ${set}`)]).toEqual([set, DENIED]);
});
