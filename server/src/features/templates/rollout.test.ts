import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, osloDate } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { extendRollouts } from "./extend-rollouts.js";
import { gathering, TEMPLATE } from "./templates.testing.js";
import type { Payload, TemplateData } from "./templates.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, job: Door;
const today = osloDate(new Date());

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  job = await openDoor({
    databaseUrl: database.adminUrl,
    rolePrefix: database.rolePrefix,
    secret: database.secret,
    login: "job",
    poolSize: 2,
  });
});
afterAll(async () => {
  await job.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

/** a published template, made as the owner would */
async function template(organizationId: string, over: Partial<TemplateDefinition> = {}) {
  const [templateId, versionId] = [randomUUID(), randomUUID()];
  const definition = gathering(over);
  const aboutMember = definition.trigger.kind === "MEMBER_JOINED";
  await seed.rows("touchpoint_template", { organization_id: organizationId, id: templateId, key: `t${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id: organizationId,
    id: versionId,
    template_id: templateId,
    state: "PUBLISHED",
    definition,
    about_member: aboutMember,
    published_at: new Date(),
  });
  return { templateId, versionId };
}

type RolledOut = {
  rollout: TemplateData["rollouts"][number] | null;
  template: TemplateData | null;
  problems: Payload["problems"];
};
const ROLL_OUT = `mutation ($input: RollOutInput!) { rollOut(input: $input) { rollout { id versionNumber ring chapterCount touchpointCount allChapters } template { ${TEMPLATE} } problems { code path message } } }`;
async function rollOut(seat: SeededSeat, input: object): Promise<RolledOut> {
  const data = await server.ask<{ rollOut: RolledOut }>(seat, ROLL_OUT, {
    input: { key: randomUUID(), id: randomUUID(), effectiveFrom: today, ...input },
  });
  return data.rollOut;
}
type Preview = {
  rolloutPreview: {
    versionNumber: string;
    triggerKind: string;
    newTouchpoints: number;
    firstOpensOn: string | null;
    chapters: { chapterId: string; created: number; alreadyThere: number }[];
    occurrences: { occurrence: string; isPeriodReport: boolean }[];
  };
};
const PREVIEW = `query ($input: RolloutPreviewInput!) { rolloutPreview(input: $input) { versionNumber triggerKind newTouchpoints firstOpensOn
  chapters { chapterId chapterName created alreadyThere } occurrences { occurrence opensOn dueOn missOn isPeriodReport name { nb } } } }`;
const preview = async (seat: SeededSeat, input: object) =>
  (await server.ask<Preview>(seat, PREVIEW, { input: { effectiveFrom: today, ...input } })).rolloutPreview;

async function touchpoints(
  templateId: string,
): Promise<{ chapter_id: string; occurrence: string; period_report: boolean }[]> {
  const { rows } = await seed.client.query<{ chapter_id: string; occurrence: string; period_report: boolean }>(
    `select chapter_id, occurrence, period_report from app.touchpoint where template_id = $1 order by 1, 2`,
    [templateId],
  );
  return rows;
}

test("gives every chapter twelve months, as the preview said; doing it again makes nothing new", async () => {
  const ids = await template(federation.organizationId);
  const before = await preview(federation.admin, { templateId: ids.templateId });
  expect(before).toMatchObject({
    versionNumber: "1.0",
    triggerKind: "PERIOD",
    newTouchpoints: 3 * before.occurrences.length,
  });
  expect(await touchpoints(ids.templateId)).toEqual([]);

  const first = await rollOut(federation.admin, ids);
  expect(first.problems).toEqual([]);
  expect(first.rollout).toMatchObject({
    versionNumber: "1.0",
    ring: "ALL",
    chapterCount: 3,
    allChapters: true,
    touchpointCount: before.newTouchpoints,
  });
  const made = await touchpoints(ids.templateId);
  expect(made).toHaveLength(before.newTouchpoints);

  const after = await preview(federation.editor, { templateId: ids.templateId });
  expect(after.newTouchpoints).toBe(0);
  expect(after.chapters.map(({ alreadyThere }) => alreadyThere)).toEqual(Array(3).fill(before.occurrences.length));
  const again = await rollOut(federation.editor, ids);
  expect(again.rollout).toMatchObject({ touchpointCount: 0 });
  expect(await touchpoints(ids.templateId)).toEqual(made);
  expect(again.template!.rollouts).toHaveLength(2);
});

test("the same key twice and at once is one roll-out", async () => {
  const ids = await template(federation.organizationId);
  const input = { ...ids, key: randomUUID(), id: randomUUID() };
  await Promise.all([1, 2, 3].map(() => rollOut(federation.admin, input)));
  const last = await rollOut(federation.admin, input);
  expect(last.problems).toEqual([]);
  expect(last.template!.rollouts.map(({ id }) => id)).toEqual([input.id]);
});

test("two with different keys at once make each touchpoint once", async () => {
  const ids = await template(federation.organizationId);
  const both = await Promise.all([rollOut(federation.admin, ids), rollOut(federation.editor, ids)]);
  const counts = both.map(({ rollout }) => rollout!.touchpointCount);
  expect(Math.min(...counts)).toBe(0);
  expect(await touchpoints(ids.templateId)).toHaveLength(Math.max(...counts));
});

test("reaches the chapters that are in a region today, or those chosen", async () => {
  const ids = await template(federation.organizationId);
  const east = await rollOut(federation.admin, { ...ids, regionIds: [federation.regions.east] });
  expect(east.rollout).toMatchObject({ ring: "WAVE", chapterCount: 2, allChapters: false });
  const chosen = await preview(federation.admin, {
    templateId: ids.templateId,
    chapterIds: [federation.chapters.own, federation.chapters.far],
  });
  expect(Object.fromEntries(chosen.chapters.map((row) => [row.chapterId, row.created > 0]))).toEqual({
    [federation.chapters.own]: false,
    [federation.chapters.far]: true,
  });
  await expect(rollOut(federation.admin, { ...ids, chapterIds: [federation.chapters.far] })).resolves.toMatchObject({
    problems: [],
  });
});

test("counts from the day given and never makes what was already due", async () => {
  const ids = await template(federation.organizationId);
  const back = await preview(federation.admin, { templateId: ids.templateId, effectiveFrom: addDays(today, -300) });
  expect(back.occurrences.length).toBeGreaterThanOrEqual(12);
  expect(back.occurrences.length).toBeLessThanOrEqual(14);
  const late = await rollOut(federation.admin, { ...ids, effectiveFrom: addDays(today, -4000) });
  expect(late.problems.map(({ path }) => path)).toEqual([["effectiveFrom"]]);
  const far = { templateId: ids.templateId, effectiveFrom: "0100-01-01" };
  await expect(server.code(federation.admin, PREVIEW, { input: far })).resolves.toBe("BAD_REQUEST");
  const nobody = await rollOut(federation.admin, { ...ids, chapterIds: [] });
  expect(nobody.problems.map(({ path }) => path)).toEqual([["chapterIds"]]);
});

test("what begins with an event or by hand makes nothing now; the period's question comes", async () => {
  const manual = await template(federation.organizationId, { trigger: { kind: "MANUAL" } });
  await expect(preview(federation.admin, { templateId: manual.templateId })).resolves.toMatchObject({
    triggerKind: "MANUAL",
    newTouchpoints: 0,
    firstOpensOn: null,
  });
  await expect(rollOut(federation.admin, manual)).resolves.toMatchObject({
    problems: [],
    rollout: { chapterCount: 3, touchpointCount: 0 },
  });
  const perMember = await template(federation.organizationId, {
    trigger: { kind: "MEMBER_JOINED", offsets: [3] },
    periodReport: {
      period: "QUARTER",
      field: { key: "wishes", type: "TEXT", label: { nb: "Hva ønsker de?" }, required: false },
      dueAfterDays: 7,
      missAfterDays: 7,
    },
  });
  await rollOut(federation.admin, perMember);
  const made = await touchpoints(perMember.templateId);
  expect(made.length).toBeGreaterThan(0);
  expect(made.every(({ period_report, occurrence }) => period_report && occurrence.startsWith("R-"))).toBe(true);
});

test("reaches the members without a chapter only with what is about members, or when chosen", async () => {
  const organizationId = await seed.organization();
  const admin = await seed.seat(organizationId, "NATIONAL_ADMIN");
  const direct = await seed.chapter(organizationId, null, { direct_members: true });
  await seed.chapter(organizationId);
  const chapters = async (templateId: string, over: object = {}) =>
    (await preview(admin, { templateId, ...over })).chapters.map(({ chapterId }) => chapterId);
  const gatherings = await template(organizationId);
  expect(await chapters(gatherings.templateId)).not.toContain(direct);
  expect(await chapters(gatherings.templateId, { chapterIds: [direct] })).toEqual([direct]);
  const perMember = await template(organizationId, { trigger: { kind: "MEMBER_JOINED", offsets: [3] } });
  expect(await chapters(perMember.templateId)).toContain(direct);
  await expect(rollOut(admin, gatherings)).resolves.toMatchObject({ rollout: { chapterCount: 1 } });
  await expect(extendRollouts({ job }, organizationId)).resolves.toBe(0);
});

test("only the version in force is rolled out", async () => {
  const ids = await template(federation.organizationId);
  await seed.client.query(`update app.template_version set state = 'CLOSED' where id = $1`, [ids.versionId]);
  await expect(rollOut(federation.admin, ids)).resolves.toMatchObject({
    problems: [{ code: "INVALID" }],
    rollout: null,
  });
  await expect(
    server.code(federation.admin, PREVIEW, { input: { templateId: ids.templateId, effectiveFrom: today } }),
  ).resolves.toBe("NOT_FOUND");
  const next = randomUUID();
  await seed.rows("template_version", {
    organization_id: federation.organizationId,
    id: next,
    template_id: ids.templateId,
    minor: 1,
    state: "PUBLISHED",
    definition: gathering(),
    about_member: false,
    published_at: new Date(),
  });
  await expect(rollOut(federation.admin, ids)).resolves.toMatchObject({ problems: [{ code: "CONFLICT" }] });
  await expect(rollOut(federation.admin, { ...ids, versionId: next })).resolves.toMatchObject({ problems: [] });
});

test("is national's right; another organization's template, chapter or region is not there", async () => {
  const ids = await template(federation.organizationId);
  const input = { key: randomUUID(), id: randomUUID(), effectiveFrom: today, ...ids };
  const code = (seat: SeededSeat, over: object = {}) => server.code(seat, ROLL_OUT, { input: { ...input, ...over } });
  await expect(code(federation.coordinator)).resolves.toBe("FORBIDDEN");
  await expect(code(federation.leader)).resolves.toBe("FORBIDDEN");
  await expect(code(federation.foreignAdmin)).resolves.toBe("NOT_FOUND");
  await expect(code(federation.admin, { chapterIds: [federation.chapters.foreign] })).resolves.toBe("NOT_FOUND");
  await expect(code(federation.admin, { regionIds: [randomUUID()] })).resolves.toBe("NOT_FOUND");
  await expect(code(federation.admin, { templateId: "ip-01" })).resolves.toBe("NOT_FOUND");
  expect(await touchpoints(ids.templateId)).toEqual([]);
});

test("is audited without a name", async () => {
  const ids = await template(federation.organizationId);
  await rollOut(federation.admin, ids);
  const { rows } = await seed.client.query<{ action: string; detail: object }>(
    `select action, detail from app.audit where subject_id = $1`,
    [ids.templateId],
  );
  expect(rows).toEqual([
    { action: "ROLLED_OUT", detail: expect.objectContaining({ version: "1.0", chapters: 3, all: true }) },
  ]);
});

test("is kept twelve months ahead every night, in chapters opened since too, and not in closed ones", async () => {
  const organizationId = await seed.organization();
  const admin = await seed.seat(organizationId, "NATIONAL_ADMIN");
  await seed.chapter(organizationId);
  const ids = await template(organizationId);
  await rollOut(admin, ids);
  const before = await touchpoints(ids.templateId);
  await expect(extendRollouts({ job }, organizationId)).resolves.toBe(0);
  const young = await seed.chapter(organizationId, null, { opened_on: today });
  await seed.chapter(organizationId, null, { closed_on: "2021-01-01" });
  const made = await extendRollouts({ job }, organizationId);
  const after = await touchpoints(ids.templateId);
  expect(made).toBe(after.length - before.length);
  expect(after.filter(({ chapter_id }) => chapter_id === young)).toHaveLength(made);
  expect(made).toBeGreaterThan(0);
  await seed.client.query(`update app.rollout set ended_on = $1 where organization_id = $2`, [today, organizationId]);
  await seed.chapter(organizationId, null, { opened_on: today });
  await expect(extendRollouts({ job }, organizationId)).resolves.toBe(0);
});

test("a thousand chapters get a year in one go", async () => {
  const organizationId = await seed.organization();
  const admin = await seed.seat(organizationId, "NATIONAL_ADMIN");
  await seed.client.query(
    `insert into app.chapter (organization_id, id, name, short_name, county, opened_on)
     select $1, gen_random_uuid(), 'Chapter ' || n, 'C' || n, '32', '2020-01-01' from generate_series(1, 1000) n`,
    [organizationId],
  );
  const ids = await template(organizationId);
  const from = `${Number(today.slice(0, 4)) + 1}-01-01`;
  await expect(rollOut(admin, { ...ids, effectiveFrom: from })).resolves.toMatchObject({
    problems: [],
    rollout: { chapterCount: 1000, touchpointCount: 12_000 },
  });
});
