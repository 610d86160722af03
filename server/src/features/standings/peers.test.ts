import { addDays, lastQuarterEnd } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { publishPeerGroups, publishSnapshots } from "./index.js";
import { PERIOD, TODAY, template, touchpoints } from "./standings.testing.js";
import type { Template } from "./standings.testing.js";

/* Ten chapters by members on the last quarter's end; the direct members and a closed chapter are nobody's peers. */
const SIZES = [3, 10, 20, 25, 35, 40, 45, 59, 61, 70];
const QUARTER = lastQuarterEnd(TODAY);

let database: TestDatabase, seed: Seed, server: TestServer;
let organizationId: string, chapters: string[], regions: string[], duty: Template, welcome: Template;
let before: Groups["peerGroups"], cut: number;
let admin: SeededSeat, coordinator: SeededSeat, leader: SeededSeat, small: SeededSeat, direct: SeededSeat;

const options = () => ({
  databaseUrl: database.adminUrl,
  rolePrefix: database.rolePrefix,
  secret: database.secret,
  today: TODAY,
});
async function members(chapterId: string, n: number, over: { joined?: string; left?: string } = {}): Promise<void> {
  const joined = over.joined ?? addDays(QUARTER, -100);
  await seed.client.query(
    `insert into app.member (organization_id, chapter_id, id, first_name, joined_on, joined_chapter_on, left_on)
     select $1, $2, gen_random_uuid(), 'A', $3, $3, $4 from generate_series(1, $5)`,
    [organizationId, chapterId, joined, over.left ?? null, n],
  );
}

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  server = await testServer(database);
  organizationId = await seed.organization();
  regions = [await seed.region(organizationId), await seed.region(organizationId)];
  chapters = [];
  for (const [i, n] of SIZES.entries()) {
    const id = await seed.chapter(organizationId, regions[i % 2]);
    chapters.push(id);
    await members(id, n);
    // who left before the day, and who came after it, is not counted
    await members(id, 30, { left: addDays(QUARTER, -1) });
    await members(id, 30, { joined: addDays(QUARTER, 1) });
  }
  const directId = await seed.chapter(organizationId, null, { direct_members: true });
  await members(directId, 40);
  await members(await seed.chapter(organizationId, regions[0], { closed_on: addDays(QUARTER, -9) }), 40);
  admin = await seed.seat(organizationId, "NATIONAL_ADMIN");
  coordinator = await seed.seat(organizationId, "REGION_COORDINATOR", { regionId: regions[0]! });
  leader = await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId: chapters[4]! });
  small = await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId: chapters[0]! });
  direct = await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId: directId });
  before = (await server.ask<Groups>(admin, GROUPS)).peerGroups;
  cut = await publishPeerGroups(options());
  // what is made here has members of its own, who come too late to be counted
  const federation = { organizationId, admin } as Federation;
  duty = await template(seed, federation, { corePosition: 1 });
  welcome = await template(seed, federation, { aboutMember: true, corePosition: 2 });
  for (const [i, chapterId] of chapters.entries()) {
    // six tasks in each, one more on time for each larger chapter
    if (i >= 4) await touchpoints(seed, duty, chapterId, { onTime: i - 4, missed: 6 - (i - 4), open: 1 });
    await touchpoints(seed, welcome, chapterId, { onTime: 6, late: 5, missed: 5 }, { on: QUARTER });
  }
  // of the small, two others have anything judged
  await touchpoints(seed, duty, chapters[0]!, { onTime: 2 });
  await touchpoints(seed, duty, chapters[1]!, { onTime: 1 });
  await touchpoints(seed, duty, chapters[2]!, { missed: 1 });
  await publishSnapshots(options());
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const GROUPS = "{ peerGroups { id atLeast below on chapterCount } }";
type Groups = { peerGroups: { id: string; chapterCount: number }[] };
type Shown = {
  period: string;
  fromSnapshot: boolean;
  group: { id: string } | null;
  rows: { chapter: { id: string }; counts: { onTime: number | null } }[];
  total: { onTime: number | null; closed: number | null };
};
const SHOWN = "{ period fromSnapshot group { id } rows { chapter { id } counts { onTime } } total { onTime closed } }";
const compare = async (seat: SeededSeat, over: Record<string, unknown>) =>
  (
    await server.ask<{ comparison: Shown }>(
      seat,
      `query ($templateId: ID!, $period: String, $regionId: ID, $group: ID) {
        comparison(templateId: $templateId, period: $period, regionId: $regionId, group: $group) ${SHOWN} }`,
      { templateId: duty.id, period: PERIOD, ...over },
    )
  ).comparison;
