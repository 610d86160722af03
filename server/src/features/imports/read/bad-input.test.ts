import { describe, expect, it } from "vitest";
import type { FileProblem } from "./file-problem.js";
import { pieces, readFile, streamOf, windows1252 } from "./shapes.testing.js";
import type { TableOptions } from "./table.js";
import { allBytes, workbook, workbookParts, zipStream } from "./workbook.testing.js";

const HEADER = "Fornavn;Etternavn;E-post\r\n";
const rows = (count: number, row = "Kari;Lie;k@x.example\r\n"): string => row.repeat(count);

async function problemOf(stream: AsyncIterable<Buffer>, options: TableOptions = {}): Promise<unknown> {
  try {
    await readFile(stream, options);
  } catch (error) {
    const { name, code, line, limit } = error as FileProblem;
    return { name, code, ...(line === null ? {} : { line }), ...(limit === null ? {} : { limit }) };
  }
  return null;
}
const problem = (code: string, more: { line?: number; limit?: number } = {}): unknown => ({
  name: "FileProblem",
  code,
  ...more,
});

describe("a file that cannot be read as a whole", () => {
  it.each([
    ["nothing", ""],
    ["a mark and blank lines", "\uFEFF\r\n;;\r\n \r\n"],
  ])("is empty: %s", async (_, text) => {
    expect(await problemOf(streamOf(text))).toEqual(problem("EMPTY_FILE"));
  });

  it("has a header only, even twice", async () => {
    expect(await problemOf(streamOf(HEADER))).toEqual(problem("HEADER_ONLY"));
    expect(await problemOf(streamOf(HEADER + HEADER))).toEqual(problem("HEADER_ONLY"));
  });

  it("has no header", async () => {
    expect(await problemOf(streamOf("Kari;Lie;kari@x.example;Betalt\nOla;Lie;;\n"))).toEqual(
      problem("NO_HEADER", { line: 1 }),
    );
  });

  it("is UTF-16, with and without a mark", async () => {
    for (const text of [`\uFEFF${HEADER}${rows(2)}`, HEADER + rows(2)]) {
      expect(await problemOf(pieces(Buffer.from(text, "utf16le")))).toEqual(problem("UTF_16"));
    }
  });

  it.each([
    ["PDF", Buffer.from("%PDF-1.7"), "NOT_A_TABLE"],
    ["a page called .xls", Buffer.from("\n<html><table><tr><td>Fornavn</td></tr></table>"), "NOT_A_TABLE"],
    ["an old workbook, or one with a password", Buffer.from("d0cf11e0a1b11ae1", "hex"), "OLD_EXCEL"],
    ["half a zip", Buffer.from("PK\u0003\u0004abc"), "DAMAGED_WORKBOOK"],
  ])("is %s", async (_, bytes, code) => {
    expect(await problemOf(pieces(bytes))).toEqual(problem(code));
  });

  it("is a zip of something else", async () => {
    expect(await problemOf(zipStream({ "word/document.xml": ["<a/>"] }))).toEqual(problem("NOT_A_WORKBOOK"));
  });

  it("stops being UTF-8 far down, which is told with the line", async () => {
    const bytes = Buffer.concat([Buffer.from(`${HEADER}Bjørn;Lie;\n${rows(90_000)}`), windows1252("Åse;Lie;\n")]);
    expect(await problemOf(pieces(bytes, 65_536))).toEqual(problem("MIXED_ENCODING", { line: 90_003 }));
  });

  it("becomes UTF-8 far down", async () => {
    const bytes = Buffer.concat([windows1252(`${HEADER}Bjørn;Lie;\n${rows(5000)}`), Buffer.from("Åse;Bø;\n")]);
    // Å is C3 85: the letter is cut by the edge of a piece in one of these
    for (const size of [1, 7, 65_536]) {
      expect(await problemOf(pieces(bytes, size))).toEqual(problem("MIXED_ENCODING", { line: 5003 }));
    }
  });

  it("holds a NUL", async () => {
    expect(await problemOf(streamOf(`${HEADER}Kari;Lie\0;\n${rows(9)}`))).toEqual(problem("NUL_BYTES", { line: 2 }));
  });

  it("has broken letters in its header", async () => {
    expect(await problemOf(streamOf(`Fornavn;Etternavn;FÃ¸dselsdato\n${rows(1)}`))).toEqual(
      problem("BROKEN_LETTERS", { line: 1 }),
    );
  });

  it("has a quote that is never closed, told by where it began", async () => {
    const open = `${HEADER}${rows(3)}"Kari;Lie;\r\n`;
    expect(await problemOf(streamOf(open + rows(2)))).toEqual(problem("UNCLOSED_QUOTE", { line: 5 }));
    expect(await problemOf(streamOf(open + rows(5000)))).toEqual(problem("UNCLOSED_QUOTE", { line: 5 }));
  });

  it("has a row of 400 columns, in text and in a sheet", async () => {
    const wide = Array.from({ length: 400 }, () => "a");
    const found = problem("TOO_MANY_COLUMNS", { line: 3, limit: 399 });
    expect(await problemOf(streamOf(`${HEADER}${rows(1)}${wide.join(";")}\n`))).toEqual(found);
    expect(await problemOf(workbook([["Fornavn", "Etternavn"], ["Kari", "Lie"], wide]))).toEqual(found);
  });

  it("has a cell that is too long", async () => {
    const found = problem("CELL_TOO_LONG", { line: 2, limit: 2000 });
    expect(await problemOf(streamOf(`${HEADER}${"a".repeat(2001)};Lie;\n`))).toEqual(found);
    expect(
      await problemOf(
        workbook([
          ["Fornavn", "Etternavn"],
          ["a".repeat(2001), "Lie"],
        ]),
      ),
    ).toEqual(found);
    expect(await problemOf(streamOf(`${HEADER}Kari;Lie;${"a".repeat(2000)}\n`))).toBeNull();
  });

  it("has too many rows", async () => {
    expect(await problemOf(streamOf(HEADER + rows(11)), { limits: { rows: 10 } })).toEqual(
      problem("TOO_MANY_ROWS", { line: 12, limit: 10 }),
    );
    expect(await problemOf(streamOf(HEADER + rows(10)), { limits: { rows: 10 } })).toBeNull();
  });

  it("is 200 MB: reading stops at the limit, and the stream is closed", async () => {
    let sent = 0;
    let closed = false;
    const piece = Buffer.from(HEADER + rows(40_000));
    const endless = async function* (): AsyncGenerator<Buffer> {
      try {
        while (sent < 200 * 1024 * 1024) {
          sent += piece.length;
          yield piece;
        }
      } finally {
        closed = true;
      }
    };
    const limits = { textBytes: 4 * 1024 * 1024 };
    expect(await problemOf(endless(), { limits })).toEqual(problem("TOO_LARGE", { limit: 4 }));
    expect([closed, sent < 6 * 1024 * 1024]).toEqual([true, true]);
  });
});

