import { GRANT_PAPERS } from "@varde/domain";
import type { GrantReturnContent, GrantReturnState, Language } from "@varde/domain";
import { PassThrough } from "node:stream";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { say } from "../../kernel/errors/say.js";
import { cellOf, widthsOf, workbookOf } from "../../kernel/xlsx/workbook.js";
import type { GrantFileKind } from "./grant-return.type.js";
import type { Signed } from "./paper.js";
import { PAPER_TEXTS as T } from "./paper.texts.js";
import { paperName } from "./read-return.js";
import { FILE_TEXTS } from "./returns-file.texts.js";

/** A delivered return as the file needs it. */
export type FiledReturn = {
  chapterId: string;
  chapter: string;
  state: GrantReturnState;
  deliveredAt: Date;
  hash: string;
  content: GrantReturnContent;
  signed: Signed[];
  pdf: Buffer | null;
};
type Line = (string | number | null)[];

const HEAD = ["chapter", "municipality", "county", "elected", "period", "board", "activity", "counting"] as const;

const headOf = (language: Language): string[] => [
  ...HEAD.map((key) => say(language, T[key])),
  ...(["needed", "counts", "state", "delivered", "signedBy"] as const).map((key) => say(language, FILE_TEXTS[key])),
  ...GRANT_PAPERS.map((paper) => say(language, T[paper])),
  "SHA-256",
];

function lineOf({ content, state, deliveredAt, hash, signed }: FiledReturn, language: Language): Line {
  const yes = (is: boolean): string => say(language, is ? FILE_TEXTS.yes : FILE_TEXTS.no);
  const paper = (name: string): string => {
    const asked = content.papers.find((one) => one.paper === name);
    return asked ? yes(asked.from !== null) : "";
  };
  return [
    content.chapter,
    content.municipality,
    content.county,
    content.electedOn,
    content.periodTo,
    content.board.map(({ name }) => name).join(", "),
    content.activity,
    content.count.counting,
    content.rules.chapterMembers,
    yes(content.count.chapter === "MET"),
    say(language, FILE_TEXTS[state]),
    CLOCK.format(deliveredAt),
    signed.map(({ name }) => name).join(", "),
    ...GRANT_PAPERS.map(paper),
    hash,
  ];
}

/** Delivered when, by the clock on the wall, so that it sorts. */
const CLOCK = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: "Europe/Oslo" });

function sheetOf(year: number, lines: readonly Line[], language: Language): Promise<Readable> {
  const head = headOf(language);
  const rows = [
    head.map((name) => cellOf(name, { bold: true, wrap: true })),
    ...lines.map((line) => line.map((one) => cellOf(one))),
  ];
  const sheet = { name: `${say(language, T.title)} ${year}`, rows, widths: widthsOf(head, lines), head: true };
  return workbookOf([sheet], language);
}

/** Two chapters may be called the same in letters and digits: the second gets a number. */
function namer(year: number): (chapter: string) => string {
  const taken = new Map<string, number>();
  return (chapter) => {
    const name = paperName(year, chapter);
    const n = (taken.get(name) ?? 0) + 1;
    taken.set(name, n);
    return n === 1 ? name : name.replace(/\.pdf$/, `-${n}.pdf`);
  };
}

/**
 * The file of a year's delivered returns. They are read one after another, and of each only its line in the table stays: a ZIP of a
 * thousand papers takes no more memory than one of ten. `returns` reads on when what was given has been taken.
 */
export async function returnsFile(
  kind: GrantFileKind,
  year: number,
  language: Language,
  returns: AsyncIterable<FiledReturn>,
): Promise<Readable> {
  const lines: Line[] = [];
  if (kind === "RETURN_TABLE") {
    for await (const one of returns) lines.push(lineOf(one, language));
    return sheetOf(year, lines, language);
  }
  const zip = new ZipFile();
  const out = new PassThrough();
  zip.on("error", (error: Error) => out.destroy(error));
  pipeline(zip.outputStream, out).catch((error: Error) => out.destroy(error));
  const nameOf = namer(year);
  const fill = async () => {
    for await (const one of returns) {
      lines.push(lineOf(one, language));
      // deflated already where it has text
      if (one.pdf) await added(zip, one.pdf, nameOf(one.chapter), one.deliveredAt);
    }
    const sheet: Buffer[] = [];
    for await (const piece of await sheetOf(year, lines, language)) sheet.push(piece as Buffer);
    zip.addBuffer(Buffer.concat(sheet), `arsrapporter-${year}.xlsx`);
    zip.end();
  };
  fill().catch((error: Error) => out.destroy(error));
  return out;
}

/**
 * Puts one paper in the ZIP, and waits until it has been read: then its bytes are nobody's. The ZIP keeps what it was given to ask with
 * until its end, so that must not hold them either.
 */
function added(zip: ZipFile, bytes: Buffer, name: string, mtime: Date): Promise<void> {
  const size = bytes.length;
  const held: { paper?: Buffer } = { paper: bytes };
  return new Promise((resolve, reject) => {
    zip.addReadStreamLazy(name, { compress: false, mtime, size }, (give) => {
      const source = new PassThrough();
      source.once("end", resolve);
      source.once("error", reject);
      source.end(held.paper);
      delete held.paper;
      give(null, source);
    });
  });
}
