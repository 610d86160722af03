import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootFields, scopeFor } from "../../kernel/access/guard.js";
import { CAPABILITIES } from "../../kernel/access/policy.js";
import { createSchema } from "../../schema.js";
import { ROLE_CAPS } from "../../migrations/202611220120-create-access.js";
import { SCOPE_CAPS } from "../../migrations/202611290170-integration-tokens.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { askByToken, seedToken } from "../../testkit/integration.js";
import { MATRIX } from "../../testkit/matrix/index.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { seedCodeApp } from "../../testkit/second-factor.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { INTEGRATION_JOBS } from "./jobs.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  // as it is on the internet: no free documents but by a token
  server = await testServer(database, { mode: "production", baseUrl: "https://varde.example" });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const CHAPTERS =
  "query ($first: Int!) { chapters(first: $first) { nodes { id name } pageInfo { hasNextPage endCursor } } }";
type Chapters = { chapters: { nodes: { id: string }[] } };
const codes = async (token: string, query = "{ organization { id } }", variables: object = {}) => {
  const { status, errors } = await askByToken(server, token, query, variables);
  return [status, errors?.[0]?.extensions.code ?? "OK"];
};
const NOBODY = [401, "UNAUTHENTICATED"];
const HOLDS = [200, "OK"];
const set = (id: string, change: string) =>
  seed.client.query(`update app.integration_token set ${change} where id = $1`, [id]);

describe("what a token reaches", () => {
  test("the chapters of its unit, and no more", async () => {
    const { regions, chapters, admin } = federation;
    const reach = async (over: Record<string, unknown>) => {
      const { token } = await seedToken(seed, admin, over);
      const { data } = await askByToken<Chapters>(server, token, CHAPTERS, { first: 50 });
      return new Set(data!.chapters.nodes.map(({ id }) => id));
    };
    expect(await reach({})).toEqual(new Set([chapters.own, chapters.sibling, chapters.far]));
    expect(await reach({ unit_kind: "REGION", region_id: regions.east })).toEqual(
      new Set([chapters.own, chapters.sibling]),
    );
    expect(await reach({ unit_kind: "CHAPTER", chapter_id: chapters.far })).toEqual(new Set([chapters.far]));
    const { token } = await seedToken(seed, admin);
    const one = `query ($id: ID!) { chapter(id: $id) { id } }`;
    expect(await codes(token, one, { id: chapters.foreign })).toEqual([200, "NOT_FOUND"]);
  });

  test("only fields that are marked for its scopes; every other root field refuses it, and refuses nobody's token", async () => {
    const schema = await createSchema();
    const scopes = new Map(rootFields(schema).map((field) => [field.name, scopeFor(field)]));
    const { token } = await seedToken(seed, federation.admin, { scopes: ["NUMBERS", "DUTIES"] });
    const { token: ended } = await seedToken(seed, federation.admin, { revoked_at: new Date() });
    const world = { seed, federation, server };
    const open: string[] = [];
    const tried: (() => Promise<void>)[] = [];
    for (const line of MATRIX) {
      if (line.field === "revokeIntegrationToken") continue;
      const variables = await line.arrange(world, { name: "none", seat: null });
      const scope = scopes.get(line.field);
      tried.push(async () => {
        const [, code] = await codes(token, line.document, variables);
        if (scope !== "NUMBERS" && scope !== "DUTIES") expect([line.field, code]).toEqual([line.field, "FORBIDDEN"]);
        else if (code === "OK") open.push(line.field);
        if (scope)
          expect([line.field, ...(await codes(ended, line.document, variables))]).toEqual([line.field, ...NOBODY]);
      });
    }
    while (tried.length > 0) {
      // it asks more in a minute than a token may
      await seed.client.query("delete from app.rate_limit");
      await Promise.all(tried.splice(0, 6).map((one) => one()));
    }
    expect(open.length).toBeGreaterThan(3);
  });

  test("no scope gives a right over persons, or one that its owner has not", async () => {
    const given = new Set<string>(Object.values(SCOPE_CAPS).flat());
    expect([...given].filter((cap) => /MEMBER|SEAT|AUDIT|WRITE|EXACT|OUTREACH/.test(cap))).toEqual([]);
    expect([...given].filter((cap) => !ROLE_CAPS["NATIONAL_ADMIN"]!.includes(cap))).toEqual([]);
    expect([...given].filter((cap) => !(CAPABILITIES as readonly string[]).includes(cap))).toEqual([]);
    const { rows } = await seed.client.query<{ cap: string }>(
      "select distinct cap from app.role_cap where role like 'INTEGRATION:%'",
    );
    expect(new Set(rows.map(({ cap }) => cap))).toEqual(given);
  });
});

