import { AuditResolver } from "./audit.resolver.js";

export { AUDIT_JOBS } from "./jobs.js";

export const AUDIT_RESOLVERS = [AuditResolver] as const;
