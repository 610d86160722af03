import { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSecret } from "../crypto/sealer.js";
import { PATIENCE_MS } from "../../testkit/constants.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { openDoor } from "./door.js";
import type { Door } from "./door.js";

let database: TestDatabase, seed: Seed, federation: Federation, door: Door;
const hex = (secret: string) => hashSecret(secret).toString("hex");

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  door = await openDoor({
    databaseUrl: database.adminUrl,
    ...database,
    login: "app",
    poolSize: 3,
    patienceMs: PATIENCE_MS,
  });
  for (const chapter of [federation.chapters.own, federation.chapters.sibling, federation.chapters.far]) {
    await seed.rows("member", {
      organization_id: federation.organizationId,
      chapter_id: chapter,
      id: crypto.randomUUID(),
      first_name: chapter.slice(-8),
      joined_on: "2026-01-01",
      joined_chapter_on: "2026-01-01",
    });
  }
});
afterAll(async () => {
  await door.close();
  await seed.close();
  await database.drop();
});

/** runs one read as a session and ends it */
async function as<T>(session: string | null, sql: string, values: unknown[] = []): Promise<T[]> {
  const work = door.work({ session, readOnly: true });
  try {
    return await (await work.open()).query<T>(sql, values);
  } finally {
    await work.end("commit");
  }
}

describe("who is asking", () => {
  test.each([
    ["nobody", null],
    ["a forged session", "f".repeat(64)],
  ])("%s sees no row of any table", async (_who, session) => {
    const tables = await seed.client.query<{ t: string }>(
      `select distinct table_name::text as t from information_schema.role_table_grants where grantee = $1 and privilege_type = 'SELECT' and table_name <> 'schema_migration'`,
      [`${database.rolePrefix}_app`],
    );
    expect(tables.rows.length).toBeGreaterThan(10);
    for (const { t } of tables.rows) expect([t, await as(session, `select * from app.${t}`)]).toEqual([t, []]);
  });

  test.each([
    "a".repeat(63),
    "a".repeat(65),
    "A".repeat(64),
    `${"a".repeat(63)}\0`,
    "'; drop table app.member; --",
    "x".repeat(1_000_000),
  ])("a context that is not 64 hex digits is refused", (session) => {
    expect(() => door.work({ session, readOnly: true })).toThrow("Sign in");
  });

  test("an injected set_config of another's ids gains nothing", async () => {
    const rows = await as(
      hex(federation.leader.secret),
      `select set_config('app.user', $1, true), set_config('app.seat', $2, true), (select count(*)::int from app.member) as n`,
      [federation.admin.accountId, federation.siblingLeader.seatId],
    );
    expect(rows).toMatchObject([{ n: 1 }]);
  });

  test("the app role can neither read sessions nor become another nor switch security off", async () => {
    for (const sql of [
      "select * from app.session",
      "select email_ct from app.account",
      "select * from app.audit",
      "truncate app.member",
      "alter table app.member disable row level security",
      `set role ${database.rolePrefix}_owner`,
      "create temp table t (a int)",
      "copy app.member to program 'true'",
      "delete from app.audit",
      "update app.audit set action = 'X'",
      "select * from app.mailbox_message",
      "select authz.load_rows('member', '[]')",
      "select authz.mint_job_session(gen_random_uuid(), 'JOB_DIGEST')",
    ]) {
      await expect(as(hex(federation.admin.secret), sql), sql).rejects.toThrow();
    }
  });

  test("an ended seat and an ended session are nobody at once", async () => {
    const seat = await seed.seat(federation.organizationId, "CHAPTER_LEADER", { chapterId: federation.chapters.own });
    expect(await as(hex(seat.secret), "select * from app.member")).toHaveLength(1);
    await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [seat.seatId]);
    expect(await as(hex(seat.secret), "select * from app.member")).toHaveLength(0);
    const other = await seed.seat(federation.organizationId, "CHAPTER_LEADER", { chapterId: federation.chapters.own });
    await seed.client.query("update app.session set revoked_at = now() where seat_id = $1", [other.seatId]);
    expect(await as(hex(other.secret), "select * from app.member")).toHaveLength(0);
  });

  test("a chapter that moves is seen by its new region at once, and no longer by its old", async () => {
    const { organizationId, regions, coordinator, farCoordinator } = federation;
    const chapter = await seed.chapter(organizationId, regions.east);
    const sees = async (who: { secret: string }) =>
      (await as<{ ok: boolean }>(hex(who.secret), "select $1 = any (authz.units('UNIT_READ')) as ok", [chapter]))[0]!
        .ok;
    expect([await sees(coordinator), await sees(farCoordinator)]).toEqual([true, false]);
    await seed.client.query("update app.chapter_region set valid_to = authz.today() where chapter_id = $1", [chapter]);
    await seed.rows("chapter_region", {
      organization_id: organizationId,
      chapter_id: chapter,
      region_id: regions.west,
      valid_from: new Date(),
    });
    expect([await sees(coordinator), await sees(farCoordinator)]).toEqual([false, true]);
  });
});

