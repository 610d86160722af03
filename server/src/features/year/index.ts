import { YearResolver } from "./year.resolver.js";

export { annualRule } from "./annual-rule.js";

export const YEAR_RESOLVERS = [YearResolver] as const;
