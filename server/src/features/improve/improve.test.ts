import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { publishedAnswers } from "../surveys/published-answers.testing.js";
import { definition, template, TODAY, touchpoints } from "../standings/standings.testing.js";
import type { Template } from "../standings/standings.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let duty: Template, calls: Template;
const YEAR = Number(TODAY.slice(0, 4));
const STORY = `query ($templateId: ID!) { touchpointStory(templateId: $templateId) { name { nb } corePosition aboutMember
  years { year period referenceDate fromSnapshot counts { onTime closed } }
  answers { closesOn line n question { key } cells { cell n } }
  events { id kind on version beforeId changes text chapter chapters decision year chosen { importance reach effort dots why } } } }`;
type Event = Record<"id" | "kind" | "on", string> & Record<string, unknown>;
type Year = {
  year: number;
  period: string;
  fromSnapshot: boolean;
  counts: { onTime: number | null; closed: number | null };
};
type Answers = {
  closesOn: string;
  line: string;
  n: number;
  question: { key: string };
  cells: { cell: string; n: number }[];
};
type Story = { touchpointStory: { years: Year[]; events: Event[]; answers: Answers[] } };
const story = async (seat: SeededSeat, { id }: Template) =>
  (await server.ask<Story>(seat, STORY, { templateId: id })).touchpointStory;
const kinds = ({ events }: Story["touchpointStory"]) => events.map(({ kind }) => kind);

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  [duty, calls] = [
    await template(seed, world, { corePosition: 1 }),
    await template(seed, world, { aboutMember: true }),
  ];
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const own = { organization_id: "", template_id: "" };
async function happen(): Promise<void> {
  const { organizationId: organization_id, admin, editor, board, chapters } = world;
  const of = { ...own, organization_id, template_id: duty.id };
  const [newer, trial] = [uuidv7(), uuidv7()];
  await seed.rows("template_version", {
    ...of,
    id: newer,
    minor: 1,
    state: "PILOT",
    definition: definition({ purpose: { nb: "Å møtes før sommeren." } }),
    about_member: false,
    notes: "Klarere ord.",
    piloted_at: new Date(),
  });
  const by = { created_by: admin.seatId, catch_up: "SKIP", all_chapters: false };
  await seed.rows("rollout", { ...of, ...by, id: trial, version_id: newer, ring: "PILOT", effective_from: TODAY });
  await seed.rows("pilot", {
    ...of,
    id: uuidv7(),
    version_id: newer,
    rollout_id: trial,
    chosen: "CHOSEN",
    eligible: 3,
    starts_on: TODAY,
    ends_on: TODAY,
    first_ends_on: TODAY,
    started_by: admin.seatId,
    decision: "DROP",
    decided_at: new Date(),
    decided_by: admin.seatId,
    reason: "Ordene ble ikke klarere.",
  });
  const practice = { ...of, chapter_id: chapters.own, text: "Vi ringte alle.", written_by: board.seatId };
  await seed.rows("practice", {
    ...practice,
    id: uuidv7(),
    state: "SHOWN",
    decided_at: new Date(),
    decided_by: editor.seatId,
  });
  await seed.rows("practice", { ...practice, id: uuidv7(), text: "Venter." });
  await seed.rows("proposal", {
    ...of,
    chapter_id: chapters.own,
    id: uuidv7(),
    version_id: duty.versionId,
    content: "{}",
    message: "Kan vi si «venn»?",
    proposed_by: board.seatId,
  });
  const choice = { organization_id, minutes: 40, limit_minutes: 60, chosen_by: admin.seatId };
  const name = { nb: "Sommertreff" };
  const chosen = [
    { templateId: duty.id, name, why: "Viktig for nye.", importance: 90, reach: 70, effort: 20, dots: 12 },
  ];
  await seed.rows("core_choice", { ...choice, id: uuidv7(), year: YEAR - 1, chosen: JSON.stringify(chosen) });
  const other = [{ templateId: calls.id, name, why: "Nå ringer vi." }];
  await seed.rows("core_choice", { ...choice, id: uuidv7(), year: YEAR, chosen: JSON.stringify(other) });
}

