import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { seedInvitation, testBrowser } from "../../testkit/sign-in.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";

const ACCOUNT = `{ myAccount { email lastAdminOf sessions { id browser system lastUsedAt current } seats { id role holds validTo capabilities } } }`;
const VIEWER = `{ viewer { account { id } seat { id } } }`;
const ELSEWHERE = `{ endedElsewhere }`;
const END = `mutation ($input: EndMySessionInput!) { endMySession(input: $input) { done } }`;
const OTHERS = `mutation ($input: EndMyOtherSessionsInput!) { endMyOtherSessions(input: $input) { done } }`;
const DELETE = `mutation ($input: DeleteMyAccountInput!) { deleteMyAccount(input: $input) { done problems { code message } } }`;
const DATA = `{ myData { fileName json } }`;

type Session = { id: string; browser: string; system: string; current: boolean };
type Mine = {
  myAccount: {
    email: string;
    lastAdminOf: string[];
    sessions: Session[];
    seats: { id: string; holds: boolean; capabilities: string[] }[];
  };
};

let database: TestDatabase;
let seed: Seed;
let server: TestServer;
let federation: Federation;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const input = (more: object = {}) => ({ input: { key: randomUUID(), ...more } });
const board = () => seed.seat(federation.organizationId, "CHAPTER_BOARD", { chapterId: federation.chapters.own });
const mine = async (seat: { secret: string }) => (await server.ask<Mine>(seat, ACCOUNT)).myAccount;
const idOf = async (secret: string) =>
  (await seed.client.query<{ id: string }>(`select id from app.session where token_hash = $1`, [hashSecret(secret)]))
    .rows[0]!.id;

describe("the list of where one is signed in", () => {
  test("knows a device by coarse words, marks this one, and shows no secret and nobody else's", async () => {
    const { token } = await seedInvitation(seed, federation);
    const phone = testBrowser(server, {
      "user-agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
    });
    await phone.run(
      `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { account { id } } } }`,
      input({ token }),
    );
    const answer = await phone.run<Mine>(ACCOUNT);
    expect(answer.data!.myAccount.sessions).toEqual([
      expect.objectContaining({ browser: "CHROME", system: "ANDROID", current: true }),
    ]);
    const { rows } = await seed.client.query<{ device: string }>(
      `select device from app.session where token_hash = $1`,
      [hashSecret(phone.jar.get("__Host-s")!)],
    );
    expect(rows).toEqual([{ device: "CHROME/ANDROID" }]);
  });

  test("shows this one first, and neither what is over nor a job's", async () => {
    const one = await board();
    const other = await seed.session(one.accountId, one.seatId);
    await seed.session(one.accountId, one.seatId, { revoked_at: new Date() });
    await seed.session(one.accountId, one.seatId, { idle_until: new Date(Date.now() - 1000) });
    await seed.session(one.accountId, one.seatId, { hard_exp: new Date(Date.now() - 1000) });
    const { sessions } = await mine(one);
    expect(sessions.map(({ id, current }) => [id, current])).toEqual([
      [await idOf(one.secret), true],
      [await idOf(other), false],
    ]);
  });

  test("shows the seats with their end and what they give; what is over gives nothing", async () => {
    const one = await board();
    const over = await seed.seat(federation.organizationId, "NATIONAL_ADMIN", {}, { account_id: one.accountId });
    await seed.client.query("update app.seat set valid_to = authz.today() - 3 where id = $1", [over.seatId]);
    const { seats, email } = await mine(one);
    expect(seats.map(({ id, holds }) => [id, holds])).toEqual([
      [one.seatId, true],
      [over.seatId, false],
    ]);
    expect(seats[0]!.capabilities).toContain("MEMBER_READ");
    expect(seats[1]!.capabilities).toEqual([]);
    expect(email).toMatch(/@test\.example$/);
  });

  test("opens to nobody, and not to who came by a forwarded invitation to another seat", async () => {
    const one = await board();
    const invited = { secret: await seed.session(one.accountId, one.seatId, { aal: 0 }) };
    for (const document of [ACCOUNT, DATA]) {
      await expect(server.code(null, document)).resolves.toBe("UNAUTHENTICATED");
      await expect(server.code(invited, document)).resolves.toBe("STEP_UP_REQUIRED");
    }
    await expect(server.code(invited, OTHERS, input())).resolves.toBe("STEP_UP_REQUIRED");
    await expect(server.code(invited, DELETE, input())).resolves.toBe("STEP_UP_REQUIRED");
  });
});

