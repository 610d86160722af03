import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query("delete from app.audit");
  await seed.client.query(
    `update app.organization set region_term = 'region', suppression_k = 5, suppression_reason = null, languages = '{nb,nn,en}',
       main_colour = null, core_set_size = 5, core_limit_minutes = null, keep_follow_up_months = 24, keep_attendance_months = 24, keep_invitations_days = 90, self_join_age = 15,
       min_age = 13, max_age = null, rev = 1`,
  );
  await seed.client.query("update app.organization set suppression_before = '[]'");
});

type Settings = {
  rev: number;
  suppressionK: number;
  suppressionBefore: { until: string; k: number }[];
  changes: { setting: string; actorName: string | null }[];
  oldInvitations: { afterDays: number; n: number }[];
} & Record<string, unknown>;
type Payload = { settings: Settings; problems: { code: string; path: string[]; message: string }[] };
const FIELDS = `rev levelTerm minAge selfJoinAge digitalConsentAge grantAge maxAge suppressionK suppressionReason suppressionBefore { until k } languages
  mainColour coreSetSize coreSetChosen coreLimitMinutes burdenCapMinutes keepFollowUpMonths keepAttendanceMonths keepInvitationsDays readingLimit oldInvitations { afterDays n } changes { setting actorName }`;
const run = (field: string, input: object, seat: SeededSeat = world.admin) =>
  server.run<Record<string, Payload>>(
    seat,
    `mutation ($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { settings { ${FIELDS} } problems { code path message } } }`,
    { input: { key: uuidv7(), rev: 1, ...input } },
  );
const set = async (field: string, input: object): Promise<Payload> => (await run(field, input)).data![field]!;
const AGES = { minAge: 13, selfJoinAge: 15, digitalConsentAge: 13, grantAge: 26, maxAge: 36 };
const KEPT = { followUpMonths: 12, attendanceMonths: 6, invitationsDays: 30 };
const RIGHT: [string, object, object][] = [
  ["setLevelTerm", { term: "COUNTY" }, { levelTerm: "COUNTY" }],
  ["setAges", AGES, AGES],
  ["setSmallNumbers", { k: 3, reason: "Vedtatt i styret" }, { suppressionK: 3, suppressionReason: "Vedtatt i styret" }],
  ["setLanguages", { languages: ["en", "nb", "en"] }, { languages: ["nb", "en"] }],
  ["setMainColour", { colour: " #8A3B6B " }, { mainColour: "#8a3b6b" }],
  ["setCoreSetSize", { size: 1 }, { coreSetSize: 1 }],
  ["setCoreLimit", { minutes: 90 }, { coreLimitMinutes: 90, burdenCapMinutes: 240 }],
  ["setReadingLimit", { points: 200 }, { readingLimit: 200 }],
  ["setRetention", KEPT, { keepFollowUpMonths: 12, keepAttendanceMonths: 6, keepInvitationsDays: 30 }],
];

