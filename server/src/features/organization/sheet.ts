import { LANGUAGES, LEVEL_TERMS, levelWords } from "@varde/domain";
import type { Role } from "../accounts/index.js";

/** A pasted line taken apart: cells as written, by their column. `line` counts from 1 in the pasted text. */
export type SheetLine = { line: number; name: string; email: string; unit: string; role: string; complete: boolean };
/** `OWN`: the list of one board, where nobody has to write which. */
export type SheetOf = "MANY" | "OWN";

type Column = "name" | "email" | "unit" | "role";
const COLUMNS: readonly Column[] = ["name", "email", "unit", "role"];

const HEADERS: Record<string, Column> = {};
const heads = (column: Column, ...words: string[]) => words.forEach((word) => (HEADERS[word] = column));
heads("name", "navn", "namn", "name", "fullt navn", "fullt namn", "full name", "person");
heads("email", "e-post", "epost", "e-postadresse", "epostadresse", "e-mail", "email", "mail", "e-mail address");
heads("unit", "lag", "lokallag", "chapter", "local chapter", "lag eller region", "region", "lagsnavn", "lagsnamn");
heads("role", "rolle", "verv", "role", "position", "tittel", "title");

const ROLE_WORDS = new Map<string, Role>();
const roles = (role: Role, ...words: string[]) => words.forEach((word) => ROLE_WORDS.set(word, role));
roles("CHAPTER_LEADER", "leder", "leiar", "lagleder", "lagleiar", "lokallagsleder", "lokallagsleiar", "styreleder");
roles("CHAPTER_LEADER", "styreleiar", "chair", "chairperson", "leader", "chapter leader", "president");
roles("CHAPTER_BOARD", "styremedlem", "styremedlemmer", "medlem", "styret", "styre", "nestleder", "nestleiar");
roles(
  "CHAPTER_BOARD",
  "kasserer",
  "kasserar",
  "økonomiansvarlig",
  "økonomiansvarleg",
  "sekretær",
  "varamedlem",
  "vara",
);
roles("CHAPTER_BOARD", "board", "board member", "treasurer", "secretary", "deputy", "deputy chair", "deputy leader");
roles("CHAPTER_BOARD", "vice chair", "alternate", "alternate board member", "member");
roles("MENTOR", "fadder", "mentor");
roles("REGION_COORDINATOR", "regionkoordinator", "fylkeskoordinator", "koordinator", "coordinator");
roles(
  "REGION_COORDINATOR",
  ...LEVEL_TERMS.flatMap((term) => LANGUAGES.map((language) => levelWords(term, language).coordinator)),
);
roles("REGION_COORDINATOR", "regional coordinator", "region coordinator", "county coordinator");

const plain = (text: string): string => text.normalize("NFC").toLocaleLowerCase("nb").replaceAll(/\s+/g, " ").trim();

/** How names of chapters, regions and people are compared. */
export const sameWord = plain;

/** The role a word stands for in bokmål, nynorsk or English; null for one we do not know. National roles are never given by sheet. */
export const roleOf = (word: string): Role | null => ROLE_WORDS.get(plain(word)) ?? null;

function cellsOf(text: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = text;
  while (true) {
    // a spreadsheet puts quotes around a cell that holds the separator, and doubles those inside
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    if (quoted && (quoted[0].length === rest.length || rest.startsWith(separator, quoted[0].length))) {
      cells.push(quoted[1]!.replaceAll('""', '"').trim());
      rest = rest.slice(quoted[0].length);
      if (rest === "") return cells;
      rest = rest.slice(separator.length);
      continue;
    }
    const end = rest.indexOf(separator);
    cells.push((end < 0 ? rest : rest.slice(0, end)).trim());
    if (end < 0) return cells;
    rest = rest.slice(end + separator.length);
  }
}

type Cells = Record<Column, string>;

/** Which cell is what, by what stands in it: an address has an @, a role is a word we know; of what is left the name comes first. Null when that does not tell. */
function byContent(cells: readonly string[]): Cells | null {
  const email = cells.findIndex((cell) => cell.includes("@"));
  const role = cells.findIndex((cell) => roleOf(cell) !== null);
  if (email < 0 || role < 0) return null;
  const [name = "", unit = "", ...more] = cells.filter((cell, at) => at !== email && at !== role && cell !== "");
  return more.length > 0 ? null : { name, unit, email: cells[email]!, role: cells[role]! };
}

/**
 * Takes a pasted sheet apart. The first of tab, semicolon and comma that is there separates. A header line, in any of our
 * languages, names the columns' order; without one each line may have its own.
 */
export function readSheet(text: string, of: SheetOf = "MANY"): SheetLine[] {
  const needed = COLUMNS.filter((column) => of === "MANY" || column !== "unit");
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== "");
  const separator = ["\t", ";", ","].find((sign) => lines.some(({ content }) => content.includes(sign))) ?? ";";
  let order: (Column | null)[] | null = null;
  return lines.flatMap(({ content, line }, index) => {
    const cells = cellsOf(content, separator);
    if (index === 0) {
      const named = cells.map((cell) => HEADERS[plain(cell)] ?? null);
      if (needed.every((column) => named.includes(column))) {
        order = named;
        return [];
      }
    }
    const places = order ?? needed;
    const cell = (column: Column) => cells[places.indexOf(column)] ?? "";
    const inOrder = { name: cell("name"), email: cell("email"), unit: cell("unit"), role: cell("role") };
    const found = order ? inOrder : (byContent(cells) ?? inOrder);
    return [{ line, ...found, complete: needed.every((column) => found[column] !== "") }];
  });
}
