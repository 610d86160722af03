export const ROLES = [
  "NATIONAL_ADMIN",
  "NATIONAL_EDITOR",
  "REGION_COORDINATOR",
  "CHAPTER_LEADER",
  "CHAPTER_BOARD",
  "MENTOR",
] as const;
export type Role = (typeof ROLES)[number];

export const UNIT_KINDS = ["ORGANIZATION", "REGION", "CHAPTER"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The kind of unit a role's seat is in. */
export const UNIT_OF_ROLE: Readonly<Record<Role, UnitKind>> = {
  NATIONAL_ADMIN: "ORGANIZATION",
  NATIONAL_EDITOR: "ORGANIZATION",
  REGION_COORDINATOR: "REGION",
  CHAPTER_LEADER: "CHAPTER",
  CHAPTER_BOARD: "CHAPTER",
  MENTOR: "CHAPTER",
};

/** How long a session lasts: `idleSeconds` without a request, `hardSeconds` in all; `remembered` outlives the browser. */
export type SessionLength = { idleSeconds: number; hardSeconds: number; remembered: boolean };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CHAPTER: SessionLength = { idleSeconds: 14 * DAY, hardSeconds: 60 * DAY, remembered: true };

/**
 * How long one stays in follows the seat. Board members and mentors sign in on their own phones, seldom and in a hurry,
 * so every chapter seat is remembered for 14 days; whoever borrows a device signs out. National seats reach furthest
 * and last shortest.
 */
export function sessionLength(role: Role | null): SessionLength {
  if (role === null) return { idleSeconds: HOUR, hardSeconds: 12 * HOUR, remembered: false };
  const unit = UNIT_OF_ROLE[role];
  if (unit === "CHAPTER") return CHAPTER;
  return { idleSeconds: unit === "REGION" ? HOUR : 30 * MINUTE, hardSeconds: 12 * HOUR, remembered: false };
}
