import { OwnGrantReturnResolver } from "./own-return.resolver.js";
import { GrantReturnsResolver } from "./returns.resolver.js";

export { GRANT_RETURN_JOBS } from "./jobs.js";
export { saveGrantReturn, signGrantReturn } from "./own-return.service.js";
export { grantPaper, sealed } from "./paper.js";
export { readOwnReturn } from "./read-return.js";

export const GRANT_RETURN_RESOLVERS = [OwnGrantReturnResolver, GrantReturnsResolver] as const;
