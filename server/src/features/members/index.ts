import { MemberResolver } from "./member.resolver.js";

export { evaluateTriggersSoon, TRIGGERS_TASK } from "./begin-touchpoints.js";
export {
  CONTACT_PREFERENCES,
  ContactPreferenceEnum,
  END_REASONS,
  EndReasonEnum,
  FeePayerEnum,
} from "./member.enums.js";
export type { ContactPreference, EndReason } from "./member.enums.js";
export { Member, MemberDetail } from "./member.type.js";
export { readMember } from "./read-member.service.js";
export { ageOn, MEMBER_COLUMNS, toMemberDetail } from "./member.rows.js";
export type { MemberDetailRow } from "./member.rows.js";

export const MEMBER_RESOLVERS = [MemberResolver] as const;
