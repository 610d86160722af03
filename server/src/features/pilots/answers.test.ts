import { randomUUID } from "node:crypto";
import { addDays } from "@varde/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { PILOT, pilotKit, today } from "./pilots.testing.js";
import type { PilotData } from "./pilots.testing.js";

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

type Question = {
  pilotId: string;
  templateName: { nb: string };
  answer: { verdict: string; why: string; rev: number } | null;
};
type Payload = { question: Question | null; problems: { code: string; path: string[] }[] };
const QUESTION = "pilotId templateName { nb } versionNumber endsOn answer { verdict why rev }";
const ANSWER = `mutation ($input: AnswerPilotInput!) { answerPilot(input: $input) { question { ${QUESTION} } problems { code path } } }`;

const asked = async (seat: SeededSeat): Promise<Question[]> =>
  (await server.ask<{ pilotQuestions: Question[] }>(seat, `query { pilotQuestions { ${QUESTION} } }`)).pilotQuestions;
const inputOf = (pilotId: string, over: object = {}) => ({
  input: { key: randomUUID(), pilotId, rev: 0, verdict: "KEEP", why: "Flere tør å ta praten.", ...over },
});
const answer = async (seat: SeededSeat, pilotId: string, over: object = {}): Promise<Payload> =>
  (await server.ask<{ answerPilot: Payload }>(seat, ANSWER, inputOf(pilotId, over))).answerPilot;
const codes = (payload: Payload) => payload.problems.map(({ code }) => code);
const seen = async (seat: SeededSeat, id: string) =>
  (await server.ask<{ pilot: PilotData }>(seat, `query ($id: ID!) { pilot(id: $id) { ${PILOT} } }`, { id })).pilot;

describe("the two questions to each pilot board", () => {
  test("come when the pilot is over, are answered and corrected by the board, and go when it is decided", async () => {
    const pilot = await kit.start(await kit.template());
    expect((await asked(world.board)).map(({ pilotId }) => pilotId)).not.toContain(pilot.id);
    expect(await server.code(world.board, ANSWER, inputOf(pilot.id))).toBe("NOT_FOUND");
    await kit.act(world.admin, "closePilot", { id: pilot.id, rev: 1 });
    expect(await asked(world.leader)).toContainEqual(
      expect.objectContaining({ pilotId: pilot.id, templateName: { nb: "Sommertreff" }, answer: null }),
    );
    // not of chapters that were not in it
    expect(await asked(world.siblingLeader)).toEqual([]);
    expect(await server.code(world.siblingLeader, ANSWER, inputOf(pilot.id))).toBe("NOT_FOUND");

    const first = await answer(world.board, pilot.id);
    expect(first.question!.answer).toEqual({ verdict: "KEEP", why: "Flere tør å ta praten.", rev: 1 });
    const corrected = await answer(world.leader, pilot.id, { rev: 1, verdict: "CHANGE", why: "" });
    expect(corrected.question!.answer).toEqual({ verdict: "CHANGE", why: "", rev: 2 });
    expect(codes(await answer(world.board, pilot.id, { rev: 1 }))).toEqual(["CONFLICT"]);
    expect(codes(await answer(world.board, pilot.id))).toEqual(["CONFLICT"]);
    // national reads it with the chapter's name, whatever the numbers say
    for (const seat of [world.admin, world.editor])
      expect((await seen(seat, pilot.id)).answers).toEqual([
        expect.objectContaining({ chapterId: world.chapters.own, verdict: "CHANGE", why: "", rev: 2 }),
      ]);
    await kit.act(world.admin, "decidePilot", {
      id: pilot.id,
      rev: 2,
      decision: "DROP",
      reason: "Ingen forskjell å se.",
    });
    expect(codes(await answer(world.board, pilot.id, { rev: 2 }))).toEqual(["LOCKED"]);
    expect(await asked(world.board)).toEqual([]);
    expect((await seen(world.admin, pilot.id)).answers).toHaveLength(1);
  });

  test("one answer, also from two of a board at once and for a key sent twice", async () => {
    const pilot = await kit.start(await kit.template());
    await kit.over(pilot.id);
    const both = await Promise.all([world.leader, world.board].map((seat) => answer(seat, pilot.id)));
    expect(both.flatMap(codes)).toEqual(["CONFLICT"]);
    const key = randomUUID();
    const twins = await Promise.all([1, 2].map(() => answer(world.board, pilot.id, { key, rev: 1, verdict: "DROP" })));
    expect(twins.flatMap(codes)).toEqual([]);
    expect(twins.map(({ question }) => question!.answer!.rev)).toEqual([2, 2]);
  });

  test.each([
    ["too long", "x".repeat(501)],
    ["a national identity number in it", `Spør ${testSeriesId()} om det.`],
  ])("refuses a why that is %s", async (_what, why) => {
    const pilot = await kit.start(await kit.template());
    await kit.over(pilot.id);
    expect((await answer(world.board, pilot.id, { why })).problems).toEqual([{ code: "INVALID", path: ["why"] }]);
  });
});