const idsOf = ({ rows }: Shown) => rows.map(({ chapter }) => chapter.id).toSorted();

describe("groups of chapters of one size", () => {
  test("are there when they have been cut, from the smallest up, four chapters in each", async () => {
    expect(before).toEqual([]);
    expect(cut).toBe(1);
    expect((await server.ask<Groups>(admin, GROUPS)).peerGroups).toEqual([
      { id: "0-29", atLeast: 0, below: 30, on: QUARTER, chapterCount: 4 },
      // two above sixty are too few to be a group
      { id: "30-", atLeast: 30, below: null, on: QUARTER, chapterCount: 6 },
    ]);
    expect((await server.ask<Groups>(coordinator, GROUPS)).peerGroups.map((one) => one.chapterCount)).toEqual([2, 3]);
    expect((await server.ask<Groups>(leader, GROUPS)).peerGroups).toMatchObject([{ id: "30-", chapterCount: 1 }]);
  });

  test("stay as they are for the quarter, whoever comes, leaves or is corrected", async () => {
    const all = async () =>
      (
        await seed.client.query("select * from app.peer_group where organization_id = $1 order by chapter_id", [
          organizationId,
        ])
      ).rows;
    const before = await all();
    await members(chapters[0]!, 100);
    expect(await publishPeerGroups(options())).toBe(0);
    expect(await all()).toEqual(before);
    expect(before).toHaveLength(SIZES.length);
    for (const row of before)
      expect(Object.keys(row)).toEqual(["organization_id", "quarter_on", "chapter_id", "at_least", "below"]);
  });

  test("are cut by limits that no one chooses, and always hold whole classes of four or more", async () => {
    for (const sizes of [
      [1, 2, 3],
      [0, 0, 0, 0],
      [1, 2, 3, 4],
      [5, 40, 70, 150, 250],
      [5, 6, 7, 8, 300],
      [...Array(9).keys()].map((n) => n * 31),
    ]) {
      const other = await seed.organization();
      for (const n of sizes) {
        const id = await seed.chapter(other);
        await seed.client.query(
          `insert into app.member (organization_id, chapter_id, id, first_name, joined_on, joined_chapter_on)
           select $1, $2, gen_random_uuid(), 'A', $3, $3 from generate_series(1, $4)`,
          [other, id, addDays(QUARTER, -9), n],
        );
      }
      await publishPeerGroups(options());
      const { rows } = await seed.client.query<{ at_least: number; below: number | null; n: number }>(
        "select at_least, below, count(*)::int as n from app.peer_group where organization_id = $1 group by 1, 2 order by 1",
        [other],
      );
      const some = sizes.length >= 4 && sizes.some((n) => n > 0);
      expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(some ? sizes.length : 0);
      for (const [i, row] of rows.entries()) {
        expect(row.n).toBeGreaterThanOrEqual(4);
        expect(row.at_least).toBe(i === 0 ? 0 : rows[i - 1]!.below);
        expect([30, 60, 100, 200, null]).toContain(row.below);
      }
      if (some) expect(rows.at(-1)!.below).toBeNull();
    }
  });

  test("are cut by the job alone", async () => {
    const cut = () => seed.client.query("select authz.publish_peer_groups($1)", [QUARTER]);
    await expect(cut()).rejects.toThrow();
    expect(await server.code(admin, GROUPS.replace("peerGroups", "publishPeerGroups"))).toBe("BAD_REQUEST");
  });
});

