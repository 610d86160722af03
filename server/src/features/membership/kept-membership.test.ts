import { addDays, stayOf } from "@varde/domain";
import type { RegisteredStay, Stay } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import { inOrganization } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testEnv, testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { live, knownMember } from "../life-events/life.testing.js";
import { checkNow } from "../standings/cli.js";

// Random lives of members, through the app's own operations; what is kept must be what the domain says of each row of the register,
// and of what rows said before somebody came back.

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, job: Door, today: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
});
afterAll(async () => {
  await job.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

const rowsOf = async <T>(sql: string, ...values: unknown[]): Promise<T[]> =>
  (await seed.client.query(sql, values)).rows as T[];

type Row = RegisteredStay & { chapterId: string; id: string; rev: number };
const ROWS = `select chapter_id as "chapterId", id, rev, joined_on::text as "joinedOn", joined_chapter_on::text as "joinedChapterOn",
  left_on::text as "leftOn", end_reason as "endReason" from app.member`;
const keyOf = (chapterId: string, past: boolean, { from, came, to, ended }: Stay) =>
  [chapterId, past, from, came, to, ended].join(" ");

function counted(rows: readonly Row[], past: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [all, isPast] of [[rows, false] as const, [past, true] as const])
    for (const row of all) {
      const stay = stayOf(row);
      if (!stay) continue;
      const key = keyOf(row.chapterId, isPast, stay);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

async function kept(): Promise<Map<string, number>> {
  const rows = await rowsOf<Stay & { chapterId: string; past: boolean; n: number }>(
    `select chapter_id as "chapterId", past, from_month::text as "from", came, to_month::text as "to", ended, n from app.membership_stay where organization_id = $1`,
    world.organizationId,
  );
  return new Map(rows.map((row) => [keyOf(row.chapterId, row.past, row), row.n]));
}

function random(seedNumber: number) {
  let state = seedNumber;
  return (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

test("what is kept is what is counted anew, whatever happens to members", async () => {
  const pick = random(20261122);
  const { own, sibling } = world.chapters;
  const seats: Record<string, SeededSeat> = { [own]: world.leader, [sibling]: world.siblingLeader };
  const other = (chapter: string) => (chapter === own ? sibling : own);
  const past: Row[] = [];
  const merges: { id: string; rev: number; chapter: string }[] = [];
  const did = new Map<string, number>();
  const read = () =>
    rowsOf<Row>(`${ROWS} where organization_id = $1 order by created_at, chapter_id`, world.organizationId);

  const acts: Record<string, (rows: Row[]) => Promise<boolean>> = {
    join: async () => {
      const joined = addDays(today, -pick(500));
      const chapter_id = pick(2) === 0 ? own : sibling;
      const from = pick(4) === 0 ? addDays(joined, pick(60)) : joined;
      await knownMember(seed, world, today, {
        chapter_id,
        joined_on: joined,
        joined_chapter_on: from > today ? joined : from,
      });
      return true;
    },
    end: async (rows) => {
      const here = rows.filter(({ leftOn }) => leftOn === null);
      const one = here[pick(here.length)];
      if (!one) return false;
      const earliest = one.joinedOn > addDays(today, -90) ? one.joinedOn : addDays(today, -90);
      const reason = ["LEFT", "AGED_OUT", "DIED"][pick(3)];
      const leftOn = pick(2) === 0 ? today : earliest;
      const { problems } = await live(server, seats[one.chapterId]!, "endMembership", {
        id: one.id,
        rev: one.rev,
        reason,
        leftOn,
      });
      return problems.length === 0;
    },
    reinstate: async (rows) => {
      const gone = rows.filter(({ endReason }) => endReason !== null && !["MOVED", "MERGED"].includes(endReason));
      const one = gone[pick(gone.length)];
      if (!one) return false;
      const { problems } = await live(server, seats[one.chapterId]!, "reinstateMember", { id: one.id, rev: one.rev });
      return problems.length === 0;
    },
    move: async (rows) => {
      // those who have moved before too, so that some come back
      const here = rows.filter(
        ({ leftOn, id }) => leftOn === null && (pick(2) === 0 || rows.filter((row) => row.id === id).length > 1),
      );
      const one = here[pick(here.length)];
      if (!one) return false;
      const to = other(one.chapterId);
      const proposed = await live(server, seats[one.chapterId]!, "proposeMove", {
        id: one.id,
        rev: one.rev,
        toChapterId: to,
      });
      const move = proposed.life?.move;
      if (!move) return false;
      const before = rows.find((row) => row.chapterId === to && row.id === one.id);
      const { problems } = await live(server, seats[to]!, "acceptMove", { id: move.id, rev: move.rev });
      if (problems.length > 0) return false;
      if (before) past.push(before);
      // a move of some time ago: the rows are dated back, as if it had been then
      const day = addDays(today, -pick(60));
      if (day > one.joinedOn) {
        await seed.client.query("update app.member set joined_chapter_on = $3 where chapter_id = $1 and id = $2", [
          to,
          one.id,
          day,
        ]);
        await seed.client.query("update app.member set left_on = $3 where chapter_id = $1 and id = $2", [
          one.chapterId,
          one.id,
          day,
        ]);
      }
      return true;
    },
    merge: async (rows) => {
      const chapter = pick(2) === 0 ? own : sibling;
      const [keep, drop] = rows.filter(({ chapterId, leftOn }) => chapterId === chapter && leftOn === null).slice(-2);
      if (!keep || !drop) return false;
      const input = { id: uuidv7(), keepId: keep.id, keepRev: keep.rev, otherId: drop.id, otherRev: drop.rev };
      const { life, problems } = await live(server, seats[chapter]!, "mergeMembers", input);
      const merge = life?.merges.find(({ id }) => id === input.id);
      if (merge) merges.push({ ...merge, chapter });
      return problems.length === 0;
    },
    unmerge: async () => {
      const merge = merges.pop();
      if (!merge) return false;
      const { problems } = await live(server, seats[merge.chapter]!, "undoMerge", { id: merge.id, rev: merge.rev });
      return problems.length === 0;
    },
    correct: async (rows) => {
      const one = rows[pick(rows.length)];
      if (!one || one.leftOn !== null) return false;
      await seed.client.query(
        "update app.member set joined_on = joined_on - $3::int, joined_chapter_on = joined_chapter_on - $3::int where chapter_id = $1 and id = $2",
        [one.chapterId, one.id, pick(70)],
      );
      return true;
    },
    forget: async (rows) => {
      const gone = rows.filter(({ leftOn }) => leftOn !== null);
      const one = gone[pick(gone.length)];
      if (!one) return false;
      await seed.client.query(
        "update app.member set ended_at = now() - interval '40 days' where chapter_id = $1 and id = $2",
        [one.chapterId, one.id],
      );
      await inOrganization({ job }, world.organizationId, "JOB_LIFE", (work) =>
        work.query("select authz.settle_former_members()"),
      );
      return true;
    },
  };
  const names = ["join", "join", "end", "reinstate", "move", "move", "merge", "unmerge", "correct", "forget"];
  for (let i = 0; i < 260; i++) {
    const name = names[pick(names.length)]!;
    const rows = await read();
    if (await acts[name]!(rows)) did.set(name, (did.get(name) ?? 0) + 1);
    expect(await kept(), `after ${i}: ${name}`).toEqual(counted(await read(), past));
  }
  for (const name of names) expect([name, did.get(name) ?? 0]).toEqual([name, expect.any(Number)]);
  expect([...did.keys()].sort()).toEqual([...new Set(names)].sort());
  expect(past.length).toBeGreaterThan(3);

  expect(await checkNow(testEnv(database))).toMatchObject({ differing: 0 });
  const before = await kept();
  await seed.client.query("select authz.rebuild_membership($1)", [world.organizationId]);
  expect(await kept()).toEqual(before);
  await seed.client.query(
    "delete from app.member where chapter_id = $1 and not exists (select 1 from app.member_move v where v.member_id = member.id) and not exists (select 1 from app.member_merge g where member.id in (g.kept_member_id, g.merged_member_id))",
    [own],
  );
  expect(await kept()).toEqual(counted(await read(), past));
  await seed.client.query("update app.membership_stay set n = n + 1 where not past and chapter_id = $1", [sibling]);
  expect((await checkNow(testEnv(database))).differing).toBeGreaterThan(0);
}, 120_000);
