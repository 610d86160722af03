import { addDays, parsePeriod, periodOf } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoor } from "../../kernel/db/door.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { checkOrganization } from "./check.js";
import { definition, TODAY } from "./standings.testing.js";

/*
 * Random histories: chapters open, close and move, regions are merged into others, versions change, reports come or do not.
 * Whatever has happened, the comparison is what a recount of the touchpoints says, with the regions as they were and as they are.
 */

let database: TestDatabase, seed: Seed, server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
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

type Stay = { region: string; from: LocalDate; to: LocalDate | null };
type Unit = { id: string; opened: LocalDate; closed: LocalDate | null; stays: Stay[] };
type Stand = "onTime" | "late" | "missed" | "overdue" | "open" | "waived" | "cancelled" | "empty";
type Task = { chapter: string; firstDue: LocalDate; major: number; stand: Stand };
type World = {
  organizationId: string;
  admin: SeededSeat;
  coordinators: Map<string, SeededSeat>;
  regions: string[];
  units: Unit[];
  tasks: Task[];
  templateId: string;
};

const DAYS = 900;
const regionOf = ({ stays }: Unit, day: LocalDate): string | null =>
  stays.find(({ from, to }) => from <= day && (to === null || day < to))?.region ?? null;

/** The facts of a row, and how it stands today, told apart from how the product tells it. */
function facts(stand: Stand, due: LocalDate, n: number): Record<string, unknown> {
  const at = (day: LocalDate) => `${day}T09:00:00Z`;
  switch (stand) {
    case "onTime":
      return { due_on: due, miss_on: addDays(due, 10), closed_at: at(addDays(due, -n)) };
    case "late":
      return { due_on: due, miss_on: addDays(due, 10), closed_at: at(addDays(due, 1 + n)) };
    case "missed":
      return { due_on: due, miss_on: addDays(TODAY, -1) < due ? due : addDays(TODAY, -1) };
    case "overdue":
      return { due_on: due, miss_on: addDays(TODAY, n) };
    case "open":
      return { due_on: addDays(TODAY, n), miss_on: addDays(TODAY, n + 9) };
    case "waived":
      return { due_on: due, miss_on: addDays(due, 10), waived_at: at(due) };
    case "cancelled":
      return { due_on: due, miss_on: addDays(due, 10), cancelled_at: at(due), cancelled_because: "VERSION_WITHDRAWN" };
    case "empty":
      return { due_on: due, miss_on: addDays(due, 10), emptied_at: at(due) };
  }
}

const STANDS: Stand[] = [
  "onTime",
  "onTime",
  "onTime",
  "late",
  "missed",
  "overdue",
  "open",
  "waived",
  "cancelled",
  "empty",
];

async function history(start: number): Promise<World> {
  const next = random(start);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const organizationId = await seed.organization();
  const admin = await seed.seat(organizationId, "NATIONAL_ADMIN");
  const began = addDays(TODAY, -DAYS);
  const regions = [
    await seed.region(organizationId),
    await seed.region(organizationId),
    await seed.region(organizationId),
  ];
  const units: Unit[] = [];
  const open = (day: LocalDate) => {
    const stays = next() < 0.9 ? [{ region: pick(regions), from: day, to: null }] : [];
    units.push({ id: uuidv7(), opened: day, closed: null, stays });
  };
  for (let i = 0; i < 5; i++) open(began);
  const move = (unit: Unit, to: string, day: LocalDate) => {
    const last = unit.stays.at(-1);
    if (last?.region === to || (last && last.from >= day)) return;
    if (last) last.to = day;
    unit.stays.push({ region: to, from: day, to: null });
  };
  for (let day = addDays(began, 40); day <= TODAY; day = addDays(day, 10 + below(50))) {
    const alive = units.filter((unit) => unit.closed === null && unit.opened < day);
    const what = next();
    if (what < 0.5) move(pick(alive), pick(regions), day);
    else if (what < 0.65) open(day);
    else if (what < 0.75 && alive.length > 2) pick(alive).closed = day;
    else if (what < 0.85) {
      // two regions become one
      const [from, to] = [pick(regions), pick(regions)];
      for (const unit of alive) if (regionOf(unit, day) === from) move(unit, to, day);
    }
  }
  for (const { id, opened, closed, stays } of units) {
    await seed.chapter(organizationId, null, { id, opened_on: opened, closed_on: closed });
    for (const { region, from, to } of stays)
      await seed.rows("chapter_region", {
        organization_id: organizationId,
        chapter_id: id,
        region_id: region,
        valid_from: from,
        valid_to: to,
      });
  }
  const coordinators = new Map<string, SeededSeat>();
  for (const regionId of regions)
    coordinators.set(regionId, await seed.seat(organizationId, "REGION_COORDINATOR", { regionId }));
  const world = { organizationId, admin, coordinators, regions, units, tasks: [], templateId: uuidv7() };
  return { ...world, tasks: await reports(world, next) };
}

