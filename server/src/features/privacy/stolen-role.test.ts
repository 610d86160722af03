import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { canaryMember, canaryOf, welcomeTemplate } from "./privacy.testing.js";

// Whoever has the app's own login and one session, and writes SQL by hand, still gets what that seat may.

let database: TestDatabase, seed: Seed, federation: Federation, client: pg.Client;
let memberId = "";

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  const template = await welcomeTemplate(seed, federation.organizationId);
  memberId = (await canaryMember(seed, federation, template, federation.chapters.own, canaryOf("wxwxw"))).id;
  const { app } = roleNames(database.rolePrefix);
  client = new pg.Client({ connectionString: roleUrl(database.adminUrl, database.secret, app) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await seed.close();
  await database.drop();
});

async function as<T extends pg.QueryResultRow>(
  seat: SeededSeat,
  sql: string,
  values: unknown[],
): Promise<T[] | string> {
  await client.query("begin");
  await client.query(`set local app.session = '${hashSecret(seat.secret).toString("hex")}'`);
  try {
    return (await client.query<T>(sql, values)).rows;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query("rollback");
  }
}

test("a copy, an erasure and the ledger are the leader's of that chapter alone", async () => {
  const { board, mentor, coordinator, editor, admin, siblingLeader, foreignLeader, foreignAdmin, expired } = federation;
  for (const seat of [board, mentor, coordinator, editor, admin, siblingLeader, foreignLeader, foreignAdmin, expired]) {
    expect(await as(seat, `select * from authz.member_copy($1)`, [memberId])).toEqual([]);
    expect(await as(seat, `select authz.erase_member($1, 'MEMBER_ASKED') as done`, [memberId])).toEqual([
      { done: null },
    ]);
  }
  expect(await as(federation.leader, `select source from authz.member_copy($1) limit 1`, [memberId])).toEqual([
    { source: "member" },
  ]);
});

test("what is locked is locked for everybody, and the operator's and the job's tools are not the app's", async () => {
  const REFUSED = "42501";
  for (const seat of [federation.leader, federation.admin]) {
    expect(await as(seat, `select * from app.grant_record`, [])).toBe(REFUSED);
    expect(await as(seat, `insert into app.erasure_ledger select * from app.erasure_ledger`, [])).toBe(REFUSED);
    expect(await as(seat, `delete from app.erasure_ledger`, [])).toBe(REFUSED);
    expect(await as(seat, `select authz.re_erase('{}')`, [])).toBe(REFUSED);
    expect(await as(seat, `select authz.erasures()`, [])).toBe(REFUSED);
    expect(await as(seat, `select authz.retention(true)`, [])).toBe(REFUSED);
    expect(
      await as(seat, `select authz.empty_member($1, $2, $3)`, [
        federation.organizationId,
        federation.chapters.own,
        memberId,
      ]),
    ).toBe(REFUSED);
    expect(
      await as(seat, `select authz.unlink_touchpoints($1, $2, $3, false)`, [
        federation.organizationId,
        federation.chapters.own,
        memberId,
      ]),
    ).toBe(REFUSED);
    expect(await as(seat, `update app.touchpoint set member_id = null`, [])).toBe(REFUSED);
  }
});
