import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../cli/main.js";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { roleNames } from "../../kernel/db/roles.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { hashOfLink, sha256 } from "./chain.js";
import type { Fault, Head } from "./chain.js";
import { headsNow, verifyAudit } from "./cli.js";
import { AUDIT_JOBS } from "./jobs.js";
import { sealAudit } from "./seal.js";

let database: TestDatabase, seed: Seed, federation: Federation, job: Door, folder: string;
const TABLES = ["audit", "audit_seal", "audit_waiting"];
const LINES = 9;

const line = async (action: string, over: Record<string, unknown> = {}) =>
  seed.rows("audit", { organization_id: federation.organizationId, action, subject_type: "Seat", ...over });
const env = () => ({ databaseUrl: database.adminUrl, rolePrefix: database.rolePrefix });
const verdict = async (kept: readonly Head[] = [], organization = federation.organizationId) =>
  (await verifyAudit(env(), kept)).find((found) => found.organization === organization)!;
const fault = async (kept: readonly Head[] = []): Promise<Fault | null> => (await verdict(kept)).fault;
const head = async () => (await headsNow(env())).find((found) => found.organization === federation.organizationId)!;
const numbers = async (sql: string) => (await seed.client.query<{ n: number }>(sql)).rows.map(({ n }) => Number(n));

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 4 });
  folder = await mkdtemp(join(tmpdir(), "varde-heads-"));
  // of one transaction, so of one instant: what is told apart is not told apart by when
  await seed.client.query("begin");
  for (let n = 0; n < LINES; n++) {
    const detail = n === 0 ? {} : { chapters: n, note: 'æ "|" 😀', share: 0.5, none: null };
    await line("ROLLED_OUT", { detail, chapter_id: n % 2 ? federation.chapters.own : null, subject_id: randomUUID() });
  }
  await line("REGION_CREATED", { organization_id: federation.foreignOrganizationId });
  await seed.client.query("commit");
  expect(await sealAudit({ job })).toBe(LINES + 1);
  for (const table of TABLES) await seed.client.query(`create temp table kept_${table} as table app.${table}`);
});
afterEach(async () => {
  await seed.client.query("rollback");
  for (const table of TABLES) {
    await seed.client.query(`delete from app.${table}`);
    await seed.client.query(`insert into app.${table} overriding system value table kept_${table}`);
  }
  // written by the insert just now
  await seed.client.query("delete from app.audit_waiting");
});
afterAll(async () => {
  await job.close();
  await rm(folder, { recursive: true });
  await seed.close();
  await database.drop();
});

