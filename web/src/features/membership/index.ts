/** What other features may use of the numbers of members. */
export { MembershipCard } from "./MembershipCard";
