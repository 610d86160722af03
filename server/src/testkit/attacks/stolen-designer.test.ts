import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gathering } from "../../features/templates/templates.testing.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";

// SQL of one's own as the app's role, under a session that is one's own: the designer's tables and functions.

let database: TestDatabase, seed: Seed, world: Federation, client: pg.Client;
const made = { templateId: randomUUID(), versionId: randomUUID(), pilotVersionId: randomUUID(), pilotId: randomUUID() };
let rolloutId: string, pilotRolloutId: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  client = new pg.Client({
    connectionString: roleUrl(database.adminUrl, database.secret, roleNames(database.rolePrefix).app),
  });
  await client.connect();
  const organization_id = world.organizationId;
  const { templateId, versionId, pilotVersionId, pilotId } = made;
  const own = { organization_id, template_id: templateId, definition: gathering(), about_member: false };
  await seed.rows("touchpoint_template", { organization_id, id: templateId, key: "stolen" });
  await seed.rows("template_version", { ...own, id: versionId, state: "PUBLISHED", published_at: new Date() });
  await seed.rows("template_version", { ...own, id: pilotVersionId, minor: 1, state: "PILOT", piloted_at: new Date() });
  const { admin, chapters } = world;
  rolloutId = await seed.rollout({ organizationId: organization_id, templateId, versionId }, admin.seatId, {
    chapterIds: [chapters.sibling, chapters.far],
  });
  pilotRolloutId = await seed.rollout(
    { organizationId: organization_id, templateId, versionId: pilotVersionId },
    admin.seatId,
    { chapterIds: [chapters.own] },
  );
  await seed.rows("pilot", {
    organization_id,
    id: pilotId,
    template_id: templateId,
    version_id: pilotVersionId,
    rollout_id: pilotRolloutId,
    compared_version_id: versionId,
    chosen: "CHOSEN",
    eligible: 3,
    starts_on: "2026-01-01",
    ends_on: "2026-02-01",
    first_ends_on: "2026-02-01",
    started_by: admin.seatId,
  });
  for (const chapter_id of [chapters.own, chapters.sibling]) {
    const board = chapter_id === chapters.own ? world.leader : world.siblingLeader;
    const one = { organization_id, chapter_id, template_id: templateId, version_id: versionId };
    await seed.rows("overlay", { ...one, id: randomUUID(), content: {}, updated_by: board.seatId });
    await seed.rows("proposal", { ...one, id: randomUUID(), content: {}, proposed_by: board.seatId });
    await seed.rows("catch_up", {
      ...one,
      rollout_id: chapter_id === chapters.own ? pilotRolloutId : rolloutId,
      occurrences: JSON.stringify([]),
      asked_on: "2026-01-01",
    });
  }
});
afterAll(async () => {
  await client.end();
  await seed.close();
  await database.drop();
});

/** How many rows a statement gives or touches, or the SQLSTATE it is refused with. Nothing of it stays. */
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
const refused = (said: number | string): boolean => said === 0 || typeof said === "string";

test("nobody but national publishes, rolls out, withdraws, tries or decides", async () => {
  const { templateId, pilotVersionId, pilotId } = made;
  const { own } = world.chapters;
  const acts: [string, unknown[]][] = [
    ["update app.template_version set state = 'PUBLISHED', published_at = now() where id = $1", [pilotVersionId]],
    ["update app.template_version set state = 'CLOSED' where template_id = $1", [templateId]],
    ["update app.rollout set withdrawn_at = now(), withdrawn_by = authz.seat_id() where id = $1", [rolloutId]],
    ["select * from authz.withdraw($1, array[$2::uuid])", [pilotRolloutId, own]],
    ["select * from authz.roll_out($1, array[$2::uuid], '[]')", [rolloutId, own]],
    ["select * from authz.preview_rollout($1, array[$2::uuid], '2026-01-01', '[]')", [pilotVersionId, own]],
    ["select 1 from authz.ask_catch_up($1, array[$2::uuid], '[]') n where n > 0", [rolloutId, own]],
    ["select * from authz.pilot_counts($1)", [pilotId]],
    ["select 1 from authz.settle_versions() n where n > 0", []],
    ["select 1 from authz.cover_new_chapters() n where n > 0", []],
    ["select * from authz.duty_seconds('2026-01-01', '2026-12-31', $1, '{}')", [templateId]],
    [
      "select * from authz.rollout_seconds($1, array[$2::uuid], '2026-01-01', '[]', '2026-01-01', '{}')",
      [pilotVersionId, own],
    ],
    ["update app.pilot set ends_on = '2030-01-01' where id = $1", [pilotId]],
    [
      "update app.pilot set decision = 'DROP', decided_at = now(), decided_by = authz.seat_id(), reason = 'xxxxxxxxxxxx' where id = $1",
      [pilotId],
    ],
    ["delete from app.pilot where id = $1", [pilotId]],
    ["update app.organization set burden_cap_minutes = 6000", []],
    ["update app.proposal set state = 'ACCEPTED', decided_by = authz.seat_id(), decided_at = now()", []],
    ["update app.rollout_chapter set until_day = '2026-01-01'", []],
    ["delete from app.rollout_chapter", []],
    ["insert into app.rollout_chapter select * from app.rollout_chapter", []],
  ];
  const { leader, board, mentor, coordinator, siblingLeader, foreignAdmin, foreignLeader, expired } = world;
  for (const seat of [leader, board, mentor, coordinator, siblingLeader, foreignAdmin, foreignLeader, expired]) {
    for (const [sql, values] of acts) {
      // national of another organization may set its own cap
      const harmless = seat === foreignAdmin && sql.includes("burden_cap_minutes");
      if (!harmless) expect([sql, refused(await gives(seat, sql, values))]).toEqual([sql, true]);
    }
  }
  const still = await seed.client.query<{ n: number }>(
    "select count(*)::int as n from app.rollout_chapter where organization_id = $1 and until_day is null",
    [world.organizationId],
  );
  expect(still.rows[0]!.n).toBe(3);
});

