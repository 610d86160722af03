import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";

// Somebody runs SQL of their own as one of the login roles, under a session that is theirs: the worst an injection gives.

type Login = "app" | "auth" | "job";
let database: TestDatabase, seed: Seed, world: Federation;
const clients = {} as Record<Login, pg.Client>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  const names = roleNames(database.rolePrefix);
  for (const login of ["app", "auth", "job"] as const) {
    const url = roleUrl(database.adminUrl, database.secret, names[login]);
    clients[login] = new pg.Client({ connectionString: url });
    await clients[login].connect();
  }
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end();
  await seed.close();
  await database.drop();
});

/** what a statement gives: the number of rows, or the SQLSTATE it is refused with. Nothing of it stays. */
async function gives(
  seat: Pick<SeededSeat, "secret"> | null,
  sql: string,
  values: unknown[] = [],
  login: Login = "app",
): Promise<number | string> {
  const client = clients[login];
  await client.query(seat ? `begin; set local app.session = '${hashSecret(seat.secret).toString("hex")}'` : "begin");
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query("rollback");
  }
}
const DENIED = "42501";

async function waitingSeat(role: string, unit: { chapter_id?: string } = {}): Promise<string> {
  const id = randomUUID();
  await seed.rows("seat", {
    organization_id: world.organizationId,
    id,
    role,
    unit_kind: unit.chapter_id ? "CHAPTER" : "ORGANIZATION",
    holder_name: "Ny",
    valid_from: "2020-01-01",
    granted_by: world.admin.seatId,
    ...unit,
  });
  return id;
}

describe("an invitation", () => {
  const INVITE = `insert into app.invitation (organization_id, id, seat_id, chapter_id, email_ct, expires_at)
    values ($1, gen_random_uuid(), $2, $3, '\\x00', now() + interval '1 day')`;

  test("is to a seat one may grant, not to any seat under the own chapter's name", async () => {
    const { own, sibling } = world.chapters;
    const invite = (seatId: string, chapter: string | null, seat = world.leader) =>
      gives(seat, INVITE, [world.organizationId, seatId, chapter]);
    const admin = await waitingSeat("NATIONAL_ADMIN");
    const board = await waitingSeat("CHAPTER_BOARD", { chapter_id: own });
    expect(await invite(admin, own)).toBe(DENIED);
    expect(await invite(await waitingSeat("CHAPTER_BOARD", { chapter_id: sibling }), own)).toBe(DENIED);
    expect(await invite(await waitingSeat("MENTOR", { chapter_id: own }), own)).toBe(DENIED);
    expect(await invite(board, null)).toBe(DENIED);
    expect(await invite(board, own)).toBe(1);
    expect(await invite(admin, null, world.admin)).toBe(1);
    expect(await invite(admin, null, world.editor)).toBe(DENIED);
    expect(await invite(admin, null, world.foreignAdmin)).toBe(DENIED);
  });
});

describe("a seat", () => {
  test("is not made to last longer, one's own or another's, and never gets a holder", async () => {
    const ends = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId: world.chapters.own });
    await seed.client.query("update app.seat set valid_to = authz.today() + 5 where id = $1", [ends.seatId]);
    const set = (what: string, seat = ends) => gives(seat, `update app.seat set ${what} where id = $1`, [ends.seatId]);
    expect(await set("valid_to = null")).toBe("VA007");
    expect(await set("valid_to = valid_to + 1", world.admin)).toBe("VA007");
    expect(await set("valid_to = valid_to - 1")).toBe(1);
    for (const column of ["role = 'CHAPTER_LEADER'", "account_id = null", "chapter_id = null", "granted_by = null"]) {
      expect(await set(column, world.admin)).toBe(DENIED);
    }
  });

  test("is granted in one's own name, empty, and no higher than one may", async () => {
    const insert = (
      seat: SeededSeat,
      role: string,
      chapter: string | null,
      over: { by?: string; holder?: string } = {},
    ) =>
      gives(
        seat,
        `insert into app.seat (organization_id, id, role, unit_kind, chapter_id, holder_name, valid_from, granted_by${over.holder ? ", account_id" : ""})
         values ($1, gen_random_uuid(), $2, $3, $4, 'X', current_date, $5${over.holder ? `, '${over.holder}'` : ""})`,
        [world.organizationId, role, chapter ? "CHAPTER" : "ORGANIZATION", chapter, over.by ?? seat.seatId],
      );
    const { own, sibling } = world.chapters;
    expect(await insert(world.leader, "CHAPTER_BOARD", own)).toBe(1);
    expect(await insert(world.leader, "NATIONAL_ADMIN", null)).toBe(DENIED);
    expect(await insert(world.leader, "MENTOR", own)).toBe(DENIED);
    expect(await insert(world.leader, "CHAPTER_BOARD", sibling)).toBe(DENIED);
    expect(await insert(world.leader, "CHAPTER_BOARD", own, { by: world.admin.seatId })).toBe(DENIED);
    expect(await insert(world.leader, "CHAPTER_BOARD", own, { holder: world.leader.accountId })).toBe(DENIED);
    expect(await insert(world.editor, "CHAPTER_BOARD", own)).toBe(DENIED);
  });
});

