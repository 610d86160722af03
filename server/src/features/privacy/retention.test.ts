import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { retentionOf } from "./cli.js";
import { canaryMember, canaryOf, welcomeTemplate } from "./privacy.testing.js";

let database: TestDatabase, seed: Seed, server: TestServer, federation: Federation;
let member: Awaited<ReturnType<typeof canaryMember>>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
});
beforeEach(async () => {
  const tables = ["member_move", "trigger_skip", "attendance", "touchpoint", "member_fee", "member", "meeting"];
  for (const table of [...tables, "grant_record", "invitation", "template_version", "touchpoint_template"])
    await seed.client.query(
      table === "template_version"
        ? `alter table app.template_version disable trigger user; delete from app.template_version`
        : `delete from app.${table}`,
    );
  const template = await welcomeTemplate(seed, federation.organizationId);
  member = await canaryMember(seed, federation, template, federation.chapters.own, canaryOf("wxwxw"));
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const old = (sql: string) => seed.client.query(sql, [member.id]);
const due = async (carryOut = false) =>
  Object.fromEntries((await retentionOf(server.env, carryOut)).organizations.map(({ kind, n }) => [kind, n]));

const NONE = {
  JOURNEY: 0,
  ATTENDANCE: 0,
  SKIPPED: 0,
  GRANT_RECORD: 0,
  INVITATION: 0,
  COMMENT: 0,
  PRESENCE: 0,
  CONTACT: 0,
};

async function age(): Promise<void> {
  await old(
    `update app.touchpoint set opens_on = '2023-01-01', due_on = '2023-01-10', miss_on = '2023-01-20', closed_at = '2023-01-05' where member_id = $1 and closed_at is not null`,
  );
  await old(`update app.attendance set held_on = '2023-05-05' where member_id = $1`);
  await old(`update app.trigger_skip set opens_on = '2023-01-01', due_on = '2023-01-10' where member_id = $1`);
  await seed.rows("grant_record", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    member_id: uuidv7(),
    year: 2018,
    name: "Kanari",
    paid_on: "2018-02-01",
    keep_until: "2023-12-31",
  });
  await seed.rows("invitation", {
    organization_id: federation.organizationId,
    id: uuidv7(),
    seat_id: federation.leader.seatId,
    email_ct: Buffer.from("sealed"),
    expires_at: new Date("2024-01-01"),
  });
}

describe("what has done its time", () => {
  test("is nothing while it is young", async () => {
    expect(await due()).toEqual(NONE);
  });

  test("is counted by a dry run, which changes nothing, and goes when carried out, once", async () => {
    await age();
    const all = { ...NONE, JOURNEY: 1, ATTENDANCE: 1, SKIPPED: 1, GRANT_RECORD: 1, INVITATION: 1 };
    expect(await due()).toEqual(all);
    expect(await due()).toEqual(all);
    expect(await due(true)).toEqual(all);
    expect(await due()).toEqual(NONE);
  });

  test("is older or younger as the organization says, each kind by its own time", async () => {
    await old(`update app.attendance set held_on = (authz.today() - interval '10 months')::date where member_id = $1`);
    await old(
      `update app.touchpoint set opens_on = '2023-01-01', due_on = '2023-01-10', miss_on = '2023-01-20', closed_at = now() - interval '10 months' where member_id = $1 and closed_at is not null`,
    );
    expect(await due()).toEqual(NONE);
    const keep = (set: string) =>
      seed.client.query(`update app.organization set ${set} where id = $1`, [federation.organizationId]);
    await keep("keep_attendance_months = 9");
    expect(await due()).toEqual({ ...NONE, ATTENDANCE: 1 });
    await keep("keep_attendance_months = 24, keep_follow_up_months = 9");
    expect(await due(true)).toEqual({ ...NONE, JOURNEY: 1 });
    await keep("keep_follow_up_months = 24");
    expect(await due()).toEqual(NONE);
    await seed.rows("invitation", {
      organization_id: federation.organizationId,
      id: uuidv7(),
      seat_id: federation.leader.seatId,
      email_ct: Buffer.from("sealed"),
      expires_at: new Date(Date.now() - 40 * 86_400_000),
    });
    expect(await due()).toEqual(NONE);
    await keep("keep_invitations_days = 30");
    expect(await due(true)).toEqual({ ...NONE, INVITATION: 1 });
    expect((await seed.client.query("select 1 from app.invitation")).rowCount).toBe(0);
    await keep("keep_invitations_days = 90");
  });

  test("forgets what did not begin about somebody who has left", async () => {
    await old(`update app.member set left_on = authz.today(), contacts_emptied_on = authz.today() where id = $1`);
    expect((await due(true)).SKIPPED).toBe(1);
    expect((await seed.client.query(`select 1 from app.trigger_skip`)).rowCount).toBe(0);
  });

  test("lets a task go of its member and keeps every sum, also when they are made anew", async () => {
    await age();
    const sums = async () => {
      const read = async (table: string) =>
        (await seed.client.query(`select to_jsonb(t)::text as row from app.${table} t order by 1`)).rows;
      return [await read("standing"), await read("standing_unclosed"), await read("answer_sum")];
    };
    const before = await sums();
    await due(true);
    expect(await sums()).toEqual(before);
    await seed.client.query(`select authz.rebuild_standings($1)`, [federation.organizationId]);
    expect(await sums()).toEqual(before);
    const { rows } = await seed.client.query(
      `select member_id, about_member, outcome, answers, steps_done, occurrence = '~' || id as anonymous from app.touchpoint where id = $1`,
      [member.closed],
    );
    expect(rows).toEqual([
      {
        member_id: null,
        about_member: true,
        outcome: "REACHED",
        answers: { came: true, rate: 4 },
        steps_done: [],
        anonymous: true,
      },
    ]);
    const open = await seed.client.query(`select 1 from app.touchpoint where id = $1 and member_id is not null`, [
      member.open,
    ]);
    expect(open.rowCount).toBe(1);
    const meeting = await seed.client.query(`select attendance from app.meeting`);
    expect(meeting.rows).toEqual([{ attendance: 7 }]);
  });

  test("goes in parts, until none is left", async () => {
    await age();
    await seed.client.query(
      `insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, member_id, occurrence, opens_on, due_on, miss_on, first_due_on, closed_at)
       select organization_id, chapter_id, gen_random_uuid(), template_id, version_id, major, true, member_id, 'n' || n, opens_on, due_on, miss_on, first_due_on, closed_at
         from app.touchpoint cross join generate_series(1, 5200) n where id = $1`,
      [member.closed],
    );
    expect((await due(true)).JOURNEY).toBe(5201);
    expect((await due()).JOURNEY).toBe(0);
  });

  test("is nobody's to ask for but the job's", async () => {
    await age();
    const asked = await seed.client.query(
      `select has_function_privilege('${database.rolePrefix}_app', 'authz.retention(boolean)', 'execute') as app,
              has_function_privilege('${database.rolePrefix}_app', 'authz.re_erase(jsonb)', 'execute') as again,
              has_function_privilege('${database.rolePrefix}_app', 'authz.empty_member(uuid, uuid, uuid)', 'execute') as within`,
    );
    expect(asked.rows).toEqual([{ app: false, again: false, within: false }]);
    const counts = (await retentionOf(server.env, false)).installation.map(({ kind }) => kind);
    expect(counts).toContain("RECEIPT");
    const former = async () =>
      (await retentionOf(server.env, false)).installation.find(({ kind }) => kind === "FORMER_MEMBER")?.n;
    await old(`update app.member set left_on = authz.today() - 29, end_reason = 'LEFT' where id = $1`);
    expect(await former()).toBe(0);
    await old(`update app.member set left_on = authz.today() - 30 where id = $1`);
    expect(await former()).toBe(1);
  });
});
