import { NewsResolver } from "./news.resolver.js";
import { NudgeResolver } from "./nudge.resolver.js";

export { NEWS_JOBS } from "./jobs.js";
export { askedForHelp } from "./read-nudges.js";

export const NEWS_RESOLVERS = [NewsResolver, NudgeResolver] as const;
