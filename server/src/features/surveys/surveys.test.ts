import { randomUUID } from "node:crypto";
import { addDays, osloDate, STARTING_SURVEY } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { LIBRARY } from "../templates/index.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const today = osloDate(new Date());

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Survey = {
  id: string;
  rev: number;
  state: string;
  opensOn: string | null;
  closesOn: string | null;
  seconds: number;
  comparedWith: { id: string } | null;
  checks: { code: string; level: string; path: string[]; message: string }[];
  definition: { questions: { key: string }[] };
};
type Payload = { survey: Survey | null; problems: { code: string; path: string[]; message: string }[] };
const SHOWN =
  "id rev state opensOn closesOn seconds comparedWith { id } checks { code level path message } definition { questions { key } }";
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { survey { ${SHOWN} } problems { code path message } } }`;
const DO = {
  createSurvey: mutation("createSurvey", "CreateSurveyInput"),
  saveSurvey: mutation("saveSurvey", "SaveSurveyInput"),
  openSurvey: mutation("openSurvey", "OpenSurveyInput"),
  closeSurvey: mutation("closeSurvey", "SurveyActionInput"),
  deleteSurveyDraft: mutation("deleteSurveyDraft", "SurveyActionInput"),
};

async function act(name: keyof typeof DO, input: object, who = world.editor): Promise<Payload> {
  const data = await server.ask<Record<string, Payload>>(who, DO[name], { input: { key: randomUUID(), ...input } });
  return data[name]!;
}
async function draft(over: object = {}): Promise<Survey> {
  const { survey, problems } = await act("createSurvey", { id: uuidv7(), ...over });
  expect(problems).toEqual([]);
  return survey!;
}
const days = { opensOn: today, closesOn: addDays(today, 21) };
async function opened(): Promise<Survey> {
  const { id, rev } = await draft();
  const { survey, problems } = await act("openSurvey", { id, rev, ...days });
  expect(problems).toEqual([]);
  return survey!;
}
/** The built-in survey as an input says it. */
const asInput = (over: object = {}) => ({ ...structuredClone(STARTING_SURVEY), ...over });
const links = (who: Federation["leader"], surveyId: string) =>
  server
    .ask<{ surveyLinks: { chapterId: string; url: string; regionName: string | null }[] }>(
      who,
      `query ($surveyId: ID!) { surveyLinks(surveyId: $surveyId) { chapterId url regionName } }`,
      { surveyId },
    )
    .then((data) => data.surveyLinks);

/** Two touchpoints of a core set, as they are named. */
async function coreOfTwo(): Promise<string[]> {
  const keys = ["core-one", "core-two"];
  for (const [i, key] of keys.entries()) {
    const [organization_id, id] = [world.organizationId, randomUUID()];
    await seed.rows("touchpoint_template", { organization_id, id, key, core_position: i + 1 });
    await seed.rows("template_version", {
      organization_id,
      id: randomUUID(),
      template_id: id,
      minor: 0,
      state: "PUBLISHED",
      definition: { ...LIBRARY[0], name: { nb: key, nn: key, en: key } },
      about_member: false,
      published_at: new Date(),
    });
  }
  return keys;
}

test("the built-in survey can be opened as it is, in under three minutes a form", async () => {
  const made = await draft();
  expect(made).toMatchObject({ rev: 1, state: "DRAFT", opensOn: null, checks: [] });
  expect(made.definition.questions).toHaveLength(12);
  expect(made.seconds).toBeLessThanOrEqual(240);
});

test("a draft asks what matters most of the core set too, before what is written freely, and that question can be thrown away", async () => {
  const core = await coreOfTwo();
  const { id, definition, checks } = await draft();
  expect(checks).toEqual([]);
  expect(definition.questions.map(({ key }) => key).slice(-3)).toEqual(["renew", "important", "do_differently"]);
  const [kept] = (
    await seed.client.query<{ about: unknown }>(
      `select q -> 'about' as about from app.survey s, jsonb_array_elements(s.definition -> 'questions') q where s.id = $1 and q ->> 'key' = 'important'`,
      [id],
    )
  ).rows;
  expect(kept!.about).toEqual([
    { template: core[0], line: `t_${core[0]!.replaceAll("-", "_")}`, matters: ["4", "5"] },
    { template: core[1], line: `t_${core[1]!.replaceAll("-", "_")}`, matters: ["4", "5"] },
  ]);
  const { survey } = await act("saveSurvey", { id, rev: 1, definition: asInput() });
  expect(survey!.definition.questions).toHaveLength(12);
  await seed.client.query("update app.touchpoint_template set core_position = null");
});

test("a code is one in the installation: another organization's link or workshop cannot have it too", async () => {
  const { id } = await opened();
  const codeOf = async (table: string, column: string, of: string) =>
    (await seed.client.query<{ code: string }>(`select code from app.${table} where ${column} = $1 limit 1`, [of]))
      .rows[0]!.code;
  const code = await codeOf("survey_link", "survey_id", id);
  const foreign = world.foreignAdmin;
  const [theirs] = (
    await seed.client.query<{ organization_id: string; id: string }>(
      "select organization_id, id from app.chapter where organization_id <> $1 limit 1",
      [world.organizationId],
    )
  ).rows;
  const survey = uuidv7();
  const { organization_id } = theirs!;
  await seed.rows("survey", {
    organization_id,
    id: survey,
    definition: STARTING_SURVEY,
    state: "OPEN",
    opens_on: today,
    closes_on: today,
    opened_at: new Date(),
    created_by: foreign.seatId,
  });
  const link = { organization_id, survey_id: survey, chapter_id: theirs!.id };
  await expect(seed.rows("survey_link", { ...link, code })).rejects.toThrow(/survey_link_by_code/);
  const workshop = (organization: string, seat: string) =>
    seed.rows("core_workshop", {
      organization_id: organization,
      id: randomUUID(),
      year: 2027,
      code: "samesame",
      dots: 5,
      most_on_one: 3,
      candidates: "[]",
      opened_by: seat,
    });
  await workshop(world.organizationId, world.admin.seatId);
  await expect(workshop(organization_id, foreign.seatId)).rejects.toThrow(/core_workshop_by_code/);
});

describe("a draft", () => {
  test("is kept whole, and what is wrong is said with its place", async () => {
    const { id } = await draft();
    const questions = [
      { ...STARTING_SURVEY.questions[0]!, options: [] },
      { ...STARTING_SURVEY.questions[1]!, title: { nb: "Alder?" } },
    ];
    const { survey, problems } = await act("saveSurvey", { id, rev: 1, definition: asInput({ questions }) });
    expect(problems).toEqual([]);
    expect(survey!.rev).toBe(2);
    expect(survey!.checks.map(({ code, level, path }) => [code, level, path.join(".")])).toEqual([
      ["TOO_FEW", "ERROR", "questions.0.options"],
      // the organization speaks it, so it must be there
      ["MISSING_LANGUAGE", "ERROR", "questions.1.title.nn"],
      ["MISSING_LANGUAGE", "ERROR", "questions.1.title.en"],
    ]);
    const refused = await act("openSurvey", { id, rev: 2, ...days });
    expect(refused.problems.map(({ path }) => path.join("."))).toContain("definition.questions.0.options");
    expect(refused.survey).toMatchObject({ state: "DRAFT", rev: 2 });
  });

  test("with more free text than a form has room for is not opened, and says so", async () => {
    const { id } = await draft();
    const text = STARTING_SURVEY.questions.find(({ kind }) => kind === "TEXT")!;
    const questions = Array.from({ length: 16 }, (_, n) => ({ ...text, key: `text_${n}` }));
    await act("saveSurvey", { id, rev: 1, definition: asInput({ questions }) });
    const { survey, problems } = await act("openSurvey", { id, rev: 2, ...days });
    expect(problems).toMatchObject([{ code: "INVALID", path: ["definition"] }]);
    expect(survey).toMatchObject({ state: "DRAFT" });
  });

  test("is not overwritten on an old revision, and the same key twice saves once", async () => {
    const { id } = await draft();
    const input = { key: randomUUID(), id, rev: 1, definition: asInput() };
    for (const _ of [1, 2]) {
      const data = await server.ask<{ saveSurvey: Payload }>(world.admin, DO.saveSurvey, { input });
      expect(data.saveSurvey).toMatchObject({ survey: { rev: 2 }, problems: [] });
    }
    expect((await act("saveSurvey", { id, rev: 1, definition: asInput() })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
    expect((await act("deleteSurveyDraft", { id, rev: 1 })).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(await act("deleteSurveyDraft", { id, rev: 2 })).toEqual({ survey: null, problems: [] });
  });

  test("takes what nobody means as words, never as an error", async () => {
    const { id, rev } = await draft();
    const odd = "<script>\u202e";
    const question = { ...STARTING_SURVEY.questions[2]!, title: { nb: odd.repeat(50) }, atMost: 99 };
    expect((await act("saveSurvey", { id, rev, definition: asInput({ questions: [question] }) })).problems).toEqual([]);
    const many = Array.from({ length: 61 }, () => question);
    expect((await act("saveSurvey", { id, rev: 2, definition: asInput({ questions: many }) })).problems).toMatchObject([
      { code: "INVALID" },
    ]);
  });

  test("is nobody's but national's", async () => {
    const { id } = await draft();
    const read = `query ($id: ID!) { survey(id: $id) { id } }`;
    for (const who of [world.leader, world.coordinator, world.foreignAdmin])
      expect(await server.code(who, read, { id })).toBe("NOT_FOUND");
  });
});

describe("an open survey", () => {
  test("is frozen, for everybody who may write", async () => {
    const { id, rev } = await opened();
    for (const [name, over] of [
      ["saveSurvey", { definition: asInput() }],
      ["openSurvey", days],
      ["deleteSurveyDraft", {}],
    ] as const)
      expect((await act(name, { id, rev, ...over })).problems).toMatchObject([{ code: "LOCKED" }]);
    await expect(seed.client.query("update app.survey set definition = '{}' where id = $1", [id])).rejects.toThrow(
      /stays as it is/,
    );
  });

  test("has a link for every open chapter, each seen by those who reach the chapter", async () => {
    const { id } = await opened();
    const { own, sibling, far } = world.chapters;
    const all = await links(world.admin, id);
    expect(all.map(({ chapterId }) => chapterId).sort()).toEqual([own, sibling, far].sort());
    expect(new Set(all.map(({ url }) => url)).size).toBe(3);
    for (const { url } of all) expect(url).toMatch(/^https?:\/\/[^/]+\/u\/[a-z2-9]{10}$/);
    expect((await links(world.leader, id)).map(({ chapterId }) => chapterId)).toEqual([own]);
    expect((await links(world.coordinator, id)).map(({ chapterId }) => chapterId).sort()).toEqual(
      [own, sibling].sort(),
    );
  });

  test("opens neither before today nor for longer than half a year", async () => {
    const { id, rev } = await draft();
    const refused = async (over: object) =>
      (await act("openSurvey", { id, rev, ...days, ...over })).problems.map(({ path }) => path.join("."));
    expect(await refused({ opensOn: addDays(today, -1) })).toEqual(["opensOn"]);
    expect(await refused({ closesOn: addDays(today, -1) })).toEqual(["closesOn"]);
    expect(await refused({ closesOn: addDays(today, 184) })).toEqual(["closesOn"]);
  });

  test("ends once, and a new one is compared with it; all of it is in the trail", async () => {
    const { id, rev } = await opened();
    expect((await act("closeSurvey", { id, rev: rev + 5 })).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(await act("closeSurvey", { id, rev })).toMatchObject({ survey: { state: "CLOSED" }, problems: [] });
    expect((await act("closeSurvey", { id, rev: rev + 1 })).problems).toMatchObject([{ code: "LOCKED" }]);
    await expect(
      seed.client.query("update app.survey set state = 'DRAFT', opened_at = null where id = $1", [id]),
    ).rejects.toThrow();
    expect((await draft({ copyOf: id })).comparedWith).toEqual({ id });
    const { rows } = await seed.client.query<{ action: string }>(
      "select action from app.audit where subject_id = $1 order by id",
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual(["SURVEY_CREATED", "SURVEY_OPENED", "SURVEY_CLOSED"]);
  });

  test("has a poster a chapter, with its own link, and all as one file", async () => {
    const { id } = await opened();
    const poster = async (who: Federation["leader"], chapterId: string | null) => {
      const { surveyPoster } = await server.ask<{ surveyPoster: { fileName: string; pdf: string } }>(
        who,
        `query ($id: ID!, $chapterId: ID) { surveyPoster(surveyId: $id, chapterId: $chapterId) { fileName pdf } }`,
        { id, chapterId },
      );
      const pdf = Buffer.from(surveyPoster.pdf, "base64").toString("latin1");
      expect(pdf.startsWith("%PDF-1.7")).toBe(true);
      return pdf.match(/\/Type \/Page\b/g)?.length;
    };
    expect(await poster(world.leader, world.chapters.own)).toBe(1);
    expect(await poster(world.admin, null)).toBe(3);
    const query = `query ($id: ID!, $chapterId: ID) { surveyPoster(surveyId: $id, chapterId: $chapterId) { fileName } }`;
    expect(await server.code(world.leader, query, { id, chapterId: world.chapters.sibling })).toBe("NOT_FOUND");
  });
});
