import { describe, expect, it } from "vitest";
import { readRows } from "./rows.js";
import { allBytes, type TestCell, workbook, workbookParts, zipStream } from "./workbook.testing.js";

async function cellsOf(stream: AsyncIterable<Buffer>): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of readRows(stream, { kind: "XLSX", delimiter: ";" })) rows.push(cells);
  return rows;
}
const row = async (...cells: TestCell[]): Promise<string[] | undefined> => (await cellsOf(workbook([cells])))[0];
const raw = (xml: string): TestCell => ({ xml });

describe("a sheet", () => {
  it("gives numbers as one would type them", async () => {
    expect(await row(90012345, 4790012345, 12.5, 0, -3)).toEqual(["90012345", "4790012345", "12.5", "0", "-3"]);
    expect(await row(raw('<c r="A1"><v>4.790012345E9</v></c>'))).toEqual(["4790012345"]);
  });

  it("gives days where the style shows a day, with 29 February 1900 as nothing but a number", async () => {
    const styled = (style: number, value: number) => raw(`<c s="${style}"><v>${value}</v></c>`);
    expect(await row(styled(1, 39507), styled(2, 39507.75), styled(3, 39507), styled(0, 39507))).toEqual([
      "2008-02-29",
      "2008-02-29",
      "39507",
      "39507",
    ]);
    expect(await row(styled(1, 1), styled(1, 59), styled(1, 60), styled(1, 61))).toEqual([
      "1900-01-01",
      "1900-02-28",
      "60",
      "1900-03-01",
    ]);
  });

  it("counts from 1904 where the workbook does", async () => {
    const parts = workbookParts([{ rows: [[{ serial: 38045 }]] }], true);
    expect(await cellsOf(zipStream(parts))).toEqual([["2008-02-29"]]);
  });

  it("gives texts in all their forms, and formulas as the value they had", async () => {
    const cells = await row(
      "delt & <æ>",
      { inline: "inne" },
      raw('<c r="C1" t="str"><f>CONCAT("a";"b")</f><v>ab</v></c>'),
      raw('<c r="D1" t="inlineStr"><is><r><t>ri</t></r><r><t xml:space="preserve">k </t></r></is></c>'),
      raw('<c r="E1" t="b"><v>1</v></c>'),
      raw('<c r="F1" t="e"><v>#REF!</v></c>'),
      raw('<c r="G1" t="str"><v>a_x000D_b</v></c>'),
      raw('<c r="H1" t="d"><v>2008-02-29T00:00:00</v></c>'),
    );
    expect(cells).toEqual(["delt & <æ>", "inne", "ab", "rik ", "1", "", "a\rb", "2008-02-29T00:00:00"]);
  });

  it("keeps cells in their columns, and lines as the sheet numbers them", async () => {
    const xml = '<c r="B1" t="str"><v>b</v></c><c t="str"><v>c</v></c><c r="AA1" t="str"><v>aa</v></c>';
    const cells = await row(raw(xml));
    expect([cells?.length, cells?.[1], cells?.[2], cells?.[26]]).toEqual([27, "b", "c", "aa"]);
    const lines: number[] = [];
    const sheet = workbook([["a"], [], [""], ["b"]]);
    for await (const { line } of readRows(sheet, { kind: "XLSX", delimiter: ";" })) lines.push(line);
    expect(lines).toEqual([1, 4]);
  });

  it("is the first that holds something, hidden ones last", async () => {
    const parts = workbookParts([
      { rows: [["skjult"]], state: "hidden" },
      { rows: [[" "]] },
      { rows: [["vist"]] },
      { rows: [["siste"]] },
    ]);
    expect((await cellsOf(zipStream(parts))).flat()).toEqual(["vist"]);
  });

  it("is read with prefixed names, as some programs write them", async () => {
    const sheet =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const parts = { ...workbookParts([{ rows: [] }]), "xl/worksheets/sheet1.xml": [sheet] };
    expect(await cellsOf(zipStream(parts))).toEqual([["a"]]);
  });
});

describe("a workbook that is not as it should be", () => {
  it("throws only a problem, whatever byte is wrong", async () => {
    const good = await allBytes(
      workbook([
        ["Fornavn", "Etternavn"],
        ["Kari", "Lie"],
      ]),
    );
    for (let at = 0; at < good.length; at += 3) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0xa5;
      const stream = (async function* () {
        yield bad;
      })();
      const failed = await cellsOf(stream).then(
        () => null,
        (error: Error) => error.name,
      );
      expect([null, "FileProblem"]).toContain(failed);
    }
  });

  it("lets through what the stream itself throws", async () => {
    const broken = (async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from("PK\u0003\u0004");
      throw new Error("connection lost");
    })();
    await expect(cellsOf(broken)).rejects.toThrow("connection lost");
  });
});
