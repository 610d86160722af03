import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { testIdentityProvider } from "../../../testkit/identity-provider.js";
import type { TestIdentityProvider } from "../../../testkit/identity-provider.js";
import { seedCodeApp } from "../../../testkit/second-factor.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { testBrowser } from "../../../testkit/sign-in.js";
import type { TestBrowser } from "../../../testkit/sign-in.js";

const BEGIN = `mutation ($input: BeginProviderInput!) { beginProvider(input: $input) { url problems { message } } }`;
const FINISH = `mutation ($input: FinishProviderInput!) { finishProvider(input: $input) { viewer { account { id } } secondStep linked problems { message } } }`;
const REMOVE = `mutation ($input: RemoveIdentityInput!) { removeIdentity(input: $input) { done } }`;
const VIEWER = `{ viewer { account { id } } signInOptions { provider } }`;
const MINE = `{ factors { provider identities { id provider lastUsedAt } } }`;

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, fjellpass: TestIdentityProvider;
const logged: string[] = [];
const honest = (claims: Record<string, unknown>) => claims;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  fjellpass = await testIdentityProvider();
  const log = pino({ level: "debug" }, new Writable({ write: (line, _, done) => (logged.push(String(line)), done()) }));
  server = await testServer(database, { oidc: fjellpass.settings }, log);
});
afterAll(async () => {
  await server.stop();
  await fjellpass.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query("delete from app.rate_limit");
  Object.assign(fjellpass.state, { subject: `person-${randomUUID()}`, denies: false, trouble: false, lie: honest });
});

type Finished = {
  finishProvider: { viewer: object | null; secondStep: boolean; linked: boolean; problems: { message: string }[] };
};
const officer = (): Promise<SeededSeat> =>
  seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
function browserOf(seat?: Pick<SeededSeat, "secret">): TestBrowser {
  const browser = testBrowser(server);
  if (seat) browser.jar.set("__Host-s", seat.secret);
  return browser;
}
async function begin(browser: TestBrowser, purpose = "SIGN_IN"): Promise<string> {
  const begun = await browser.run<{ beginProvider: { url: string | null; problems: { message: string }[] } }>(BEGIN, {
    input: { key: randomUUID(), purpose },
  });
  return begun.code ?? begun.data!.beginProvider.url ?? begun.data!.beginProvider.problems[0]!.message;
}
/** IN, HALF (waits for its second step), LINKED, a code, or the first words of why not */
async function finish(browser: TestBrowser, answer: string, key = randomUUID()): Promise<string> {
  const { code, data } = await browser.run<Finished>(FINISH, { input: { key, answer } });
  if (code) return code;
  const { viewer, secondStep, linked, problems } = data!.finishProvider;
  if (problems.length > 0) return problems[0]!.message.split(" ").slice(0, 3).join(" ");
  return linked ? "LINKED" : secondStep ? "HALF" : viewer ? "IN" : "NOBODY";
}
const visit = async (browser: TestBrowser, purpose = "SIGN_IN") =>
  finish(browser, fjellpass.answer(await begin(browser, purpose)));
const who = async (browser: TestBrowser) =>
  (await browser.run<{ viewer: { account: { id: string } } | null }>(VIEWER)).data!.viewer?.account.id;

const OVER = "Innloggingen gjelder ikke";
const REFUSED = "Svaret fra Fjellpass";
const UNKNOWN = "Fjellpass sier hvem";

test("an identity is linked by whoever is signed in, and signs them in from then on, in any browser", async () => {
  const seat = await officer();
  expect(await visit(browserOf())).toBe(UNKNOWN);
  expect(await visit(browserOf(seat), "LINK")).toBe("LINKED");
  const browser = browserOf();
  expect(await visit(browser)).toBe("IN");
  expect(await who(browser)).toBe(seat.accountId);
  const { rows } = await seed.client.query("select action, detail from app.audit where actor_seat_id = $1", [
    seat.seatId,
  ]);
  expect(rows).toEqual([{ action: "ACCOUNT_LINKED", detail: {} }]);
});

test("what the browser is sent with is a code flow with PKCE, state and nonce, and asks for nothing but who it is", async () => {
  const url = new URL(await begin(browserOf()));
  const { state, nonce, code_challenge: challenge, ...rest } = Object.fromEntries(url.searchParams);
  for (const value of [state, nonce, challenge]) expect(value).toMatch(/^[\w-]{43}$/);
  expect(rest).toEqual({
    client_id: "varde",
    response_type: "code",
    code_challenge_method: "S256",
    scope: "openid",
    redirect_uri: "http://localhost:4460/logg-inn/retur",
  });
});

