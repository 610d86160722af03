import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths, osloDate } from "@varde/domain";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { gathering } from "../templates.testing.js";
import { templateMaker } from "./burden.testing.js";

const today = osloDate(new Date());
/** a whole month to come, so that the days of it do not depend on the day of the run */
const from = `${addMonths(today, 2).slice(0, 7)}-01`;
const month = from.slice(0, 7);
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

/** due the 10th of each month; nothing to report, so the hours are the minutes */
const monthly = (minutes: number) => ({
  minutes,
  reportFields: [],
  trigger: {
    kind: "CALENDAR" as const,
    dates: [{ key: "a", name: { nb: "Dag" }, opens: `${month.slice(5)}-02`, due: `${month.slice(5)}-10` }],
  },
});
type Row = {
  chapterId: string;
  hoursBefore: number;
  hoursAfter: number;
  aboveCap: boolean;
  hasIt: boolean;
  currentVersion: string | null;
};
type Preview = { month: string; capMinutes: number; chaptersAboveCap: number; chapters: Row[] };
const PREVIEW = `query ($input: RolloutPreviewInput!) { rolloutPreview(input: $input) { month capMinutes chaptersAboveCap
  chapters { chapterId hoursBefore hoursAfter aboveCap hasIt currentVersion } } }`;
async function preview(seat: SeededSeat, templateId: string, over: object = {}): Promise<Preview> {
  const input = { templateId, effectiveFrom: from, ...over };
  return (await server.ask<{ rolloutPreview: Preview }>(seat, PREVIEW, { input })).rolloutPreview;
}
const rowOf = ({ chapters }: Preview, id: string): Row => chapters.find(({ chapterId }) => chapterId === id)!;

type RolledOut = {
  rollout: { id: string; capReason: string | null; heldCount: number } | null;
  problems: { path: string[]; message: string }[];
};
const ROLL_OUT = `mutation ($input: RollOutInput!) { rollOut(input: $input) { rollout { id capReason heldCount } problems { code path message } } }`;
async function rollOut(
  seat: SeededSeat,
  ids: { templateId: string; versionId: string },
  over: object = {},
): Promise<RolledOut> {
  const { templateId, versionId } = ids;
  const input = { key: randomUUID(), id: randomUUID(), effectiveFrom: from, templateId, versionId, ...over };
  return (await server.ask<{ rollOut: RolledOut }>(seat, ROLL_OUT, { input })).rollOut;
}

/** an organization of its own with one chapter */
async function small(over: object = {}) {
  const organizationId = await seed.organization({ burden_cap_minutes: 240, ...over });
  const admin = await seed.seat(organizationId, "NATIONAL_ADMIN");
  return { organizationId, admin, chapter: await seed.chapter(organizationId) };
}

test("shows each chapter's hours in the month before and after, and lifts what is lifted", async () => {
  const { organizationId, admin, chapter } = await small();
  const first = await make.template(organizationId, monthly(90));
  const before = await preview(admin, first.templateId);
  expect(before).toMatchObject({ month, capMinutes: 240, chaptersAboveCap: 0 });
  expect(rowOf(before, chapter)).toMatchObject({ hoursBefore: 0, hoursAfter: 1.5, hasIt: false, currentVersion: null });
  await rollOut(admin, first);
  expect(rowOf(await preview(admin, first.templateId), chapter)).toMatchObject({
    hoursBefore: 1.5,
    hoursAfter: 1.5,
    hasIt: true,
    currentVersion: "1.0",
  });
  await make.version(first, gathering(monthly(150)), { major: 2 });
  expect(rowOf(await preview(admin, first.templateId), chapter)).toMatchObject({
    hoursBefore: 1.5,
    hoursAfter: 2.5,
    hasIt: false,
    currentVersion: "1.0",
  });
  // what is begun stays, and costs what it did
  await seed.client.query(`update app.touchpoint set started_at = now() where template_id = $1`, [first.templateId]);
  expect(rowOf(await preview(admin, first.templateId), chapter)).toMatchObject({ hoursBefore: 1.5, hoursAfter: 1.5 });
});

test("the cap is for boards: what members without a chapter take is shown, and needs no reason", async () => {
  const { organizationId, admin } = await small();
  const direct = await seed.chapter(organizationId, null, { direct_members: true });
  const heavy = await make.template(organizationId, monthly(300));
  const shown = await preview(admin, heavy.templateId, { chapterIds: [direct] });
  expect(shown).toMatchObject({ chaptersAboveCap: 0 });
  expect(rowOf(shown, direct)).toMatchObject({ hoursAfter: 5, aboveCap: false });
  await expect(rollOut(admin, heavy, { chapterIds: [direct] })).resolves.toMatchObject({ problems: [] });
});

