import { PracticeResolver } from "./practice.resolver.js";

export { refuseMembers } from "./practice.service.js";

export const PRACTICE_RESOLVERS = [PracticeResolver] as const;
