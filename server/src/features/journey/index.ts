import { JourneyResolver } from "./journey.resolver.js";

export { ownJourney } from "./own-journey.service.js";
export { publishJourney } from "./publish-journey.js";
export { publishedJourney } from "./published-journey.service.js";

export const JOURNEY_RESOLVERS = [JourneyResolver] as const;
