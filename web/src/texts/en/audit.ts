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
    DRAFT_CREATED: () => "Began a new version of an interaction point",
    DRAFT_DISCARDED: () => "Discarded a draft",
    TEMPLATE_PUBLISHED: (facts) => and("Published an interaction point", facts["version"], (x) => `, version ${x}`),
    ROLLED_OUT: (facts) => and("Rolled out an interaction point", facts["chapters"], (x) => ` to ${x} chapters`),
    CORE_SET_CHANGED: (facts) => and("Changed the core set", facts["size"], (x) => `, now ${x} points`),
    TOUCHPOINTS_STARTED: (facts) =>
      and("Started an interaction point by hand", facts["chapters"], (x) => `, in ${x} chapters`),
  },
};
