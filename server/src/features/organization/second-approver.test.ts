import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newSecret, hashSecret } from "../../kernel/crypto/sealer.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { queued, testBrowser, testJobContext, testMailer } from "../../testkit/sign-in.js";
import { ORGANIZATION_JOBS } from "./jobs.js";

let database: TestDatabase, seed: Seed, server: TestServer;
let context: JobContext, closeJobs: () => Promise<void>;
const mailer = testMailer();

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  server = await testServer(database);
  const jobs = await testJobContext(server, mailer);
  context = jobs.context;
  closeJobs = jobs.close;
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});

type Seat = { id: string; status: string; rev: number; mayApprove: boolean };
type Payload = { seat: Seat | null; problems: { code: string }[] };
const document = (field: string, input: string) =>
  `mutation ($input: ${input}!) { result: ${field}(input: $input) { seat { id status rev mayApprove } problems { code } } }`;
const LIST = `{ boardSeats(unitKind: ORGANIZATION) { nodes { id status mayApprove } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { seat { role } } problems { code } } }`;

type Two = { organizationId: string; one: SeededSeat; two: SeededSeat };
async function twoAdmins(): Promise<Two> {
  const organizationId = await seed.organization();
  return {
    organizationId,
    one: await seed.seat(organizationId, "NATIONAL_ADMIN"),
    two: await seed.seat(organizationId, "NATIONAL_ADMIN"),
  };
}
async function invite(by: SeededSeat, role = "NATIONAL_ADMIN"): Promise<Seat> {
  const input = {
    key: uuidv7(),
    id: uuidv7(),
    role,
    holderName: `Person ${seed.unique()}`,
    email: `${seed.unique()}@test.example`,
  };
  const { result } = await server.ask<{ result: Payload }>(by, document("inviteSeat", "InviteSeatInput"), { input });
  expect(result.problems).toEqual([]);
  return result.seat!;
}
const act = async (by: { secret: string }, field: string, { id, rev }: { id: string; rev: number }) =>
  (await server.ask<{ result: Payload }>(by, document(field, "SeatActionInput"), { input: { key: uuidv7(), id, rev } }))
    .result;
async function send(seatId: string): Promise<number> {
  const { rows } = await seed.client.query<{ id: string; organization_id: string }>(
    "select id, organization_id from app.invitation where seat_id = $1",
    [seatId],
  );
  const before = mailer.sent.length;
  await ORGANIZATION_JOBS[0]!.run({ organizationId: rows[0]!.organization_id, invitationId: rows[0]!.id }, context);
  return mailer.sent.length - before;
}
const accept = async (token: string) =>
  (
    await testBrowser(server).run<{ acceptInvitation: { viewer: object | null } }>(ACCEPT, {
      input: { key: uuidv7(), token },
    })
  ).data!.acceptInvitation.viewer;