describe("the trail", () => {
  const LINE = `insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type) values ($1, $2, $3, 'SEAT_ENDED', 'Seat')`;

  test("takes lines in one's own name, about one's own reach, and gives none back", async () => {
    const { organizationId, foreignOrganizationId, chapters, leader, admin, coordinator } = world;
    const line = (seat: SeededSeat, organization: string, chapter: string | null, actor = seat.seatId) =>
      gives(seat, LINE, [organization, chapter, actor]);
    expect(await line(leader, organizationId, chapters.own)).toBe(1);
    expect(await line(leader, organizationId, chapters.own, admin.seatId)).toBe(DENIED);
    expect(await line(leader, organizationId, chapters.sibling)).toBe(DENIED);
    expect(await line(coordinator, organizationId, chapters.far)).toBe(DENIED);
    expect(await line(admin, organizationId, chapters.far)).toBe(1);
    expect(await line(leader, foreignOrganizationId, null)).toBe(DENIED);
    for (const sql of [
      "update app.audit set action = 'NOTHING'",
      "delete from app.audit",
      "truncate app.audit",
      "select * from app.audit",
      "insert into app.audit (organization_id, at, action, subject_type) values (gen_random_uuid(), now(), 'OLD', 'Seat')",
    ]) {
      expect([sql, await gives(admin, sql)]).toEqual([sql, DENIED]);
    }
  });
});

