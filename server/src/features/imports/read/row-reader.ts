import { containsNationalId, type LocalDate } from "@varde/domain";
import { parseEmail } from "../../../kernel/mail/address.js";
import { cleanCell, type TextFault, textFault } from "./clean.js";
import { readPhone, readPostcode } from "./contacts.js";
import { type DateBounds, type ReadDate, readDate } from "./dates.js";
import type { Field } from "./field.js";
import type { HeaderMapping } from "./headers.js";
import type { Note, NoteCode, Reason, ReasonCode } from "./imported-member.js";
import type { Row } from "./rows.js";

const NAME_REASONS: Record<TextFault, ReasonCode> = {
  FORMULA: "NAME_FORMULA",
  BROKEN_LETTERS: "NAME_BROKEN_LETTERS",
  CHARACTERS: "NAME_CHARACTERS",
  TOO_LONG: "NAME_TOO_LONG",
};
const NAME_LENGTH = 80;

/** Whether a cell holds a national identity number; one that a spreadsheet took for a number has lost a leading zero. */
const holdsNationalId = (text: string): boolean =>
  (text.length >= 11 && containsNationalId(text)) || (/^\d{10}$/.test(text) && containsNationalId(`0${text}`));

const isPhone = (field: Field | null | undefined): boolean => field === "MOBILE" || field === "GUARDIAN_MOBILE";

/** The cells of one row by what they hold, and what is said of them on the way. */
export class RowReader {
  readonly notes: Note[] = [];
  readonly reasons: Reason[] = [];
  readonly #texts = new Map<Field, string>();

  constructor(
    private readonly row: Row,
    private readonly header: Pick<HeaderMapping, "mapping" | "columns">,
  ) {
    const { mapping, columns } = header;
    for (const [index, cell] of row.cells.entries()) {
      if (cell === "") continue;
      const field = mapping[index];
      const text = cleanCell(cell);
      const column = columns[index] ?? null;
      // a country code cannot begin an identity number, and a foreign phone may pass for one
      const dialled = isPhone(field) && /^(?:\+|00)[1-9]/.test(text);
      if (!dialled && holdsNationalId(text)) this.note("NATIONAL_ID_DROPPED", column);
      else if (index >= mapping.length && text !== "") this.reject("ROW_TOO_LONG", null);
      else if (field && field !== "IGNORE" && text !== "") this.#texts.set(field, text);
    }
  }

  note(code: NoteCode, column: string | null): void {
    this.notes.push({ code, line: this.row.line, column });
  }

  reject(code: ReasonCode, column: string | null): void {
    if (this.reasons.some((one) => one.code === code && one.column === column)) return;
    this.reasons.push({ code, line: this.row.line, column });
  }

  column(field: Field): string | null {
    return this.header.columns[this.header.mapping.indexOf(field)] ?? null;
  }

  text(field: Field): string {
    return this.#texts.get(field) ?? "";
  }

  /** A name, or a reason to reject. */
  name(field: Field, text = this.text(field)): string {
    const fault = text === "" ? null : textFault(text, NAME_LENGTH);
    if (fault) this.reject(NAME_REASONS[fault], this.column(field));
    else if (text !== "" && !/\p{L}/u.test(text)) this.reject("NAME_CHARACTERS", this.column(field));
    return text;
  }

  /** A text one can do without: dropped with a note when it could not be a name. */
  label(field: Field, most: number): string | null {
    const text = this.text(field);
    if (text === "") return null;
    const fault = textFault(text, most);
    // a number such as -12 is no formula one would regret; names of units and members' numbers may begin as they like
    if (fault === null || (fault === "FORMULA" && textFault(`x${text}`, most) === null)) return text;
    this.note("TEXT_DROPPED", this.column(field));
    return null;
  }

  email(field: Field): string | null {
    const text = this.text(field);
    const email = text === "" ? null : parseEmail(text);
    if (text !== "" && email === null) this.note("EMAIL_UNREADABLE", this.column(field));
    return email;
  }

  phone(field: Field): string | null {
    const text = this.text(field);
    if (text === "") return null;
    const phone = readPhone(text);
    if (phone === null) this.note("PHONE_UNREADABLE", this.column(field));
    else if (!phone.mobile) this.note("NOT_A_MOBILE", this.column(field));
    return phone?.number ?? null;
  }

  postcode(): string | null {
    const text = this.text("POSTCODE");
    const postcode = text === "" ? null : readPostcode(text);
    if (text !== "" && postcode === null) this.note("POSTCODE_UNREADABLE", this.column("POSTCODE"));
    return postcode;
  }

  /** A day or a year alone, null where there is none or a reason to reject was found. */
  date(field: Field, bounds: DateBounds): Exclude<ReadDate, { fault: unknown }> | null {
    const text = this.text(field);
    if (text === "") return null;
    const read = readDate(text, bounds);
    if ("fault" in read) {
      this.reject(read.fault, this.column(field));
      return null;
    }
    if ("day" in read && read.guessed) this.note("TWO_DIGIT_YEAR", this.column(field));
    return read;
  }

  /** A day; of a year alone its first day where `firstOfYear`, with a note. */
  day(field: Field, bounds: DateBounds, firstOfYear = false): LocalDate | null {
    const read = this.date(field, bounds);
    if (read === null) return null;
    if ("day" in read) return read.day;
    if (!firstOfYear) {
      this.reject("DATE_UNREADABLE", this.column(field));
      return null;
    }
    this.note("YEAR_ONLY", this.column(field));
    return `${read.year}-01-01`;
  }
}
