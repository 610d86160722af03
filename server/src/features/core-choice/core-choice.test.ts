import { randomBytes, randomUUID } from "node:crypto";
import { laidDots, moveDot } from "@varde/domain";
import type { Dots } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { template, TODAY, touchpoints } from "../standings/standings.testing.js";
import type { Template } from "../standings/standings.testing.js";
import { publishedAnswers } from "../surveys/published-answers.testing.js";
import { endWorkshops } from "./jobs.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, job: Door;
let duties: Template[];
const YEAR = Number(TODAY.slice(0, 4));

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 2 });
  duties = [await template(seed, world), await template(seed, world), await template(seed, world)];
  await touchpoints(seed, duties[0]!, world.chapters.own, { onTime: 15, missed: 5 }, { on: `${YEAR - 1}-12-15` });
});
afterAll(async () => {
  await job.close();
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(() =>
  seed.client.query(
    "truncate app.core_ballot, app.core_tally, app.core_workshop, app.core_idea, app.core_score, app.core_choice, app.rate_limit, app.board_message cascade",
  ),
);

type Problems = { problems: { code: string; path: string[]; message: string }[] };
type Page = {
  state: string;
  round: number;
  rev: number;
  full: boolean;
  candidates: { id: string; laid: number }[];
} | null;
type Workshop = {
  id: string;
  code: string;
  state: string;
  rev: number;
  voters: number;
  now: { id: string; dots: number }[];
  rounds: { round: number; voters: number; tallies: { id: string; dots: number }[] }[];
};
const WORKSHOP = "id code state rev voters now { id dots } rounds { round voters tallies { id dots } }";
const CANDIDATES = `query ($year: Int!) { coreCandidates(year: $year) { size limitMinutes candidates { id idea quadrant heavy minutes reach settled
  scores { kind score computed answered reason by } } choices { year minutes effortReason by chosen { templateId why importance } } } }`;
const mutation = (name: string, shown: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${shown} problems { code path message } } }`;
const OPEN = mutation("openCoreWorkshop", `workshop { ${WORKSHOP} }`);
const LEAD = mutation("leadCoreWorkshop", `workshop { ${WORKSHOP} }`);
const LAY = mutation("layDots", "page { state round rev full candidates { id laid } }");
const FREEZE = mutation("freezeCoreChoice", "candidates { year }");
const SCORE = mutation("setCoreScore", "candidates { year }");
const IDEA = mutation("addCoreIdea", "candidates { year }");
const WATCH = `query ($id: ID!) { coreWorkshop(id: $id) { ${WORKSHOP} } }`;
const PAGE = `query ($code: String!, $token: String!) { votePage(code: $code, token: $token) { state round rev full candidates { id laid } } }`;

async function opened(over: object = {}): Promise<Workshop> {
  const candidateIds = duties.map(({ id }) => id);
  const input = { key: randomUUID(), id: uuidv7(), year: YEAR, candidateIds, dots: 5, mostOnOne: 3, ...over };
  const { openCoreWorkshop } = await server.ask<{ openCoreWorkshop: Problems & { workshop: Workshop } }>(
    world.admin,
    OPEN,
    { input },
  );
  expect(openCoreWorkshop.problems).toEqual([]);
  return openCoreWorkshop.workshop;
}
const phone = () => randomBytes(32).toString("hex");
type Laid = Problems & { page: Page };
async function lay(code: string, token: string, dots: Dots, rev: number, round = 1): Promise<Laid> {
  const laid = Object.entries(dots).map(([id, n]) => ({ id, dots: n }));
  const input = { key: randomUUID(), code, token, round, rev, laid };
  return (await server.ask<{ layDots: Laid }>(null, LAY, { input })).layDots;
}
const watch = async ({ id }: Workshop) =>
  (await server.ask<{ coreWorkshop: Workshop }>(world.admin, WATCH, { id })).coreWorkshop;
const page = async (code: string, token: string) =>
  (await server.ask<{ votePage: Page }>(null, PAGE, { code, token })).votePage;
const lead = async (workshop: Workshop, act: string, candidateIds: string[] = []) =>
  (
    await server.ask<{ leadCoreWorkshop: Problems & { workshop: Workshop } }>(world.admin, LEAD, {
      input: { key: randomUUID(), id: workshop.id, rev: workshop.rev, act, candidateIds },
    })
  ).leadCoreWorkshop;
const sum = (rows: readonly { dots: number }[]) => rows.reduce((all, { dots }) => all + dots, 0);

describe("dots", () => {
  test("of forty phones at once are all there, are sums when the round is closed, and belong to no phone then", async () => {
    const workshop = await opened();
    const [first, second] = duties as [Template, Template];
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => lay(workshop.code, phone(), { [first.id]: 3, [second.id]: 2 }, 0)),
    );
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    const live = await watch(workshop);
    expect(live.voters).toBe(40);
    expect(live.now.map(({ dots }) => dots)).toEqual([120, 80, 0]);

    const closed = (await lead(workshop, "CLOSE")).workshop;
    expect(closed).toMatchObject({ state: "CLOSED", rounds: [{ round: 1, voters: 40 }] });
    expect(closed.rounds[0]!.tallies.map(({ dots }) => dots)).toEqual([120, 80, 0]);
    expect((await seed.client.query("select 1 from app.core_ballot")).rowCount).toBe(0);
    expect((await lay(workshop.code, phone(), { [first.id]: 1 }, 0)).problems[0]?.code).toBe("LOCKED");

    const again = (await lead(closed, "NEXT", [first.id, second.id])).workshop;
    expect(again).toMatchObject({ state: "OPEN", voters: 0 });
    // what a phone still sends of the first round is not counted in the second
    expect((await lay(workshop.code, phone(), { [first.id]: 1 }, 0, 1)).problems[0]?.code).toBe("LOCKED");
    expect((await lay(workshop.code, phone(), { [first.id]: 1 }, 0, 2)).problems).toEqual([]);
    const ended = (await lead(again, "END")).workshop;
    expect(ended.rounds.map(({ round, tallies }) => [round, sum(tallies)])).toEqual([
      [2, 1],
      [1, 200],
    ]);
  });

  test("are never more than were given, whatever two tabs tap, send twice or send late", async () => {
    const workshop = await opened();
    // the same chances every time
    let seedOf = 7;
    const random = () => (seedOf = (seedOf * 48271) % 2147483647) / 2147483647;
    const token = phone();
    const rule = { dots: 5, mostOnOne: 3 };
    const tabs = [0, 1].map(() => ({ dots: {} as Dots, rev: 0 }));
    const sent: { dots: Dots; rev: number }[] = [];
    for (let step = 0; step < 25; step++) {
      const going = tabs.map(async (tab) => {
        const late = sent.length > 0 && random() < 0.2 ? sent[Math.floor(random() * sent.length)]! : null;
        const next = duties[Math.floor(random() * 3)]!.id;
        const wanted = late ?? { dots: moveDot(tab.dots, next, random() < 0.6 ? 1 : -1, rule), rev: tab.rev };
        sent.push(wanted);
        const { page: now } = await lay(workshop.code, token, wanted.dots, wanted.rev);
        tab.rev = now!.rev;
        tab.dots = Object.fromEntries(now!.candidates.flatMap(({ id, laid }) => (laid > 0 ? [[id, laid]] : [])));
        expect(laidDots(tab.dots)).toBeLessThanOrEqual(5);
      });
      await Promise.all(going);
      if (step % 8 === 7) await seed.client.query("delete from app.rate_limit");
    }
    const live = await watch(workshop);
    const mine = (await page(workshop.code, token))!.candidates.map(({ id, laid }) => ({ id, dots: laid }));
    expect(live.now).toEqual(mine);
    expect(sum(live.now)).toBeLessThanOrEqual(5);
  });

  test("that nobody was given are refused, and a forged token, a wrong code, the 61st phone and a phone that floods", async () => {
    const workshop = await opened();
    const [{ id }, { id: other }] = duties as [Template, Template];
    const token = phone();
    for (const dots of [{ [id]: 4 }, { [id]: 3, [other]: 3 }, { [uuidv7()]: 1 }, { [id]: -1 }]) {
      expect((await lay(workshop.code, token, dots as Dots, 0)).problems).toHaveLength(1);
    }
    expect((await lay(workshop.code, "x'; drop table", { [id]: 1 }, 0)).problems[0]?.code).toBe("INVALID");
    expect((await lay("aaaaaaaa", token, { [id]: 1 }, 0)).problems[0]?.message).toContain("ingen steder");
    expect(await page("aaaaaaaa", token)).toBeNull();
    expect((await watch(workshop)).voters).toBe(0);

    await Promise.all(Array.from({ length: 63 }, () => lay(workshop.code, phone(), { [id]: 1 }, 0)));
    expect((await watch(workshop)).voters).toBe(60);
    const late = phone();
    expect((await lay(workshop.code, late, { [id]: 1 }, 0)).problems[0]?.message).toContain("alle plassene er tatt");
    expect((await page(workshop.code, late))?.full).toBe(true);

    await seed.client.query("delete from app.rate_limit");
    const input = { key: randomUUID(), code: workshop.code, token: late, round: 1, rev: 0, laid: [] };
    const flood = await Promise.all(Array.from({ length: 150 }, () => server.code(null, LAY, { input })));
    expect(flood.filter((code) => code === "RATE_LIMITED")).toHaveLength(30);
  });

  test("are counted by the job when the hours are over, and no one of another organization sees or leads", async () => {
    const workshop = await opened();
    const { id } = duties[0]!;
    await lay(workshop.code, phone(), { [id]: 2 }, 0);
    expect(
      (await server.ask<{ coreWorkshop: null }>(world.foreignAdmin, WATCH, { id: workshop.id })).coreWorkshop,
    ).toBeNull();
    const input = { key: randomUUID(), id: workshop.id, rev: workshop.rev, act: "END", candidateIds: [] };
    expect(await server.code(world.foreignAdmin, LEAD, { input })).toBe("NOT_FOUND");
    expect(await endWorkshops({ job })).toBe(0);
    await seed.client.query("update app.core_workshop set ends_at = now()");
    expect((await lay(workshop.code, phone(), { [id]: 1 }, 0)).problems[0]?.code).toBe("LOCKED");
    expect(await endWorkshops({ job })).toBe(1);
    expect(await watch(workshop)).toMatchObject({ state: "ENDED", rounds: [{ round: 1, voters: 1 }] });
    expect((await seed.client.query("select 1 from app.core_ballot")).rowCount).toBe(0);
  });
});

type Candidates = {
  size: number;
  limitMinutes: number;
  candidates: {
    id: string;
    idea: boolean;
    quadrant: string;
    settled: number | null;
    scores: {
      kind: string;
      score: number | null;
      computed: number | null;
      answered: number | null;
      reason: string | null;
      by: string | null;
    }[];
  }[];
  choices: { year: number; effortReason: string | null; by: string; chosen: { templateId: string; why: string }[] }[];
};
const candidates = async () =>
  (await server.ask<{ coreCandidates: Candidates }>(world.editor, CANDIDATES, { year: YEAR })).coreCandidates;

test("a candidate has the computed score until somebody gives another with a reason, and an idea can be scored", async () => {
  const { id } = duties[0]!;
  const scoreOf = async (kind: string) =>
    (await candidates()).candidates.find((one) => one.id === id)!.scores.find((one) => one.kind === kind)!;
  expect(await scoreOf("PERFORMANCE")).toMatchObject({ score: 75, computed: 75, reason: null, by: null });
  expect(await scoreOf("IMPORTANCE")).toMatchObject({ score: null });
  const give = (over: object) =>
    server.ask<{ setCoreScore: Problems }>(world.editor, SCORE, {
      input: { key: randomUUID(), year: YEAR, candidateId: id, kind: "IMPORTANCE", ...over },
    });
  expect((await give({ score: 90 })).setCoreScore.problems[0]?.path).toEqual(["reason"]);
  expect((await give({ score: 101, reason: "Spørsmål 4" })).setCoreScore.problems[0]?.path).toEqual(["score"]);
  // two administrators at the same candidate: neither is told that something broke
  const atOnce = await Promise.all([10, 20, 30, 40].map((score) => give({ score, reason: "Samtidig" })));
  expect(atOnce.map(({ setCoreScore }) => setCoreScore.problems)).toEqual([[], [], [], []]);
  await give({ score: 90, reason: "Spørsmål 4 i høstens undersøkelse" });
  expect(await scoreOf("IMPORTANCE")).toMatchObject({ score: 90, computed: null, by: expect.any(String) });
  expect((await candidates()).candidates.find((one) => one.id === id)?.quadrant).toBe("KEEP");
  await give({ score: null });
  expect(await scoreOf("IMPORTANCE")).toMatchObject({ score: null, reason: null });

  const idea = uuidv7();
  await server.ask(world.admin, IDEA, { input: { key: randomUUID(), id: idea, year: YEAR, text: "Kakao på torget" } });
  expect((await candidates()).candidates.find((one) => one.id === idea)).toMatchObject({ idea: true });
});

test("importance is what members said matters, in the newest survey of the year or the two before it, and a hand may say another", async () => {
  const [one, two, three] = duties as [Template, Template, Template];
  const importance = async (of: Template, year = YEAR, who = world.editor) =>
    (await server.ask<{ coreCandidates: Candidates }>(who, CANDIDATES, { year })).coreCandidates.candidates
      .find(({ id }) => id === of.id)
      ?.scores.find(({ kind }) => kind === "IMPORTANCE");
  const answers = (n: number, high: number) => ({ n, marks: { "2": n - high, "5": high } });
  await publishedAnswers(seed, world, `${YEAR - 1}-11-20`, [
    { templateId: one.id, ...answers(40, 30) },
    { templateId: two.id, ...answers(9, 9) },
    { templateId: three.id, ...answers(60, 60), matters: [] },
  ]);
  await publishedAnswers(seed, world, `${YEAR - 2}-11-20`, [{ templateId: one.id, ...answers(40, 4) }]);
  expect(await importance(one)).toMatchObject({ score: 75, computed: 75, answered: 40, reason: null });
  // nine are too few to speak of, and a question may tell how it goes and not how much it matters
  expect(await importance(two)).toMatchObject({ score: null, answered: null });
  expect(await importance(three)).toMatchObject({ score: null, answered: null });
  expect(await importance(one, YEAR - 2)).toMatchObject({ score: 10 });
  expect(await importance(one, YEAR + 2)).toMatchObject({ score: null });
  expect(await importance(one, YEAR, world.foreignAdmin)).toBeUndefined();
  await server.ask(world.editor, SCORE, {
    input: {
      key: randomUUID(),
      year: YEAR,
      candidateId: one.id,
      kind: "IMPORTANCE",
      score: 20,
      reason: "Samtaler i vår",
    },
  });
  expect(await importance(one)).toMatchObject({ score: 20, computed: 75, answered: 40, reason: "Samtaler i vår" });
});

test("the few are frozen with why, become the core set, and the boards are told; too heavy asks for a reason", async () => {
  const [one, two] = duties as [Template, Template];
  const freeze = async (over: object = {}) =>
    (
      await server.ask<{ freezeCoreChoice: Problems }>(world.admin, FREEZE, {
        input: {
          key: randomUUID(),
          id: uuidv7(),
          year: YEAR,
          chosen: [
            { templateId: two.id, why: "Flest prikker." },
            { templateId: one.id, why: "Viktig, og vi får det ikke til." },
          ],
          tell: true,
          ...over,
        },
      })
    ).freezeCoreChoice.problems;
  expect((await freeze({ chosen: [{ templateId: one.id, why: " " }] }))[0]?.path).toEqual(["chosen", "0", "why"]);
  await server.ask(world.admin, SCORE, {
    input: { key: randomUUID(), year: YEAR, candidateId: one.id, kind: "EFFORT", score: 100, reason: "Tar kvelden" },
  });
  expect(await freeze()).toEqual([]);
  const { rows } = await seed.client.query(
    "select id from app.touchpoint_template where core_position is not null order by core_position",
  );
  expect(rows.map(({ id }) => id)).toEqual([two.id, one.id]);
  const { rows: news } = await seed.client.query("select title, body from app.board_message");
  expect(news[0]).toMatchObject({ title: `Kjernepakken for ${YEAR}`, body: expect.stringContaining("Flest prikker.") });
  expect((await candidates()).choices[0]).toMatchObject({
    year: YEAR,
    by: expect.any(String),
    chosen: [{ templateId: two.id, why: "Flest prikker." }, { templateId: one.id }],
  });
  await seed.client.query("update app.organization set burden_cap_minutes = 60, core_set_size = 1");
  const all = [
    { templateId: one.id, why: "Alt." },
    { templateId: two.id, why: "Alt." },
  ];
  await server.ask(world.admin, SCORE, {
    input: { key: randomUUID(), year: YEAR, candidateId: two.id, kind: "EFFORT", score: 50, reason: "Tar tid" },
  });
  expect((await freeze({ chosen: all, tell: false }))[0]?.path).toEqual(["effortReason"]);
  const limit = async () =>
    server.ask<{ coreCandidates: { limitMinutes: number; ownLimit: boolean } }>(
      world.editor,
      `{ coreCandidates(year: ${YEAR}) { limitMinutes ownLimit } }`,
    );
  expect((await limit()).coreCandidates).toEqual({ limitMinutes: 60, ownLimit: false });
  // a limit of the core set's own stands over the cap on all that is asked
  await seed.client.query("update app.organization set burden_cap_minutes = 240, core_limit_minutes = 20");
  expect((await limit()).coreCandidates).toEqual({ limitMinutes: 20, ownLimit: true });
  await seed.client.query(
    "update app.organization set burden_cap_minutes = 240, core_limit_minutes = null, core_set_size = 5",
  );
});