test("chapters above the cap need a reason, which is kept on the roll-out and not in the audit", async () => {
  const { organizationId, admin, chapter } = await small();
  const heavy = await make.template(organizationId, monthly(300));
  expect(await preview(admin, heavy.templateId)).toMatchObject({ chaptersAboveCap: 1, chapters: [{ aboveCap: true }] });
  const without = await rollOut(admin, heavy);
  expect(without).toMatchObject({
    rollout: null,
    problems: [{ path: ["capReason"], message: expect.stringContaining("Ett lag") }],
  });
  for (const capReason of ["kort", "   ", "x".repeat(501), "Gjelder 13097248022 og andre"]) {
    await expect(rollOut(admin, heavy, { capReason })).resolves.toMatchObject({
      rollout: null,
      problems: [{ path: ["capReason"] }],
    });
  }
  const { rows: nothing } = await seed.client.query(`select 1 from app.touchpoint where chapter_id = $1`, [chapter]);
  expect(nothing).toEqual([]);
  const capReason = "Avtalt med styret på telefon";
  const done = await rollOut(admin, heavy, { capReason });
  expect(done).toMatchObject({ problems: [], rollout: { capReason, heldCount: 1 } });
  const { rows } = await seed.client.query<{ detail: object }>(`select detail from app.audit where subject_id = $1`, [
    heavy.templateId,
  ]);
  expect(rows).toEqual([{ detail: expect.objectContaining({ aboveCap: true }) }]);
  expect(JSON.stringify(rows)).not.toContain("telefon");
  // the same again adds nothing, and asks nothing
  await expect(rollOut(admin, heavy)).resolves.toMatchObject({ problems: [], rollout: { capReason: null } });
  const light = await make.template(organizationId, monthly(10));
  expect(await preview(admin, light.templateId)).toMatchObject({ chaptersAboveCap: 1 });
});

test("hours of what is about members come from the published numbers alone", async () => {
  const { organizationId, admin, chapter } = await small();
  const other = await seed.chapter(organizationId);
  const talk = await make.template(organizationId, {
    trigger: { kind: "MEMBER_JOINED", offsets: [0] },
    reportFields: [],
    minutes: 60,
  });
  await seed.rollout(talk, admin.seatId);
  const published = {
    organization_id: organizationId,
    template_id: talk.templateId,
    snapshot_on: "2025-06-30",
    unit_kind: "CHAPTER",
    measure: "CLOSED",
  };
  const release = { organization_id: organizationId, template_id: talk.templateId, snapshot_on: "2025-06-30" };
  await seed.rows("published_release", { ...release, months: 24, cells: 2, readable: 1 });
  await seed.rows("published_count", { ...published, unit_id: chapter, value: 48 });
  await seed.rows("published_count", { ...published, unit_id: other, value: null });
  const duty = await make.template(organizationId, monthly(60));
  const before = await preview(admin, duty.templateId);
  // 48 in two years is two a month of an hour and four seconds for the outcome; a hidden number stands for two
  expect(rowOf(before, chapter)).toMatchObject({ hoursBefore: 2, hoursAfter: 3 });
  expect(rowOf(before, other)).toMatchObject({ hoursBefore: 0.08, hoursAfter: 1.08 });
  const member = await make.member(organizationId, chapter);
  await make.touchpoint(talk, chapter, { about_member: true, member_id: member, opens_on: from });
  expect(await preview(admin, duty.templateId)).toEqual(before);
  // a heavier version of it weighs the same published numbers
  await make.version(
    talk,
    gathering({ trigger: { kind: "MEMBER_JOINED", offsets: [0] }, reportFields: [], minutes: 120 }),
    { major: 2 },
  );
  const heavier = await preview(admin, talk.templateId);
  expect(rowOf(heavier, chapter)).toMatchObject({ hoursBefore: 2, hoursAfter: 4 });
  await make.member(organizationId, other);
  expect(await preview(admin, talk.templateId)).toEqual(heavier);
});

test("the seconds to report are estimated until ten have reported, and measured from then on", async () => {
  const { organizationId, admin, chapter } = await small();
  const ids = await make.template(organizationId);
  const BURDEN = `query ($id: ID!) { template(id: $id) { published { burden { perReport perPeriod measured n } } } }`;
  const burden = async () =>
    (await server.ask<{ template: { published: { burden: object } } }>(admin, BURDEN, { id: ids.templateId })).template
      .published.burden;
  const report = () => make.touchpoint(ids, chapter, { opens_on: today, closed_at: new Date(), report_seconds: 48 });
  for (let n = 0; n < 9; n++) await report();
  expect(await burden()).toEqual({ perReport: 9, perPeriod: 0, measured: false, n: 0 });
  await report();
  expect(await burden()).toEqual({ perReport: 48, perPeriod: 0, measured: true, n: 10 });
  await report();
  expect(await burden()).toMatchObject({ n: 10 });
});

test("counts duties of the own organization alone", async () => {
  const ids = await make.template(federation.organizationId, monthly(60));
  const foreign = await make.template(federation.foreignOrganizationId, monthly(600));
  await make.touchpoint(foreign, federation.chapters.foreign, { opens_on: from });
  const { chapters } = await preview(federation.admin, ids.templateId);
  expect(chapters).toHaveLength(3);
  expect(chapters.every(({ hoursBefore, hoursAfter }) => hoursBefore === 0 && hoursAfter === 1)).toBe(true);
});
