/** What other features show of it: the way to write to everyone, and what came of an invitation. */
export { InviteAll } from "./InviteAll";
export { MeetingInvitations } from "./MeetingInvitations";
