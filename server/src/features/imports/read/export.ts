import { type CsvCell, kroner, type LocalDate, toCsv } from "@varde/domain";
import type { ImportedMember } from "./imported-member.js";

type Column = { name: string; cell: (member: ImportedMember) => CsvCell };

const day = (date: LocalDate | null): string | null =>
  date === null ? null : `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
const payer = { SELF: "Selv", OTHER: "Andre", NONE: null } as const;
const paid = (is: boolean | null): string | null => (is === null ? null : is ? "Ja" : "Nei");

/** The columns of an export, named as an import knows them. */
const COLUMNS: readonly Column[] = [
  { name: "Medlemsnummer", cell: (member) => member.memberNo },
  { name: "Fornavn", cell: (member) => member.firstName },
  { name: "Etternavn", cell: (member) => member.lastName },
  { name: "Fødselsdato", cell: (member) => day(member.birthDate) },
  { name: "Fødselsår", cell: (member) => member.birthYear?.toString() ?? null },
  { name: "E-post", cell: (member) => member.email },
  { name: "Mobil", cell: (member) => member.mobile },
  { name: "Postnummer", cell: (member) => member.postcode },
  { name: "Innmeldt", cell: (member) => day(member.joinedOn) },
  { name: "Utmeldt", cell: (member) => day(member.leftOn) },
  { name: "Betalt", cell: (member) => paid(member.feePaid) },
  { name: "Betalt dato", cell: (member) => day(member.feePaidOn) },
  { name: "Beløp", cell: (member) => (member.feeAmount === null ? null : kroner(member.feeAmount)) },
  { name: "Betalt av", cell: (member) => payer[member.feePayer ?? "NONE"] },
  { name: "Medlemstype", cell: (member) => member.type },
  { name: "Lokallag", cell: (member) => member.chapter },
  { name: "Kommune", cell: (member) => member.municipality },
  { name: "Fylke", cell: (member) => member.county },
  { name: "Foresatt navn", cell: (member) => member.guardian?.name ?? null },
  { name: "Foresatt e-post", cell: (member) => member.guardian?.email ?? null },
  { name: "Foresatt mobil", cell: (member) => member.guardian?.mobile ?? null },
];
const ROWS_A_PIECE = 500;
const BOM = "\uFEFF";

/**
 * Members as the CSV file that an import reads back as the same members, piece by piece: UTF-8 with its mark, `;`, CR LF, days as
 * dd.mm.yyyy, and nothing a spreadsheet would run.
 */
export async function* exportRows(
  members: AsyncIterable<ImportedMember> | Iterable<ImportedMember>,
): AsyncGenerator<string> {
  let rows: CsvCell[][] = [];
  // only the first piece has the mark
  yield toCsv([COLUMNS.map(({ name }) => name)]);
  for await (const member of members) {
    rows.push(COLUMNS.map(({ cell }) => cell(member)));
    if (rows.length < ROWS_A_PIECE) continue;
    yield toCsv(rows).slice(BOM.length);
    rows = [];
  }
  if (rows.length > 0) yield toCsv(rows).slice(BOM.length);
}
