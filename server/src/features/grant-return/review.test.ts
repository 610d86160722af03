import { randomUUID } from "node:crypto";
import pg from "pg";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import yauzl from "yauzl";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { queued, testJobContext, testMailer } from "../../testkit/sign-in.js";
import { readXlsx } from "../standings/export/files.testing.js";
import { MAKE_GRANT_EXPORT_JOB, makeGrantExport } from "./export.service.js";
import { deliveredRow, withFactor, YEAR } from "./grant-returns.testing.js";
import { runReturns } from "./jobs.js";

const SHOWN = `grantReturn { id state rev decisions { kind comment } advancesOn paper { counted { counting } } } problems { code path message }`;
const BACK = `mutation ($input: SendBackGrantReturnInput!) { sendBackGrantReturn(input: $input) { ${SHOWN} } }`;
const APPROVE = `mutation ($input: ApproveGrantReturnInput!) { approveGrantReturn(input: $input) { ${SHOWN} } }`;
const LIST = `query ($year: Int!, $state: GrantFilter) { grantReturns(year: $year, state: $state, first: 100) { nodes { chapterId id state daysWaiting advancesOn counting } }
  grantReturnTotals(year: $year) { chapters missing delivered returned approved countingChapters countingMembers } }`;
const REMIND = `mutation ($input: RemindGrantReturnsInput!) { remindGrantReturns(input: $input) { done problems { code } } }`;
const SETTING = `mutation ($input: SaveGrantSettingInput!) { saveGrantSetting(input: $input) { setting { rev advanceDays } problems { code } } }`;
const ORDER = `mutation ($input: OrderGrantExportInput!) { orderGrantExport(input: $input) { grantExport { id state } problems { code } } }`;
const EXPORTS = `{ grantExports { id kind state bytes } exportOrders { id } }`;
type Shown = { grantReturn: { state: string; rev: number; decisions: object[] } | null; problems: { code: string }[] };

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, admin: SeededSeat;
let jobs: Awaited<ReturnType<typeof testJobContext>>;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  jobs = await testJobContext(server, testMailer());
  admin = await withFactor(seed, world.admin);
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
  await seed.close();
  await database.drop();
});
const past = async (sql: string, values: unknown[] = []) => {
  await seed.client.query("begin");
  await seed.client.query("set local session_replication_role = replica");
  await seed.client.query(sql, values);
  await seed.client.query("commit");
};
beforeEach(async () => {
  for (const table of ["grant_decision", "grant_signature", "grant_content", "grant_words", "grant_return"])
    await past(`delete from app.${table}`);
  await past("delete from app.board_message");
});
const back = async (id: string, rev: number, comment = "Styret mangler et navn.") =>
  (await server.ask<{ sendBackGrantReturn: Shown }>(admin, BACK, { input: { key: randomUUID(), id, rev, comment } }))
    .sendBackGrantReturn;
const approve = async (id: string, rev: number) =>
  (
    await server.ask<{ approveGrantReturn: Shown }>(admin, APPROVE, {
      input: { key: randomUUID(), id, rev, comment: "Takk" },
    })
  ).approveGrantReturn;
const daysAgo = (n: number): Date => new Date(Date.now() - n * 86_400_000);
const stateOf = async (id: string): Promise<string> =>
  (await seed.client.query<{ state: string }>(`select state from app.grant_return where id = $1`, [id])).rows[0]!.state;

