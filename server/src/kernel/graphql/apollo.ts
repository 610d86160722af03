import { ApolloServer } from "@apollo/server";
import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { GraphQLError } from "graphql";
import type { GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode, ValidationRule } from "graphql";
import { AppError, ERROR_CODES, messageOf } from "../errors/app-error.js";
import type { ErrorCode } from "../errors/app-error.js";
import { safeError } from "../log.js";
import type { Logger } from "../log.js";
import type { Context } from "./context.js";

// PostgreSQL and network conditions that pass: the same request, with the same key, may be tried again
const PASSING =
  /^(0A000|40001|40P01|55P03|57014|53\d{3}|57P0\d|08\d{3}|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
// what the driver says without a code when a connection is lost or none is to be had
const LOST =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;
// a number, day or text outside what its column holds: of a cursor or a text that no client of ours made
const MALFORMED = /^(22003|22007|22008|22021|22P05)$/;

/** What of the closed union an error is to whoever asked. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  if (error instanceof GraphQLError) {
    // Apollo's own names for a document or variables that could not be read
    if (/^(BAD_USER_INPUT|GRAPHQL_\w+_FAILED)$/.test(String(error.extensions.code))) return "BAD_REQUEST";
    if (error.originalError) return codeOf(error.originalError);
    const code = error.extensions.code;
    if (ERROR_CODES.includes(code as ErrorCode)) return code as ErrorCode;
    // syntax, validation and coercion of a document we did not write
    return error.path ? "INTERNAL" : "BAD_REQUEST";
  }
  const { code, driverError, message } = (error ?? {}) as {
    code?: string;
    driverError?: { code?: string };
    message?: string;
  };
  const cause = code ?? driverError?.code ?? "";
  if (PASSING.test(cause) || LOST.test(message ?? "")) return "UNAVAILABLE";
  // what is dangerous wants the second factor anew, whichever way it came
  if (cause === "VA021") return "STEP_UP_REQUIRED";
  // the database's own no: a row outside the reach is as absent as one that never was
  if (cause === "42501" || cause === "VA002" || cause === "VA003" || cause === "22P02") return "NOT_FOUND";
  return MALFORMED.test(cause) ? "BAD_REQUEST" : "INTERNAL";
}

const formatError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const code = codeOf(error);
  return { message: messageOf(code), ...(formatted.path ? { path: formatted.path } : {}), extensions: { code } };
};

/** A mutation does one thing: no guessing by alias, and one transaction has one meaning. */
const oneMutationField: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const fields = node.selectionSet.selections.filter((s) => s.kind !== "Field" || s.name.value !== "__typename");
    if (node.operation === "mutation" && (fields.length !== 1 || fields[0]!.kind !== "Field")) {
      context.reportError(new GraphQLError("a mutation has exactly one field", { nodes: node }));
    }
  },
});

/** Whether a query reads persons, and so writes down that it did. Fields behind a fragment are not looked at: they may. */
function countsReading(schema: GraphQLSchema, operation: OperationDefinitionNode | undefined): boolean {
  const fields = schema.getQueryType()?.getFields() ?? {};
  return (operation?.selectionSet.selections ?? []).some(
    (selection) => selection.kind !== "Field" || fields[selection.name.value]?.extensions["countsReading"] === true,
  );
}

/** Ends the request's transaction before its answer leaves, and logs what went wrong without anybody's data. */
function transactionPlugin(log: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue }): Promise<GraphQLRequestListener<Context>> {
      const began = performance.now();
      return {
        async didResolveOperation({ operation, schema }) {
          contextValue.setReadOnly(operation?.operation !== "mutation" && !countsReading(schema, operation));
        },
        async didEncounterErrors({ errors }) {
          for (const error of errors) {
            if (codeOf(error) === "INTERNAL")
              log.error({ requestId: contextValue.requestId, err: error.originalError ?? error }, "failed");
          }
        },
        async willSendResponse({ response, operationName, operation }) {
          if (response.body.kind !== "single") return;
          const result = response.body.singleResult;
          const failed = (result.errors?.length ?? 0) > 0;
          try {
            await contextValue.lazyWork.end(failed || contextValue.rollbackOnly ? "rollback" : "commit");
          } catch (error) {
            const code = codeOf(error);
            log.error({ requestId: contextValue.requestId, ...safeError(error) }, "could not commit");
            response.body.singleResult = { errors: [{ message: messageOf(code), extensions: { code } }] };
          }
          log.debug(
            {
              requestId: contextValue.requestId,
              operation: operationName ?? operation?.operation,
              ms: Math.round(performance.now() - began),
            },
            "answered",
          );
        },
      };
    },
  };
}

export type ApolloOptions = {
  schema: GraphQLSchema;
  log: Logger;
  freeDocuments: boolean;
  /** more rules for documents, more steps of a request, and other words for errors */
  rules?: readonly ValidationRule[];
  plugins?: readonly ApolloServerPlugin<Context>[];
  formatError?: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
};

/** Apollo with the defaults that leak turned off. */
export function createApollo(options: ApolloOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: options.schema,
    introspection: options.freeDocuments,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: !options.freeDocuments,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: 2000 },
    validationRules: [oneMutationField, ...(options.rules ?? [])],
    formatError: options.formatError ?? formatError,
    stopOnTerminationSignals: false,
    // what Apollo would print can hold a variable
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    plugins: [
      transactionPlugin(options.log),
      ...(options.plugins ?? []),
      ApolloServerPluginLandingPageDisabled(),
      // nothing of ours is cached by hints, and looking for them wraps every field that is resolved
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}
