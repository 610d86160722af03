import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { softPasskey } from "../../../testkit/passkey.js";
import type { Passkey, PasskeyWays } from "../../../testkit/passkey.js";
import { codeApp } from "../../../testkit/second-factor.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { queued, testBrowser, testJobContext, testMailer } from "../../../testkit/sign-in.js";
import type { TestBrowser } from "../../../testkit/sign-in.js";
import { ACCOUNT_JOBS } from "../jobs.js";
import { fromBase32 } from "./totp.js";

const BEGIN = `mutation ($input: BeginPasskeyInput!) { beginPasskey(input: $input) { options problems { code } } }`;
const FACTORS = `factors { totp { addedAt } passkeys { id name synced } recoveryCodesLeft } recoveryCodes problems { code path }`;
const ADD = `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { ${FACTORS} } }`;
const RENAME = `mutation ($input: RenamePasskeyInput!) { renamePasskey(input: $input) { ${FACTORS} } }`;
const REMOVE = `mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { ${FACTORS} } }`;
const ASK = `mutation ($input: AskForPasskeyInput!) { askForPasskey(input: $input) { options } }`;
const SIGN_IN = `mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { viewer { account { id } } secondStep problems { code path message } } }`;
const GIVE = `mutation ($input: GiveSecondFactorInput!) { giveSecondFactor(input: $input) { viewer { account { id } } problems { code } } }`;
const VIEWER = `{ viewer { seat { id } } signInOptions { secondStep { totp passkey recoveryCodesLeft } } }`;

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(() => seed.client.query("delete from app.rate_limit"));

type Shown = {
  factors: { totp: object | null; passkeys: { id: string; name: string }[]; recoveryCodesLeft: number } | null;
  recoveryCodes: string[];
  problems: { code: string; path: string[] }[];
};
type Viewed = { viewer: { seat: { id: string } } | null; signInOptions: { secondStep: object | null } };

const officer = (): Promise<SeededSeat> =>
  seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
function browserOf(secret: string | null, headers: Record<string, string> = {}): TestBrowser {
  const browser = testBrowser(server, headers);
  if (secret) browser.jar.set("__Host-s", secret);
  return browser;
}
const input = (more: object = {}) => ({ input: { key: randomUUID(), ...more } });
const begin = async (browser: TestBrowser) => {
  const answer = await browser.run<{ beginPasskey: { options: string | null } }>(BEGIN, input());
  return answer.data?.beginPasskey.options ?? answer.code ?? "REFUSED";
};
const send = async (browser: TestBrowser, credential: string, key = randomUUID()) =>
  (await browser.run<{ addPasskey: Shown }>(ADD, { input: { key, credential } })).data!.addPasskey;
const ask = async (browser: TestBrowser, step = false) =>
  (await browser.run<{ askForPasskey: { options: string } }>(ASK, input({ step }))).data!.askForPasskey.options;
const enter = async (browser: TestBrowser, credential: string, key = randomUUID()) => {
  const answer = await browser.run<{ signInWithPasskey: { viewer: { account: { id: string } } | null } & Shown }>(
    SIGN_IN,
    { input: { key, credential } },
  );
  const { viewer, problems } = answer.data!.signInWithPasskey;
  return viewer?.account.id ?? problems[0]!.code;
};
const give = async (browser: TestBrowser, code: string) => {
  const answer = await browser.run<{ giveSecondFactor: Shown & { viewer: object | null } }>(
    GIVE,
    input({ kind: "PASSKEY", code }),
  );
  return answer.code ?? answer.data!.giveSecondFactor.problems[0]?.code ?? "IN";
};
const seen = async (browser: TestBrowser) => (await browser.run<Viewed>(VIEWER)).data!;
const longAgo = (accountId: string) =>
  seed.client.query("update app.session set stepup_at = now() - interval '11 minutes' where account_id = $1", [
    accountId,
  ]);

