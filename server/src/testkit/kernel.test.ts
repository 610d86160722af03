import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "./database.js";
import type { TestDatabase } from "./database.js";
import { openSeed, seedFederation } from "./seed.js";
import type { Federation, Seed } from "./seed.js";
import { testServer } from "./server.js";
import type { TestServer } from "./server.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

test("a session's secret is the person; another is nobody", async () => {
  const query = "{ viewer { account { id } } }";
  await expect(server.ask(federation.leader, query)).resolves.toEqual({
    viewer: { account: { id: federation.leader.accountId } },
  });
  await expect(server.ask({ secret: "x".repeat(43) }, query)).resolves.toEqual({ viewer: null });
  await expect(server.ask(null, query)).resolves.toEqual({ viewer: null });
});
