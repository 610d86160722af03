import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outreachRows } from "../../features/outreach/outreach.testing.js";
import { openRequests } from "../../features/requests/requests.testing.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { roleNames, roleUrl } from "../../kernel/db/roles.js";
import type { SeededSeat } from "../seed.js";

// As in stolen-role.test.ts, SQL of somebody's own under a session that is theirs, against the tables of the workplace.

type Login = "app" | "auth" | "job";
let opened: Awaited<ReturnType<typeof openRequests>>;
let world: (typeof opened)["world"];
const clients = {} as Record<Login, pg.Client>;

beforeAll(async () => {
  opened = await openRequests();
  ({ world } = opened);
  const { databaseUrl: url, rolePrefix, secret } = opened.server.env;
  const names = roleNames(rolePrefix);
  for (const login of ["app", "auth", "job"] as const) {
    clients[login] = new pg.Client({ connectionString: roleUrl(url, secret, names[login]) });
    await clients[login].connect();
  }
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end();
  await opened.close();
});

/** what a statement gives: the number of rows, or the SQLSTATE it is refused with. Nothing of it stays. */
async function gives(
  seat: SeededSeat | null,
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

test("a board gives itself neither peace nor time, and answers no request", async () => {
  const { touchpointId, request } = await opened.waiver();
  for (const what of ["waived_at = now()", "exception_until = authz.today() + 9", "member_id = null"])
    expect(await gives(world.leader, `update app.touchpoint set ${what} where id = $1`, [touchpointId])).toBe(DENIED);
  for (const what of ["state = 'ACCEPTED'", "decided_at = now()", "until_on = authz.today()", "about_member = false"])
    expect(await gives(world.leader, `update app.touchpoint_request set ${what} where id = $1`, [request.id])).toBe(
      DENIED,
    );
  const decide = `select 1 where authz.decide_request($1, 1, true, null, 'FINE', null) = 'OK'`;
  for (const seat of [world.leader, world.mentor, world.farCoordinator, world.foreignAdmin, null])
    expect(await gives(seat, decide, [request.id])).toBe(0);
  expect(await gives(world.coordinator, decide, [request.id])).toBe(1);
});

test("of what is asked about a member those above read the line and no row behind it", async () => {
  const { request } = await opened.asked((await opened.aPerson()).id, { reason: "TWICE" });
  for (const seat of [world.coordinator, world.admin, world.editor, world.mentor]) {
    expect(await gives(seat, "select 1 from app.touchpoint_request where id = $1", [request.id])).toBe(0);
    expect(await gives(seat, "select 1 from app.touchpoint where about_member")).toBe(0);
  }
  const line =
    "select 1 from authz.requests_above(true, false, null, null, $1, null, null, 9) where touchpoint_id is null";
  expect(await gives(world.coordinator, line, [request.id])).toBe(1);
  for (const seat of [world.mentor, world.farCoordinator, world.siblingLeader, world.foreignAdmin])
    expect(await gives(seat, line, [request.id])).toBe(0);
});

describe("in another's name", () => {
  test("nobody confirms a part, has a page open or takes a part back", async () => {
    const { id } = await opened.aDuty();
    const tenant = [world.organizationId, world.chapters.own, id];
    const part = `insert into app.touchpoint_part (organization_id, chapter_id, touchpoint_id, seat_id) values ($1, $2, $3, $4)`;
    expect(await gives(world.board, part, [...tenant, world.leader.seatId])).toBe(DENIED);
    expect(await gives(world.siblingLeader, part, [...tenant, world.siblingLeader.seatId])).toBe(DENIED);
    expect(await gives(world.mentor, part, [...tenant, world.mentor.seatId])).toBe(DENIED);
    await opened.seed.client.query(part, [...tenant, world.leader.seatId]);
    expect(await gives(world.board, "delete from app.touchpoint_part where touchpoint_id = $1", [id])).toBe(0);
    const look = `insert into app.touchpoint_presence (organization_id, chapter_id, touchpoint_id, seat_id, until) values ($1, $2, $3, $4, now() + interval '1 day')`;
    expect(await gives(world.board, look, [...tenant, world.board.seatId])).toBe(DENIED);
  });

  test("nobody has a calendar or a log of mails", async () => {
    const [id, { seed }] = [randomUUID(), opened];
    const feed = `insert into app.calendar_feed (organization_id, id, seat_id, account_id, token_hash) values ($1, $2, $3, $4, sha256('x'))`;
    const leaders = [world.organizationId, id, world.leader.seatId, world.leader.accountId];
    expect(await gives(world.board, feed, leaders)).toBe(DENIED);
    expect(await gives(world.board, feed, [...leaders.slice(0, 2), world.leader.seatId, world.board.accountId])).toBe(
      DENIED,
    );
    await seed.client.query(feed, leaders);
    for (const seat of [world.board, world.admin, world.coordinator]) {
      expect(await gives(seat, "select id from app.calendar_feed")).toBe(0);
      expect(await gives(seat, "update app.calendar_feed set revoked_at = null")).toBe(0);
    }
    expect(await gives(world.leader, "select token_hash from app.calendar_feed")).toBe(DENIED);
    await seed.rows("reminder_log", {
      organization_id: world.organizationId,
      rule: "DIGEST",
      seat_id: world.leader.seatId,
      account_id: world.leader.accountId,
      channel: "EMAIL",
      reference_date: "2026-11-01",
      outcome: "SENT",
      leads: true,
    });
    expect(await gives(world.leader, "select 1 from app.reminder_log")).toBe(1);
    for (const seat of [world.board, world.admin, world.foreignAdmin])
      expect(await gives(seat, "select 1 from app.reminder_log")).toBe(0);
  });

  test("nobody nudges a board but those who follow it, nor in another's name", async () => {
    const nudge = (sentBy: string, chapter = world.chapters.own) =>
      [
        `insert into app.board_message (organization_id, id, title, body, chapter_ids, chapter_count, sent_by, nudge, sender_name, sender_role)
         values ($1, gen_random_uuid(), 'A', 'B', array[$2::uuid], 1, $3, true, 'A', 'MENTOR')`,
        [world.organizationId, chapter, sentBy],
      ] as const;
    const tried = (seat: SeededSeat, ...of: Parameters<typeof nudge>) =>
      gives(seat, nudge(...of)[0], [...nudge(...of)[1]]);
    expect(await tried(world.board, world.board.seatId)).toBe(DENIED);
    expect(await tried(world.mentor, world.coordinator.seatId)).toBe(DENIED);
    expect(await tried(world.mentor, world.mentor.seatId, world.chapters.sibling)).toBe(DENIED);
    expect(await tried(world.farCoordinator, world.farCoordinator.seatId)).toBe(DENIED);
    expect(await tried(world.mentor, world.mentor.seatId)).toBe(1);
  });
});

test("what is for those without an account, or for the job, is nobody else's to call", async () => {
  const rows = outreachRows(opened.seed, opened.place.today);
  const own = { organizationId: world.organizationId, chapterId: world.chapters.own };
  const [member, meeting] = [await rows.member(own), await rows.meeting(own)];
  const doors: [sql: string, values: unknown[], open: Login][] = [
    ["select authz.leave_member_alone($1, $2)", [world.chapters.own, member], "auth"],
    ["select authz.answer_rsvp($1, sha256('x'), 'YES', 1, null)", [meeting], "auth"],
    ["select authz.rsvp_page($1)", [meeting], "auth"],
    ["select authz.claim_outreach_mail($1, $2, $3)", [world.chapters.own, meeting, member], "job"],
    ["select authz.forget_outreach()", [], "job"],
    ["select authz.settle_parts()", [], "job"],
    ["select authz.forget_board_talk(true)", [], "job"],
    ["select authz.calendar_feed(sha256('x'))", [], "app"],
    ["select authz.sits_on_board($1, $2)", [world.board.accountId, world.chapters.own], "app"],
  ];
  for (const [sql, values, open] of doors)
    for (const login of ["app", "auth", "job"] as const)
      if (login !== open || sql.includes("sits_on_board")) {
        expect(await gives(world.leader, sql, values, login), `${login}: ${sql}`).toBe(DENIED);
      }
  // a job without the right for an organization does nothing
  expect(
    await gives(
      null,
      "select * from authz.claim_outreach_mail($1, $2, $3)",
      [world.chapters.own, meeting, member],
      "job",
    ),
  ).toBe(0);
  expect(
    await gives(
      world.leader,
      "insert into app.rsvp (organization_id, chapter_id, id, meeting_id, answer, persons) values ($1, $2, gen_random_uuid(), $3, 'YES', 5)",
      [own.organizationId, own.chapterId, meeting],
    ),
  ).toBe(DENIED);
});
