import { v7 as uuidv7 } from "uuid";
import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportsOf } from "../../features/annual-report/annual-report.testing.js";
import { deliveredRow, readyChapter, withFactor, YEAR } from "../../features/grant-return/grant-returns.testing.js";
import { planDesk, year } from "../../features/plans/plans.testing.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";

// The papers of a year: what is adopted, finished or signed is held by the database, whoever runs SQL under a session that is theirs.

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, client: pg.Client;
let reports: ReturnType<typeof reportsOf>;
const desk = planDesk(() => ({ world, server }));

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  reports = reportsOf(server);
  await readyChapter(seed, world, world.chapters.own);
  client = new pg.Client({
    connectionString: roleUrl(database.adminUrl, database.secret, roleNames(database.rolePrefix).app),
  });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.stop();
  await seed.close();
  await database.drop();
});

const ON = `${year}-01-02`;
const HELD = "23514";
type Statement = readonly [sql: string, values: readonly unknown[]];

/** What the last of the statements gives: its number of rows, or the SQLSTATE that one is refused with. Nothing of them stays. */
async function gives(seat: Pick<SeededSeat, "secret">, ...statements: readonly Statement[]): Promise<number | string> {
  await client.query(`begin; set local app.session = '${hashSecret(seat.secret).toString("hex")}'`);
  try {
    let rows = 0;
    for (const [sql, values] of statements) rows = (await client.query(sql, [...values])).rowCount ?? 0;
    return rows;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query("rollback");
  }
}

describe("an action plan", () => {
  const adopt = (id: string): Statement => [
    `update app.action_plan set state = 'ADOPTED', adopted_place = 'Furulia', adopted_on = '${ON}', adopted_by = 'BOARD', change_reason = null where id = $1`,
    [id],
  ];
  const freeze = (id: string, content: object, number = 1): Statement => [
    `insert into app.action_plan_version (organization_id, chapter_id, plan_id, number, content, hash, place, adopted_on, adopted_by, reason, frozen_by)
     values ($1, $2, $3, $4, $5, repeat('0', 64), 'Furulia', '${ON}', 'BOARD', nullif($6, ''), $7)`,
    [
      world.organizationId,
      world.chapters.own,
      id,
      number,
      JSON.stringify(content),
      number > 1 ? "Annet" : "",
      world.board.seatId,
    ],
  ];

  test("is adopted as it is frozen or not at all, and what was adopted is never a draft", async () => {
    const { id, title, intro, rows } = await desk.begin(["Turer"]);
    const [row] = rows;
    const said = {
      title,
      intro,
      closing: "",
      rows: [{ id: row!.id, nr: row!.nr, activity: "Turer", aim: "", measures: "", resultAim: "" }],
    };
    expect(await gives(world.board, adopt(id))).toBe(HELD);
    expect(await gives(world.board, freeze(id, { ...said, intro: "Noe annet" }), adopt(id))).toBe(HELD);
    expect(await gives(world.board, freeze(id, { ...said, rows: [] }), adopt(id))).toBe(HELD);
    expect(await gives(world.board, freeze(id, said), adopt(id))).toBe(1);
    for (const seat of [world.siblingLeader, world.mentor, world.coordinator, world.admin, world.foreignAdmin])
      expect(await gives(seat, freeze(id, said))).not.toBe(1);
    expect(await gives(world.board, freeze(id, { ...said, intro: "x".repeat(2_000_000) }))).toBe(HELD);

    const plan = (await desk.read(world.leader))!;
    const { problems } = await desk.act("adoptActionPlan", {
      id,
      rev: plan.rev,
      words: plan.wordsHash,
      place: "Furulia",
      on: ON,
      by: "BOARD",
    });
    expect(problems).toEqual([]);
    expect(await gives(world.board, freeze(id, said, 2))).toBe(HELD);
    const draft: Statement = [
      "update app.action_plan set state = 'DRAFT', adopted_place = null, adopted_on = null, adopted_by = null, change_reason = null where id = $1",
      [id],
    ];
    const open: Statement = ["update app.action_plan set state = 'CHANGING', change_reason = 'x' where id = $1", [id]];
    expect(await gives(world.board, draft)).toBe(HELD);
    expect(await gives(world.board, open, draft)).toBe(HELD);
    const other: Statement = ["update app.action_plan_row set aim = 'Aldri vedtatt' where plan_id = $1", [id]];
    expect(await gives(world.board, open, other, adopt(id))).toBe(HELD);
  });
});

