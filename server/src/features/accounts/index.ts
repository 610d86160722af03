import { FactorsResolver } from "./factors/factors.resolver.js";
import { IdentitiesResolver, SignInProviderResolver } from "./identities/identities.resolver.js";
import { PasskeysResolver } from "./factors/passkeys.resolver.js";
import { MyAccountResolver } from "./my-account.resolver.js";
import { SignInResolver } from "./sign-in.resolver.js";
import { ViewerResolver } from "./viewer.resolver.js";

export const ACCOUNT_RESOLVERS = [
  ViewerResolver,
  SignInResolver,
  FactorsResolver,
  PasskeysResolver,
  MyAccountResolver,
  IdentitiesResolver,
  SignInProviderResolver,
] as const;

export { Account, CapabilityEnum, RoleEnum, Seat, UnitKindEnum, Viewer } from "./account.type.js";
export { accountEmailPlace, invitationEmailPlace, invitationLink } from "./invitation.service.js";
export { ACCOUNT_JOBS } from "./jobs.js";
export { countAttempt } from "./rate-limit.js";
export { mailAccounts } from "./mail-accounts.js";
export { ROLES, UNIT_KINDS, UNIT_OF_ROLE } from "./roles.js";
export type { Role, UnitKind } from "./roles.js";
export { LevelTermEnum } from "./viewer-organization.type.js";
export { PaperEnum } from "./viewer-papers.type.js";
export type { Paper } from "./viewer-papers.type.js";
export { afterRequest } from "./session.service.js";
export { oneClickUnsubscribe, unsubscribeLinks } from "./unsubscribe.js";
