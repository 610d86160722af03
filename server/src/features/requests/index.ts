import { RequestResolver } from "./request.resolver.js";

export const REQUEST_RESOLVERS = [RequestResolver] as const;
