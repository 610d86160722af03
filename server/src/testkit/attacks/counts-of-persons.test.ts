import { addDays, lastQuarterEnd } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishSnapshots } from "../../features/standings/index.js";
import { DUTY, touchpointSeed, WELCOME } from "../../features/touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../../features/touchpoints/touchpoints.testing.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";

// Numbers of persons that occur nowhere else are put in a chapter; nobody above it, and nobody beside it, may meet them
// in any answer. Snapshots publish some other numbers only.

const CAME = 7919;
const MEETING_CAME = 4099;
const ATTENDED = 6007;
const MEMBERS = 37;
let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed;
let duty: string, welcome: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  // a question filled from the meeting, whose author said nothing of what it counts
  const attended = {
    key: "attended",
    type: "NUMBER" as const,
    label: { nb: "Oppmøte" },
    required: false,
    source: "MEETING_ATTENDANCE" as const,
  };
  const dutyVersion = await place.template({ ...DUTY, reportFields: [...DUTY.reportFields.slice(0, 4), attended] });
  const welcomeVersion = await place.template(WELCOME);
  [duty, welcome] = [dutyVersion.templateId, welcomeVersion.templateId];
  await seed.client.query(
    "update app.touchpoint_template set core_position = case id when $1 then 1 else 2 end where id = any ($2)",
    [duty, [duty, welcome]],
  );
  for (const template of [dutyVersion, welcomeVersion]) {
    await seed.rows("rollout", {
      organization_id: world.organizationId,
      id: uuidv7(),
      template_id: template.templateId,
      version_id: template.versionId,
      ring: "ALL",
      all_chapters: true,
      effective_from: addDays(place.today, -300),
      catch_up: "SKIP",
      created_by: world.admin.seatId,
    });
  }
  await place.touchpoint(dutyVersion, {
    closed_at: new Date(),
    answers: { attendance: CAME, attended: ATTENDED, invited: CAME, decided: "Noe" },
  });
  for (let i = 0; i < MEMBERS; i += 1) {
    const member_id = await place.member(world.chapters.own);
    await place.touchpoint(welcomeVersion, { member_id, closed_at: new Date(), answers: { next_step: true } });
  }
  await seed.rows("meeting", {
    organization_id: world.organizationId,
    chapter_id: world.chapters.own,
    id: uuidv7(),
    kind: "GATHERING",
    held_on: addDays(place.today, -1),
    attendance: MEETING_CAME,
  });
  await publishSnapshots({
    databaseUrl: database.adminUrl,
    rolePrefix: database.rolePrefix,
    secret: database.secret,
    today: place.today,
  });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const COUNTS = "{ onTime late missed closed lateOrMissed open overdue waived empty cancelled }";
const TOUCHPOINTS = "{ totalCount nodes { id attempts outcome stepsDone stepCount } pageInfo { hasNextPage } }";
/** every question that may answer with numbers */
const QUESTIONS: [string, string, (t: { templateId: string }) => object][] = [
  [
    "comparison",
    `query ($templateId: ID!) { comparison(templateId: $templateId) { rows { chapter { id } counts ${COUNTS} completion { numerator denominator } timeliness { numerator denominator } waiverShare { numerator denominator } } total ${COUNTS} completion { numerator denominator } } }`,
    (t) => t,
  ],
  [
    "answerTable",
    `query ($templateId: ID!) { answerTable(templateId: $templateId) { csv rows { reports cells { n sum options { key n } } } total { n sum options { key n } } } }`,
    (t) => t,
  ],
  [
    "answerTexts",
    `query ($templateId: ID!, $period: String!) { answerTexts(templateId: $templateId, period: $period) { totalCount nodes { text } } }`,
    (t) => ({ ...t, period: place.today.slice(0, 4) }),
  ],
  [
    "overview",
    `{ overview { core { counts ${COUNTS} chapterCount } needs { overdue missed activeSeats } chapterCount } }`,
    () => ({}),
  ],
  [
    "chapterTouchpoints",
    `query ($templateId: ID!, $chapterId: ID!, $period: String!) { chapterTouchpoints(templateId: $templateId, chapterId: $chapterId, period: $period) ${TOUCHPOINTS} }`,
    (t) => ({ ...t, chapterId: world.chapters.own, period: place.today.slice(0, 4) }),
  ],
  ["meetings", "{ meetings { totalCount nodes { id attendance } } }", () => ({})],
  ["ownStandings", `{ ownStandings { periods { counts ${COUNTS} } } }`, () => ({})],
  [
    "rolloutPreview",
    `query ($input: RolloutPreviewInput!) { rolloutPreview(input: $input) { newTouchpoints chapters { created alreadyThere } } }`,
    (t) => ({ input: { ...t, effectiveFrom: place.today } }),
  ],
  [
    "template",
    "query ($templateId: ID!) { template(id: $templateId) { rollouts { touchpointCount chapterCount } } }",
    (t) => t,
  ],
  ["organization", "{ organization { regions { chapterCount } } }", () => ({})],
];
const SECRET = new RegExp(`\\b(${[CAME, MEETING_CAME, ATTENDED, CAME + ATTENDED, MEMBERS].join("|")})\\b`);

