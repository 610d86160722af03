import { enumOf } from "../../kernel/graphql/shared-types.js";

/** What a reader of the trail looks for. An action belongs to the first kind whose pattern it fits, and to WORK otherwise. */
const PATTERNS = {
  // what has been taken out or looked up, whatever it is about
  READING: "(_EXPORTED|_COPIED|_READ)$|LOOKED_UP|LOOKUP",
  MEMBERS: "^(MEMBERS?_(?!GOAL)|IMPORT_|ATTENDANCE_)",
  SEATS:
    "^(SEATS?_|INVITATION_|BOARD_(?!MESSAGE)|HANDOVER_|ACCOUNT_|SESSION_|PASSKEY_|FACTOR_|SECOND_FACTOR_|TOTP_|RECOVERY_|TOKEN_)",
  UNITS: "^(CHAPTER|REGION)_",
  SETTINGS:
    "^(ORGANIZATION|BURDEN_CAP|MEMBER_GOAL|SAFE_PEOPLE|QUIET_PERIOD|CRISIS_CONTACTS|CORE_SET|GOOD_EXAMPLES|SUPPRESSION|SETTINGS?|LEVEL|AGES|SMALL_NUMBERS|LANGUAGES|COLOUR|RETENTION|READING_LIMIT)_",
} as const;

export const AUDIT_KINDS = [...(Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]), "WORK"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
export const AuditKindEnum = enumOf(
  AUDIT_KINDS,
  "AuditKind",
  "READING: taken out or looked up. MEMBERS: the register. SEATS: who has which seat, and how they come in. UNITS: chapters and regions. SETTINGS: the organization's. WORK: everything else: templates, roll-outs, pilots, requests, messages.",
);

/** The actions of a kind as two patterns: one to fit, and one not to; null for none. */
export function actionsOf(kind: AuditKind | null): { included: string | null; excluded: string | null } {
  if (kind === null) return { included: null, excluded: null };
  const before = Object.entries(PATTERNS).slice(0, AUDIT_KINDS.indexOf(kind));
  return {
    included: kind === "WORK" ? null : PATTERNS[kind],
    excluded: before.length > 0 ? before.map(([, pattern]) => `(${pattern})`).join("|") : null,
  };
}