describe("a zip bomb", () => {
  const workbookPartsWith = (sheet: Iterable<string>) => ({
    ...workbookParts([{ rows: [] }]),
    "xl/worksheets/sheet1.xml": sheet,
  });
  const bomb = (megabytes: number) => {
    const sheet = function* (): Generator<string> {
      yield "<worksheet><sheetData>";
      for (let i = 0; i < megabytes * 64; i += 1) yield "<row></row>    ".repeat(1092);
      yield "</sheetData></worksheet>";
    };
    return zipStream(workbookPartsWith(sheet()));
  };

  it("is stopped while it inflates: by how much larger it becomes, and by how large", async () => {
    const bytes = await allBytes(bomb(20));
    expect(bytes.length).toBeLessThan(200_000);
    expect(await problemOf(pieces(bytes, 65_536))).toEqual(problem("ZIP_BOMB"));
    const limits = { inflatedRatio: 1e9, inflatedBytes: 5 * 1024 * 1024 };
    expect(await problemOf(pieces(bytes, 65_536), { limits })).toEqual(problem("ZIP_BOMB"));
  });

  it("of many parts is not begun with", async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`xl/a${i}.xml`, [""]]));
    expect(await problemOf(zipStream(many))).toEqual(problem("ZIP_BOMB"));
  });

  it("of entities is refused", async () => {
    const parts = workbookPartsWith(['<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>']);
    expect(await problemOf(zipStream(parts))).toEqual(problem("DAMAGED_WORKBOOK"));
  });
});