describe("going through returns", () => {
  test("sent back with a comment, the board is told; twice, stale and after that are refused", async () => {
    const id = await deliveredRow(seed, world, world.leader);
    expect((await back(id, 1, "")).problems[0]?.code).toBe("INVALID");
    expect((await back(id, 9)).problems[0]?.code).toBe("CONFLICT");
    const { grantReturn } = await back(id, 1);
    expect(grantReturn).toMatchObject({ state: "RETURNED", rev: 2, decisions: [{ kind: "RETURNED" }] });
    expect((await approve(id, 2)).problems[0]?.code).toBe("CONFLICT");
    const { rows } = await seed.client.query(`select title, body, chapter_ids as to from app.board_message`);
    expect(rows).toMatchObject([{ title: `Årsrapporten for ${YEAR}`, to: [world.chapters.own] }]);
    expect(rows[0].body).toContain("Styret mangler et navn.");
    const read = async (language: string) => {
      const asked = `{ boardMessages(first: 5) { nodes { title body } } }`;
      type Read = { boardMessages: { nodes: { title: string; body: string }[] } };
      return (await server.run<Read>(world.leader, asked, {}, language)).data!.boardMessages.nodes[0]!;
    };
    const english = await read("en");
    expect(english.title).toBe(`The grant return for ${YEAR}`);
    expect(english.body).toMatch(/^The grant return[^]*Styret mangler et navn\.[^]*sign again\.$/);
    expect((await read("nn")).body).toContain("er send tilbake til dykk");
    expect((await read("nb")).title).toBe(`Årsrapporten for ${YEAR}`);
  });
  test("of two who decide at once, one does", async () => {
    const id = await deliveredRow(seed, world, world.leader);
    const both = await Promise.all([back(id, 1), approve(id, 1)]);
    expect(both.map(({ problems }) => problems.length).toSorted()).toEqual([0, 1]);
  });
  test("the list: states and days for those who follow, numbers for national alone", async () => {
    await deliveredRow(seed, world, world.leader, { at: daysAgo(10) });
    type List = {
      grantReturns: { nodes: Record<string, unknown>[] };
      grantReturnTotals: Record<string, number | null>;
    };
    const of = (seat: SeededSeat, state: string | null = null) => server.ask<List>(seat, LIST, { year: YEAR, state });
    const all = await of(admin);
    expect(all.grantReturnTotals).toMatchObject({ chapters: 3, missing: 2, delivered: 1, countingMembers: 7 });
    const [mine] = (await of(admin, "DELIVERED")).grantReturns.nodes;
    expect(mine).toMatchObject({ daysWaiting: 10, counting: 7 });
    for (const seat of [world.coordinator, world.mentor, world.editor]) {
      const { grantReturns, grantReturnTotals } = await of(seat);
      const row = grantReturns.nodes.find(({ chapterId }) => chapterId === world.chapters.own);
      expect(row).toMatchObject({ state: "DELIVERED", id: null, counting: null });
      expect(grantReturnTotals["countingMembers"]).toBeNull();
    }
  });
  test("a reminder goes to all the filter shows who lack one, and to nobody else", async () => {
    await deliveredRow(seed, world, world.leader);
    const remind = (state: string | null) =>
      server.ask<{ remindGrantReturns: { problems: object[] } }>(admin, REMIND, {
        input: { key: randomUUID(), id: randomUUID(), year: YEAR, state, body: "Husk årsrapporten." },
      });
    for (const state of ["RETURNED", "DELIVERED"])
      expect((await remind(state)).remindGrantReturns.problems).toHaveLength(1);
    await remind(null);
    await remind("MISSING");
    const { rows } = await seed.client.query<{ to: string[] }>(`select chapter_ids as to from app.board_message`);
    for (const { to } of rows) {
      expect(to).toHaveLength(2);
      expect(to).toContain(world.chapters.sibling);
      expect(to).not.toContain(world.chapters.own);
    }
    expect(rows).toHaveLength(2);
  });
});

describe("by the clock", () => {
  test("approved by itself when the days are over, and not before; run twice it is once", async () => {
    const input = { key: randomUUID(), rev: 0, papers: ["PLAN"], advanceDays: 14 };
    await server.ask(admin, SETTING, { input });
    const old = await deliveredRow(seed, world, world.leader, { at: daysAgo(14) });
    const young = await deliveredRow(seed, world, world.siblingLeader, { at: daysAgo(13) });
    await runReturns(jobs.context);
    await runReturns(jobs.context);
    expect([await stateOf(old), await stateOf(young)]).toEqual(["APPROVED", "DELIVERED"]);
    const { rows } = await seed.client.query(`select kind, decided_by from app.grant_decision`);
    expect(rows).toEqual([{ kind: "BY_ITSELF", decided_by: null }]);
    const lines = `select actor_seat_id as actor, subject_id as id, detail from app.audit where action = 'GRANT_RETURN_BY_ITSELF'`;
    const { rows: trail } = await seed.client.query(lines);
    expect(trail).toEqual([{ actor: null, id: old, detail: { year: YEAR, version: 1 } }]);
    await seed.client.query(`update app.grant_setting set advance_days = null`);
    await runReturns(jobs.context);
    expect(await stateOf(young)).toBe("DELIVERED");
    await seed.client.query(`delete from app.grant_setting`);
  });
  test("one that came back is told of again once a week", async () => {
    const id = await deliveredRow(seed, world, world.leader);
    await back(id, 1);
    const messages = async () =>
      (await seed.client.query<{ n: number }>(`select count(*)::int as n from app.board_message`)).rows[0]!.n;
    await runReturns(jobs.context);
    expect(await messages()).toBe(1);
    await past(`update app.grant_return set state_at = now() - interval '8 days'`);
    await runReturns(jobs.context);
    await runReturns(jobs.context);
    expect(await messages()).toBe(2);
  });
  test("what is older than its years goes, whole", async () => {
    await deliveredRow(seed, world, world.leader, { year: YEAR - 7, at: daysAgo(6 * 365 + 10) });
    const kept = await deliveredRow(seed, world, world.leader, { year: YEAR - 5, at: daysAgo(5 * 365) });
    await past(`update app.grant_return set state = 'APPROVED'`);
    await runReturns(jobs.context);
    const { rows } = await seed.client.query(`select return_id as id from app.grant_content`);
    expect(rows).toEqual([{ id: kept }]);
  });
});

