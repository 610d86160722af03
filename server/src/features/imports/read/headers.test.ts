import { describe, expect, it } from "vitest";
import type { Field } from "./field.js";
import { headerKey, mapHeaders } from "./headers.js";
import { SYNONYMS } from "./synonyms.js";

describe("headers", () => {
  it.each([
    ["fødselsdato", "BIRTH_DATE"],
    ["FODSELSDATO", "BIRTH_DATE"],
    ["Fødselsår(4)", "BIRTH_YEAR"],
    [" e - post ", "EMAIL"],
    ["Epost", "EMAIL"],
    ["Tlf.", "MOBILE"],
    ["Medl.nr", "MEMBER_NO"],
    ["Slektsnamn", "LAST_NAME"],
    ["Betalt 2026", "FEE_PAID"],
    ["Kontingent betalt (2026)", "FEE_PAID"],
    ["Betalt 2025", "IGNORE"],
    ["Kjønn", "IGNORE"],
    ["Beløp", "FEE_AMOUNT"],
    ["Betalt av", "FEE_PAYER"],
    ["MEDLEMSTYPE", "TYPE"],
    ["Saldo", "IGNORE"],
    ["Favorittfarge", null],
  ])("%s holds %s", (header, field) => {
    expect(mapHeaders([header], {}, { feeYear: 2026 }).mapping).toEqual([field]);
  });

  it("name one field each, in the table of synonyms", () => {
    const keys = Object.entries(SYNONYMS).flatMap(([field, names]) => names.map((name) => [headerKey(name), field]));
    const fields = new Map<string, Set<string>>();
    for (const [key, field] of keys as [string, string][]) fields.set(key, (fields.get(key) ?? new Set()).add(field));
    expect([...fields].filter(([, set]) => set.size > 1)).toEqual([]);
    expect([...fields.keys()].filter((key) => key === "" && key !== headerKey("#"))).toEqual([]);
  });

  it("are remembered, before what we believe", () => {
    const remembered: Record<string, Field> = {
      [headerKey("Favorittfarge")]: "COUNTY",
      [headerKey("Navn")]: "CHAPTER",
    };
    const { mapping, missing, unknown } = mapHeaders(["FAVORITT-FARGE", "Navn", "constructor"], remembered);
    expect(mapping).toEqual(["COUNTY", "CHAPTER", null]);
    expect([missing, unknown]).toEqual([["FIRST_NAME", "LAST_NAME"], ["constructor"]]);
  });

  it("of national identity numbers are never read, remembered or not", () => {
    const names = [
      "Fødselsnummer",
      "Fødselsnr.",
      "Personnummer",
      "Fødselsdato og personnr",
      "Fnr",
      "Fødsels- og personnummer",
      "D-nummer",
    ];
    const remembered = Object.fromEntries(names.map((name) => [headerKey(name), "MEMBER_NO" as const]));
    const { mapping, refused } = mapHeaders(names, remembered);
    expect([mapping, refused]).toEqual([names.map(() => "IGNORE"), names]);
    expect(mapHeaders(["Fødselsdato", "Medlemsnr", "Fødselsår"]).refused).toEqual([]);
  });

  it("for one field twice: the better name is kept", () => {
    const { mapping, duplicates } = mapHeaders(["Telefon", "Mobil", "E-post", "E-POST"]);
    expect(mapping).toEqual(["IGNORE", "MOBILE", "EMAIL", "IGNORE"]);
    expect(duplicates).toEqual([
      { field: "MOBILE", kept: "Mobil", ignored: ["Telefon"] },
      { field: "EMAIL", kept: "E-post", ignored: ["E-POST"] },
    ]);
  });

  it("without a name, or with what is no name, are told by their place", () => {
    const { columns } = mapHeaders(["Navn", "", "kari@x.example", "010199 40000", "01010750160"]);
    expect([columns[1], columns[2]]).toEqual(["(B)", "(C)"]);
    expect(mapHeaders(Array.from({ length: 28 }, () => "")).columns[27]).toBe("(AB)");
  });

  it("say whether members can be found again", () => {
    expect(mapHeaders(["Fornavn", "Etternavn", "Fødselsdato", "Mobil"]).identifies).toBe(true);
    expect(mapHeaders(["Navn", "Medlemsnr"]).identifies).toBe(true);
    expect(mapHeaders(["Navn", "E-post"]).identifies).toBe(false);
  });
});