describe("sealing", () => {
  test("makes one chain an organization, and it holds against its head", async () => {
    const kept = await head();
    expect(kept).toMatchObject({ seq: LINES, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await verdict([kept])).toMatchObject({ sealed: LINES, waiting: 0, fault: null });
    expect(await verdict([], federation.foreignOrganizationId)).toMatchObject({ sealed: 1, fault: null });
    expect(await sealAudit({ job })).toBe(0);
  });

  test("says what is written and not sealed yet, and seals it", async () => {
    await line("SEAT_ENDED");
    expect(await verdict()).toMatchObject({ sealed: LINES, waiting: 1, fault: null });
    expect(await sealAudit({ job })).toBe(1);
    expect(await verdict()).toMatchObject({ sealed: LINES + 1, waiting: 0, fault: null });
  });

  test("seals a line that was committed after later ones were sealed, once", async () => {
    const late = new pg.Client({ connectionString: database.adminUrl });
    await late.connect();
    try {
      await late.query("begin");
      const { rows } = await late.query<{ id: number }>(
        "insert into app.audit (organization_id, action, subject_type) values ($1, 'SEAT_ENDED', 'Seat') returning id::int as id",
        [federation.organizationId],
      );
      await line("CHAPTER_CLOSED");
      expect(await sealAudit({ job })).toBe(1);
      await late.query("commit");
      expect(await sealAudit({ job })).toBe(1);
      const sealed = await numbers("select audit_id as n from app.audit_seal order by sealed_at, seq");
      expect(sealed.at(-1)).toBe(rows[0]!.id);
      expect(sealed.at(-2)).toBeGreaterThan(rows[0]!.id);
      expect(await sealAudit({ job })).toBe(0);
      expect(await fault()).toBeNull();
    } finally {
      await late.end();
    }
  });

  test("leaves what was rolled back, and with many at once seals all and none twice", async () => {
    await seed.client.query("begin");
    await line("NEVER_WAS");
    await seed.client.query("rollback");
    const writers = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const client = new pg.Client({ connectionString: database.adminUrl });
        await client.connect();
        return client;
      }),
    );
    const write = async (client: pg.Client) => {
      for (let n = 0; n < 10; n++) {
        await client.query("begin");
        await client.query(
          "insert into app.audit (organization_id, action, subject_type) select $1, 'SEAT_ENDED', 'Seat' from generate_series(1, 3)",
          [federation.organizationId],
        );
        await client.query("commit");
      }
    };
    const sealing = async () => {
      let sum = 0;
      for (let n = 0; n < 6; n++) sum += await sealAudit({ job });
      return sum;
    };
    try {
      const [a, b] = await Promise.all([sealing(), sealing(), ...writers.map(write)]);
      const rest = await sealAudit({ job });
      expect(a + b + rest).toBe(120);
      expect(await verdict()).toMatchObject({ sealed: LINES + 120, waiting: 0, fault: null });
    } finally {
      await Promise.all(writers.map((client) => client.end()));
    }
  });

  test("still holds when a person is emptied everywhere else", async () => {
    const member = randomUUID();
    const own = { organization_id: federation.organizationId, chapter_id: federation.chapters.own };
    await seed.rows("member", {
      ...own,
      id: member,
      first_name: "A",
      joined_on: "2026-01-01",
      joined_chapter_on: "2026-01-01",
    });
    await line("MEMBER_CHANGED", { ...own, subject_type: "Member", subject_id: member });
    await sealAudit({ job });
    const erased = {
      organization_id: own.organization_id,
      id: randomUUID(),
      chapter_id: own.chapter_id,
      member_id: member,
    };
    await seed.client.query("begin");
    await seed.client.query(`set local role ${roleNames(database.rolePrefix).owner}`);
    const { rows } = await seed.client.query("select authz.re_erase($1::jsonb) as done", [
      JSON.stringify({ ...erased, reason: "MEMBER_ASKED", erased_at: new Date() }),
    ]);
    await seed.client.query("commit");
    expect(rows).toEqual([{ done: true }]);
    expect(await fault([await head()])).toBeNull();
    for (const table of ["erasure_ledger", "member"]) await seed.client.query(`delete from app.${table}`);
  });

  test("tells the head to the log every morning", async () => {
    const told: unknown[] = [];
    const log = { info: (fields: unknown, message: string) => told.push([message, fields]) };
    const daily = AUDIT_JOBS.find(({ task }) => task === "tellAuditHeads")!;
    await daily.run({}, { job, log } as unknown as JobContext);
    expect(told).toContainEqual(["audit head", await head()]);
  });
});

/** Makes the whole chain anew over what lies in the tables now, as one who owns the database could. */
async function forge() {
  const { rows } = await seed.client.query<{ seq: number; audit_id: number; at: string; line: string }>(
    `select seq::int, audit_id::int, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, authz.audit_line(a) as line
       from app.audit_seal s join app.audit a on a.organization_id = s.organization_id and a.id = s.audit_id
      where s.organization_id = $1 order by seq`,
    [federation.organizationId],
  );
  let before = "0".repeat(64);
  for (const { seq, audit_id: auditId, at: sealedAt, line: text } of rows) {
    const rowHash = sha256(text);
    before = hashOfLink(before, { seq, auditId, sealedAt, rowHash });
    await seed.client.query(
      "update app.audit_seal set row_hash = decode($3, 'hex'), hash = decode($4, 'hex') where organization_id = $1 and seq = $2",
      [federation.organizationId, seq, rowHash, before],
    );
  }
}