/** the numbers of persons met in any answer, with the question that told them */
async function met(seat: SeededSeat): Promise<string[]> {
  const told: string[] = [];
  for (const templateId of [duty, welcome]) {
    for (const [name, query, variables] of QUESTIONS) {
      const answer = await server.run(seat, query, variables({ templateId }));
      const bad = answer.errors?.find(({ extensions }) => !/^(FORBIDDEN|NOT_FOUND)$/.test(extensions.code));
      if (bad) throw new Error(`${name}: ${bad.extensions.code}`);
      // ids hold digits of their own
      const said = JSON.stringify(answer.data ?? null).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
      if (SECRET.test(said)) told.push(name);
    }
  }
  const { rows } = await seed.client.query<{ id: string }>(
    "select id from app.touchpoint where chapter_id = $1 and template_id = $2",
    [world.chapters.own, duty],
  );
  for (const { id } of rows) {
    const detail = await server.run(
      seat,
      "query ($id: ID!) { touchpoint(id: $id) { answers { field number hidden } prefilled { number } meeting { attendance } nextMeeting { attendance } } }",
      { id },
    );
    if (SECRET.test(JSON.stringify(detail.data ?? null))) told.push("touchpoint");
  }
  return [...new Set(told)];
}

describe("live counts of persons", () => {
  test("are met by the own board, so that the questions are the right ones", async () => {
    expect(await met(world.board)).toEqual(
      expect.arrayContaining(["chapterTouchpoints", "meetings", "ownStandings", "touchpoint"]),
    );
  });

  test.each(["mentor", "coordinator", "editor", "admin", "siblingLeader", "farCoordinator", "foreignAdmin"] as const)(
    "are met by no %s",
    async (who) => {
      expect(await met(world[who])).toEqual([]);
    },
  );
});

test("the answers a board took back are its own until it sends them again", async () => {
  const { rows } = await seed.client.query<{ id: string }>(
    "update app.touchpoint set closed_at = null where chapter_id = $1 and template_id = $2 returning id",
    [world.chapters.own, duty],
  );
  const read = async (seat: SeededSeat) =>
    (
      await server.ask<{ touchpoint: { answers: unknown[] } }>(
        seat,
        "query ($id: ID!) { touchpoint(id: $id) { answers { field text } } }",
        { id: rows[0]!.id },
      )
    ).touchpoint.answers;
  expect((await read(world.board)).length).toBeGreaterThan(0);
  expect(await read(world.admin)).toEqual([]);
});

test("a chapter that is closed leaves no number of members in the trail", async () => {
  const member_id = await place.member(world.chapters.sibling);
  const [one, other] = [await place.template(WELCOME), await place.template(DUTY)];
  await place.touchpoint(one, { chapter_id: world.chapters.sibling, member_id });
  await place.touchpoint(other, { chapter_id: world.chapters.sibling });
  const close = `mutation ($input: CloseChapterInput!) { closeChapter(input: $input) { problems { code } } }`;
  const input = { key: uuidv7(), id: world.chapters.sibling, rev: 1, closedOn: place.today };
  await expect(server.ask(world.admin, close, { input })).resolves.toEqual({ closeChapter: { problems: [] } });
  type Trail = { auditTrail: { nodes: { action: string; detail: string }[] } };
  const { auditTrail } = await server.ask<Trail>(world.admin, "{ auditTrail(first: 5) { nodes { action detail } } }");
  const line = auditTrail.nodes.find(({ action }) => action === "CHAPTER_CLOSED")!;
  expect(JSON.parse(line.detail)).toMatchObject({ cancelled: 1 });
});

test("one absurd report keeps nobody from their numbers, and two who publish at once publish one picture", async () => {
  const quarter = lastQuarterEnd(place.today);
  const version = await place.template(DUTY);
  for (let i = 0; i < 3; i += 1) {
    await place.touchpoint(version, {
      chapter_id: world.chapters.far,
      first_due_on: quarter,
      due_on: quarter,
      closed_at: `${addDays(quarter, -1)}T12:00:00Z`,
      answers: { attendance: 1_000_000_000, cost: 1_000_000_000 },
    });
  }
  await seed.client.query("delete from app.published_count");
  const { databaseUrl, rolePrefix, secret } = server.env;
  const publish = () => publishSnapshots({ databaseUrl, rolePrefix, secret, today: place.today });
  const published = await Promise.all([publish(), publish(), publish()]);
  expect(published.reduce((sum, n) => sum + n, 0)).toBe(1);
  const table = `query ($templateId: ID!, $period: String) { answerTable(templateId: $templateId, period: $period) { rows { cells { sum } } total { sum } csv } }`;
  const variables = { templateId: version.templateId, period: quarter.slice(0, 4) };
  await expect(server.code(world.admin, table, variables)).resolves.toBe("OK");
});
