import { expressMiddleware } from "@as-integrations/express5";
import express from "express";
import type { ErrorRequestHandler, Express, RequestHandler } from "express";
import expressStaticGzip from "express-static-gzip";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { hashSecret } from "./kernel/crypto/sealer.js";
import { AppError } from "./kernel/errors/app-error.js";
import { createApollo } from "./kernel/graphql/apollo.js";
import type { Context, Installation } from "./kernel/graphql/context.js";
import { cookiesOf } from "./kernel/http/cookies.js";
import { gate } from "./kernel/http/gate.js";
import type { Manifest } from "./kernel/http/gate.js";
import { languageOf } from "./kernel/http/language.js";
import { callerOf } from "./kernel/http/network.js";
import { securityHeaders } from "./kernel/http/security-headers.js";
import { liveStream } from "./kernel/live/http.js";
import { createHub } from "./kernel/live/hub.js";
import type { Logger } from "./kernel/log.js";
import { afterRequest, oneClickUnsubscribe } from "./features/accounts/index.js";
import { calendarFeed } from "./features/calendar/index.js";
import { photoDownload, photoUpload } from "./features/annual-report/index.js";
import { importUpload, memberExport } from "./features/imports/index.js";
import { planTable } from "./features/plans/index.js";
import { integrationDoor } from "./features/integrations/index.js";
import { oneClickLeaveAlone } from "./features/outreach/index.js";
import { standingsExport } from "./features/standings/index.js";
import { surveyForm } from "./features/surveys/form/index.js";
import { SCHEMA_PATH, templateFileSchema } from "./features/templates/index.js";
import { mayHear } from "./features/together/index.js";
import { createSchema } from "./schema.js";

export type AppOptions = {
  installation: Installation;
  log: Logger;
  manifest: Manifest;
  webDist: string | null;
  trustedProxies: number;
  /** false while draining or when the database is not as it should be */
  ready: () => Promise<boolean>;
};

/** The session of the request's cookie, as it is asked for in the database. */
function sessionOf(request: express.Request, response: express.Response): string | null {
  const secret = cookiesOf(request, response).read("session");
  return secret ? hashSecret(secret).toString("hex") : null;
}

function contextOf(
  installation: Installation,
  request: express.Request,
  response: express.Response,
  { session, byToken }: Pick<Context, "session" | "byToken">,
): Context {
  const cookies = cookiesOf(request, response);
  let readOnly = true;
  const lazyWork = installation.app.work({ session, readOnly: () => readOnly, token: byToken });
  const context: Context = {
    requestId: randomUUID(),
    byToken,
    language: languageOf(request.headers["accept-language"]),
    session,
    caller: callerOf(installation.secret, request.ip),
    userAgent: request.headers["user-agent"] ?? "",
    installation,
    cookies,
    lazyWork,
    setReadOnly: (value) => {
      readOnly = value;
    },
    rollbackOnly: false,
    work: () => lazyWork.open(),
  };
  return context;
}

// half of a pair of surrogates, escaped: no character at all, and JSON in the database takes none
const HALF_PAIR = /\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f]/i;

/** PostgreSQL holds no NUL and no half character in a text, and nobody types one. */
function refuseUnstorable(_request: unknown, _response: unknown, body: Buffer): void {
  // a text that speaks of an escape, as a file of JSON does, has its backslash doubled and holds no such character
  const text = body.toString("latin1").replaceAll(String.raw`\\`, "__");
  if (text.includes(String.raw`\u0000`) || HALF_PAIR.test(text)) throw new AppError("BAD_REQUEST");
}

const ordinaryBody = express.json({ limit: "64kb", strict: true, verify: refuseUnstorable });
// the largest file that may be imported, and as much again for the quotes in it that are escaped
const largeBody = express.json({ limit: "640kb", strict: true, verify: refuseUnstorable });

/** Those who are signed in may send a whole template. A made-up cookie buys no more than that its body is read. */
const bodyOf: RequestHandler = (request, response, next) => {
  const signedIn = cookiesOf(request, response).read("session") !== null;
  (signedIn ? largeBody : ordinaryBody)(request, response, next);
};

/** How long the body of a request may take, member files apart. */
const BODY_MS = 30_000;

/** A body that trickles in holds a connection for half a minute at most. */
const inTime: RequestHandler = (request, _response, next) => {
  const late = setTimeout(() => request.destroy(), BODY_MS);
  late.unref();
  for (const over of ["end", "close"]) request.once(over, () => clearTimeout(late));
  next();
};

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Outside production we serve this machine only. A page elsewhere can give its own name our address and be, to the
 * browser, our own origin; but it cannot ask for us by our name.
 */
