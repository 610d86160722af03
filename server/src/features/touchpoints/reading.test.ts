import { addDays, TOUCHPOINT_STATUSES } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { BY_HAND, DUTY, touchpointSeed, WELCOME } from "./touchpoints.testing.js";
import type { TouchpointSeed } from "./touchpoints.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed, today: string;
let duty: { templateId: string; versionId: string };
let welcome: { templateId: string; versionId: string };

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  ({ today } = place);
  [duty, welcome] = [await place.template(DUTY), await place.template(WELCOME)];
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const LIST = `query ($filter: TouchpointFilter, $first: Int, $after: String, $latestFirst: Boolean) { touchpoints(filter: $filter, first: $first, after: $after, latestFirst: $latestFirst) {
  nodes { id status name { nb } occurrenceName { nb } member { firstName } dueOn nextStep { nb } stepCount minutes burdenSeconds } totalCount pageInfo { endCursor hasNextPage } } }`;
type Node = { id: string; status: string; dueOn: string; member: { firstName: string } | null };
type Page = {
  touchpoints: { nodes: Node[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } };
};
const DETAIL = `query ($id: ID!) { touchpoint(id: $id) { touchpoint { id member { id } closedByName } contact { phone email preference }
  messages { key body { nb } missing } answers { field number text date hidden } prefilled { field number date } reportFields { key }
  meeting { id place } nextMeeting { place } crisisContacts { phone } versionNumber definition { name { nb } } } }`;
type Detail = {
  touchpoint: {
    touchpoint: { member: { id: string } | null };
    contact: { phone: string } | null;
    messages: { body: { nb: string }; missing: string[] }[];
    answers: { field: string; number: number | null; hidden: boolean }[];
    prefilled: { field: string; number: number | null; date: string | null }[];
    reportFields: { key: string }[];
    meeting: { place: string | null } | null;
  };
};

describe("a chapter's list", () => {
  test("is by due day, in pages, the unclosed that open within 60 days", async () => {
    const chapter_id = world.chapters.sibling;
    const days = [5, 1, 3, 2, 4].map((n) => addDays(today, n));
    for (const due_on of days) await place.touchpoint(duty, { chapter_id, due_on });
    await place.touchpoint(duty, { chapter_id, due_on: today, closed_at: new Date() });
    await place.touchpoint(duty, { chapter_id, due_on: addDays(today, 90) });
    const ask = (variables: object) => server.ask<Page>(world.siblingLeader, LIST, variables);
    const one = (await ask({ first: 3 })).touchpoints;
    const two = (await ask({ first: 3, after: one.pageInfo.endCursor })).touchpoints;
    expect([...one.nodes, ...two.nodes].map(({ dueOn }) => dueOn)).toEqual([...days].sort());
    expect([one.totalCount, two.totalCount, two.pageInfo.hasNextPage]).toEqual([5, 5, false]);
    const last = (await ask({ first: 2, latestFirst: true })).touchpoints;
    const before = (await ask({ first: 3, latestFirst: true, after: last.pageInfo.endCursor })).touchpoints;
    expect([...last.nodes, ...before.nodes].map(({ dueOn }) => dueOn)).toEqual([...days].sort().reverse());
    expect((await ask({ filter: {} })).touchpoints.totalCount).toBe(7);
    const narrow = { dueFrom: addDays(today, 2), dueTo: addDays(today, 4), templateId: duty.templateId };
    expect((await ask({ filter: narrow })).touchpoints.totalCount).toBe(3);
    expect((await ask({ filter: { templateId: "nei" } })).touchpoints.totalCount).toBe(0);
  });

  test("finds every status exactly where the domain sees it", async () => {
    const at = (n: number) => addDays(today, n);
    const member_id = await place.member(world.chapters.own);
    const { seatId } = world.admin;
    const all = [
      { due_on: at(0) },
      { due_on: at(-1), miss_on: at(0) },
      { due_on: at(-2), miss_on: at(-1) },
      { due_on: at(-2), miss_on: at(-1), exception_until: at(0) },
      { due_on: at(0), closed_at: new Date() },
      { due_on: at(-1), closed_at: new Date() },
      { closed_at: new Date(), closed_by: seatId, taken_over_by: seatId, taken_over_at: new Date() },
      { waived_at: new Date() },
      { cancelled_at: new Date(), cancelled_because: "MEMBER_LEFT", member_id },
      { emptied_at: new Date() },
    ];
    for (const over of all) await place.touchpoint("member_id" in over ? welcome : duty, over);
    const every = (await server.ask<Page>(world.board, LIST, { filter: {} })).touchpoints.nodes;
    expect(new Set(every.map(({ status }) => status))).toEqual(new Set(TOUCHPOINT_STATUSES));
    for (const status of TOUCHPOINT_STATUSES) {
      const found = (await server.ask<Page>(world.board, LIST, { filter: { status: [status] } })).touchpoints.nodes;
      expect(found.map(({ id }) => id)).toEqual(every.filter((one) => one.status === status).map(({ id }) => id));
    }
    expect((await server.ask<Page>(world.board, LIST, { filter: { status: [] } })).touchpoints.totalCount).toBe(0);
  });

  test("tells apart what opens later from what one can do now", async () => {
    const opens_on = addDays(today, 3);
    const [later, begun] = [
      await place.touchpoint(duty, { opens_on, due_on: addDays(today, 9) }),
      await place.touchpoint(duty, { opens_on, due_on: addDays(today, 9), started_at: new Date() }),
    ];
    const of = async (coming: boolean) =>
      (
        await server.ask<Page>(world.board, LIST, { filter: { status: ["OPEN"], coming }, first: 100 })
      ).touchpoints.nodes.map(({ id }) => id);
    expect(await of(true)).toContain(later.id);
    expect(await of(true)).not.toContain(begun.id);
    expect(await of(false)).toContain(begun.id);
    expect(await of(false)).not.toContain(later.id);
  });

  test("is refused above the chapter and for pages nobody asks for", async () => {
    await expect(server.code(world.coordinator, LIST)).resolves.toBe("FORBIDDEN");
    await expect(server.code(world.admin, LIST)).resolves.toBe("FORBIDDEN");
    await expect(server.code(world.expired, LIST)).resolves.toBe("FORBIDDEN");
    for (const first of [0, 101]) await expect(server.code(world.board, LIST, { first })).resolves.toBe("BAD_REQUEST");
    await expect(server.code(world.board, LIST, { after: "x" })).resolves.toBe("BAD_REQUEST");
  });
});