/** adds a passkey as a person does */
async function added(ways: Parameters<typeof softPasskey>[0] = {}) {
  const seat = await officer();
  const browser = browserOf(seat.secret, { "user-agent": "Mozilla/5.0 (iPhone) Safari/1" });
  const key = softPasskey(ways);
  const done = await send(browser, key.make(await begin(browser)));
  return { seat, browser, key, done };
}

test("a passkey is added and named by its device, the session's secret changes, and every other one waits", async () => {
  const before = await officer();
  const other = browserOf(await seed.session(before.accountId, before.seatId));
  const browser = browserOf(before.secret, { "user-agent": "Mozilla/5.0 (iPhone) Safari/1" });
  const [first, second] = [softPasskey(), softPasskey()];
  const done = await send(browser, first.make(await begin(browser)));
  // it follows its owner to a new phone: nothing to print
  expect(done).toMatchObject({ problems: [], recoveryCodes: [], factors: { passkeys: [{ name: "iPhone" }] } });
  expect(browser.jar.get("__Host-s")).not.toBe(before.secret);
  expect((await seen(browser)).viewer?.seat.id).toBe(before.seatId);
  expect(await seen(other)).toMatchObject({
    viewer: null,
    signInOptions: { secondStep: { totp: false, passkey: true, recoveryCodesLeft: 0 } },
  });
  const again = await send(browser, second.make(await begin(browser)));
  expect(again.factors!.passkeys.map(({ name }) => name)).toEqual(["iPhone", "iPhone 2"]);
  // and the same key is no new one
  expect((await send(browser, first.make(await begin(browser)))).problems).toMatchObject([{ code: "INVALID" }]);
});

test("one that stays on its device comes with recovery codes, and one of them stands in for it", async () => {
  const { seat, done } = await added({ synced: false });
  expect(done.recoveryCodes).toHaveLength(10);
  const half = browserOf(await seed.session(seat.accountId, seat.seatId));
  const answer = await half.run<{ giveSecondFactor: Shown }>(
    GIVE,
    input({ kind: "RECOVERY_CODE", code: done.recoveryCodes[0] }),
  );
  expect(answer.data!.giveSecondFactor.problems).toEqual([]);
  expect((await seen(half)).viewer?.seat.id).toBe(seat.seatId);
});

test("it signs in alone, at level 2, once for each time it is asked; a lost answer is given again", async () => {
  const { seat, key } = await added({ counts: true });
  const browser = browserOf(null);
  const answer = key.use(await ask(browser));
  const once = randomUUID();
  expect(await enter(browser, answer, once)).toBe(seat.accountId);
  const secret = browser.jar.get("__Host-s");
  expect((await seen(browser)).viewer?.seat.id).toBe(seat.seatId);
  const { rows } = await seed.client.query(
    "select aal, by_passkey, stepup_at is not null as up from app.session where account_id = $1 order by created_at desc limit 1",
    [seat.accountId],
  );
  expect(rows).toEqual([{ aal: 2, by_passkey: true, up: true }]);
  const lost = browserOf(null);
  lost.jar.set("__Host-b", browser.jar.get("__Host-b")!);
  expect(await enter(lost, answer, once)).toBe(seat.accountId);
  expect(lost.jar.get("__Host-s")).toBe(secret);
  expect(await enter(lost, answer)).toBe("INVALID");
});

test("it is the second step of a link, and the step-up", async () => {
  const { seat, browser, key } = await added();
  const half = browserOf(await seed.session(seat.accountId, seat.seatId));
  expect(await give(half, key.use(await ask(half, true)))).toBe("IN");
  expect((await seen(half)).viewer?.seat.id).toBe(seat.seatId);
  await longAgo(seat.accountId);
  expect(await begin(browser)).toBe("STEP_UP_REQUIRED");
  expect(await give(browser, key.use(await ask(browser, true)))).toBe("IN");
  expect(await begin(browser)).toContain("challenge");
});

