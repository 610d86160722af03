import { PrivacyResolver } from "./privacy.resolver.js";

export { PRIVACY_JOBS } from "./jobs.js";
export const PRIVACY_RESOLVERS = [PrivacyResolver] as const;
