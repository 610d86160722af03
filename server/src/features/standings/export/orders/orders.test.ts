import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, lastQuarterEnd } from "@varde/domain";
import { testDatabase } from "../../../../testkit/database.js";
import type { TestDatabase } from "../../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../../testkit/seed.js";
import { testServer } from "../../../../testkit/server.js";
import type { TestServer } from "../../../../testkit/server.js";
import { queued, testJobContext, testMailer } from "../../../../testkit/sign-in.js";
import { publishSnapshots } from "../../publish.js";
import { COMPARISON, definition, template, TODAY, touchpoints } from "../../standings.testing.js";
import type { ComparisonAnswer, Template } from "../../standings.testing.js";
import { readCsv, readPdf, readXlsx } from "../files.testing.js";
import { forgetExports, makeExport } from "./make-order.js";
import type { ExportOrder } from "./order.type.js";

const ORDER = `mutation ($input: OrderExportInput!) {
  orderExport(input: $input) { exportOrder { id state done total scopeName } problems { code path message } } }`;
const REMOVE = `mutation ($input: RemoveExportInput!) { removeExport(input: $input) { problems { code } } }`;
const ORDERS = `{ exportOrders { id kind state problem done total bytes scopeName eachRegion orderedAt expiresAt } }`;
const JOB = "make_export";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, duty: Template, persons: Template;
let jobs: Awaited<ReturnType<typeof testJobContext>>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  jobs = await testJobContext(server, testMailer());
  const { own, sibling, far } = federation.chapters;
  duty = await template(seed, federation, {
    corePosition: 1,
    definition: definition({ name: { nb: "Treff: [høst]" } }),
  });
  await touchpoints(seed, duty, own, { onTime: 3, late: 2, missed: 1 });
  await touchpoints(seed, duty, sibling, { onTime: 11, missed: 2 });
  await touchpoints(seed, duty, far, { missed: 4, onTime: 2 });
  persons = await template(seed, federation, { aboutMember: true, corePosition: 2 });
  const on = addDays(lastQuarterEnd(TODAY), -40);
  await touchpoints(seed, persons, own, { onTime: 2, missed: 1 }, { on });
  await touchpoints(seed, persons, sibling, { onTime: 3 }, { on });
  await touchpoints(seed, persons, far, { onTime: 9, late: 8, missed: 7 }, { on });
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  await publishSnapshots({ databaseUrl, rolePrefix, secret, today: TODAY });
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

type Payload = { orderExport: { exportOrder: ExportOrder | null; problems: { code: string; path: string[] }[] } };
type Wanted = { key?: string; kind?: string; content?: string; regionId?: string; eachRegion?: boolean };

const ordered = async (seat: SeededSeat, wanted: Wanted = {}) =>
  (
    await server.ask<Payload>(seat, ORDER, {
      input: { key: randomUUID(), kind: "REPORT", content: "CORE", ...wanted },
    })
  ).orderExport;

async function order(seat: SeededSeat, wanted: Wanted = {}): Promise<string> {
  const { exportOrder, problems } = await ordered(seat, wanted);
  expect(problems).toEqual([]);
  return exportOrder!.id;
}
const shownTo = async (seat: SeededSeat) =>
  (await server.ask<{ exportOrders: ExportOrder[] }>(seat, ORDERS, {})).exportOrders;
const stateOf = async (seat: SeededSeat, id: string) => (await shownTo(seat)).find((one) => one.id === id)!;
const make = (orderId: string, signal: AbortSignal = jobs.context.signal) =>
  makeExport({ organizationId: federation.organizationId, orderId }, { ...jobs.context, signal });
const remove = (seat: SeededSeat, id: string) => server.ask(seat, REMOVE, { input: { key: randomUUID(), id } });

const post = (seat: SeededSeat | null, asked: unknown): Promise<Response> =>
  fetch(`${server.url}/export/standings`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-varde-export": "1",
      "sec-fetch-site": "same-origin",
      "accept-language": "nb",
      ...(seat ? { cookie: `__Host-s=${seat.secret}` } : {}),
    },
    body: JSON.stringify(asked),
  });