describe("one transaction", () => {
  test("300 interleaved units of three people over three connections, some failing: each sees only its own", async () => {
    const people = [federation.leader, federation.siblingLeader, federation.foreignLeader];
    const expected = [federation.chapters.own.slice(-8), federation.chapters.sibling.slice(-8), undefined];
    const results = await Promise.all(
      Array.from({ length: 300 }, async (_, i) => {
        const who = i % 3;
        if (i % 7 === 0) await as(hex(people[who]!.secret), "select 1 / 0").catch(() => {});
        const rows = await as<{ first_name: string }>(hex(people[who]!.secret), "select first_name from app.member");
        return rows[0]?.first_name === expected[who] && rows.length === (expected[who] ? 1 : 0);
      }),
    );
    expect(results.filter((ok) => !ok)).toEqual([]);
  });

  test("a failed statement fails the whole, also when someone swallows it", async () => {
    const work = door.work({ session: hex(federation.admin.secret), readOnly: false });
    const { query } = await work.open();
    await query("update app.region set name = 'swallowed' where organization_id = $1", [federation.organizationId]);
    await query("select 1 / 0").catch(() => {});
    await expect(work.end("commit")).rejects.toThrow();
    expect(await as(hex(federation.admin.secret), "select 1 from app.region where name = 'swallowed'")).toEqual([]);
  });

  test("statements asked for at once run in their order, each seeing what the one before did", async () => {
    const work = door.work({ session: hex(federation.leader.secret), readOnly: false });
    const open = await work.open();
    const set = (value: string) => open.query("select set_config('varde_test.order', $1, true)", [value]);
    const get = () => open.query<{ v: string }>("select current_setting('varde_test.order') as v");
    const [, first, , second] = await Promise.all([set("one"), get(), set("two"), get()]);
    expect([first, second]).toEqual([[{ v: "one" }], [{ v: "two" }]]);
    await work.end("rollback");
  });

  test("of statements asked for at once, one that fails fails the rest, and the next unit has a clean connection", async () => {
    const single = await openDoor({ databaseUrl: database.adminUrl, ...database, login: "app", poolSize: 1 });
    try {
      const work = single.work({ session: hex(federation.leader.secret), readOnly: false });
      const open = await work.open();
      const asked = [
        open.query("select 1"),
        open.query("select 1 / 0"),
        open.query("select 2"),
        open.query("select 3"),
      ];
      const outcomes = (await Promise.allSettled(asked)).map(({ status }) => status);
      expect(outcomes).toEqual(["fulfilled", "rejected", "rejected", "rejected"]);
      await expect(work.end("commit")).rejects.toThrow("division by zero");
      const next = single.work({ session: null, readOnly: true });
      expect(await (await next.open()).query("select 4 as n")).toEqual([{ n: 4 }]);
      await next.end("commit");
    } finally {
      await single.close();
    }
  });

  test("a query cannot write", async () => {
    const attempt = as(
      hex(federation.admin.secret),
      "update app.region set name = 'written' where organization_id = $1",
      [federation.organizationId],
    );
    await expect(attempt).rejects.toThrow("read-only");
  });

  test("nothing runs after the end", async () => {
    const work = door.work({ session: null, readOnly: true });
    const { query } = await work.open();
    await work.end("commit");
    await expect(query("select 1")).rejects.toThrow("closed");
  });

  test("the way to destroy a connection is there in this TypeORM", async () => {
    const source = new DataSource({ type: "postgres", url: database.adminUrl, installExtensions: false });
    await source.initialize();
    const runner = source.createQueryRunner() as unknown as {
      releasePostgresConnection?: unknown;
      release(): Promise<void>;
    };
    expect(typeof runner.releasePostgresConnection).toBe("function");
    await runner.release();
    await source.destroy();
  });
});

test("a policy on touchpoints is an index condition, not a call a row", async () => {
  const work = door.work({ session: hex(federation.leader.secret), readOnly: true });
  const { query } = await work.open();
  const plan = await query<{ "QUERY PLAN": string }>(
    "explain select id from app.touchpoint where closed_at is null and opens_on < '2027-01-01' order by due_on limit 50",
  );
  const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
  await work.end("commit");
  expect(text).toMatch(/Index Cond: \(reach_key = ANY \(authz\.reach/);
  expect(text).not.toMatch(/Filter:.*authz/);
});
