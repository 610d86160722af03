import { AuditResolver } from "./audit.resolver.js";

export const AUDIT_RESOLVERS = [AuditResolver] as const;
