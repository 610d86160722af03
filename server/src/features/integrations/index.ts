import { IntegrationResolver } from "./integration.resolver.js";

export { integrationDoor } from "./http.js";
export { INTEGRATION_JOBS } from "./jobs.js";

export const INTEGRATION_RESOLVERS = [IntegrationResolver] as const;
