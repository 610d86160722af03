import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { queued, testBrowser, testJobContext, testMailer } from "../../testkit/sign-in.js";
import { ACCOUNT_JOBS } from "./jobs.js";

const REQUEST = `mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { done problems { code path } } }`;
const CONSUME = `mutation ($input: ConsumeSignInLinkInput!) { consumeSignInLink(input: $input) { viewer { account { id } seat { id } } problems { code path message } } }`;
const VIEWER = `{ viewer { account { id } seat { id } } }`;

type Request = { requestSignInLink: { done: boolean; problems: { code: string; path: string[] }[] } };
type Consume = { consumeSignInLink: { viewer: { account: { id: string } } | null; problems: { code: string }[] } };

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;
let jobs: Awaited<ReturnType<typeof testJobContext>>;
const mailer = testMailer();
const send = ACCOUNT_JOBS.find(({ task }) => task === "sendSignInLink")!;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  jobs = await testJobContext(server, mailer);
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  mailer.sent.length = 0;
  mailer.down = false;
  await seed.client.query(
    "delete from app.rate_limit; delete from app.sign_in_request; delete from graphile_worker._private_jobs",
  );
});

async function person(over: Record<string, unknown> = {}) {
  const email = `${seed.unique()}@test.example`;
  const id = randomUUID();
  await seed.account({
    id,
    email_ct: seed.sealer.seal(email, `account/${id}/email`),
    email_bidx: seed.sealer.blindIndex("account", email),
    ...over,
  });
  return { id, email };
}
const request = (browser: ReturnType<typeof testBrowser>, email: string) =>
  browser.run<Request>(REQUEST, { input: { key: randomUUID(), email } });
const consume = (browser: ReturnType<typeof testBrowser>, token: string, key: string = randomUUID()) =>
  browser.run<Consume>(CONSUME, { input: { key, token } });

/** runs the jobs that wait and gives the secret of the newest mail */
async function mailed(): Promise<string> {
  for (const { payload } of await queued(seed, "sendSignInLink")) await send.run(payload, jobs.context);
  return /#([A-Za-z0-9_-]{43})\s/.exec(mailer.sent.at(-1)?.text ?? "")?.[1] ?? "";
}

test("a link signs in, once, and the mail goes to the address on file", async () => {
  const { id, email } = await person();
  const browser = testBrowser(server);
  expect((await request(browser, ` ${email.toUpperCase()}. `)).data).toEqual({
    requestSignInLink: { done: true, problems: [] },
  });
  const token = await mailed();
  expect(mailer.sent).toHaveLength(1);
  expect(mailer.sent[0]!.to).toBe(email);
  expect(mailer.sent[0]!.subject).not.toMatch(/helse|varde/i);

  const answer = await consume(browser, token);
  expect(answer.data!.consumeSignInLink).toMatchObject({ viewer: { account: { id } }, problems: [] });
  expect((await browser.run(VIEWER)).data).toMatchObject({ viewer: { account: { id } } });

  const again = await consume(testBrowser(server), token);
  expect(again.data!.consumeSignInLink).toMatchObject({ viewer: null, problems: [{ code: "INVALID" }] });
});

test("opens the seat acted in last on this device, for as long as it holds, and only one's own", async () => {
  const { id, email } = await person();
  const seatIn = async (over: object = {}) =>
    (
      await seed.seat(
        federation.organizationId,
        "CHAPTER_BOARD",
        { chapterId: federation.chapters.own },
        { account_id: id, ...over },
      )
    ).seatId;
  const [one, two] = [await seatIn({ last_seen_on: "2024-01-01" }), await seatIn({ last_seen_on: "2023-01-01" })];
  const ACT_AS = `mutation ($input: ActAsInput!) { actAs(input: $input) { problems { code } } }`;
  const OUT = `mutation ($input: SignOutInput!) { signOut(input: $input) { done } }`;
  const begin = async (browser: ReturnType<typeof testBrowser>) => {
    await request(browser, email);
    await consume(browser, await mailed());
    const { data } = await browser.run<{ viewer: { seat: { id: string } } }>(VIEWER);
    return data!.viewer.seat.id;
  };
  const [phone, desk] = [testBrowser(server), testBrowser(server)];
  expect(await begin(phone)).toBe(one);
  await phone.run(ACT_AS, { input: { key: randomUUID(), seatId: two } });
  await phone.run(OUT, { input: { key: randomUUID() } });
  // used last elsewhere, which this device does not follow
  await seed.client.query("update app.seat set last_seen_on = authz.today() + 1 where id = $1", [one]);
  expect(await begin(desk)).toBe(one);
  expect(await begin(phone)).toBe(two);
  for (const cookie of [federation.admin.seatId, "x".repeat(36), "-".repeat(36)]) {
    phone.jar.set("__Host-a", cookie);
    expect(await begin(phone)).toBe(one);
  }
  phone.jar.set("__Host-a", two);
  await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [two]);
  expect(await begin(phone)).toBe(one);
});

test("the same request again, its answer lost, finds the session it began; with another key it does not", async () => {
  const { email } = await person();
  const browser = testBrowser(server);
  await request(browser, email);
  const token = await mailed();
  const key = randomUUID();
  const first = await consume(browser, token, key);
  const second = await consume(browser, token, key);
  expect(second.data).toEqual(first.data);
  expect(second.set).toEqual(first.set);
  expect((await consume(browser, token)).data!.consumeSignInLink.viewer).toBeNull();
});

