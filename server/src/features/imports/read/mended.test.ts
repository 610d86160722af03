import { describe, expect, it } from "vitest";
import { pieces, readFile, streamOf, windows1252 } from "./shapes.testing.js";

const HEADER = "Fornavn;Etternavn;E-post\r\n";
const rows = (count: number): string => "Kari;Lie;k@x.example\r\n".repeat(count);

describe("what is mended on the way", () => {
  it("leaves out a header that comes again, and titles above it", async () => {
    const read = await readFile(streamOf(`Medlemsliste, Asker\n\n${HEADER}${rows(2)}${HEADER}${rows(1)}`));
    expect([read.members.length, read.table.skippedLines, read.table.repeatedHeaders]).toEqual([3, [1], [6]]);
    expect(read.table.header.line).toBe(3);
  });

  it("reads any line ends, quotes and line ends in quotes, and tells the right lines", async () => {
    const text =
      'Fornavn;Etternavn;Lokallag;E-post\r"Kari ""K""";Lie;"MHU\r\nAsker";\n"Ola";"Lie";;feil\r\n\nPer;Lie;;feil';
    for (const size of [1, 2, 3, 5, 1000]) {
      const read = await readFile(pieces(Buffer.from(text), size));
      expect(read.members.map(({ firstName }) => firstName)).toEqual(['Kari "K"', "Ola", "Per"]);
      expect(read.members[0]?.chapter).toBe("MHU Asker");
      expect(read.notes.map(({ code, line }) => [code, line])).toEqual([
        ["EMAIL_UNREADABLE", 4],
        ["EMAIL_UNREADABLE", 6],
      ]);
    }
  });

  it("reads Windows-1252 wherever its pieces are cut", async () => {
    const bytes = windows1252("Fornavn;Etternavn\nBjørn;Ås\nÆrlig;Lauvå");
    for (const size of [1, 2, 3, 4, 100]) {
      const { members } = await readFile(pieces(bytes, size));
      expect(members.map(({ lastName }) => lastName)).toEqual(["Ås", "Lauvå"]);
    }
  });

  it("lets two members share an e-mail: who is who is decided against the register", async () => {
    const read = await readFile(streamOf(`${HEADER}${rows(2)}`));
    expect(read.members.map(({ email }) => email)).toEqual(["k@x.example", "k@x.example"]);
  });
});
