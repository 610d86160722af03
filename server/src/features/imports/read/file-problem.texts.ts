import type { Language } from "@varde/domain";
import { say, type Sentence } from "../../../kernel/errors/say.js";
import type { FileProblem, FileProblemCode } from "./file-problem.js";

const NOTHING_READ: Sentence = {
  nb: "Ingenting er lest inn.",
  nn: "Ingenting er lese inn.",
  en: "Nothing was read in.",
};

/** What is wrong with the whole file and what to do. `{line}` and `{limit}` are filled in. */
const PROBLEMS: Record<FileProblemCode, Sentence> = {
  EMPTY_FILE: {
    nb: "Fila er tom. Eksporter medlemslista på nytt, og se at den har rader før du velger den.",
    nn: "Fila er tom. Eksporter medlemslista på nytt, og sjå at ho har rader før du vel henne.",
    en: "The file is empty. Export the member list again, and see that it has rows before you choose it.",
  },
  HEADER_ONLY: {
    nb: "Fila har overskrifter, men ingen medlemmer under. Sjekk filteret i systemet du eksporterte fra.",
    nn: "Fila har overskrifter, men ingen medlemmer under. Sjekk filteret i systemet du eksporterte frå.",
    en: "The file has headers but no members below them. Check the filter in the system you exported from.",
  },
  NO_HEADER: {
    nb: "Fila har ingen overskrifter: linje {line} ser ut som et medlem. Legg en rad øverst med navn på kolonnene, for eksempel Fornavn, Etternavn og Fødselsdato.",
    nn: "Fila har ingen overskrifter: linje {line} ser ut som ein medlem. Legg ei rad øvst med namn på kolonnane, til dømes Fornamn, Etternamn og Fødselsdato.",
    en: "The file has no headers: line {line} looks like a member. Put a row on top that names the columns, for example First name, Last name and Birth date.",
  },
  UTF_16: {
    nb: "Fila er lagret som Unicode-tekst (UTF-16). Åpne den i regnearket og lagre den som «CSV UTF-8» eller .xlsx.",
    nn: "Fila er lagra som Unicode-tekst (UTF-16). Opne henne i reknearket og lagre henne som «CSV UTF-8» eller .xlsx.",
    en: "The file is saved as Unicode text (UTF-16). Open it in the spreadsheet and save it as “CSV UTF-8” or .xlsx.",
  },
  MIXED_ENCODING: {
    nb: "Fila blander to måter å skrive æ, ø og å på; den andre begynner på linje {line}. Er den satt sammen av to filer, les dem inn hver for seg. Ellers lagrer du lista som .xlsx.",
    nn: "Fila blandar to måtar å skrive æ, ø og å på; den andre tek til på linje {line}. Er ho sett saman av to filer, les dei inn kvar for seg. Elles lagrar du lista som .xlsx.",
    en: "The file mixes two ways of writing æ, ø and å; the second begins on line {line}. If it was put together from two files, read them in one by one. If not, save the list as .xlsx.",
  },
  BROKEN_LETTERS: {
    nb: "Æ, ø og å er ødelagt i overskriftene på linje {line}. Eksporter på nytt fra medlemssystemet, og velg .xlsx eller UTF-8.",
    nn: "Æ, ø og å er øydelagde i overskriftene på linje {line}. Eksporter på nytt frå medlemssystemet, og vel .xlsx eller UTF-8.",
    en: "The letters æ, ø and å are broken in the headers on line {line}. Export again from the member system, and choose .xlsx or UTF-8.",
  },
  NUL_BYTES: {
    nb: "Linje {line} har tegn som ikke hører til i en tekstfil. Åpne lista i regnearket og lagre den som .xlsx.",
    nn: "Linje {line} har teikn som ikkje høyrer til i ei tekstfil. Opne lista i reknearket og lagre henne som .xlsx.",
    en: "Line {line} holds characters that do not belong in a text file. Open the list in the spreadsheet and save it as .xlsx.",
  },
  OLD_EXCEL: {
    nb: "Fila er en gammel Excel-fil (.xls) eller har passord. Åpne den i regnearket og lagre den som .xlsx uten passord.",
    nn: "Fila er ei gammal Excel-fil (.xls) eller har passord. Opne henne i reknearket og lagre henne som .xlsx utan passord.",
    en: "The file is an old Excel file (.xls) or has a password. Open it in the spreadsheet and save it as .xlsx without a password.",
  },
  NOT_A_TABLE: {
    nb: "Fila er ikke en tabell. Velg en .csv- eller .xlsx-fil; en nettside eller PDF åpner du i regnearket og lagrer som .xlsx.",
    nn: "Fila er ikkje ein tabell. Vel ei .csv- eller .xlsx-fil; ei nettside eller PDF opnar du i reknearket og lagrar som .xlsx.",
    en: "The file is not a table. Choose a .csv or .xlsx file; open a web page or PDF in the spreadsheet and save it as .xlsx.",
  },
  NOT_A_WORKBOOK: {
    nb: "Fila er ikke et Excel-ark i formatet .xlsx. Åpne den i regnearket, velg «Lagre som» og .xlsx.",
    nn: "Fila er ikkje eit Excel-ark i formatet .xlsx. Opne henne i reknearket, vel «Lagre som» og .xlsx.",
    en: "The file is not an Excel sheet in the .xlsx format. Open it in the spreadsheet and choose “Save as” and .xlsx.",
  },
  DAMAGED_WORKBOOK: {
    nb: "Excel-fila er skadet og kan ikke leses. Åpne den i regnearket, lagre den på nytt som .xlsx, og prøv igjen.",
    nn: "Excel-fila er skadd og kan ikkje lesast. Opne henne i reknearket, lagre henne på nytt som .xlsx, og prøv igjen.",
    en: "The Excel file is damaged and cannot be read. Open it in the spreadsheet, save it again as .xlsx, and try again.",
  },
  LOCKED_WORKBOOK: {
    nb: "Fila er låst med passord. Lagre den uten passord og prøv igjen.",
    nn: "Fila er låst med passord. Lagre henne utan passord og prøv igjen.",
    en: "The file is locked with a password. Save it without a password and try again.",
  },
  ZIP_BOMB: {
    nb: "Fila blir urimelig stor når den pakkes ut, og lesingen er stoppet. Kopier bare medlemslista til et nytt regneark og lagre det som .xlsx.",
    nn: "Fila blir urimeleg stor når ho blir pakka ut, og lesinga er stoppa. Kopier berre medlemslista til eit nytt rekneark og lagre det som .xlsx.",
    en: "The file becomes unreasonably large when unpacked, and reading was stopped. Copy only the member list to a new spreadsheet and save it as .xlsx.",
  },
  TOO_LARGE: {
    nb: "Fila er for stor: høyst {limit} MB. Fjern kolonner som ikke trengs, eller del lista i flere filer.",
    nn: "Fila er for stor: høgst {limit} MB. Fjern kolonnar som ikkje trengst, eller del lista i fleire filer.",
    en: "The file is too large: {limit} MB at most. Remove columns that are not needed, or split the list into several files.",
  },
  TOO_MANY_ROWS: {
    nb: "Fila har flere enn {limit} rader. Del lista i flere filer.",
    nn: "Fila har fleire enn {limit} rader. Del lista i fleire filer.",
    en: "The file has more than {limit} rows. Split the list into several files.",
  },
  TOO_MANY_COLUMNS: {
    nb: "Linje {line} har flere enn {limit} kolonner. Se om skilletegnet er riktig, og ta bare med kolonnene som trengs.",
    nn: "Linje {line} har fleire enn {limit} kolonnar. Sjå om skiljeteiknet er rett, og ta berre med kolonnane som trengst.",
    en: "Line {line} has more than {limit} columns. See whether the separator is right, and include only the columns that are needed.",
  },
  CELL_TOO_LONG: {
    nb: "En celle på linje {line} er lengre enn {limit} tegn. Ta bort kolonnen med lang tekst; vi leser ikke notater.",
    nn: "Ei celle på linje {line} er lengre enn {limit} teikn. Ta bort kolonnen med lang tekst; vi les ikkje notat.",
    en: "A cell on line {line} is longer than {limit} characters. Remove the column with long text; we do not read notes.",
  },
  UNCLOSED_QUOTE: {
    nb: "Et anførselstegn på linje {line} blir aldri lukket. Ta det bort, eller lagre lista som .xlsx.",
    nn: "Eit hermeteikn på linje {line} blir aldri lukka. Ta det bort, eller lagre lista som .xlsx.",
    en: "A quotation mark on line {line} is never closed. Remove it, or save the list as .xlsx.",
  },
};

const LOCALES: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

/** Why a file is not read and what to do, in the asker's language. */
export const sayFileProblem = (language: Language, { code, line, limit }: FileProblem): string => {
  const what = say(language, PROBLEMS[code])
    .replace("{line}", String(line ?? 1))
    .replace("{limit}", (limit ?? 0).toLocaleString(LOCALES[language]));
  return `${what} ${say(language, NOTHING_READ)}`;
};
