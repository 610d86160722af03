import { PracticeResolver } from "./practice.resolver.js";

export const PRACTICE_RESOLVERS = [PracticeResolver] as const;
