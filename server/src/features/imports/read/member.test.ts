import { isNationalId } from "@varde/domain";
import { describe, expect, it } from "vitest";
import { mapHeaders } from "./headers.js";
import { readMember } from "./member.js";
import { CONTEXT } from "./shapes.testing.js";

/** Reads one row given as headers and cells; a first and a last name are there unless given. */
function read(cells: Record<string, string>, extra: string[] = []) {
  const all: Record<string, string> = "Navn" in cells ? cells : { Fornavn: "Kari", Etternavn: "Lie", ...cells };
  const result = readMember(
    { line: 7, cells: [...Object.values(all), ...extra] },
    mapHeaders(Object.keys(all)),
    CONTEXT,
  );
  return {
    member: "member" in result ? result.member : null,
    rejected: "rejected" in result ? result.rejected.map(({ code, column }) => [code, column]) : [],
    notes: result.notes.map(({ code, column }) => [code, column]),
    text: JSON.stringify(result),
  };
}
/** An invented number with valid check digits, born this day (DDMMYY). */
function nationalId(day: string): string {
  for (let rest = 50_000; rest < 100_000; rest += 1) if (isNationalId(`${day}${rest}`)) return `${day}${rest}`;
  throw new Error("none");
}
const ID = nationalId("020199");

describe("a national identity number", () => {
  it.each([
    "Medlemsnr",
    "Fødselsdato",
    "E-post",
    "Mobil",
    "Postnr",
    "Lokallag",
    "Adresse",
    "Ukjent",
    "Foresatt",
    "Betalt",
  ])("is dropped from %s and told, never repeated", (column) => {
    for (const cell of [ID, `${ID.slice(0, 6)} ${ID.slice(6)}`, `'${ID}`]) {
      const { member, notes, text } = read({ [column]: cell });
      expect(member).not.toBeNull();
      expect(notes).toContainEqual(["NATIONAL_ID_DROPPED", column]);
      expect(text).not.toContain(ID.slice(6));
    }
  });

  it("is found where a spreadsheet has eaten its zero, and beyond the headers", () => {
    expect(read({ Medlemsnr: ID.slice(1) }).notes).toEqual([["NATIONAL_ID_DROPPED", "Medlemsnr"]]);
    expect(read({}, [ID]).notes).toEqual([["NATIONAL_ID_DROPPED", null]]);
  });

  it("as a name leaves no name", () => {
    const { rejected, text } = read({ Fornavn: ID });
    expect(rejected).toEqual([["NAME_MISSING", "Fornavn"]]);
    expect(text).not.toContain(ID);
  });
});

describe("a name", () => {
  it.each([
    ["=HYPERLINK(1)", "NAME_FORMULA"],
    ["+Kari", "NAME_FORMULA"],
    ["-Kari", "NAME_FORMULA"],
    ["@Kari", "NAME_FORMULA"],
    ["'=1+1", "NAME_FORMULA"],
    ["Kari 🌻", "NAME_CHARACTERS"],
    ["Ka\u202Eri", "NAME_CHARACTERS"],
    ["Ka\u0007ri", "NAME_CHARACTERS"],
    ["123", "NAME_CHARACTERS"],
    ["BjÃ¸rn", "NAME_BROKEN_LETTERS"],
    ["Bj\uFFFDrn", "NAME_BROKEN_LETTERS"],
    ["a".repeat(81), "NAME_TOO_LONG"],
    ["", "NAME_MISSING"],
    ["  ", "NAME_MISSING"],
  ])("%s is rejected: %s", (name, code) => {
    const { rejected, text } = read({ Fornavn: name });
    expect(rejected).toEqual([[code, "Fornavn"]]);
    if (name.trim() !== "") expect(text).not.toContain(name);
  });

  it("is kept as it is written, composed and without stray blanks", () => {
    const name = read({ Fornavn: "\u00A0A\u030Ase\u00AD  Marie\n", Etternavn: "O'Brien-Dåpsårs" }).member;
    expect([name?.firstName, name?.lastName]).toEqual(["Åse Marie", "O'Brien-Dåpsårs"]);
  });

  it.each([
    ["Kari Anne Lie", "Kari Anne", "Lie"],
    ["Lie, Kari Anne", "Kari Anne", "Lie"],
    ["Kari", "Kari", ""],
  ])("in one column, %s, is split to be looked at", (full, first, last) => {
    const { member, notes } = read({ Navn: full });
    expect([member?.firstName, member?.lastName]).toEqual([first, last]);
    expect(notes).toEqual([["NAME_SPLIT", "Navn"]]);
  });

  it("in one column is tried in both its parts", () => {
    expect(read({ Navn: "Kari =1+1" }).rejected).toEqual([["NAME_FORMULA", "Navn"]]);
  });
});