describe("touchpoints", () => {
  let manual: string, periodic: string, foreign: string, aboutMember: string;
  const CREATE = "select * from authz.create_touchpoints($1, $2, $3, $4)";
  const once = (period_report = false) =>
    JSON.stringify([
      { occurrence: "x", opens_on: "2026-11-01", due_on: "2026-11-02", miss_on: "2026-11-03", period_report },
    ]);

  async function version(organizationId: string, kind: string, about = false): Promise<string> {
    const [template, id] = [randomUUID(), randomUUID()];
    await seed.rows("touchpoint_template", {
      organization_id: organizationId,
      id: template,
      key: `t-${seed.unique()}`,
    });
    await seed.rows("template_version", {
      organization_id: organizationId,
      id,
      template_id: template,
      state: "PUBLISHED",
      published_at: new Date(),
      about_member: about,
      definition: { reportFields: [], trigger: { kind, aboutMember: about }, schedule: {} },
    });
    return id;
  }
  beforeAll(async () => {
    manual = await version(world.organizationId, "MANUAL");
    aboutMember = await version(world.organizationId, "MANUAL", true);
    periodic = await version(world.organizationId, "PERIOD");
    foreign = await version(world.foreignOrganizationId, "MANUAL");
  });

  test("are made where one may, of one's own organization's versions, about the chapter's own members", async () => {
    const { own, sibling, foreign: theirs } = world.chapters;
    const member = randomUUID();
    const tenant = { organization_id: world.organizationId, chapter_id: sibling };
    await seed.rows("member", {
      ...tenant,
      id: member,
      first_name: "A",
      joined_on: "2026-01-01",
      joined_chapter_on: "2026-01-01",
    });
    const make = (
      seat: SeededSeat | null,
      of: string,
      chapters: (string | null)[] | null,
      about: string | null = null,
    ) => gives(seat, CREATE, [of, chapters, once(), about]);
    expect(await make(world.board, manual, [own])).toBe(1);
    expect(await make(world.board, manual, [own, sibling])).toBe("VA003");
    expect(await make(world.board, manual, [own, null])).toBe("VA003");
    expect(await make(world.board, manual, null)).toBe(0);
    expect(await make(world.board, periodic, [own])).toBe("VA003");
    expect(await make(world.board, foreign, [own])).toBe("VA002");
    expect(await make(world.board, aboutMember, [own], member)).toBe("23503");
    expect(await make(world.board, manual, [own], member)).toBe("VA004");
    expect(await make(world.board, aboutMember, [own])).toBe("VA004");
    expect(await make(world.admin, manual, [own, theirs])).toBe("VA003");
    expect(await make(world.coordinator, manual, [own])).toBe("VA002");
    expect(await make(world.mentor, manual, [own])).toBe("VA002");
    expect(await make(world.expired, manual, [own])).toBe("VA002");
    expect(await make(null, manual, [own])).toBe("VA002");
  });

  test("are given a version and taken back by national only, in its own organization", async () => {
    const { own, foreign: theirs } = world.chapters;
    const [templateId, versionId] = [randomUUID(), randomUUID()];
    const organization_id = world.organizationId;
    await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `r${seed.unique()}` });
    await seed.rows("template_version", {
      organization_id,
      id: versionId,
      template_id: templateId,
      state: "PUBLISHED",
      definition: { trigger: { kind: "PERIOD", period: "YEAR" } },
      about_member: false,
      published_at: new Date(),
    });
    const of = { organizationId: organization_id, templateId, versionId };
    const rollout = await seed.rollout(of, world.admin.seatId, { chapterIds: [own] });
    const preview = (seat: SeededSeat, chapter: string) =>
      gives(seat, "select * from authz.preview_rollout($1, $2, '2026-01-01', $3)", [versionId, [chapter], once()]);
    expect(await preview(world.editor, own)).toBe(1);
    expect(await preview(world.editor, theirs)).toBe(0);
    for (const seat of [world.coordinator, world.leader, world.mentor, world.foreignAdmin]) {
      expect(await preview(seat, own)).toBe(0);
    }
    const give = (seat: SeededSeat, chapters: string[]) =>
      gives(seat, "select * from authz.roll_out($1, $2, $3)", [rollout, chapters, once()]);
    expect(await give(world.editor, [theirs])).toBe("VA003");
    const withdraw = (seat: SeededSeat) => gives(seat, "select * from authz.withdraw($1, $2)", [rollout, [own]]);
    expect(await withdraw(world.editor)).toBe(1);
    const ask = (seat: SeededSeat) => gives(seat, "select authz.ask_catch_up($1, $2, $3)", [rollout, [own], once()]);
    const asked = async (seat: SeededSeat) => {
      await ask(seat);
      return gives(seat, "select 1 from app.catch_up where rollout_id = $1", [rollout]);
    };
    for (const seat of [world.coordinator, world.leader, world.mentor, world.foreignAdmin, world.expired]) {
      expect(await give(seat, [own])).toBe("VA002");
      expect(await withdraw(seat)).toBe("VA002");
      expect(await asked(seat)).toBe(0);
    }
    const forge = `insert into app.rollout_chapter (organization_id, rollout_id, chapter_id, template_id, version_id, from_day) values ($1, $2, $3, $4, $5, '2026-01-01')`;
    expect(await gives(world.admin, forge, [organization_id, rollout, own, templateId, versionId])).toBe(DENIED);
    const move = `update app.rollout_chapter set until_day = '2030-01-01' where rollout_id = $1`;
    expect(await gives(world.admin, move, [rollout])).toBe(DENIED);
    const plan = `select * from authz.plan_touchpoints($1, $2, $3, '2026-01-01', $4)`;
    expect(await gives(world.admin, plan, [organization_id, versionId, [own], once()])).toBe(DENIED);
    // a board's answer is its own chapter's, to what it was asked
    const answer = (seat: SeededSeat) =>
      gives(seat, "select 1 where authz.answer_catch_up($1, true, $2, 1) is not null", [rollout, once()]);
    for (const seat of [world.leader, world.siblingLeader, world.admin]) expect(await answer(seat)).toBe(0);
  });

  test("are cancelled with their chapter by those with the right over it only", async () => {
    const { own } = world.chapters;
    const cancel = (seat: SeededSeat) => gives(seat, "select authz.cancel_for_closed_chapter($1)", [own]);
    expect(await cancel(world.admin)).toBe(1);
    for (const seat of [world.editor, world.coordinator, world.leader, world.foreignAdmin]) {
      expect(await cancel(seat)).toBe("VA003");
    }
  });
});

