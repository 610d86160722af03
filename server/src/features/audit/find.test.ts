import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { actionsOf, AUDIT_KINDS } from "./audit-kinds.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;

const FIND = `query ($filter: AuditFilter, $first: Int! = 50, $after: String) {
  auditTrail(filter: $filter, first: $first, after: $after) { nodes { action chapterId } pageInfo { hasNextPage endCursor } } }`;
type Found = {
  auditTrail: {
    nodes: { action: string; chapterId: string | null }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};
const EXPORT = `mutation ($input: ExportAuditTrailInput!) {
  exportAuditTrail(input: $input) { export { csv lines complete } problems { code } } }`;
type Exported = {
  exportAuditTrail: { export: { csv: string; lines: number; complete: boolean } | null; problems: { code: string }[] };
};

const find = async (seat: SeededSeat, filter: object, page: object = {}) =>
  (await server.ask<Found>(seat, FIND, { filter, ...page })).auditTrail.nodes.map(({ action }) => action);
const exported = async (key: string, filter?: object) =>
  (await server.ask<Exported>(federation.admin, EXPORT, { input: { key, filter } })).exportAuditTrail;

async function line(action: string, at: string, over: Record<string, unknown> = {}) {
  const tenant = { organization_id: federation.organizationId, actor_seat_id: federation.admin.seatId };
  await seed.rows("audit", { ...tenant, action, at, subject_type: "Seat", ...over });
}

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  const { own, far } = federation.chapters;
  await seed.client.query("update app.seat set holder_name = 'Åse Ødegård' where id = $1", [federation.leader.seatId]);
  await seed.client.query("update app.chapter set name = 'Ås og omegn' where id = $1", [far]);
  await line("ROLLED_OUT", "2026-03-01T11:00:00Z", { detail: { chapters: 3, version: "=1+1" } });
  // a minute before midnight in Oslo, and at midnight
  await line("CHAPTER_MOVED", "2026-03-09T22:59:00Z", { chapter_id: far });
  await line("SEAT_INVITED", "2026-03-09T23:00:00Z", { chapter_id: own, actor_seat_id: federation.leader.seatId });
  await line("MEMBER_CHANGED", "2026-03-10T10:00:00Z", { chapter_id: own, subject_type: "Member" });
  await line("MEMBERS_EXPORTED", "2026-03-11T10:00:00Z", { chapter_id: own, subject_type: "Members" });
  await line("BURDEN_CAP_CHANGED", "2026-03-12T10:00:00Z", { actor_seat_id: null });
  await line("CHAPTER_CLOSED", "2026-03-12T10:00:00Z", {
    organization_id: federation.foreignOrganizationId,
    actor_seat_id: null,
  });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

test("every action is of one kind", () => {
  const kindsOf = (action: string) =>
    AUDIT_KINDS.filter((kind) => {
      const { included, excluded } = actionsOf(kind);
      return (
        (included === null || new RegExp(included).test(action)) &&
        (excluded === null || !new RegExp(excluded).test(action))
      );
    });
  const told = {
    MEMBERS_EXPORTED: "READING",
    MEMBER_COPIED: "READING",
    BULK_READ: "READING",
    AUDIT_EXPORTED: "READING",
    MEMBER_ADDED: "MEMBERS",
    MEMBERS_MERGED: "MEMBERS",
    IMPORT_APPLIED: "MEMBERS",
    ATTENDANCE_BY_NAME: "MEMBERS",
    MEMBER_GOAL_CHANGED: "SETTINGS",
    SEAT_ENDED: "SEATS",
    INVITATION_RESENT: "SEATS",
    REGION_CLOSED: "UNITS",
    CHAPTER_MOVED: "UNITS",
    CRISIS_CONTACTS_CHANGED: "SETTINGS",
    CORE_SET_CHANGED: "SETTINGS",
    BOARD_MESSAGE_SENT: "WORK",
    ROLLED_OUT: "WORK",
    PILOT_CLOSED: "WORK",
    SOMETHING_NEW: "WORK",
  };
  for (const [action, kind] of Object.entries(told)) expect([action, ...kindsOf(action)]).toEqual([action, kind]);
});

describe("what is looked for", () => {
  test("by kind", async () => {
    const { admin, leader } = federation;
    expect(await find(admin, { kind: "UNITS" })).toEqual(["CHAPTER_MOVED"]);
    expect(await find(admin, { kind: "SEATS" })).toEqual(["SEAT_INVITED"]);
    expect(await find(admin, { kind: "SETTINGS" })).toEqual(["BURDEN_CAP_CHANGED"]);
    expect(await find(admin, { kind: "WORK" })).toEqual(["ROLLED_OUT"]);
    expect(await find(leader, { kind: "READING" })).toEqual(["MEMBERS_EXPORTED"]);
    expect(await find(leader, { kind: "MEMBERS" })).toEqual(["MEMBER_CHANGED"]);
  });

  test("never what may not be read: no chapter's members from above, no other chapter, no other organization", async () => {
    const { admin, leader } = federation;
    for (const kind of ["MEMBERS", "READING"]) expect(await find(admin, { kind })).toEqual([]);
    expect(await find(leader, { kind: "UNITS" })).toEqual([]);
    expect(await find(leader, { search: "omegn" })).toEqual([]);
    expect(await find(federation.foreignAdmin, { kind: "UNITS" })).toEqual(["CHAPTER_CLOSED"]);
  });

  test("by who did it, or which chapter", async () => {
    const { admin } = federation;
    expect(await find(admin, { search: "  ødegård " })).toEqual(["SEAT_INVITED"]);
    expect(await find(admin, { search: "ås OG" })).toEqual(["CHAPTER_MOVED"]);
    // no sign means anything: not a pattern, not SQL
    for (const search of ["%", "_", "' or true --", "(", "\\"]) expect(await find(admin, { search })).toEqual([]);
    expect(await server.code(admin, FIND, { filter: { search: "x".repeat(121) } })).toBe("BAD_REQUEST");
  });

  test("by days of Oslo", async () => {
    const { admin } = federation;
    expect(await find(admin, { from: "2026-03-10", to: "2026-03-10" })).toEqual(["SEAT_INVITED"]);
    expect(await find(admin, { to: "2026-03-09" })).toEqual(["CHAPTER_MOVED", "ROLLED_OUT"]);
    expect(await find(admin, { from: "2026-03-11" })).toEqual(["BURDEN_CAP_CHANGED"]);
    expect(await find(admin, { from: "2026-03-11", to: "2026-03-01" })).toEqual([]);
  });

  test("page by page, of what was looked for", async () => {
    const filter = { to: "2026-03-31" };
    const whole = await find(federation.admin, filter);
    const { auditTrail: first } = await server.ask<Found>(federation.admin, FIND, { filter, first: 2 });
    const rest = await find(federation.admin, filter, { after: first.pageInfo.endCursor });
    expect([...first.nodes.map(({ action }) => action), ...rest]).toEqual(whole);
    expect(whole).toHaveLength(4);
  });
});

describe("the file", () => {
  const noted = async () =>
    (await seed.client.query("select actor_seat_id, detail from app.audit where action = 'AUDIT_EXPORTED'")).rows;

  test("holds what may be read, in order, safe to open, and that it was taken out is written down once", async () => {
    const key = randomUUID();
    const filter = { to: "2026-03-31" };
    const { export: file } = await exported(key, filter);
    expect(file).toMatchObject({ lines: 4, complete: true });
    const rows = file!.csv.split("\r\n");
    expect(rows[0]).toBe("\uFEFFTidspunkt;Hvem;Handling;Gjelder;Navn;Lag;Fakta;Id;Linje");
    expect(rows[1]).toMatch(/^2026-03-12 11:00:00;Varde selv;BURDEN_CAP_CHANGED;/);
    expect(rows[2]).toMatch(/^2026-03-10 00:00:00;Åse Ødegård;SEAT_INVITED;/);
    expect(file!.csv).not.toMatch(/MEMBER|CHAPTER_CLOSED/);
    expect(await noted()).toEqual([{ actor_seat_id: federation.admin.seatId, detail: { lines: 4 } }]);
    expect((await exported(key, filter)).export).toEqual(file);
    expect(await noted()).toHaveLength(1);
    expect((await exported(key, { kind: "UNITS" })).problems).toEqual([{ code: "KEY_REUSED" }]);
    expect(await noted()).toHaveLength(1);
    const later = await exported(randomUUID(), { kind: "READING" });
    expect(later.export!.csv).toContain("AUDIT_EXPORTED");
  });

  test("runs nothing in a spreadsheet, whatever somebody is called", async () => {
    await seed.client.query(`update app.seat set holder_name = '=HYPERLINK("http://x")' where id = $1`, [
      federation.admin.seatId,
    ]);
    const { export: file } = await exported(randomUUID(), { kind: "WORK" });
    expect(file!.csv).toContain(`;"'=HYPERLINK(""http://x"")";ROLLED_OUT;`);
  });

  test("is for the organization's administrators", async () => {
    const input = { key: randomUUID() };
    for (const seat of [federation.leader, federation.board, federation.coordinator, federation.editor])
      expect(await server.code(seat, EXPORT, { input })).toBe("FORBIDDEN");
    expect(await server.code(null, EXPORT, { input })).toBe("UNAUTHENTICATED");
  });

  test("says when it is cut", async () => {
    await seed.client.query(
      `insert into app.audit (organization_id, action, subject_type, at) select $1, 'REGION_RENAMED', 'Region', '2025-01-01' from generate_series(1, 10001)`,
      [federation.organizationId],
    );
    const { export: file } = await exported(randomUUID(), { to: "2025-12-31" });
    expect(file).toMatchObject({ lines: 10_000, complete: false });
    expect(file!.csv).toMatch(/Velg et kortere tidsrom[^\n]*\r\n$/);
  });
});
