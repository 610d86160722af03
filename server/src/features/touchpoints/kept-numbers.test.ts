import { addDays } from "@varde/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { BY_HAND, DUTY, touchpointSeed, WELCOME } from "./touchpoints.testing.js";
import type { TouchpointSeed } from "./touchpoints.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, place: TouchpointSeed;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  place = await touchpointSeed(seed, world);
});
afterAll(async () => {
  await seed.close();
  await database.drop();
});

/** Numbers in [0, 1) that a seed decides (mulberry32), so that a red run can be run again. */
function random(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const KEPT = ["standing", "standing_unclosed", "answer_sum"] as const;
const keptRows = async (): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {};
  for (const table of KEPT) {
    const { rows } = await seed.client.query<{ row: string }>(
      `select to_jsonb(k)::text as row from app.${table} k where organization_id = $1 order by 1`,
      [world.organizationId],
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
};

const OPERATIONS = 5_000;
const BATCH = 100;
const SEAT = (role: string) =>
  `(select s.id from app.seat s where s.organization_id = t.organization_id and s.role = '${role}' order by s.id limit 1)`;
// Each changes some rows of the batch's own ids; conditions keep to what the product can do with a row.
const UNDECIDED = "num_nonnulls(closed_at, emptied_at, waived_at, cancelled_at) = 0";
const CHANGES = {
  submit: `update app.touchpoint t set closed_at = now() - make_interval(days => p.n % 40), outcome = case when about_member then 'REACHED' end,
      answers = case when about_member then jsonb_build_object('next_step', p.n % 2 = 0) else jsonb_build_object('attendance', p.n % 30, 'cost', p.n, 'decided', 'x', 'thanked', p.n % 7) end, rev = rev + 1`,
  correct: `update app.touchpoint t set answers = jsonb_build_object('attendance', p.n % 11, 'next_step', p.n % 3 = 0, 'date', '2026-01-01'), rev = rev + 1`,
  reopen: `update app.touchpoint t set closed_at = null, emptied_at = null, rev = rev + 1`,
  empty: `update app.touchpoint t set emptied_at = now(), rev = rev + 1`,
  waive: `update app.touchpoint t set waived_at = now(), rev = rev + 1`,
  cancel: `update app.touchpoint t set cancelled_at = now(), cancelled_because = 'VERSION_WITHDRAWN', rev = rev + 1`,
  moveDue: `update app.touchpoint t set due_on = due_on + p.n % 30, miss_on = miss_on + p.n % 30, rev = rev + 1`,
  except: `update app.touchpoint t set exception_until = miss_on + p.n % 9, rev = rev + 1`,
  takeOver: `update app.touchpoint t set closed_at = now() - make_interval(days => p.n % 40), closed_by = ${SEAT("NATIONAL_ADMIN")}, taken_over_by = ${SEAT("NATIONAL_ADMIN")},
      taken_over_at = now(), answers = jsonb_build_object('attendance', p.n % 30, 'cost', p.n), rev = rev + 1`,
  makeOwn: `update app.touchpoint t set closed_by = ${SEAT("CHAPTER_LEADER")}, rev = rev + 1`,
} as const;
const WHERE: Record<keyof typeof CHANGES, string> = {
  submit: UNDECIDED,
  correct: "closed_at is not null",
  reopen: "num_nonnulls(closed_at, emptied_at) = 1",
  empty: UNDECIDED,
  waive: UNDECIDED,
  cancel: UNDECIDED,
  moveDue: UNDECIDED,
  except: UNDECIDED,
  takeOver: `${UNDECIDED} and not t.about_member`,
  makeOwn: "t.taken_over and p.n % 4 = 0",
};
const KINDS = [
  "insert",
  "insert",
  "submit",
  "submit",
  "correct",
  "reopen",
  "empty",
  "waive",
  "cancel",
  "moveDue",
  "except",
  "takeOver",
  "makeOwn",
  "delete",
] as const;

test("after 5,000 random operations the kept numbers are what a recount makes", async () => {
  const next = random(20261122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const templates = [await place.template(DUTY), await place.template(WELCOME), await place.template(BY_HAND)];
  const chapters = [world.chapters.own, world.chapters.sibling, world.chapters.far];
  const members = new Map<string, string[]>();
  for (const chapter of chapters) members.set(chapter, [await place.member(chapter), await place.member(chapter)]);
  const ids: string[] = [];
  let made = 0;

  async function insert(): Promise<void> {
    const rows = Array.from({ length: BATCH }, () => {
      const chapter = pick(chapters);
      const template = pick(templates);
      const due = addDays(place.today, Math.floor(next() * 400) - 330);
      const member = template === templates[1] && next() < 0.8 ? pick(members.get(chapter)!) : null;
      const occurrence = `o-${made++}`;
      return {
        chapter_id: chapter,
        template_id: template.templateId,
        version_id: template.versionId,
        member_id: member,
        due_on: due,
        occurrence,
        period_report: template === templates[1] && !member,
      };
    });
    const { rows: inserted } = await seed.client.query<{ id: string }>(
      `insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, period_report, member_id, occurrence, opens_on, due_on, miss_on, first_due_on)
       select $1, r.chapter_id, app.touchpoint_id(r.chapter_id, r.template_id, r.member_id, r.occurrence), r.template_id, r.version_id, 1, r.member_id is not null, r.period_report,
              r.member_id, r.occurrence, r.due_on - 10, r.due_on, r.due_on + 10, r.due_on
         from jsonb_to_recordset($2) as r (chapter_id uuid, template_id uuid, version_id uuid, member_id uuid, occurrence text, due_on date, period_report boolean) returning id`,
      [world.organizationId, JSON.stringify(rows)],
    );
    ids.push(...inserted.map(({ id }) => id));
  }

  async function change(kind: keyof typeof CHANGES): Promise<void> {
    const picked = Array.from({ length: BATCH }, () => ({ id: pick(ids), n: Math.floor(next() * 1000) }));
    await seed.client.query(
      `${CHANGES[kind]} from (select distinct on (id) * from jsonb_to_recordset($1) as r (id uuid, n int)) p where t.id = p.id and ${WHERE[kind]}`,
      [JSON.stringify(picked)],
    );
  }

  await insert();
  for (let done = BATCH; done < OPERATIONS; done += BATCH) {
    const kind = pick(KINDS);
    if (kind === "insert") await insert();
    else if (kind === "delete")
      await seed.client.query(`delete from app.touchpoint where id = any ($1)`, [ids.splice(0, 10)]);
    else await change(kind);
  }

  const kept = await keptRows();
  for (const table of KEPT) expect(kept[table]!.length).toBeGreaterThan(10);
  expect(kept["standing"]!.filter((row) => !row.includes('"taken_over": 0')).length).toBeGreaterThan(3);
  await seed.client.query("select authz.rebuild_standings($1)", [world.organizationId]);
  expect(await keptRows()).toEqual(kept);
}, 60_000);
