import { CoreChoiceResolver } from "./core-choice.resolver.js";
import { CoreVoteResolver } from "./vote.resolver.js";

export { CORE_CHOICE_JOBS } from "./jobs.js";

export const CORE_CHOICE_RESOLVERS = [CoreChoiceResolver, CoreVoteResolver] as const;
