import { addDays, osloDate, parsePeriod, periodOf, touchpointStatus } from "@varde/domain";
import type { TouchpointFacts, TouchpointStatus } from "@varde/domain";
import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { TEMPLATE_JOBS } from "../templates/extend-rollouts.js";
import { gathering } from "../templates/templates.testing.js";
import { evaluateTriggers } from "../triggers/index.js";
import { checkOrganization } from "./check.js";

/* A federation's life by its own use cases, in random order: versions and roll-outs, regions that merge, chapters that move, open and
   close, reports that are corrected and taken back, waivers, new members, nights. After each act the kept numbers are those of a recount,
   and a region's are its chapters', as they are and as they were. */

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, job: Door;
const today = osloDate(new Date());
const seats = new Map<string, SeededSeat>();
const templates = { duty: uuidv7(), persons: uuidv7() };
const SEED = Math.trunc(Math.random() * 2 ** 31);

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 2 });
  seats.set(world.chapters.own, world.leader).set(world.chapters.sibling, world.siblingLeader);
  await lead(world.chapters.far);
});
afterAll(async () => {
  await job.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

async function lead(chapterId: string): Promise<void> {
  seats.set(chapterId, await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId }));
}

const rowsOf = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await seed.client.query<T>(sql, [world.organizationId, ...values])).rows;
const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

/** A mutation as a seat; what a user could mend is no fault here, what is anything else is. */
async function act(seat: SeededSeat | undefined, name: string, input: object): Promise<boolean> {
  if (!seat) return false;
  const document = `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { problems { code } } }`;
  const data = await server.ask<Record<string, { problems: unknown[] }>>(seat, document, {
    input: { key: uuidv7(), ...input },
  });
  return data[name]!.problems.length === 0;
}

type Task = { id: string; chapter_id: string; about_member: boolean; rev: number };
const tasks = (where: string): Promise<Task[]> =>
  rowsOf(`select t.id, t.chapter_id, t.about_member, t.rev from app.touchpoint t join app.chapter c on c.id = t.chapter_id and c.closed_on is null
           where t.organization_id = $1 and not t.period_report and (${where}) order by t.opens_on, t.id`);
const OPEN =
  "num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0 and t.opens_on <= authz.today() and t.miss_on >= authz.today()";

async function publish(templateId: string, definition: object): Promise<boolean> {
  const found = await rowsOf(`select id from app.template_version where organization_id = $1 and template_id = $2`, [
    templateId,
  ]);
  const versionId = uuidv7();
  if (found.length === 0) {
    const organization_id = world.organizationId;
    await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `s${seed.unique()}` });
    const about_member = templateId === templates.persons;
    await seed.rows("template_version", {
      organization_id,
      id: versionId,
      template_id: templateId,
      definition,
      about_member,
    });
    return act(world.editor, "publishDraft", { templateId, versionId, rev: 1 });
  }
  await act(world.editor, "createDraft", { templateId, versionId });
  await act(world.editor, "saveDraft", { templateId, versionId, rev: 1, definition });
  return act(world.editor, "publishDraft", { templateId, versionId, rev: 2 });
}

const greeting = (purpose: string) =>
  gathering({
    purpose: { nb: purpose },
    trigger: { kind: "MEMBER_JOINED", offsets: [0] },
    reportFields: [{ key: "came", type: "YES_NO", label: { nb: "Kom?" }, required: true }],
  });
const chapters = (): Promise<{ id: string; rev: number; region_id: string | null }[]> =>
  rowsOf(`select c.id, c.rev, m.region_id from app.chapter c left join app.chapter_region m on m.chapter_id = c.id and m.valid_to is null
           where c.organization_id = $1 and c.closed_on is null order by c.id`);
const regions = (): Promise<{ id: string; rev: number }[]> =>
  rowsOf(`select id, rev from app.region where organization_id = $1 and closed_on is null order by id`);
const answersOf = ({ about_member: about }: Task, n: number) =>
  about
    ? { outcome: "REACHED", answers: [{ field: "came", yesNo: n % 2 === 0 }] }
    : {
        answers: [
          { field: "held", yesNo: true },
          { field: "people", number: n % 90 },
        ],
      };

