import type { audit as source } from "../nb/audit";

const and = (text: string, fact: string | undefined, rest: (fact: string) => string): string =>
  fact === undefined ? text : `${text}${rest(fact)}`;

export const audit: typeof source = {
  title: "Audit log",
  lead: "Who changed what, and when. The log cannot be corrected or deleted.",
  empty: "Nothing has been changed yet.",
  system: "Varde itself",
  how: "The log shows what was changed, never answers, addresses or names of members.",
  by: (who, when) => `${who}, ${when}`,
  unknown: (action) => `Change: ${action}`,
  actions: {
    ATTENDANCE_BY_NAME: (_facts) => "Chose to write down who came to meetings",
    ATTENDANCE_BY_NUMBER: (_facts) => "Chose to write a number only, and deleted the names of those who came",
    CHAPTER_CREATED: () => "Created the chapter",
    CHAPTER_UPDATED: () => "Changed the facts about the chapter",
    CHAPTER_CLOSED: (facts) => and("Closed the chapter", facts["closedOn"], (x) => `, from ${x}`),
    CHAPTER_MOVED: (facts) => and("Moved the chapter to another region", facts["from"], (x) => `, from ${x}`),
    REGION_CREATED: () => "Created a region",
    REGION_RENAMED: () => "Renamed a region",
    REGION_CLOSED: (facts) => and("Closed a region", facts["closedOn"], (x) => `, from ${x}`),
    SEAT_INVITED: () => "Invited someone to a seat",
    SEAT_ACCEPTED: () => "Accepted a seat",
    SEAT_ENDED: () => "Ended a seat",
    INVITATION_RESENT: () => "Sent an invitation again",
    INVITATION_REVOKED: () => "Withdrew an invitation",
    TEMPLATE_CREATED: () => "Made an interaction point",
    TEMPLATE_IMPORTED: () => "Imported an interaction point from a file",
    PRACTICE_SUGGESTED: () => "Suggested a “How we did it”",
    PRACTICE_SHOWN: () => "Showed a “How we did it” to all chapters",
    PRACTICE_DECLINED: () => "Declined a “How we did it”",
    PRACTICE_WITHDRAWN: () => "Withdrew a “How we did it”",
    DRAFT_CREATED: () => "Began a new version of an interaction point",
    DRAFT_DISCARDED: () => "Discarded a draft",
    TEMPLATE_PUBLISHED: (facts) => and("Published an interaction point", facts["version"], (x) => `, version ${x}`),
    ROLLED_OUT: (facts) => and("Rolled out an interaction point", facts["chapters"], (x) => ` to ${x} chapters`),
    ROLLOUT_WITHDRAWN: (facts) => and("Withdrew a roll-out", facts["chapters"], (x) => ` in ${x} chapters`),
    CATCH_UP_ANSWERED: () => "Answered whether the chapter catches up on a task",
    CORE_SET_CHANGED: (facts) => and("Changed the core set", facts["size"], (x) => `, now ${x} points`),
    BOARD_MESSAGE_SENT: (facts) => and("Sent a message to the boards", facts["chapters"], (x) => ` of ${x} chapters`),
    BOARD_MESSAGE_WITHDRAWN: () => "Took a message to the boards back",
    ORGANIZATION_RENAMED: () => "Changed the organization's names",
    BURDEN_CAP_CHANGED: (facts) =>
      and("Changed the time that may be asked of a chapter", facts["minutes"], (x) => `, to ${x} minutes a month`),
    QUIET_PERIOD_ADDED: (facts) => and("Added quiet days", facts["from"], (x) => `, ${x} to ${facts["to"] ?? ""}`),
    QUIET_PERIOD_REMOVED: (facts) => and("Removed quiet days", facts["from"], (x) => `, ${x} to ${facts["to"] ?? ""}`),
    CRISIS_CONTACTS_CHANGED: (facts) =>
      and("Changed or checked the numbers in the safe frame", facts["numbers"], (x) => `, now ${x} numbers`),
    MEMBER_ADDED: () => "Added a member",
    MEMBER_CHANGED: () => "Corrected a member's details",
    MEMBER_PREFERENCE_SET: () => "Wrote down a member's wish for contact",
    MEMBER_FEE_SET: (facts) => and("Changed a member's fee", facts["year"], (x) => `, for ${x}`),
    TOUCHPOINTS_STARTED: (facts) =>
      and("Started an interaction point by hand", facts["chapters"], (x) => `, in ${x} chapters`),
    OVERLAY_SAVED: (facts) => and("Adapted a task for the chapter", facts["version"], (x) => `, version ${x}`),
    OVERLAY_REMOVED: (facts) =>
      and("Removed the chapter's adaptation of a task", facts["version"], (x) => `, version ${x}`),
    OVERLAY_CARRIED: (facts) =>
      and("Carried the chapter's adaptation to a new version", facts["version"], (x) => `, version ${x}`),
    PROPOSAL_SENT: (facts) =>
      and("Proposed the chapter's adaptation to national", facts["version"], (x) => `, of version ${x}`),
    PROPOSAL_WITHDRAWN: (facts) => and("Withdrew a proposal", facts["version"], (x) => `, for version ${x}`),
    PROPOSAL_ACCEPTED: (facts) => and("Took in a chapter's proposal", facts["version"], (x) => `, for version ${x}`),
    PROPOSAL_DECLINED: (facts) => and("Declined a chapter's proposal", facts["version"], (x) => `, for version ${x}`),
    PILOT_STARTED: (facts) => and("Started a pilot", facts["chapters"], (x) => ` in ${x} chapters`),
    PILOT_EXTENDED: (facts) => and("Extended a pilot", facts["to"], (x) => ` to ${x}`),
    PILOT_CLOSED: () => "Ended a pilot early",
    PILOT_DECIDED: (facts) => and("Decided a pilot", facts["version"], (x) => `, version ${x}`),
    PILOT_ANSWERED: () => "Answered for the board about a pilot",
  },
};
