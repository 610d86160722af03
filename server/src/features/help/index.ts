import { HelpResolver } from "./help.resolver.js";

export const HELP_RESOLVERS = [HelpResolver] as const;