test("two at once with one link: one session", async () => {
  const { email, id } = await person();
  const browser = testBrowser(server);
  await request(browser, email);
  const token = await mailed();
  const answers = await Promise.all([1, 2, 3, 4].map(() => consume(browser, token)));
  expect(answers.filter(({ data }) => data!.consumeSignInLink.viewer !== null)).toHaveLength(1);
  const { rows } = await seed.client.query("select 1 from app.session where account_id = $1 and revoked_at is null", [
    id,
  ]);
  expect(rows).toHaveLength(1);
});

test("another browser cannot use the link, and does not use it up", async () => {
  const { email } = await person();
  const browser = testBrowser(server);
  await request(browser, email);
  const token = await mailed();
  const thief = testBrowser(server);
  await request(thief, "nobody@test.example");
  expect((await consume(thief, token)).data!.consumeSignInLink.viewer).toBeNull();
  expect((await consume(testBrowser(server), token)).data!.consumeSignInLink.viewer).toBeNull();
  expect((await consume(browser, token)).data!.consumeSignInLink.viewer).not.toBeNull();
});

test("a link older than ten minutes is dead, and no mail is made for one", async () => {
  const { email } = await person();
  const browser = testBrowser(server);
  await request(browser, email);
  const token = await mailed();
  await seed.client.query("update app.sign_in_request set expires_at = now()");
  expect((await consume(browser, token)).data!.consumeSignInLink.viewer).toBeNull();
  await mailed();
  expect(mailer.sent).toHaveLength(1);
});

test("a GET of the page signs nobody in and leaves the link whole", async () => {
  const { email } = await person();
  const browser = testBrowser(server);
  await request(browser, email);
  const token = await mailed();
  await fetch(`${server.url}/logg-inn/lenke#${token}`);
  const got = await fetch(
    `${server.url}/graphql?query=${encodeURIComponent(`mutation { consumeSignInLink(input: { key: "${randomUUID()}", token: "${token}" }) { problems { code } } }`)}`,
  );
  expect(got.status).toBe(405);
  expect((await consume(browser, token)).data!.consumeSignInLink.viewer).not.toBeNull();
});

test("known and unknown addresses get the same answer, headers, cookie, row and job", async () => {
  const { email } = await person();
  const shapes = [];
  for (const address of [email, "nobody-we-know@test.example"]) {
    const answer = await request(testBrowser(server), address);
    shapes.push({
      data: answer.data,
      status: answer.status,
      headers: [...answer.headers.keys()].sort(),
      length: answer.headers.get("content-length"),
      cookies: answer.set.map((line) => line.replace(/=[A-Za-z0-9_-]{43};/, "=secret;")),
    });
  }
  expect(shapes[0]).toEqual(shapes[1]);
  expect(await queued(seed, "sendSignInLink")).toHaveLength(2);
  expect((await seed.client.query("select 1 from app.sign_in_request")).rows).toHaveLength(2);
  await mailed();
  expect(mailer.sent.map(({ to }) => to)).toEqual([email]);
});

test("a stopped account gets no mail and no session", async () => {
  const { email, id } = await person();
  const browser = testBrowser(server);
  await request(browser, email);
  const token = await mailed();
  await seed.client.query("update app.account set stopped_at = now() where id = $1", [id]);
  expect((await consume(browser, token)).data!.consumeSignInLink.viewer).toBeNull();
});

test.each([
  "no address",
  "a@b",
  "a@b.no\r\nBcc: x@y.no",
  "a@b.no,c@d.no",
  "<a@b.no>",
  "a b@c.no",
  `${"a".repeat(300)}@b.no`,
])("%j is refused as no address", async (email) => {
  const { data } = await request(testBrowser(server), email);
  expect(data!.requestSignInLink).toEqual({ done: false, problems: [{ code: "INVALID", path: ["email"] }] });
});

const codes = async (n: number, ask: (i: number) => Promise<{ code: string | undefined }>) => {
  const all = [];
  for (let i = 0; i < n; i += 1) all.push((await ask(i)).code ?? "OK");
  return all;
};

describe("limits", () => {
  test("hold per address, though every request claims another origin", async () => {
    const all = await codes(7, (i) =>
      testBrowser(server).run(
        REQUEST,
        { input: { key: randomUUID(), email: "victim@test.example" } },
        { "x-forwarded-for": `10.0.0.${i}` },
      ),
    );
    expect(all).toEqual(["OK", "OK", "OK", "OK", "OK", "RATE_LIMITED", "RATE_LIMITED"]);
  });

  test("hold per caller over many addresses", async () => {
    const all = await codes(22, (i) => request(testBrowser(server), `many-${i}@test.example`));
    expect(all.filter((code) => code === "OK")).toHaveLength(20);
  });

  test("refuse known and unknown alike, and open again when the window ends", async () => {
    const { email } = await person();
    for (const address of [email, "unknown@test.example"])
      expect((await codes(6, () => request(testBrowser(server), address))).at(-1)).toBe("RATE_LIMITED");
    await seed.client.query("update app.rate_limit set window_ends = now() - interval '1 second'");
    expect((await request(testBrowser(server), email)).code).toBeUndefined();
  });

  test("never reach a session that runs", async () => {
    await codes(8, () => request(testBrowser(server), "victim@test.example"));
    await expect(server.ask(federation.leader, VIEWER)).resolves.toMatchObject({ viewer: {} });
  });

  test("stop guessing of links", async () => {
    const browser = testBrowser(server);
    const all = await codes(62, () => consume(browser, "x".repeat(43)));
    expect(all.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => "OK"));
    expect(all.at(-1)).toBe("RATE_LIMITED");
  });
});