describe("a national seat", () => {
  test.each(["NATIONAL_ADMIN", "NATIONAL_EDITOR"])(
    "of a %s takes two: no mail before the other has said yes",
    async (role) => {
      const { one, two } = await twoAdmins();
      const seat = await invite(one, role);
      expect(seat).toMatchObject({ status: "AWAITING_APPROVAL", mayApprove: false });
      expect(await send(seat.id)).toBe(0);
      expect((await act(one, "resendInvitation", seat)).problems).toMatchObject([{ code: "LOCKED" }]);
      const seen = await server.ask<{ boardSeats: { nodes: Seat[] } }>(two, LIST);
      expect(seen.boardSeats.nodes.find(({ id }) => id === seat.id)).toMatchObject({ mayApprove: true });
      const approved = await act(two, "approveSeat", seat);
      expect(approved).toMatchObject({ problems: [], seat: { status: "INVITED", mayApprove: false } });
      expect(await send(seat.id)).toBe(1);
      const link = /#([\w-]{43})/.exec(mailer.sent.at(-1)!.text)![1]!;
      expect(await accept(link)).toMatchObject({ seat: { role } });
      const { rows } = await seed.client.query(
        "select actor_seat_id from app.audit where action = 'SEAT_APPROVED' and subject_id = $1",
        [seat.id],
      );
      expect(rows).toEqual([{ actor_seat_id: two.seatId }]);
    },
  );

  test("is told of to the other administrators and to nobody else, with nobody's name, and not when it waits no more", async () => {
    const { organizationId, one, two } = await twoAdmins();
    const post = async (seat: SeededSeat) => {
      const email = `${seed.unique()}@test.example`;
      await seed.client.query("update app.account set email_ct = $2, language = 'nn' where id = $1", [
        seat.accountId,
        seed.sealer.seal(email, `account/${seat.accountId}/email`),
      ]);
      return email;
    };
    const [, mail] = [await post(one), await post(two), await post(await seed.seat(organizationId, "NATIONAL_EDITOR"))];
    await seed.seat(organizationId, "NATIONAL_ADMIN", {}, { valid_to: "2024-01-01" });
    const seat = await invite(one);
    const waiting = (await queued(seed, "tellWaiting")).filter(({ payload }) => payload["seatId"] === seat.id);
    expect(waiting).toHaveLength(1);
    const tell = ORGANIZATION_JOBS.find(({ task }) => task === "tellWaiting")!;
    const before = mailer.sent.length;
    await tell.run(waiting[0]!.payload, context);
    const sent = mailer.sent.slice(before);
    expect(sent.map(({ to }) => to)).toEqual([mail]);
    expect(sent[0]!.subject).toMatch(/^Noko ventar på deg i Varde/);
    expect(sent[0]!.text).toContain("/lag/nasjonalt");
    const { rows } = await seed.client.query<{ holder_name: string }>(
      "select holder_name from app.seat where id = $1",
      [seat.id],
    );
    expect(`${sent[0]!.subject} ${sent[0]!.text}`).not.toContain(rows[0]!.holder_name);
    await act(two, "approveSeat", seat);
    await tell.run(waiting[0]!.payload, context);
    expect(mailer.sent).toHaveLength(before + 1);
  });

  test("is not approved by who invited, from another seat of theirs, or from another organization", async () => {
    const { organizationId, one } = await twoAdmins();
    const seat = await invite(one);
    const again = await seed.seat(organizationId, "NATIONAL_ADMIN", {}, { account_id: one.accountId });
    for (const by of [one, again])
      expect((await act(by, "approveSeat", seat)).problems).toMatchObject([{ code: "LOCKED" }]);
    const stranger = await seed.seat(await seed.organization(), "NATIONAL_ADMIN");
    const editor = await seed.seat(organizationId, "NATIONAL_EDITOR");
    const input = { input: { key: uuidv7(), id: seat.id, rev: seat.rev } };
    await expect(server.code(stranger, document("approveSeat", "SeatActionInput"), input)).resolves.toBe("NOT_FOUND");
    await expect(server.code(editor, document("approveSeat", "SeatActionInput"), input)).resolves.toBe("FORBIDDEN");
    expect(await send(seat.id)).toBe(0);
  });

  test("is no longer approved after seven days, when who invited is gone, or when it was taken back", async () => {
    const { one, two } = await twoAdmins();
    const [late, orphan, back] = [await invite(one), await invite(one), await invite(one)];
    await seed.client.query(
      "update app.invitation set created_at = now() - interval '7 days 1 minute' where seat_id = $1",
      [late.id],
    );
    expect((await act(two, "approveSeat", late)).problems).toMatchObject([{ code: "LOCKED" }]);
    const seen = await server.ask<{ boardSeats: { nodes: Seat[] } }>(two, LIST);
    expect(seen.boardSeats.nodes.find(({ id }) => id === late.id)).toMatchObject({
      status: "INVITATION_EXPIRED",
      mayApprove: false,
    });
    await act(two, "revokeInvitation", back);
    expect((await act(two, "approveSeat", { id: back.id, rev: back.rev + 1 })).problems).toMatchObject([
      { code: "LOCKED" },
    ]);
    await act(two, "endSeat", { id: one.seatId, rev: 1 });
    expect((await act(two, "approveSeat", orphan)).problems).toMatchObject([{ code: "LOCKED" }]);
  });

  test("cannot be hurried past the second by the application's own roles", async () => {
    const { organizationId, one } = await twoAdmins();
    const seat = await invite(one);
    const token = newSecret();
    for (const set of [
      `token_hash = $2`,
      `accepted_at = now(), token_hash = $2`,
      `needs_second = false, token_hash = $2`,
    ])
      await expect(
        seed.client.query(`update app.invitation set ${set} where seat_id = $1`, [seat.id, hashSecret(token)]),
      ).rejects.toMatchObject({ code: "VA010" });
    expect(await accept(token)).toBeNull();
    // and one that comes with a secret, as approved, is neither
    const other = await invite(one);
    await seed.client.query("delete from app.invitation where seat_id = $1", [other.id]);
    await seed.rows("invitation", {
      organization_id: organizationId,
      id: uuidv7(),
      seat_id: other.id,
      email_ct: Buffer.from("x"),
      token_hash: hashSecret(token),
      needs_second: false,
      approved_by: one.seatId,
      approved_at: new Date(),
      expires_at: new Date(Date.now() + 86_400_000),
    });
    expect(await accept(token)).toBeNull();
    const { rows } = await seed.client.query(
      "select needs_second, approved_at, token_hash from app.invitation where seat_id = $1",
      [other.id],
    );
    expect(rows).toEqual([{ needs_second: true, approved_at: null, token_hash: null }]);
  });

  test("takes one where there is no other; but not the day the other was put out", async () => {
    const organizationId = await seed.organization();
    const alone = await seed.seat(organizationId, "NATIONAL_ADMIN");
    const first = await invite(alone);
    expect(first.status).toBe("INVITED");
    expect(await send(first.id)).toBe(1);
    const other = await twoAdmins();
    await act(other.one, "endSeat", { id: other.two.seatId, rev: 1 });
    expect((await invite(other.one)).status).toBe("AWAITING_APPROVAL");
    await seed.client.query("alter table app.seat disable trigger keep_seat_end");
    await seed.client.query("update app.seat set valid_to = authz.today() - 7 where id = $1", [other.two.seatId]);
    await seed.client.query("alter table app.seat enable trigger keep_seat_end");
    expect((await invite(other.one)).status).toBe("INVITED");
  });

  test("of two who approve at the same time one does, and the mail is one", async () => {
    const { organizationId, one, two } = await twoAdmins();
    const three = await seed.seat(organizationId, "NATIONAL_ADMIN");
    const seat = await invite(one);
    const answers = await Promise.all([act(two, "approveSeat", seat), act(three, "approveSeat", seat)]);
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(await send(seat.id)).toBe(1);
    expect(await send(seat.id)).toBe(0);
  });

  test("a chapter's board and a region take one, as before", async () => {
    const { organizationId, one } = await twoAdmins();
    const chapterId = await seed.chapter(organizationId);
    const input = {
      key: uuidv7(),
      id: uuidv7(),
      role: "CHAPTER_LEADER",
      chapterId,
      holderName: "Ida",
      email: "ida@test.example",
    };
    const { result } = await server.ask<{ result: Payload }>(one, document("inviteSeat", "InviteSeatInput"), { input });
    expect(result.seat!.status).toBe("INVITED");
  });
});

