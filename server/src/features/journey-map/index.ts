import { JourneyMapResolver } from "./journey-map.resolver.js";

export const JOURNEY_MAP_RESOLVERS = [JourneyMapResolver] as const;
