export { MemberLifeEvents } from "./MemberLifeEvents";
export { useMembersToLookAt } from "./MembersToLookAt";
