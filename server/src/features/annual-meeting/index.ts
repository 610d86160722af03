import { AnnualMeetingResolver } from "./annual-meeting.resolver.js";

export const ANNUAL_MEETING_RESOLVERS = [AnnualMeetingResolver] as const;