const onlyByOurName: RequestHandler = (request, response, next) => {
  if (LOOPBACK.test(request.headers.host ?? "")) return next();
  response.status(421).type("text").send("not found");
};

const lastResort =
  (log: Logger): ErrorRequestHandler =>
  (error: { status?: number }, _request, response, _next) => {
    const status = error.status && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) log.error({ err: error }, "unhandled");
    const known = new AppError(status === 500 ? "INTERNAL" : "BAD_REQUEST");
    if (!response.headersSent)
      response.status(status).json({ errors: [{ message: known.message, extensions: known.extensions }] });
  };

/** Assembles the API, the probes and the web build on one Express app. `leave` ends the streams, which would be waited for. */
export async function createApp(options: AppOptions): Promise<{ app: Express; leave(): void; stop(): Promise<void> }> {
  const { installation, log } = options;
  const freeDocuments = installation.mode !== "production";
  const schema = await createSchema();
  const apollo = createApollo({ schema, log, freeDocuments });
  await apollo.start();
  const integrations = await integrationDoor({
    schema,
    log,
    contextOf: (request, response, session) => contextOf(installation, request, response, { session, byToken: true }),
  });

  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", options.trustedProxies);
  app.set("etag", false);
  if (freeDocuments) app.use(onlyByOurName);
  app.use(securityHeaders(installation.baseUrl.startsWith("https:")));

  const hub = createHub({ door: installation.app, listen: installation.listen, mayHear, log });
  app.get("/live", liveStream(hub, log));
  // a member file takes the time it takes
  app.post("/import", importUpload(installation, log));
  // and so does a photo from a phone with little network
  app.post("/report/photo", photoUpload(installation, log));
  app.use(inTime);
  app.get("/report/photo/:id", photoDownload(installation, log));
  app.post("/export", memberExport(installation, log));
  app.post("/plan-table", planTable(installation, log));
  app.post("/export/standings", standingsExport(installation, log));

  app.get("/healthz", (_request, response) => void response.type("text").send("ok"));
  app.get("/readyz", async (_request, response) => {
    const ready = await options.ready();
    response
      .status(ready ? 200 : 503)
      .type("text")
      .send(ready ? "ready" : "not ready");
  });

  const schemaOfFiles = templateFileSchema(new URL(SCHEMA_PATH, installation.baseUrl).href);
  app.get(SCHEMA_PATH, (_request, response) => void response.type("application/schema+json").send(schemaOfFiles));

  app.use(
    "/graphql",
    (_request, response, next) => {
      response.setHeader("cache-control", "no-store");
      next();
    },
    bodyOf,
    integrations.handler,
    gate(options.manifest, freeDocuments),
    expressMiddleware(apollo, {
      context: async ({ req, res }) => {
        const context = contextOf(installation, req, res, { session: sessionOf(req, res), byToken: false });
        res.on("finish", () => afterRequest(context));
        return context;
      },
    }),
  );

  app.post("/avmeld/:token", oneClickUnsubscribe(installation));
  app.get("/kalender/:file", calendarFeed(installation, log));
  app.post("/avmeld-medlem/:token", oneClickLeaveAlone(installation));

  const { webDist } = options;
  app.use("/u", surveyForm(installation, log, webDist));
  if (webDist) {
    app.use(
      "/assets",
      // the build left each file compressed beside itself
      expressStaticGzip(join(webDist, "assets"), {
        enableBrotli: true,
        orderPreference: ["br"],
        index: false,
        serveStatic: { immutable: true, maxAge: "1y", redirect: false, fallthrough: false },
      }),
    );
    app.use(express.static(webDist, { index: false, redirect: false, maxAge: 0 }));
    // one page for every address; the app says so when there is nothing at it
    app.get(/^\/(?!graphql|assets\/|healthz|readyz)[^.]*$/, (_request, response) => {
      response.setHeader("cache-control", "no-cache");
      response.sendFile(join(webDist, "index.html"), { dotfiles: "allow" });
    });
  }
  app.use((_request, response) => void response.status(404).type("text").send("not found"));
  app.use(lastResort(log));
  return {
    app,
    leave: () => hub.leave(),
    async stop() {
      await hub.close();
      await apollo.stop();
      await integrations.stop();
    },
  };
}