test("a plan made with another chapter's id is shown in nobody's place", async () => {
  const mine = (await desk.read(world.leader)) ?? (await desk.begin(["Turer"]));
  const version = `query ($planId: ID!) { actionPlanVersion(planId: $planId, number: 1) { title } }`;
  const file = `query ($planId: ID!) { actionPlanFile(planId: $planId, format: PDF) { fileName } }`;
  const told = async (seat: SeededSeat): Promise<unknown[]> =>
    Promise.all([version, file].map((query) => server.code(seat, query, { planId: mine.id })));
  const before = [await told(world.leader), await told(world.coordinator)];
  // to who may not read it, it is what is not there
  expect(await told(world.siblingLeader)).toEqual(["NOT_FOUND", "NOT_FOUND"]);
  const { plan } = await desk.act("startActionPlan", { id: mine.id, year, from: "EMPTY" }, world.siblingLeader);
  // nor is it told that the id is taken
  expect(plan).toMatchObject({ id: mine.id, rows: [] });
  expect(await told(world.leader)).toEqual(before[0]);
  // the twin was never adopted: the one version there is, is the plan's own
  expect(await told(world.coordinator)).toEqual([before[1]![0], "NOT_FOUND"]);
  await seed.client.query("delete from app.action_plan where chapter_id = $1", [world.chapters.sibling]);
  expect(await told(world.coordinator)).toEqual(before[1]);
});

