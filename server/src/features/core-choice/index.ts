import { CoreChoiceResolver } from "./core-choice.resolver.js";
import { CoreVoteResolver } from "./vote.resolver.js";

export { CoreChosen } from "./core-choice.type.js";
export { CORE_CHOICE_JOBS } from "./jobs.js";
export { readChoices } from "./read-choices.js";

export const CORE_CHOICE_RESOLVERS = [CoreChoiceResolver, CoreVoteResolver] as const;
