import { MembershipResolver } from "./membership.resolver.js";

export { publishMembership } from "./publish-membership.js";
export { publishedMembership } from "./published-membership.service.js";

export const MEMBERSHIP_RESOLVERS = [MembershipResolver] as const;
