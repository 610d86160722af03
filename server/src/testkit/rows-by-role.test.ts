import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashSecret } from "../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../kernel/db/roles.js";
import { testDatabase } from "./database.js";
import type { TestDatabase } from "./database.js";
import { openSeed } from "./seed.js";
import type { Seed, SeatRole, SeededSeat } from "./seed.js";

// What each role sees and changes in each table, by a model made from the grants and never from what the database said last time.

type Chapter = { id: string; organization: number; region: number };
type Caller = SeededSeat & { role: SeatRole; organization: number; region: number | null };

let database: TestDatabase, seed: Seed, client: pg.Client;
const chapters: Chapter[] = [];
const callers: Caller[] = [];

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  for (const organization of [0, 1]) {
    const organizationId = await seed.organization();
    const template = crypto.randomUUID();
    const version = crypto.randomUUID();
    await seed.rows("touchpoint_template", { organization_id: organizationId, id: template, key: "t" });
    await seed.rows("template_version", {
      organization_id: organizationId,
      id: version,
      template_id: template,
      state: "PUBLISHED",
      published_at: new Date(),
      about_member: false,
      definition: { reportFields: [], trigger: { kind: "MANUAL" }, schedule: {} },
    });
    for (const region of [0, 1]) {
      const regionId = await seed.region(organizationId);
      for (let i = 0; i < 2; i++) {
        const id = await seed.chapter(organizationId, regionId);
        chapters.push({ id, organization, region });
        const tenant = { organization_id: organizationId, chapter_id: id };
        const member = crypto.randomUUID();
        await seed.rows("member", {
          ...tenant,
          id: member,
          first_name: "A",
          joined_on: "2026-01-01",
          joined_chapter_on: "2026-01-01",
        });
        await seed.rows("member_fee", { ...tenant, member_id: member, year: 2026 });
        const meeting = crypto.randomUUID();
        const held = { held_on: "2026-01-01" };
        await seed.rows("meeting", { ...tenant, id: meeting, kind: "GATHERING", ...held });
        await seed.rows("attendance", { ...tenant, meeting_id: meeting, member_id: member, ...held });
        const answer = { meeting_id: meeting, token_hash: Buffer.alloc(32), answer: "YES", persons: 1 };
        await seed.rows("rsvp", { ...tenant, id: crypto.randomUUID(), ...answer });
        const touchpoint = {
          ...tenant,
          template_id: template,
          version_id: version,
          major: 1,
          opens_on: "2026-01-01",
          due_on: "2026-01-02",
          miss_on: "2026-01-03",
          first_due_on: "2026-01-02",
        };
        const dutyOf = crypto.randomUUID();
        await seed.rows("touchpoint", { ...touchpoint, id: dutyOf, about_member: false, occurrence: "a" });
        const aboutMember = crypto.randomUUID();
        await seed.rows("touchpoint", {
          ...touchpoint,
          id: aboutMember,
          about_member: true,
          member_id: member,
          occurrence: "b",
        });
        for (const role of ["CHAPTER_LEADER", "CHAPTER_BOARD", "MENTOR"] as const) {
          callers.push({ ...(await seed.seat(organizationId, role, { chapterId: id })), role, organization, region });
        }
        const seat = callers.find((caller) => caller.chapterId === id)!.seatId;
        const request = { ...tenant, template_id: template, version_id: version, kind: "WAIVER", asked_by: seat };
        for (const [touchpoint_id, about_member, reason] of [
          [dutyOf, false, "NOT_FOR_US"],
          [aboutMember, true, "TWICE"],
        ])
          await seed.rows("touchpoint_request", {
            ...request,
            id: crypto.randomUUID(),
            touchpoint_id,
            about_member,
            reason,
          });
        await seed.rows("touchpoint_part", { ...tenant, touchpoint_id: dutyOf, seat_id: seat });
        const outreach = { id: crypto.randomUUID(), meeting_id: meeting, language: "nb", subject: "A", body: "B" };
        await seed.rows("outreach", { ...tenant, ...outreach, sent_by: seat });
        await seed.rows("outreach_mail", { ...tenant, outreach_id: outreach.id, member_id: member });
        const own = { ...tenant, template_id: template, version_id: version, content: {} };
        const talk = { ...tenant, touchpoint_id: dutyOf };
        await seed.rows("touchpoint_comment", { ...talk, id: crypto.randomUUID(), written_by: seat, text: "Hei" });
        await seed.rows("touchpoint_presence", { ...talk, seat_id: seat, until: new Date(Date.now() + 60_000) });
        await seed.rows("overlay", { ...own, id: crypto.randomUUID(), updated_by: seat });
        await seed.rows("proposal", { ...own, id: crypto.randomUUID(), proposed_by: seat });
        await seed.rows("import", { ...tenant, id: crypto.randomUUID(), fee_year: 2026, created_by: seat });
      }
      callers.push({
        ...(await seed.seat(organizationId, "REGION_COORDINATOR", { regionId })),
        role: "REGION_COORDINATOR",
        organization,
        region,
      });
    }
    for (const role of ["NATIONAL_ADMIN", "NATIONAL_EDITOR"] as const) {
      callers.push({ ...(await seed.seat(organizationId, role)), role, organization, region: null });
    }
  }
  const roles = roleNames(database.rolePrefix);
  client = new pg.Client({ connectionString: roleUrl(database.adminUrl, database.secret, roles.app) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await seed.close();
  await database.drop();
});

