import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hashSecret, newSecret } from "../../kernel/crypto/sealer.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";
import { queued, seedInvitation, testBrowser } from "../sign-in.js";
import type { TestBrowser } from "../sign-in.js";

const REQUEST = `mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { done } }`;
const CONSUME = `mutation ($input: ConsumeSignInLinkInput!) { consumeSignInLink(input: $input) { viewer { account { id } } problems { code } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { seat { id } seats { id } } problems { code } } }`;
const ACT_AS = `mutation ($input: ActAsInput!) { actAs(input: $input) { viewer { seat { id } } problems { code } } }`;
const VIEWER = `{ viewer { seat { id } } }`;

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, behindProxy: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  behindProxy = await testServer(database, { trustedProxies: 1 });
});
afterAll(async () => {
  await server.stop();
  await behindProxy.stop();
  await seed.close();
  await database.drop();
});
beforeEach(() => seed.client.query("delete from app.rate_limit"));

async function person() {
  const [id, email] = [randomUUID(), `${seed.unique()}@test.example`];
  await seed.account({
    id,
    email_ct: seed.sealer.seal(email, `account/${id}/email`),
    email_bidx: seed.sealer.blindIndex("account", email),
  });
  return { id, email };
}

/** a link as the mail holds it, and the browser that asked for it */
async function link(accountId: string): Promise<{ token: string; browser: TestBrowser }> {
  const [token, own] = [newSecret(), newSecret()];
  await seed.rows("sign_in_request", {
    id: randomUUID(),
    account_id: accountId,
    browser_hash: hashSecret(own),
    token_hash: hashSecret(token),
    expires_at: new Date(Date.now() + 600_000),
  });
  const browser = testBrowser(server);
  browser.jar.set("__Host-b", own);
  return { token, browser };
}
const twinOf = (browser: TestBrowser): TestBrowser => {
  const twin = testBrowser(server);
  for (const [name, value] of browser.jar) twin.jar.set(name, value);
  return twin;
};

test("one request sent five times at once signs in five times with the same session", async () => {
  const { id } = await person();
  const { token, browser } = await link(id);
  const key = randomUUID();
  const twins = [1, 2, 3, 4, 5].map(() => twinOf(browser));
  type Consumed = { consumeSignInLink: { viewer: { account: { id: string } } | null } };
  const answers = await Promise.all(twins.map((twin) => twin.run<Consumed>(CONSUME, { input: { key, token } })));
  expect(answers.map(({ data }) => data?.consumeSignInLink.viewer?.account.id)).toEqual(twins.map(() => id));
  expect(new Set(twins.map(({ jar }) => jar.get("__Host-s"))).size).toBe(1);
  const kept = await seed.client.query("select 1 from app.session where account_id = $1", [id]);
  expect(kept.rowCount).toBe(1);
});

test("one acceptance sent four times at once is four times the same yes", async () => {
  const { seatId, token } = await seedInvitation(seed, world);
  const key = randomUUID();
  type Accepted = { acceptInvitation: { viewer: { seat: { id: string } } | null } };
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => testBrowser(server).run<Accepted>(ACCEPT, { input: { key, token } })),
  );
  expect(answers.map(({ data }) => data?.acceptInvitation.viewer?.seat.id)).toEqual([seatId, seatId, seatId, seatId]);
});

test("acting in another seat at once: twins of one request agree, and of two requests one wins and the other is told to ask again", async () => {
  const accountId = await seed.account();
  const seats: SeededSeat[] = [];
  for (const role of ["CHAPTER_LEADER", "CHAPTER_BOARD", "MENTOR"] as const) {
    const unit = { chapterId: world.chapters.own };
    seats.push(await seed.seat(world.organizationId, role, unit, { account_id: accountId }));
  }
  const browserOf = async () => {
    const browser = testBrowser(server);
    browser.jar.set("__Host-s", await seed.session(accountId, seats[0]!.seatId));
    return browser;
  };
  const act = (browser: TestBrowser, seatId: string, key: string = randomUUID()) =>
    browser.run<{ actAs: { viewer: { seat: { id: string } } } }>(ACT_AS, { input: { key, seatId } });

  const one = await browserOf();
  const key = randomUUID();
  const same = await Promise.all([1, 2, 3, 4].map(() => act(twinOf(one), seats[1]!.seatId, key)));
  expect(same.map(({ data }) => data?.actAs.viewer.seat.id)).toEqual([1, 2, 3, 4].map(() => seats[1]!.seatId));

  const two = await browserOf();
  const both = await Promise.all([act(twinOf(two), seats[1]!.seatId), act(twinOf(two), seats[2]!.seatId)]);
  expect(both.map(({ code }) => code ?? "OK").sort()).toEqual(["OK", "UNAUTHENTICATED"]);
});