test("an answer is worth something once, in its own browser, for ten minutes", async () => {
  await visit(browserOf(await officer()), "LINK");
  const victim = browserOf();
  const answer = fjellpass.answer(await begin(victim));
  const thief = browserOf();
  await begin(thief);
  // another's answer, and one's own in a browser that was led to it
  expect(await finish(thief, answer)).toBe(OVER);
  expect(await finish(browserOf(), answer)).toBe(OVER);
  const key = randomUUID();
  expect(await finish(victim, answer, key)).toBe("IN");
  const first = victim.jar.get("__Host-s");
  // a lost answer is given again, to the same request only
  expect(await finish(victim, answer, key)).toBe("IN");
  expect(victim.jar.get("__Host-s")).toBe(first);
  expect(await finish(victim, answer)).toBe(OVER);
  const late = browserOf();
  const old = fjellpass.answer(await begin(late));
  await seed.client.query(
    "update app.oidc_request set expires_at = now() - interval '1 second' where consumed_at is null",
  );
  expect(await finish(late, old)).toBe(OVER);
  expect(await finish(late, "")).toBe(OVER);
});

test.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>, string]>([
  ["another's nonce", (claims) => ({ ...claims, nonce: "x".repeat(43) }), "RS256"],
  ["no nonce", ({ nonce: _nonce, ...claims }) => claims, "RS256"],
  ["another issuer", (claims) => ({ ...claims, iss: "https://other.example" }), "RS256"],
  ["another audience", (claims) => ({ ...claims, aud: "another" }), "RS256"],
  ["an old token", (claims) => ({ ...claims, exp: 1_700_000_000, iat: 1_699_999_000 }), "RS256"],
  ["another's key", honest, "OTHER"],
  ["no signature", honest, "none"],
])("%s is refused", async (_what, lie, alg) => {
  await visit(browserOf(await officer()), "LINK");
  const { state } = fjellpass;
  const right = { key: state.key, alg: state.alg };
  Object.assign(state, { lie, ...(alg === "OTHER" ? { key: state.otherKey } : { alg }) });
  const browser = browserOf();
  expect(await visit(browser)).toBe(REFUSED);
  expect(await who(browser)).toBeUndefined();
  Object.assign(state, right);
});

test("a code of one's own put into another's try, another provider's answer and a used code are refused", async () => {
  await visit(browserOf(await officer()), "LINK");
  const [mine, theirs] = [browserOf(), browserOf()];
  const own = new URLSearchParams(fjellpass.answer(await begin(mine)));
  const other = new URLSearchParams(fjellpass.answer(await begin(theirs)));
  // the verifier belongs to the try that the code was given for
  const swapped = new URLSearchParams(other);
  swapped.set("code", own.get("code")!);
  expect(await finish(theirs, `?${swapped}`)).toBe(REFUSED);
  const mixed = browserOf();
  const mixedUp = new URLSearchParams(fjellpass.answer(await begin(mixed)));
  mixedUp.set("iss", "https://other.example");
  expect(await finish(mixed, `?${mixedUp}`)).toBe(REFUSED);
  const again = browserOf();
  const used = new URLSearchParams(fjellpass.answer(await begin(again)));
  used.set("code", own.get("code")!);
  expect(await finish(again, `?${used}`)).toBe(REFUSED);
});

test("linking asks for a sign-in that is fresh, or the factor given lately; an invitation mail links nothing", async () => {
  const seat = await officer();
  const at = async (over: object) =>
    browserOf({ secret: await seed.session(seat.accountId, seat.seatId, { ...over }) });
  const minutes = (n: number) => new Date(Date.now() - n * 60_000);
  expect(await begin(browserOf(), "LINK")).toBe("UNAUTHENTICATED");
  expect(await begin(await at({ created_at: minutes(11) }), "LINK")).toBe("STEP_UP_REQUIRED");
  expect(await begin(await at({ aal: 0 }), "LINK")).toBe("STEP_UP_REQUIRED");
  await seedCodeApp(seed, seat.accountId);
  expect(await begin(await at({}), "LINK")).toBe("UNAUTHENTICATED");
  expect(await begin(await at({ aal: 2, stepup_at: minutes(11) }), "LINK")).toBe("STEP_UP_REQUIRED");
  expect(await visit(await at({ aal: 2, stepup_at: minutes(9) }), "LINK")).toBe("LINKED");
});

test("an answer for one account is not taken by whoever is signed in when it comes", async () => {
  const browser = browserOf(await officer());
  const answer = fjellpass.answer(await begin(browser, "LINK"));
  browser.jar.set("__Host-s", (await officer()).secret);
  expect(await finish(browser, answer)).toBe("UNAUTHENTICATED");
  expect(await visit(browserOf())).toBe(UNKNOWN);
});