describe("a phone number", () => {
  it.each([
    ["90 01 23 45", "+4790012345"],
    ["+47 900 12 345", "+4790012345"],
    ["004790012345", "+4790012345"],
    ["4790012345", "+4790012345"],
    ["+46 70 123 45 67", "+46701234567"],
    ["0046-70-1234567", "+46701234567"],
    ["'+4790012345", "+4790012345"],
  ])("%s is %s", (cell, number) => {
    const { member, notes } = read({ Mobil: cell });
    expect([member?.mobile, notes]).toEqual([number, []]);
  });

  it("that is a landline is kept with a note; one that is none is left out", () => {
    expect(read({ Mobil: "22334455" }).notes).toEqual([["NOT_A_MOBILE", "Mobil"]]);
    expect(read({ Mobil: "22334455" }).member?.mobile).toBe("+4722334455");
    for (const cell of ["9001234", "90012345 / 90012346", "ring mor", "+47 1234", "=90012345", "0900123456"]) {
      const { member, notes } = read({ Mobil: cell });
      expect([member?.mobile, notes]).toEqual([null, [["PHONE_UNREADABLE", "Mobil"]]]);
    }
  });
});

describe("other cells", () => {
  it("give postcodes their zeros, and leave out foreign ones", () => {
    expect(["150", "0150", "N-0150", "150.0"].map((cell) => read({ Postnr: cell }).member?.postcode)).toEqual([
      "0150",
      "0150",
      "0150",
      "0150",
    ]);
    expect(read({ Postnr: "SE-11122" }).notes).toEqual([["POSTCODE_UNREADABLE", "Postnr"]]);
  });

  it("give e-mail in one spelling, or leave it out", () => {
    expect(read({ "E-post": " Kari@X.Example " }).member?.email).toBe("kari@x.example");
    expect(read({ "E-post": "kari at x" }).notes).toEqual([["EMAIL_UNREADABLE", "E-post"]]);
  });

  it("keep what looks like a formula as text where it is no name", () => {
    expect(read({ Lokallag: "=1+1", Medlemsnr: "-12" }).member).toMatchObject({ chapter: "=1+1", memberNo: "-12" });
    expect(read({ Lokallag: "MHU 🌻" }).notes).toEqual([["TEXT_DROPPED", "Lokallag"]]);
  });

  it("reject a row with wrong dates, all of them at once", () => {
    const wrong = { Fødselsdato: "29.02.2009", Innmeldt: "31.12.1899", Utmeldt: "01.01.2099" };
    expect(read(wrong).rejected).toEqual([
      ["DATE_NO_SUCH_DAY", "Fødselsdato"],
      ["DATE_TOO_EARLY", "Innmeldt"],
      ["DATE_IN_FUTURE", "Utmeldt"],
    ]);
    expect(read({ Innmeldt: "02.02.2020", Utmeldt: "01.02.2020" }).rejected).toEqual([
      ["LEFT_BEFORE_JOINED", "Utmeldt"],
    ]);
    expect(read({ Fødselsdato: "1.1.2010", Innmeldt: "1.1.2009" }).rejected).toEqual([
      ["JOINED_BEFORE_BIRTH", "Innmeldt"],
    ]);
  });

  it("take a year for what it is", () => {
    expect(read({ Fødselsdato: "2008", Innmeldt: "2020" }).member).toMatchObject({
      birthDate: null,
      birthYear: 2008,
      joinedOn: "2020-01-01",
    });
    expect(read({ Fødselsdato: "29.02.2008", Fødselsår: "2007" }).notes).toEqual([["YEAR_DIFFERS", "Fødselsår"]]);
    expect(read({ Fødselsdato: "29.02.08" }).notes).toEqual([["TWO_DIGIT_YEAR", "Fødselsdato"]]);
  });

  it.each([
    ["Ja", true, null],
    ["x", true, null],
    ["1", true, null],
    ["60,00 kr", true, null],
    ["Betalt", true, null],
    ["2026", true, null],
    ["Nei", false, null],
    ["0", false, null],
    ["Ikke betalt", false, null],
    ["", null, null],
    ["01.02.2026", true, "2026-02-01"],
    ["15.11.2025", true, "2025-11-15"],
    ["46054", true, "2026-02-01"],
    ["01.02.2024", false, null],
    ["2025", false, null],
    ["kanskje", null, null],
  ])("tell from «%s» that the fee is paid: %s", (cell, feePaid, feePaidOn) => {
    expect(read({ Betalt: cell }).member).toMatchObject({ feePaid, feePaidOn });
  });

  it("more than the header has reject the row, unless they are empty", () => {
    expect(read({}, ["", "rest"]).rejected).toEqual([["ROW_TOO_LONG", null]]);
    expect(read({}, ["", " "]).rejected).toEqual([]);
  });
});
