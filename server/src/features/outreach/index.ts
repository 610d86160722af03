import { OutreachResolver } from "./outreach.resolver.js";
import { RsvpResolver } from "./rsvp.resolver.js";

export { OUTREACH_JOBS } from "./jobs.js";
export { oneClickLeaveAlone } from "./leave-alone.js";

export const OUTREACH_RESOLVERS = [OutreachResolver, RsvpResolver] as const;
