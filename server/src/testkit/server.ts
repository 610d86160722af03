import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "../app.js";
import { openInstallation } from "../main.js";
import type { Env } from "../env.js";
import { createLogger } from "../kernel/log.js";
import type { Logger } from "../kernel/log.js";
import { PATIENCE_MS } from "./constants.js";
import type { TestDatabase } from "./database.js";
import type { SeededSeat } from "./seed.js";

export type Answer<T = Record<string, never>> = {
  data: T | null;
  errors?: { extensions: { code: string }; message: string }[];
  status: number;
  headers: Headers;
};
export type TestServer = Awaited<ReturnType<typeof testServer>>;

/** The environment of a server on a test's database. */
export function testEnv(database: TestDatabase, over: Partial<Env> = {}): Env {
  return {
    databaseUrl: database.adminUrl,
    rolePrefix: database.rolePrefix,
    secret: database.secret,
    host: "127.0.0.1",
    port: 0,
    mode: "development",
    baseUrl: "http://localhost:4460",
    smtpUrl: null,
    worker: false,
    webDist: null,
    manifestPath: "",
    trustedProxies: 0,
    ...over,
  };
}

/** The real app over HTTP on a free port: tests act through the public API. */
export async function testServer(
  database: TestDatabase,
  over: Partial<Env> = {},
  log: Logger = createLogger("silent"),
  patienceMs: number | undefined = PATIENCE_MS,
) {
  const env = testEnv(database, over);
  const { installation, close } = await openInstallation(env, undefined, patienceMs);
  const httpServer = createServer();
  const { app, stop } = await createApp({
    installation,
    log,
    manifest: new Map(),
    webDist: env.webDist,
    trustedProxies: env.trustedProxies,
    ready: async () => true,
  });
  httpServer.on("request", app);
  await new Promise<void>((resolve) => {
    httpServer.listen(0, "127.0.0.1", () => resolve());
  });
  const url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;

  /** runs a document as a seat (or nobody) and gives the whole answer */
  async function run<T>(
    seat: Pick<SeededSeat, "secret"> | null,
    query: string,
    variables: object = {},
    language = "nb",
  ): Promise<Answer<T>> {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-language": language,
        ...(seat ? { cookie: `__Host-s=${seat.secret}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { ...((await response.json()) as { data: T }), status: response.status, headers: response.headers };
  }

  return {
    url,
    env,
    installation,
    run,
    /** the data of an answer without errors; throws with the codes otherwise */
    async ask<T>(seat: Pick<SeededSeat, "secret"> | null, query: string, variables: object = {}): Promise<T> {
      const answer = await run<T>(seat, query, variables);
      if (answer.errors || !answer.data)
        throw new Error(`refused with ${answer.status}: ${JSON.stringify(answer.errors)}`);
      return answer.data;
    },
    /** the code of the first error, or "OK" */
    async code(seat: Pick<SeededSeat, "secret"> | null, query: string, variables: object = {}): Promise<string> {
      const answer = await run(seat, query, variables);
      return answer.errors?.[0]?.extensions.code ?? "OK";
    },
    async stop() {
      httpServer.closeAllConnections();
      await new Promise<void>((resolve) => {
        httpServer.close(() => resolve());
      });
      await stop();
      await close();
    },
  };
}
