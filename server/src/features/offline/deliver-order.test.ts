import { addDays } from "@varde/domain";
import type { ContactOutcome } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { DUTY, dutyAnswers, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";
import { DELIVER } from "./offline.testing.js";
import type { Delivered } from "./offline.testing.js";

const STORIES = 60;
const ORDERS = 4;

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

function random(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

type Step = { step: string; done: boolean; at: string };
type Report = {
  key: string;
  doneAt: string;
  outcome: ContactOutcome | null;
  laterOn: string | null;
  answers: object[];
};
/** One delivery of one phone. */
type Parcel = { seat: SeededSeat; key: string; steps: Step[]; reports: Report[] };

const isDecision = ({ outcome }: Report): boolean =>
  outcome === null || outcome === "REACHED" || outcome === "DECLINES_CONTACT" || outcome === "WRONG_NUMBER";

/** What two phones did of one task within six days, in deliveries of one to three acts. Nobody acts after deciding. */
function story(next: () => number, aboutMember: boolean): Parcel[] {
  const { today } = place;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const parcels: Parcel[] = [];
  // it may be put off once, by one of the two, before anything is decided
  let putOff = next() < 0.3;
  for (const seat of [world.board, world.leader]) {
    let parcel: Parcel = { seat, key: uuidv7(), steps: [], reports: [] };
    const start = Date.now() - 6 * 86_400_000;
    const times = Array.from({ length: 1 + Math.floor(next() * 5) }, () => start + next() * 5.9 * 86_400_000).sort(
      (a, b) => a - b,
    );
    for (const [n, time] of times.entries()) {
      const at = new Date(time).toISOString();
      const act = next();
      if (act < 0.45) {
        const step = pick(["date", "invite"]);
        // of one delivery the phone keeps the last wish for a step
        parcel.steps = [...parcel.steps.filter((one) => one.step !== step), { step, done: next() < 0.7, at }];
      } else if (n === times.length - 1 && act < 0.8) {
        const answers = aboutMember ? [] : dutyAnswers(addDays(today, -8), pick([10, 11]));
        const outcome = aboutMember ? pick(["REACHED", "DECLINES_CONTACT"] as const) : null;
        const said = outcome === "REACHED" ? [{ field: "next_step", yesNo: next() < 0.5 }] : answers;
        parcel.reports.push({ key: uuidv7(), doneAt: at, outcome, laterOn: null, answers: said });
      } else if (aboutMember) {
        const later = putOff && n === 0;
        putOff = putOff && !later;
        const outcome = later ? "LATER" : pick(["NO_ANSWER", "MOVED"] as const);
        const doneAt = later ? new Date(start - 3_600_000).toISOString() : at;
        parcel.reports.push({ key: uuidv7(), doneAt, outcome, laterOn: later ? addDays(today, 6) : null, answers: [] });
      }
      if (next() < 0.4) {
        parcels.push(parcel);
        parcel = { seat, key: uuidv7(), steps: [], reports: [] };
      }
    }
    parcels.push(parcel);
  }
  return parcels.filter(({ steps, reports }) => steps.length + reports.length > 0);
}

async function row(id: string) {
  const { rows } = await seed.client.query<Record<string, unknown>>(
    `select started_at, closed_at, closed_by, outcome, outcome_at, attempts, steps_done, step_times, due_on::text, miss_on::text, returns_on::text, answers
       from app.touchpoint where id = $1`,
    [id],
  );
  return rows[0]!;
}

/** Delivers all in this order, each twice; what is a conflict is settled as «keep theirs», and told. */
async function play(id: string, order: readonly Parcel[]) {
  const told: Report[] = [];
  let decision: Report | null = null;
  for (const parcel of order) {
    const { seat, ...sent } = parcel;
    const variables = { input: { ...sent, id, seatId: seat.seatId } };
    const { deliverWork: first } = await server.ask<Delivered>(seat, DELIVER, variables);
    if (first.problems.length > 0) {
      expect(first.problems.map(({ code }) => code)).toEqual(["CONFLICT"]);
      told.push(...parcel.reports.filter((one) => isDecision(one) && !told.includes(one)));
      const rest = { ...sent, key: uuidv7(), reports: sent.reports.filter((one) => !isDecision(one)) };
      const kept = await server.ask<Delivered>(seat, DELIVER, { input: { ...rest, id, seatId: seat.seatId } });
      expect(kept.deliverWork.problems).toEqual([]);
    } else {
      const again = await server.ask<Delivered>(seat, DELIVER, variables);
      expect(again.deliverWork).toMatchObject({ problems: [], taken: "ALREADY" });
      decision ??= parcel.reports.find(isDecision) ?? null;
    }
  }
  return { told, decision };
}

const content = (report: Report | null): string => JSON.stringify([report?.outcome, report?.answers]);
const KEPT = ["standing", "standing_unclosed", "answer_sum"] as const;
async function keptRows() {
  const kept: Record<string, unknown[]> = {};
  for (const table of KEPT) {
    const { rows } = await seed.client.query(
      `select to_jsonb(x) as row from app.${table} x where organization_id = $1 order by to_jsonb(x)::text`,
      [world.organizationId],
    );
    kept[table] = rows.filter(({ row: one }: { row: Record<string, unknown> }) => one["n"] !== 0);
  }
  return kept;
}

test("two phones, in any order, each delivery twice: the same touchpoint, and nothing lost that was not told", async () => {
  const next = random(20261122);
  const [welcome, duty] = [await place.template(WELCOME), await place.template(DUTY)];
  for (let n = 0; n < STORIES; n++) {
    const aboutMember = n % 2 === 0;
    const parcels = story(next, aboutMember);
    const ends: { row: Record<string, unknown>; decision: string; told: number }[] = [];
    for (let turn = 0; turn < ORDERS; turn++) {
      const one = await place.touchpoint(aboutMember ? welcome : duty, {
        ...(aboutMember && { member_id: await place.member(world.chapters.own) }),
        opens_on: addDays(place.today, -9),
        due_on: addDays(place.today, 2),
        created_at: new Date(Date.now() - 9 * 86_400_000),
      });
      // keys are of one life of the story
      const fresh = parcels.map((parcel) => ({
        ...parcel,
        key: uuidv7(),
        reports: parcel.reports.map((report) => ({ ...report, key: uuidv7() })),
      }));
      const order =
        turn === 0
          ? fresh
          : fresh
              .map((parcel) => ({ parcel, by: next() }))
              .sort((a, b) => a.by - b.by)
              .map(({ parcel }) => parcel);
      const { told, decision } = await play(one.id, order);
      const decisions = parcels.flatMap(({ reports }) => reports.filter(isDecision));
      const different = new Set(decisions.map(content)).size;
      // of decisions that differ one stands, and every other was told
      expect(told.length).toBe(decisions.filter((made) => content(made) !== content(decision)).length);
      if (different === 0) expect(decision).toBeNull();
      ends.push({ row: await row(one.id), decision: content(decision), told: told.length });
    }
    for (const end of ends) {
      const twin = ends.find(({ decision }) => decision === end.decision)!;
      expect(end.row).toEqual(twin.row);
      // whoever decided, everything else is the same
      const rest = ({
        closed_at: _at,
        closed_by: _by,
        outcome: _outcome,
        answers: _answers,
        started_at: _started,
        returns_on: _returns,
        ...same
      }: Record<string, unknown>) => same;
      expect(rest(end.row)).toEqual(rest(ends[0]!.row));
    }
  }
  const kept = await keptRows();
  expect(kept["standing"]!.length).toBeGreaterThan(0);
  await seed.client.query("select authz.rebuild_standings($1)", [world.organizationId]);
  expect(await keptRows()).toEqual(kept);
}, 120_000);
