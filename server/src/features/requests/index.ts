import { RequestResolver } from "./request.resolver.js";

export { REQUEST_JOBS } from "./jobs.js";

export const REQUEST_RESOLVERS = [RequestResolver] as const;
