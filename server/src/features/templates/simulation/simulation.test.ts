import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, isoWeek, osloDate, weekday } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { templateMaker } from "../burden/burden.testing.js";

const today = osloDate(new Date());
/** a year that is over, so that no test depends on the day of the run */
const year = Number(today.slice(0, 4)) - 1;
const day = (monthDay: string) => `${year}-${monthDay}`;
let database: TestDatabase;
let seed: Seed;
let server: TestServer;
let federation: Federation;
let make: ReturnType<typeof templateMaker>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  server = await testServer(database);
  federation = await seedFederation(seed);
  make = templateMaker(seed);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Simulated = {
  state: string;
  from: string;
  to: string;
  total: number;
  weeks: { week: string; n: number }[];
  peak: { week: string; n: number } | null;
  rounded: boolean;
  chaptersAboveCap: number;
  chapters: { chapterId: string; n: number; peakHours: number; aboveCap: boolean }[];
};
const SIMULATE = `query ($templateId: ID!, $versionId: ID!, $year: Int) { simulateTemplate(templateId: $templateId, versionId: $versionId, year: $year) {
  state from to total weeks { week n } peak { week n } rounded chaptersAboveCap chapters { chapterId n peakHours aboveCap } } }`;
type Ids = { templateId: string; versionId: string };
async function simulate(seat: SeededSeat, { templateId, versionId }: Ids, over: object = {}): Promise<Simulated> {
  const variables = { templateId, versionId, year, ...over };
  return (await server.ask<{ simulateTemplate: Simulated }>(seat, SIMULATE, variables)).simulateTemplate;
}
const filled = ({ weeks }: Simulated) => weeks.filter(({ n }) => n > 0);

async function organization(chapters = 2) {
  const organizationId = await seed.organization({ burden_cap_minutes: 60 });
  const admin = await seed.seat(organizationId, "NATIONAL_ADMIN");
  const ids: string[] = [];
  for (let i = 0; i < chapters; i++) ids.push(await seed.chapter(organizationId));
  return { organizationId, admin, chapters: ids };
}
const joined = (over: Partial<TemplateDefinition> = {}): Partial<TemplateDefinition> => ({
  trigger: { kind: "MEMBER_JOINED", offsets: [0] },
  reportFields: [],
  ...over,
});

test("a duty is counted exactly: by week, by chapter, and against the cap", async () => {
  const { organizationId, admin, chapters } = await organization();
  await seed.chapter(organizationId, null, { opened_on: day("07-01") });
  const ids = await make.template(organizationId, { minutes: 61, reportFields: [] });
  const found = await simulate(admin, ids);
  expect(found).toMatchObject({
    state: "RUN",
    total: 30,
    rounded: false,
    chaptersAboveCap: 3,
    from: day("01-01"),
    to: day("12-31"),
  });
  expect(found.weeks.reduce((sum, { n }) => sum + n, 0)).toBe(30);
  expect(found.peak?.n).toBe(3);
  expect(found.chapters.find(({ chapterId }) => chapterId === chapters[0])).toMatchObject({
    n: 12,
    peakHours: 1.02,
    aboveCap: true,
  });
  expect(
    await seed.client.query(`select 1 from app.touchpoint where template_id = $1`, [ids.templateId]),
  ).toMatchObject({ rowCount: 0 });
});

test("a draft too, and nothing of what is not ready", async () => {
  const { organizationId, admin } = await organization();
  const draft = (over: Partial<TemplateDefinition>) =>
    make.template(organizationId, over, { state: "DRAFT", published_at: null });
  await expect(simulate(admin, await draft({}))).resolves.toMatchObject({ state: "RUN", total: 24 });
  for (const [trigger, state] of [
    [{ kind: "MANUAL" }, "BY_HAND"],
    [{ kind: "MEMBER_INACTIVE", days: 90 }, "NO_DATA"],
    [{ kind: "AGE_REACHED" }, "NO_DATA"],
    [{ kind: "AFTER", templateKey: "finnes-ikke", offsets: [1] }, "NO_DATA"],
    [{ kind: "FEE_UNPAID", offsets: [21] }, "NO_DATA"],
    [{ kind: "PERIOD" }, "INCOMPLETE"],
    [{ kind: "CALENDAR", dates: [] }, "INCOMPLETE"],
  ] as const) {
    const ids = await draft({ trigger: trigger as unknown as TemplateDefinition["trigger"] });
    await expect(simulate(admin, ids)).resolves.toMatchObject({ state, total: 0, weeks: [], chapters: [] });
  }
});

test("persons are told in fives, and one more within five changes nothing", async () => {
  const { organizationId, admin, chapters } = await organization();
  const [one = "", two = ""] = chapters;
  // every minute a draft may claim: how many are new in a chapter must not be asked out by it
  const drafts: Ids[] = [];
  for (const minutes of [1, 7, 12, 15, 20, 30, 59, 60, 61, 240]) {
    drafts.push(await make.template(organizationId, joined({ minutes })));
  }
  const all = () => Promise.all(drafts.map((ids) => simulate(admin, ids)));
  const join = (chapter: string, on: string) =>
    make.member(organizationId, chapter, { joined_on: on, joined_chapter_on: on });
  for (let i = 0; i < 8; i++) await join(one, day("03-03"));
  const before = await all();
  expect(before[0]).toMatchObject({ state: "RUN", total: 10, rounded: true, chapters: [], peak: { n: 10 } });
  await join(one, day("03-04"));
  expect(await all()).toEqual(before);
  // nor does the first in a quiet chapter, to the week's ten and the year's ten
  await join(two, day("03-05"));
  expect(await all()).toEqual(before);
});