describe("ending a sign-in", () => {
  test("holds from the next request, and tells that device that what it stored is to go", async () => {
    const one = await board();
    const lost = { secret: await seed.session(one.accountId, one.seatId) };
    await expect(server.ask(lost, ELSEWHERE)).resolves.toEqual({ endedElsewhere: false });
    const begun = Date.now();
    await server.ask(one, END, input({ id: await idOf(lost.secret) }));
    await expect(server.ask(lost, VIEWER)).resolves.toEqual({ viewer: null });
    expect(Date.now() - begun).toBeLessThan(1000);
    await expect(server.code(lost, ACCOUNT)).resolves.toBe("UNAUTHENTICATED");
    await expect(server.ask(lost, ELSEWHERE)).resolves.toEqual({ endedElsewhere: true });
    await expect(server.ask(one, VIEWER)).resolves.toMatchObject({ viewer: { account: { id: one.accountId } } });
    await expect(server.ask(null, ELSEWHERE)).resolves.toEqual({ endedElsewhere: false });
  });

  test("ends a live stream of it at once", async () => {
    const one = await board();
    const lost = await seed.session(one.accountId, one.seatId);
    const stream = await fetch(`${server.url}/live`, {
      headers: { cookie: `__Host-s=${lost}`, "sec-fetch-site": "same-origin", accept: "text/event-stream" },
    });
    expect(stream.status).toBe(200);
    const heard = stream.text();
    await server.ask(one, END, input({ id: await idOf(lost) }));
    expect(await heard).toContain("session");
  });

  test("never another's, and a foreign id is like a missing one", async () => {
    const one = await board();
    for (const id of [await idOf(federation.admin.secret), randomUUID(), "no-id"])
      await expect(server.code(one, END, input({ id }))).resolves.toBe("NOT_FOUND");
    await expect(server.ask(federation.admin, VIEWER)).resolves.toMatchObject({
      viewer: { seat: { id: federation.admin.seatId } },
    });
  });

  test("all others: this one stays, and so do other people's; twice is the same", async () => {
    const one = await board();
    const others = [await seed.session(one.accountId, one.seatId), await seed.session(one.accountId, null)];
    await server.ask(one, OTHERS, input());
    await server.ask(one, OTHERS, input());
    for (const secret of others) await expect(server.ask({ secret }, VIEWER)).resolves.toEqual({ viewer: null });
    expect((await mine(one)).sessions).toHaveLength(1);
    await expect(server.ask(federation.leader, VIEWER)).resolves.toMatchObject({
      viewer: { seat: { id: federation.leader.seatId } },
    });
  });

  test("signing out here is not being ended elsewhere: what waits on the device stays", async () => {
    const one = await board();
    const browser = testBrowser(server);
    browser.jar.set("__Host-s", one.secret);
    await browser.run(`mutation ($input: SignOutInput!) { signOut(input: $input) { done } }`, input());
    await expect(server.ask(one, ELSEWHERE)).resolves.toEqual({ endedElsewhere: false });
  });
});

