import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { retentionOf } from "../privacy/cli.js";
import { DUTY, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed;
let duty: { templateId: string; versionId: string }, welcome: { templateId: string; versionId: string };

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  [duty, welcome] = [await place.template(DUTY), await place.template(WELCOME)];
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Shared = {
  touchpointId: string;
  rev: number;
  assignee: { seatId: string; name: string; mine: boolean } | null;
  board: { seatId: string; mine: boolean }[];
  onlookers: { seatId: string; until: string }[];
  comments: { id: string; text: string; mine: boolean; writtenBy: string }[];
};
type Payload = { together: Shared | null; problems: { code: string; path: string[]; message: string }[] };
const SHARED = `touchpointId rev assignee { seatId name mine } board { seatId name mine } onlookers { seatId name until }
  comments { id text writtenBy mine createdAt }`;
type Name = "assignTouchpoint" | "commentOnTouchpoint" | "removeComment";
const documentOf = (name: Name) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { together { ${SHARED} } problems { code path message } } }`;

async function run(seat: SeededSeat, name: Name, input: object): Promise<Payload> {
  const data = await server.ask<Record<Name, Payload>>(seat, documentOf(name), { input: { key: uuidv7(), ...input } });
  return data[name];
}
const code = (seat: SeededSeat | null, name: Name, input: object) =>
  server.code(seat, documentOf(name), { input: { key: uuidv7(), ...input } });
const read = async (seat: SeededSeat, id: string) =>
  (
    await server.ask<{ together: Shared }>(seat, `query ($id: ID!) { together(touchpointId: $id) { ${SHARED} } }`, {
      id,
    })
  ).together;
const assign = (seat: SeededSeat, id: string, rev: number, seatId: string | null) =>
  run(seat, "assignTouchpoint", { id, rev, seatId });
const say = (seat: SeededSeat, touchpointId: string, text: string, id = uuidv7()) =>
  run(seat, "commentOnTouchpoint", { id, touchpointId, text });
const look = (seat: SeededSeat, id: string, leaving = false) =>
  server.ask(
    seat,
    `mutation ($input: LookAtTouchpointInput!) { lookAtTouchpoint(input: $input) { until problems { code } } }`,
    {
      input: { key: uuidv7(), id, leaving },
    },
  );
const codes = (payload: Payload) => payload.problems.map((problem) => problem.code);
const ownDuty = async (over: Record<string, unknown> = {}) => (await place.touchpoint(duty, over)).id;

describe("taking a task on", () => {
  test("take it, hand it over, let it go", async () => {
    const id = await ownDuty();
    const taken = await assign(world.board, id, 1, world.board.seatId);
    expect(taken.problems).toEqual([]);
    expect(taken.together).toMatchObject({ rev: 2, assignee: { seatId: world.board.seatId, mine: true } });
    expect(taken.together!.board.map(({ seatId }) => seatId).sort()).toEqual(
      [world.leader.seatId, world.board.seatId].sort(),
    );
    const handed = await assign(world.board, id, 2, world.leader.seatId);
    expect(handed.together!.assignee).toMatchObject({ seatId: world.leader.seatId, mine: false });
    expect((await read(world.leader, id)).assignee!.mine).toBe(true);
    expect((await assign(world.board, id, 3, null)).together!.assignee).toBeNull();
  });

  test("two take it at once: one has it, the other is told who", async () => {
    for (let i = 0; i < 5; i++) {
      const id = await ownDuty();
      const both = await Promise.all([
        assign(world.board, id, 1, world.board.seatId),
        assign(world.leader, id, 1, world.leader.seatId),
      ]);
      expect(both.map(codes).sort()).toEqual([[], ["CONFLICT"]]);
      const winner = both.find(({ problems }) => problems.length === 0)!.together!.assignee!;
      const loser = both.find(({ problems }) => problems.length > 0)!;
      expect(loser.problems[0]!.message).toContain(`${winner.name} har denne nå`);
      expect(loser.together!.assignee!.seatId).toBe(winner.seatId);
      expect((await read(world.board, id)).rev).toBe(2);
    }
  });

  test("the same again, and the same key twice, is one change", async () => {
    const id = await ownDuty();
    const input = { key: uuidv7(), id, rev: 1, seatId: world.board.seatId };
    const twice = await Promise.all([
      run(world.board, "assignTouchpoint", input),
      run(world.board, "assignTouchpoint", input),
    ]);
    expect(twice.map((payload) => [codes(payload), payload.together!.rev])).toEqual([
      [[], 2],
      [[], 2],
    ]);
    expect((await assign(world.leader, id, 1, world.board.seatId)).problems).toEqual([]);
    expect((await read(world.board, id)).rev).toBe(2);
  });

  test("something else changed meanwhile: told, and nothing is taken", async () => {
    const id = await ownDuty({ rev: 4 });
    const refused = await assign(world.board, id, 3, world.board.seatId);
    expect([codes(refused), refused.together!.assignee]).toEqual([["CONFLICT"], null]);
  });

  test("whoever is not on the board now is refused in the same words, whoever they are", async () => {
    const id = await ownDuty();
    const invited = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
    await seed.client.query("update app.seat set account_id = null where id = $1", [invited.seatId]);
    const tomorrow = await seed.seat(
      world.organizationId,
      "CHAPTER_BOARD",
      { chapterId: world.chapters.own },
      { valid_from: new Date(Date.now() + 2 * 86_400_000) },
    );
    const strangers = [
      world.siblingLeader.seatId,
      world.foreignLeader.seatId,
      world.expired.seatId,
      world.mentor.seatId,
      world.coordinator.seatId,
      invited.seatId,
      tomorrow.seatId,
      randomUUID(),
      "not an id",
    ];
    const answers = await Promise.all(strangers.map((seatId) => assign(world.board, id, 1, seatId)));
    const said = answers.map(({ problems }) => JSON.stringify(problems));
    expect(new Set(said).size).toBe(1);
    expect(answers[0]!.problems).toMatchObject([{ code: "INVALID", path: ["seatId"] }]);
    expect((await read(world.board, id)).assignee).toBeNull();
  });

  test("what is done is nobody's to take, and another chapter's is not there", async () => {
    const done = await ownDuty({ closed_at: new Date(), closed_by: world.leader.seatId });
    expect(codes(await assign(world.board, done, 1, world.board.seatId))).toEqual(["CONFLICT"]);
    const foreign = await ownDuty({ chapter_id: world.chapters.sibling });
    expect(await code(world.board, "assignTouchpoint", { id: foreign, rev: 1, seatId: world.board.seatId })).toBe(
      "NOT_FOUND",
    );
    for (const seat of [world.mentor, world.coordinator, world.admin]) {
      expect(await code(seat, "assignTouchpoint", { id: await ownDuty(), rev: 1, seatId: null })).toBe("FORBIDDEN");
    }
  });

  test("a seat that ends lets go, and the next may take it", async () => {
    const leaving = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
    const id = await ownDuty();
    await assign(leaving, id, 1, leaving.seatId);
    await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [leaving.seatId]);
    expect((await read(world.board, id)).assignee).toBeNull();
    const taken = await assign(world.board, id, 2, world.board.seatId);
    expect([codes(taken), taken.together!.assignee!.mine]).toEqual([[], true]);
  });
});

describe("what the board says to each other", () => {
  test("is read by the board, and removed by who wrote it", async () => {
    const id = await ownDuty();
    const said = await say(world.board, id, "  Jeg ringer i kveld  ");
    expect(said.together!.comments).toMatchObject([{ text: "Jeg ringer i kveld", mine: true }]);
    expect((await read(world.leader, id)).comments).toMatchObject([{ text: "Jeg ringer i kveld", mine: false }]);
    const [comment] = said.together!.comments;
    expect(await code(world.leader, "removeComment", { id: comment!.id })).toBe("NOT_FOUND");
    expect((await run(world.board, "removeComment", { id: comment!.id })).together!.comments).toEqual([]);
    expect(await code(world.board, "removeComment", { id: comment!.id })).toBe("NOT_FOUND");
  });

  test("is 1-500 characters and holds no identity number; the same key is said once", async () => {
    const id = await ownDuty();
    for (const text of ["   ", "a".repeat(501), "Ring 01010750160"]) {
      expect((await say(world.board, id, text)).problems).toMatchObject([{ code: "INVALID", path: ["text"] }]);
    }
    const input = { key: uuidv7(), id: uuidv7(), touchpointId: id, text: "Hei" };
    await Promise.all([run(world.board, "commentOnTouchpoint", input), run(world.board, "commentOnTouchpoint", input)]);
    expect((await read(world.board, id)).comments).toHaveLength(1);
    const taken = await run(world.leader, "commentOnTouchpoint", { ...input, key: uuidv7() });
    expect(taken.problems).toMatchObject([{ code: "INVALID", path: ["id"] }]);
    expect(await code(world.siblingLeader, "commentOnTouchpoint", { ...input, key: uuidv7(), id: uuidv7() })).toBe(
      "NOT_FOUND",
    );
  });

  test("shows the fifty newest", async () => {
    const id = await ownDuty();
    for (let i = 0; i < 55; i++) {
      await seed.rows("touchpoint_comment", {
        organization_id: world.organizationId,
        chapter_id: world.chapters.own,
        id: uuidv7(),
        touchpoint_id: id,
        written_by: world.board.seatId,
        text: `nr ${i}`,
        created_at: new Date(Date.now() - 100_000 + i * 1000),
      });
    }
    const { comments } = await read(world.leader, id);
    expect([comments.length, comments[0]!.text, comments.at(-1)!.text]).toEqual([50, "nr 5", "nr 54"]);
  });

  test("never leaves the board: nobody above reads a row, of a duty either", async () => {
    const id = await ownDuty();
    await say(world.board, id, "kanarifugl");
    for (const seat of [
      world.mentor,
      world.coordinator,
      world.editor,
      world.admin,
      world.siblingLeader,
      world.foreignAdmin,
    ]) {
      const seen = await runWork(
        server.installation.app,
        { session: hashSecret(seat.secret).toString("hex"), readOnly: true },
        (work) => work.query(`select 1 from app.touchpoint_comment union all select 1 from app.touchpoint_presence`),
      );
      expect(seen).toEqual([]);
      const answer = await server.run(seat, `query ($id: ID!) { together(touchpointId: $id) { comments { text } } }`, {
        id,
      });
      expect(JSON.stringify(answer)).not.toContain("kanarifugl");
    }
  });

  test("a stolen role writes in nobody's name, and about nobody else's member", async () => {
    const member = await place.member(world.chapters.own);
    const about = await place.touchpoint(welcome, { member_id: member });
    const as = (sql: string, values: unknown[]) =>
      runWork(
        server.installation.app,
        { session: hashSecret(world.board.secret).toString("hex"), readOnly: false },
        (work) => work.query(sql, values),
      );
    const insert = `insert into app.touchpoint_comment (organization_id, chapter_id, id, touchpoint_id, written_by, text) values ($1, $2, gen_random_uuid(), $3, $4, 'x')`;
    const row = [world.organizationId, world.chapters.own, about.id];
    await expect(as(insert, [...row, world.leader.seatId])).rejects.toThrow("row-level security");
    await expect(
      as(insert.replace("text)", "text, member_id)").replace("'x')", "'x', gen_random_uuid())"), [
        ...row,
        world.board.seatId,
      ]),
    ).rejects.toThrow("permission denied");
    await as(insert, [...row, world.board.seatId]);
    const { rows } = await seed.client.query("select member_id from app.touchpoint_comment where touchpoint_id = $1", [
      about.id,
    ]);
    expect(rows).toEqual([{ member_id: member }]);
    const presence = `insert into app.touchpoint_presence (organization_id, chapter_id, touchpoint_id, seat_id, until) values ($1, $2, $3, $4, now() + $5::interval)`;
    await expect(as(presence, [...row, world.leader.seatId, "1 minute"])).rejects.toThrow("row-level security");
    await expect(as(presence, [...row, world.board.seatId, "1 day"])).rejects.toThrow("row-level security");
  });

  test("is in the member's copy without a name, and goes when the member is erased", async () => {
    const member = await place.member(world.chapters.own);
    const about = await place.touchpoint(welcome, { member_id: member });
    await say(world.board, about.id, "Traff henne på skolen");
    const [copied] = (
      await runWork(
        server.installation.app,
        { session: hashSecret(world.leader.secret).toString("hex"), readOnly: true },
        (work) =>
          work.query<{ fact: Record<string, unknown> }>(
            `select fact from authz.member_copy($1) where source = 'touchpoint_comment'`,
            [member],
          ),
      )
    ).map(({ fact }) => fact);
    expect(copied).toMatchObject({ text: "Traff henne på skolen" });
    await runWork(
      server.installation.app,
      { session: hashSecret(world.leader.secret).toString("hex"), readOnly: false },
      (work) => work.query(`select authz.erase_member($1, 'MEMBER_ASKED')`, [member]),
    );
    const left = async () =>
      (await seed.client.query("select 1 from app.touchpoint_comment where touchpoint_id = $1", [about.id])).rowCount;
    expect(await left()).toBe(0);
    expect((await say(world.board, about.id, "Det var hun som")).problems).toMatchObject([{ code: "LOCKED" }]);
    expect(await left()).toBe(0);
  });

  test("is never left of a member who is erased in the same moment", async () => {
    const member = await place.member(world.chapters.own);
    const about = await place.touchpoint(welcome, { member_id: member });
    await seed.client.query("begin");
    await seed.client.query("select authz.empty_person($1, $2, $3)", [
      world.organizationId,
      world.chapters.own,
      member,
    ]);
    const saying = say(world.board, about.id, "Ringer i kveld");
    const waiting = "select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))";
    await expect.poll(async () => (await seed.client.query(waiting)).rowCount).toBe(1);
    await seed.client.query("commit");
    expect((await saying).problems).toMatchObject([{ code: "LOCKED" }]);
    const left = await seed.client.query("select 1 from app.touchpoint_comment where touchpoint_id = $1", [about.id]);
    expect(left.rowCount).toBe(0);
  });

  test("follows its task to another row of the same person", async () => {
    const [kept, other] = [await place.member(world.chapters.own), await place.member(world.chapters.own)];
    const about = await place.touchpoint(welcome, { member_id: other });
    await say(world.board, about.id, "Hei");
    await seed.client.query("update app.touchpoint set member_id = $2 where id = $1", [about.id, kept]);
    const { rows } = await seed.client.query("select member_id from app.touchpoint_comment where touchpoint_id = $1", [
      about.id,
    ]);
    expect(rows).toEqual([{ member_id: kept }]);
  });

  test("goes ninety days after its task was done or missed, not before", async () => {
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000);
    const iso = (ago: number) => day(ago).toISOString().slice(0, 10);
    const missed = { opens_on: iso(200), first_due_on: iso(150), due_on: iso(150) };
    const going = [
      await ownDuty({ closed_at: day(92) }),
      await ownDuty({ ...missed, miss_on: iso(92) }),
      await ownDuty({ cancelled_at: day(92), cancelled_because: "VERSION_WITHDRAWN" }),
    ];
    const staying = [
      await ownDuty({ closed_at: day(88) }),
      await ownDuty({ ...missed, miss_on: iso(88) }),
      await ownDuty({ ...missed, miss_on: iso(92), exception_until: iso(10) }),
      await ownDuty(),
    ];
    for (const id of [...going, ...staying]) await say(world.board, id, "Hei");
    const counted = async (carryOut: boolean) =>
      (await retentionOf(server.env, carryOut)).organizations.find(({ kind, n }) => kind === "COMMENT" && n > 0)?.n;
    expect(await counted(false)).toBe(3);
    expect(await counted(true)).toBe(3);
    expect(await counted(false)).toBeUndefined();
    for (const id of going) expect((await read(world.board, id)).comments).toEqual([]);
    for (const id of staying) expect((await read(world.board, id)).comments).toHaveLength(1);
  });
});

describe("who is on it now", () => {
  test("the others see it for two minutes at a time, and no longer when the page is closed", async () => {
    const id = await ownDuty();
    await look(world.board, id);
    expect((await read(world.board, id)).onlookers).toEqual([]);
    const [seen] = (await read(world.leader, id)).onlookers;
    expect(seen!.seatId).toBe(world.board.seatId);
    const left = new Date(seen!.until).getTime() - Date.now();
    expect(left > 100_000 && left <= 121_000).toBe(true);
    await look(world.board, id);
    expect((await read(world.leader, id)).onlookers).toHaveLength(1);
    await look(world.board, id, true);
    expect((await read(world.leader, id)).onlookers).toEqual([]);
  });

  test("what is not said again is not believed, and another chapter's page is not there", async () => {
    const id = await ownDuty();
    await look(world.board, id);
    await seed.client.query("update app.touchpoint_presence set until = now() - interval '1 second'");
    expect((await read(world.leader, id)).onlookers).toEqual([]);
    await look(world.leader, id);
    expect(
      (await seed.client.query("select 1 from app.touchpoint_presence where touchpoint_id = $1", [id])).rowCount,
    ).toBe(1);
    await expect(look(world.siblingLeader, id)).rejects.toThrow("NOT_FOUND");
  });
});
