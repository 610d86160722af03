import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BY_HAND, touchpointSeed } from "../../features/touchpoints/touchpoints.testing.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";
import { seedInvitation, testBrowser } from "../sign-in.js";

// Many people, or one impatient one, do the same or opposite things in the same moment.

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
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

const times = (n: number) => Array.from({ length: n }, (_, i) => i);
type Said = { code: string; payload: Record<string, unknown> | null };

/** a mutation as a seat: the code of its error or of its first problem, else OK */
async function run(seat: SeededSeat, name: string, type: string, shown: string, input: object): Promise<Said> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} problems { code } } }`;
  const answer = await server.run<Record<string, Record<string, unknown> & { problems: { code: string }[] }>>(
    seat,
    query,
    {
      input: { key: uuidv7(), ...input },
    },
  );
  const payload = answer.data?.[name] ?? null;
  return { code: answer.errors?.[0]?.extensions.code ?? payload?.problems[0]?.code ?? "OK", payload };
}
const update = (id: string, over: object) =>
  run(world.admin, "updateChapter", "UpdateChapterInput", "chapter { id name rev }", {
    id,
    rev: 1,
    name: `Lag ${uuidv7()}`,
    shortName: "Lag",
    county: "32",
    municipalities: [],
    ...over,
  });

describe("one key", () => {
  test("fifty times at once has one effect and one answer", async () => {
    const id = await seed.chapter(world.organizationId, world.regions.east);
    const input = { key: uuidv7(), name: `Lag ${seed.unique()}` };
    const said = await Promise.all(times(50).map(() => update(id, input)));
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(said[0]).toMatchObject({ code: "OK", payload: { chapter: { rev: 2 } } });
    const trail = await seed.client.query("select 1 from app.audit where subject_id = $1", [id]);
    expect(trail.rowCount).toBe(1);
  });

  test("with two contents at once: one of them, and the other is told", async () => {
    const id = await seed.chapter(world.organizationId, world.regions.east);
    const key = uuidv7();
    const said = await Promise.all(times(10).map((i) => update(id, { key, name: `Lag ${i % 2} ${id}` })));
    expect(said.map(({ code }) => code).sort()).toEqual([
      ...times(5).map(() => "KEY_REUSED"),
      ...times(5).map(() => "OK"),
    ]);
  });

  test("of somebody else is another key", async () => {
    const [key, id] = [uuidv7(), await seed.chapter(world.organizationId, world.regions.east)];
    await update(id, { key, name: `Lag ${id}` });
    const other = await seed.seat(world.organizationId, "NATIONAL_ADMIN");
    const said = await run(other, "createRegion", "CreateRegionInput", "region { id }", {
      key,
      id: uuidv7(),
      name: `Region ${id}`,
      openedOn: "2026-01-01",
    });
    expect(said.code).toBe("OK");
  });
});

test("ten changes of one thing as it was: one is kept, nine see what it became", async () => {
  const id = await seed.chapter(world.organizationId, world.regions.east);
  const said = await Promise.all(times(10).map(() => update(id, {})));
  expect(said.map(({ code }) => code).sort()).toEqual([...times(9).map(() => "CONFLICT"), "OK"]);
  const shown = said.map(({ payload }) => (payload!["chapter"] as { name: string }).name);
  expect(new Set(shown).size).toBe(1);
});

test("a core set chosen by ten at once is one of theirs, whole", async () => {
  const place = await touchpointSeed(seed, world);
  const ids: string[] = [];
  for (const _ of times(4)) ids.push((await place.template(BY_HAND)).templateId);
  const orders = times(10).map((i) => [...ids.slice(i % 4), ...ids.slice(0, i % 4)]);
  const said = await Promise.all(
    orders.map((templateIds) =>
      run(world.editor, "setCoreSet", "SetCoreSetInput", "templates { id }", { templateIds }),
    ),
  );
  expect(new Set(said.map(({ code }) => code))).toEqual(new Set(["OK"]));
  const { rows } = await seed.client.query<{ id: string }>(
    "select id from app.touchpoint_template where organization_id = $1 and core_position is not null order by core_position",
    [world.organizationId],
  );
  expect(orders).toContainEqual(rows.map((row) => row.id));
});

test("the last two administrators end each other at once: one is left", async () => {
  const organizationId = await seed.organization();
  const two = [
    await seed.seat(organizationId, "NATIONAL_ADMIN"),
    await seed.seat(organizationId, "NATIONAL_ADMIN"),
  ] as const;
  const end = (by: SeededSeat, whom: SeededSeat) =>
    run(by, "endSeat", "SeatActionInput", "seat { id }", { id: whom.seatId, rev: 1 });
  const said = await Promise.all([end(two[0], two[1]), end(two[1], two[0])]);
  expect(said.filter(({ code }) => code === "OK")).toHaveLength(1);
  const left = await seed.client.query("select 1 from app.seat where organization_id = $1 and valid_to is null", [
    organizationId,
  ]);
  expect(left.rowCount).toBe(1);
});

test("an invitation taken back while it is accepted is one or the other", async () => {
  const accept = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { seat { id } } problems { code } } }`;
  for (const _ of times(6)) {
    const { seatId, token } = await seedInvitation(seed, world);
    const [taken, back] = await Promise.all([
      testBrowser(server).run<{ acceptInvitation: { viewer: object | null } }>(accept, {
        input: { key: uuidv7(), token },
      }),
      run(world.leader, "revokeInvitation", "SeatActionInput", "seat { id }", { id: seatId, rev: 1 }),
    ]);
    const accepted = Boolean(taken.data?.acceptInvitation.viewer);
    expect([accepted, back.code === "OK"]).toEqual(accepted ? [true, false] : [false, true]);
    const { rows } = await seed.client.query<{ held: boolean; ended: boolean }>(
      "select account_id is not null as held, valid_to is not null as ended from app.seat where id = $1",
      [seatId],
    );
    expect(rows).toEqual([{ held: accepted, ended: !accepted }]);
  }
});

test("a chapter closed while its board is invited and its tasks begin has no seat and no open task afterwards", async () => {
  const place = await touchpointSeed(seed, world);
  const { templateId } = await place.template(BY_HAND);
  for (const _ of times(8)) {
    const chapterId = await seed.chapter(world.organizationId, world.regions.east);
    const said = await Promise.all([
      ...times(2).map((i) =>
        run(world.admin, "inviteSeat", "InviteSeatInput", "seat { id }", {
          id: uuidv7(),
          role: "CHAPTER_BOARD",
          chapterId,
          holderName: `Ny ${i}`,
          email: `${seed.unique()}@test.example`,
        }),
      ),
      run(world.editor, "startTouchpoint", "StartTouchpointInput", "created", { templateId, chapterIds: [chapterId] }),
      run(world.admin, "closeChapter", "CloseChapterInput", "chapter { id }", {
        id: chapterId,
        rev: 1,
        closedOn: place.today,
      }),
      run(world.editor, "startTouchpoint", "StartTouchpointInput", "created", { templateId, chapterIds: [chapterId] }),
    ]);
    expect(said.filter(({ code }) => !/^(OK|INVALID|CONFLICT)$/.test(code))).toEqual([]);
    const left = await seed.client.query(
      `select 'seat' as what from app.seat where chapter_id = $1 and valid_to is null or chapter_id = $1 and valid_to > authz.today()
       union all select 'task' from app.touchpoint where chapter_id = $1 and cancelled_at is null`,
      [chapterId],
    );
    expect(left.rows).toEqual([]);
  }
});