describe("what happened to a touchpoint", () => {
  beforeAll(happen);

  test("is told to national: versions with what changed, trials, choices with their scores, examples and proposals", async () => {
    const { events } = await story(world.admin, duty);
    const of = (kind: string) => events.filter((one) => one.kind === kind);
    expect(of("VERSION").toSorted((a, b) => String(a["version"]).localeCompare(String(b["version"])))).toMatchObject([
      { version: "1.0", beforeId: null, changes: null },
      { version: "1.1", beforeId: duty.versionId, changes: 1, text: "Klarere ord." },
    ]);
    expect(of("PILOT_DECIDED")).toMatchObject([{ decision: "DROP", text: "Ordene ble ikke klarere." }]);
    expect(of("CHOSEN")).toMatchObject([
      { year: YEAR - 1, text: "Viktig for nye.", chosen: { importance: 90, reach: 70, effort: 20, dots: 12 } },
    ]);
    expect(of("NOT_CHOSEN")).toMatchObject([{ year: YEAR, chosen: null }]);
    expect(of("PRACTICE")).toMatchObject([{ text: "Vi ringte alle." }]);
    expect(of("PROPOSAL")).toMatchObject([{ text: "Kan vi si «venn»?" }]);
    // its trial is a trial, and not a roll-out beside it
    expect(of("ROLLOUT")).toHaveLength(1);
    expect(events.map(({ on }) => on)).toEqual(
      events
        .map(({ on }) => on)
        .toSorted()
        .toReversed(),
    );
  });

  test("is told to others without what is between a chapter and national", async () => {
    const far = kinds(await story(world.farCoordinator, duty));
    expect(far).toContain("CHOSEN");
    expect(far).toContain("PRACTICE");
    expect(far).not.toContain("PROPOSAL");
    expect(kinds(await story(world.siblingLeader, duty))).not.toContain("PROPOSAL");
    expect(kinds(await story(world.board, duty))).toContain("PROPOSAL");
  });

  test("says nothing of a template before it was ever chosen, nor of another organization's", async () => {
    expect(kinds(await story(world.admin, calls))).toEqual(expect.arrayContaining(["CHOSEN"]));
    expect(kinds(await story(world.admin, calls))).not.toContain("NOT_CHOSEN");
    const foreign = await template(seed, world, { foreign: true });
    expect(await server.code(world.admin, STORY, { templateId: foreign.id })).toBe("NOT_FOUND");
    expect(await server.code(world.foreignAdmin, STORY, { templateId: duty.id })).toBe("NOT_FOUND");
  });

  test("ends with the choice that holds, which every board may read with why", async () => {
    const CHOICE = "{ coreChoice { year chosen { why } } }";
    const { coreChoice } = await server.ask<{ coreChoice: unknown }>(world.board, CHOICE);
    expect(coreChoice).toEqual({ year: YEAR, chosen: [{ why: "Nå ringer vi." }] });
    expect(await server.ask(world.foreignLeader, CHOICE)).toEqual({ coreChoice: null });
  });
});

describe("how a touchpoint went year by year", () => {
  beforeAll(async () => {
    await touchpoints(seed, duty, world.chapters.own, { onTime: 3, missed: 1 }, { on: `${YEAR - 1}-12-15` });
    await touchpoints(seed, calls, world.chapters.own, { onTime: 2 }, { on: `${YEAR - 1}-12-15` });
  });

  test("is exact of duties, in the whole and in the chapter", async () => {
    for (const seat of [world.admin, world.coordinator, world.board]) {
      const { years } = await story(seat, duty);
      expect(years.map(({ year }) => year)).toEqual([YEAR, YEAR - 1]);
      expect(years[1]).toMatchObject({
        period: String(YEAR - 1),
        fromSnapshot: false,
        counts: { onTime: 3, closed: 4 },
      });
    }
    expect((await story(world.siblingLeader, duty)).years[1]!.counts.closed).toBe(0);
  });

  test("is of members exact in the chapter, and above it nothing but what was released", async () => {
    expect((await story(world.board, calls)).years[1]!.counts.onTime).toBe(2);
    expect((await story(world.admin, calls)).years).toEqual([]);
    expect((await story(world.coordinator, calls)).years).toEqual([]);
  });
});

describe("what members said of a touchpoint", () => {
  test("is what the whole organization answered, the newest survey first, for every seat of it alike", async () => {
    const said = (high: number) => ({ templateId: duty.id, n: 30, marks: { "1": 30 - high, "4": high } });
    await publishedAnswers(seed, world, `${YEAR - 2}-11-20`, [said(10)]);
    await publishedAnswers(seed, world, `${YEAR - 1}-11-20`, [said(24), { ...said(12), templateId: calls.id }]);
    for (const seat of [world.admin, world.farCoordinator, world.board]) {
      const { answers } = await story(seat, duty);
      expect(answers.map(({ closesOn }) => closesOn)).toEqual([`${YEAR - 1}-11-20`, `${YEAR - 2}-11-20`]);
      expect(answers[0]).toMatchObject({ n: 30, question: { key: "important" } });
      expect(answers[0]!.cells).toContainEqual({ cell: `${answers[0]!.line}:4`, n: 24 });
    }
    expect((await story(world.admin, calls)).answers).toHaveLength(1);
    const foreign = await template(seed, world, { foreign: true });
    expect((await story(world.foreignAdmin, foreign)).answers).toEqual([]);
  });
});
