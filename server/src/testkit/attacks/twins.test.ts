import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { MATRIX } from "../matrix/index.js";
import { CALLERS } from "../matrix/line.js";
import type { MatrixLine, MatrixWorld } from "../matrix/line.js";
import { openSeed, seedFederation } from "../seed.js";
import type { SeededSeat } from "../seed.js";
import { testServer } from "../server.js";

// Two phones, or two who sit beside each other, ask for the very same at once, each with a key of its own. One of them may be told that
// the other was first; neither is told that something broke.

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

const callerOf = ({ except, otherwise }: MatrixLine) =>
  CALLERS.find((caller) => caller !== "none" && (except[caller] ?? otherwise) === "OK");
const asksWithKey = ({ document }: MatrixLine): boolean => document.trimStart().startsWith("mutation");
/** Whoever writes a setting, a choice or a paper of the year, and what only one of can be. The rest is in `at-once.test.ts`. */
const OF_ONE =
  /Calendar|Totp|Core|Journey|Card|Feeling|Survey|Plan|Strategy|Year|Annual|Report(Section|Photo)|Grant|Membership/;
const LINES = MATRIX.filter((line) => OF_ONE.test(line.field) && asksWithKey(line) && callerOf(line));

async function twins(line: MatrixLine): Promise<string[]> {
  const caller = callerOf(line)!;
  const known: SeededSeat = world.federation[caller as "leader"];
  const session = () => world.seed.session(known.accountId, known.seatId);
  const seats = [
    { ...known, secret: await session() },
    { ...known, secret: await session() },
  ];
  const variables = await line.arrange(world, { name: caller, seat: seats[0]! });
  const input = variables["input"] as { key?: string } | undefined;
  const answers = await Promise.all(
    [...seats, ...seats].map((seat) =>
      world.server.run(
        seat,
        line.document,
        input?.key ? { ...variables, input: { ...input, key: uuidv7() } } : variables,
      ),
    ),
  );
  return answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "OK");
}

test("no mutation breaks where four ask for the same at once", async () => {
  const broken: string[] = [];
  for (const line of LINES) {
    const said = await twins(line);
    if (said.includes("INTERNAL")) broken.push(`${line.field} ${line.of ?? ""}: ${said.join(" ")}`);
  }
  expect(LINES.length).toBeGreaterThan(40);
  expect(broken).toEqual([]);
}, 120_000);