describe("whoever owns the database is found out", () => {
  const at = (seq: number) => `(select audit_id from app.audit_seal where organization_id = $1 and seq = ${seq})`;
  const mine = "organization_id = $1";
  const planted: [what: string, sql: string, found: Partial<Fault>][] = [
    [
      "a fact changed",
      `update app.audit set detail = '{"chapters": 99}' where ${mine} and id = ${at(4)}`,
      { kind: "CHANGED", seq: 4 },
    ],
    [
      "who did it changed",
      `update app.audit set actor_seat_id = gen_random_uuid() where ${mine} and id = ${at(4)}`,
      { kind: "CHANGED", seq: 4 },
    ],
    [
      "when it was changed by a microsecond",
      `update app.audit set at = at + interval '1 microsecond' where ${mine} and id = ${at(2)}`,
      { kind: "CHANGED", seq: 2 },
    ],
    [
      "given to another chapter",
      `update app.audit set chapter_id = null where ${mine} and id = ${at(2)}`,
      { kind: "CHANGED", seq: 2 },
    ],
    ["a line removed", `delete from app.audit where ${mine} and id = ${at(5)}`, { kind: "REMOVED", seq: 5 }],
    [
      "the first lines removed with their links",
      `with s as (delete from app.audit_seal where ${mine} and seq <= 2 returning audit_id) delete from app.audit a using s where ${mine} and a.id = s.audit_id`,
      { kind: "REMOVED", seq: 1, auditId: null },
    ],
    [
      "a line removed with its link",
      `with s as (delete from app.audit_seal where ${mine} and seq = 5 returning audit_id) delete from app.audit a using s where ${mine} and a.id = s.audit_id`,
      { kind: "REMOVED", seq: 5, auditId: null },
    ],
    [
      "a line and its link removed, and the rest moved up",
      `with s as (delete from app.audit_seal where ${mine} and seq = 9 returning audit_id) delete from app.audit a using s where ${mine} and a.id = s.audit_id; update app.audit_seal set seq = 9 where ${mine} and seq = 8; update app.audit_seal set seq = 8 where ${mine} and seq = 9`,
      { kind: "TRUNCATED", seq: 9 },
    ],
    [
      "two lines that changed places",
      `update app.audit a set detail = b.detail, subject_id = b.subject_id, chapter_id = b.chapter_id from app.audit b where a.organization_id = $1 and b.organization_id = $1 and ((a.id = ${at(3)} and b.id = ${at(6)}) or (a.id = ${at(6)} and b.id = ${at(3)}))`,
      { kind: "CHANGED", seq: 3 },
    ],
    [
      "two links that changed places",
      `update app.audit_seal set seq = 103 where ${mine} and seq = 3; update app.audit_seal set seq = 3 where ${mine} and seq = 6; update app.audit_seal set seq = 6 where ${mine} and seq = 103`,
      { kind: "REORDERED", seq: 3 },
    ],
    [
      "a link changed",
      `update app.audit_seal set sealed_at = sealed_at - interval '1 day' where ${mine} and seq = 7`,
      { kind: "BROKEN", seq: 7 },
    ],
    [
      "a line and its hash changed",
      `update app.audit set action = 'OTHER' where ${mine} and id = ${at(7)}; update app.audit_seal s set row_hash = sha256(convert_to(authz.audit_line(a), 'UTF8')) from app.audit a where s.${mine} and s.seq = 7 and a.organization_id = s.organization_id and a.id = s.audit_id`,
      { kind: "BROKEN", seq: 7 },
    ],
    [
      "the tail cut off",
      `with s as (delete from app.audit_seal where ${mine} and seq > 6 returning audit_id) delete from app.audit a using s where ${mine} and a.id = s.audit_id`,
      { kind: "TRUNCATED", seq: 7 },
    ],
    [
      "all of it removed",
      `delete from app.audit_seal where ${mine}; delete from app.audit where ${mine}`,
      { kind: "TRUNCATED", seq: 1 },
    ],
  ];
  test.each(planted)("%s", async (_what, sql, found) => {
    const kept = await head();
    for (const statement of sql.split("; "))
      await seed.client.query(statement.replaceAll("$1", `'${federation.organizationId}'`));
    expect(await fault([kept])).toMatchObject(found);
    expect(await verdict([], federation.foreignOrganizationId)).toMatchObject({ fault: null });
  });

  test("a line put in past the triggers", async () => {
    await seed.client.query("set session_replication_role = replica");
    await line("SEAT_ENDED");
    await seed.client.query("set session_replication_role = origin");
    expect(await fault()).toMatchObject({ kind: "INSERTED" });
    // nor does sealing swallow it
    expect(await sealAudit({ job })).toBe(0);
    expect(await fault()).toMatchObject({ kind: "INSERTED" });
  });

  test("a line removed before it was sealed", async () => {
    await line("SEAT_ENDED");
    await seed.client.query("delete from app.audit where action = 'SEAT_ENDED'");
    expect(await fault()).toMatchObject({ kind: "REMOVED", seq: null });
    await sealAudit({ job });
    expect(await fault()).toMatchObject({ kind: "REMOVED", seq: null });
  });

  test("a chain made anew holds by itself, and not against a head that was kept", async () => {
    const kept = await head();
    await seed.client.query(`update app.audit set detail = '{}' where organization_id = $1 and id = ${at(4)}`, [
      federation.organizationId,
    ]);
    await forge();
    expect(await fault()).toBeNull();
    expect(await fault([kept])).toMatchObject({ kind: "REWRITTEN", seq: LINES });
  });

  test("sealing goes on behind a cut, and the kept head still tells", async () => {
    const kept = await head();
    await seed.client.query("delete from app.audit_seal where organization_id = $1 and seq = 9", [
      federation.organizationId,
    ]);
    await seed.client.query(
      "delete from app.audit a where not exists (select 1 from app.audit_seal s where s.audit_id = a.id)",
    );
    await line("SEAT_ENDED");
    await sealAudit({ job });
    expect(await fault()).toBeNull();
    expect(await fault([kept])).toMatchObject({ kind: "REWRITTEN", seq: 9 });
  });
});

