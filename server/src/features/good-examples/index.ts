import { GoodExampleResolver } from "./good-example.resolver.js";

export { GOOD_EXAMPLE_JOBS } from "./jobs.js";

export const GOOD_EXAMPLE_RESOLVERS = [GoodExampleResolver] as const;
