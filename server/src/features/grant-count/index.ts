import { GrantCountResolver } from "./grant-count.resolver.js";

export { countForGrant } from "./read-grant-count.js";
export type { GrantCounted, KeptRules } from "./read-grant-count.js";
export { GrantRuleEnum, GrantVerdictEnum } from "./grant-count.type.js";

export const GRANT_COUNT_RESOLVERS = [GrantCountResolver] as const;