test("it is renamed; removing asks for it anew, ends the other sessions, and a link is enough again", async () => {
  const { seat, browser, key, done } = await added({ synced: false });
  const { id } = done.factors!.passkeys[0]!;
  const named = await browser.run<{ renamePasskey: Shown }>(RENAME, input({ id, name: " Jobbmobilen " }));
  expect(named.data!.renamePasskey.factors!.passkeys).toMatchObject([{ name: "Jobbmobilen" }]);
  for (const name of ["", "x".repeat(61), "to\nlinjer", "13097248022"])
    expect(
      (await browser.run<{ renamePasskey: Shown }>(RENAME, input({ id, name }))).data!.renamePasskey.problems,
    ).toMatchObject([{ code: "INVALID", path: ["name"] }]);
  const desk = browserOf(null);
  expect(await enter(desk, key.use(await ask(desk)))).toBe(seat.accountId);
  await longAgo(seat.accountId);
  expect((await browser.run(REMOVE, input({ id }))).code).toBe("STEP_UP_REQUIRED");
  expect(await give(browser, key.use(await ask(browser, true)))).toBe("IN");
  const removed = await browser.run<{ removePasskey: Shown }>(REMOVE, input({ id }));
  expect(removed.data!.removePasskey.factors).toEqual({ totp: null, passkeys: [], recoveryCodesLeft: 0 });
  expect((await seen(desk)).viewer).toBeNull();
  expect((await seen(browser)).viewer?.seat.id).toBe(seat.seatId);
  // and what it can still answer is worth nothing
  const thief = browserOf(null);
  expect(await enter(thief, key.use(await ask(thief)))).toBe("INVALID");
});

test("a code app and a passkey live side by side: removing one leaves the other, and the codes", async () => {
  const { seat, browser, key } = await added();
  const begun = await browser.run<{ beginTotp: { secret: string } }>(
    `mutation ($input: BeginTotpInput!) { beginTotp(input: $input) { secret } }`,
    input(),
  );
  const app = codeApp(fromBase32(begun.data!.beginTotp.secret));
  await browser.run(
    `mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { recoveryCodes } }`,
    input({ code: app.code(-1) }),
  );
  const removed = await browser.run<{ removeTotp: Shown }>(
    `mutation ($input: RemoveTotpInput!) { removeTotp(input: $input) { ${FACTORS} } }`,
    input(),
  );
  expect(removed.data!.removeTotp.factors).toMatchObject({ totp: null, recoveryCodesLeft: 10 });
  const half = browserOf(await seed.session(seat.accountId, seat.seatId));
  expect((await seen(half)).viewer).toBeNull();
  expect(await give(half, key.use(await ask(half, true)))).toBe("IN");
});

test("the trail says what happened and no more, and the person gets a mail that names nobody", async () => {
  const { seat, browser, key, done } = await added();
  await browser.run(REMOVE, input({ id: done.factors!.passkeys[0]!.id }));
  const { rows } = await seed.client.query<{ action: string; detail: object }>(
    "select action, detail from app.audit where actor_seat_id = $1 order by id",
    [seat.seatId],
  );
  expect(rows).toEqual([
    { action: "FACTOR_ADDED", detail: { kind: "PASSKEY" } },
    { action: "FACTOR_REMOVED", detail: { kind: "PASSKEY" } },
  ]);
  const mailer = testMailer();
  const { context, close } = await testJobContext(server, mailer);
  const jobs = (await queued(seed, "sendFactorNotice")).filter(({ payload }) => payload.accountId === seat.accountId);
  const { run } = ACCOUNT_JOBS.find(({ task }) => task === "sendFactorNotice")!;
  for (const { payload } of jobs) await run(payload, context);
  await close();
  expect(mailer.sent.map(({ subject }) => subject)).toEqual([
    "Innloggingen din er endret",
    "Innloggingen din er endret",
  ]);
  expect(mailer.sent[0]!.text).toContain("En passnøkkel er lagt til");
  expect(mailer.sent[1]!.text).toContain("En passnøkkel er fjernet");
  for (const { text } of mailer.sent)
    for (const word of ["iPhone", key.id, "Person", "Holder"]) expect(text).not.toContain(word);
});