describe("an annual report", () => {
  const photoOf = async (reportId: string, id: string, seat: SeededSeat = world.board): Promise<number> => {
    const file = await sharp({ create: { width: 30, height: 20, channels: 3, background: "#336699" } })
      .png()
      .toBuffer();
    const headers = {
      "content-type": "application/octet-stream",
      "x-varde-photo": id,
      "x-varde-report": reportId,
      "x-varde-consent": "yes",
      "x-varde-minors": "NONE",
      cookie: `__Host-s=${seat.secret}`,
    };
    return (await fetch(`${server.url}/report/photo`, { method: "POST", headers, body: new Uint8Array(file) })).status;
  };

  test("a photo sent with the id of another chapter's is shown in nobody's place", async () => {
    const own = (await reports.start(world.board, { year: YEAR - 1 })).report!;
    const other = (await reports.start(world.siblingLeader, { year: YEAR - 1 })).report!;
    const id = uuidv7();
    expect(await photoOf(own.id, id)).toBe(200);
    await reports.describe(world.board, { id, rev: 1, alt: "Bålet" });
    expect((await reports.finish(world.board, { id: own.id, rev: 1 })).problems).toEqual([]);
    const seen = async (seat: SeededSeat): Promise<[number, number]> => {
      const answer = await fetch(`${server.url}/report/photo/${id}`, {
        headers: { cookie: `__Host-s=${seat.secret}` },
      });
      return [answer.status, (await answer.arrayBuffer()).byteLength];
    };
    const before = await seen(world.board);
    expect(before[0]).toBe(200);
    expect(await seen(world.coordinator)).toEqual(before);
    // nor is the sibling told that the id is taken
    expect((await seen(world.siblingLeader))[0]).toBe(404);
    expect(await photoOf(other.id, id, world.siblingLeader)).toBe(200);
    expect(await seen(world.board)).toEqual(before);
    expect((await seen(world.siblingLeader))[0]).toBe(200);
    // a draft's photo is out of reach above: the one there is, is the finished report's own
    expect(await seen(world.coordinator)).toEqual(before);
    await reports.describe(world.siblingLeader, { id, rev: 1, alt: "Et annet bål" });
    expect((await reports.finish(world.siblingLeader, { id: other.id, rev: 1 })).problems).toEqual([]);
    expect((await seen(world.coordinator))[0]).toBe(404);
    await reports.remove(world.siblingLeader, id);
    // taken away in the one chapter, it stays in the other's
    expect(await seen(world.coordinator)).toEqual(before);
    await reports.remove(world.leader, id);
    expect((await seen(world.coordinator))[0]).toBe(404);
  });

  test("is finished as it is frozen, its photos' words stay, and those above read none of the rest", async () => {
    const { id } = (await reports.start(world.board, { year: YEAR })).report!;
    const photo = uuidv7();
    // the same photo sent by two tabs at once is one
    expect(await Promise.all([photoOf(id, photo), photoOf(id, photo)])).toEqual([200, 200]);
    await reports.describe(world.board, { id: photo, rev: 1, alt: "Bålet" });
    const tenant = [world.organizationId, world.chapters.own, id];
    const finish: Statement = [
      "update app.annual_report set state = 'FINISHED', version = version + 1 where id = $1",
      [id],
    ];
    const freeze = (edition: string, over: { version?: number; hash?: string; seat?: SeededSeat } = {}): Statement => [
      `insert into app.annual_report_version (organization_id, chapter_id, report_id, version, edition, year, content, hash, finished_by)
       values ($1, $2, $3, $4, $5, $6, '{"board": []}', sha256(convert_to($7, 'UTF8')), $8)`,
      [...tenant, over.version ?? 1, edition, YEAR, over.hash ?? '{"board": []}', (over.seat ?? world.board).seatId],
    ];
    expect(await gives(world.board, finish)).toBe(HELD);
    expect(await gives(world.board, freeze("INTERNAL"), finish)).toBe(HELD);
    expect(await gives(world.board, freeze("PUBLIC", { hash: "noe annet" }))).toBe(HELD);
    expect(await gives(world.board, freeze("PUBLIC", { version: 9 }))).toBe(HELD);
    for (const seat of [world.siblingLeader, world.mentor, world.coordinator, world.admin, world.foreignLeader])
      expect(await gives(seat, freeze("PUBLIC", { seat }))).not.toBe(1);
    expect(await gives(world.board, freeze("INTERNAL"), freeze("PUBLIC"), finish)).toBe(1);

    expect((await reports.finish(world.board, { id, rev: 1 })).problems).toEqual([]);
    expect(await gives(world.board, freeze("PUBLIC", { version: 2 }))).toBe(HELD);
    expect(await gives(world.board, ["update app.annual_report_photo set alt = 'Kari' where id = $1", [photo]])).toBe(
      HELD,
    );
    expect(await gives(world.board, ["update app.annual_report set version = 0 where id = $1", [id]])).not.toBe(1);
    const reopen: Statement = ["update app.annual_report set state = 'DRAFT' where id = $1", [id]];
    expect(await gives(world.board, reopen)).toBe(HELD);
    for (const seat of [world.mentor, world.coordinator, world.admin]) {
      expect(await gives(seat, ["select 1 from app.annual_report_section", []])).toBe(0);
      expect(await gives(seat, ["select 1 from app.annual_report_version where edition = 'INTERNAL'", []])).toBe(0);
      expect(await gives(seat, ["select 1 from app.annual_report_photo", []])).toBe(1);
      expect(await gives(seat, ["delete from app.annual_report_photo", []])).toBe(0);
    }
    for (const seat of [world.siblingLeader, world.farCoordinator, world.foreignAdmin])
      expect(await gives(seat, ["select 1 from app.annual_report_photo", []])).toBe(0);
    // of a finished one nothing is added, and what is taken away is gone from its address
    expect(await photoOf(id, uuidv7())).toBe(200);
    expect(await gives(world.admin, ["select 1 from app.annual_report_photo", []])).toBe(1);
    await reports.remove(world.leader, photo);
    const cookie = `__Host-s=${world.admin.secret}`;
    expect((await fetch(`${server.url}/report/photo/${photo}`, { headers: { cookie } })).status).toBe(404);
    for (const path of [`${photo}%2f..`, `..%2f${photo}`, `${photo}%00`, `${photo}.jpg`, "%27%20or%20%27"])
      expect((await fetch(`${server.url}/report/photo/${path}`, { headers: { cookie } })).status).toBe(404);
  });
});