test("nor does national write over what is kept: a version's text, a decision, a coverage, an answer", async () => {
  const { admin } = world;
  for (const [sql, code] of [
    ["update app.template_version set definition = '{}' where state <> 'DRAFT'", "VA001"],
    ["update app.template_version set state = 'DRAFT' where state = 'PUBLISHED'", "VA001"],
    ["update app.rollout_chapter set until_day = '2026-01-01'", DENIED],
    ["delete from app.rollout", DENIED],
    ["update app.rollout set created_by = authz.seat_id()", DENIED],
    ["update app.pilot set seed = 'chosen afterwards'", DENIED],
    ["update app.pilot set eligible = 1", DENIED],
    ["update app.catch_up set taken = true", DENIED],
    ["update app.touchpoint set version_id = gen_random_uuid()", DENIED],
  ] as const) {
    expect([sql, await gives(admin, sql)]).toEqual([sql, code]);
  }
  expect(await gives(admin, "update app.pilot_answer set verdict = 'KEEP'")).toBe(0);
  expect(await gives(admin, "select 1 from app.overlay")).toBe(0);
  expect(await gives(admin, "update app.overlay set content = '{}'")).toBe(0);
});

test("a board sees and answers what is its own, and nobody else's", async () => {
  const { leader, siblingLeader, coordinator, mentor, foreignLeader, chapters } = world;
  const { organizationId } = world;
  for (const table of ["overlay", "proposal", "catch_up"]) {
    const seen = (seat: SeededSeat) => gives(seat, `select 1 from app.${table}`);
    expect([table, await seen(leader), await seen(siblingLeader)]).toEqual([table, 1, 1]);
    expect([table, await seen(foreignLeader)]).toEqual([table, 0]);
    if (table !== "catch_up") expect([table, await seen(mentor)]).toEqual([table, 0]);
  }
  expect(await gives(coordinator, "select 1 from app.overlay")).toBe(0);
  const answer = `insert into app.pilot_answer (organization_id, chapter_id, pilot_id, verdict, answered_by) values ($1, $2, $3, 'DROP', $4)`;
  const say = (seat: SeededSeat, chapter: string, by = seat.seatId) =>
    gives(seat, answer, [organizationId, chapter, made.pilotId, by]);
  expect(await say(leader, chapters.own)).toBe(1);
  expect(await say(leader, chapters.own, siblingLeader.seatId)).toBe(DENIED);
  expect(refused(await say(siblingLeader, chapters.own))).toBe(true);
  // not in the pilot
  expect(refused(await say(siblingLeader, chapters.sibling))).toBe(true);
  expect(refused(await say(coordinator, chapters.own))).toBe(true);
  const take = (seat: SeededSeat, rollout: string) =>
    gives(seat, "select 1 from authz.answer_catch_up($1, true, '[]', 1) a where a is not null", [rollout]);
  expect([await take(leader, pilotRolloutId), await take(leader, rolloutId)]).toEqual([1, 0]);
  expect([await take(siblingLeader, pilotRolloutId), await take(siblingLeader, rolloutId)]).toEqual([0, 1]);
  const overlay = `insert into app.overlay (organization_id, chapter_id, id, template_id, version_id, content, updated_by) values ($1, $2, gen_random_uuid(), $3, $4, '{}', $5)`;
  const adapt = (seat: SeededSeat, chapter: string, by = seat.seatId) =>
    gives(seat, overlay, [organizationId, chapter, made.templateId, made.pilotVersionId, by]);
  expect(await adapt(leader, chapters.own)).toBe(1);
  expect(refused(await adapt(leader, chapters.sibling))).toBe(true);
  expect(refused(await adapt(leader, chapters.own, world.admin.seatId))).toBe(true);
  expect(refused(await adapt(coordinator, chapters.own))).toBe(true);
  expect(refused(await adapt(foreignLeader, chapters.own))).toBe(true);
});