test("an invitation that was passed on gives its seat, and nothing else of the one it was sent to", async () => {
  const { id, email } = await person();
  const admin = await seed.seat(world.organizationId, "NATIONAL_ADMIN", {}, { account_id: id });
  const { seatId, token } = await seedInvitation(seed, world, { email });
  const stranger = testBrowser(server);
  const accepted = await stranger.run<{ acceptInvitation: { viewer: { seat: { id: string } } } }>(ACCEPT, {
    input: { key: randomUUID(), token },
  });
  expect(accepted.data?.acceptInvitation.viewer.seat.id).toBe(seatId);
  const climb = await stranger.run(ACT_AS, { input: { key: randomUUID(), seatId: admin.seatId } });
  expect(climb.code).toBe("STEP_UP_REQUIRED");
  expect((await stranger.run<{ viewer: object }>(VIEWER)).data).toEqual({ viewer: { seat: { id: seatId } } });
  // whoever it was sent to signs in, and acts in both
  const { token: own, browser } = await link(id);
  await browser.run(CONSUME, { input: { key: randomUUID(), token: own } });
  expect((await browser.run(ACT_AS, { input: { key: randomUUID(), seatId: admin.seatId } })).code).toBeUndefined();
});

test("somebody with a /64 to spend is one caller", async () => {
  const codes: (string | undefined)[] = [];
  for (let i = 1; i <= 21; i += 1) {
    const browser = testBrowser(behindProxy, { "x-forwarded-for": `2001:db8:0:7::${i.toString(16)}` });
    codes.push((await browser.run(REQUEST, { input: { key: randomUUID(), email: `nr${i}@test.example` } })).code);
  }
  expect(codes.slice(0, 20).every((code) => code === undefined)).toBe(true);
  expect(codes[20]).toBe("RATE_LIMITED");
  const neighbour = testBrowser(behindProxy, { "x-forwarded-for": "2001:db8:0:8::1" });
  expect(
    (await neighbour.run(REQUEST, { input: { key: randomUUID(), email: "x@test.example" } })).code,
  ).toBeUndefined();
});

test("a name of somebody else's for this machine opens nothing outside production", async () => {
  const statusFor = (host: string) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const headers = { host, "content-type": "application/json", "sec-fetch-site": "same-origin" };
      const sent = request({ method: "POST", hostname, port, path: "/graphql", headers }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      });
      sent.on("error", reject);
      sent.end(JSON.stringify({ query: VIEWER }));
    });
  for (const host of ["evil.example", "localhost.evil.example:80", "127.0.0.1.nip.io", "[::2]"]) {
    expect([host, await statusFor(host)]).toEqual([host, 421]);
  }
  for (const host of ["localhost", "localhost:5173", "127.0.0.1:1", "[::1]:80"])
    expect(await statusFor(host)).toBe(200);
});

test("addresses that differ only in how they are written are one account; those that break out of a header are none", async () => {
  const { email } = await person();
  await seed.client.query("delete from graphile_worker._private_jobs");
  const ask = (typed: string) =>
    testBrowser(server).run<{ requestSignInLink: { done: boolean } }>(REQUEST, {
      input: { key: randomUUID(), email: typed },
    });
  for (const typed of [email.toUpperCase(), ` ${email} `, `${email}.`]) {
    expect((await ask(typed)).data?.requestSignInLink.done).toBe(true);
  }
  const known = await seed.client.query(
    "select 1 from app.sign_in_request where account_id is not null and created_at > now() - interval '5 seconds' and consumed_at is null",
  );
  expect(known.rowCount).toBeGreaterThanOrEqual(3);
  for (const typed of [
    `${email}\r\nBcc: x@evil.example`,
    `${email},x@evil.example`,
    `<${email}>`,
    `${email}\u0085`,
    "x@[127.0.0.1]",
  ]) {
    expect((await ask(typed)).data?.requestSignInLink.done ?? false).toBe(false);
  }
  expect(await queued(seed, "sendSignInLink")).toHaveLength(3);
});

test("strangers who use up an address' limit do not keep out whoever has signed in from here before", async () => {
  const { id, email } = await person();
  const ask = (caller: string) =>
    testBrowser(behindProxy, { "x-forwarded-for": caller }).run(REQUEST, { input: { key: randomUUID(), email } });
  const { token, browser } = await link(id);
  const home = testBrowser(behindProxy, { "x-forwarded-for": "192.0.2.1" });
  for (const [name, value] of browser.jar) home.jar.set(name, value);
  expect((await home.run(CONSUME, { input: { key: randomUUID(), token } })).code).toBeUndefined();
  let last: string | undefined;
  for (let i = 0; i < 20; i += 1) last = (await ask(`198.51.100.${i}`)).code;
  expect(last).toBe("RATE_LIMITED");
  expect((await ask("192.0.2.1")).code).toBeUndefined();
  const other = await person();
  await seed.client.query("update app.rate_limit set count = 1000 where count > 0");
  const elsewhere = testBrowser(behindProxy, { "x-forwarded-for": "192.0.2.1" });
  const code = (await elsewhere.run(REQUEST, { input: { key: randomUUID(), email: other.email } })).code;
  expect(code).toBe("RATE_LIMITED");
});