test("a seat that ends at midnight is out at 00:00:01, in a running session, at every door", async () => {
  const { organizationId } = await twoAdmins();
  const chapterId = await seed.chapter(organizationId);
  const seat = await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId });
  const { rows } = await seed.client.query<{ ms: number }>(
    "select extract(epoch from ((now() at time zone 'Europe/Oslo')::date + 1) - (now() at time zone 'Europe/Oslo')) * 1000 as ms",
  );
  await seed.client.query("update app.seat set valid_to = authz.today() + 1 where id = $1", [seat.seatId]);
  // the clock of the database, which alone says what day it is, told to be so much later
  const clock = (later: number) =>
    seed.client.query(
      `create or replace function authz.today() returns date language sql stable set search_path = pg_catalog, pg_temp
         as $$ select ((now() + interval '${Math.round(later)} milliseconds') at time zone 'Europe/Oslo')::date $$`,
    );
  const untilMidnight = Number(rows[0]!.ms);
  const doors = [
    `{ members(first: 1) { totalCount } }`,
    `{ boardSeats(first: 1) { totalCount } }`,
    `{ meetings(first: 1) { totalCount } }`,
  ];
  try {
    // room for the requests themselves
    await clock(untilMidnight - 60_000);
    for (const door of doors) await expect(server.code(seat, door)).resolves.toBe("OK");
    await clock(untilMidnight + 1000);
    for (const door of doors) await expect(server.code(seat, door)).resolves.toBe("FORBIDDEN");
    // and what the phone kept while it was out of reach is refused as a whole
    const deliver = `mutation ($input: DeliverWorkInput!) { deliverWork(input: $input) { taken } }`;
    const work = { input: { key: uuidv7(), id: uuidv7(), seatId: seat.seatId, steps: [], reports: [], emptied: null } };
    await expect(server.code(seat, deliver, work)).resolves.toBe("FORBIDDEN");
    const viewer = `{ viewer { seat { id } seats { id } capabilities } }`;
    await expect(server.ask(seat, viewer)).resolves.toEqual({ viewer: { seat: null, seats: [], capabilities: [] } });
    const live = await fetch(`${server.url}/live`, {
      headers: { cookie: `__Host-s=${seat.secret}`, "sec-fetch-site": "same-origin", accept: "text/event-stream" },
    });
    expect(live.status).toBe(403);
    await live.body?.cancel();
  } finally {
    await clock(0);
  }
});
