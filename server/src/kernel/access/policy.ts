// type-graphql reads it as its decorators run, so it comes before every decorated class
import "reflect-metadata";
import { Extensions } from "type-graphql";

/** Rights a seat may have; the rows of `role_cap`. */
export const CAPABILITIES = [
  "TOUCHPOINT_READ",
  "TOUCHPOINT_WRITE",
  "TOUCHPOINT_UNBOUND_READ",
  "MEETING_READ",
  "MEETING_WRITE",
  "STATISTICS_READ",
  "STATISTICS_EXACT",
  "MEMBER_READ",
  "MEMBER_WRITE",
  "MEMBER_IMPORT",
  "MEMBER_LOOKUP",
  "MEMBER_RIGHTS",
  "TEMPLATE_READ",
  "TEMPLATE_WRITE",
  "TEMPLATE_ADAPT",
  "PROPOSAL_READ",
  "ROLLOUT",
  "WAIVER_DECIDE",
  "NUDGE",
  "DUTY_TAKE_OVER",
  "PLAN_READ",
  "PLAN_WRITE",
  "STRATEGY_WRITE",
  "SEAT_READ",
  "SEAT_GRANT_BOARD",
  "SEAT_GRANT",
  "UNIT_READ",
  "UNIT_WRITE",
  "SETTINGS_WRITE",
  "AUDIT_READ",
  "SURVEY_WRITE",
  "JOURNEY_MAP_WRITE",
  "SURVEY_READ",
  "SURVEY_LINK",
  "BOARD_MESSAGE",
  "NEWS_READ",
  "CHAPTER_SETTINGS",
  "OUTREACH",
  "INTEGRATION_WRITE",
  "GRANT_WRITE",
  "GRANT_SIGN",
  "GRANT_REVIEW",
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/**
 * Who may call a root field: anybody (`PUBLIC`), whoever is signed in even with no seat (`SIGNED_IN`), or a seat that
 * has one of the named rights. Which rows it then reaches is decided in the database.
 */
export type Policy = "PUBLIC" | "SIGNED_IN" | { anyOf: readonly Capability[] };

/** Declares a root field's policy; the server refuses to start when one has none. */
export const Public = () => Extensions({ policy: "PUBLIC" satisfies Policy });
export const SignedIn = () => Extensions({ policy: "SIGNED_IN" satisfies Policy });
/** Marks a root query that reads persons: its transaction may write, so that `countReading` counts in it. */
export const CountsReading = () => Extensions({ countsReading: true });
/**
 * Marks a root field that is dangerous: whoever has a second factor must have given it within ten minutes, or is answered
 * STEP_UP_REQUIRED. It asks before anything is done; what may not happen without it is refused in the database too (`authz.ask_step_up`).
 */
export const StepUp = () => Extensions({ stepUp: true });
/** What a token for an integration may be given: the organization's units, numbers that are compared and published, and duties. Never persons. */
export const INTEGRATION_SCOPES = ["STRUCTURE", "NUMBERS", "DUTIES"] as const;
export type IntegrationScope = (typeof INTEGRATION_SCOPES)[number];
/** Opens a root query to tokens with a scope; no other field answers them. */
export const ForIntegrations = (scope: IntegrationScope) => Extensions({ integrations: scope });
export const Needs = (...anyOf: [Capability, ...Capability[]]) => Extensions({ policy: { anyOf } satisfies Policy });
