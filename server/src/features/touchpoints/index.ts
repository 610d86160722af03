import { TouchpointMutationsResolver } from "./touchpoint-mutations.resolver.js";
import { TouchpointResolver } from "./touchpoint.resolver.js";

export { Touchpoint, TouchpointConnection } from "./touchpoint.type.js";
export { ContactOutcomeEnum, TouchpointStatusEnum } from "./touchpoint.enums.js";

export const TOUCHPOINT_RESOLVERS = [TouchpointResolver, TouchpointMutationsResolver] as const;
