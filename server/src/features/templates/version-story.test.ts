import { randomUUID } from "node:crypto";
import { addDays, osloDate } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { extendRollouts } from "./extend-rollouts.js";
import { gathering } from "./templates.testing.js";

/* A template's life in random order: written anew, published, rolled out, withdrawn, begun, reported. Whatever happens, what a
   chapter has begun stays as it was, and every count adds up. */

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, job: Door;
const today = osloDate(new Date());

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 2 });
});
afterAll(async () => {
  await job.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

type Step =
  | { kind: "reword" | "extend" | "withdraw"; n: number }
  | { kind: "redo"; period: "MONTH" | "QUARTER"; calendar: boolean; n: number }
  | { kind: "rollOut"; chapters: number; from: number; catchUp: "SKIP" | "COMPRESS" | "ASK" }
  | { kind: "begin" | "report" | "empty"; n: number };
const n = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("reword" as const), n }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("redo" as const),
      period: fc.constantFrom("MONTH" as const, "QUARTER" as const),
      calendar: fc.boolean(),
      n,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("rollOut" as const),
      chapters: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: -90, max: 90 }),
      catchUp: fc.constantFrom("SKIP" as const, "COMPRESS" as const, "ASK" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), n }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom("begin" as const, "report" as const, "empty" as const), n }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("extend" as const), n }) },
);

type Row = {
  id: string;
  chapter_id: string;
  version_id: string;
  unclosed: boolean;
  begun: boolean;
  cancelled: boolean;
  opens_on: string;
  due_on: string;
};
type Counts = { created: number; lifted: number; cancelled: number; leftAlone: number };
const unclosed = (rows: Row[], chapters: readonly string[]) =>
  rows.filter((row) => row.unclosed && chapters.includes(row.chapter_id)).length;

class Life {
  readonly templateId = randomUUID();
  published: string | null = null;
  /** what a touchpoint looked like from the moment somebody began it */
  readonly begun = new Map<string, string>();
  readonly chapters = [world.chapters.own, world.chapters.sibling, world.chapters.far];
  private minute = 0;

  static async start(): Promise<Life> {
    const life = new Life();
    await seed.rows("touchpoint_template", {
      organization_id: world.organizationId,
      id: life.templateId,
      key: `s${seed.unique()}`,
    });
    await life.publish(gathering());
    return life;
  }

  async rows(): Promise<Row[]> {
    const { rows } = await seed.client.query<Row>(
      `select id, chapter_id, version_id, num_nonnulls(closed_at, emptied_at, waived_at, cancelled_at) = 0 as unclosed, started_at is not null as begun,
              cancelled_at is not null as cancelled, opens_on::text, due_on::text from app.touchpoint where template_id = $1 order by chapter_id, opens_on, id`,
      [this.templateId],
    );
    return rows;
  }

  /** through the API, as an editor does it: draft, content, publish */
  async publish(definition: TemplateDefinition): Promise<void> {
    const id = randomUUID();
    const key = randomUUID;
    if (!this.published) {
      const organization_id = world.organizationId;
      const row = { organization_id, id, template_id: this.templateId, definition, about_member: false };
      await seed.rows("template_version", row);
      await this.ok("publishDraft", { key: key(), templateId: this.templateId, versionId: id, rev: 1 });
    } else {
      await this.ok("createDraft", { key: key(), templateId: this.templateId, versionId: id });
      await this.ok("saveDraft", { key: key(), templateId: this.templateId, versionId: id, rev: 1, definition });
      await this.ok("publishDraft", { key: key(), templateId: this.templateId, versionId: id, rev: 2 });
    }
    this.published = id;
  }

