import { expressMiddleware } from "@as-integrations/express5";
import type { ApolloServerPlugin } from "@apollo/server";
import { Router } from "express";
import type { Request, RequestHandler, Response } from "express";
import { GraphQLError } from "graphql";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import { AppError, messageOf } from "../../kernel/errors/app-error.js";
import { codeOf, createApollo } from "../../kernel/graphql/apollo.js";
import type { Context } from "../../kernel/graphql/context.js";
import { cookiesOf } from "../../kernel/http/cookies.js";
import { gate } from "../../kernel/http/gate.js";
import { refuseRequest } from "../../kernel/http/own-page.js";
import type { Logger } from "../../kernel/log.js";
import { spend } from "./budget.js";
import { COST, costOf, depthLimit } from "./cost.js";
import { tokenIn } from "./token.js";

/** A refusal that says what it cost. Its message is ours, and may leave. */
class CostError extends GraphQLError {
  constructor(message: string, code: "BAD_REQUEST" | "RATE_LIMITED", cost: object, seconds?: number) {
    const headers = new Map(seconds === undefined ? [] : [["retry-after", String(seconds)]]);
    super(message, { extensions: { code, cost, http: { status: code === "RATE_LIMITED" ? 429 : 400, headers } } });
  }
}

/** The cost, or a refusal of what has none: variables that do not fit, or fragments without end. */
function priced(cost: () => number): number {
  try {
    return cost();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
  }
}

/** Whoever writes documents by hand is told what is wrong with them: such a message holds only what they sent, and the schema. */
function explain(_formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = codeOf(error);
  const path = error instanceof GraphQLError && error.path ? { path: error.path } : {};
  if (error instanceof CostError)
    return { message: error.message, extensions: { code, cost: error.extensions["cost"] } };
  // of the document itself: the parser's, the rules' and the variables' errors, and what `costOf` throws
  const own =
    error instanceof GraphQLError &&
    code === "BAD_REQUEST" &&
    !(error instanceof AppError) &&
    (error.originalError === undefined || error.originalError instanceof GraphQLError) &&
    !(error.originalError instanceof AppError);
  const message = own ? error.message.slice(0, 300) : messageOf(code);
  return { message, ...path, extensions: { code } };
}

/** Lets a document in when the token holds and can pay for it, and says in the answer what it cost. */
const costPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    let cost: object | null = null;
    return {
      async didResolveOperation({ schema, document, request, operationName, contextValue, response }) {
        const { viewer } = await contextValue.work();
        if (!viewer?.scopes || !viewer.seatId) throw new AppError("UNAUTHENTICATED");
        const asked = priced(() => costOf(schema, document, request.variables ?? {}, operationName ?? undefined));
        if (asked > COST.document) {
          cost = { asked, most: COST.document };
          throw new CostError(`The document costs ${asked}; ${COST.document} is allowed.`, "BAD_REQUEST", cost);
        }
        const { allowed, left, resetSeconds } = await spend(contextValue.installation, viewer.seatId, asked);
        cost = { asked, most: COST.document, left, perMinute: COST.minute, resetSeconds };
        response.http.headers.set("varde-cost", String(asked));
        response.http.headers.set("varde-cost-left", String(left));
        if (!allowed)
          throw new CostError(
            `The document costs ${asked}; ${left} of ${COST.minute} is left of this minute.`,
            "RATE_LIMITED",
            cost,
            resetSeconds,
          );
      },
      async willSendResponse({ response, errors }) {
        if (errors?.some((error) => codeOf(error) === "UNAUTHENTICATED")) response.http.status = 401;
        if (cost && response.body.kind === "single") response.body.singleResult.extensions = { cost };
      },
    };
  },
};

/** After an answer has left: notes the day the token was used. What fails here fails nobody: the next request tries again. */
function noteUse({ lazyWork, installation, session }: Context): void {
  if (lazyWork.viewer()?.touch)
    runWork(installation.app, { session, readOnly: false, token: true }, (work) =>
      work.query("select authz.touch_integration()"),
    ).catch(() => {});
}

/** A token is sent in the header, once, and with no cookie of ours: what comes with both is no integration. */
function sessionOfToken(request: Request, response: Response): string | null {
  const given = request.headersDistinct["authorization"] ?? [];
  if (cookiesOf(request, response).read("session") !== null) {
    refuseRequest(response, "BAD_REQUEST");
    return null;
  }
  const token = given.length === 1 ? tokenIn(given[0]!) : null;
  if (token === null) {
    refuseRequest(response.setHeader("www-authenticate", "Bearer"), "UNAUTHENTICATED");
    return null;
  }
  return hashSecret(token).toString("hex");
}

export type IntegrationDoor = { handler: RequestHandler; stop(): Promise<void> };

/**
 * The API for integrations: the same address and schema, by a token in the `Authorization` header, with documents of one's own under
 * a limit of cost. A request without that header passes by, to the app's own way in.
 */
export async function integrationDoor(options: {
  schema: GraphQLSchema;
  log: Logger;
  contextOf: (request: Request, response: Response, session: string) => Context;
}): Promise<IntegrationDoor> {
  const { schema, log, contextOf } = options;
  const apollo = createApollo({
    schema,
    log,
    freeDocuments: true,
    rules: [depthLimit],
    plugins: [costPlugin],
    formatError: explain,
  });
  await apollo.start();
  const sessions = new WeakMap<Request, string>();
  const router = Router();
  router.use(
    (request, response, next) => {
      if (request.headers.authorization === undefined) return next("router");
      const session = sessionOfToken(request, response);
      if (session === null) return;
      sessions.set(request, session);
      next();
    },
    gate(new Map(), true),
    expressMiddleware(apollo, {
      context: async ({ req, res }) => {
        const context = contextOf(req, res, sessions.get(req)!);
        res.on("finish", () => noteUse(context));
        return context;
      },
    }),
  );
  return { handler: router, stop: () => apollo.stop() };
}