describe("what an organization decides for itself", () => {
  test.each(RIGHT)(
    "%s is done once a key, on the rev it was based on, and is in the trail",
    async (field, input, now) => {
      const before = await seed.client.query<{ n: number }>("select count(*)::int as n from app.audit");
      const key = uuidv7();
      const twins = await Promise.all([1, 2].map(() => set(field, { key, ...input })));
      for (const { problems, settings } of twins) {
        expect(problems).toEqual([]);
        expect(settings).toMatchObject({ rev: 2, ...now });
      }
      expect((await set(field, { key, ...input })).settings).toMatchObject({ rev: 2, ...now });
      const late = await set(field, { rev: 1, ...input });
      expect(late.problems).toMatchObject([{ code: "CONFLICT" }]);
      expect(late.settings).toMatchObject({ rev: 2, ...now });
      const after = await seed.client.query<{ n: number }>("select count(*)::int as n from app.audit");
      expect(after.rows[0]!.n).toBe(before.rows[0]!.n + 1);
      expect(late.settings.changes.length).toBeGreaterThan(0);
      expect(late.settings.changes.every(({ actorName }) => actorName !== null)).toBe(true);
    },
  );

  test.each([
    ["setAges", { ...AGES, minAge: 12, selfJoinAge: 12 }, ["selfJoinAge"]],
    ["setAges", { ...AGES, digitalConsentAge: 12 }, ["digitalConsentAge"]],
    ["setAges", { ...AGES, minAge: 16 }, ["minAge"]],
    ["setAges", { ...AGES, maxAge: 15 }, ["maxAge"]],
    ["setAges", { ...AGES, maxAge: 121 }, ["maxAge"]],
    ["setAges", { ...AGES, grantAge: 41 }, ["grantAge"]],
    ["setSmallNumbers", { k: 2, reason: "Vi vil se mer" }, ["k"]],
    ["setSmallNumbers", { k: 21, reason: "Vi vil se mindre" }, ["k"]],
    ["setSmallNumbers", { k: 5, reason: "Det samme" }, ["k"]],
    ["setSmallNumbers", { k: 4, reason: " " }, ["reason"]],
    ["setSmallNumbers", { k: 4, reason: "x".repeat(201) }, ["reason"]],
    ["setLanguages", { languages: ["nn", "en"] }, ["languages"]],
    ["setLanguages", { languages: [] }, ["languages"]],
    ["setMainColour", { colour: "teal" }, ["colour"]],
    ["setMainColour", { colour: "#fff" }, ["colour"]],
    ["setMainColour", { colour: "#0b5c57;}" }, ["colour"]],
    ["setCoreSetSize", { size: 0 }, ["size"]],
    ["setCoreSetSize", { size: 11 }, ["size"]],
    ["setCoreLimit", { minutes: 14 }, ["minutes"]],
    ["setCoreLimit", { minutes: 6001 }, ["minutes"]],
    ["setRetention", { ...KEPT, followUpMonths: 25 }, ["followUpMonths"]],
    ["setRetention", { ...KEPT, followUpMonths: 5 }, ["followUpMonths"]],
    ["setRetention", { ...KEPT, attendanceMonths: 36 }, ["attendanceMonths"]],
    ["setRetention", { ...KEPT, invitationsDays: 91 }, ["invitationsDays"]],
  ])("%s refuses %j and changes nothing", async (field, input, path) => {
    const { problems, settings } = await set(field, input);
    expect(problems).toMatchObject([{ code: "INVALID", path }]);
    expect(settings.rev).toBe(1);
  });

  test("is the administrator's of that organization alone, to read too", async () => {
    const read = `{ federationSettings { rev } }`;
    for (const seat of [world.editor, world.coordinator, world.leader, world.mentor]) {
      expect((await server.run(seat, read)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      for (const [field, input] of RIGHT)
        expect((await run(field, input, seat)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    }
    await run("setMainColour", { colour: "#123456" }, world.foreignAdmin);
    const mine = await server.ask<{ federationSettings: Settings }>(
      world.admin,
      `{ federationSettings { mainColour } }`,
    );
    expect(mine.federationSettings["mainColour"]).toBeNull();
    const theirs = await server.ask<{ federationSettings: Settings }>(
      world.foreignAdmin,
      `{ federationSettings { mainColour changes { setting } } }`,
    );
    expect(theirs.federationSettings).toMatchObject({
      mainColour: "#123456",
      changes: [{ setting: "COLOUR_CHANGED" }],
    });
  });
});

describe("the limit of small numbers", () => {
  const limitOn = async (day: string) =>
    (
      await seed.client.query<{ k: number }>(
        "select authz.limit_on(suppression_k, suppression_before, $2::date) as k from app.organization where id = $1",
        [world.organizationId, day],
      )
    ).rows[0]!.k;

  test("counts from today on and never backwards, however often it is changed", async () => {
    await set("setSmallNumbers", { k: 3, reason: "Vedtatt i styret" });
    await set("setSmallNumbers", { rev: 2, k: 8, reason: "Angret" });
    expect([await limitOn("2026-01-01"), await limitOn(today), await limitOn("2999-12-31")]).toEqual([5, 8, 8]);
    await seed.client.query(
      `update app.organization set suppression_before = '[{"until": "2026-03-01", "k": 7}, {"until": "2026-06-01", "k": 4}]' where id = $1`,
      [world.organizationId],
    );
    const days = ["2026-02-28", "2026-03-01", "2026-05-31", "2026-06-01"];
    expect(await Promise.all(days.map(limitOn))).toEqual([7, 4, 4, 8]);
    const third = await set("setSmallNumbers", { rev: 3, k: 5, reason: "Tilbake" });
    expect(third.settings.suppressionBefore).toEqual([
      { until: "2026-03-01", k: 7 },
      { until: "2026-06-01", k: 4 },
      { until: today, k: 8 },
    ]);
  });

  test("a number of a quarter that is over keeps the limit it was published under", async () => {
    await seed.rows("published_membership", {
      organization_id: world.organizationId,
      snapshot_on: "2026-09-30",
      unit_kind: "ORGANIZATION",
      unit_id: world.organizationId,
      measure: "ACTIVE",
      value: 40,
    });
    await set("setSmallNumbers", { k: 3, reason: "Vedtatt i styret" });
    const { publishedMembership } = await server.ask<{
      publishedMembership: { referenceDate: string; within: number };
    }>(world.admin, `{ publishedMembership { referenceDate within } }`);
    expect(publishedMembership).toEqual({ referenceDate: "2026-09-30", within: 5 });
  });
});

describe("what is beside the settings", () => {
  test("a core set that holds more than would fit is said so", async () => {
    for (const [index, key] of ["a", "b", "c"].entries())
      await seed.rows("touchpoint_template", {
        organization_id: world.organizationId,
        id: uuidv7(),
        key,
        core_position: index + 1,
      });
    const { problems, settings } = await set("setCoreSetSize", { size: 2 });
    expect(problems).toMatchObject([{ code: "INVALID", path: ["size"] }]);
    expect(problems[0]!.message).toContain("3");
    expect(settings).toMatchObject({ coreSetSize: 5, coreSetChosen: 3, rev: 1 });
    expect((await set("setCoreSetSize", { size: 3 })).problems).toEqual([]);
  });

  test("invitations that are over are counted before they go, and go when their time is shorter", async () => {
    const seat = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
    for (const [days, organization] of [
      [20, world.organizationId],
      [40, world.organizationId],
      [70, world.organizationId],
    ] as const)
      await seed.client.query(
        `insert into app.invitation (organization_id, id, seat_id, chapter_id, email_ct, expires_at) values ($1, $2, $3, $4, '\\x00', now() - make_interval(days => $5))`,
        [organization, uuidv7(), seat.seatId, world.chapters.own, days],
      );
    const { settings } = await set("setRetention", KEPT);
    expect(settings.oldInvitations).toEqual([
      { afterDays: 30, n: 2 },
      { afterDays: 60, n: 1 },
      { afterDays: 90, n: 0 },
    ]);
  });
});
