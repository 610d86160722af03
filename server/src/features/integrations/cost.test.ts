import { buildSchema, getIntrospectionQuery, parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSchema } from "../../schema.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { askByToken, seedToken } from "../../testkit/integration.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { COST, costOf } from "./cost.js";
import { spend } from "./budget.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, token: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database, { mode: "production", baseUrl: "https://varde.example" });
  token = (await seedToken(seed, federation.admin)).token;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const ask = (query: string, variables: object = {}) => askByToken(server, token, query, variables);
const list = (first: string) => `{ chapters(first: ${first}) { nodes { id name } } }`;

test("a page costs what it may hold, however its size is said", async () => {
  const schema = await createSchema();
  const cost = (query: string, variables = {}) => costOf(schema, parse(query), variables, undefined);
  // a hundred for the question, and for each of a page three: the node and two fields
  expect(cost(list("10"))).toBe(100 + 10 * 3);
  expect(cost(`query ($n: Int!) { chapters(first: $n) { nodes { id name } } }`, { n: 10 })).toBe(130);
  expect(cost(`query ($n: Int! = 10) { chapters(first: $n) { nodes { id name } } }`)).toBe(130);
  expect(cost(`{ chapters { nodes { id name } } }`)).toBe(100 + 100 * 3);
  expect(cost(`{ chapters(first: 10) { edges { node { ...F } } } } fragment F on Chapter { id name }`)).toBe(
    100 + 10 * 4,
  );
  // a list in a list multiplies
  expect(cost(`{ chapters(first: 10) { nodes { regionHistory { regionId } } } }`)).toBe(100 + 10 * (1 + 1 + 25));
  expect(cost(list("2000000000"))).toBeGreaterThan(COST.document);
  expect(cost(`query ($n: Boolean!) { chapters(first: 100) @include(if: $n) { nodes { id } } }`, { n: false })).toBe(0);
});

test("the cost never falls by asking for more, and doubles with two names for one", async () => {
  const schema = await createSchema();
  let before = 0;
  for (const first of [1, 2, 7, 50, 100, 1000]) {
    const cost = costOf(schema, parse(list(String(first))), {}, undefined);
    expect(cost).toBeGreaterThan(before);
    const one = list(String(first)).slice(2, -2);
    expect(costOf(schema, parse(`{ a: ${one} b: ${one} }`), {}, undefined)).toBe(2 * cost);
    before = cost;
  }
  expect(
    costOf(buildSchema("type Query { x: [Query] y: Int }"), parse("{ x { x { x { y } } } }"), {}, undefined),
  ).toBeGreaterThan(10_000);
});

test("what it cost and what is left stand in the answer and its headers", async () => {
  const answer = await ask(list("10"));
  expect(answer.extensions!.cost).toMatchObject({ asked: 130, most: COST.document, perMinute: COST.minute });
  expect(answer.headers.get("varde-cost")).toBe("130");
  expect(Number(answer.headers.get("varde-cost-left"))).toBe(answer.extensions!.cost!.left);
});