test("no number of offsets tells more than one", async () => {
  const { organizationId, admin, chapters } = await organization(1);
  const ids = await make.template(
    organizationId,
    joined({ trigger: { kind: "MEMBER_JOINED", offsets: [0, 1, 2, 3, -1, -2, -3] } }),
  );
  for (let i = 0; i < 6; i++) await make.member(organizationId, chapters[0]!, { joined_on: day("05-13") });
  const before = await simulate(admin, ids);
  expect(filled(before)).toEqual([{ week: isoWeek(day("05-13")), n: 35 }]);
  await make.member(organizationId, chapters[0]!, { joined_on: day("05-13") });
  expect(await simulate(admin, ids)).toEqual(before);
});

test("this week's persons are not counted, and a moved span is whole weeks", async () => {
  const { organizationId, admin, chapters } = await organization(1);
  const ids = await make.template(organizationId, joined());
  for (let i = 0; i < 9; i++) await make.member(organizationId, chapters[0]!, { joined_on: today });
  const found = await simulate(admin, ids, { year: null });
  // in the first days of a year no week of it is over
  expect(found.state === "TOO_EARLY" || weekday(found.to) === 7).toBe(true);
  expect(found.total).toBe(0);
});

test("who has not paid is asked of each week it opens in", async () => {
  const { organizationId, admin, chapters } = await organization(1);
  const chapter = chapters[0]!;
  // a Monday in October and the day after
  const monday = 290 + ((8 - weekday(addDays(day("01-01"), 290))) % 7);
  const ids = await make.template(
    organizationId,
    joined({ trigger: { kind: "FEE_UNPAID", offsets: [21, monday, monday + 1] } }),
  );
  for (let i = 0; i < 20; i++) {
    const member_id = await make.member(organizationId, chapter);
    await seed.rows("member_fee", {
      organization_id: organizationId,
      chapter_id: chapter,
      member_id,
      year,
      paid_on: i < 5 ? day("01-10") : i < 15 ? day("06-01") : null,
    });
  }
  await make.member(organizationId, chapter, { joined_on: day("02-01") });
  await make.member(organizationId, chapter, { contact_preference: "NEVER" });
  const found = await simulate(admin, ids);
  expect(filled(found)).toEqual([
    { week: isoWeek(day("01-22")), n: 15 },
    { week: isoWeek(addDays(day("01-01"), monday)), n: 5 },
  ]);
  expect(found).toMatchObject({ total: 20, rounded: true });
});

test("after a duty exactly, after conversations in fives whatever the draft says it is about", async () => {
  const { organizationId, admin, chapters } = await organization(1);
  const chapter = chapters[0]!;
  const duty = await make.template(organizationId);
  const talk = await make.template(organizationId, joined());
  const after = (templateKey: string, aboutMember: boolean) =>
    make.template(organizationId, { trigger: { kind: "AFTER", templateKey, offsets: [7], aboutMember } });
  const closed_at = `${day("04-08")}T12:00:00Z`;
  for (let i = 0; i < 7; i++) await make.touchpoint(duty, chapter, { opens_on: day("04-01"), closed_at });
  for (let i = 0; i < 7; i++) {
    const member_id = await make.member(organizationId, chapter);
    await make.touchpoint(talk, chapter, { opens_on: day("04-01"), closed_at, about_member: true, member_id });
  }
  const week = isoWeek(day("04-15"));
  const exact = await simulate(admin, await after(duty.key, false));
  expect(exact).toMatchObject({ total: 7, rounded: false, peak: { week, n: 7 } });
  for (const aboutMember of [true, false]) {
    const found = await simulate(admin, await after(talk.key, aboutMember));
    expect(found).toMatchObject({ total: 5, rounded: true, peak: { week, n: 5 }, chapters: [] });
  }
});

test("is national's alone, of the own organization alone, and of near years", async () => {
  const ids = await make.template(federation.organizationId, joined());
  for (let i = 0; i < 9; i++)
    await make.member(federation.foreignOrganizationId, federation.chapters.foreign, { joined_on: day("03-03") });
  await expect(simulate(federation.editor, ids)).resolves.toMatchObject({ state: "RUN", total: 0 });
  const { templateId, versionId } = ids;
  const code = (seat: SeededSeat, over: object = {}) =>
    server.code(seat, SIMULATE, { templateId, versionId, year, ...over });
  for (const seat of [federation.coordinator, federation.leader, federation.board, federation.mentor]) {
    await expect(code(seat)).resolves.toBe("FORBIDDEN");
  }
  await expect(code(federation.foreignAdmin)).resolves.toBe("NOT_FOUND");
  await expect(code(federation.admin, { versionId: randomUUID() })).resolves.toBe("NOT_FOUND");
  await expect(code(federation.admin, { templateId: "ip-01" })).resolves.toBe("NOT_FOUND");
  const other = await make.template(federation.organizationId);
  await expect(code(federation.admin, { versionId: other.versionId })).resolves.toBe("NOT_FOUND");
  await expect(code(federation.admin, { year: year + 2 })).resolves.toBe("BAD_REQUEST");
  await expect(code(federation.admin, { year: 1900 })).resolves.toBe("BAD_REQUEST");
});