/** Reports of two versions, the second a break in the series, within each chapter's life and each version's days. */
async function reports({ organizationId, templateId, units }: World, next: () => number): Promise<Task[]> {
  const below = (n: number): number => Math.floor(next() * n);
  const versions = [uuidv7(), uuidv7()];
  const changed = addDays(TODAY, -200 - below(400));
  await seed.rows("touchpoint_template", {
    organization_id: organizationId,
    id: templateId,
    key: `t-${seed.unique()}`,
  });
  for (const [i, id] of versions.entries())
    await seed.rows("template_version", {
      organization_id: organizationId,
      id,
      template_id: templateId,
      major: i + 1,
      state: i === 0 ? "CLOSED" : "PUBLISHED",
      definition: definition(),
      about_member: false,
      published_at: new Date(),
    });
  const tasks: Task[] = [];
  for (const unit of units) {
    for (let due = addDays(unit.opened, 30 + below(60)); due < TODAY; due = addDays(due, 20 + below(70))) {
      if (unit.closed !== null && due >= unit.closed) break;
      const stand = STANDS[below(STANDS.length)]!;
      const major = due < changed ? 1 : 2;
      const more = facts(stand, due, below(5));
      // a chapter that closes leaves nothing open behind
      const shut = unit.closed !== null && ["missed", "overdue", "open"].includes(stand);
      await seed.rows("touchpoint", {
        organization_id: organizationId,
        chapter_id: unit.id,
        id: uuidv7(),
        template_id: templateId,
        version_id: versions[major - 1],
        major,
        about_member: false,
        occurrence: `o-${tasks.length}`,
        opens_on: addDays(due, -20),
        first_due_on: due,
        answers: stand === "onTime" ? { cost: below(500), food: next() < 0.5 } : {},
        ...more,
        ...(shut && { cancelled_at: `${unit.closed}T09:00:00Z`, cancelled_because: "CHAPTER_CLOSED" }),
      });
      tasks.push({ chapter: unit.id, firstDue: due, major, stand: shut ? "cancelled" : stand });
    }
  }
  return tasks;
}

const DOCUMENT = `query ($templateId: ID!, $period: String!, $regionId: ID, $membership: RegionMembership!) {
  comparison(templateId: $templateId, period: $period, regionId: $regionId, membership: $membership) {
    rows { chapter { id regionId } counts { onTime late missed open overdue waived cancelled empty } }
    total { onTime late missed open overdue waived cancelled empty closed }
    majors membershipOn regionsMoved elsewhere { id }
  } }`;
type Counted = Record<Stand, number>;
type Told = {
  rows: { chapter: { id: string; regionId: string | null }; counts: Counted }[];
  total: Counted & { closed: number };
  majors: number[];
  membershipOn: LocalDate;
  regionsMoved: boolean;
  elsewhere: { id: string }[];
};
type Membership = "AS_IS" | "AS_WAS";

const count = (tasks: readonly Task[]): Counted => {
  const counts = { onTime: 0, late: 0, missed: 0, overdue: 0, open: 0, waived: 0, cancelled: 0, empty: 0 };
  for (const { stand } of tasks) counts[stand] += 1;
  return counts;
};

