import { addDays, lastAnnualDay, ANNUAL_RULE } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { readTagged, textOf } from "../../kernel/print/read-pdf.testing.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, year: number;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  year =
    Number(
      (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today.slice(0, 4),
    ) + 1;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Entry = {
  key: string;
  kind: string;
  on: string;
  until: string | null;
  state: string;
  title: { nb: string } | null;
  name: string | null;
  subjectId: string | null;
  chapters: { chapterId: string }[];
};
type Wheel = {
  yearWheel: {
    unit: string;
    entries: Entry[];
    annualMeeting: Record<string, unknown> | null;
    withoutAnnualMeeting: number | null;
  };
};
const WHEEL = `query ($year: Int) { yearWheel(year: $year) { unit withoutAnnualMeeting annualMeeting { meetingId heldOn lastDay noticeOn papersOn nearest { meetingId heldOn } }
  entries { key kind on until state name subjectId title { nb } chapters { chapterId } } } }`;
const wheel = async (seat: SeededSeat, of = year) => (await server.ask<Wheel>(seat, WHEEL, { year: of })).yearWheel;
const payload = `{ settings { dates { id kind fromDay toDay checkedOn rev } rule { noticeDays rev } } problems { code path } }`;
type Dates = {
  settings: {
    dates: { id: string; rev: number; checkedOn: string | null }[];
    rule: { noticeDays: number; rev: number };
  };
  problems: { code: string; path: string[] }[];
};
const SAVE = `mutation ($input: SaveYearDateInput!) { saveYearDate(input: $input) ${payload} }`;
const day = (over: object = {}) => ({
  key: uuidv7(),
  id: uuidv7(),
  rev: 0,
  kind: "DAY",
  name: { nb: "Frivillighetens dag" },
  fromDay: `${year}-12-05`,
  toDay: `${year}-12-05`,
  concerns: "ALL",
  counties: [] as string[],
  source: "FN",
  checked: true,
  ...over,
});
const save = async (over: object = {}) =>
  (await server.ask<{ saveYearDate: Dates }>(world.admin, SAVE, { input: day(over) })).saveYearDate;

async function meeting(chapter: string, kind: string, on: string, over: object = {}): Promise<string> {
  const id = uuidv7();
  await seed.rows("meeting", {
    organization_id: world.organizationId,
    chapter_id: chapter,
    id,
    kind,
    held_on: on,
    ...over,
  });
  return id;
}

describe("a chapter's year", () => {
  test("has its annual meeting by the last day until one is set, and then by its own", async () => {
    const before = await wheel(world.siblingLeader);
    const last = lastAnnualDay(ANNUAL_RULE, year);
    expect(before.annualMeeting).toEqual({
      meetingId: null,
      heldOn: null,
      lastDay: last,
      noticeOn: addDays(last, -28),
      papersOn: addDays(last, -14),
      nearest: null,
    });
    const id = await meeting(world.chapters.own, "ANNUAL_MEETING", `${year}-02-10`, { title: "Årsmøtet vårt" });
    const { annualMeeting, entries } = await wheel(world.leader);
    expect(annualMeeting).toMatchObject({
      meetingId: id,
      heldOn: `${year}-02-10`,
      noticeOn: `${year}-01-13`,
      papersOn: `${year}-01-27`,
    });
    expect(
      entries
        .filter(({ kind }) => ["NOTICE", "PAPERS", "ANNUAL_MEETING"].includes(kind))
        .map(({ kind, on }) => [kind, on]),
    ).toEqual([
      ["NOTICE", `${year}-01-13`],
      ["PAPERS", `${year}-01-27`],
      ["ANNUAL_MEETING", `${year}-02-10`],
    ]);
  });

  test("without an annual meeting leads to the next one, or else to the last one that was", async () => {
    const nearest = async () => (await wheel(world.leader, year + 1)).annualMeeting!["nearest"];
    expect(await nearest()).toMatchObject({ heldOn: `${year}-02-10` });
    await meeting(world.chapters.sibling, "ANNUAL_MEETING", `${year - 3}-02-10`);
    await meeting(world.chapters.sibling, "ANNUAL_MEETING", `${year - 2}-02-10`);
    expect((await wheel(world.siblingLeader)).annualMeeting!["nearest"]).toMatchObject({ heldOn: `${year - 2}-02-10` });
  });

  test.each(["A3", "A4"])("is a poster on %s whose list says all that is in the wheel, once", async (sheet) => {
    const { yearPoster } = await server.ask<{ yearPoster: { fileName: string; pdf: string } }>(
      world.leader,
      `query ($year: Int!, $sheet: PosterSheet!) { yearPoster(year: $year, sheet: $sheet) { fileName pdf } }`,
      { year, sheet },
    );
    expect(yearPoster.fileName).toBe(`aret-${year}-${sheet.toLowerCase()}.pdf`);
    const { pages, title } = await readTagged(Buffer.from(yearPoster.pdf, "base64"));
    expect(pages).toHaveLength(1);
    expect(title).toContain(`Året ${year}`);
    const said = textOf(pages[0]!);
    for (const words of ["Januar", "Innkallingen til årsmøtet sendes", "10. feb."])
      expect(said.split(words)).toHaveLength(2);
  });

  test("has its meetings, duties and the plan's days, and nothing about members", async () => {
    const { organizationId, chapters } = world;
    await meeting(chapters.own, "GATHERING", `${year}-05-03`, { title: "Grillkveld" });
    await meeting(chapters.own, "GATHERING", `${year}-05-04`, { cancelled_at: new Date() });
    await meeting(chapters.sibling, "GATHERING", `${year}-05-05`);
    const [templateId, versionId, memberId, planId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    await seed.rows("touchpoint_template", {
      organization_id: organizationId,
      id: templateId,
      key: `k${seed.unique()}`,
    });
    await seed.rows("template_version", {
      organization_id: organizationId,
      id: versionId,
      template_id: templateId,
      major: 1,
      minor: 0,
      state: "PUBLISHED",
      about_member: false,
      published_at: new Date(),
      definition: { name: { nb: "Medlemsmøte vår" } },
    });
    await seed.rows("member", {
      organization_id: organizationId,
      chapter_id: chapters.own,
      id: memberId,
      first_name: "Ada",
      joined_on: "2025-01-01",
      joined_chapter_on: "2025-01-01",
    });
    const task = (over: object) =>
      seed.rows("touchpoint", {
        organization_id: organizationId,
        chapter_id: chapters.own,
        id: uuidv7(),
        template_id: templateId,
        version_id: versionId,
        major: 1,
        about_member: false,
        opens_on: `${year}-03-01`,
        due_on: `${year}-05-31`,
        first_due_on: `${year}-05-31`,
        miss_on: `${year}-06-30`,
        ...over,
      });
    await task({ occurrence: "a" });
    await task({ occurrence: "b", about_member: true, member_id: memberId });
    await task({ occurrence: "c", closed_at: new Date() });
    await seed.rows("action_plan", {
      organization_id: organizationId,
      chapter_id: chapters.own,
      id: planId,
      year,
      started_by: world.leader.seatId,
    });
    await seed.rows("action_plan_row", {
      organization_id: organizationId,
      chapter_id: chapters.own,
      plan_id: planId,
      id: uuidv7(),
      position: 1,
      activity: "Filmkveld",
      due_on: `${year}-05-07`,
    });
    const { entries } = await wheel(world.board);
    expect(
      entries
        .filter(({ on }) => on >= `${year}-03`)
        .map(({ kind, on, until, state, name, title }) => [kind, on, until, state, name ?? title?.nb]),
    ).toEqual(
      [
        ["TASK", `${year}-03-01`, `${year}-05-31`, "COMING", "Medlemsmøte vår"],
        ["TASK", `${year}-03-01`, `${year}-05-31`, "DONE", "Medlemsmøte vår"],
        ["MEETING", `${year}-05-03`, null, "COMING", "Grillkveld"],
        ["PLAN", `${year}-05-07`, null, "COMING", "Filmkveld"],
      ].toSorted((a, b) => (String(a[1]) < String(b[1]) ? -1 : 0)),
    );
    expect(JSON.stringify(entries)).not.toContain("Ada");
    // the mentor sees that it is, and not what it is called
    const mentors = await wheel(world.mentor);
    expect(mentors.entries.find(({ kind }) => kind === "MEETING")).toMatchObject({
      name: null,
      title: { nb: "Treff" },
    });
  });

  test("from above is the annual meetings by week, and how many have none", async () => {
    await meeting(world.chapters.sibling, "ANNUAL_MEETING", `${year}-02-12`);
    const east = await wheel(world.coordinator);
    const annual = east.entries.filter(({ kind }) => kind === "ANNUAL_MEETING");
    expect(annual.flatMap(({ chapters }) => chapters.map(({ chapterId }) => chapterId)).sort()).toEqual(
      [world.chapters.own, world.chapters.sibling].sort(),
    );
    expect(east).toMatchObject({ annualMeeting: null, withoutAnnualMeeting: 0 });
    expect(await wheel(world.admin)).toMatchObject({ withoutAnnualMeeting: 1 });
    expect(east.entries.some(({ kind }) => kind === "TASK" || kind === "PLAN" || kind === "MEETING")).toBe(false);
  });
});

describe("the organization's days", () => {
  test("reach those whom they concern, and the counties they are of", async () => {
    const shown = async (seat: SeededSeat) => (await wheel(seat)).entries.map(({ title }) => title?.nb);
    for (const over of [
      { name: { nb: "For alle" } },
      { name: { nb: "For lagene" }, concerns: "CHAPTERS" },
      { name: { nb: "For nasjonalt" }, concerns: "NATIONAL" },
      { name: { nb: "I Akershus" }, kind: "HOLIDAY", counties: ["32"], toDay: `${year}-12-09` },
      { name: { nb: "I Troms" }, kind: "HOLIDAY", counties: ["55"], toDay: `${year}-12-09` },
    ])
      expect((await save(over)).problems).toEqual([]);
    expect(await shown(world.leader)).toEqual(expect.arrayContaining(["For alle", "For lagene", "I Akershus"]));
    expect(await shown(world.leader)).not.toContain("I Troms");
    expect(await shown(world.leader)).not.toContain("For nasjonalt");
    expect(await shown(world.coordinator)).not.toContain("For nasjonalt");
    expect(await shown(world.editor)).toEqual(expect.arrayContaining(["For nasjonalt", "I Troms"]));
    expect(await shown(world.foreignLeader)).not.toContain("For alle");
  });

  test("are changed on what they are based on, once for a key", async () => {
    const id = uuidv7();
    const input = day({ id });
    const twins = await Promise.all(
      [1, 2, 3].map(() => server.ask<{ saveYearDate: Dates }>(world.admin, SAVE, { input })),
    );
    expect(
      new Set(twins.map(({ saveYearDate }) => saveYearDate.settings.dates.filter((one) => one.id === id).length)),
    ).toEqual(new Set([1]));
    expect((await save({ id, rev: 1, checked: false })).settings.dates.find((one) => one.id === id)).toMatchObject({
      rev: 2,
      checkedOn: null,
    });
    expect((await save({ id, rev: 1 })).problems).toMatchObject([{ code: "CONFLICT" }]);
    const gone = await server.run(world.admin, SAVE, { input: day({ rev: 3 }) });
    expect(gone.errors![0]!.extensions.code).toBe("NOT_FOUND");
  });

  test.each([
    ["name.nb", { name: { nb: "  " } }],
    ["toDay", { toDay: "2026-01-01" }],
    ["toDay", { toDay: "2100-12-31" }],
    ["source", { source: "" }],
    ["counties", { counties: ["99"] }],
    ["name.nb", { name: { nb: "Kari 01010750160" } }],
  ])("%s is refused in words: %j", async (path, over) => {
    const { problems } = await save(over);
    expect(problems.map((problem) => problem.path.join("."))).toEqual([expect.stringContaining(path)]);
  });

  test("are suggested once, each to be checked", async () => {
    const SUGGEST = `mutation ($input: SuggestYearDatesInput!) { suggestYearDates(input: $input) ${payload} }`;
    const suggest = async () =>
      (
        await server.ask<{ suggestYearDates: Dates }>(world.admin, SUGGEST, {
          input: { key: uuidv7(), year: year + 1 },
        })
      ).suggestYearDates;
    const first = await suggest();
    expect(first.problems).toEqual([]);
    expect(first.settings.dates.length).toBeGreaterThan(12);
    expect(first.settings.dates.every(({ checkedOn }) => checkedOn === null)).toBe(true);
    expect((await suggest()).problems).toMatchObject([{ code: "INVALID" }]);
  });

  test("and the rule of annual meetings is national's to set", async () => {
    const RULE = `mutation ($input: SaveAnnualRuleInput!) { saveAnnualRule(input: $input) ${payload} }`;
    const rule = {
      key: uuidv7(),
      rev: 0,
      lastMonth: 3,
      lastDay: 31,
      noticeDays: 42,
      papersDays: 7,
      votingAge: 13,
      source: "Vedtekter § 5",
      agenda: ["Åpning", " "],
    };
    const set = async (over: object) =>
      (await server.ask<{ saveAnnualRule: Dates }>(world.admin, RULE, { input: { ...rule, key: uuidv7(), ...over } }))
        .saveAnnualRule;
    expect((await set({ papersDays: 50 })).problems).toMatchObject([{ path: ["papersDays"] }]);
    expect((await set({})).settings.rule).toEqual({ noticeDays: 42, rev: 1 });
    expect((await set({})).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect((await wheel(world.farCoordinator)).annualMeeting).toBeNull();
    expect((await wheel(world.siblingLeader, year + 1)).annualMeeting).toMatchObject({ lastDay: `${year + 1}-03-31` });
  });
});
