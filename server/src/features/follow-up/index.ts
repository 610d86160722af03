import { ChangesResolver } from "./changes.resolver.js";
import { FollowUpResolver } from "./follow-up.resolver.js";

export const FOLLOW_UP_RESOLVERS = [FollowUpResolver, ChangesResolver] as const;