const chain = (length: number, of: (at: number) => string) => Array.from({ length }, (_, at) => of(at)).join(" ");
const history = "regionHistory { regionId regionName }";
const attacks: [what: string, query: string, variables: object, says: RegExp][] = [
  ["a thousand aliases", `{ ${chain(300, (at) => `a${at}: organization { id }`)} }`, {}, /more that 2000 tokens|costs/],
  [
    "aliases within the parser's reach",
    `{ ${chain(90, (at) => `a${at}: chapters(first: 100) { nodes { id } }`)} }`,
    {},
    /costs \d+; 5000/,
  ],
  ["a huge page", list("2000000000"), {}, /costs 6\d+; 5000/],
  [
    "a page that is hidden in a variable",
    `query ($n: Int!) { chapters(first: $n) { nodes { id ${history} } } }`,
    { n: 2_000_000_000 },
    /costs \d+/,
  ],
  [
    "a page that is hidden in a default",
    `query ($n: Int! = 99999) { chapters(first: $n) { nodes { id } } }`,
    {},
    /costs \d+/,
  ],
  [
    "a page of no number",
    `query ($n: Int!) { chapters(first: $n) { nodes { id } } }`,
    { n: "9e9" },
    /Int cannot represent/,
  ],
  [
    "a ring of fragments",
    `{ organization { ...A } } fragment A on Organization { id ...B } fragment B on Organization { ...A }`,
    {},
    /Cannot spread fragment/,
  ],
  [
    "fragments that double thirty times",
    `{ organization { ...F0 } } ${chain(30, (at) => `fragment F${at} on Organization { ...F${at + 1} ...F${at + 1} }`)} fragment F30 on Organization { id }`,
    {},
    /maximum allowed number of nodes/,
  ],
  [
    "twenty levels",
    `{ __schema { types { fields { type { ${chain(16, () => "ofType {")} name ${"}".repeat(16)} } } } } }`,
    {},
    /deep; 15/,
  ],
  [
    "the schema around in a ring",
    `{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }`,
    {},
    /Maximum introspection depth/,
  ],
  [
    "the schema sixty times",
    `{ ${chain(60, (at) => `s${at}: __schema { types { fields { args { name } } } }`)} }`,
    {},
    /costs \d+; 5000/,
  ],
  [
    "a directive a hundred times",
    `{ organization ${chain(100, () => "@skip(if: false)")} { id } }`,
    {},
    /can only be used once/,
  ],
  ["many directives", `{ organization { ${chain(400, () => "id @skip(if: false)")} } }`, {}, /2000 tokens/],
  ["a document of 3,000 fields", `{ organization { ${chain(3000, () => "id")} } }`, {}, /2000 tokens/],
  [
    "two mutations in one",
    `mutation { a: signOut(input: { key: "x" }) { viewer { language } } b: signOut(input: { key: "x" }) { viewer { language } } }`,
    {},
    /exactly one field|Cannot query|Unknown/,
  ],
];

test.each(attacks)("refuses %s, and says why", async (_what, query, variables, says) => {
  const began = performance.now();
  const answer = await ask(query, variables);
  expect(answer.status).toBe(400);
  expect(answer.errors![0]!.extensions.code).toBe("BAD_REQUEST");
  expect(answer.errors!.map(({ message }) => message).join("\n")).toMatch(says);
  expect(answer.data ?? null).toBeNull();
  // refused before anything is asked of the database; the bound is of a slow machine
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("a batch is refused, and so are a body too large and a name that is no operation of the document", async () => {
  const send = (body: unknown) =>
    fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  expect((await send([{ query: "{ organization { id } }" }])).status).toBe(400);
  expect((await send({ query: `{ organization { id } } #${"x".repeat(70_000)}` })).status).toBe(413);
  expect((await send({ query: "query A { organization { id } }", operationName: "B" })).status).toBe(400);
  // only the operation that is asked for is paid
  const two = (await (
    await send({ query: `query A { organization { id } } query B ${list("5000")}`, operationName: "A" })
  ).json()) as { extensions: { cost: { asked: number } } };
  expect(two.extensions.cost.asked).toBe(101);
});

test("the usual introspection passes, and only with a token", async () => {
  const answer = await askByToken<Record<string, { types: unknown[] }>>(server, token, getIntrospectionQuery());
  expect(Object.values(answer.data!)[0]!.types.length).toBeGreaterThan(100);
  expect(answer.extensions!.cost!.asked).toBeLessThan(COST.document);
  expect((await server.run(null, getIntrospectionQuery())).status).toBe(400);
});

test("a token spends its minute and no other's; what it cannot pay for costs nothing", async () => {
  const poor = await seedToken(seed, federation.admin);
  const { installation } = server;
  const spent = await Promise.all(Array.from({ length: 8 }, () => spend(installation, poor.id, COST.document)));
  expect(spent.filter(({ allowed }) => allowed)).toHaveLength(COST.minute / COST.document);
  const answer = await askByToken(server, poor.token, list("1"));
  expect([answer.status, answer.errors![0]!.extensions.code]).toEqual([429, "RATE_LIMITED"]);
  expect(answer.errors![0]!.message).toBe(`The document costs 103; 0 of ${COST.minute} is left of this minute.`);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask(list("1"))).status).toBe(200);
  await seed.client.query("update app.rate_limit set window_ends = now() - interval '1 second' where count >= $1", [
    COST.minute,
  ]);
  expect((await askByToken(server, poor.token, list("1"))).status).toBe(200);
});