describe("what ends a token", () => {
  test("its day, its revocation, its owner's seat and account, and what that seat may no longer do: from the next request", async () => {
    const owner = await seed.seat(federation.organizationId, "NATIONAL_ADMIN");
    const { id, token } = await seedToken(seed, owner);
    const ends: [what: string, end: string, back: string][] = [
      [
        "its day",
        `update app.integration_token set expires_at = now() - interval '1 second' where id = '${id}'`,
        `update app.integration_token set expires_at = now() + interval '1 day' where id = '${id}'`,
      ],
      [
        "its revocation",
        `update app.integration_token set revoked_at = now() where id = '${id}'`,
        `update app.integration_token set revoked_at = null where id = '${id}'`,
      ],
      [
        "its owner's account",
        `update app.account set stopped_at = now() where id = '${owner.accountId}'`,
        `update app.account set stopped_at = null where id = '${owner.accountId}'`,
      ],
      [
        "a right its owner has lost",
        `delete from app.role_cap where role = 'NATIONAL_ADMIN' and cap = 'TOUCHPOINT_UNBOUND_READ'`,
        `insert into app.role_cap values ('NATIONAL_ADMIN', 'TOUCHPOINT_UNBOUND_READ')`,
      ],
      ["its owner's seat", `update app.seat set valid_to = authz.today() where id = '${owner.seatId}'`, ""],
    ];
    for (const [what, end, back] of ends) {
      expect([what, ...(await codes(token))]).toEqual([what, ...HOLDS]);
      await seed.client.query(end);
      expect([what, ...(await codes(token))]).toEqual([what, ...NOBODY]);
      if (back) await seed.client.query(back);
    }
    await set(id, "revoked_at = now()");
  });

  test("a secret that is cut, changed, made up, of a session or in another scheme is nobody's", async () => {
    const { token } = await seedToken(seed, federation.admin);
    const session = await seed.session(federation.admin.accountId, federation.admin.seatId);
    const other = (await seedToken(seed, federation.admin)).token;
    const forged = [
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      session,
      "",
      " ",
      `${token.slice(0, 20)}A${token.slice(21)}`,
      token.slice(0, -6) + other.slice(-6),
      `${token},${other}`,
    ];
    for (const one of forged) expect([one, ...(await codes(one))]).toEqual([one, ...NOBODY]);
    const sent = async (headers: Record<string, string>) =>
      (await askByToken(server, token, CHAPTERS, { first: 1 }, headers)).status;
    expect(await sent({ authorization: `Basic ${token}` })).toBe(401);
    expect(await sent({ authorization: token })).toBe(401);
    // with a cookie it is a browser that was talked into something
    expect(await sent({ cookie: `__Host-s=${session}` })).toBe(400);
    // and what holds for the app's own way in holds here: POST, JSON, no other site
    expect(await sent({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await sent({ "content-type": "text/plain" })).toBe(415);
  });

  test("in the address or the body, or as a cookie, it is no token", async () => {
    const { token } = await seedToken(seed, federation.admin);
    const ask = async (url: string, headers: Record<string, string>, extra: object = {}) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query: "{ organization { id } }", ...extra }),
      });
      return response.status;
    };
    expect(await ask(`${server.url}/graphql?access_token=${token}`, {})).toBe(400);
    expect(await ask(`${server.url}/graphql`, {}, { access_token: token, variables: { token } })).toBe(400);
    expect(await ask(`${server.url}/graphql`, { cookie: `__Host-s=${token}` })).toBe(400);
    // without free documents nobody gets as far as a question; nor does the token open the ways beside
    for (const path of ["/export", "/export/standings", "/import", "/live"]) {
      const response = await fetch(`${server.url}${path}`, {
        method: path === "/live" ? "GET" : "POST",
        headers: { authorization: `Bearer ${token}` },
      });
      await response.body?.cancel();
      expect([path, response.ok]).toEqual([path, false]);
    }
  });

  test("a member file or a session cannot be had with the token's hash: to the door of persons it is nobody", async () => {
    const { token } = await seedToken(seed, federation.admin);
    expect((await server.run({ secret: token }, "{ viewer { account { id } } }")).status).toBe(400);
  });
});