const ACTS = {
  async write(n: number, m: number) {
    if (n % 3 === 0) return publish(templates.persons, greeting(`Si hei ${m}.`));
    const period = m % 2 === 0 ? "MONTH" : "QUARTER";
    return publish(templates.duty, gathering({ purpose: { nb: `Møtes ${m}.` }, trigger: { kind: "PERIOD", period } }));
  },
  async rollOut(n: number, m: number) {
    const templateId = n % 3 === 0 ? templates.persons : templates.duty;
    const [version] = await rowsOf<{ id: string }>(
      `select id from app.template_version where organization_id = $1 and template_id = $2 and state = 'PUBLISHED' order by major desc, minor desc limit 1`,
      [templateId],
    );
    const some = (await chapters()).map(({ id }) => id).filter((_, i) => m & (1 << i));
    if (!version || some.length === 0) return false;
    const catchUp = (["SKIP", "COMPRESS", "ASK"] as const)[n % 3];
    const effectiveFrom = addDays(today, (m % 200) - 160);
    return act(world.editor, "rollOut", {
      id: uuidv7(),
      templateId,
      versionId: version.id,
      chapterIds: some,
      effectiveFrom,
      catchUp,
    });
  },
  async withdraw(n: number) {
    const made = await rowsOf<{ id: string; rev: number; template_id: string }>(
      `select id, rev, template_id from app.rollout where organization_id = $1 and withdrawn_at is null order by created_at, id`,
    );
    const one = at(made, n);
    return (
      one !== undefined &&
      act(world.admin, "withdrawRollout", {
        templateId: one.template_id,
        rolloutId: one.id,
        rev: one.rev,
        reason: "Feil lag",
      })
    );
  },
  async report(n: number, m: number) {
    const task = at(await tasks(OPEN), n);
    return (
      task !== undefined &&
      act(seats.get(task.chapter_id), "submitReport", { id: task.id, rev: task.rev, ...answersOf(task, m) })
    );
  },
  async correct(n: number, m: number) {
    const task = at(await tasks("t.closed_at is not null"), n);
    return (
      task !== undefined &&
      act(seats.get(task.chapter_id), "correctReport", { id: task.id, rev: task.rev, ...answersOf(task, m) })
    );
  },
  async takeBack(n: number) {
    const task = at(await tasks("t.closed_at is not null or t.emptied_at is not null"), n);
    return task !== undefined && act(seats.get(task.chapter_id), "reopenTouchpoint", { id: task.id, rev: task.rev });
  },
  async waive(n: number) {
    const task = at(await tasks(OPEN), n);
    if (!task) return false;
    const asked = {
      id: uuidv7(),
      touchpointId: task.id,
      kind: "WAIVER",
      reason: task.about_member ? "TWICE" : "NOT_FOR_US",
    };
    if (!(await act(seats.get(task.chapter_id), "askRequest", asked))) return false;
    return act(world.admin, "decideRequest", { id: asked.id, rev: 1, accept: true });
  },
  async undoWaiver(n: number) {
    const given = await rowsOf<{ id: string; rev: number }>(
      `select r.id, r.rev from app.touchpoint_request r join app.chapter c on c.id = r.chapter_id and c.closed_on is null
        where r.organization_id = $1 and r.state = 'ACCEPTED' order by r.id`,
    );
    const one = at(given, n);
    return one !== undefined && act(world.admin, "undoDecision", one);
  },
  async move(n: number, m: number) {
    const [chapter, region] = [at(await chapters(), n), at(await regions(), m)];
    return (
      chapter !== undefined &&
      act(world.admin, "moveChapter", {
        id: chapter.id,
        rev: chapter.rev,
        regionId: region!.id,
        from: addDays(today, -(m % 300)),
      })
    );
  },
  async merge(n: number) {
    const all = await regions();
    if (all.length < 2)
      return act(world.admin, "createRegion", {
        id: uuidv7(),
        name: `Region ${seed.unique()}`,
        openedOn: "2019-01-01",
      });
    const [gone, into] = [at(all, n)!, at(all, n + 1)!];
    for (const { id, rev, region_id: of } of await chapters()) {
      if (of === gone.id) await act(world.admin, "moveChapter", { id, rev, regionId: into.id, from: today });
    }
    return act(world.admin, "closeRegion", { ...gone, closedOn: today });
  },
  async open(n: number, m: number) {
    const [id, name] = [uuidv7(), `Lokallag ${seed.unique()}`];
    const facts = { county: "31", municipalities: ["Moss"], openedOn: addDays(today, -(m % 250)) };
    if (
      !(await act(world.admin, "createChapter", {
        id,
        name,
        shortName: name,
        regionId: at(await regions(), n)!.id,
        ...facts,
      }))
    )
      return false;
    await lead(id);
    return true;
  },
  async close(n: number, m: number) {
    const all = await chapters();
    const { id, rev } = at(all, n)!;
    return all.length > 2 && act(world.admin, "closeChapter", { id, rev, closedOn: addDays(today, -(m % 20)) });
  },
  async join(n: number, m: number) {
    const chapter = at(await chapters(), n)!;
    const member = { firstName: "Sara", lastName: "Lie", joinedOn: addDays(today, -(m % 30)), birthYear: 1999 };
    return act(seats.get(chapter.id), "addMember", { id: uuidv7(), member });
  },
  async night() {
    const context = { job, signal: new AbortController().signal };
    await TEMPLATE_JOBS[0]!.run({}, context as never);
    await evaluateTriggers(context, world.organizationId);
    return true;
  },
};
type Act = keyof typeof ACTS;

