import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sealer } from "../kernel/crypto/sealer.js";
import { testDatabase } from "../testkit/database.js";
import type { TestDatabase } from "../testkit/database.js";
import { loadDemo } from "./load-demo.js";

let database: TestDatabase;
let client: pg.Client;

const lines: string[] = [];
const load = () =>
  loadDemo({
    adminUrl: database.adminUrl,
    secret: database.secret,
    today: "2026-11-22",
    log: (line) => lines.push(line),
  });

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

it("loads into an empty database, and never twice", async () => {
  expect(await load()).toEqual({ loaded: true });
  expect(await load()).toEqual({ loaded: false });
  expect(lines.length).toBeGreaterThan(1);
  const { rows } = await client.query<{ n: string }>("select count(*) as n from app.member where left_on is null");
  expect(Number(rows[0]!.n)).toBe(1300 + 130);
});

it("derives the ids of touchpoints as the database does, so that no roll-out makes one twice", async () => {
  const { rows } = await client.query<{ n: string }>(
    `select count(*) as n from app.touchpoint
      where unlinked_on is null and id <> app.touchpoint_id(chapter_id, template_id, member_id, occurrence)`,
  );
  expect(Number(rows[0]!.n)).toBe(0);
});

it("seals contact details so that only the installation's secret opens them", async () => {
  const seal = sealer(database.secret);
  const account = await client.query<{ id: string; email_ct: Buffer; email_bidx: Buffer }>(
    "select id, email_ct, email_bidx from app.account where name = 'Jonas Eide'",
  );
  const jonas = account.rows[0]!;
  const email = seal.open(jonas.email_ct, `account/${jonas.id}/email`);
  expect(email).toBe("jonas.eide@mhu.example");
  expect(jonas.email_bidx).toEqual(seal.blindIndex("account", email));
  const member = await client.query<{ id: string; mobile_ct: Buffer }>(
    "select id, mobile_ct from app.member where mobile_ct is not null limit 1",
  );
  expect(seal.open(member.rows[0]!.mobile_ct, `member/${member.rows[0]!.id}/mobile`)).toMatch(/^\+47 000 /);
});

it("leaves kept numbers that equal a recount", async () => {
  const kept = async () => {
    const found = await client.query(
      "select s::text as row from app.standing s union all select u::text from app.standing_unclosed u union all select a::text from app.answer_sum a order by 1",
    );
    return found.rows;
  };
  const before = await kept();
  expect(before.length).toBeGreaterThan(100);
  await client.query("select authz.rebuild_standings(id) from app.organization");
  expect(await kept()).toEqual(before);
});

it("publishes a snapshot in which no count of persons from one to four stands", async () => {
  const { rows } = await client.query<{ days: string; low: string; hidden: string; shown: string }>(
    `select count(distinct p.snapshot_on) as days,
            count(*) filter (where p.value between 1 and 4 and v.about_member) as low,
            count(*) filter (where p.value is null) as hidden, count(*) filter (where p.value >= 5) as shown
       from app.published_count p
       join app.template_version v on v.template_id = p.template_id and v.state = 'PUBLISHED'`,
  );
  expect(Number(rows[0]!.days)).toBe(1);
  expect(Number(rows[0]!.low)).toBe(0);
  expect(Number(rows[0]!.hidden)).toBeGreaterThan(0);
  expect(Number(rows[0]!.shown)).toBeGreaterThan(100);
});
