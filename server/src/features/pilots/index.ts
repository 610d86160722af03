import { PilotResolver } from "./pilot.resolver.js";

export const PILOT_RESOLVERS = [PilotResolver] as const;
