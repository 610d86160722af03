import type { LocalDate } from "@varde/domain";
import { type DateBounds, readDate, readYear } from "./dates.js";
import { readAmount, readPaid, readPayer } from "./fee.js";
import type { HeaderMapping } from "./headers.js";
import type { ImportedMember, Note, ReadContext, Reason } from "./imported-member.js";
import { RowReader } from "./row-reader.js";
import type { Row } from "./rows.js";

const MEMBER_NO_LENGTH = 40;
const LABEL_LENGTH = 120;

/** A member, or why the row is not one. `notes` say what was left out or guessed either way. */
export type ReadMember = { member: ImportedMember; notes: Note[] } | { rejected: Reason[]; notes: Note[] };

/** «Hansen, Kari», or the last word as the last name; who has several last names is to be looked at. */
function splitName(full: string): [first: string, last: string] {
  const comma = /^([^,]+), ?([^,]+)$/.exec(full);
  if (comma) return [comma[2] ?? "", comma[1] ?? ""];
  const space = full.lastIndexOf(" ");
  return space === -1 ? [full, ""] : [full.slice(0, space), full.slice(space + 1)];
}

function readNames(row: RowReader): [first: string, last: string] {
  const first = row.text("FIRST_NAME");
  const last = row.text("LAST_NAME");
  const full = row.text("FULL_NAME");
  if (first !== "" || full === "") {
    if (first === "") row.reject("NAME_MISSING", row.column("FIRST_NAME"));
    return [row.name("FIRST_NAME"), row.name("LAST_NAME")];
  }
  const split = splitName(full);
  if (last !== "" && full.endsWith(` ${last}`)) {
    return [row.name("FULL_NAME", full.slice(0, -last.length - 1)), row.name("LAST_NAME")];
  }
  // each part may begin as a formula does
  row.name("FULL_NAME", split[0]);
  row.name("FULL_NAME", split[1]);
  row.note("NAME_SPLIT", row.column("FULL_NAME"));
  return split;
}

function readBirth(row: RowReader, bounds: DateBounds): Pick<ImportedMember, "birthDate" | "birthYear"> {
  const read = row.date("BIRTH_DATE", bounds);
  const text = row.text("BIRTH_YEAR");
  const year = text === "" ? null : readYear(text, bounds);
  if (year !== null && "fault" in year) row.reject(year.fault, row.column("BIRTH_YEAR"));
  const told = year !== null && "year" in year ? year.year : null;
  if (read === null) return { birthDate: null, birthYear: told };
  if ("year" in read) {
    row.note("YEAR_ONLY", row.column("BIRTH_DATE"));
    return { birthDate: null, birthYear: read.year };
  }
  const birthYear = Number(read.day.slice(0, 4));
  if (told !== null && told !== birthYear) row.note("YEAR_DIFFERS", row.column("BIRTH_YEAR"));
  return { birthDate: read.day, birthYear };
}

/** Whether a payment on this day is for the year: in it, or ahead of it in the last quarter before. */
const paysFor = (day: LocalDate, feeYear: number): boolean =>
  day >= `${feeYear - 1}-10-01` && day <= `${feeYear}-12-31`;

/** Days and years, apart from amounts: a date with its separators, eight digits, a spreadsheet's number. */
const LIKE_A_DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|^(?:19|20)\d{6}$|^[34]\d{4}$/;

type FeeFacts = Pick<ImportedMember, "feePaid" | "feePaidOn" | "feeAmount" | "feePayer">;

/** How much and by whom, of a fee that is paid. */
function readPayment(row: RowReader, ownName: string): Pick<FeeFacts, "feeAmount" | "feePayer"> {
  const [amount, payer] = [row.text("FEE_AMOUNT"), row.text("FEE_PAYER")];
  const feeAmount = amount === "" ? null : readAmount(amount);
  const feePayer = payer === "" ? null : readPayer(payer, ownName);
  if (amount !== "" && feeAmount === null) row.note("AMOUNT_UNREADABLE", row.column("FEE_AMOUNT"));
  if (payer !== "" && feePayer === null) row.note("PAYER_UNREADABLE", row.column("FEE_PAYER"));
  return { feeAmount, feePayer };
}