describe("the copy of what is kept", () => {
  test("holds the account, seats, sign-ins, own acts and reminders, and no id of what was acted on", async () => {
    const one = await board();
    const subject = randomUUID();
    const act = {
      organization_id: federation.organizationId,
      chapter_id: federation.chapters.own,
      action: "MEMBER_READ_TEST",
      subject_type: "Member",
      subject_id: subject,
    };
    await seed.rows("audit", { ...act, actor_seat_id: one.seatId });
    await seed.rows("audit", { ...act, action: "DONE_BY_ANOTHER", actor_seat_id: federation.leader.seatId });
    const { myData } = await server.ask<{ myData: { fileName: string; json: string } }>(one, DATA);
    const copy = JSON.parse(myData.json) as Record<string, unknown[]> & { account: { email: string } };
    expect(myData.fileName).toMatch(/^varde-\d{4}-\d\d-\d\d$/);
    expect(Object.keys(copy).toSorted()).toEqual([
      "account",
      "calendars",
      "codeApp",
      "done",
      "exports",
      "identities",
      "messages",
      "passkeys",
      "reminders",
      "seats",
      "sessions",
    ]);
    expect(copy.account.email).toBe((await mine(one)).email);
    expect(copy.done).toEqual([expect.objectContaining({ action: "MEMBER_READ_TEST", kind: "Member" })]);
    expect(copy.sessions).toHaveLength(1);
    expect(myData.json).not.toContain(subject);
    expect(myData.json).not.toContain("DONE_BY_ANOTHER");
    expect(myData.json).not.toContain(one.secret);
    expect(myData.json).not.toContain(hashSecret(one.secret).toString("hex"));
  });

  test("is not made without end", async () => {
    const one = await board();
    for (let n = 0; n < 10; n += 1) await server.ask(one, DATA);
    await expect(server.code(one, DATA)).resolves.toBe("RATE_LIMITED");
  });
});

describe("deleting oneself", () => {
  const deleted = async (seat: { secret: string }) =>
    (await server.ask<{ deleteMyAccount: { done: boolean; problems: { code: string }[] } }>(seat, DELETE, input()))
      .deleteMyAccount;

  test("ends seats and sign-ins everywhere and takes the name; what was done stays with the chapter", async () => {
    const one = await board();
    const abroad = await seed.seat(
      federation.foreignOrganizationId,
      "NATIONAL_EDITOR",
      {},
      { account_id: one.accountId },
    );
    const { email } = await mine(one);
    const { rows: before } = await seed.client.query<{ holder_name: string }>(
      "select holder_name from app.seat where id = $1",
      [one.seatId],
    );
    expect(await deleted(one)).toEqual({ done: true, problems: [] });
    for (const secret of [one.secret, abroad.secret]) {
      await expect(server.ask({ secret }, VIEWER)).resolves.toEqual({ viewer: null });
      await expect(server.ask({ secret }, ELSEWHERE)).resolves.toEqual({ endedElsewhere: true });
    }
    const { rows } = await seed.client.query(
      `select s.holder_name, s.valid_to <= authz.today() as over, a.name, length(a.email_ct) as sealed, a.stopped_at is not null as stopped
         from app.seat s join app.account a on a.id = s.account_id where a.id = $1`,
      [one.accountId],
    );
    expect(rows).toEqual(
      Array.from({ length: 2 }, () => ({
        holder_name: "Slettet konto",
        over: true,
        name: "Slettet konto",
        sealed: 0,
        stopped: true,
      })),
    );
    const { rows: trail } = await seed.client.query(
      "select organization_id, chapter_id from app.audit where action = 'ACCOUNT_DELETED' and actor_seat_id = any ($1)",
      [[one.seatId, abroad.seatId]],
    );
    expect(trail).toHaveLength(2);
    const everything = await seed.client.query<{ found: string }>(
      `select (select string_agg(a::text, ' ') from app.account a where a.id = $1) || (select string_agg(s::text, ' ') from app.seat s where s.account_id = $1) as found`,
      [one.accountId],
    );
    expect(everything.rows[0]!.found).not.toContain(before[0]!.holder_name);
    // the address is free again, and belongs to nobody
    const { rows: free } = await seed.client.query("select 1 from app.account where email_bidx = $1", [
      seed.sealer.blindIndex("account", email),
    ]);
    expect(free).toEqual([]);
  });

  test("asks for a fresh sign-in", async () => {
    const one = await board();
    await seed.client.query("update app.session set created_at = now() - interval '11 minutes' where token_hash = $1", [
      hashSecret(one.secret),
    ]);
    await expect(server.code(one, DELETE, input())).resolves.toBe("STEP_UP_REQUIRED");
    await expect(server.ask(one, VIEWER)).resolves.toMatchObject({ viewer: { seat: { id: one.seatId } } });
    await seed.client.query("update app.session set stepup_at = now() where token_hash = $1", [hashSecret(one.secret)]);
    expect(await deleted(one)).toMatchObject({ done: true });
  });

  test("the last administrator cannot, and of two at the same time one stays", async () => {
    const organizationId = await seed.organization();
    const [one, two] = [
      await seed.seat(organizationId, "NATIONAL_ADMIN"),
      await seed.seat(organizationId, "NATIONAL_ADMIN"),
    ];
    expect((await mine(one)).lastAdminOf).toEqual([]);
    const answers = await Promise.all([deleted(one), deleted(two)]);
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    const left = answers[0]!.done ? two : one;
    expect(await deleted(left)).toMatchObject({ done: false, problems: [{ code: "LOCKED" }] });
    expect((await mine(left)).lastAdminOf).toHaveLength(1);
  });

  test("an administrator whose only fellow is deleted or ended is the last", async () => {
    const organizationId = await seed.organization();
    const one = await seed.seat(organizationId, "NATIONAL_ADMIN");
    const two = await seed.seat(organizationId, "NATIONAL_ADMIN");
    await seed.client.query("update app.account set stopped_at = now() where id = $1", [two.accountId]);
    expect(await deleted(one)).toMatchObject({ done: false });
  });
});

