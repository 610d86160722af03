export { MemberRights } from "./MemberRights";
