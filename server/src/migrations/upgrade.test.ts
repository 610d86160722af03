import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase } from "../testkit/database.js";
import type { TestDatabase } from "../testkit/database.js";
import { openSeed } from "../testkit/seed.js";
import type { Seed } from "../testkit/seed.js";
import { MIGRATIONS } from "./index.js";
import { migrate } from "./migrate.js";

/* An installation that has been in use is brought to the newest schema with its rows in place. */

const FIRST_RELEASE = "202611220190-create-reminders";
let database: TestDatabase, seed: Seed;

beforeAll(async () => {
  database = await emptyDatabase();
  const released = MIGRATIONS.slice(0, MIGRATIONS.findIndex(({ id }) => id === FIRST_RELEASE) + 1);
  await migrate({ ...database, migrations: released });
  seed = await openSeed(database);
});
afterAll(async () => {
  await seed.close();
  await database.drop();
});

test("roll-outs from before know which chapter has which version, from when to when", async () => {
  const organization_id = await seed.organization();
  const [old, young] = [
    await seed.chapter(organization_id),
    await seed.chapter(organization_id, null, { opened_on: "2026-06-01" }),
  ];
  const direct = await seed.chapter(organization_id, null, { direct_members: true });
  const admin = await seed.seat(organization_id, "NATIONAL_ADMIN");
  const [template, first, second] = [randomUUID(), randomUUID(), randomUUID()];
  await seed.rows("touchpoint_template", { organization_id, id: template, key: "treff" });
  for (const [id, minor, state] of [
    [first, 0, "CLOSED"],
    [second, 1, "PUBLISHED"],
  ] as const) {
    await seed.rows("template_version", {
      organization_id,
      id,
      template_id: template,
      minor,
      state,
      definition: {},
      about_member: false,
      published_at: new Date(),
    });
  }
  const rollout = async (version_id: string, over: Record<string, unknown>): Promise<string> => {
    const id = randomUUID();
    const rest = { ring: "ALL", all_chapters: true, catch_up: "SKIP", created_by: admin.seatId };
    await seed.rows("rollout", { organization_id, id, template_id: template, version_id, ...rest, ...over });
    return id;
  };
  const one = await rollout(first, { effective_from: "2026-01-01", created_at: "2026-01-01T10:00:00Z" });
  const wave = await rollout(second, {
    effective_from: "2026-09-01",
    created_at: "2026-08-20T10:00:00Z",
    ring: "WAVE",
    all_chapters: false,
  });
  await seed.rows("rollout_chapter", { organization_id, rollout_id: wave, chapter_id: old });

  const { applied } = await migrate(database);
  expect(applied).toEqual(
    MIGRATIONS.slice(MIGRATIONS.findIndex(({ id }) => id === FIRST_RELEASE) + 1).map(({ id }) => id),
  );
  const { rows } = await seed.client.query(
    `select rollout_id, chapter_id, version_id, from_day::text, until_day::text, cut_by from app.rollout_chapter order by from_day, chapter_id = $1`,
    [young],
  );
  expect(rows).toEqual([
    {
      rollout_id: one,
      chapter_id: old,
      version_id: first,
      from_day: "2026-01-01",
      until_day: "2026-09-01",
      cut_by: wave,
    },
    { rollout_id: one, chapter_id: young, version_id: first, from_day: "2026-06-01", until_day: null, cut_by: null },
    { rollout_id: wave, chapter_id: old, version_id: second, from_day: "2026-09-01", until_day: null, cut_by: null },
  ]);
  const states = await seed.client.query(`select state from app.template_version order by major, minor`);
  // the first version is still what the young chapter has
  expect(states.rows).toEqual([{ state: "PUBLISHED" }, { state: "PUBLISHED" }]);
  expect(rows.some((row) => (row as { chapter_id: string }).chapter_id === direct)).toBe(false);
});
