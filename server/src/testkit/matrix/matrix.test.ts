import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootFields } from "../../kernel/access/guard.js";
import { createSchema } from "../../schema.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { SeededSeat } from "../seed.js";
import { testServer } from "../server.js";
import { CALLERS } from "./line.js";
import type { Caller, MatrixLine, MatrixWorld, Verdict } from "./line.js";
import { MATRIX } from "./index.js";

let database: TestDatabase, world: MatrixWorld;

beforeAll(async () => {
  database = await testDatabase();
  const seed = await openSeed(database);
  world = { seed, federation: await seedFederation(seed), server: await testServer(database) };
});
afterAll(async () => {
  await world.server.stop();
  await world.seed.close();
  await database.drop();
});

/** a session of its own for each call: one call may end it */
async function freshSeat(caller: Caller): Promise<SeededSeat | null> {
  if (caller === "none") return null;
  const seat = world.federation[caller];
  return { ...seat, secret: await world.seed.session(seat.accountId, seat.seatId) };
}

async function verdictOf(line: MatrixLine, caller: Caller): Promise<Verdict | "EMPTY"> {
  const seat = await freshSeat(caller);
  const variables = await line.arrange(world, { name: caller, seat });
  const answer = await world.server.run<Record<string, unknown>>(seat, line.document, variables);
  if (answer.errors) return answer.errors[0]!.extensions.code as Verdict;
  return !line.reached || line.reached(answer.data!, variables) ? "OK" : "NOT_FOUND";
}

describe("the permission matrix", () => {
  test("has a line for every root field, and none for what is not one", async () => {
    const fields = rootFields(await createSchema()).map((field) => field.name);
    expect([...new Set(MATRIX.map((line) => line.field))].sort()).toEqual(fields.sort());
  });

  describe.each(MATRIX.map((line) => ({ ...line, name: [line.field, line.of].join(" ").trim() })))("$name", (line) => {
    test.each(CALLERS)("%s", async (caller) => {
      expect(await verdictOf(line, caller)).toBe(line.except[caller] ?? line.otherwise);
    });
  });
});