  private async ok(name: string, input: object): Promise<void> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code message path } } }`;
    const data = await server.ask<Record<string, { problems: unknown[] }>>(world.editor, document, { input });
    expect(data[name]!.problems).toEqual([]);
  }

  chosen(bits: number): string[] {
    return this.chapters.filter((_, i) => bits & (1 << i));
  }

  async definition(): Promise<TemplateDefinition> {
    const { rows } = await seed.client.query<{ definition: TemplateDefinition }>(
      `select definition from app.template_version where id = $1`,
      [this.published],
    );
    return rows[0]!.definition;
  }

  async take(step: Step): Promise<void> {
    const before = await this.rows();
    if (step.kind === "reword") {
      await this.publish({ ...(await this.definition()), purpose: { nb: `Samle medlemmene ${step.n}.` } });
      expect(await this.rows()).toEqual(before);
    } else if (step.kind === "redo") {
      const { period, calendar } = step;
      const month = String(1 + (step.n % 12)).padStart(2, "0");
      const date = { key: "vår", name: { nb: "vår" }, opens: `${month}-01`, due: `${month}-28` };
      const trigger = calendar ? { kind: "CALENDAR" as const, dates: [date] } : { kind: "PERIOD" as const, period };
      await this.publish({ ...(await this.definition()), trigger });
      expect(await this.rows()).toEqual(before);
    } else if (step.kind === "rollOut") await this.rollOut(step, before);
    else if (step.kind === "withdraw") await this.withdraw(step.n, before);
    else if (step.kind === "extend") await extendRollouts({ job }, world.organizationId);
    else await this.touch(step.kind, step.n, before);
  }

  private async rollOut(step: Extract<Step, { kind: "rollOut" }>, before: Row[]): Promise<void> {
    const chapterIds = this.chosen(step.chapters);
    const scope = {
      templateId: this.templateId,
      effectiveFrom: addDays(today, step.from),
      chapterIds,
      catchUp: step.catchUp,
    };
    const ask = `query ($input: RolloutPreviewInput!) { rolloutPreview(input: $input) { newTouchpoints lifted cancelled leftAlone chapters { alreadyThere } } }`;
    type Preview = {
      rolloutPreview: Omit<Counts, "created"> & { newTouchpoints: number; chapters: { alreadyThere: number }[] };
    };
    const { rolloutPreview: seen } = await server.ask<Preview>(world.editor, ask, { input: scope });
    const act = `mutation ($input: RollOutInput!) { rollOut(input: $input) { problems { code message } rollout { touchpointCount liftedCount cancelledCount leftCount } } }`;
    const { rollOut } = await server.ask<{
      rollOut: { problems: unknown[]; rollout: Record<string, number> };
    }>(world.editor, act, { input: { ...scope, key: randomUUID(), id: randomUUID(), versionId: this.published } });
    expect(rollOut.problems).toEqual([]);
    const {
      touchpointCount: created,
      liftedCount: lifted,
      cancelledCount: cancelled,
      leftCount: leftAlone,
    } = rollOut.rollout;
    expect({ created, lifted, cancelled, leftAlone }).toEqual({
      created: seen.newTouchpoints,
      lifted: seen.lifted,
      cancelled: seen.cancelled,
      leftAlone: seen.leftAlone,
    });
    const after = await this.rows();
    const kept = seen.chapters.reduce((sum, row) => sum + row.alreadyThere, 0);
    expect(unclosed(before, chapterIds)).toBe(lifted! + cancelled! + leftAlone! + kept);
    expect(unclosed(after, chapterIds)).toBe(unclosed(before, chapterIds) + created! - cancelled!);
    // other chapters notice nothing
    const elsewhere = (rows: Row[]) => rows.filter((row) => !chapterIds.includes(row.chapter_id));
    expect(elsewhere(after)).toEqual(elsewhere(before));
  }

  private async withdraw(pick: number, before: Row[]): Promise<void> {
    const { rows } = await seed.client.query<{ id: string; rev: number; chapters: string[] }>(
      `select r.id, r.rev, coalesce((select array_agg(c.chapter_id) from app.rollout_chapter c where c.rollout_id = r.id and c.until_day is null), '{}') as chapters
         from app.rollout r where r.template_id = $1 and r.withdrawn_at is null order by r.created_at, r.id`,
      [this.templateId],
    );
    const rollout = rows[pick % Math.max(1, rows.length)];
    if (!rollout) return;
    const act = `mutation ($input: WithdrawRolloutInput!) { withdrawRollout(input: $input) { problems { code message } cancelled lifted leftAlone } }`;
    const input = {
      key: randomUUID(),
      templateId: this.templateId,
      rolloutId: rollout.id,
      rev: rollout.rev,
      reason: "Feil lag",
    };
    type Answer = { withdrawRollout: Counts & { problems: unknown[] } };
    const { withdrawRollout: done } = await server.ask<Answer>(world.editor, act, { input });
    expect(done.problems).toEqual([]);
    const after = await this.rows();
    const gone = after.filter(
      (row, i) => row.cancelled && before.find(({ id }) => id === row.id)?.cancelled === false && i >= 0,
    );
    expect(gone).toHaveLength(done.cancelled);
    expect(gone.every((row) => rollout.chapters.includes(row.chapter_id) && !row.begun)).toBe(true);
  }

  private async touch(kind: "begin" | "report" | "empty", pick: number, before: Row[]): Promise<void> {
    const able = before.filter((row) => row.unclosed && row.opens_on <= today);
    const row = able[pick % Math.max(1, able.length)];
    if (!row) return;
    this.minute += 1;
    const change = {
      begin: `started_at = coalesce(started_at, now()), steps_done = '{invite}'`,
      report: `started_at = coalesce(started_at, now()), closed_at = now(), answers = '{"held": true, "people": 7}'`,
      empty: `emptied_at = now()`,
    }[kind];
    await seed.client.query(`update app.touchpoint set ${change}, rev = rev + 1 where id = $1`, [row.id]);
    this.begun.set(row.id, row.version_id);
  }

  async holds(): Promise<void> {
    const rows = await this.rows();
    for (const row of rows) {
      const version = this.begun.get(row.id);
      if (version)
        expect({ id: row.id, version: row.version_id, cancelled: row.cancelled }).toEqual({
          id: row.id,
          version,
          cancelled: false,
        });
    }
    const { rows: faults } = await seed.client.query<{ fault: string }>(
      `select 'two versions at once in ' || a.chapter_id as fault from app.rollout_chapter a join app.rollout_chapter b
          on b.chapter_id = a.chapter_id and b.template_id = a.template_id and (b.rollout_id <> a.rollout_id)
         where a.template_id = $1 and a.from_day < coalesce(b.until_day, 'infinity') and b.from_day < coalesce(a.until_day, 'infinity')
           and a.from_day < coalesce(a.until_day, 'infinity') and b.from_day < coalesce(b.until_day, 'infinity')
       union all select 'given to a chapter and ' || v.state || ': ' || v.major || '.' || v.minor from app.template_version v
         where v.template_id = $1 and v.state in ('DRAFT', 'CLOSING', 'CLOSED') and exists (select 1 from app.rollout_chapter c where c.version_id = v.id and c.until_day is null)
       union all select 'closed with something open: ' || v.major || '.' || v.minor from app.template_version v join app.touchpoint t on t.version_id = v.id
         where v.template_id = $1 and v.state = 'CLOSED' and num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0 and t.miss_on >= authz.today()
       union all select 'of another series than its version: ' || t.id from app.touchpoint t join app.template_version v on v.id = t.version_id where t.template_id = $1 and t.major <> v.major`,
      [this.templateId],
    );
    expect(faults).toEqual([]);
  }
}

const KEPT = ["standing", "standing_unclosed", "answer_sum"] as const;
async function kept(): Promise<string[]> {
  const all: string[] = [];
  for (const table of KEPT) {
    const { rows } = await seed.client.query<{ row: string }>(
      `select to_jsonb(k)::text as row from app.${table} k where organization_id = $1 order by 1`,
      [world.organizationId],
    );
    all.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return all;
}

test("random edits, roll-outs, withdrawals and reports: what is begun stays, and every count adds up", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 22 }), async (steps) => {
      const life = await Life.start();
      for (const one of steps) {
        await life.take(one);
        await life.holds();
      }
    }),
    { numRuns: 20 },
  );
  const before = await kept();
  expect(before.length).toBeGreaterThan(10);
  await seed.client.query("select authz.rebuild_standings($1)", [world.organizationId]);
  expect(await kept()).toEqual(before);
}, 120_000);
