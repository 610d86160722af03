import { TogetherResolver } from "./together.resolver.js";

export { mayHear } from "./may-hear.js";

export const TOGETHER_RESOLVERS = [TogetherResolver] as const;
