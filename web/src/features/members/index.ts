/** What other features may show of a member. */
export { ContactCard } from "./ContactCard";
export { fullName } from "./member-words";
export { TimelineCard } from "./TimelineCard";
