import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { codeApp, seedCodeApp } from "../../../testkit/second-factor.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { testBrowser } from "../../../testkit/sign-in.js";
import type { TestBrowser } from "../../../testkit/sign-in.js";
import { removeFactor } from "../cli.js";
import { fromBase32 } from "./totp.js";

const BEGIN = `mutation ($input: BeginTotpInput!) { beginTotp(input: $input) { secret uri problems { code } } }`;
const CONFIRM = `mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { factors { totp { addedAt } recoveryCodesLeft } recoveryCodes problems { code path } } }`;
const REMOVE = `mutation ($input: RemoveTotpInput!) { removeTotp(input: $input) { factors { totp { addedAt } recoveryCodesLeft } problems { code } } }`;
const RENEW = `mutation ($input: RenewRecoveryCodesInput!) { renewRecoveryCodes(input: $input) { recoveryCodes problems { code } } }`;
const GIVE = `mutation ($input: GiveSecondFactorInput!) { giveSecondFactor(input: $input) { viewer { account { id } seat { id } } problems { code path } } }`;
const VIEWER = `{ viewer { seat { id } } signInOptions { secondStep { name totp recoveryCodesLeft } } }`;

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
beforeAll(async () => {
  // the half minute stands still, so that a code is as old as the test says
  vi.useFakeTimers({ toFake: ["Date"] });
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  vi.useRealTimers();
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(() => seed.client.query("delete from app.rate_limit"));

type Problems = { problems: { code: string; path: string[] }[] };
type Changed = Problems & {
  factors: { totp: object | null; recoveryCodesLeft: number } | null;
  recoveryCodes: string[];
};
type Viewed = { viewer: { seat: { id: string } } | null; signInOptions: { secondStep: { totp: boolean } | null } };

const officer = (): Promise<SeededSeat> =>
  seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
function browserOf(seat: Pick<SeededSeat, "secret">): TestBrowser {
  const browser = testBrowser(server);
  browser.jar.set("__Host-s", seat.secret);
  return browser;
}
const newBrowser = async ({ accountId, seatId }: SeededSeat): Promise<TestBrowser> =>
  browserOf({ secret: await seed.session(accountId, seatId) });

/** adds a code app as a person does, and gives what they then have */
async function added(seat: SeededSeat) {
  const browser = browserOf(seat);
  const begun = await browser.run<{ beginTotp: { secret: string } }>(BEGIN, { input: { key: randomUUID() } });
  const app = codeApp(fromBase32(begun.data!.beginTotp.secret));
  const key = randomUUID();
  const code = app.code(-1);
  const done = await browser.run<{ confirmTotp: Changed }>(CONFIRM, { input: { key, code } });
  return { browser, app, done: done.data!.confirmTotp, key, code };
}
const give = async (browser: TestBrowser, kind: string, code: string, key = randomUUID()) => {
  const answer = await browser.run<{ giveSecondFactor: Problems & { viewer: object | null } }>(GIVE, {
    input: { key, kind, code },
  });
  return answer.code ?? answer.data!.giveSecondFactor.problems[0]?.code ?? "IN";
};
const seatOf = async (browser: TestBrowser) => (await browser.run<Viewed>(VIEWER)).data!;

test("a code app is added by a code of it, with ten recovery codes, and the session's secret changes", async () => {
  const seat = await officer();
  const { browser, done } = await added(seat);
  expect(done.problems).toEqual([]);
  expect(new Set(done.recoveryCodes).size).toBe(10);
  for (const code of done.recoveryCodes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  expect(done.factors).toMatchObject({ totp: { addedAt: expect.any(String) as string }, recoveryCodesLeft: 10 });
  expect(browser.jar.get("__Host-s")).not.toBe(seat.secret);
  expect((await seatOf(browser)).viewer?.seat.id).toBe(seat.seatId);
  // what had the old secret has nothing
  expect((await seatOf(browserOf(seat))).viewer).toBeNull();
});

test("the database holds neither the key nor a code", async () => {
  const { done, browser } = await added(await officer());
  const all = await seed.client.query<{ text: string }>(
    "select (select string_agg(t::text, '') from app.totp t) || (select string_agg(r::text, '') from app.recovery_code r) || (select string_agg(a::text, '') from app.audit a) as text",
  );
  for (const code of done.recoveryCodes) {
    expect(all.rows[0]!.text).not.toContain(code);
    expect(all.rows[0]!.text).not.toContain(Buffer.from(code.replace("-", "")).toString("hex"));
  }
  expect([...browser.jar.keys()].sort()).toEqual(["__Host-a", "__Host-s"]);
});

test("an answer that was lost is given again: the same codes, the same session", async () => {
  const seat = await officer();
  const { browser, done, key, code } = await added(seat);
  const lost = browserOf(seat);
  const again = await lost.run<{ confirmTotp: Changed }>(CONFIRM, { input: { key, code } });
  expect(again.data!.confirmTotp.recoveryCodes).toEqual(done.recoveryCodes);
  expect(lost.jar.get("__Host-s")).toBe(browser.jar.get("__Host-s"));
});

test("a wrong code adds nothing, and a key that was never confirmed asks nobody for anything", async () => {
  const seat = await officer();
  const browser = browserOf(seat);
  await browser.run(BEGIN, { input: { key: randomUUID() } });
  const done = await browser.run<{ confirmTotp: Changed }>(CONFIRM, { input: { key: randomUUID(), code: "000000" } });
  // one guess in three hundred thousand is right
  expect(done.data!.confirmTotp.problems).toEqual([{ code: "INVALID", path: ["code"] }]);
  expect((await seatOf(await newBrowser(seat))).viewer?.seat.id).toBe(seat.seatId);
});

test("from then on every other session waits for a code, and comes in by one", async () => {
  const seat = await officer();
  const before = await newBrowser(seat);
  const { app } = await added(seat);
  const after = await newBrowser(seat);
  for (const browser of [before, after]) {
    const seen = await seatOf(browser);
    expect(seen.viewer).toBeNull();
    expect(seen.signInOptions.secondStep).toMatchObject({ totp: true, recoveryCodesLeft: 10 });
  }
  expect(await give(before, "TOTP", app.code())).toBe("IN");
  expect(await seatOf(before)).toEqual({ viewer: { seat: { id: seat.seatId } }, signInOptions: { secondStep: null } });
  expect((await seatOf(after)).viewer).toBeNull();
});

test("a recovery code comes in once, however it is typed, and is noted without itself", async () => {
  const seat = await officer();
  const { done } = await added(seat);
  const [first] = done.recoveryCodes;
  const browser = await newBrowser(seat);
  expect(await give(browser, "RECOVERY_CODE", ` ${first!.toUpperCase().replace("-", " ")}`)).toBe("IN");
  expect(await give(await newBrowser(seat), "RECOVERY_CODE", first!)).toBe("INVALID");
  const { rows } = await seed.client.query<{ action: string; detail: object }>(
    "select action, detail from app.audit where actor_seat_id = $1 order by id",
    [seat.seatId],
  );
  expect(rows).toEqual([
    { action: "FACTOR_ADDED", detail: { kind: "TOTP" } },
    { action: "RECOVERY_CODE_USED", detail: { kind: "RECOVERY_CODE" } },
  ]);
});

test("new recovery codes put the old ones out of use", async () => {
  const seat = await officer();
  const { browser, done } = await added(seat);
  const renewed = await browser.run<{ renewRecoveryCodes: { recoveryCodes: string[] } }>(RENEW, {
    input: { key: randomUUID() },
  });
  const [fresh] = renewed.data!.renewRecoveryCodes.recoveryCodes;
  expect(await give(await newBrowser(seat), "RECOVERY_CODE", done.recoveryCodes[1]!)).toBe("INVALID");
  expect(await give(await newBrowser(seat), "RECOVERY_CODE", fresh!)).toBe("IN");
});

test("removing asks for the factor anew, ends the other sessions, and a link is enough again", async () => {
  const seat = await officer();
  const app = await seedCodeApp(seed, seat.accountId);
  const [phone, desk] = [await newBrowser(seat), await newBrowser(seat)];
  expect(await give(phone, "TOTP", app.code(-1))).toBe("IN");
  expect(await give(desk, "TOTP", app.code())).toBe("IN");
  await seed.client.query("update app.session set stepup_at = now() - interval '11 minutes' where account_id = $1", [
    seat.accountId,
  ]);
  expect((await phone.run(REMOVE, { input: { key: randomUUID() } })).code).toBe("STEP_UP_REQUIRED");
  expect((await phone.run(RENEW, { input: { key: randomUUID() } })).code).toBe("STEP_UP_REQUIRED");
  expect(await give(phone, "TOTP", app.code(1))).toBe("IN");
  const removed = await phone.run<{ removeTotp: Changed }>(REMOVE, { input: { key: randomUUID() } });
  expect(removed.data!.removeTotp.factors).toEqual({ totp: null, recoveryCodesLeft: 0 });
  expect((await seatOf(phone)).viewer?.seat.id).toBe(seat.seatId);
  expect(await seatOf(desk)).toEqual({ viewer: null, signInOptions: { secondStep: null } });
  expect((await seatOf(await newBrowser(seat))).viewer?.seat.id).toBe(seat.seatId);
});

test("whoever came by an invitation mail and sits elsewhere too cannot lock the owner out with a factor", async () => {
  const seat = await officer();
  const invited = browserOf({ secret: await seed.session(seat.accountId, seat.seatId, { aal: 0 }) });
  expect((await invited.run(BEGIN, { input: { key: randomUUID() } })).code).toBe("STEP_UP_REQUIRED");
});

test("a second code app is refused while there is one", async () => {
  const { browser } = await added(await officer());
  const begun = await browser.run<{ beginTotp: Problems & { secret: string | null } }>(BEGIN, {
    input: { key: randomUUID() },
  });
  expect(begun.data!.beginTotp).toMatchObject({ secret: null, problems: [{ code: "LOCKED" }] });
});

test("an operator takes the factor of an address away: its sessions end, and a link is enough", async () => {
  const email = `${seed.unique()}@test.example`;
  const id = randomUUID();
  await seed.account({
    id,
    email_ct: seed.sealer.seal(email, `account/${id}/email`),
    email_bidx: seed.sealer.blindIndex("account", email),
  });
  const unit = { chapterId: world.chapters.own };
  const seat = await seed.seat(world.organizationId, "CHAPTER_BOARD", unit, { account_id: id });
  const { browser } = await added(seat);
  expect(await removeFactor({ env: server.env, email: "nobody@test.example" })).toBe(false);
  expect(await removeFactor({ env: server.env, email: ` ${email.toUpperCase()}` })).toBe(true);
  expect(await removeFactor({ env: server.env, email })).toBe(false);
  expect((await seatOf(browser)).viewer).toBeNull();
  expect((await seatOf(await newBrowser(seat))).viewer?.seat.id).toBe(seat.seatId);
});