/** The same said one touchpoint at a time. */
function recounted(world: World, period: string, region: string | null, membership: Membership) {
  const { start, end } = parsePeriod(period)!;
  const last = end < TODAY ? end : TODAY;
  const day = membership === "AS_WAS" ? last : TODAY;
  const lived = world.units.filter(({ opened, closed }) => opened <= end && (closed === null || closed > start));
  const there = lived.filter((unit) => region === null || regionOf(unit, day) === region);
  const inPeriod = world.tasks.filter(({ firstDue }) => start <= firstDue && firstDue <= end);
  const of = (ids: readonly string[]) => inPeriod.filter(({ chapter }) => ids.includes(chapter));
  return {
    day,
    rows: there.map((unit) => ({
      chapter: { id: unit.id, regionId: regionOf(unit, day) },
      counts: count(of([unit.id])),
    })),
    moved: lived.some((unit) => {
      const [then, now] = [regionOf(unit, last), regionOf(unit, TODAY)];
      return then !== now && (region === null || then === region || now === region);
    }),
    total: (ids: string[]) => count(of(ids)),
    majors: (ids: string[]) => [...new Set(of(ids).map(({ major }) => major))].sort((a, b) => a - b),
  };
}

const byId = <T extends { chapter: { id: string } }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => a.chapter.id.localeCompare(b.chapter.id));

test.each([1, 2, 3, 4, 5, 6])("history %i: kept is recounted, as it was and as it is", async (start) => {
  const world = await history(start);
  const ask = async (seat: SeededSeat, period: string, regionId: string | null, membership: Membership) =>
    (
      await server.ask<{ comparison: Told }>(seat, DOCUMENT, {
        templateId: world.templateId,
        period,
        regionId,
        membership,
      })
    ).comparison;
  const periods = [...new Set([-800, -500, -250, -60, 0].map((n) => periodOf(addDays(TODAY, n), "HALF_YEAR")))];
  let moved = 0;
  for (const period of periods) {
    for (const membership of ["AS_IS", "AS_WAS"] as const) {
      const regionTotals: number[] = [];
      for (const region of [null, ...world.regions]) {
        const expected = recounted(world, period, region, membership);
        const told = await ask(world.admin, period, region, membership);
        const ids = expected.rows.map(({ chapter }) => chapter.id);
        expect(byId(told.rows)).toEqual(byId(expected.rows));
        expect(told.total).toMatchObject(expected.total(ids));
        expect(told.majors).toEqual(expected.majors(ids));
        expect(told).toMatchObject({ membershipOn: expected.day, regionsMoved: expected.moved, elsewhere: [] });
        if (told.regionsMoved) moved += 1;
        if (region !== null) regionTotals.push(told.total.closed);
        else
          regionTotals.push(
            -told.total.closed,
            ...told.rows
              .filter(({ chapter }) => chapter.regionId === null)
              .map(({ counts: { onTime, late, missed } }) => onTime + late + missed),
          );
        if (region === null) continue;
        // who looks after the region reads its own chapters of today, and the names of those that have left
        const reached = new Set(world.units.filter((unit) => regionOf(unit, TODAY) === region).map(({ id }) => id));
        const near = await ask(world.coordinators.get(region)!, period, null, membership);
        const [mine, gone] = [ids.filter((id) => reached.has(id)), ids.filter((id) => !reached.has(id))];
        expect(near.rows.map(({ chapter }) => chapter.id).sort()).toEqual(mine.toSorted());
        expect(near.elsewhere.map(({ id }) => id).sort()).toEqual(gone.toSorted());
        expect(near.total).toMatchObject(expected.total(mine));
        expect(near.regionsMoved).toBe(expected.moved);
      }
      // the regions of a day and those in none make the whole
      expect(regionTotals.reduce((sum, n) => sum + n, 0)).toBe(0);
    }
  }
  // or the two readings were the same, and this showed nothing
  expect(moved).toBeGreaterThan(5);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  const job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  try {
    const found = await checkOrganization({ job }, world.organizationId);
    expect(found).toMatchObject({ differing: 0, sample: [] });
    expect(found.cells).toBeGreaterThan(20);
  } finally {
    await job.close();
  }
});
