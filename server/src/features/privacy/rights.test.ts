import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { eraseAgain, erasureLedger } from "./cli.js";
import { classOf, isKept } from "./personal-columns.js";
import { canaryMember, canaryOf, everything, welcomeTemplate } from "./privacy.testing.js";

let database: TestDatabase, seed: Seed, server: TestServer, federation: Federation;
let template: Awaited<ReturnType<typeof welcomeTemplate>>;
const [mine, other] = [canaryOf("wxwxw"), canaryOf("zyzyz")];
const MINE = /wxwxw/;
const DAYS = /1987|2025-03-17|2025-04-19|2025-05-05|2031-07|9876/;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  template = await welcomeTemplate(seed, federation.organizationId);
});
const MEMBERS_TABLES = [
  "member_move",
  "member_merge",
  "trigger_skip",
  "attendance",
  "touchpoint",
  "member_fee",
  "member",
];
beforeEach(async () => {
  for (const table of [...MEMBERS_TABLES, "meeting", "grant_record", "erasure_ledger", "audit", "idempotency"])
    await seed.client.query(`delete from app.${table}`);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const member = (canary = mine, chapter = federation.chapters.own) =>
  canaryMember(seed, federation, template, chapter, canary);

const COPY = `mutation ($input: CopyMemberInput!) { copyMember(input: $input) { copy { fileName json pdf } problems { code } } }`;
const ERASE = `mutation ($input: EraseMemberInput!) { eraseMember(input: $input) { erasure { touchpoints attendances grantRecords } problems { code message } } }`;
type Copied = {
  copyMember: { copy: { fileName: string; json: string; pdf: string } | null; problems: { code: string }[] };
};
type Erased = {
  eraseMember: {
    erasure: { touchpoints: number; attendances: number; grantRecords: number } | null;
    problems: { code: string }[];
  };
};

const copyOf = (seat: SeededSeat, memberId: string, language = "nb") =>
  server.run<Copied>(seat, COPY, { input: { key: uuidv7(), memberId, reason: "MEMBER_ASKED" } }, language);
const erase = (seat: SeededSeat, id: string, rev = 1, key = uuidv7()) =>
  server.run<Erased>(seat, ERASE, { input: { key, id, rev, reason: "MEMBER_ASKED" } });

const sums = async () =>
  JSON.stringify([
    (await seed.client.query("select * from app.standing where month < '2099-01-01' order by 2, 3, 4, 5, 6, 7")).rows,
    (await seed.client.query("select * from app.answer_sum order by 2, 3, 4, 5, 6, 7, 8, 9")).rows,
    (await seed.client.query("select attendance from app.meeting order by id")).rows,
  ]);

describe("a copy of everything about a member", () => {
  test("holds what is stored of them, opened, in every table, and nothing of anybody else", async () => {
    const own = await member();
    await member(other);
    const answer = await copyOf(federation.leader, own.id);
    const { json, pdf, fileName } = answer.data!.copyMember.copy!;
    for (const value of [
      mine.first,
      mine.last,
      mine.email,
      mine.mobile,
      mine.number,
      mine.text,
      ...Object.values(mine.guardian),
    ])
      expect(json).toContain(value);
    for (const value of [
      "1987-06-05",
      "9876",
      "2025-03-17",
      "2025-04-19",
      "2031-07-23",
      "2031-07-24",
      "2031-07-25",
      "2025-05-05",
    ])
      expect(json).toContain(value);
    expect(json).toContain("Velkomstsamtale");
    expect(json).not.toContain("zyzyz");
    expect(json).not.toContain(federation.leader.seatId);
    expect(Object.keys((JSON.parse(json) as { records: object }).records).sort()).toEqual(
      ["attendance", "audit", "member", "member_fee", "member_move", "touchpoint", "trigger_skip"].sort(),
    );
    expect(fileName).not.toMatch(MINE);
    expect(Buffer.from(pdf, "base64").subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("is a look-up that stands in the trail with its reason and no name, once for its key", async () => {
    const own = await member();
    const input = { key: uuidv7(), memberId: own.id, reason: "GUARDIAN_ASKED" };
    await Promise.all([server.run(federation.leader, COPY, { input }), server.run(federation.leader, COPY, { input })]);
    const { rows } = await seed.client.query(`select action, detail from app.audit where subject_id = $1`, [own.id]);
    expect(rows).toEqual([{ action: "MEMBER_COPIED", detail: { reason: "GUARDIAN_ASKED" } }]);
    const kept = await seed.client.query(`select to_jsonb(i)::text as row from app.idempotency i`);
    expect(kept.rows.filter(({ row }) => MINE.test(row as string))).toEqual([]);
  });

  test("is read by its leader in three languages", async () => {
    const own = await member();
    for (const language of ["nb", "nn", "en"]) {
      const answer = await copyOf(federation.leader, own.id, language);
      expect(Buffer.from(answer.data!.copyMember.copy!.pdf, "base64").length).toBeGreaterThan(5000);
    }
  });

  test("is given to no one else", async () => {
    const own = await member();
    const codes = async (seat: SeededSeat) => (await copyOf(seat, own.id)).errors?.[0]?.extensions.code;
    const { board, mentor, coordinator, editor, admin, siblingLeader, foreignLeader, foreignAdmin, expired } =
      federation;
    for (const seat of [board, mentor, coordinator, editor, admin, foreignAdmin, expired])
      expect(await codes(seat)).toBe("FORBIDDEN");
    for (const seat of [siblingLeader, foreignLeader]) expect(await codes(seat)).toBe("NOT_FOUND");
    for (const id of ["x", uuidv7()])
      expect((await copyOf(federation.leader, id)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });
});

describe("erasing a member", () => {
  test("leaves nothing of them in any column, but the locked record, and every sum as it was", async () => {
    const own = await member();
    const before = await sums();
    const done = await erase(federation.leader, own.id);
    expect(done.data!.eraseMember).toEqual({
      erasure: { touchpoints: 2, attendances: 1, grantRecords: 1 },
      problems: [],
    });
    // what was waiting is cancelled: the one number that changes, in the month it was due
    const cancelled = await seed.client.query(`select cancelled_because from app.touchpoint where id = $1`, [own.open]);
    expect(cancelled.rows).toEqual([{ cancelled_because: "MEMBER_LEFT" }]);
    expect(await sums()).toBe(before);
    const rest = (await everything(seed)).filter(({ row }) => MINE.test(row) || row.includes(own.id));
    expect([...new Set(rest.map(({ table }) => table))].sort()).toEqual(
      ["audit", "erasure_ledger", "grant_record", "idempotency", "member"].sort(),
    );
    expect(rest.filter(({ table, row }) => table !== "grant_record" && (MINE.test(row) || DAYS.test(row)))).toEqual([]);
    const sealed = await seed.client.query(
      `select 1 from app.member where id = $1 and num_nonnulls(email_ct, email_bidx, mobile_ct, mobile_bidx, guardian_ct, guardian_bidx) > 0`,
      [own.id],
    );
    expect(sealed.rowCount).toBe(0);
    const linked = await seed.client.query(`select 1 from app.touchpoint where member_id is not null`);
    expect(linked.rowCount).toBe(0);
    const days = (await everything(seed)).filter(({ table }) => table === "touchpoint");
    expect(days.filter(({ row }) => /2031-07|tekst/.test(row))).toEqual([]);
  });

  test("empties every column of the register that the registry does not say is kept", async () => {
    const own = await member();
    await erase(federation.leader, own.id);
    const { rows } = await seed.client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(m) as row from app.member m where id = $1`,
      [own.id],
    );
    const left = Object.entries(rows[0]!.row).filter(
      ([column, value]) =>
        ["member", "sealed"].includes(classOf("member", column) ?? "") && !isKept("member", column) && value !== null,
    );
    expect(Object.fromEntries(left)).toEqual({
      first_name: "Tidligere medlem",
      last_name: "",
      name_key: "tidligere medlem ",
      name_2: "medlem",
      name_3: "",
      name_4: "",
      name_5: "",
      contact_preference: "NEVER",
    });
  });

  test("is refused when the member was changed meanwhile, or is erased already, and done once for its key", async () => {
    const own = await member();
    expect((await erase(federation.leader, own.id, 7)).data!.eraseMember).toMatchObject({
      erasure: null,
      problems: [{ code: "CONFLICT" }],
    });
    const key = uuidv7();
    const twice = await Promise.all([
      erase(federation.leader, own.id, 1, key),
      erase(federation.leader, own.id, 1, key),
    ]);
    for (const answer of twice) expect(answer.data!.eraseMember.problems).toEqual([]);
    expect((await erase(federation.leader, own.id, 2)).data!.eraseMember.problems[0]?.code).toBe("LOCKED");
    const lines = await seed.client.query(`select 1 from app.erasure_ledger where member_id = $1`, [own.id]);
    expect(lines.rowCount).toBe(1);
  });

  test("reaches no member of another chapter, not even one with the same id", async () => {
    const own = await member();
    const twin = await canaryMember(seed, federation, template, federation.chapters.sibling, canaryOf("mnmnm"));
    for (const table of MEMBERS_TABLES.slice(0, -1))
      await seed.client.query(`delete from app.${table} where chapter_id = $1`, [federation.chapters.sibling]);
    await seed.client.query(`update app.member set id = $1 where id = $2`, [own.id, twin.id]);
    await erase(federation.leader, own.id);
    const { rows } = await seed.client.query(`select first_name from app.member where id = $1 and chapter_id = $2`, [
      own.id,
      federation.chapters.sibling,
    ]);
    expect(rows).toEqual([{ first_name: "Kanarimnmnm" }]);
    const target = await member(canaryOf("ghghg"));
    const codes = async (seat: SeededSeat) => (await erase(seat, target.id)).errors?.[0]?.extensions.code;
    for (const seat of [federation.board, federation.admin, federation.coordinator, federation.mentor])
      expect(await codes(seat)).toBe("FORBIDDEN");
    for (const seat of [federation.siblingLeader, federation.foreignLeader])
      expect(await codes(seat)).toBe("NOT_FOUND");
  });

  test("takes along what was merged into the member and the row they moved from", async () => {
    const [own, merged] = [await member(canaryOf("ququq")), await member(canaryOf("ququr"))];
    await seed.rows("member_merge", {
      organization_id: federation.organizationId,
      chapter_id: federation.chapters.own,
      id: uuidv7(),
      kept_member_id: own.id,
      merged_member_id: merged.id,
      held: { note: "ququq" },
      merged_by: federation.leader.seatId,
    });
    await seed.client.query(`update app.member set left_on = '2026-01-01', end_reason = 'MERGED' where id = $1`, [
      merged.id,
    ]);
    const from = { organization_id: federation.organizationId, chapter_id: federation.chapters.sibling };
    await seed.rows("member", {
      ...from,
      id: own.id,
      first_name: "Kanariququs",
      joined_on: "2025-03-17",
      joined_chapter_on: "2025-03-17",
      left_on: "2025-04-19",
      end_reason: "MOVED",
      moved_to_chapter_id: federation.chapters.own,
    });
    await erase(federation.leader, own.id);
    const rest = (await everything(seed)).filter(({ table, row }) => table !== "grant_record" && /ququ/.test(row));
    expect(rest).toEqual([]);
  });
});

describe("a restored backup", () => {
  test("is erased again by the ledger, which names nobody, and as often as one likes", async () => {
    const own = await member(canaryOf("vyvyv"));
    await erase(federation.leader, own.id);
    const ledger = await erasureLedger(server.env);
    expect(ledger.join("\n")).not.toMatch(/vyvyv|Kanari/);
    const lineOf = ledger.filter((line) => line.includes(own.id));
    expect(lineOf).toHaveLength(1);
    // the backup is from before: the member is there, the ledger's line is not
    await seed.client.query(`delete from app.erasure_ledger where member_id = $1`, [own.id]);
    await seed.client.query(
      `update app.member set first_name = 'Kanarivyvyv', birth_year = 1987, left_on = null, end_reason = null, contacts_emptied_on = null where id = $1`,
      [own.id],
    );
    for (let i = 0; i < 2; i++) await eraseAgain(server.env, [...ledger, ""]);
    const rest = (await everything(seed)).filter(({ table, row }) => table !== "grant_record" && row.includes("vyvyv"));
    expect(rest).toEqual([]);
    expect(await erasureLedger(server.env)).toEqual(ledger);
    await expect(eraseAgain(server.env, ["Kari Nordmann"])).rejects.toThrow("line 1 of the ledger is not one of ours");
  });
});
