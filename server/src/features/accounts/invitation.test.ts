import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newSecret } from "../../kernel/crypto/sealer.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { seedInvitation, testBrowser } from "../../testkit/sign-in.js";

const PREVIEW = `query ($token: String!) { invitation(token: $token) { organizationName unitName role holderName expiresAt } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { account { id name } seat { id role } seats { id } } problems { code message } } }`;

type Accept = {
  acceptInvitation: {
    viewer: { account: { id: string; name: string }; seat: { id: string }; seats: unknown[] } | null;
    problems: { code: string }[];
  };
};

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;

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
beforeEach(() => seed.client.query("delete from app.rate_limit"));

const invite = (over: Parameters<typeof seedInvitation>[2] = {}) => seedInvitation(seed, federation, over);
const accept = (token: string, key: string = randomUUID(), browser = testBrowser(server)) =>
  browser.run<Accept>(ACCEPT, { input: { key, token } });
const preview = async (token: string) =>
  (await server.ask<{ invitation: unknown }>(null, PREVIEW, { token })).invitation;

test("shows what it offers, makes the account and signs in with the seat", async () => {
  const { seatId, token } = await invite();
  await expect(preview(token)).resolves.toMatchObject({ role: "CHAPTER_BOARD", holderName: "Ny Person" });
  const browser = testBrowser(server);
  const answer = await accept(token, randomUUID(), browser);
  expect(answer.data!.acceptInvitation).toMatchObject({
    viewer: { account: { name: "Ny Person" }, seat: { id: seatId } },
    problems: [],
  });
  expect((await browser.run<{ viewer: object }>("{ viewer { seat { id } } }")).data).toEqual({
    viewer: { seat: { id: seatId } },
  });
  await expect(preview(token)).resolves.toBeNull();
});

test("a second invitation to the same address, written another way, is the same account with two seats", async () => {
  const first = await invite();
  const second = await invite({ email: first.email.toUpperCase() });
  const one = (await accept(first.token)).data!.acceptInvitation.viewer!;
  const two = (await accept(second.token)).data!.acceptInvitation.viewer!;
  expect(two.account.id).toBe(one.account.id);
  expect(two.seats).toHaveLength(2);
});

test("is accepted once: again, and by many at once", async () => {
  const { token } = await invite();
  const answers = await Promise.all([1, 2, 3, 4].map(() => accept(token)));
  expect(answers.filter(({ data }) => data?.acceptInvitation.viewer)).toHaveLength(1);
  expect(answers.filter(({ data }) => data?.acceptInvitation.problems[0]?.code === "INVALID")).toHaveLength(3);
  expect((await accept(token)).data!.acceptInvitation.viewer).toBeNull();
});

test("the same request again, its answer lost, signs in again", async () => {
  const { token } = await invite();
  const key = randomUUID();
  const first = await accept(token, key);
  expect((await accept(token, key)).data).toEqual(first.data);
});

test.each([
  ["expired", { invitation: { expires_at: new Date(Date.now() - 1000) } }],
  ["revoked", { invitation: { revoked_at: new Date() } }],
  ["to a seat that has ended", { seat: { valid_to: "2021-01-01" } }],
])("an invitation that is %s neither shows nor gives anything", async (_word, over) => {
  const { token } = await invite(over);
  await expect(preview(token)).resolves.toBeNull();
  const answer = await accept(token);
  expect(answer.data!.acceptInvitation).toMatchObject({ viewer: null, problems: [{ code: "INVALID" }] });
  expect(answer.set).toEqual([]);
});

test("dies with the seat of the one who gave it", async () => {
  const giver = await seed.seat(federation.organizationId, "CHAPTER_LEADER", { chapterId: federation.chapters.own });
  const { token } = await invite({ seat: { granted_by: giver.seatId } });
  await seed.client.query("update app.seat set valid_to = current_date where id = $1", [giver.seatId]);
  await expect(preview(token)).resolves.toBeNull();
});

test("nobody takes a seat they gave themselves", async () => {
  const email = `${seed.unique()}@test.example`;
  const accountId = randomUUID();
  await seed.account({
    id: accountId,
    email_ct: seed.sealer.seal(email, `account/${accountId}/email`),
    email_bidx: seed.sealer.blindIndex("account", email),
  });
  const giver = await seed.seat(
    federation.organizationId,
    "CHAPTER_LEADER",
    { chapterId: federation.chapters.own },
    { account_id: accountId },
  );
  const { token } = await invite({ email, seat: { granted_by: giver.seatId } });
  expect((await accept(token)).data!.acceptInvitation).toMatchObject({ viewer: null, problems: [{ code: "LOCKED" }] });
});

test("a guess is nothing, and guessing ends", async () => {
  for (const token of ["", "x".repeat(43), "'; drop table app.seat; --"])
    await expect(preview(token)).resolves.toBeNull();
  let code: string | undefined;
  for (let i = 0; i < 60; i += 1) code = (await accept(newSecret())).code;
  expect(code).toBe("RATE_LIMITED");
});