describe("whoever runs SQL", () => {
  const refused = async (sql: string, values: unknown[] = []): Promise<boolean> => {
    try {
      const { rowCount } = await seed.client.query(sql, values);
      return rowCount === 0;
    } catch {
      return true;
    }
  };
  test("the owner of the tables does not change what is delivered", async () => {
    const id = await deliveredRow(seed, world, world.leader);
    for (const sql of [
      `update app.grant_content set content = replace(content, 'Asker', 'Moss') where return_id = $1`,
      `update app.grant_content set content = 'x', hash = encode(sha256('x'), 'hex') where return_id = $1`,
      `update app.grant_content set pdf = 'x' where return_id = $1`,
      `update app.grant_content set signed = '[]' where return_id = $1`,
      `delete from app.grant_content where return_id = $1`,
      `delete from app.grant_return where id = $1`,
      `update app.grant_signature set name = 'En Annen' where return_id = $1`,
      `update app.grant_return set state = 'DRAFT', version = 0 where id = $1`,
      `update app.grant_return set year = year - 1 where id = $1`,
    ])
      expect([sql, await refused(sql, [id])]).toEqual([sql, true]);
  });
  test("the app's role, as a board: no return delivered without signatures, none signed for another or without the factor", async () => {
    const client = new pg.Client({
      connectionString: roleUrl(database.adminUrl, database.secret, roleNames(database.rolePrefix).app),
    });
    await client.connect();
    const as = async (seat: SeededSeat, sql: string, values: unknown[]): Promise<string> => {
      await client.query("begin");
      await client.query(`select set_config('app.session', $1, true)`, [hashSecret(seat.secret).toString("hex")]);
      try {
        return String((await client.query(sql, values)).rowCount);
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await client.query("rollback");
      }
    };
    const id = randomUUID();
    const tenant = [world.organizationId, world.chapters.sibling, id] as const;
    await seed.rows("grant_return", {
      organization_id: tenant[0],
      chapter_id: tenant[1],
      id,
      year: YEAR,
    });
    await seed.rows("grant_content", {
      organization_id: tenant[0],
      chapter_id: tenant[1],
      return_id: id,
      version: 1,
      content: "x",
      hash: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
    });
    const leader = await withFactor(seed, world.siblingLeader);
    const deliver = `update app.grant_return set state = 'DELIVERED', version = 1 where chapter_id = $1 and id = $2`;
    expect(await as(leader, deliver, tenant.slice(1))).toBe("23514");
    const sign = `insert into app.grant_signature (organization_id, chapter_id, return_id, version, account_id, seat_id) values ($1, $2, $3, 1, $4, $5)`;
    expect(await as(leader, sign, [...tenant, leader.accountId, leader.seatId])).toBe("1");
    expect(await as(world.siblingLeader, sign, [...tenant, leader.accountId, leader.seatId])).toBe("VA021");
    const old = await withFactor(seed, world.siblingLeader, 11);
    expect(await as(old, sign, [...tenant, leader.accountId, leader.seatId])).toBe("VA021");
    expect(await as(leader, sign, [...tenant, world.leader.accountId, world.leader.seatId])).not.toBe("1");
    const foreign = await withFactor(seed, world.leader);
    expect(await as(foreign, sign, [...tenant, foreign.accountId, foreign.seatId])).not.toBe("1");
    const named = sign.replace("seat_id)", "seat_id, role)").replace("$5)", "$5, 'CHAPTER_LEADER')");
    expect(await as(leader, named, [...tenant, leader.accountId, leader.seatId])).toBe("42501");
    const delivered = await deliveredRow(seed, world, world.leader);
    const approve = `update app.grant_return set state = 'APPROVED' where id = $1`;
    expect(await as(foreign, approve, [delivered])).toBe("0");
    expect(await as(foreign, `update app.grant_return set state = 'RETURNED' where id = $1`, [delivered])).toBe("0");
    for (const seat of [world.coordinator, world.mentor, world.siblingLeader, world.editor, world.foreignAdmin])
      expect(await as(seat, `select 1 from app.grant_content where return_id = $1`, [delivered])).toBe("0");
    await client.end();
  });
});

