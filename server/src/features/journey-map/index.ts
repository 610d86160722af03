import { JourneyMapResolver } from "./journey-map.resolver.js";

export { mapTemplates } from "./read-journey-map.js";

export const JOURNEY_MAP_RESOLVERS = [JourneyMapResolver] as const;
