/** What a column of a member file may hold. IGNORE is recognised and left out: we keep the least that works. */
export const FIELDS = [
  "MEMBER_NO",
  "FIRST_NAME",
  "LAST_NAME",
  "FULL_NAME",
  "BIRTH_DATE",
  "BIRTH_YEAR",
  "EMAIL",
  "MOBILE",
  "POSTCODE",
  "JOINED_ON",
  "LEFT_ON",
  "FEE_PAID",
  "FEE_PAID_ON",
  "CHAPTER",
  "MUNICIPALITY",
  "COUNTY",
  "GUARDIAN_NAME",
  "GUARDIAN_EMAIL",
  "GUARDIAN_MOBILE",
  "IGNORE",
] as const;
export type Field = (typeof FIELDS)[number];
