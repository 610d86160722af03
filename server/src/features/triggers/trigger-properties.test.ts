import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "@varde/domain";
import type { LocalDate, Trigger } from "@varde/domain";
import { runWork } from "../../kernel/db/run-work.js";
import { inJob } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { evaluateTriggers } from "./evaluate-triggers.js";
import { naiveTriggers } from "./naive-triggers.testing.js";
import type { NaiveMember, NaiveWorld } from "./naive-triggers.testing.js";
import { begunBy, triggerWorld } from "./triggers.testing.js";
import type { TriggerWorld } from "./triggers.testing.js";

let database: TestDatabase, seed: Seed, server: TestServer, world: TriggerWorld;
let jobs: Awaited<ReturnType<typeof testJobContext>>;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  server = await testServer(database);
  jobs = await testJobContext(server, testMailer());
  world = triggerWorld(seed);
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

const START = "2024-11-15";
const day = (min: number, max: number) => fc.integer({ min, max }).map((n): LocalDate => addDays(START, n));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const aMember = fc
  .record({
    joinedOn: day(-60, 60),
    later: fc.integer({ min: 0, max: 40 }),
    // around the age of ten in these months, the leap day too
    birth: maybe(fc.oneof(day(-3700, -3560), fc.constant("2016-02-29"))),
    stays: fc.option(fc.integer({ min: 1, max: 150 }), { nil: null, freq: 2 }),
    endReason: fc.constantFrom("LEFT" as const, "DIED" as const),
    wish: fc.constantFrom("ANY" as const, "ANY" as const, "TEXT" as const, "NOT_NOW" as const, "NEVER" as const),
    againOn: maybe(day(0, 90)),
    fees: fc.uniqueArray(
      fc.record({ year: fc.constantFrom(2024, 2025), paidOn: maybe(fc.constantFrom("2024-12-20", "2025-01-20")) }),
      { selector: ({ year }) => year, maxLength: 2 },
    ),
    came: fc.uniqueArray(
      fc.constantFrom("2024-11-01", "2024-12-01", "2024-12-20", "2025-01-15").map((held): LocalDate => held),
      { maxLength: 3 },
    ),
    closed: fc.array(day(-40, 60), { maxLength: 2 }),
  })
  .map(({ later, stays, ...one }): NaiveMember => ({
    ...one,
    id: randomUUID(),
    chapterOn: addDays(one.joinedOn, later),
    leftOn: stays === null ? null : addDays(one.joinedOn, later + stays),
    endReason: stays === null ? null : one.endReason,
  }));
const aTrigger: fc.Arbitrary<Trigger> = fc.record({
  kind: fc.constantFrom(
    ...([
      "MEMBER_JOINED",
      "MEMBER_JOINED_CHAPTER",
      "FEE_UNPAID",
      "MEMBER_INACTIVE",
      "MEMBER_LEFT",
      "AGE_REACHED",
      "AFTER",
    ] as const),
  ),
  offsets: fc.uniqueArray(fc.integer({ min: -20, max: 45 }), { minLength: 0, maxLength: 3 }),
  days: fc.integer({ min: 5, max: 60 }),
  age: fc.constantFrom(9, 10),
  aboutMember: fc.constant(true),
});
const aWorld: fc.Arbitrary<NaiveWorld> = fc.record({
  definition: fc
    .record({
      trigger: aTrigger,
      opensAfterDays: fc.integer({ min: -5, max: 5 }),
      dueAfterDays: fc.integer({ min: -7, max: 20 }),
      missAfterDays: fc.integer({ min: 0, max: 10 }),
    })
    .map(({ trigger, ...schedule }) => begunBy(trigger, { schedule: { ...schedule, lateAllowed: true } })),
  from: fc.oneof(fc.constant("2024-01-01"), day(-60, 20)),
  catchUp: fc.constantFrom("SKIP" as const, "COMPRESS" as const, "ASK" as const),
  quiet: fc.array(
    fc.record({ from: day(0, 70), n: fc.integer({ min: 0, max: 14 }) }).map(({ from, n }) => ({
      from,
      to: addDays(from, n),
    })),
    { maxLength: 3 },
  ),
  members: fc.array(aMember, { minLength: 4, maxLength: 9 }),
});
const someDays = fc.uniqueArray(day(0, 80), { minLength: 4, maxLength: 9 }).map((days) => days.sort());

