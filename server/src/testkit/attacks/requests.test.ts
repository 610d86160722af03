import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toCursor } from "../../kernel/graphql/page.js";
import { createSchema } from "../../schema.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";

// Requests no client of ours sends.

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "varde-web-"));
  const webDist = join(folder, "dist");
  await mkdir(join(webDist, "assets"), { recursive: true });
  await mkdir(join(webDist, ".vite"));
  await writeFile(join(webDist, ".vite", "manifest.json"), "{}");
  await writeFile(join(folder, "secret.txt"), "the secret");
  await writeFile(join(webDist, ".env"), "the secret");
  await writeFile(join(webDist, "index.html"), "the page");
  await writeFile(join(webDist, "assets", "a.js"), "the asset");
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database, { webDist });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

type Got = { status: number; text: string };
/** node:http, because fetch mends paths and headers before it sends them */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Got> {
  const { hostname, port } = new URL(server.url);
  const { method = "GET", headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve({ status: response.statusCode!, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
const json = { "content-type": "application/json" };
const cookie = () => `__Host-s=${world.board.secret}`;

describe("the files of the web app", () => {
  test.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/..%5csecret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/.env",
    "/assets/../.env",
    "/%00",
    "/assets/a.js%00.html",
    "/%",
    "/%c0%ae%c0%ae/secret.txt",
    "//evil.example/%2f..",
  ])("are all there is to get: %s", async (path) => {
    const got = await send(path);
    expect(got.text).not.toContain("the secret");
    expect(got.text).not.toContain(folder);
    expect(got.text).not.toMatch(/node_modules|Error:|at /);
    expect([200, 400, 403, 404]).toContain(got.status);
    if (got.status === 200) expect(got.text).toBe("the page");
  });

  test("never lead away", async () => {
    for (const path of ["//evil.example", "//evil.example/..", "/\\evil.example", "/assets", "/assets/"]) {
      expect([path, (await send(path)).status >= 300 && (await send(path)).status < 400]).toEqual([path, false]);
    }
  });
});

describe("the size of things", () => {
  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    send("/graphql", { method: "POST", headers: { ...json, ...headers }, body });

  test("is bounded: headers, body, packed body, tokens", async () => {
    expect((await send("/", { headers: { cookie: `__Host-s=${"x".repeat(40_000)}` } })).status).toBe(431);
    expect(
      (await post(JSON.stringify({ query: "{ viewer { seat { id } } }", variables: { x: "x".repeat(70_000) } })))
        .status,
    ).toBe(413);
    const bomb = gzipSync(Buffer.from(JSON.stringify({ query: `{ ${" ".repeat(5_000_000)} }` })));
    expect(bomb.length).toBeLessThan(20_000);
    expect((await post(bomb, { "content-encoding": "gzip" })).status).toBe(413);
    const wide = await post(
      JSON.stringify({ query: `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: viewer { today }`).join(" ")} }` }),
    );
    expect(wide.text).toContain("BAD_REQUEST");
    expect((await post("[".repeat(30_000))).text).toContain("BAD_REQUEST");
    expect(
      (await post(`{"query":"{ viewer { today } }","variables":${'{"a":'.repeat(5_000)}1${"}".repeat(5_001)}`)).status,
    ).toBeLessThan(500);
  });

  test("one who never finishes a body holds nobody up", async () => {
    const { hostname, port } = new URL(server.url);
    const slow = Array.from({ length: 50 }, () => connect(Number(port), hostname));
    for (const socket of slow) {
      socket.on("error", () => {});
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"query`,
      );
    }
    const began = performance.now();
    expect(await server.code(world.board, "{ viewer { today } }")).toBe("OK");
    expect(performance.now() - began).toBeLessThan(5_000);
    for (const socket of slow) socket.destroy();
  });
});

describe("texts", () => {
  const query = `mutation ($input: SaveMeetingInput!) { saveMeeting(input: $input) { meeting { title } problems { code } } }`;
  /** the escapes reach the server as they are written here */
  const save = (title: string, more = "") =>
    send("/graphql", {
      method: "POST",
      headers: { ...json, cookie: cookie() },
      body: `{"query":${JSON.stringify(query)},"variables":{"input":{"key":"${uuidv7()}","id":"${uuidv7()}","rev":0,"kind":"GATHERING","heldOn":"2026-11-22","title":"${title}"${more}}}}`,
    });

  test.each([String.raw`a\ud800b`, String.raw`\udc00`, String.raw`\ude00\ud83d`, String.raw`a\u0000b`])(
    "that are no text are refused before the database: %s",
    async (title) => {
      const got = await save(title);
      expect(got.text).toContain("BAD_REQUEST");
    },
  );

  test("that are whole are kept as they are", async () => {
    const got = await save(String.raw`\ud83d\udc9a Måne \u00e5`);
    expect(got.text).toContain("💚 Måne å");
  });

  test.each([
    '"__proto__":{"chapterId":"x"}',
    '"constructor":1',
    '"chapterId":"x"',
    '"organizationId":"x"',
    '"createdAt":"x"',
  ])("beside those of the form are not taken: %s", async (more) => {
    expect((await save("a", `,${more}`)).text).toMatch(/BAD_REQUEST|"problems":\[\]/);
    const odd = await seed.client.query("select 1 from app.meeting where chapter_id <> $1", [world.chapters.own]);
    expect(odd.rowCount).toBe(0);
  });
});

test("a cursor somebody made up is refused, whatever it holds, in every list", async () => {
  const schema = await createSchema();
  const lists = Object.values(schema.getQueryType()!.getFields()).filter((field) =>
    field.args.some(({ name }) => name === "after"),
  );
  expect(lists.length).toBeGreaterThan(5);
  const strange = [1e300, -1, null, "", "x", "2026-99-99", "infinity", uuidv7(), "'; select 1; --", 2 ** 60];
  for (const field of lists) {
    const given: Record<string, unknown> = { chapterId: world.chapters.own, templateId: uuidv7(), period: "2026" };
    const args = field.args.filter(({ name }) => name === "after" || name in given);
    const head = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
    const body = args.map(({ name }) => `${name}: $${name}`).join(", ");
    const query = `query (${head}) { ${field.name}(${body}) { pageInfo { hasNextPage } } }`;
    for (const one of strange) {
      for (const length of [1, 2, 3]) {
        const after = toCursor([one, ...Array.from({ length: length - 1 }, () => strange[length]!)]);
        const variables = Object.fromEntries(args.map(({ name }) => [name, name === "after" ? after : given[name]]));
        const code = await server.code(world.admin, query, variables);
        const codeOfBoard = await server.code(world.board, query, variables);
        expect(
          [field.name, one, code, codeOfBoard].filter((said) => said === "INTERNAL" || said === "UNAVAILABLE"),
        ).toEqual([]);
      }
    }
  }
});