const fetched = (seat: SeededSeat | null, orderId: string) => post(seat, { format: "ORDERED", orderId });
async function file(seat: SeededSeat, asked: object): Promise<Buffer> {
  const response = await post(seat, asked);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}
const rows = async (id: string) =>
  (
    await seed.client.query<{ attempt: number; n: number; sealed: Buffer }>(
      "select attempt, n, sealed from app.export_piece where order_id = $1 order by attempt, n",
      [id],
    )
  ).rows;

describe("an ordered report", () => {
  test("says word for word what the one that is waited for says, and waits in the queue under its ids alone", async () => {
    const id = await order(federation.coordinator);
    expect(await queued(seed, JOB)).toContainEqual({
      key: `export:${id}`,
      payload: { organizationId: federation.organizationId, orderId: id },
    });
    expect(await stateOf(federation.coordinator, id)).toMatchObject({
      state: "WAITING",
      done: 0,
      total: 2,
      bytes: null,
    });
    expect((await fetched(federation.coordinator, id)).status).toBe(404);
    await make(id);
    const made = await stateOf(federation.coordinator, id);
    expect(made).toMatchObject({ state: "READY", done: 2, total: 2, problem: null });
    const hours = (+new Date(made.expiresAt) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
    const response = await fetched(federation.coordinator, id);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes).toHaveLength(made.bytes!);
    const direct = await file(federation.coordinator, { format: "PDF" });
    expect(readPdf(bytes)).toEqual(readPdf(direct));
    // and the other region's chapter is in none of it
    expect(readPdf(bytes)).toContain(":");
    expect(readPdf(bytes).join(" ")).not.toContain("2 av 6");
    await remove(federation.coordinator, id);
  });

  test("lies sealed, and moved to another place it does not open", async () => {
    const id = await order(federation.admin);
    await make(id);
    const pieces = await rows(id);
    expect(pieces.map(({ attempt, n }) => [attempt, n])).toEqual([[1, 0]]);
    expect(pieces[0]!.sealed.toString("latin1")).not.toContain("%PDF");
    const { sealer } = jobs.context;
    expect(() => sealer.open(pieces[0]!.sealed, `export_piece/${id}/1/1`)).toThrow();
    await remove(federation.admin, id);
    expect(await rows(id)).toEqual([]);
  });

  test("has a part for each region, all together first", async () => {
    const id = await order(federation.admin, { eachRegion: true });
    await make(id);
    const words = readPdf(await file(federation.admin, { format: "ORDERED", orderId: id }));
    const { total } = await stateOf(federation.admin, id);
    const regions = await seed.client.query<{ name: string }>(
      "select name from app.region where organization_id = $1 order by lower(name)",
      [federation.organizationId],
    );
    expect(total).toBe(2 * (1 + regions.rows.length));
    const at = regions.rows.map(({ name }) => words.indexOf(name));
    expect(at.every((one) => one > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    await remove(federation.admin, id);
  });
});

test("ordered tables have the numbers of the CSV files, a sheet for each interaction point", async () => {
  const id = await order(federation.admin, { kind: "TABLES", content: "ALL" });
  await make(id);
  const { sheets, formulas } = await readXlsx(await file(federation.admin, { format: "ORDERED", orderId: id }));
  expect(formulas).toBe(false);
  expect(sheets.map(({ name }) => name)).toEqual(["Treff   høst", "Sommertreff", "Definisjoner"]);
  for (const [i, templateId] of [duty.id, persons.id].entries()) {
    const csv = readCsv((await file(federation.admin, { format: "CSV", templateId })).toString("utf8"));
    const start = csv.findIndex(([first]) => first === "Lag");
    const end = csv.findIndex(([first]) => first === "Alle");
    expect(sheets[i]!.rows).toEqual(csv.slice(start, end + 1));
    const answer = await server.ask<ComparisonAnswer>(federation.admin, COMPARISON, { templateId });
    const total = sheets[i]!.rows.at(-1)!;
    expect(total[2]).toBe(String(answer.comparison.total.onTime ?? ":"));
  }
  expect(sheets[2]!.rows).toContainEqual(["Forsinket", "Gjort etter fristen."]);
  await remove(federation.admin, id);
});

describe("whose it is", () => {
  test("the seat's that ordered it: nobody else sees, fetches or erases it", async () => {
    const id = await order(federation.coordinator);
    await make(id);
    for (const seat of [federation.admin, federation.editor, federation.farCoordinator, federation.foreignAdmin]) {
      expect((await shownTo(seat)).map((one) => one.id)).not.toContain(id);
      expect((await fetched(seat, id)).status).toBe(404);
      const answer = await server.run(seat, REMOVE, { input: { key: randomUUID(), id } });
      expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    }
    for (const seat of [federation.leader, federation.board]) expect((await fetched(seat, id)).status).toBe(403);
    expect((await fetched(null, id)).status).toBe(401);
    expect((await fetched(federation.coordinator, "x")).status).toBe(404);
    expect((await fetched(federation.coordinator, id)).status).toBe(200);
    await remove(federation.coordinator, id);
    expect((await fetched(federation.coordinator, id)).status).toBe(404);
  });

  test("is not fetched when a chapter in it has left the reach, and not made when the reach changed meanwhile", async () => {
    const [made, waiting] = [await order(federation.coordinator), await order(federation.coordinator)];
    await make(made);
    const { organizationId, chapters } = federation;
    await seed.client.query(
      "update app.chapter_region set valid_to = $3 where organization_id = $1 and chapter_id = $2 and valid_to is null",
      [organizationId, chapters.sibling, TODAY],
    );
    try {
      expect((await fetched(federation.coordinator, made)).status).toBe(403);
      await make(waiting);
      expect(await stateOf(federation.coordinator, waiting)).toMatchObject({ state: "FAILED", problem: "REACH" });
      expect(await rows(waiting)).toEqual([]);
    } finally {
      await seed.client.query(
        "update app.chapter_region set valid_to = null where organization_id = $1 and chapter_id = $2",
        [organizationId, chapters.sibling],
      );
    }
    expect((await fetched(federation.coordinator, made)).status).toBe(200);
    for (const id of [made, waiting]) await remove(federation.coordinator, id);
  });

  test("is not made for a seat that has ended", async () => {
    const gone = await seed.seat(federation.organizationId, "REGION_COORDINATOR", {
      regionId: federation.regions.east,
    });
    const id = await order(gone);
    await seed.client.query("update app.seat set valid_to = $2 where id = $1", [gone.seatId, TODAY]);
    await make(id);
    const { rows: found } = await seed.client.query("select state, problem from app.export_order where id = $1", [id]);
    expect(found).toEqual([{ state: "FAILED", problem: "REACH" }]);
  });
});

describe("ordering", () => {
  test("the same key is one order, also at once; three at a time, and no more until one is done", async () => {
    const key = randomUUID();
    const twins = await Promise.all([1, 2, 3].map(() => ordered(federation.editor, { key })));
    const ids = new Set(twins.map(({ exportOrder }) => exportOrder?.id));
    expect(ids.size).toBe(1);
    await Promise.all([order(federation.editor), order(federation.editor)]);
    expect((await ordered(federation.editor)).problems).toMatchObject([{ code: "LOCKED", path: [] }]);
    await make([...ids][0]!);
    await order(federation.editor);
    for (const { id } of await shownTo(federation.editor)) await remove(federation.editor, id);
  });

  test("a region out of reach is nowhere, and regions apart are for the whole organization", async () => {
    const input = { key: randomUUID(), kind: "REPORT", content: "CORE", regionId: federation.regions.west };
    const answer = await server.run(federation.coordinator, ORDER, { input });
    expect(answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    const apart = await ordered(federation.coordinator, { eachRegion: true });
    expect(apart.problems).toMatchObject([{ code: "INVALID", path: ["eachRegion"] }]);
    const none = await ordered(federation.foreignAdmin);
    expect(none.problems).toMatchObject([{ code: "INVALID", path: ["content"] }]);
  });
});

describe("making", () => {
  test("goes on where it was broken off, and reads nothing twice", async () => {
    const id = await order(federation.admin, { eachRegion: true });
    let reads = 0;
    // stopped by the process's end after two slices
    const stop = {
      get aborted() {
        reads += 1;
        return reads > 2;
      },
    } as AbortSignal;
    await expect(make(id, stop)).rejects.toThrow("asked to stop");
    expect(await stateOf(federation.admin, id)).toMatchObject({ state: "MAKING", done: 2 });
    const before = await rows(id);
    expect(before).toHaveLength(2);
    // killed while the file was put away: pieces of an attempt that never ended
    await seed.rows("export_piece", {
      organization_id: federation.organizationId,
      order_id: id,
      attempt: 1,
      n: 0,
      seat_id: federation.admin.seatId,
      sealed: Buffer.from("half"),
    });
    await make(id);
    const { state, done, total } = await stateOf(federation.admin, id);
    expect([state, done]).toEqual(["READY", total]);
    expect((await rows(id)).map(({ attempt }) => attempt)).toEqual([2]);
    expect(readPdf(await file(federation.admin, { format: "ORDERED", orderId: id }))).toContain("Slik regner vi");
    // once more is nothing more
    await make(id);
    expect((await rows(id)).map(({ attempt }) => attempt)).toEqual([2]);
    await remove(federation.admin, id);
  });

  test("gives up what fails again and again, and says so", async () => {
    const id = await order(federation.admin);
    const broken = { ...jobs.context, sealer: { ...jobs.context.sealer, seal: () => expect.unreachable() } };
    for (let i = 0; i < 6; i++)
      await expect(makeExport({ organizationId: federation.organizationId, orderId: id }, broken)).rejects.toThrow();
    await make(id);
    expect(await stateOf(federation.admin, id)).toMatchObject({ state: "FAILED", problem: "ERROR" });
    await remove(federation.admin, id);
  });

  test("is done under a session of the one who ordered, which is there only while it is made", async () => {
    const id = await order(federation.coordinator);
    const mint = `select authz.mint_export_session($1) as hash`;
    // no job's rights, no session; and another organization's job has none for it
    await expect(seed.client.query(mint, [id])).resolves.toMatchObject({ rows: [{ hash: null }] });
    await make(id);
    const sessions = await seed.client.query<{ kind: string; seconds: number }>(
      `select kind, extract(epoch from hard_exp - created_at)::int as seconds from app.session where seat_id = $1 and idle_seconds = 120`,
      [federation.coordinator.seatId],
    );
    expect(sessions.rows.length).toBeGreaterThan(0);
    expect(sessions.rows.every(({ kind, seconds }) => kind === "SEAT" && seconds <= 120)).toBe(true);
    await remove(federation.coordinator, id);
  });
});

test("after a day it is expired and erased, and a week later forgotten", async () => {
  const id = await order(federation.admin);
  await make(id);
  const past = (interval: string) =>
    seed.client.query(`update app.export_order set expires_at = now() - interval '${interval}' where id = $1`, [id]);
  await past("1 second");
  expect((await stateOf(federation.admin, id)).state).toBe("EXPIRED");
  expect((await fetched(federation.admin, id)).status).toBe(404);
  expect(await rows(id)).toHaveLength(1);
  await forgetExports({}, jobs.context);
  expect(await rows(id)).toEqual([]);
  expect(await stateOf(federation.admin, id)).toMatchObject({ state: "EXPIRED", bytes: null });
  await past("8 days");
  await forgetExports({}, jobs.context);
  expect((await shownTo(federation.admin)).map((one) => one.id)).not.toContain(id);
});