// Attacks: somebody with a browser, a mailbox or a passkey of their own

const forged: [string, PasskeyWays | ((key: Passkey, other: Passkey, options: string) => string)][] = [
  ["from another origin", { origin: "https://varde.example" }],
  ["from the same name at another port", { origin: "http://localhost:4461" }],
  ["bound to another name", { rpID: "varde.example" }],
  ["without the person verified", { verified: false }],
  ["of the wrong kind", { type: "webauthn.create" }],
  ["for another account", { userHandle: Buffer.from(randomUUID().replaceAll("-", ""), "hex").toString("base64url") }],
  ["for a challenge that was never given", { challenge: "A".repeat(43) }],
  [
    "signed by another key under this one's name",
    (key, other, options) => other.use(options).replaceAll(other.id, key.id),
  ],
  ["of a passkey nobody has", (_key, _other, options) => softPasskey().use(options)],
  ["that is no answer", () => "{}"],
  ["that is no JSON", () => "x".repeat(9000)],
];
test("whatever is forged about an answer, nobody comes in by it, and each is told the same", async () => {
  const { key, seat } = await added({ counts: true });
  const { key: other } = await added();
  const said = new Set<string>();
  for (const [what, how] of forged) {
    const browser = browserOf(null);
    const options = await ask(browser);
    const credential = typeof how === "function" ? how(key, other, options) : key.use(options, how);
    const answer = await browser.run<{ signInWithPasskey: { viewer: null; problems: { message: string }[] } }>(
      SIGN_IN,
      input({ credential }),
    );
    expect([what, answer.data!.signInWithPasskey.viewer, browser.jar.has("__Host-s")]).toEqual([what, null, false]);
    said.add(JSON.stringify(answer.data));
    // nor as the second step of somebody who has the mailbox
    const half = browserOf(await seed.session(seat.accountId, seat.seatId));
    const step = await ask(half, true);
    expect([what, await give(half, typeof how === "function" ? how(key, other, step) : key.use(step, how))]).toEqual([
      what,
      "INVALID",
    ]);
    await seed.client.query("delete from app.rate_limit");
  }
  expect([...said]).toHaveLength(1);
});

test("a counter that goes back, or stands, is a copy", async () => {
  const { key } = await added({ counts: true });
  const tryWith = async (count: number) => {
    const browser = browserOf(null);
    return enter(browser, key.use(await ask(browser), { count }));
  };
  expect(await tryWith(40)).not.toBe("INVALID");
  expect(await tryWith(39)).toBe("INVALID");
  expect(await tryWith(40)).toBe("INVALID");
  expect(await tryWith(0)).toBe("INVALID");
  expect(await tryWith(41)).not.toBe("INVALID");
});

test("a challenge is one browser's, for one purpose, once, for five minutes", async () => {
  const { key, seat } = await added();
  const asked = browserOf(null);
  const options = await ask(asked);
  const thief = browserOf(null);
  await ask(thief);
  expect(await enter(thief, key.use(options))).toBe("INVALID");
  // which took nothing from the one who asked
  expect(await enter(asked, key.use(options))).toBe(seat.accountId);
  expect(await enter(asked, key.use(options))).toBe("INVALID");
  const old = await ask(asked);
  await seed.client.query("update app.passkey_challenge set expires_at = now()");
  expect(await enter(asked, key.use(old))).toBe("INVALID");
  // what was asked for a step signs nobody in, and the other way about
  const half = browserOf(await seed.session(seat.accountId, seat.seatId));
  half.jar.set("__Host-b", asked.jar.get("__Host-b")!);
  expect(await enter(half, key.use(await ask(half, true)))).toBe("INVALID");
  expect(await give(half, key.use(await ask(half)))).toBe("INVALID");
  // a failed answer uses its challenge up as well
  const failed = await ask(asked);
  expect(await enter(asked, key.use(failed, { verified: false }))).toBe("INVALID");
  expect(await enter(asked, key.use(failed))).toBe("INVALID");
});