describe("making and ending tokens", () => {
  const CREATE = `mutation ($input: CreateIntegrationTokenInput!) { createIntegrationToken(input: $input) { secret tokens { id name holds } problems { message path } } }`;
  const REVOKE = `mutation ($input: RevokeIntegrationTokenInput!) { revokeIntegrationToken(input: $input) { tokens { id holds } secret } }`;
  type Made = {
    createIntegrationToken: {
      secret: string | null;
      tokens: { id: string; holds: boolean }[];
      problems: { message: string }[];
    };
  };
  let pages: TestServer, world: Federation;
  beforeAll(async () => {
    world = await seedFederation(seed);
    pages = await testServer(database);
  });
  afterAll(() => pages.stop());
  const input = (over: object = {}) => ({
    input: { key: uuidv7(), name: "Nettsiden", scopes: ["STRUCTURE"], days: 30, ...over },
  });
  const trail = async (id: string) =>
    (
      await seed.client.query<{ action: string; actor_seat_id: string }>(
        "select action, actor_seat_id from app.audit where subject_id = $1 order by id",
        [id],
      )
    ).rows;

  test("is shown once, works at once, is written in the trail when made, first used and ended", async () => {
    const vars = input({ scopes: ["STRUCTURE", "STRUCTURE", "NUMBERS"] });
    const made = (await pages.ask<Made>(world.admin, CREATE, vars)).createIntegrationToken;
    const again = (await pages.ask<Made>(world.admin, CREATE, vars)).createIntegrationToken;
    expect(again.secret).toBe(made.secret);
    expect(again.tokens).toHaveLength(1);
    const { id } = made.tokens[0]!;
    const token = made.secret!;
    expect(token).toMatch(/^varde_[\w-]{49}$/);
    expect(await codes(token)).toEqual(HOLDS);
    expect(await codes(token)).toEqual(HOLDS);
    await expect
      .poll(async () => (await trail(id)).map(({ action }) => action))
      .toEqual(["TOKEN_CREATED", "TOKEN_FIRST_USED"]);
    const list = await pages.ask<{ integrationTokens: Record<string, unknown>[] }>(
      world.admin,
      "{ integrationTokens { id lastUsedOn scopes ownerName } }",
    );
    expect(list.integrationTokens).toMatchObject([
      { id, scopes: ["NUMBERS", "STRUCTURE"], lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
    ]);
    const { rows } = await seed.client.query(`select * from app.integration_token where id = $1`, [id]);
    expect(JSON.stringify(rows)).not.toContain(token.slice(6, 30));
    // by another administrator too
    const second = await seed.seat(world.organizationId, "NATIONAL_ADMIN");
    await pages.ask(second, REVOKE, { input: { key: uuidv7(), id } });
    await pages.ask(second, REVOKE, { input: { key: uuidv7(), id } });
    expect(await codes(token)).toEqual(NOBODY);
    expect((await trail(id)).map(({ action, actor_seat_id: by }) => [action, by === second.seatId])).toEqual([
      ["TOKEN_CREATED", false],
      ["TOKEN_FIRST_USED", false],
      ["TOKEN_REVOKED", true],
    ]);
  });

  test("refuses what is not allowed, with a sentence", async () => {
    const problems = async (over: object) =>
      (await pages.ask<Made>(world.admin, CREATE, input(over))).createIntegrationToken.problems.length;
    for (const over of [
      { name: " " },
      { name: "x".repeat(81) },
      { name: "a\u0007b" },
      { scopes: [] },
      { days: 0 },
      { days: 91 },
    ])
      expect([over, await problems(over)]).toEqual([over, 1]);
    const code = (over: object) => pages.code(world.admin, CREATE, input(over));
    expect(await code({ scopes: ["MEMBERS"] })).toBe("BAD_REQUEST");
    expect(await code({ chapterId: world.chapters.foreign })).toBe("NOT_FOUND");
    expect(await code({ regionId: "x" })).toBe("NOT_FOUND");
    expect(await code({ regionId: world.regions.east, chapterId: world.chapters.own })).toBe("BAD_REQUEST");
  });

  test("asks for the second factor anew, and a national seat that is not an administrator's makes none", async () => {
    const admin = await seed.seat(world.organizationId, "NATIONAL_ADMIN");
    await seedCodeApp(seed, admin.accountId);
    const held = {
      ...admin,
      secret: await seed.session(admin.accountId, admin.seatId, { aal: 2, stepup_at: new Date(Date.now() - 660_000) }),
    };
    expect(await pages.code(held, CREATE, input())).toBe("STEP_UP_REQUIRED");
    const fresh = {
      ...admin,
      secret: await seed.session(admin.accountId, admin.seatId, { aal: 2, stepup_at: new Date() }),
    };
    expect(await pages.code(fresh, CREATE, input())).toBe("OK");
    expect(await pages.code(world.editor, CREATE, input())).toBe("FORBIDDEN");
  });

  test("twenty hold at a time, also when many are made at once", async () => {
    const fresh = await seedFederation(seed);
    const many = await Promise.all(Array.from({ length: 24 }, () => pages.run<Made>(fresh.admin, CREATE, input())));
    expect(many.filter(({ data }) => data?.createIntegrationToken.secret).length).toBe(20);
    expect((await pages.ask<Made>(fresh.admin, CREATE, input())).createIntegrationToken.problems[0]!.message).toContain(
      "tjue nøkler",
    );
  });
});

test("a week before it ends its owner is told, once, without what it is for", async () => {
  const world = await seedFederation(seed);
  await seedToken(seed, world.admin, { name: "LØNNSKJØRING", expires_at: new Date(Date.now() + 6 * 86_400_000) });
  await seedToken(seed, world.admin, { expires_at: new Date(Date.now() + 8 * 86_400_000) });
  await seedToken(seed, world.admin, { expires_at: new Date(Date.now() + 86_400_000), revoked_at: new Date() });
  const mailer = testMailer();
  const { context, close } = await testJobContext(server, mailer);
  for (let run = 0; run < 2; run++) await INTEGRATION_JOBS[0]!.run({}, context);
  await close();
  expect(mailer.sent).toHaveLength(1);
  expect(JSON.stringify(mailer.sent)).not.toContain("LØNN");
  expect(mailer.sent[0]!.subject).toContain("nøkkel");
});
