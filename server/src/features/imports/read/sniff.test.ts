import { describe, expect, it } from "vitest";
import { sniff } from "./sniff.js";

const text = { kind: "TEXT", encoding: "UTF-8", delimiter: ";", bom: false, sepLine: false };

describe("a beginning", () => {
  it.each([
    ["Navn;E-post\nKari;k@x.example\n", {}],
    ["Navn\tE-post\nKari\tk@x.example\n", { delimiter: "\t" }],
    ["Navn|E-post\nKari|k@x.example\n", { delimiter: "|" }],
    ["\uFEFFNavn,E-post\n", { delimiter: ",", bom: true }],
    ["sep=,\r\nNavn;by,E-post\r\n", { delimiter: ",", sepLine: true }],
    ["Navn\nKari\n", {}],
    // an address with more commas than the header has semicolons, and amounts with a decimal comma
    ["Navn;Adresse\nKari;Lia 3, 0150 Oslo, Norge, nord\nOla;Bø\nPer;Å, 1\n", {}],
    ["Navn;Beløp;Sum\nKari;60,00;60,00\nOla;60,00;60,00\n", {}],
    ["Medlemsliste, Asker, Bærum, Lier\n\nNavn;E-post\nKari;k@x.example\n", {}],
    ['"Navn, fullt";"E-post"\n"Lie, Kari";""\n', {}],
  ])("%j", (head, more) => {
    expect(sniff(Buffer.from(head))).toEqual({ ...text, ...more });
  });

  it("is Windows-1252 where it is not UTF-8, and a letter that the end cuts is no proof", () => {
    expect(sniff(Buffer.from("Født;Navn", "latin1"))).toMatchObject({ encoding: "WINDOWS-1252" });
    expect(sniff(Buffer.from("Navn;Få").subarray(0, 7))).toMatchObject({ encoding: "UTF-8" });
  });

  it("is a workbook by its first bytes, whatever it is called", () => {
    expect(sniff(Buffer.from("PK\u0003\u0004rest"))).toMatchObject({ kind: "XLSX" });
  });

  it("is not read where nothing is there", () => {
    expect(sniff(Buffer.alloc(0))).toMatchObject({ name: "FileProblem", code: "EMPTY_FILE" });
  });
});
