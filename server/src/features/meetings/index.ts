import { MeetingResolver } from "./meeting.resolver.js";

export { Meeting, MeetingKindEnum, MEETING_KINDS } from "./meeting.type.js";
export type { MeetingKind } from "./meeting.type.js";
export { comingMeeting, findMeeting, nextMeeting } from "./meeting.service.js";

export const MEETING_RESOLVERS = [MeetingResolver] as const;