async function arrange({ definition, from, catchUp, quiet, members }: NaiveWorld) {
  const of = await world.organization();
  const other = await world.make.template(of.id, begunBy({ kind: "MANUAL", aboutMember: true }), {
    about_member: true,
  });
  const trigger = { ...definition.trigger, templateKey: other.key };
  const { templateId } = await world.rolledOut(
    of,
    { ...definition, trigger },
    { effective_from: from, catch_up: catchUp },
  );
  for (const one of members) {
    await seed.rows("member", {
      organization_id: of.id,
      chapter_id: of.chapter,
      id: one.id,
      first_name: "M",
      joined_on: one.joinedOn,
      joined_chapter_on: one.chapterOn,
      birth_date: one.birth,
      birth_year: one.birth && Number(one.birth.slice(0, 4)),
      left_on: one.leftOn,
      end_reason: one.endReason,
      contact_preference: one.wish,
      contact_again_on: one.againOn,
    });
    for (const { year, paidOn } of one.fees) await world.fee(of, one.id, year, paidOn);
    for (const held of one.came) await world.came(of, held, one.id);
    for (const closed of one.closed)
      await world.make.touchpoint(other, of.chapter, {
        about_member: true,
        member_id: one.id,
        opens_on: closed,
        closed_at: `${closed}T12:00:00Z`,
      });
  }
  for (const { from: first, to } of quiet) await world.quiet(of, first, to);
  return { of, templateId };
}

async function standing(templateId: string) {
  const made = (await world.made(templateId)).map((row) => `${row.member} ${row.occurrence} ${row.days}`).sort();
  const { rows } = await seed.client.query<{ line: string }>(
    `select concat_ws(' ', member_id, occurrence, reason) as line from app.trigger_skip where template_id = $1`,
    [templateId],
  );
  return { made, held: rows.map(({ line }) => line).sort() };
}

test("random registers, triggers and days: what stands is what the rules say, told one member at a time", async () => {
  let [made, held] = [0, 0];
  await fc.assert(
    fc.asyncProperty(aWorld, someDays, async (given, days) => {
      const members = given.members.map((one) => ({ ...one, id: randomUUID() }));
      const { of, templateId } = await arrange({ ...given, members });
      for (const on of days) await evaluateTriggers(jobs.context, of.id, { on, most: 3 });
      const expected = naiveTriggers({ ...given, members }, days);
      expect(await standing(templateId)).toEqual(expected);
      made += expected.made.length;
      held += expected.held.length;
    }),
    { numRuns: 100 },
  );
  // the worlds are not empty
  expect(made).toBeGreaterThan(40);
  expect(held).toBeGreaterThan(40);
}, 120_000);

/** Members who joined in the course of the spring, alike in every organization but for their ids. */
async function spring(members: number) {
  const of = await world.organization(3);
  const { templateId, versionId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [3, 14, 90] }));
  await seed.client.query(
    `insert into app.member (organization_id, chapter_id, id, first_name, joined_on, joined_chapter_on, contact_preference)
     select $1, ($2::uuid[])[1 + g % 3], gen_random_uuid(), 'M' || g, date '2025-03-01' + g % 90, date '2025-03-01' + g % 90,
            case when g % 11 = 0 then 'NEVER' else 'ANY' end from generate_series(1, $3::int) g`,
    [of.id, of.chapters, members],
  );
  return { of, templateId, versionId };
}
async function alike(templateId: string) {
  const { rows } = await seed.client.query<{ line: string }>(
    `select concat_ws(' ', m.first_name, t.occurrence, t.opens_on, t.due_on, t.miss_on) as line from app.touchpoint t
       join app.member m on m.chapter_id = t.chapter_id and m.id = t.member_id where t.template_id = $1`,
    [templateId],
  );
  return { lines: rows.map(({ line }) => line).sort(), logged: await world.logged(templateId) };
}

test("stopped fifty times on the way, or run four times at once, it ends as one that nobody disturbed", async () => {
  const [calm, stopped, crowded] = [await spring(900), await spring(900), await spring(900)];
  const on = "2025-06-02";
  await evaluateTriggers(jobs.context, calm.of.id, { on });
  const wanted = await alike(calm.templateId);
  expect(wanted.lines.length).toBeGreaterThan(50);

  const [minted] = await inJob(jobs.context, (work) =>
    work.query<{ hash: string }>("select authz.mint_job_session($1, 'JOB_TRIGGERS') as hash", [stopped.of.id]),
  );
  const stoppedAt = new Set<number>();
  for (let attempt = 0; stoppedAt.size < 50; attempt += 1) {
    // some of them long enough to get something done
    const statementMs = 1 + ((attempt * 7) % 40);
    await runWork(jobs.context.job, { session: minted!.hash, readOnly: false, statementMs }, (work) =>
      work.query("select authz.evaluate_triggers($1, $2, 5)", [stopped.versionId, on]),
    ).catch(() => stoppedAt.add(attempt));
  }
  await evaluateTriggers(jobs.context, stopped.of.id, { on });
  expect(await alike(stopped.templateId)).toEqual(wanted);

  const runs = [3, 7, 50, 400].map((most) => evaluateTriggers(jobs.context, crowded.of.id, { on, most }));
  await Promise.all(runs);
  expect(await alike(crowded.templateId)).toEqual(wanted);
}, 120_000);
