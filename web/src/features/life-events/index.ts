export { MemberLifeEvents } from "./MemberLifeEvents";
export { MembersToLookAt } from "./MembersToLookAt";