describe("one touchpoint", () => {
  test("about a member opens the contact, fills the message and says what is empty", async () => {
    const member_id = await place.member(world.chapters.own);
    const { id } = await place.touchpoint(welcome, { member_id });
    const { touchpoint } = await server.ask<Detail>(world.board, DETAIL, { id });
    expect(touchpoint.contact).toEqual({ phone: "+4790000001", email: "ida@test.example", preference: "ANY" });
    expect(touchpoint.messages[0]!.body.nb).toMatch(/^Hei Ida! Person, \{\{telefon\}\}$/);
    expect(touchpoint.messages[0]!.missing).toEqual(["telefon"]);
  });

  test("of a meeting is filled from the chosen meeting, else from the next", async () => {
    const meeting = async (held_on: string, over: object) => {
      const id = uuidv7();
      const row = { organization_id: world.organizationId, chapter_id: world.chapters.own, id, kind: "GATHERING" };
      await seed.rows("meeting", { ...row, held_on, ...over });
      return id;
    };
    await meeting(addDays(today, 3), { place: "Kulturhuset", starts_at: "18:00" });
    const { id } = await place.touchpoint(duty);
    const next = (await server.ask<Detail>(world.board, DETAIL, { id })).touchpoint;
    expect(next.messages[0]!.missing).toEqual([]);
    expect(next.messages[0]!.body.nb).toContain("kl. 18:00, Kulturhuset");
    expect(next.prefilled.find(({ field }) => field === "date")).toBeUndefined();
    expect(next.prefilled.find(({ field }) => field === "invited")!.number).toBeGreaterThan(0);
    const held = await meeting(addDays(today, -1), { attendance: 9 });
    await seed.client.query("update app.touchpoint set meeting_id = $2 where id = $1", [id, held]);
    const chosen = (await server.ask<Detail>(world.board, DETAIL, { id })).touchpoint;
    expect(chosen.prefilled.find(({ field }) => field === "date")!.date).toBe(addDays(today, -1));
    expect(chosen.messages[0]!.missing).toEqual(["klokka", "sted"]);
  });

  test("that is a period's question asks that one question", async () => {
    const { id } = await place.touchpoint(welcome, { period_report: true, occurrence: "R-2026-Q2" });
    const { touchpoint } = await server.ask<Detail>(world.board, DETAIL, { id });
    expect(touchpoint.reportFields.map(({ key }) => key)).toEqual(["worked"]);
    expect(touchpoint.messages).toEqual([]);
  });

  test("seen from above has no person, and hides what counts persons", async () => {
    const answers = { date: today, invited: 30, attendance: 3, cost: 900, decided: "Mer film" };
    const { id } = await place.touchpoint(duty, { closed_at: new Date(), closed_by: world.board.seatId, answers });
    for (const seat of [world.coordinator, world.mentor, world.editor, world.admin]) {
      const { touchpoint } = await server.ask<Detail>(seat, DETAIL, { id });
      const hidden = touchpoint.answers.filter((answer) => answer.hidden);
      expect(hidden.map(({ field, number }) => [field, number])).toEqual([
        ["invited", null],
        ["attendance", null],
      ]);
      expect(touchpoint.answers.find(({ field }) => field === "cost")!.number).toBe(900);
      expect([touchpoint.contact, touchpoint.touchpoint.member, touchpoint.prefilled]).toEqual([null, null, []]);
      expect(touchpoint.messages[0]!.missing).toContain("avsender");
    }
    const own = (await server.ask<Detail>(world.board, DETAIL, { id })).touchpoint;
    expect(own.answers.find(({ field }) => field === "attendance")!.number).toBe(3);
  });

  test("about a member is not there for anybody outside the board", async () => {
    const { id } = await place.touchpoint(welcome, { member_id: await place.member(world.chapters.own) });
    const { id: unbound } = await place.touchpoint(duty);
    const above = [world.coordinator, world.mentor, world.editor, world.admin];
    const outside = [world.siblingLeader, world.farCoordinator, world.foreignLeader, world.foreignAdmin];
    for (const seat of [...above, ...outside])
      await expect(server.code(seat, DETAIL, { id })).resolves.toBe("NOT_FOUND");
    for (const seat of outside) await expect(server.code(seat, DETAIL, { id: unbound })).resolves.toBe("NOT_FOUND");
    await expect(server.code(world.expired, DETAIL, { id })).resolves.toBe("FORBIDDEN");
    await expect(server.code(world.board, DETAIL, { id: uuidv7() })).resolves.toBe("NOT_FOUND");
  });
});