test("an identity belongs to one account, and nothing is linked by an address", async () => {
  const [first, second] = [await officer(), await officer()];
  expect(await visit(browserOf(first), "LINK")).toBe("LINKED");
  expect(await visit(browserOf(first), "LINK")).toBe("LINKED");
  expect(await visit(browserOf(second), "LINK")).toBe("Denne innloggingen hos");
  fjellpass.state.subject = "somebody-else";
  fjellpass.state.lie = (claims) => ({ ...claims, email: "known@test.example", email_verified: true });
  expect(await visit(browserOf())).toBe(UNKNOWN);
});

test("a factor of one's own is asked for as after a link, unless the provider says that it asked for one; which is no step-up", async () => {
  const seat = await officer();
  expect(await visit(browserOf(seat), "LINK")).toBe("LINKED");
  await seedCodeApp(seed, seat.accountId);
  const half = browserOf();
  expect(await visit(half)).toBe("HALF");
  expect(await who(half)).toBeUndefined();
  fjellpass.state.lie = (claims) => ({ ...claims, amr: ["pwd", "mfa"] });
  const whole = browserOf();
  expect(await visit(whole)).toBe("IN");
  expect(await who(whole)).toBe(seat.accountId);
  expect((await whole.run(REMOVE, { input: { key: randomUUID(), id: randomUUID() } })).code).toBe("STEP_UP_REQUIRED");
});

test("one that is removed signs nobody in, and ends the other sessions; nobody removes another's", async () => {
  const seat = await officer();
  const browser = browserOf(seat);
  await visit(browser, "LINK");
  const elsewhere = browserOf();
  expect(await visit(elsewhere)).toBe("IN");
  const mine = await browser.run<{ factors: { provider: string; identities: { id: string; provider: string }[] } }>(
    MINE,
  );
  expect(mine.data!.factors).toMatchObject({ provider: "Fjellpass", identities: [{ provider: "Fjellpass" }] });
  const remove = { input: { key: randomUUID(), id: mine.data!.factors.identities[0]!.id } };
  await browserOf(await officer()).run(REMOVE, remove);
  expect(await who(elsewhere)).toBe(seat.accountId);
  expect((await browser.run<{ removeIdentity: object }>(REMOVE, remove)).data!.removeIdentity).toEqual({ done: true });
  expect([await who(browser), await who(elsewhere)]).toEqual([seat.accountId, undefined]);
  expect(await visit(browserOf())).toBe(UNKNOWN);
});

test("an account that is stopped has no identity left", async () => {
  const seat = await officer();
  await visit(browserOf(seat), "LINK");
  await seed.client.query("update app.account set stopped_at = now() where id = $1", [seat.accountId]);
  await seed.client.query("update app.account set stopped_at = null where id = $1", [seat.accountId]);
  expect(await visit(browserOf())).toBe(UNKNOWN);
});

test("a provider that is down, troubled or told no is a sentence; and one that comes back is used again", async () => {
  const away = await testIdentityProvider();
  await away.stop();
  const gone = await testServer(database, { oidc: away.settings });
  try {
    expect(await begin(testBrowser(gone))).toMatch(/^Vi får ikke kontakt med Fjellpass nå/);
  } finally {
    await gone.stop();
  }
  fjellpass.state.trouble = true;
  expect(await visit(browserOf())).toBe("Vi får ikke");
  Object.assign(fjellpass.state, { trouble: false, denies: true });
  expect(await visit(browserOf())).toBe("Du avbrøt hos");
  fjellpass.state.denies = false;
  expect(await visit(browserOf())).toBe(UNKNOWN);
});

test("the database and the log hold nothing one could come back with, nor whom the provider knows", async () => {
  fjellpass.state.subject = "kari-at-fjellpass";
  await visit(browserOf(await officer()), "LINK");
  const browser = browserOf();
  const answer = fjellpass.answer(await begin(browser));
  await finish(browser, answer);
  fjellpass.state.lie = (claims) => ({ ...claims, aud: "another" });
  await visit(browserOf());
  const { rows } = await seed.client.query<{ text: string }>(
    `select (select string_agg(q::text, '') from app.oidc_request q) || (select string_agg(i::text, '') from app.oidc_identity i) ||
            (select string_agg(a::text, '') from app.audit a) as text`,
  );
  const kept = rows[0]!.text + logged.join("");
  const { state, code } = Object.fromEntries(new URLSearchParams(answer)) as { state: string; code: string };
  for (const secret of [state, code, "kari-at-fjellpass", "provider-secret", "provider-access-token", "eyJ"])
    expect(kept).not.toContain(secret);
});
