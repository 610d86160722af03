import { LifeResolver } from "./life.resolver.js";
import { MergeResolver } from "./merge.resolver.js";

export { LIFE_JOBS } from "./jobs.js";
export const LIFE_RESOLVERS = [LifeResolver, MergeResolver] as const;
