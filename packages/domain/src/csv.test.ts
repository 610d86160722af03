import { expect, test } from "vitest";
import { toCsv } from "./csv.js";

test("a table opens in a Norwegian spreadsheet", () => {
  expect(
    toCsv([
      ["Lag", "Medlemmer", "Andel"],
      ["Åsnes", 12, 0.5],
      ["Bø", ":", null],
    ]),
  ).toBe("\uFEFFLag;Medlemmer;Andel\r\nÅsnes;12;0,5\r\nBø;:;\r\n");
  expect(toCsv([])).toBe("\uFEFF");
});

test.each([
  ["plain", "Asker", "Asker"],
  ["separator", "a;b", '"a;b"'],
  ["comma", "a,b", "a,b"],
  ["quote", 'si "hei"', '"si ""hei"""'],
  ["line break", "a\nb", '"a\nb"'],
  ["formula", "=1+1", `"'=1+1"`],
  ["formula that would run", '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ["plus", "+SUM(A1)", `"'+SUM(A1)"`],
  ["minus", "-cmd", `"'-cmd"`],
  ["at", "@SUM(A1)", `"'@SUM(A1)"`],
  ["blank before it", " =1", `"' =1"`],
  ["tab", "\t=1", `"'\t=1"`],
  ["carriage return", "\r=1", `"'\r=1"`],
  ["full-width equals", "＝1", `"'＝1"`],
  ["phone", "+4790000000", "+4790000000"],
  ["phone with spaces", "+47 900 00 000", "+47 900 00 000"],
  ["phone that calculates", "+47+1", `"'+47+1"`],
  ["negative number as text", "-3,5", "-3,5"],
  ["negative number", -3.5, "-3,5"],
  ["zero", 0, "0"],
  ["no number", Number.NaN, ""],
])("%s", (_name, cell, expected) => expect(toCsv([[cell]])).toBe(`\uFEFF${expected}\r\n`));
