import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { seedToken } from "../../testkit/integration.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { PERIOD, template, touchpoints } from "../standings/standings.testing.js";

// The examples of docs/api.md, run as they stand in a shell against a server as it is on the internet: by curl, or by what stands in for it.

const PAGE = readFileSync(new URL("../../../../docs/api.md", import.meta.url), "utf8");
const EXAMPLES = [...PAGE.matchAll(/```sh\n(.*?)```\n\n```json\n(.*?)```/gs)].map(([, command, answer]) => ({
  command: command!,
  answer: JSON.parse(answer!) as unknown,
  asks: /"?query\\?": \\?"(.{0,60})/.exec(command!)?.[1] ?? "",
}));

let database: TestDatabase, seed: Seed, server: TestServer, given: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  const federation = await seedFederation(seed);
  server = await testServer(database, { mode: "production", baseUrl: "https://varde.example" });
  const duty = await template(seed, federation);
  await touchpoints(seed, duty, federation.chapters.own, { onTime: 2, late: 1, missed: 1 });
  const { own, sibling, far } = federation.chapters;
  for (const [unit_kind, unit_id, value] of [
    ["ORGANIZATION", federation.organizationId, 72],
    ...[own, sibling, far].map((id) => ["CHAPTER", id, 24] as const),
  ])
    await seed.rows("published_membership", {
      organization_id: federation.organizationId,
      snapshot_on: "2026-09-30",
      unit_kind,
      unit_id,
      measure: "ACTIVE",
      value,
    });
  given = {
    VARDE: server.url,
    KEY: (await seedToken(seed, federation.admin)).token,
    ENDED_KEY: (await seedToken(seed, federation.admin, { revoked_at: new Date() })).token,
    CHAPTER: federation.chapters.own,
    TEMPLATE: duty.id,
    PERIOD,
  };
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const STAND_IN = `'${process.execPath}' '${fileURLToPath(new URL("../../testkit/curl-stand-in.mjs", import.meta.url))}' "$@"`;

async function run(command: string, curl = `command -v curl >/dev/null || curl() { ${STAND_IN}; }`): Promise<unknown> {
  const variables = Object.entries(given).map(([name, value]) => `${name}='${value}'\n`);
  const { stdout } = await promisify(execFile)("sh", ["-c", `${variables.join("")}${curl}\n${command}`]);
  return JSON.parse(stdout) as unknown;
}

/** Whether an answer is what the page promises: every key is there with a value of its kind; errors and costs word for word. */
function differs(promised: unknown, got: unknown, path = "answer", exact = false): string[] {
  if (Array.isArray(promised)) {
    if (!Array.isArray(got)) return [`${path} is no list`];
    if (promised.length > 0 && got.length === 0) return [`${path} is empty`];
    return promised.length === 0 ? [] : differs(promised[0], got[0], `${path}[0]`, exact);
  }
  if (promised !== null && typeof promised === "object") {
    if (got === null || typeof got !== "object") return [`${path} is no object`];
    return Object.entries(promised).flatMap(([key, value]) =>
      differs(value, (got as Record<string, unknown>)[key], `${path}.${key}`, exact || key === "errors"),
    );
  }
  if (exact) return promised === got ? [] : [`${path} is ${JSON.stringify(got)}, not ${JSON.stringify(promised)}`];
  return typeof promised === typeof got && (promised === null) === (got === null)
    ? []
    : [`${path} is ${JSON.stringify(got)}`];
}

test("the page has its examples: lists, paging, standings, published numbers, duties, cost and errors", () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(11);
  expect(PAGE.match(/```sh/g)).toHaveLength(EXAMPLES.length);
});

test("each example of the page gives what the page says", async () => {
  for (const { command, answer, asks } of EXAMPLES) {
    const got = (await run(command)) as { data?: { chapters?: { pageInfo?: { endCursor?: string } } } };
    expect([asks, differs(answer, got)]).toEqual([asks, []]);
    const cursor = got.data?.chapters?.pageInfo?.endCursor;
    if (cursor) given["CURSOR"] = cursor;
  }
});

test("what stands in for curl gives the same", async () => {
  const [{ command, answer }] = EXAMPLES as [(typeof EXAMPLES)[number]];
  expect(differs(answer, await run(command, `curl() { ${STAND_IN}; }`))).toEqual([]);
});

test("a key's duties name nobody", async () => {
  const query = `query ($c: ID!, $t: ID!, $p: String!) { chapterTouchpoints(chapterId: $c, templateId: $t, period: $p, first: 20) { nodes { aboutMember closedByName assignee { name } member { id } } } }`;
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${given["KEY"]}` },
    body: JSON.stringify({ query, variables: { c: given["CHAPTER"], t: given["TEMPLATE"], p: PERIOD } }),
  });
  const { data } = (await response.json()) as { data: { chapterTouchpoints: { nodes: object[] } } };
  expect(data.chapterTouchpoints.nodes).toHaveLength(4);
  expect(new Set(data.chapterTouchpoints.nodes.map((node) => JSON.stringify(node)))).toEqual(
    new Set([JSON.stringify({ aboutMember: false, closedByName: null, assignee: null, member: null })]),
  );
});
