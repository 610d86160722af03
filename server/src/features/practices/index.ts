import { PracticeResolver } from "./practice.resolver.js";

export { refuseMembers, suggestPractice } from "./practice.service.js";

export const PRACTICE_RESOLVERS = [PracticeResolver] as const;