describe("a comparison of one size", () => {
  test("has the chapters of that size, in all or in a region, and a total that is theirs", async () => {
    const large = await compare(admin, { group: "30-" });
    expect(idsOf(large)).toEqual(chapters.slice(4).toSorted());
    expect(large.group).toEqual({ id: "30-" });
    expect(large.total).toEqual({ onTime: 0 + 1 + 2 + 3 + 4 + 5, closed: 36 });
    const there = await compare(admin, { group: "30-", regionId: regions[0] });
    expect(idsOf(there)).toEqual([4, 6, 8].map((i) => chapters[i]).toSorted());
    expect(there.total).toEqual({ onTime: 6, closed: 18 });
    expect(idsOf(await compare(coordinator, { group: "30-" }))).toEqual(idsOf(there));
    expect((await compare(admin, {})).group).toBeNull();
  });

  test("shows a board its own chapter alone", async () => {
    expect(idsOf(await compare(leader, { group: "30-" }))).toEqual([chapters[4]]);
    expect(idsOf(await compare(leader, { group: "0-29" }))).toEqual([]);
  });

  test("is nowhere for a group that is not there", async () => {
    const document = `query ($templateId: ID!, $group: ID) { comparison(templateId: $templateId, group: $group) { period } }`;
    for (const group of ["30-59", "x", ""])
      expect(await server.code(admin, document, { templateId: duty.id, group })).toBe("NOT_FOUND");
  });

  test("adds up of persons no more than what its chapters show", async () => {
    const large = await compare(admin, { templateId: welcome.id, period: null, group: "30-" });
    expect(large.fromSnapshot).toBe(true);
    const shown = large.rows.map(({ counts }) => counts.onTime);
    expect(shown).toHaveLength(6);
    expect(large.total.onTime).toBe(shown.includes(null) ? null : shown.reduce<number>((sum, n) => sum + n!, 0));
    await seed.client.query(
      "update app.published_count set value = null where unit_id = $1 and measure = 'ON_TIME' and template_id = $2",
      [chapters[9], welcome.id],
    );
    const hidden = await compare(admin, { templateId: welcome.id, period: null, group: "30-" });
    expect(hidden.total.onTime).toBeNull();
    expect(hidden.total.closed).toBe(16 * 6);
    expect((await compare(admin, { templateId: welcome.id, period: null, group: "0-29" })).total.onTime).toBe(24);
  });
});

describe("answers and targets of one size", () => {
  test("are of the same chapters", async () => {
    const table = `query ($templateId: ID!, $group: ID) { answerTable(templateId: $templateId, group: $group) { csv reports rows { chapter { id } } } }`;
    type Table = { answerTable: { csv: string; reports: number; rows: { chapter: { id: string } }[] } };
    const { answerTable } = await server.ask<Table>(admin, table, { templateId: duty.id, group: "30-" });
    expect(answerTable.rows).toHaveLength(6);
    expect(answerTable.reports).toBe(15);
    expect(answerTable.csv).toContain("30+");
    expect(await server.code(admin, table, { templateId: duty.id, group: "x" })).toBe("NOT_FOUND");
    const targets = `query ($templateId: ID!, $group: ID) { targetStandings(templateId: $templateId, group: $group) { targets { period } } }`;
    expect(await server.code(admin, targets, { templateId: duty.id, group: "x" })).toBe("NOT_FOUND");
  });
});

type Share = { numerator: number | null; denominator: number | null };
type Peers = {
  templateId: string;
  period: string;
  fromSnapshot: boolean;
  own: Share;
  others: Share;
  chapters: number | null;
};
type OwnAnswer = { ownPeers: { group: { id: string }; templates: Peers[] } | null };
const OWN = `{ ownPeers { group { id } templates { templateId period fromSnapshot own { numerator denominator } others { numerator denominator } chapters } } }`;
const own = async (seat: SeededSeat, of: Template) => {
  const { ownPeers } = await server.ask<OwnAnswer>(seat, OWN);
  return { group: ownPeers!.group.id, ...ownPeers!.templates.find(({ templateId }) => templateId === of.id)! };
};