describe("keys and the queue", () => {
  test("nobody claims or reads another's idempotency key", async () => {
    const claim = (account: string) =>
      gives(
        world.board,
        `insert into app.idempotency (account_id, key, operation, request_hash) values ($1, gen_random_uuid(), 'x', sha256('x'))`,
        [account],
      );
    expect(await claim(world.board.accountId)).toBe(1);
    expect(await claim(world.leader.accountId)).toBe(DENIED);
    await seed.rows("idempotency", {
      account_id: world.leader.accountId,
      key: randomUUID(),
      operation: "x",
      request_hash: hashSecret("x"),
    });
    expect(await gives(world.board, "select * from app.idempotency")).toBe(0);
    expect(await gives(world.board, "update app.idempotency set result_id = gen_random_uuid()")).toBe(0);
    expect(await gives(world.board, "delete from app.idempotency")).toBe(DENIED);
  });

  test("a job carries ids and no text", async () => {
    const put = (payload: object, login: Login = "app") =>
      gives(world.leader, "select authz.enqueue('sendInvitation', $1)", [JSON.stringify(payload)], login);
    expect(await put({ organizationId: world.organizationId, language: "nb" })).toBe(1);
    for (const login of ["app", "auth", "job"] as const) {
      expect(await put({ email: "ola@test.example" }, login)).toBe("VA008");
      expect(await put({ name: "Ola Nordmann" }, login)).toBe("VA008");
      expect(await put({ nested: { note: "x" } }, login)).toBe("VA008");
    }
    expect(await gives(world.leader, "select * from graphile_worker._private_jobs")).toBe(DENIED);
  });
});

describe("a stopped account", () => {
  test("is nobody to the database too, not only to the server", async () => {
    const seat = await seed.seat(world.organizationId, "NATIONAL_ADMIN");
    expect(await gives(seat, "select * from app.chapter")).toBeGreaterThan(0);
    await seed.client.query("update app.account set stopped_at = now() where id = $1", [seat.accountId]);
    for (const table of ["chapter", "seat", "account", "touchpoint", "invitation"]) {
      expect([table, await gives(seat, `select 1 from app.${table}`)]).toEqual([table, 0]);
    }
  });
});

describe("each login role", () => {
  const OTHERS: [Login, string][] = [
    ...["release_counts('2026-09-30')", "job_organizations()", "purge_expired()", "rebuild_standings(null)"].map(
      (call): [Login, string] => ["app", `select authz.${call}`],
    ),
    ["app", "select authz.invitation_by_token('x')"],
    ["app", "select authz.accept_invitation('x', gen_random_uuid(), 'x', 'x', 'x')"],
    ["app", "select authz.touch_seat(gen_random_uuid())"],
    ["app", "select * from app.session"],
    ["app", "select email_ct from app.account"],
    ["app", "select token_hash from app.invitation"],
    ["app", "insert into app.touchpoint default values"],
    ["app", "insert into app.published_count default values"],
    ["app", "select graphile_worker.add_job('x')"],
    ["auth", "select authz.units('MEMBER_READ')"],
    ["auth", "select authz.load_rows('session', '[]')"],
    ["auth", "select authz.mint_job_session(gen_random_uuid(), 'JOB_DIGEST')"],
    ["auth", "select * from app.member"],
    ["auth", "select * from app.touchpoint"],
    ["auth", "update app.seat set account_id = null"],
    ["auth", "insert into app.audit default values"],
    ["job", "select authz.load_rows('session', '[]')"],
    ["job", "select * from app.member"],
    ["job", "select answers from app.touchpoint"],
    ["job", "update app.touchpoint set rev = 1"],
    ["job", "select * from app.account"],
    ["job", "select * from app.session"],
    ["job", "select * from app.answer_sum"],
    ["job", "insert into app.standing default values"],
    ["job", "update app.published_count set value = 1"],
    ["job", "delete from app.published_count"],
    ["job", "insert into app.audit default values"],
  ];
  test.each(OTHERS)("%s may not: %s", async (login, sql) => {
    expect(await gives(world.admin, sql, [], login)).toBe(DENIED);
  });

  test.each(["app", "auth", "job"] as const)("%s makes nothing of its own and becomes nobody else", async (login) => {
    const roles = roleNames(database.rolePrefix);
    for (const sql of [
      "create table app.mine (a int)",
      "create temp table mine (a int)",
      "create function authz.mine() returns int language sql as 'select 1'",
      "create schema mine",
      "alter table app.member disable row level security",
      `set role ${roles.owner}`,
      `set session authorization ${roles.bulk}`,
      "copy app.member to program 'cat'",
    ]) {
      expect([sql, await gives(world.admin, sql, [], login)]).toEqual([sql, DENIED]);
    }
  });

  test("a job's session is for a task that exists, and for that only", async () => {
    const mint = (task: string) =>
      gives(null, "select authz.mint_job_session($1, $2)", [world.organizationId, task], "job");
    for (const task of ["NATIONAL_ADMIN", "", "JOBx", "%"]) expect(await mint(task)).toBe("VA002");
    expect(await mint("JOB_DIGEST")).toBe(1);
  });
});