type Counted = { onTime: number; late: number; missed: number; open: number; overdue: number; waived: number };
const COUNTED: Partial<Record<TouchpointStatus, keyof Counted>> = {
  DONE_ON_TIME: "onTime",
  DONE_LATE: "late",
  MISSED: "missed",
  OPEN: "open",
  OVERDUE: "overdue",
  WAIVED: "waived",
};
type Fact = TouchpointFacts & { chapter: string };

/** What a region has of a year, counted one touchpoint at a time. */
async function recount(region: string, on: string, { start, end }: { start: string; end: string }): Promise<Counted> {
  const facts = await rowsOf<Fact>(
    `select t.chapter_id as chapter, t.opens_on::text as "opensOn", t.due_on::text as "dueOn", t.miss_on::text as "missOn", t.late_allowed as "lateAllowed",
            t.started_at as "startedAt", t.closed_at as "closedAt", t.outcome, t.waived_at as "waivedAt", t.cancelled_at as "cancelledAt", t.emptied_at as "emptiedAt", t.exception_until::text as "exceptionUntil"
       from app.touchpoint t join app.chapter c on c.id = t.chapter_id and c.opened_on <= $5 and (c.closed_on is null or c.closed_on > $4)
       join app.chapter_region m on m.chapter_id = t.chapter_id and m.region_id = $2 and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)
      where t.organization_id = $1 and t.template_id = $6 and not t.period_report and t.first_due_on between $4 and $5`,
    [region, on, start, end, templates.duty],
  );
  const sum: Counted = { onTime: 0, late: 0, missed: 0, open: 0, overdue: 0, waived: 0 };
  for (const fact of facts) {
    const key = COUNTED[touchpointStatus(fact, today)];
    if (key) sum[key] += 1;
  }
  return sum;
}

const ASK = `query ($templateId: ID!, $period: String!, $regionId: ID!, $membership: RegionMembership!) { comparison(templateId: $templateId,
  period: $period, regionId: $regionId, membership: $membership) { membershipOn total { onTime late missed open overdue waived } } }`;

/** One region of one year, read as a page does, against the recount. */
async function holds(n: number): Promise<void> {
  const found = await checkOrganization({ job }, world.organizationId);
  expect(found).toMatchObject({ differing: 0, sample: [] });
  const year = Number(periodOf(today, "YEAR")) - (n % 2);
  const window = parsePeriod(String(year))!;
  const regionId = at(await regions(), n)!.id;
  for (const membership of ["AS_IS", "AS_WAS"]) {
    const asked = { templateId: templates.duty, period: String(year), regionId, membership };
    const { comparison } = await server.ask<{ comparison: { total: Counted; membershipOn: string } }>(
      world.admin,
      ASK,
      asked,
    );
    expect(comparison.membershipOn).toBe(membership === "AS_WAS" && window.end < today ? window.end : today);
    expect(comparison.total).toEqual(await recount(regionId, comparison.membershipOn, window));
  }
}

test(`whatever a federation does, what is kept is what a recount says (seed ${SEED})`, async () => {
  const took = new Map<Act, number>();
  await publish(templates.duty, gathering());
  await publish(templates.persons, greeting("Si hei."));
  await ACTS.rollOut(1, 7);
  await ACTS.rollOut(0, 7 + 8 * 16);
  const weights: Act[] = [
    "rollOut",
    "rollOut",
    "report",
    "report",
    "report",
    "report",
    "join",
    "join",
    "night",
    "waive",
    "waive",
    "move",
    "correct",
  ];
  const kind = fc.constantFrom(...(Object.keys(ACTS) as Act[]), ...weights);
  const step = fc.tuple(kind, fc.nat(10_000), fc.nat(10_000));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 40 }), async (steps) => {
      for (const [what, n, m] of steps) {
        if (await ACTS[what](n, m)) took.set(what, (took.get(what) ?? 0) + 1);
        await holds(n);
      }
    }),
    // what was done stays done: a shorter history cannot be tried again
    { numRuns: 1, seed: SEED, endOnFailure: true },
  );
  expect(took.size, [...took].join(" ")).toBeGreaterThan(6);
}, 60_000);