describe("all of a year as a file", () => {
  async function fetched(id: string): Promise<Buffer> {
    const response = await fetch(`${server.url}/export/standings`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-varde-export": "1",
        cookie: `__Host-s=${admin.secret}`,
      },
      body: JSON.stringify({ format: "ORDERED", orderId: id }),
    });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  }
  const order = async (kind: string): Promise<string> =>
    (
      await server.ask<{ orderGrantExport: { grantExport: { id: string } } }>(admin, ORDER, {
        input: { key: randomUUID(), year: YEAR, kind },
      })
    ).orderGrantExport.grantExport.id;
  const make = async (context = jobs.context) => {
    for (const { payload } of await queued(seed, MAKE_GRANT_EXPORT_JOB)) await makeGrantExport(payload, context);
  };
  async function entriesOf(zip: Buffer): Promise<Map<string, Buffer>> {
    const file = await yauzl.fromBufferPromise(zip);
    const held = new Map<string, Buffer>();
    for await (const entry of file.eachEntry())
      held.set(entry.fileName, await buffer(await file.openReadStreamPromise(entry)));
    return held;
  }

  test("a ZIP of each paper and the table; a job that is stopped in the midst of it begins anew and mixes nothing in", async () => {
    const big = Buffer.alloc(700_000, "p");
    await deliveredRow(seed, world, world.leader, { pdf: big });
    await deliveredRow(seed, world, world.siblingLeader, { pdf: Buffer.from("%PDF-two") });
    const id = await order("RETURNS");
    const stop = new AbortController();
    const stopping = { ...jobs.context, signal: stop.signal };
    let reads = 0;
    Object.defineProperty(stopping, "signal", {
      // stopped once pieces of the file are stored
      get: () => ({ aborted: (reads += 1) > 3 }),
    });
    await expect(make(stopping)).rejects.toThrow("asked to stop");
    await make();
    const entries = await entriesOf(await fetched(id));
    expect([...entries.keys()].filter((name) => name.endsWith(".pdf"))).toHaveLength(2);
    expect([...entries.values()].some((bytes) => bytes.equals(big))).toBe(true);
    const {
      sheets: [sheet],
    } = await readXlsx(entries.get(`arsrapporter-${YEAR}.xlsx`)!);
    expect(JSON.stringify(sheet)).toContain("Asker");
    const { exportOrders, grantExports } = await server.ask<{ exportOrders: object[]; grantExports: object[] }>(
      admin,
      EXPORTS,
    );
    expect(exportOrders).toEqual([]);
    expect(grantExports).toMatchObject([{ id, kind: "RETURNS", state: "READY" }]);
  });
  test("the table alone; nothing delivered is nothing to order", async () => {
    const nothing = await server.ask<{ orderGrantExport: { problems: object[] } }>(admin, ORDER, {
      input: { key: randomUUID(), year: YEAR, kind: "RETURN_TABLE" },
    });
    expect(nothing.orderGrantExport.problems).toHaveLength(1);
    await deliveredRow(seed, world, world.leader, { activity: '=HYPERLINK("https://ond.example";"Se her")' });
    const id = await order("RETURN_TABLE");
    await make();
    const {
      sheets: [sheet],
    } = await readXlsx(await fetched(id));
    expect(JSON.stringify(sheet)).toContain("Asker");
    // what a board writes is no formula at national's
    expect(JSON.stringify(sheet)).toContain("'=HYPERLINK");
  });
});
