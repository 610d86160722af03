import { ImproveResolver } from "./improve.resolver.js";

export const IMPROVE_RESOLVERS = [ImproveResolver] as const;
