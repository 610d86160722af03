import { createHash } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "../../app.js";
import { openInstallation } from "../../main.js";
import { createLogger } from "../log.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { testEnv } from "../../testkit/server.js";

const DOCUMENT = "query Viewer { viewer { account { id } } }";
const HASH = createHash("sha256").update(DOCUMENT).digest("hex");
let database: TestDatabase, url: URL, stop: () => Promise<void>;

beforeAll(async () => {
  database = await testDatabase();
  const { installation, close } = await openInstallation(
    testEnv(database, { mode: "production", baseUrl: "https://varde.example" }),
  );
  const httpServer = createServer();
  const served = await createApp({
    installation,
    log: createLogger("silent"),
    manifest: new Map([[`sha256:${HASH}`, DOCUMENT]]),
    webDist: null,
    trustedProxies: 0,
    ready: async () => true,
  });
  httpServer.on("request", served.app);
  await new Promise<void>((resolve) => {
    httpServer.listen(0, "127.0.0.1", () => resolve());
  });
  url = new URL(`http://127.0.0.1:${(httpServer.address() as AddressInfo).port}/graphql`);
  stop = async () => {
    httpServer.closeAllConnections();
    httpServer.close();
    await served.stop();
    await close();
  };
});
afterAll(async () => {
  await stop();
  await database.drop();
});

type Sent = { status: number; text: string; headers: Record<string, unknown> };

/** node:http, because fetch would not send some of what an attacker sends */
function send(method: string, headers: Record<string, string>, body?: string, path = url.pathname): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = request({ method, host: url.hostname, port: url.port, path, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve({ status: response.statusCode!, text, headers: response.headers }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
const json = { "content-type": "application/json" };
const known = JSON.stringify({ variables: {}, extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } });

describe("the production gate", () => {
  test("answers a document of the build, by its hash", async () => {
    const answer = await send("POST", { ...json, "sec-fetch-site": "same-origin" }, known);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { data: { viewer: null } }]);
  });

  const deep = `${"[".repeat(9000)}${"]".repeat(9000)}`;
  const refused: [
    what: string,
    status: number,
    method: string,
    headers: Record<string, string>,
    body?: string | undefined,
    path?: string,
  ][] = [
    ["a free document", 400, "POST", json, JSON.stringify({ query: DOCUMENT })],
    [
      "an unknown hash",
      400,
      "POST",
      json,
      JSON.stringify({ extensions: { persistedQuery: { sha256Hash: "0".repeat(64) } } }),
    ],
    [
      "registering a document",
      400,
      "POST",
      json,
      JSON.stringify({
        query: "{ __typename }",
        extensions: {
          persistedQuery: { version: 1, sha256Hash: createHash("sha256").update("{ __typename }").digest("hex") },
        },
      }),
    ],
    ["introspection", 400, "POST", json, JSON.stringify({ query: "{ __schema { types { name } } }" })],
    ["a batch", 400, "POST", json, `[${known},${known}]`],
    [
      "a query by GET",
      405,
      "GET",
      { "apollo-require-preflight": "1" },
      undefined,
      `/graphql?query=${encodeURIComponent(DOCUMENT)}`,
    ],
    ["a form", 415, "POST", { "content-type": "application/x-www-form-urlencoded" }, "query=1"],
    ["plain text", 415, "POST", { "content-type": "text/plain" }, known],
    ["multipart", 415, "POST", { "content-type": "multipart/form-data; boundary=x" }, "--x--"],
    ["another site", 403, "POST", { ...json, "sec-fetch-site": "cross-site" }, known],
    ["a sibling site", 403, "POST", { ...json, "sec-fetch-site": "same-site" }, known],
    ["a body of 10 MB", 413, "POST", json, `{"variables":{"x":"${"a".repeat(10_000_000)}"}}`],
    ["broken JSON", 400, "POST", json, "{"],
    ["JSON 9,000 deep", 400, "POST", json, `{"variables":${deep}}`],
    ["an exotic charset", 415, "POST", { "content-type": "application/json; charset=utf-7" }, known],
    ["a literal", 400, "POST", json, "null"],
  ];
  test.each(refused)("refuses %s", async (_what, status, method, headers, body, path) => {
    const answer = await send(method, headers, body, path);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/node_modules|at .*:\d+|Did you mean|SyntaxError|express/i);
  });

  test("says nothing of itself and lets nothing be kept", async () => {
    const { headers } = await send("POST", json, known);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'");
    expect(headers["strict-transport-security"]).toContain("max-age");
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["x-powered-by", "server", "etag"]));
    expect((await send("GET", {}, undefined, "/nothing.php")).text).toBe("not found");
  });

  test("the probes answer without saying who we are", async () => {
    expect(await send("GET", {}, undefined, "/healthz")).toMatchObject({ status: 200, text: "ok" });
    expect(await send("GET", {}, undefined, "/readyz")).toMatchObject({ status: 200, text: "ready" });
  });
});
