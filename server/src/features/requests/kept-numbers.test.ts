import { addDays } from "@varde/domain";
import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { act, dutyAnswers, DUTY, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";
import type { TouchpointSeed } from "../touchpoints/touchpoints.testing.js";
import { send } from "./requests.testing.js";

// Boards ask, coordinators answer and take it back, in any order, also of what is done meanwhile: the kept numbers are those of a recount.

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

const KEPT = ["standing", "standing_unclosed"] as const;
async function keptRows(): Promise<string[]> {
  const rows = await Promise.all(
    KEPT.map((table) =>
      seed.client.query<{ row: string }>(
        `select $2 || to_jsonb(k)::text as row from app.${table} k where organization_id = $1`,
        [world.organizationId, table],
      ),
    ),
  );
  return rows.flatMap((one) => one.rows.map(({ row }) => row)).sort();
}

const ACTS = ["ask", "askTime", "withdraw", "yes", "yes", "no", "undo", "undo", "grant", "report"] as const;
type Act = (typeof ACTS)[number];
const TASKS = 4;

/** What waits, or was answered last, about a touchpoint. */
async function requestOf(touchpointId: string): Promise<{ id: string; rev: number; kind: string } | undefined> {
  const { rows } = await seed.client.query<{ id: string; rev: number; kind: string }>(
    `select id, rev, kind from app.touchpoint_request where touchpoint_id = $1 and state <> 'WITHDRAWN' order by (state = 'ASKED') desc, decided_at desc limit 1`,
    [touchpointId],
  );
  return rows[0];
}

async function carryOut(what: Act, task: { id: string; memberId: string | null }): Promise<void> {
  const person = task.memberId !== null;
  const until = addDays(place.today, 50);
  const found = await requestOf(task.id);
  const decide = (accept: boolean) =>
    send(server, world.coordinator, "decideRequest", {
      id: found!.id,
      rev: found!.rev,
      accept,
      answerCode: "FINE",
      until: accept && found!.kind === "EXCEPTION" ? until : null,
    });
  const { rows } = await seed.client.query<{ rev: number }>(`select rev from app.touchpoint where id = $1`, [task.id]);
  const rev = rows[0]!.rev;
  const asking = { id: uuidv7(), touchpointId: task.id };
  switch (what) {
    case "ask":
      await send(server, world.board, "askRequest", {
        ...asking,
        kind: "WAIVER",
        reason: person ? "TWICE" : "NOT_FOR_US",
      });
      return;
    case "askTime":
      await send(server, world.board, "askRequest", {
        ...asking,
        kind: "EXCEPTION",
        reason: "NEW_BOARD",
        wantedDays: 14,
      });
      return;
    case "grant":
      if (person) return;
      await send(server, world.coordinator, "grantException", {
        id: task.id,
        rev,
        requestId: uuidv7(),
        until,
        words: "Ta dere tid.",
      });
      return;
    case "report":
      await act(server, world.board, "submitReport", {
        id: task.id,
        rev,
        ...(person
          ? { outcome: "REACHED", answers: [{ field: "next_step", yesNo: true }] }
          : { answers: dutyAnswers(place.today) }),
      });
      return;
    default:
      break;
  }
  if (!found) return;
  // what has lapsed is nobody's to answer
  const gone = await server.code(
    world.coordinator,
    `mutation ($input: UndoDecisionInput!) { undoDecision(input: $input) { problems { code } } }`,
    { input: { key: uuidv7(), id: found.id, rev: 0 } },
  );
  if (what === "withdraw") await send(server, world.board, "withdrawRequest", { id: found.id, rev: found.rev });
  else if (gone !== "NOT_FOUND") {
    if (what === "undo") await send(server, world.coordinator, "undoDecision", { id: found.id, rev: found.rev });
    else await decide(what === "yes");
  }
}

test("after any asking, answering and taking back, the kept numbers are those of a recount, and a waiver has a yes behind it", async () => {
  const [duty, welcome] = [await place.template(DUTY), await place.template(WELCOME)];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.nat(TASKS - 1)), { minLength: 8, maxLength: 25 }),
      fc.array(fc.integer({ min: -45, max: 20 }), { minLength: TASKS, maxLength: TASKS }),
      async (acts, dues) => {
        const tasks = [];
        for (const [index, due] of dues.entries()) {
          const member_id = index % 2 === 0 ? null : await place.member(world.chapters.own);
          tasks.push(
            await place.touchpoint(member_id ? welcome : duty, { member_id, due_on: addDays(place.today, due) }),
          );
        }
        for (const [what, index] of acts) await carryOut(what, tasks[index]!);
        const kept = await keptRows();
        await seed.client.query("select authz.rebuild_standings($1)", [world.organizationId]);
        expect(await keptRows()).toEqual(kept);
        const { rows } = await seed.client.query(
          `select t.id from app.touchpoint t where t.organization_id = $1 and (t.waived_at is not null) is distinct from
             exists (select 1 from app.touchpoint_request r where r.chapter_id = t.chapter_id and r.touchpoint_id = t.id and r.kind = 'WAIVER' and r.state = 'ACCEPTED')`,
          [world.organizationId],
        );
        expect(rows).toEqual([]);
      },
    ),
    { numRuns: 12, seed: 20_261_122 },
  );
}, 60_000);
