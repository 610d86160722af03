import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { PERIOD, day, template, touchpoints } from "./standings.testing.js";
import type { Template } from "./standings.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, duty: Template;

const OVERVIEW = `{ overview {
  chapterCount referenceDate
  core { template { id } counts { onTime missed overdue closed } chapterCount fromSnapshot period versionNumber burdenSeconds }
  needs { chapter { id } overdue missed daysSinceSignIn askedForHelpOn activeSeats }
} }`;
type Need = {
  chapter: { id: string };
  overdue: number;
  missed: number;
  daysSinceSignIn: number | null;
  askedForHelpOn: string | null;
  activeSeats: number;
};
type Overview = {
  overview: {
    chapterCount: number;
    core: { template: { id: string }; counts: object; period: string }[];
    needs: Need[];
  };
};

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  await template(seed, federation);
  duty = await template(seed, federation, { corePosition: 1 });
  await touchpoints(seed, duty, federation.chapters.own, { onTime: 2, overdue: 1 });
  await touchpoints(seed, duty, federation.chapters.far, { missed: 3 });
  const seen = (chapterId: string, on: string) =>
    seed.client.query("update app.seat set last_seen_on = $2 where chapter_id = $1", [chapterId, on]);
  await seen(federation.chapters.own, day(-2));
  await seen(federation.chapters.sibling, day(-40));
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const ask = async (seat: SeededSeat) => (await server.ask<Overview>(seat, OVERVIEW)).overview;

describe("the overview", () => {
  test("shows the core set and no other template", async () => {
    const { core, chapterCount } = await ask(federation.admin);
    expect(chapterCount).toBe(3);
    expect(core).toEqual([
      {
        template: { id: duty.id },
        counts: { onTime: 2, missed: 3, overdue: 1, closed: 5 },
        chapterCount: 3,
        fromSnapshot: false,
        period: PERIOD,
        versionNumber: "1.0",
        burdenSeconds: expect.any(Number),
      },
    ]);
  });

  test("names who may need help: those without a board first, then the silent, then those whose duties slip", async () => {
    const { own, sibling, far } = federation.chapters;
    const { needs } = await ask(federation.admin);
    expect(needs).toEqual([
      { chapter: { id: far }, overdue: 0, missed: 3, daysSinceSignIn: null, askedForHelpOn: null, activeSeats: 0 },
      { chapter: { id: sibling }, overdue: 0, missed: 0, daysSinceSignIn: 40, askedForHelpOn: null, activeSeats: 1 },
      { chapter: { id: own }, overdue: 1, missed: 0, daysSinceSignIn: 2, askedForHelpOn: null, activeSeats: 2 },
    ]);
  });

  test("of a region is about its own chapters, and a chapter has none", async () => {
    const { needs, core } = await ask(federation.farCoordinator);
    expect(needs.map((need) => need.chapter.id)).toEqual([federation.chapters.far]);
    expect(core[0]!.counts).toEqual({ onTime: 0, missed: 3, overdue: 0, closed: 3 });
    for (const seat of [federation.leader, federation.board, federation.mentor]) {
      expect(await server.code(seat, OVERVIEW)).toBe("FORBIDDEN");
    }
    expect((await ask(federation.foreignAdmin)).core).toEqual([]);
  });
});
