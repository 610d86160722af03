/**
 * What of a member those with an office see or do, for the page «Hvem kan se meg». Each thing is one right of the server's; a test holds
 * this against the rights there are, so that the page stays true.
 */
export const SEEN_THINGS = [
  { key: "REGISTER", right: "MEMBER_READ" },
  { key: "TASKS", right: "TOUCHPOINT_READ" },
  { key: "CHANGE", right: "MEMBER_WRITE" },
  { key: "WRITE", right: "OUTREACH" },
  { key: "RIGHTS", right: "MEMBER_RIGHTS" },
  { key: "LOOK_UP", right: "MEMBER_LOOKUP" },
  { key: "NUMBERS", right: "STATISTICS_READ" },
] as const;
export type SeenThing = (typeof SEEN_THINGS)[number]["key"];

/** The offices a member reads of, in order from nearest; what one of the two national roles may do is said of both. */
export const SEEING_OFFICES = ["CHAPTER_LEADER", "CHAPTER_BOARD", "MENTOR", "REGION_COORDINATOR", "NATIONAL"] as const;
export type SeeingOffice = (typeof SEEING_OFFICES)[number];

const BOARD: readonly SeenThing[] = ["REGISTER", "TASKS", "CHANGE", "WRITE", "NUMBERS"];

/** Who sees what. A number is one that no person can be known by: small ones are hidden. */
export const WHO_SEES: Readonly<Record<SeeingOffice, readonly SeenThing[]>> = {
  CHAPTER_LEADER: [...BOARD, "RIGHTS"],
  CHAPTER_BOARD: BOARD,
  MENTOR: ["NUMBERS"],
  REGION_COORDINATOR: ["NUMBERS"],
  NATIONAL: ["LOOK_UP", "NUMBERS"],
};