describe("behind a number", () => {
  const BEHIND = `query ($chapterId: ID!, $templateId: ID!, $period: String!) {
    chapterTouchpoints(chapterId: $chapterId, templateId: $templateId, period: $period) { nodes { id member { id } } totalCount } }`;

  test("stand the duties of the period, and nothing about members from above", async () => {
    const chapterId = world.chapters.own;
    const own = await place.template(DUTY);
    const inside = await place.touchpoint(own, { due_on: "2025-05-31" });
    await place.touchpoint(own, { due_on: "2025-07-01" });
    const variables = { chapterId, templateId: own.templateId, period: "2025-H1" };
    for (const seat of [world.coordinator, world.admin, world.mentor, world.board]) {
      const data = await server.ask<{ chapterTouchpoints: { nodes: { id: string }[] } }>(seat, BEHIND, variables);
      expect(data.chapterTouchpoints.nodes.map(({ id }) => id)).toEqual([inside.id]);
    }
    const about = { ...variables, templateId: welcome.templateId, period: today.slice(0, 4) };
    for (const seat of [world.coordinator, world.admin, world.mentor]) {
      await expect(server.code(seat, BEHIND, about)).resolves.toBe("NOT_FOUND");
    }
    await expect(server.code(world.board, BEHIND, about)).resolves.toBe("OK");
    for (const seat of [world.farCoordinator, world.siblingLeader, world.foreignAdmin]) {
      await expect(server.code(seat, BEHIND, variables)).resolves.toBe("NOT_FOUND");
    }
    await expect(server.code(world.admin, BEHIND, { ...variables, period: "i fjor" })).resolves.toBe("BAD_REQUEST");
    await expect(server.code(world.admin, BEHIND, { ...variables, chapterId: "x" })).resolves.toBe("NOT_FOUND");
  });
});

