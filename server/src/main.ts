import { createServer } from "node:http";
import { createApp } from "./app.js";
import type { Env } from "./env.js";
import { startWorker } from "./features/jobs.js";
import { sealer } from "./kernel/crypto/sealer.js";
import { openDoor } from "./kernel/db/door.js";
import { openListener } from "./kernel/db/listener.js";
import { atHead } from "./kernel/db/readiness.js";
import type { Installation } from "./kernel/graphql/context.js";
import { readManifest } from "./kernel/http/gate.js";
import { drainable } from "./kernel/http/drain.js";
import { createLogger } from "./kernel/log.js";
import { identityProvider } from "./kernel/oidc/provider.js";
import type { Logger } from "./kernel/log.js";
import { HEAD } from "./migrations/migrate.js";

/** How long a member file may take to come over a slow line; everything else is given `BODY_MS` by the app. */
const UPLOAD_MS = 600_000;

export type RunningServer = { url: string; stop(): Promise<void> };

/** Opens what every process of an installation shares: the doors of the two roles that answer requests. */
export async function openInstallation(
  env: Env,
  log: Logger = createLogger("silent"),
  patienceMs?: number,
): Promise<{ installation: Installation; close(): Promise<void> }> {
  const shared = { databaseUrl: env.databaseUrl, rolePrefix: env.rolePrefix, secret: env.secret };
  const app = await openDoor({ ...shared, login: "app", poolSize: 20, patienceMs });
  const auth = await openDoor({ ...shared, login: "auth", poolSize: 4, patienceMs });
  const installation: Installation = {
    app,
    auth,
    listen: (hearing) => openListener({ ...shared, log }, hearing),
    sealer: sealer(env.secret),
    secret: env.secret,
    mode: env.mode,
    baseUrl: env.baseUrl,
    identityProvider: env.oidc ? identityProvider(env.oidc) : null,
  };
  return {
    installation,
    async close() {
      await app.close();
      await auth.close();
    },
  };
}

/**
 * Serves the API and the web build on one port, with the job worker inside when `env.worker`. Rejects when the port is
 * taken (`EADDRINUSE`), the database is out of reach or a root field carries no policy. `stop` drains: not ready, no new
 * connections, at most ten seconds for what is under way.
 */
export async function startServer(options: { env: Env; log?: Logger; patienceMs?: number }): Promise<RunningServer> {
  const { env, log, patienceMs } = options;
  const logger = log ?? createLogger("info");
  const { installation, close } = await openInstallation(env, logger, patienceMs);
  const httpServer = createServer();
  let draining = false;
  try {
    const { app, leave, stop } = await createApp({
      installation,
      log: logger,
      manifest: await readManifest(env.manifestPath),
      webDist: env.webDist,
      trustedProxies: env.trustedProxies,
      ready: async () => !draining && (await atHead(installation.app, HEAD)),
    });
    httpServer.on("request", app);
    const door = drainable(httpServer);
    httpServer.headersTimeout = 30_000;
    httpServer.requestTimeout = UPLOAD_MS;
    await new Promise<void>((resolve, reject) => {
      httpServer.once("error", reject);
      httpServer.listen(env.port, env.host, resolve);
    });
    const address = httpServer.address();
    const port = typeof address === "object" && address ? address.port : env.port;
    const url = new URL(env.baseUrl);
    if (env.mode !== "production") {
      // with any free port, the links in mails must lead to the one that was found
      url.port = String(port);
      installation.baseUrl = url.origin;
    }
    const worker = env.worker ? await startWorker({ env, installation, log: logger, patienceMs }) : null;
    return {
      url: url.origin,
      async stop() {
        draining = true;
        // an open stream would be waited for
        leave();
        await Promise.all([door.leave(10_000), worker?.stop()]);
        await stop();
        await close();
      },
    };
  } catch (error) {
    httpServer.close();
    await close();
    throw error;
  }
}