describe("one's own name", () => {
  const RENAME = `mutation ($input: RenameMyselfInput!) { renameMyself(input: $input) { done problems { code path } } }`;
  const rename = async (seat: { secret: string }, name: string) =>
    (await server.ask<{ renameMyself: { done: boolean; problems: object[] } }>(seat, RENAME, input({ name })))
      .renameMyself;

  test("follows to every list, and the trail says that and not the name", async () => {
    const one = await board();
    const other = await board();
    const before = await seed.client.query("select holder_name, rev from app.seat where id = $1", [other.seatId]);
    expect(await rename(one, "  Ida  Marie Ås ")).toEqual({ done: true, problems: [] });
    expect(await rename(one, "Ida Marie Ås")).toEqual({ done: true, problems: [] });
    const LIST = `query ($chapterId: ID) { boardSeats(chapterId: $chapterId) { nodes { id holderName } } viewer { account { name } } }`;
    const seen = await server.ask<{ boardSeats: { nodes: { id: string; holderName: string }[] }; viewer: object }>(
      one,
      LIST,
      { chapterId: federation.chapters.own },
    );
    expect(seen.viewer).toEqual({ account: { name: "Ida Marie Ås" } });
    expect(seen.boardSeats.nodes.find(({ id }) => id === one.seatId)!.holderName).toBe("Ida Marie Ås");
    expect(
      (await seed.client.query("select holder_name, rev from app.seat where id = $1", [other.seatId])).rows,
    ).toEqual(before.rows);
    const { rows } = await seed.client.query(
      "select actor_seat_id, subject_id, detail from app.audit where action = 'ACCOUNT_RENAMED' and subject_id = $1",
      [one.seatId],
    );
    expect(rows).toEqual([{ actor_seat_id: one.seatId, subject_id: one.seatId, detail: {} }]);
  });

  test.each([
    "",
    "   ",
    "123",
    "Ida\nÅs",
    "x".repeat(121),
    "Ida 01010750160",
    "ida@lag.example",
    "<b>Ida</b>",
    "Ida\u202eÅs",
  ])("is not %j", async (name) => {
    const one = await board();
    expect(await rename(one, name)).toMatchObject({ done: false, problems: [{ code: "INVALID", path: ["name"] }] });
  });

  test("is nobody else's to change: not by a half session, and not by the app's own role", async () => {
    const one = await board();
    await seed.client.query("update app.session set aal = 0 where token_hash = $1", [hashSecret(one.secret)]);
    expect(await server.code(one, RENAME, input({ name: "Ida" }))).toBe("STEP_UP_REQUIRED");
    const may = await seed.client.query(
      `select has_function_privilege('${database.rolePrefix}_app', 'authz.rename_account(uuid, text)', 'execute') as app`,
    );
    expect(may.rows).toEqual([{ app: false }]);
  });
});
