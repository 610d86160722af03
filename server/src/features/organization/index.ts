import { FederationSettingsResolver } from "./federation-settings.resolver.js";
import { OrganizationResolver } from "./organization.resolver.js";
import { SeatResolver } from "./seat.resolver.js";
import { SettingsResolver } from "./settings.resolver.js";

export { changeOrganization } from "./change-organization.js";
export { CRISIS_CONTACTS } from "./crisis-contacts.js";
export { Chapter, CrisisContact, MemberGoal, Organization, Region } from "./organization.type.js";
export { BoardSeat } from "./seat.type.js";
export { boardOf, inviteRows, readRows } from "./invite-boards.service.js";
export type { MatchedRow, OneBoard } from "./invite-boards.service.js";
export { levelTerm, sayLevel } from "./level.js";
export { sameWord } from "./sheet.js";
export { ROLE_NAMES } from "./invitation.texts.js";
export { tellWaitingSoon } from "./tell-waiting.js";
export { ORGANIZATION_JOBS } from "./jobs.js";

export const ORGANIZATION_RESOLVERS = [
  OrganizationResolver,
  SeatResolver,
  SettingsResolver,
  FederationSettingsResolver,
] as const;
