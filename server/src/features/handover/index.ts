import { HandoverResolver } from "./handover.resolver.js";

export { HANDOVER_JOBS } from "./jobs.js";

export const HANDOVER_RESOLVERS = [HandoverResolver] as const;
