import type { FeePayer, LocalDate } from "@varde/domain";
import type { DateFault } from "./dates.js";

/** A member as a file tells of one. null: the file says nothing, which is no reason to forget what we know. */
export type ImportedMember = {
  memberNo: string | null;
  firstName: string;
  /** "" where the file has one name only */
  lastName: string;
  birthDate: LocalDate | null;
  /** that of the birth date where there is one */
  birthYear: number | null;
  /** in the spelling we keep (`parseEmail`) */
  email: string | null;
  /** E.164; may be a landline, which a note then tells */
  mobile: string | null;
  postcode: string | null;
  joinedOn: LocalDate | null;
  leftOn: LocalDate | null;
  /** the fee of `feeYear` */
  feePaid: boolean | null;
  feePaidOn: LocalDate | null;
  /** øre; of a fee that is paid, as what follows */
  feeAmount: number | null;
  feePayer: Exclude<FeePayer, "UNKNOWN"> | null;
  /** what the file calls the type of membership */
  type: string | null;
  chapter: string | null;
  /** a name or a number */
  municipality: string | null;
  county: string | null;
  guardian: { name: string | null; email: string | null; mobile: string | null } | null;
};

export const REASONS = [
  "ROW_TOO_LONG",
  "NAME_MISSING",
  "NAME_FORMULA",
  "NAME_BROKEN_LETTERS",
  "NAME_CHARACTERS",
  "NAME_TOO_LONG",
  "DATE_UNREADABLE",
  "DATE_MONTH_FIRST",
  "DATE_NO_SUCH_DAY",
  "DATE_TOO_EARLY",
  "DATE_IN_FUTURE",
  "JOINED_BEFORE_BIRTH",
  "LEFT_BEFORE_JOINED",
] as const satisfies readonly (DateFault | string)[];
/** Why a row is not taken in. */
export type ReasonCode = (typeof REASONS)[number];

export const NOTES = [
  "NATIONAL_ID_DROPPED",
  "NAME_SPLIT",
  "TWO_DIGIT_YEAR",
  "YEAR_ONLY",
  "YEAR_DIFFERS",
  "EMAIL_UNREADABLE",
  "PHONE_UNREADABLE",
  "NOT_A_MOBILE",
  "POSTCODE_UNREADABLE",
  "FEE_UNREADABLE",
  "FEE_OTHER_YEAR",
  "AMOUNT_UNREADABLE",
  "PAYER_UNREADABLE",
  "TYPE_UNKNOWN",
  "TEXT_DROPPED",
] as const;
/** What somebody should look at in a row that is taken in. */
export type NoteCode = (typeof NOTES)[number];

/** Where it stands: the line of the file, and the column as the file calls it (null: the whole row). Never what stands there. */
export type Reason = { code: ReasonCode; line: number; column: string | null };
export type Note = { code: NoteCode; line: number; column: string | null };

export type ReadContext = {
  today: LocalDate;
  /** the calendar year whose fee the file tells of */
  feeYear: number;
  /** the first year a date may have */
  minYear: number;
};
