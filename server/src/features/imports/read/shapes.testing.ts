import { kroner } from "@varde/domain";
import { exportRows } from "./export.js";
import { type HeaderMapping, mapHeaders } from "./headers.js";
import type { ImportedMember, Note, ReadContext, Reason } from "./imported-member.js";
import { readMember } from "./member.js";
import { readTable, type Table, type TableOptions } from "./table.js";
import { type TestCell, workbook } from "./workbook.testing.js";

export const CONTEXT: ReadContext = { today: "2026-11-22", feeYear: 2026, minYear: 1900 };

/** Bytes in pieces of this size, as they come over a network. */
export async function* pieces(bytes: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

export const streamOf = (text: string): AsyncIterable<Buffer> => pieces(Buffer.from(text));

/** Text as Windows-1252; the tests use none of its letters beyond Latin-1. */
export const windows1252 = (text: string): Buffer => Buffer.from(text, "latin1");

export type ReadFile = {
  table: Table;
  header: HeaderMapping;
  members: ImportedMember[];
  notes: Note[];
  rejected: Reason[];
};

/** A file from its bytes to its members. */
export async function readFile(stream: AsyncIterable<Buffer>, options: TableOptions = {}): Promise<ReadFile> {
  const table = await readTable(stream, options);
  const header = mapHeaders(table.header.cells, {}, { feeYear: CONTEXT.feeYear });
  const read: ReadFile = { table, header, members: [], notes: [], rejected: [] };
  for await (const row of table.rows) {
    const one = readMember(row, header, CONTEXT);
    read.notes.push(...one.notes);
    if ("member" in one) read.members.push(one.member);
    else read.rejected.push(...one.rejected);
  }
  return read;
}

const [d, m, y] = [
  (date: string) => date.slice(8),
  (date: string) => date.slice(5, 7),
  (date: string) => date.slice(0, 4),
];
const whole = (date: string | null): string => (date === null ? "" : `${d(date)}.${m(date)}.${y(date)}`);
const short = (date: string | null): string =>
  date === null ? "" : `${Number(d(date))}.${Number(m(date))}.${y(date)}`;
const yesNo = (is: boolean | null, yes: string, no: string): string => (is === null ? "" : is ? yes : no);
const days = (date: string): number =>
  Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse("1899-12-30T00:00:00Z")) / 86_400_000);
const serial = (date: string | null): TestCell => (date === null ? null : { serial: days(date) });
const local = (phone: string | null): string => phone?.replace(/^\+47(\d{3})(\d{2})(\d{3})$/, "$1 $2 $3") ?? "";
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const payer = (who: ImportedMember["feePayer"], self: string, other: string): string =>
  who === null ? "" : who === "SELF" ? self : other;

type Line<T> = [header: string, cell: (member: ImportedMember) => T][];
const table = <T>(line: Line<T>, members: readonly ImportedMember[]): (string | T)[][] => [
  line.map(([header]) => header),
  ...members.map((member) => line.map(([, cell]) => cell(member))),
];

const NORWEGIAN: Line<string> = [
  ["Medl.nr", (one) => one.memberNo ?? ""],
  ["Fornavn", (one) => one.firstName],
  ["Etternavn", (one) => one.lastName],
  ["Adresse", () => "Lia 3; oppgang B"],
  ["Postnr", (one) => one.postcode ?? ""],
  ["Poststed", () => "ÅS"],
  ["Født", (one) => whole(one.birthDate)],
  ["Fødselsår(4)", (one) => one.birthYear?.toString() ?? ""],
  ["E-postadresse", (one) => one.email?.toUpperCase() ?? ""],
  ["Mobilnr.", (one) => local(one.mobile)],
  ["Innmeldt dato", (one) => whole(one.joinedOn)],
  ["Utmeldt dato", (one) => whole(one.leftOn)],
  ["Kontingent betalt", (one) => yesNo(one.feePaid, "X", "Nei")],
  ["Betalt dato", (one) => whole(one.feePaidOn)],
  ["Beløp", (one) => (one.feeAmount === null ? "" : `kr ${kroner(one.feeAmount)}`)],
  ["Betalt av", (one) => payer(one.feePayer, "Selv", "Foresatt")],
  ["Medlemskapstype", (one) => one.type ?? ""],
  ["Lokallag", (one) => one.chapter ?? ""],
  ["Kommune", (one) => one.municipality ?? ""],
  ["Fylke", (one) => one.county ?? ""],
  ["Foresatt", (one) => one.guardian?.name ?? ""],
  ["Foresatt e-post", (one) => one.guardian?.email ?? ""],
  ["Foresatt tlf", (one) => local(one.guardian?.mobile ?? null)],
];