describe("behind the API", () => {
  /** one of the tables' own users, as the seat */
  async function as<T>(seat: SeededSeat, act: () => Promise<T>): Promise<T> {
    await seed.client.query("begin");
    try {
      await seed.client.query(`set local role ${database.rolePrefix}_app`);
      await seed.client.query("select set_config('app.session', $1, true)", [hashSecret(seat.secret).toString("hex")]);
      return await act();
    } finally {
      await seed.client.query("rollback");
    }
  }
  const count = (sql: string, values: unknown[]) => async () => (await seed.client.query(sql, values)).rowCount;

  test("answers are for the own board and national; nobody writes another's, an early or a late one", async () => {
    const pilot = await kit.start(await kit.template(), {
      chapterIds: [world.chapters.own, world.chapters.sibling],
    });
    const insert =
      "insert into app.pilot_answer (organization_id, chapter_id, pilot_id, verdict, why, answered_by) values ($1, $2, $3, 'KEEP', '', authz.seat_id())";
    const own = [world.organizationId, world.chapters.own, pilot.id];
    await expect(as(world.board, count(insert, own))).rejects.toThrow("not asked");
    await kit.over(pilot.id);
    await expect(as(world.board, count(insert, own))).resolves.toBe(1);
    await expect(as(world.siblingLeader, count(insert, own))).rejects.toThrow("row-level security");
    await expect(as(world.admin, count(insert, own))).rejects.toThrow("row-level security");
    await expect(as(world.mentor, count(insert, own))).rejects.toThrow("row-level security");
    await answer(world.board, pilot.id);
    const read = count("select 1 from app.pilot_answer where pilot_id = $1", [pilot.id]);
    for (const [seat, n] of [
      [world.board, 1],
      [world.admin, 1],
      [world.editor, 1],
      [world.siblingLeader, 0],
      [world.coordinator, 0],
      [world.mentor, 0],
      [world.foreignAdmin, 0],
    ] as const)
      expect(await as(seat, read)).toBe(n);
    const change = count(
      "update app.pilot_answer set why = 'Noe annet', answered_by = authz.seat_id() where pilot_id = $1",
      [pilot.id],
    );
    expect(await as(world.siblingLeader, change)).toBe(0);
    expect(await as(world.admin, change)).toBe(0);
    expect(await as(world.board, change)).toBe(1);
  });

  test("pilots are changed by national alone, in its own name", async () => {
    const pilot = await kit.start(await kit.template());
    const extend = count("update app.pilot set ends_on = $2 where id = $1", [pilot.id, addDays(today, 99)]);
    for (const seat of [world.board, world.coordinator, world.foreignAdmin]) expect(await as(seat, extend)).toBe(0);
    expect(await as(world.admin, extend)).toBe(1);
    const decide = count(
      "update app.pilot set decision = 'DROP', decided_at = now(), decided_by = $2, reason = 'I en annens navn.' where id = $1",
      [pilot.id, world.editor.seatId],
    );
    await expect(as(world.admin, decide)).rejects.toThrow("row-level security");
    await expect(as(world.admin, count("update app.pilot set seed = 'x' where id = $1", [pilot.id]))).rejects.toThrow(
      "permission denied",
    );
    await expect(as(world.board, count("select * from authz.pilot_counts($1)", [pilot.id]))).rejects.toThrow(
      "no such pilot",
    );
  });
});

/** A number of the tax administration's made-up series with its check digits: never a person's. */
function testSeriesId(): string {
  const weights = [
    [3, 7, 6, 1, 8, 9, 4, 5, 2],
    [5, 4, 3, 2, 7, 6, 5, 4, 3, 2],
  ];
  for (let n = 100; ; n += 1) {
    let digits = `018199${n}`;
    for (const row of weights)
      digits += String((11 - (row.reduce((sum, w, i) => sum + w * Number(digits[i]), 0) % 11)) % 11);
    if (digits.length === 11) return digits;
  }
}
