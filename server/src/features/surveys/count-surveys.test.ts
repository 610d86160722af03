import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { addDays, countForms, osloDate, STARTING_SURVEY } from "@varde/domain";
import type { SurveyAnswers, SurveyCount } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { countSurveys } from "./count-surveys.js";
import { formBytes, openForm, sealForm } from "./sealed-form.js";

let database: TestDatabase, seed: Seed, world: Federation, job: Door, chapters: string[];
const today = osloDate(new Date());
const definition = STARTING_SURVEY;
const TEXT = definition.questions.find(({ kind }) => kind === "TEXT")!.key;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 3 });
  const { own, sibling, far } = world.chapters;
  chapters = [own, sibling, far];
});
afterAll(async () => {
  await job.close();
  await seed.close();
  await database.drop();
});

type Open = { id: string; codes: string[] };
async function openOne(closesOn = addDays(today, 20)): Promise<Open> {
  const id = uuidv7();
  const { organizationId: organization_id } = world;
  await seed.rows("survey", {
    organization_id,
    id,
    definition,
    state: "OPEN",
    opens_on: addDays(today, -30),
    closes_on: closesOn,
    opened_at: new Date(),
    created_by: world.admin.seatId,
  });
  const codes = chapters.map(() =>
    [...randomBytes(10)].map((byte) => "abcdefghjkmnpqrstuvwxyz23456789"[byte % 31]).join(""),
  );
  for (const [i, chapter_id] of chapters.entries())
    await seed.rows("survey_link", { organization_id, survey_id: id, chapter_id, code: codes[i] });
  return { id, codes };
}

async function send(survey: Open, chapter: number, answers: SurveyAnswers, ticket = randomBytes(32)): Promise<string> {
  const sealed = sealForm(seed.sealer, { surveyId: survey.id, chapterId: chapters[chapter]!, definition }, answers);
  const { rows } = await seed.client.query<{ told: string }>("select authz.take_form($1, $2, $3) as told", [
    survey.codes[chapter],
    ticket,
    sealed,
  ]);
  return rows[0]!.told;
}
const close = (id: string) =>
  seed.client.query("update app.survey set state = 'CLOSED', closed_at = now() where id = $1 and state = 'OPEN'", [id]);
const run = (sealer: Sealer = seed.sealer) => countSurveys({ job, sealer });

/** A sealer with which the job dies when it has opened so many forms. */
function dying(after: number): Sealer {
  let left = after;
  return {
    ...seed.sealer,
    open: (sealed, place) => {
      if (left-- <= 0) throw new Error("killed");
      return seed.sealer.open(sealed, place);
    },
  };
}

async function sums(id: string): Promise<SurveyCount[]> {
  const { rows } = await seed.client.query<SurveyCount>(
    "select question, cell, sum(n)::int as n from app.survey_count where survey_id = $1 group by 1, 2",
    [id],
  );
  return rows.toSorted((a, b) => (`${a.question}\n${a.cell}` < `${b.question}\n${b.cell}` ? -1 : 1));
}
async function texts(id: string): Promise<string[]> {
  const { rows } = await seed.client.query<{ text: string }>("select text from app.survey_text where survey_id = $1", [
    id,
  ]);
  return rows.map(({ text }) => text).sort();
}
const left = async (table: string, id: string): Promise<number> =>
  (await seed.client.query<{ n: number }>(`select count(*)::int as n from app.${table} where survey_id = $1`, [id]))
    .rows[0]!.n;

const anyForm: fc.Arbitrary<SurveyAnswers> = fc.record(
  {
    age: fc.constantFrom(["under_15"], ["from_18"]),
    welcome: fc.constantFrom(["1"], ["5"], ["none"]),
    contacted: fc.constantFrom(["no"], ["later"]),
    agree: fc.constantFrom(["informed:2"], ["informed:4", "heard:1"]),
    [TEXT]: fc.constantFrom(["Flere turer"], ["Mer pizza"]),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<SurveyAnswers>;
const anyStep = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("form" as const), chapter: fc.nat(2), form: anyForm }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("job" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("kill" as const), after: fc.nat(8) }) },
);

