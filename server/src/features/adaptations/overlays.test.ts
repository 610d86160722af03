import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { ADAPTATION_QUERY, actions, DEFINITION, overlay, OWN, seedVersion } from "./adaptations.testing.js";
import type { Actions } from "./adaptations.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, act: Actions, today: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  act = actions(server);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const version = (over: Parameters<typeof seedVersion>[2] = {}) => seedVersion(seed, world.organizationId, over);
const fresh = (versionId: string, content: object = OWN) => ({ id: uuidv7(), rev: 0, versionId, content });
const actionsOf = async (templateId: string) =>
  (
    await seed.client.query<{ action: string; chapter_id: string }>(
      "select action, chapter_id from app.audit where subject_id = $1 order by at, id",
      [templateId],
    )
  ).rows;

describe("a chapter's overlay", () => {
  test("is kept, read again, changed and taken away, and each is in the trail", async () => {
    const { templateId, versionId } = await version();
    const made = await act.adapt("saveOverlay", world.board, fresh(versionId));
    expect(made.problems).toEqual([]);
    expect(made.adaptation).toMatchObject({
      rev: 1,
      versionNumber: "1.0",
      open: true,
      overlay: { omitted: ["invite"] },
    });
    const id = made.adaptation!.overlayId!;
    expect(await act.read(world.leader, templateId)).toMatchObject({ overlayId: id, rev: 1 });
    const changed = await act.adapt("saveOverlay", world.leader, {
      id,
      rev: 1,
      versionId,
      content: overlay({ dueDaysEarlier: 3 }),
    });
    expect(changed.adaptation).toMatchObject({ rev: 2, overlay: { steps: [], dueDaysEarlier: 3 } });
    const gone = await act.adapt("saveOverlay", world.leader, { id, rev: 2, versionId, content: overlay() });
    expect(gone.adaptation).toMatchObject({ overlayId: null, rev: 0 });
    const own = { chapter_id: world.chapters.own };
    expect(await actionsOf(templateId)).toEqual([
      { action: "OVERLAY_SAVED", ...own },
      { action: "OVERLAY_SAVED", ...own },
      { action: "OVERLAY_REMOVED", ...own },
    ]);
  });

  test("holds nothing that says nothing: blank words, and national's own", async () => {
    const { versionId } = await version();
    const content = overlay({
      steps: [{ key: "date", text: { nb: " Sett dato ", nn: "" } }],
      messages: [{ key: "sms", body: { nb: "  " } }],
    });
    const saved = await act.adapt("saveOverlay", world.board, fresh(versionId, content));
    expect(saved).toMatchObject({ problems: [], adaptation: { overlayId: null, rev: 0 } });
  });

  test("is refused to whoever comes second, also after it was made anew", async () => {
    const { versionId } = await version();
    const first = await act.adapt("saveOverlay", world.board, fresh(versionId));
    const twin = await act.adapt("saveOverlay", world.leader, fresh(versionId, overlay({ omitted: ["date"] })));
    expect(twin.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(twin.adaptation).toMatchObject({ overlayId: first.adaptation!.overlayId, overlay: { omitted: ["invite"] } });
    const id = first.adaptation!.overlayId!;
    await act.adapt("saveOverlay", world.leader, { id, rev: 1, versionId, content: overlay() });
    await act.adapt("saveOverlay", world.leader, fresh(versionId, overlay({ omitted: ["date"] })));
    const stale = await act.adapt("saveOverlay", world.board, { id, rev: 1, versionId, content: OWN });
    expect(stale.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(stale.adaptation!.overlay.omitted).toEqual(["date"]);
  });

  test("is one, however many begin it at once, and a key has one effect", async () => {
    const { templateId, versionId } = await version();
    const seats = [world.leader, world.board];
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        act.adapt("saveOverlay", seats[i % 2]!, fresh(versionId, overlay({ dueDaysEarlier: i + 1 }))),
      ),
    );
    expect(all.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    const again = { key: uuidv7(), ...fresh((await version()).versionId) };
    const twins = await Promise.all([1, 2, 3].map(() => act.adapt("saveOverlay", world.board, again)));
    expect(twins.map(({ adaptation, problems }) => [adaptation?.rev, problems.length])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect((await actionsOf(templateId)).length).toBe(1);
  });

  test.each([
    [
      "a locked step",
      ["STEPS"],
      overlay({ steps: [{ key: "date", text: { nb: "x" } }] }),
      "LOCKED",
      "content.steps.date",
    ],
    [
      "an own step where steps are locked",
      ["STEPS"],
      overlay({ added: OWN.added }),
      "LOCKED",
      "content.added.own-pizza",
    ],
    [
      "a step left out where steps are locked",
      ["STEPS"],
      overlay({ omitted: ["date"] }),
      "LOCKED",
      "content.omitted.date",
    ],
    [
      "national's own words in a locked step",
      ["STEPS"],
      overlay({ steps: [{ key: "date", text: { nb: "Sett dato" } }] }),
      "LOCKED",
      "content.steps.date",
    ],
    ["messages", ["MESSAGES"], overlay({ messages: OWN.messages }), "LOCKED", "content.messages.sms"],
    [
      "a locked message",
      [],
      overlay({ messages: [{ key: "held", body: { nb: "x" } }] }),
      "LOCKED",
      "content.messages.held",
    ],
    ["a guide", [], overlay({ messages: [{ key: "guide", body: { nb: "x" } }] }), "LOCKED", "content.messages.guide"],
    ["the deadline", ["SCHEDULE"], overlay({ dueDaysEarlier: 2 }), "LOCKED", "content.dueDaysEarlier"],
    ["a later deadline", [], overlay({ dueDaysEarlier: -2 }), "INVALID", "content.dueDaysEarlier"],
    [
      "a key of national's as an own step",
      [],
      overlay({ added: [{ key: "date", text: { nb: "x" } }] }),
      "INVALID",
      "content.added.date",
    ],
    [
      "a person's number",
      [],
      overlay({ added: [{ key: "own-1", text: { nb: "Ring 13097248022" } }] }),
      "INVALID",
      "content.added.own-1.nb",
    ],
    [
      "a telling word in an SMS",
      [],
      overlay({ messages: [{ key: "sms", body: { nb: "Treff om psykisk helse" } }] }),
      "INVALID",
      "content.messages.sms.body.nb",
    ],
  ] as const)("is refused by hand: %s", async (_name, locks, content, code, path) => {
    const { templateId, versionId } = await version({ definition: { ...DEFINITION, locks: [...locks] } });
    const refused = await act.adapt("saveOverlay", world.board, fresh(versionId, content));
    expect(refused.problems.map((problem) => [problem.code, problem.path.join(".")])).toContainEqual([code, path]);
    expect((await act.read(world.board, templateId)).overlayId).toBeNull();
  });

  test("is not kept on a draft, a closed version, or another organization's", async () => {
    const draft = await version({ state: "DRAFT" });
    expect(await act.code("saveOverlay", world.board, fresh(draft.versionId))).toBe("NOT_FOUND");
    const closed = await version({ state: "CLOSED" });
    expect((await act.adapt("saveOverlay", world.board, fresh(closed.versionId))).problems).toMatchObject([
      { code: "LOCKED" },
    ]);
    const foreign = await seedVersion(seed, world.foreignOrganizationId);
    expect(await act.code("saveOverlay", world.board, fresh(foreign.versionId))).toBe("NOT_FOUND");
    expect(await act.code("saveOverlay", world.board, fresh("x"))).toBe("NOT_FOUND");
    expect(await act.code("saveOverlay", world.expired, fresh(closed.versionId))).toBe("FORBIDDEN");
  });

  test("is the chapter's alone", async () => {
    const { templateId, versionId } = await version();
    await act.adapt("saveOverlay", world.board, fresh(versionId));
    expect(await act.read(world.siblingLeader, templateId)).toMatchObject({
      overlayId: null,
      rev: 0,
      overlay: { omitted: [] },
    });
    for (const seat of [world.admin, world.editor, world.coordinator, world.mentor]) {
      expect(await server.code(seat, ADAPTATION_QUERY, { id: templateId })).toBe("FORBIDDEN");
    }
    // another chapter's overlay is not changed by its id
    const { overlayId } = await act.read(world.board, templateId);
    const other = await act.adapt("saveOverlay", world.siblingLeader, {
      id: overlayId,
      rev: 1,
      versionId,
      content: overlay({ omitted: ["date"] }),
    });
    expect(other.problems).toMatchObject([{ code: "CONFLICT" }]);
    const own = await act.adapt("saveOverlay", world.siblingLeader, {
      id: overlayId,
      rev: 0,
      versionId,
      content: overlay({ omitted: ["date"] }),
    });
    expect(own.problems).toEqual([]);
    expect((await act.read(world.board, templateId)).overlay.omitted).toEqual(["invite"]);
  });

  test("follows to the next version as far as it fits", async () => {
    const { templateId, versionId } = await version();
    await act.adapt("saveOverlay", world.board, fresh(versionId));
    const next = await version({
      templateId,
      minor: 1,
      definition: { ...DEFINITION, locks: ["SCHEDULE"], messages: [] },
    });
    expect(await act.read(world.board, templateId, next.versionId)).toMatchObject({
      overlayId: null,
      earlier: [{ versionId, versionNumber: "1.0" }],
    });
    const input = { key: uuidv7(), id: uuidv7(), versionId: next.versionId, fromVersionId: versionId };
    const [carried, twin] = await Promise.all([1, 2].map(() => act.adapt("carryOverlay", world.board, input)));
    expect(carried).toMatchObject({
      problems: [],
      left: [
        { part: "MESSAGES", key: "sms" },
        { part: "SCHEDULE", key: "" },
      ],
      adaptation: { rev: 1, overlay: { omitted: ["invite"], messages: [], dueDaysEarlier: null } },
    });
    expect(twin).toEqual(carried);
    const again = await act.adapt("carryOverlay", world.board, { ...input, key: uuidv7(), id: uuidv7() });
    expect(again.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(await act.code("carryOverlay", world.siblingLeader, input)).toBe("NOT_FOUND");
    const other = await version();
    expect(await act.code("carryOverlay", world.board, { ...input, key: uuidv7(), versionId: other.versionId })).toBe(
      "NOT_FOUND",
    );
  });
});

describe("on the task", () => {
  const TASK = `query ($id: ID!) { touchpoint(id: $id) { touchpoint { rev stepCount nextStep { nb } dueOn ownDueOn status versionId stepsDone }
    definition { steps { key text { nb } } } messages { key title { nb } body { nb } } adapted { part key } adaptable reportFields { key } } }`;
  type Task = {
    touchpoint: {
      touchpoint: {
        rev: number;
        stepCount: number;
        dueOn: string;
        ownDueOn: string | null;
        stepsDone: string[];
        nextStep: { nb: string };
      };
      definition: { steps: { key: string; text: { nb: string } }[] };
      messages: { key: string; body: { nb: string } }[];
      adapted: { part: string; key: string }[];
      adaptable: boolean;
    };
  };
  async function task(versionOf: { templateId: string; versionId: string }, chapterId = world.chapters.own) {
    const { rows } = await seed.client.query<{ id: string }>("select app.touchpoint_id($1, $2, null, 'a') as id", [
      chapterId,
      versionOf.templateId,
    ]);
    const id = rows[0]!.id;
    const due = addDays(today, 10);
    await seed.rows("touchpoint", {
      organization_id: world.organizationId,
      chapter_id: chapterId,
      id,
      template_id: versionOf.templateId,
      version_id: versionOf.versionId,
      major: 1,
      about_member: false,
      occurrence: "a",
      opens_on: addDays(today, -5),
      due_on: due,
      miss_on: addDays(due, 20),
      first_due_on: due,
    });
    return id;
  }
  const read = async (seat: Parameters<typeof server.ask>[0], id: string) =>
    (await server.ask<Task>(seat, TASK, { id })).touchpoint;

  test("the board reads its own words and its own deadline; those above read national's", async () => {
    const made = await version();
    const id = await task(made);
    await act.adapt("saveOverlay", world.board, fresh(made.versionId));
    const own = await read(world.leader, id);
    expect(own.definition.steps.map(({ text }) => text.nb)).toEqual(["Sett dato på styremøtet", "Bestill pizza"]);
    expect(own.messages.find(({ key }) => key === "sms")?.body.nb).toBe("Hei, du!");
    expect(own.touchpoint).toMatchObject({
      stepCount: 2,
      ownDueOn: addDays(today, 3),
      dueOn: addDays(today, 10),
      nextStep: { nb: "Sett dato på styremøtet" },
    });
    expect(own.adapted).toHaveLength(5);
    expect(own.adaptable).toBe(true);
    for (const seat of [world.mentor, world.coordinator, world.admin]) {
      const above = await read(seat, id);
      expect(above.definition.steps.map(({ key }) => key)).toEqual(["date", "invite"]);
      expect(above.touchpoint).toMatchObject({ ownDueOn: null, stepCount: 2 });
      expect(above.adapted).toEqual([]);
    }
    const LIST = `query { touchpoints(first: 100) { nodes { id ownDueOn nextStep { nb } } } }`;
    const list = await server.ask<{ touchpoints: { nodes: { id: string; ownDueOn: string }[] } }>(world.board, LIST);
    expect(list.touchpoints.nodes.find((node) => node.id === id)).toMatchObject({
      ownDueOn: addDays(today, 3),
      nextStep: { nb: "Sett dato på styremøtet" },
    });
  });

  test("an own step is ticked, one that is left out is not, and a sibling has neither", async () => {
    const made = await version();
    const [id, theirs] = [await task(made), await task(made, world.chapters.sibling)];
    await act.adapt("saveOverlay", world.board, fresh(made.versionId));
    const TICK = `mutation ($input: TickStepInput!) { tickStep(input: $input) { detail { touchpoint { stepsDone rev } } problems { code path } } }`;
    const tick = async (seat: Parameters<typeof server.ask>[0], touchpoint: string, step: string, rev: number) =>
      (
        await server.ask<{ tickStep: { detail: { touchpoint: { stepsDone: string[] } }; problems: object[] } }>(
          seat,
          TICK,
          {
            input: { key: uuidv7(), id: touchpoint, rev, step, done: true },
          },
        )
      ).tickStep;
    expect(await tick(world.board, id, "own-pizza", 1)).toMatchObject({
      problems: [],
      detail: { touchpoint: { stepsDone: ["own-pizza"] } },
    });
    // those above count national's steps alone, and so does the board once it leaves a ticked one out
    expect((await read(world.mentor, id)).touchpoint).toMatchObject({ stepsDone: [], stepCount: 2 });
    expect((await tick(world.board, id, "invite", 2)).problems).toMatchObject([{ code: "INVALID", path: ["step"] }]);
    expect((await tick(world.siblingLeader, theirs, "own-pizza", 1)).problems).toMatchObject([{ code: "INVALID" }]);
    expect((await tick(world.siblingLeader, theirs, "invite", 1)).problems).toEqual([]);
  });

  test("what is judged is national's: an own deadline that has passed makes nothing late", async () => {
    const made = await version();
    const id = await task(made);
    await act.adapt("saveOverlay", world.board, fresh(made.versionId, overlay({ dueDaysEarlier: 12 })));
    const TASKS = `query { touchpoints(first: 100) { nodes { id status ownDueOn } } }`;
    const { touchpoints } = await server.ask<{
      touchpoints: { nodes: { id: string; status: string; ownDueOn: string }[] };
    }>(world.board, TASKS);
    expect(touchpoints.nodes.find((node) => node.id === id)).toMatchObject({
      status: "OPEN",
      ownDueOn: addDays(today, -2),
    });
    const { adaptableTemplates } = await server.ask<{ adaptableTemplates: { templateId: string; adapted: boolean }[] }>(
      world.board,
      `query { adaptableTemplates { templateId adapted adaptable adaptedBefore proposal } }`,
    );
    expect(adaptableTemplates.find(({ templateId }) => templateId === made.templateId)).toEqual({
      templateId: made.templateId,
      adapted: true,
      adaptable: true,
      adaptedBefore: false,
      proposal: null,
    });
  });
});