test.each(["owner", "authz", "bulk", "app", "auth", "job"] as const)(
  "no sealed thing yields to the role %s",
  async (name) => {
    const role = roleNames(database.rolePrefix)[name];
    const changes = ["audit", "audit_seal"].flatMap((table) => [
      `delete from app.${table}`,
      `truncate app.${table}`,
      `update app.${table} set organization_id = organization_id`,
    ]);
    for (const sql of changes) {
      await seed.client.query("begin");
      await seed.client.query(`set local role ${role}`);
      await expect(seed.client.query(sql), sql).rejects.toMatchObject({ code: "42501" });
      await seed.client.query("rollback");
    }
    if (name === "bulk") return;
    const forged = `insert into app.audit_seal (organization_id, seq, audit_id, sealed_at, row_hash, hash)
    values ($1, 100, 100, now(), sha256('a'), sha256('b'))`;
    await seed.client.query("begin");
    await seed.client.query(`set local role ${role}`);
    await expect(seed.client.query(forged, [federation.organizationId])).rejects.toMatchObject({ code: "42501" });
    await seed.client.query("rollback");
  },
);

describe("pnpm varde audit", () => {
  const run = async (...argv: string[]) => {
    const [printed, noted]: [string[], string[]] = [[], []];
    const code = await runCommandLine({
      argv,
      hostEnv: {
        DATABASE_URL: database.adminUrl,
        VARDE_SECRET: database.secret,
        VARDE_ROLE_PREFIX: database.rolePrefix,
      },
      signal: new AbortController().signal,
      print: (text) => printed.push(text),
      note: (text) => noted.push(text),
    });
    return { code, printed: printed.join("\n"), noted: noted.join("\n") };
  };

  test("prints heads, and verifies against them", async () => {
    const heads = await run("audit", "head");
    expect(heads.printed.split("\n").map((text) => JSON.parse(text) as Head)).toContainEqual(await head());
    const file = join(folder, "heads.jsonl");
    // as the log writes it
    const logged = JSON.stringify({ level: 30, time: "x", ...(await head()), msg: "audit head" });
    await writeFile(file, `${heads.printed}\n\n${logged}\n`);
    const held = await run("audit", "verify", "--heads", file);
    expect(held).toMatchObject({ code: 0, noted: "" });
    expect(held.printed).toContain(`${federation.organizationId}: ${LINES} links hold.`);
    expect((await run("audit", "verify")).noted).toContain("--heads");

    await seed.client.query(
      "update app.audit set action = 'OTHER' where organization_id = $1 and detail ->> 'chapters' = '3'",
      [federation.organizationId],
    );
    const broken = await run("audit", "verify", "--heads", file);
    expect(broken.code).toBe(1);
    expect(broken.printed).toMatch(
      /BROKEN at link 4 \(line \d+ of the trail\): the line is not what was sealed\. 3 links/,
    );
  });

  test("says what is wrong with a file of heads", async () => {
    const file = join(folder, "odd.jsonl");
    await writeFile(file, `${JSON.stringify(await head())}\n{"seq":"x"}\n`);
    expect(await run("audit", "verify", "--heads", file)).toMatchObject({
      code: 1,
      noted: "--heads: line 2 is no head of ours",
    });
    expect(await run("audit", "verify", "--heads", join(folder, "none"))).toMatchObject({ code: 1 });
  });
});
