import { NewsResolver } from "./news.resolver.js";

export { NEWS_JOBS } from "./jobs.js";

export const NEWS_RESOLVERS = [NewsResolver] as const;
