import { OfflineResolver } from "./offline.resolver.js";

export const OFFLINE_RESOLVERS = [OfflineResolver] as const;