test("of eight who send the same right answer at once, one session comes of it", async () => {
  const { key, seat } = await added();
  const browser = browserOf(null);
  const credential = key.use(await ask(browser));
  const got = await Promise.all(
    Array.from({ length: 8 }, () => {
      const twin = browserOf(null);
      twin.jar.set("__Host-b", browser.jar.get("__Host-b")!);
      return enter(twin, credential);
    }),
  );
  expect(got.filter((one) => one === seat.accountId)).toHaveLength(1);
});

test("somebody else's passkey is no second factor of this account, whatever organization they sit in", async () => {
  const { seat } = await added();
  const { key: neighbour } = await added();
  const far = browserOf(world.foreignLeader.secret);
  const foreign = softPasskey();
  await send(far, foreign.make(await begin(far)));
  for (const key of [neighbour, foreign]) {
    const half = browserOf(await seed.session(seat.accountId, seat.seatId));
    expect(await give(half, key.use(await ask(half, true)))).toBe("INVALID");
    expect((await seen(half)).viewer).toBeNull();
  }
});

test("half a session adds, renames and removes nothing; nor does one begun by an invitation passed on, nor one that gave its factor long ago", async () => {
  const { seat, browser, done } = await added();
  const { id } = done.factors!.passkeys[0]!;
  const half = browserOf(await seed.session(seat.accountId, seat.seatId));
  expect(await begin(half)).toBe("UNAUTHENTICATED");
  for (const document of [RENAME, REMOVE])
    expect((await half.run(document, input({ id, ...(document === RENAME && { name: "Min" }) }))).code).toBe(
      "UNAUTHENTICATED",
    );
  const options = await begin(browser);
  // with a challenge of the owner's own, even
  expect((await half.run(ADD, input({ credential: softPasskey().make(options) }))).code).toBe("UNAUTHENTICATED");
  await longAgo(seat.accountId);
  expect((await browser.run(ADD, input({ credential: softPasskey().make(options) }))).code).toBe("STEP_UP_REQUIRED");
  const victim = await officer();
  const invited = browserOf(await seed.session(victim.accountId, victim.seatId, { aal: 0 }));
  expect(await begin(invited)).toBe("STEP_UP_REQUIRED");
  expect(await begin(browserOf(null))).toBe("UNAUTHENTICATED");
});

test("what is registered is looked at as closely: origin, name, verification, challenge", async () => {
  const seat = await officer();
  const browser = browserOf(seat.secret);
  for (const ways of [
    { origin: "https://varde.example" },
    { rpID: "varde.example" },
    { verified: false },
    { type: "webauthn.get" },
    { challenge: "B".repeat(43) },
  ])
    expect([ways, (await send(browser, softPasskey().make(await begin(browser), ways))).problems]).toMatchObject([
      ways,
      [{ code: "INVALID" }],
    ]);
  const { rows } = await seed.client.query("select 1 from app.passkey where account_id = $1", [seat.accountId]);
  expect(rows).toEqual([]);
});

test("nobody renames or removes another's passkey", async () => {
  const { done } = await added();
  const { id } = done.factors!.passkeys[0]!;
  const { browser } = await added();
  expect((await browser.run(RENAME, input({ id, name: "Min" }))).code).toBe("NOT_FOUND");
  expect((await browser.run(RENAME, input({ id: "x", name: "Min" }))).code).toBe("NOT_FOUND");
  await browser.run(REMOVE, input({ id }));
  expect((await seed.client.query("select 1 from app.passkey where id = $1", [id])).rows).toHaveLength(1);
});

test("who asks without end is asked to wait, and nobody else is", async () => {
  const many = browserOf(null);
  const asked = await Promise.all(Array.from({ length: 64 }, () => many.run(ASK, input({ step: false }))));
  expect(asked.filter(({ code }) => code === "RATE_LIMITED")).toHaveLength(4);
});
