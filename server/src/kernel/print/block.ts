import type { Language } from "@varde/domain";

/** Papers to pin up. */
export const SHEETS = ["A3", "A4"] as const;
export type Sheet = (typeof SHEETS)[number];

/** Text may hold line breaks; each of its lines is a paragraph of its own. */
export type PrintColumn = {
  title: string;
  /** its share of the table's width, beside the others' */
  share: number;
};

/** A picture that is re-encoded already: no size is checked here. */
export type PrintPicture = {
  kind: "picture";
  bytes: Buffer;
  type: "jpg" | "png";
  /** pixels */
  width: number;
  height: number;
  alt: string;
  caption: string | null;
};

/** One piece of a paper. The printers of PDF and DOCX say the same of each. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  /** `kept`: on the page of what comes after it, as a place and a day over a line to sign on */
  | { kind: "paragraph"; text: string; quiet?: boolean; kept?: boolean }
  | { kind: "list"; items: readonly string[]; numbered?: boolean }
  /** The row of titles stands again on each page; a row has a cell for each column. */
  | {
      kind: "table";
      columns: readonly PrintColumn[];
      rows: readonly (readonly string[])[];
      summary?: string;
      /** points that a row is high at least, to be written in by hand */
      rowHeight?: number;
    }
  /** A line to sign on for each, with what stands under it. */
  | { kind: "signature"; under: readonly string[] }
  | PrintPicture;

export type Paper = {
  /** what the file is called where it is opened; the heading is a block of its own */
  title: string;
  language: Language;
  landscape?: boolean;
  /** «Utkast» and the like: over each page, and no part of the text */
  mark?: string | null;
  /** under each page, beside its number */
  foot?: string;
  blocks: readonly Block[];
};

/** Texts of the page's number: `[before the number, before the total]`. */
export const PAGE_WORDS: Readonly<Record<Language, readonly [string, string]>> = {
  nb: ["Side ", " av "],
  nn: ["Side ", " av "],
  en: ["Page ", " of "],
};

// what XML 1.0 has no place for, and no font a picture of: control characters, and half of a pair of surrogates
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** A text as its lines, without what no paper can hold. */
export const linesOf = (text: string): string[] =>
  text
    .replace(UNPRINTABLE, "")
    .replaceAll("\t", " ")
    .split(/\r\n|[\n\r\u2028\u2029]/);
