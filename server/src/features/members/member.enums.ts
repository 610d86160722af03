import { FEE_PAYERS } from "@varde/domain";
import { enumOf } from "../../kernel/graphql/shared-types.js";

export const CONTACT_PREFERENCES = ["ANY", "TEXT", "NOT_NOW", "NEVER"] as const;
export type ContactPreference = (typeof CONTACT_PREFERENCES)[number];
export const ContactPreferenceEnum = enumOf(
  CONTACT_PREFERENCES,
  "ContactPreference",
  "What a member has asked for: ANY contact, TEXT rather than calls, NOT_NOW until a day, or NEVER.",
);

export const END_REASONS = ["LEFT", "MOVED", "AGED_OUT", "DIED", "MERGED"] as const;
export type EndReason = (typeof END_REASONS)[number];
export const EndReasonEnum = enumOf(
  END_REASONS,
  "MemberEndReason",
  "How a membership in a chapter ended: LEFT, MOVED to another chapter, AGED_OUT, DIED, or MERGED with another row of the same person.",
);

export const MEMBER_STATUSES = ["ACTIVE", "LEFT", "ALL"] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];
export const MemberStatusEnum = enumOf(
  MEMBER_STATUSES,
  "MemberStatus",
  "Which members: those who are in the chapter today, those whose membership there has ended, or both.",
);

export const MEMBER_ORDERS = ["NAME", "NEWEST"] as const;
export type MemberOrder = (typeof MEMBER_ORDERS)[number];
export const MemberOrderEnum = enumOf(
  MEMBER_ORDERS,
  "MemberOrder",
  "NAME: by name. NEWEST: who came to the chapter last, first.",
);

export const FeePayerEnum = enumOf(
  FEE_PAYERS,
  "FeePayer",
  "Who paid a fee: the member SELF, an OTHER (a parent, the chapter), or UNKNOWN.",
);

export const MEMBER_EVENTS = ["JOINED", "JOINED_CHAPTER", "FEE_PAID", "PREFERENCE_SET", "ENDED"] as const;
export type MemberEventKind = (typeof MEMBER_EVENTS)[number];
export const MemberEventEnum = enumOf(
  MEMBER_EVENTS,
  "MemberEventKind",
  "What happened: joined the organization, came to this chapter from another, paid the fee of a year, asked for a kind of contact, or the membership here ended.",
);