function reach(caller: Caller): Chapter[] {
  if (caller.chapterId) return chapters.filter((c) => c.id === caller.chapterId);
  return chapters.filter(
    (c) => c.organization === caller.organization && (caller.region === null || c.region === caller.region),
  );
}

const isNational = (caller: Caller) => caller.role === "NATIONAL_ADMIN" || caller.role === "NATIONAL_EDITOR";
const isBoard = (caller: Caller) => caller.role === "CHAPTER_LEADER" || caller.role === "CHAPTER_BOARD";

/** rows per chapter in reach that the rights table lets the caller see */
const SEEN: Record<string, (caller: Caller) => number> = {
  member: (c) => (isBoard(c) ? 1 : 0),
  member_fee: (c) => (isBoard(c) ? 1 : 0),
  meeting: () => 1,
  attendance: (c) => (isBoard(c) ? 1 : 0),
  rsvp: (c) => (isBoard(c) ? 1 : 0),
  outreach: (c) => (isBoard(c) ? 1 : 0),
  outreach_mail: (c) => (isBoard(c) ? 1 : 0),
  touchpoint: (c) => (isBoard(c) ? 2 : 1),
  // whoever looks after chapters reads those about duties; a mentor neither
  touchpoint_request: (c) => (isBoard(c) ? 2 : c.role === "MENTOR" ? 0 : 1),
  touchpoint_part: (c) => (isBoard(c) ? 1 : 0),
  standing_unclosed: (c) => (isBoard(c) ? 2 : 1),
  touchpoint_comment: (c) => (isBoard(c) ? 1 : 0),
  touchpoint_presence: (c) => (isBoard(c) ? 1 : 0),
  overlay: (c) => (isBoard(c) ? 1 : 0),
  proposal: (c) => (isBoard(c) || isNational(c) ? 1 : 0),
  import: (c) => (isBoard(c) ? 1 : 0),
};
const TABLES = Object.keys(SEEN);
/** what an update of everything in sight may touch, per chapter in reach */
const CHANGED: Record<string, { set: string; rows: (caller: Caller) => number }> = {
  import: { set: "rev = rev", rows: (c) => (isBoard(c) ? 1 : 0) },
  member: { set: "rev = rev", rows: (c) => (isBoard(c) ? 1 : 0) },
  member_fee: { set: "paid_on = paid_on", rows: (c) => (isBoard(c) ? 1 : 0) },
  meeting: { set: "rev = rev", rows: (c) => (isBoard(c) ? 1 : 0) },
  attendance: { set: "held_on = held_on", rows: (c) => (isBoard(c) ? 1 : 0) },
  touchpoint: { set: "rev = rev", rows: (c) => (isBoard(c) ? 2 : 0) },
  touchpoint_request: { set: "state = 'WITHDRAWN', withdrawn_at = now()", rows: (c) => (isBoard(c) ? 2 : 0) },
  overlay: { set: "updated_by = authz.seat_id()", rows: (c) => (isBoard(c) ? 1 : 0) },
  proposal: { set: "rev = rev", rows: (c) => (isBoard(c) || isNational(c) ? 1 : 0) },
};

async function inSession<T>(caller: Caller, act: () => Promise<T>): Promise<T> {
  await client.query(`begin; set local app.session = '${hashSecret(caller.secret).toString("hex")}'`);
  try {
    return await act();
  } finally {
    await client.query("rollback");
  }
}

test("every role sees and changes what the rights table says, in any order of askers", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 5, maxLength: 20 }), async (asks) => {
      for (const [who, what] of asks) {
        const caller = callers[who % callers.length]!;
        const units = new Set(reach(caller).map((c) => c.id));
        const table = TABLES[what % TABLES.length]!;
        const seen = await inSession(caller, () =>
          client.query<{ chapter_id: string }>(`select chapter_id from app.${table}`),
        );
        expect(seen.rows.filter((row) => !units.has(row.chapter_id))).toEqual([]);
        expect([caller.role, table, seen.rowCount]).toEqual([caller.role, table, units.size * SEEN[table]!(caller)]);
        const change = CHANGED[table];
        if (!change) continue;
        const changed = await inSession(caller, () => client.query(`update app.${table} set ${change.set}`));
        expect([caller.role, table, changed.rowCount]).toEqual([caller.role, table, units.size * change.rows(caller)]);
      }
    }),
    { numRuns: 40 },
  );
});

test("nobody writes into a foreign chapter, and the tenant of a row cannot be changed", async () => {
  const caller = callers.find((c) => c.role === "CHAPTER_LEADER")!;
  const foreign = chapters.find((c) => c.id !== caller.chapterId)!;
  const meeting =
    "insert into app.meeting (organization_id, chapter_id, id, kind, held_on) values ($1, $2, gen_random_uuid(), 'GATHERING', '2026-01-01')";
  await expect(inSession(caller, () => client.query(meeting, [caller.organizationId, foreign.id]))).rejects.toThrow(
    "row-level security",
  );
  await expect(
    inSession(caller, () => client.query("update app.meeting set chapter_id = $1", [foreign.id])),
  ).rejects.toThrow("permission denied");
});