const iso = (date: string | null): string => date ?? "";
const english = (one: ImportedMember): string[] => [
  one.memberNo ?? "",
  one.firstName,
  one.lastName,
  iso(one.birthDate),
  one.birthYear?.toString() ?? "",
  one.email ?? "",
  one.mobile?.replace("+", "00") ?? "",
  one.postcode ?? "",
  iso(one.joinedOn),
  iso(one.leftOn),
  yesNo(one.feePaid, "1", "0"),
  iso(one.feePaidOn),
  one.feeAmount === null ? "" : kroner(one.feeAmount, "."),
  payer(one.feePayer, "self", "parent"),
  one.type ?? "",
  one.chapter ?? "",
  one.municipality ?? "",
  one.county ?? "",
  one.guardian?.name ?? "",
  one.guardian?.email ?? "",
  one.guardian?.mobile ?? "",
];
const ENGLISH = [
  "Member ID",
  "First name",
  "Last name",
  "Date of birth",
  "Year of birth",
  "Email address",
  "Mobile phone",
  "Postal code",
  "Joined",
  "Left",
  "Paid",
  "Paid on",
  "Amount",
  "Paid by",
  "Membership type",
  "Chapter",
  "Municipality",
  "County",
  "Guardian",
  "Guardian e-mail",
  "Guardian phone",
];

/** The columns somebody has picked in the member system, in their own order, with what we leave out between. */
const PICKED: Line<string> = [
  ["Kontingent betalt 2026", (one) => yesNo(one.feePaid, "Betalt", "Ikke betalt")],
  ["Kjønn", () => "K"],
  ...NORWEGIAN.slice(4)
    .reverse()
    .filter(([name]) => !/Kontingent|Født|Innmeldt/.test(name)),
  ["Fødselsdato", (one) => one.birthDate?.replaceAll("-", "") ?? ""],
  ["Innmeldt", (one) => short(one.joinedOn)],
  ["Slektsnamn", (one) => one.lastName],
  ["Førenamn", (one) => one.firstName],
  ["Medlemsnummer", (one) => one.memberNo ?? ""],
];

const number = (text: string): TestCell => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : text);
const SHEET: Line<TestCell> = NORWEGIAN.map(([header, cell]) => {
  if (header === "Født")
    return [
      header,
      (one) => (one.birthDate !== null && one.birthDate > "1900-03-01" ? serial(one.birthDate) : whole(one.birthDate)),
    ];
  if (header === "Innmeldt dato") return [header, (one) => serial(one.joinedOn)];
  if (header === "Betalt dato") return [header, (one) => serial(one.feePaidOn)];
  // a spreadsheet takes digits for a number: no spaces, no leading zero
  if (header === "Mobilnr.") return [header, (one) => number(one.mobile?.replace(/^\+47/, "") ?? "")];
  if (header === "Postnr") return [header, (one) => number(one.postcode?.replace(/^0+/, "") ?? "")];
  if (header === "Poststed") return [header, () => ({ inline: "ÅS" })];
  return [header, cell];
});

/** Every shape of file we are sent, and our own. */
export const SHAPES: Record<string, (members: readonly ImportedMember[]) => AsyncIterable<Buffer>> = {
  "semicolon, Windows-1252": (members) =>
    pieces(
      windows1252(
        table(NORWEGIAN, members)
          .map((row) => `${row.map(quoted).join(";")}\r\n`)
          .join(""),
      ),
    ),
  "comma, UTF-8 with a mark": (members) =>
    streamOf(`\uFEFF${[ENGLISH, ...members.map(english)].map((row) => row.map(quoted).join(",")).join("\n")}`),
  "tab, UTF-8": (members) =>
    streamOf(
      table(NORWEGIAN, members)
        .map((row) => `${row.join("\t")}\n`)
        .join(""),
    ),
  xlsx: (members) => workbook(table(SHEET, members)),
  "columns picked in the member system": (members) =>
    streamOf(
      `sep=;\r\n${table(PICKED, members)
        .map((row) => row.map(quoted).join(";"))
        .join("\r\n")}\r\n\r\n`,
    ),
  "our own export": async function* (members) {
    for await (const piece of exportRows(members)) yield Buffer.from(piece);
  },
};