describe("a chapter beside the others of its size", () => {
  test("sees its own duties and the others' as one sum, which it is not part of", async () => {
    expect(await own(leader, duty)).toEqual({
      group: "30-",
      templateId: duty.id,
      period: PERIOD,
      fromSnapshot: false,
      own: { numerator: 0, denominator: 6 },
      others: { numerator: 15, denominator: 30 },
      chapters: 5,
    });
    await seed.client.query(
      "update app.touchpoint set closed_at = now() where chapter_id = $1 and template_id = $2 and miss_on > $3",
      [chapters[5], duty.id, TODAY],
    );
    expect((await own(leader, duty)).others).toEqual({ numerator: 16, denominator: 31 });
  });

  test("is told nothing of fewer than three others", async () => {
    const none = { numerator: null, denominator: null };
    expect(await own(small, duty)).toMatchObject({
      group: "0-29",
      own: { numerator: 2, denominator: 2 },
      others: none,
      chapters: null,
    });
    await touchpoints(seed, duty, chapters[3]!, { onTime: 1 });
    expect(await own(small, duty)).toMatchObject({ others: { numerator: 2, denominator: 3 }, chapters: 3 });
  });

  test("sees of persons its own exact, and the others where all of them are shown", async () => {
    expect(await own(small, welcome)).toMatchObject({
      fromSnapshot: true,
      own: { numerator: 6, denominator: 16 },
      others: { numerator: 18, denominator: 48 },
      chapters: 3,
    });
    // one of the larger ones was hidden above
    expect(await own(leader, welcome)).toMatchObject({
      own: { numerator: 6 },
      others: { numerator: null },
      chapters: null,
    });
  });

  test("has no peers without a group, and nobody else asks", async () => {
    expect((await server.ask<OwnAnswer>(direct, OWN)).ownPeers).toBeNull();
    expect(await server.code(coordinator, OWN)).toBe("FORBIDDEN");
    expect(await server.code(admin, OWN)).toBe("FORBIDDEN");
    const { rows } = await seed.client
      .query("select * from authz.peer_standings($1, $2, $3)", [[duty.id], ["2020-01-01"], ["2030-01-01"]])
      .catch(() => ({ rows: [] }));
    expect(rows).toEqual([]);
  });
});

describe("all of the core set, and one over time", () => {
  test("are the same numbers as one at a time", async () => {
    const { coreComparison } = await server.ask<{ coreComparison: (Shown & { template: { id: string } })[] }>(
      admin,
      `query ($group: ID) { coreComparison(group: $group) { template { id } ${SHOWN.slice(1)} }`,
      { group: "30-" },
    );
    expect(coreComparison.map(({ template: { id } }) => id)).toEqual([duty.id, welcome.id]);
    for (const {
      template: { id },
      ...shown
    } of coreComparison)
      expect(shown).toEqual(await compare(admin, { templateId: id, period: shown.period, group: "30-" }));
    const core = `query ($period: String, $group: ID) { coreComparison(period: $period, group: $group) { period fromSnapshot } }`;
    const year = await server.ask<{ coreComparison: { period: string; fromSnapshot: boolean }[] }>(admin, core, {
      period: QUARTER.slice(0, 4),
    });
    expect(year.coreComparison.map(({ fromSnapshot }) => fromSnapshot)).toEqual([false, true]);
    expect(year.coreComparison[0]!.period).toBe(QUARTER.slice(0, 4));
    expect(await server.code(admin, core, { period: "x" })).toBe("BAD_REQUEST");
    expect(await server.code(admin, core, { group: "x" })).toBe("NOT_FOUND");
  });

  test("over time is the oldest first, and eight at most", async () => {
    const document = `query ($templateId: ID!, $group: ID) { comparisonOverTime(templateId: $templateId, group: $group) ${SHOWN} }`;
    const over = async (of: Template) =>
      (await server.ask<{ comparisonOverTime: Shown[] }>(admin, document, { templateId: of.id, group: "30-" }))
        .comparisonOverTime;
    const duties = await over(duty);
    expect(duties.at(-1)!.period).toBe(PERIOD);
    expect(duties.map(({ period }) => period)).toEqual(duties.map(({ period }) => period).toSorted());
    expect(duties.length).toBeLessThanOrEqual(8);
    for (const shown of duties) expect(shown).toEqual(await compare(admin, { period: shown.period, group: "30-" }));
    const persons = await over(welcome);
    expect(persons.map(({ fromSnapshot }) => fromSnapshot)).toEqual([true]);
    expect(await server.code(admin, document, { templateId: uuidv7() })).toBe("NOT_FOUND");
  });
});