test("whatever comes in whatever order, with jobs that are killed in between: every form is counted once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 60 }), async (steps) => {
      const survey = await openOne();
      const taken: SurveyAnswers[] = [];
      for (const step of steps) {
        if (step.kind === "job") await run();
        else if (step.kind === "kill") await run(dying(step.after)).catch(() => {});
        else {
          expect(await send(survey, step.chapter, step.form)).toBe("TAKEN");
          taken.push(step.form);
        }
      }
      await close(survey.id);
      await run(dying(1)).catch(() => {});
      await run();
      const all = countForms(definition, taken, (items) => items);
      expect(await sums(survey.id)).toEqual(
        all.counts.toSorted((a, b) => (`${a.question}\n${a.cell}` < `${b.question}\n${b.cell}` ? -1 : 1)),
      );
      expect(await texts(survey.id)).toEqual(all.texts.map(({ text }) => text).sort());
      for (const table of ["survey_waiting", "survey_spent"])
        expect([table, await left(table, survey.id)]).toEqual([table, 0]);
      // no chapter with fewer than five forms, and none with what describes a person
      const { rows } = await seed.client.query(
        `select 1 from app.survey_count where survey_id = $1 and chapter_id is not null and ((question = '' and n < 5) or question = 'age')`,
        [survey.id],
      );
      expect(rows).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("two jobs at once, and forms on their way in while it is closed, lose and double nothing", async () => {
  const survey = await openOne();
  const outcomes = await Promise.all([
    ...Array.from({ length: 23 }, (_, i) => send(survey, i % 3, { welcome: ["5"] })),
    run(),
    run(),
    close(survey.id),
  ]);
  await Promise.all([run(), run()]);
  const taken = outcomes.filter((outcome) => outcome === "TAKEN").length;
  const counted = await sums(survey.id);
  expect(counted.find(({ question }) => question === "")?.n ?? 0).toBe(taken);
  expect(await left("survey_waiting", survey.id)).toBe(0);
  expect(await send(survey, 0, {})).toBe("CLOSED");
});

test("fewer than five wait; a ticket counts once, also when its form has been counted", async () => {
  const survey = await openOne();
  const ticket = randomBytes(32);
  expect(await send(survey, 0, { welcome: ["1"] }, ticket)).toBe("TAKEN");
  for (let i = 0; i < 3; i += 1) await send(survey, 0, { welcome: ["2"] });
  await run();
  expect(await sums(survey.id)).toEqual([]);
  await send(survey, 0, { welcome: ["2"] });
  await run();
  expect(await left("survey_waiting", survey.id)).toBe(0);
  expect(await send(survey, 0, { welcome: ["1"] }, ticket)).toBe("AGAIN");
  await close(survey.id);
});

test("a survey whose last day has been closes by itself", async () => {
  const survey = await openOne(addDays(today, -1));
  await run();
  const { rows } = await seed.client.query(
    "select state, closed_by, closed_at is not null as ended from app.survey where id = $1",
    [survey.id],
  );
  expect(rows).toEqual([{ state: "CLOSED", closed_by: null, ended: true }]);
});

test("every form of a survey is sealed to one length, for its own chapter alone", () => {
  const at = { surveyId: randomUUID(), chapterId: randomUUID(), definition };
  const lengths = [{}, { [TEXT]: ["ø".repeat(500)] }, { [TEXT]: ["\u0001".repeat(500)], welcome: ["5"] }].map(
    (answers) => sealForm(seed.sealer, at, answers).length,
  );
  expect(new Set(lengths).size).toBe(1);
  expect(lengths[0]).toBeLessThan(60_000);
  expect(formBytes(definition) % 1024).toBe(0);
  const sealed = sealForm(seed.sealer, at, { welcome: ["5"] });
  expect(openForm(seed.sealer, at, sealed)).toEqual({ welcome: ["5"] });
  expect(() => openForm(seed.sealer, { ...at, chapterId: randomUUID() }, sealed)).toThrow();
});

test("no place in the database holds two answers of one form, or tells which came together", async () => {
  const survey = await openOne();
  // each form is marked in three of its answers; the marks are found again by themselves alone
  const marked = Array.from({ length: 12 }, (_, i) => ({
    welcome: [String((i % 5) + 1)],
    contacted: [["no", "later"][i % 2]!],
    [TEXT]: [`merke-${i}-slutt`],
  }));
  for (const [i, form] of marked.entries()) await send(survey, i % 2, form);
  const dump = async (): Promise<{ table: string; row: string; xmin: string; ctid: string }[]> => {
    const { rows: tables } = await seed.client.query<{ name: string }>(
      "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app' where c.relkind = 'r'",
    );
    const found = [];
    for (const { name } of tables) {
      const { rows } = await seed.client.query<{ row: string; xmin: string; ctid: string }>(
        `select to_jsonb(t)::text as row, t.xmin::text, t.ctid::text from app.${name} t`,
      );
      found.push(...rows.map((row) => ({ table: name, ...row })));
    }
    return found;
  };
  // while they wait: one length, no mark in the clear
  const waiting = await dump();
  expect(waiting.filter(({ row }) => row.includes("merke-"))).toEqual([]);
  const sealedLengths = waiting.filter(({ table }) => table === "survey_waiting").map(({ row }) => row.length);
  expect([sealedLengths.length, new Set(sealedLengths).size]).toEqual([12, 1]);
  await run();
  const counted = await dump();
  const holding = counted.filter(({ row }) => row.includes("merke-"));
  expect(holding.map(({ table }) => table)).toEqual(Array.from({ length: 12 }, () => "survey_text"));
  for (const { row } of holding) {
    const kept = JSON.parse(row) as Record<string, unknown>;
    expect(Object.keys(kept).sort()).toEqual(
      ["hidden_by", "id", "organization_id", "question", "rev", "survey_id", "text"].sort(),
    );
    expect(String(kept["id"])[14]).toBe("4");
    expect(chapters.some((chapter) => row.includes(chapter))).toBe(false);
  }
  // every text bears one transaction's number, whichever round brought it, and lies in another order than it came
  for (const [i, form] of marked.entries()) await send(survey, i % 2, { [TEXT]: [`${form[TEXT]![0]}-igjen`] });
  await run();
  const texts = (await dump()).filter(({ row }) => row.includes("merke-"));
  expect(texts).toHaveLength(24);
  expect(new Set(texts.map(({ xmin }) => xmin)).size).toBe(1);
  const order = texts.map(({ row }) => /merke-[^"]+/.exec(row)![0]);
  const came = [...marked.map((form) => form[TEXT]![0]!), ...marked.map((form) => `${form[TEXT]![0]}-igjen`)];
  expect(order).not.toEqual(came);
  const columns = await seed.client.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'app'
        and table_name in ('survey_waiting', 'survey_spent', 'survey_count', 'survey_text') and data_type ~ 'time|date'`,
  );
  expect(columns.rows).toEqual([]);
  await close(survey.id);
});

test("who reads the sums once, after the closing, cannot tell which answers came together in the last round", async () => {
  const survey = await openOne();
  for (let i = 0; i < 5; i++) await send(survey, 0, { welcome: ["5"], contacted: ["no"], age: ["from_18"] });
  await run();
  // one form is left: it is counted alone
  await send(survey, 0, { welcome: ["1"], contacted: ["later"], age: ["under_15"] });
  await close(survey.id);
  await run();
  const { rows } = await seed.client.query<{ made: string; cell: string }>(
    "select xmin::text as made, cell from app.survey_count where survey_id = $1 order by ctid",
    [survey.id],
  );
  expect(rows.map(({ cell }) => cell)).toEqual(
    expect.arrayContaining(["1", "later", "under_15", "5", "no", "from_18"]),
  );
  expect(new Set(rows.map(({ made }) => made)).size).toBe(1);
});