function readFee(row: RowReader, bounds: DateBounds, feeYear: number, ownName: string): FeeFacts {
  const text = row.text("FEE_PAID");
  const column = row.column("FEE_PAID");
  let paidOn = row.day("FEE_PAID_ON", bounds);
  let paid: boolean | null = null;
  if (LIKE_A_DATE.test(text)) {
    const read = readDate(text, bounds);
    if ("day" in read) paidOn ??= read.day;
    else row.note("FEE_UNREADABLE", column);
  } else if (/^(?:19|20)\d{2}$/.test(text)) {
    paid = Number(text) === feeYear;
    if (!paid) row.note("FEE_OTHER_YEAR", column);
  } else if (text !== "") {
    paid = readPaid(text);
    if (paid === null) row.note("FEE_UNREADABLE", column);
  }
  if (paid === null && paidOn !== null) {
    paid = paysFor(paidOn, feeYear);
    if (!paid) row.note("FEE_OTHER_YEAR", row.column("FEE_PAID_ON") ?? column);
  }
  if (paid !== true) return { feePaid: paid, feePaidOn: null, feeAmount: null, feePayer: null };
  return { feePaid: true, feePaidOn: paidOn, ...readPayment(row, ownName) };
}

function readGuardian(row: RowReader): ImportedMember["guardian"] {
  const name = row.label("GUARDIAN_NAME", LABEL_LENGTH);
  const email = row.email("GUARDIAN_EMAIL");
  const mobile = row.phone("GUARDIAN_MOBILE");
  return name === null && email === null && mobile === null ? null : { name, email, mobile };
}

/** Reads one row by what its columns hold. Writes nothing, throws nothing, and repeats no cell in what it says. */
export function readMember(
  row: Row,
  header: Pick<HeaderMapping, "mapping" | "columns">,
  { today, feeYear, minYear }: ReadContext,
): ReadMember {
  const reader = new RowReader(row, header);
  // members may be known to leave, and fees be paid, ahead
  const ahead: DateBounds = { minYear, latest: `${Number(today.slice(0, 4)) + 1}-12-31` };
  const [firstName, lastName] = readNames(reader);
  const birth = readBirth(reader, { minYear, latest: today });
  const joinedOn = reader.day("JOINED_ON", ahead, true);
  const leftOn = reader.day("LEFT_ON", ahead);
  const born = birth.birthDate ?? (birth.birthYear === null ? null : `${birth.birthYear}-01-01`);
  if (joinedOn !== null && born !== null && joinedOn < born) {
    reader.reject("JOINED_BEFORE_BIRTH", reader.column("JOINED_ON"));
  }
  if (joinedOn !== null && leftOn !== null && leftOn < joinedOn) {
    reader.reject("LEFT_BEFORE_JOINED", reader.column("LEFT_ON"));
  }
  const member: ImportedMember = {
    memberNo: reader.label("MEMBER_NO", MEMBER_NO_LENGTH),
    firstName,
    lastName,
    ...birth,
    email: reader.email("EMAIL"),
    mobile: reader.phone("MOBILE"),
    postcode: reader.postcode(),
    joinedOn,
    leftOn,
    ...readFee(reader, ahead, feeYear, `${firstName} ${lastName}`),
    type: reader.label("TYPE", LABEL_LENGTH),
    chapter: reader.label("CHAPTER", LABEL_LENGTH),
    municipality: reader.label("MUNICIPALITY", LABEL_LENGTH),
    county: reader.label("COUNTY", LABEL_LENGTH),
    guardian: readGuardian(reader),
  };
  return reader.reasons.length > 0
    ? { rejected: reader.reasons, notes: reader.notes }
    : { member, notes: reader.notes };
}
