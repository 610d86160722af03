import type { Context } from "../../kernel/graphql/context.js";
import { ViewerResolver } from "./viewer.resolver.js";

export const ACCOUNT_RESOLVERS = [ViewerResolver] as const;
export const ACCOUNT_ENTITIES = [] as const;

/** After an answer has left: moves the session's idle time on, at most once a minute, apart from the request's transaction. */
export function afterRequest(_context: Context): void {}