describe("started by hand", () => {
  const START = `mutation ($input: StartTouchpointInput!) { startTouchpoint(input: $input) { created touchpointIds problems { code path } } }`;
  type Started = {
    startTouchpoint: { created: number; touchpointIds: string[]; problems: { code: string; path: string[] }[] };
  };
  const rollOut = (of: { templateId: string; versionId: string }, all = true) =>
    seed.rollout({ ...of, organizationId: world.organizationId }, world.admin.seatId, all ? {} : { chapterIds: [] });

  test("a board starts what is rolled out to it; twice on a day is two, a retry is one", async () => {
    const byHand = await place.template(BY_HAND);
    const unseen = await place.template(BY_HAND);
    await rollOut(byHand);
    await rollOut(unseen, false);
    const startable = await server.ask<{ startableTemplates: { id: string }[] }>(
      world.board,
      "{ startableTemplates { id } }",
    );
    expect(startable.startableTemplates.map(({ id }) => id)).toEqual([byHand.templateId]);
    const input = { key: uuidv7(), templateId: byHand.templateId };
    const start = async (over: object = {}) =>
      (await server.ask<Started>(world.board, START, { input: { ...input, ...over } })).startTouchpoint;
    const twins = await Promise.all(Array.from({ length: 5 }, () => start()));
    expect(new Set(twins.map(({ touchpointIds }) => touchpointIds.join()))).toHaveProperty("size", 1);
    expect(twins[0]!.created).toBe(1);
    // in the same moment: a key of the app's begins with the time it was made
    expect((await start({ key: uuidv7() })).touchpointIds).not.toEqual(twins[0]!.touchpointIds);
    expect((await start({ key: uuidv7(), startOn: "2050-01-01" })).problems).toMatchObject([{ path: ["startOn"] }]);
    const asked = (templateId: string) => server.code(world.board, START, { input: { key: uuidv7(), templateId } });
    await expect(asked(unseen.templateId)).resolves.toBe("NOT_FOUND");
    await expect(asked(duty.templateId)).resolves.toBe("NOT_FOUND");
    const elsewhere = { key: uuidv7(), templateId: byHand.templateId, chapterIds: [world.chapters.sibling] };
    await expect(server.code(world.board, START, { input: elsewhere })).resolves.toBe("NOT_FOUND");
  });

  test("national starts in the chapters it names, never in another organization's", async () => {
    const byHand = await place.template(BY_HAND);
    const chapterIds = [world.chapters.own, world.chapters.far];
    const input = { key: uuidv7(), templateId: byHand.templateId, chapterIds };
    const { startTouchpoint } = await server.ask<Started>(world.editor, START, { input });
    expect(startTouchpoint).toMatchObject({ created: 2, problems: [] });
    const none = await server.ask<Started>(world.admin, START, { input: { ...input, key: uuidv7(), chapterIds: [] } });
    expect(none.startTouchpoint.problems).toMatchObject([{ path: ["chapterIds"] }]);
    const foreign = { ...input, key: uuidv7(), chapterIds: [world.chapters.foreign] };
    await expect(server.code(world.admin, START, { input: foreign })).resolves.toBe("NOT_FOUND");
    await expect(server.code(world.foreignAdmin, START, { input: { ...input, key: uuidv7() } })).resolves.toBe(
      "NOT_FOUND",
    );
    await expect(server.code(world.coordinator, START, { input })).resolves.toBe("FORBIDDEN");
  });

  test("about a member it needs one of the chapter", async () => {
    const about = await place.template({ ...WELCOME, trigger: { kind: "MANUAL", aboutMember: true } });
    await seed.client.query("update app.template_version set state = 'CLOSED' where id = $1", [about.versionId]);
    const versionId = uuidv7();
    await seed.rows("template_version", {
      organization_id: world.organizationId,
      id: versionId,
      template_id: about.templateId,
      major: 2,
      state: "PUBLISHED",
      definition: { ...WELCOME, trigger: { kind: "MANUAL", aboutMember: true } },
      about_member: true,
      published_at: new Date(),
    });
    await rollOut({ ...about, versionId });
    const start = (memberId: string | null) => ({ input: { key: uuidv7(), templateId: about.templateId, memberId } });
    const without = await server.ask<Started>(world.board, START, start(null));
    expect(without.startTouchpoint.problems).toMatchObject([{ path: ["memberId"] }]);
    const mine = await server.ask<Started>(world.board, START, start(await place.member(world.chapters.own)));
    expect(mine.startTouchpoint.created).toBe(1);
    const foreign = await place.member(world.chapters.sibling);
    await expect(server.code(world.board, START, start(foreign))).resolves.toBe("NOT_FOUND");
  });
});
