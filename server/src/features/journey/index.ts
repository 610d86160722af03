import { JourneyResolver } from "./journey.resolver.js";

export { publishJourney } from "./publish-journey.js";

export const JOURNEY_RESOLVERS = [JourneyResolver] as const;