describe("a grant return", () => {
  const content = (id: string, version = 1): Statement => [
    `insert into app.grant_content (organization_id, chapter_id, return_id, version, content, hash)
     values ($1, $2, $3, $4, '{}', encode(sha256('{}'), 'hex'))`,
    [world.organizationId, world.chapters.own, id, version],
  ];
  const sign = (id: string, seat: SeededSeat): Statement => [
    `insert into app.grant_signature (organization_id, chapter_id, return_id, version, account_id, seat_id) values ($1, $2, $3, 1, $4, $5)`,
    [world.organizationId, world.chapters.own, id, seat.accountId, seat.seatId],
  ];
  const send = (id: string, names: readonly string[]): Statement => [
    `update app.grant_content set delivered_at = now(), pdf = 'x',
            signed = (select jsonb_agg(jsonb_build_object('name', n, 'role', 'CHAPTER_LEADER', 'at', now())) from unnest($2::text[]) n) where return_id = $1`,
    [id, names],
  ];
  const deliver = (id: string): Statement => [
    "update app.grant_return set state = 'DELIVERED', version = 1, state_at = '2001-01-01' where id = $1",
    [id],
  ];
  const begun = async (of: number): Promise<string> => {
    const id = uuidv7();
    await seed.rows("grant_return", {
      organization_id: world.organizationId,
      chapter_id: world.chapters.own,
      id,
      year: of,
    });
    return id;
  };

  test("is delivered by those who signed it, in their own names and not in the past", async () => {
    const id = await begun(YEAR - 1);
    const leader = await withFactor(seed, world.leader);
    const board = await withFactor(seed, world.board);
    const { rows } = await seed.client.query<{ name: string }>(
      "select holder_name as name from app.seat where id = $1",
      [leader.seatId],
    );
    const mine = [rows[0]!.name];
    expect(await gives(leader, content(id), send(id, mine))).toBe(HELD);
    expect(await gives(board, content(id), sign(id, board), send(id, mine))).toBe(HELD);
    expect(await gives(leader, content(id), sign(id, leader), send(id, ["En Annen"]))).toBe(HELD);
    expect(await gives(leader, content(id, 2))).toBe(HELD);
    const whole = [content(id), sign(id, leader), send(id, mine), deliver(id)];
    const young: Statement = [
      "select 1 from app.grant_return where id = $1 and state_at > now() - interval '1 day'",
      [id],
    ];
    expect(await gives(leader, ...whole, young)).toBe(1);
    expect(await gives(leader, content(id), sign(id, leader), deliver(id))).toBe(HELD);
    const delivered = await deliveredRow(seed, world, world.leader);
    expect(await gives(leader, content(delivered, 2))).toBe(HELD);
  });

  test("is not signed before its year is over in Oslo, whoever writes", async () => {
    const id = await begun(YEAR + 1);
    const leader = await withFactor(seed, world.leader);
    const { rows } = await seed.client.query<{ text: string }>(
      "select pg_get_functiondef('authz.today()'::regprocedure) as text",
    );
    const at = async (instant: string) => {
      await seed.client.query(rows[0]!.text.replace("now()", `timestamptz '${instant}'`));
      return gives(leader, content(id), sign(id, leader));
    };
    try {
      expect(await at(`${YEAR + 1}-12-31T23:30:00+01`)).toBe(HELD);
      expect(await at(`${YEAR + 2}-01-01T00:30:00+01`)).toBe(1);
    } finally {
      await seed.client.query(rows[0]!.text);
    }
  });

  test("one person is one, by whichever of Unicode's ways the name is written", async () => {
    const id = await begun(YEAR - 2);
    const called = async (holder: string, name: string): Promise<SeededSeat> => {
      const account_id = await seed.account({ name });
      const at = { chapterId: world.chapters.own };
      const seat = await seed.seat(world.organizationId, "CHAPTER_BOARD", at, { account_id, holder_name: holder });
      return withFactor(seed, seat);
    };
    const first = await called("Kåre Bjørn", "Noen");
    const both = async (second: SeededSeat) => {
      await client.query(`begin; set local app.session = '${hashSecret(first.secret).toString("hex")}'`);
      try {
        for (const [sql, values] of [content(id), sign(id, first)]) await client.query(sql, [...values]);
        await client.query(`set local app.session = '${hashSecret(second.secret).toString("hex")}'`);
        const [sql, values] = sign(id, second);
        return (await client.query(sql, [...values])).rowCount;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await client.query("rollback");
      }
    };
    expect(await both(await called("Ka\u030are  Bjørn", "Ola"))).toBe(HELD);
    expect(await both(await called("Kari", "\uff2b\u00c5RE-BJ\u200bØRN"))).toBe(HELD);
    expect(await both(await called("Kåre Bjørnar", "Kåre B."))).toBe(1);
  });
});
