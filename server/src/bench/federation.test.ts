import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../testkit/database.js";
import type { TestDatabase } from "../testkit/database.js";
import { ask, closedLoop } from "./closed-loop.js";
import { LARGE, OPEN, OPEN_MORE, benchFederation, hundredth, partOf } from "./federation.js";
import { startFloor } from "./floor.js";
import { load } from "./load.js";
import { readOptions } from "./main.js";
import { rivalOperations, sameAnswer, submitShots } from "./measure.js";
import { startPostgraphile } from "./postgraphile.js";
import { statementsOf } from "./read-bench.js";
import { preparePostgraphile } from "./rival-functions.js";
import type { Serving } from "./serving.js";
import { tableOf } from "./table.js";
import { WIDE, wideFederation } from "./wide-federation.js";
import { openWire } from "./wire.js";

const TODAY = "2026-11-22";
const TINY = { chapters: 10, regions: 2, members: 40, touchpoints: 400 };

describe("a tiny federation in a database", () => {
  const federation = benchFederation(TINY, 30, new Date().toISOString().slice(0, 10));
  const { dutyBurden, memberBurden, boardChapter: chapterId } = federation;
  let database: TestDatabase;
  const servers: Serving[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    // throws when something is loose, or when the kept numbers are not what a recount says
    await load(database, federation);
    await preparePostgraphile(database);
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await database.drop();
  });
  const started = (serving: Serving): Serving => {
    servers.push(serving);
    return serving;
  };

  test("is listed alike by PostGraphile and by the floor, and each statement is counted", async () => {
    const wire = await openWire(database.adminUrl);
    const floor = started(await startFloor({ ...database, adminUrl: wire.url, chapterId, dutyBurden, memberBurden }));
    const postgraphile = started(await startPostgraphile(database));
    const [shot] = rivalOperations.list(federation);
    expect(await sameAnswer([floor, postgraphile], [shot!, shot!])).toBe(50);
    expect(await statementsOf(floor.url, [shot!], () => wire.counted().statements)).toBe(1);
    expect(await closedLoop({ url: floor.url, path: "/graphql", shots: [shot!, shot!], atOnce: 2 })).toMatchObject({
      bytes: expect.any(Number) as number,
    });
    await servers.shift()!.stop();
    await wire.stop();
  });

  test("is searched and reported by PostGraphile as whoever asks, once for each key", async () => {
    const { url } = started(await startPostgraphile(database));
    const [search] = rivalOperations.memberSearch(federation);
    expect(await ask(url, "/graphql", search!)).toMatchObject({ data: { findMembers: { totalCount: 2 } } });
    const { rival, plain } = submitShots(() => "", federation);
    const reported = { data: { reportTouchpoint: { result: { rev: 2, status: "DONE_ON_TIME" } } } };
    expect(await ask(url, "/graphql", rival[0]!)).toMatchObject(reported);
    expect(await ask(url, "/graphql", rival[0]!)).toMatchObject(reported);
    expect(await ask(url, "/graphql", plain[0]!)).toMatchObject({
      data: { updateTouchpointByChapterIdAndRowId: { touchpoint: { rev: 2 } } },
    });
    const foreign = { ...rival[1]!, session: "nobody" };
    await expect(ask(url, "/graphql", foreign)).rejects.toThrow("errors");
  });
});

describe("the bench", () => {
  test("measures federations of one shape: more history and members, not more open work or chapters", () => {
    expect(hundredth(LARGE)).toEqual({ chapters: 1_000, regions: 15, members: 2_000, touchpoints: 30_000 });
    expect(partOf(LARGE, 0.01)).toEqual({ chapters: 10, regions: 1, members: 2_000, touchpoints: 30_000 });
    expect(hundredth(LARGE).touchpoints / LARGE.chapters).toBeGreaterThan(OPEN);
    expect(OPEN_MORE).toBeGreaterThan(50);
  });

  test("makes the same federation every time", () => {
    const ids = () => benchFederation(TINY, 30, TODAY).toSubmit.map(({ id }) => id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(30);
  });

  test("takes a scale and some of its parts", () => {
    expect(readOptions(["--", "--json", "--scale", "0.05", "--only", "phone,reads"])).toEqual({
      scale: 0.05,
      parts: ["reads", "phone"],
      json: true,
    });
    expect(() => readOptions(["--scale", "2"])).toThrow("--scale");
    expect(() => readOptions(["--only", "all"])).toThrow("--only");
  });

  test("prints what was measured, each on its line", () => {
    const figures = { list: { p50: 1.234, p99: 2, perSecond: 900, bytes: 33_000, statements: 2 } };
    expect(tableOf({ figures, ratios: { listVsFloor: 0.5 } })).toMatch(
      /50 rows\s+1\.23\s+2\.00\s+900\s+2\s+33000\n[^]*floor.*\s+0\.50\n/,
    );
    expect(tableOf({ figures: { ...figures, rolloutSeconds: 1.2 }, ratios: {} })).toMatch(
      /seconds or as named\nRolled out.+\s1\.200\n/,
    );
  });

  test("a wide federation is the same every time, its next versions kept for later", () => {
    const once = wideFederation(TODAY);
    expect(once.templates).toEqual(wideFederation(TODAY).templates);
    expect(new Map(once.tables).get("chapter")).toHaveLength(WIDE.chapters);
    expect(new Map(once.tables).get("template_version")).toHaveLength(WIDE.rounds + 1);
    expect(once.nextVersions).toHaveLength(WIDE.rounds);
  });
});
