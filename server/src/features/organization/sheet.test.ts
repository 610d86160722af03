import { describe, expect, test } from "vitest";
import { defaultSeatEnd } from "./seat.inputs.js";
import { readSheet, roleOf } from "./sheet.js";

describe("a pasted sheet", () => {
  test.each([
    ["tabs", "Ida Ås\tida@lag.example\tMHU Asker\tleder"],
    ["semicolons", "Ida Ås; ida@lag.example ;MHU Asker; leder"],
    ["commas and quotes", '"Ida Ås","ida@lag.example","MHU Asker","leder"'],
    ["a byte order mark", "\uFEFFIda Ås;ida@lag.example;MHU Asker;leder"],
  ])("is read with %s", (_how, text) => {
    expect(readSheet(text)).toEqual([
      { line: 1, name: "Ida Ås", email: "ida@lag.example", unit: "MHU Asker", role: "leder", complete: true },
    ]);
  });

  test.each(["Rolle;Navn;E-post;Lokallag", "Rolle;Namn;Epost;Lag", "Role;Name;E-mail;Chapter"])(
    "follows the header %s",
    (header) => {
      expect(readSheet(`${header}\r\n\r\nkasserer;Bo;bo@lag.example;Moss\r\n`)).toEqual([
        { line: 3, name: "Bo", email: "bo@lag.example", unit: "Moss", role: "kasserer", complete: true },
      ]);
    },
  );

  test("has no order of its own without a header", () => {
    const ida = { name: "Ida Ås", email: "ida@lag.example", unit: "Moss", role: "leder", complete: true };
    for (const text of ["leder;Ida Ås;Moss;ida@lag.example", "ida@lag.example;Ida Ås;leder;Moss"]) {
      expect(readSheet(text)).toEqual([{ line: 1, ...ida }]);
    }
    expect(readSheet("kasserer, bo@lag.example, Bo", "OWN")).toMatchObject([{ name: "Bo", complete: true, unit: "" }]);
    // what cannot be told apart is read in the order the page asks for
    expect(readSheet("Bo;nei;Moss;leder")).toMatchObject([{ name: "Bo", email: "nei", unit: "Moss" }]);
  });

  test("keeps the number of a line that lacks something", () => {
    expect(readSheet("Bo;bo@lag.example;Moss;leder\nOla;;Moss;leder")[1]).toMatchObject({ line: 2, complete: false });
  });

  test("never ends in a loop on stray quotes", () => {
    expect(readSheet('"Bo" x;"a;b;c;""')).toHaveLength(1);
  });

  test.each([
    ["Leiar", "CHAPTER_LEADER"],
    ["chair", "CHAPTER_LEADER"],
    ["Kasserer", "CHAPTER_BOARD"],
    ["NESTLEDER", "CHAPTER_BOARD"],
    ["board member", "CHAPTER_BOARD"],
    ["fadder", "MENTOR"],
    ["Regionkoordinator", "REGION_COORDINATOR"],
    ["nasjonal administrator", null],
  ])("understands %s", (word, role) => expect(roleOf(word)).toBe(role));
});

test.each([
  ["2026-11-22", "2027-04-01"],
  ["2027-01-31", "2027-04-01"],
  ["2027-02-01", "2028-04-01"],
  ["2027-04-01", "2028-04-01"],
])("a chapter's seat given on %s ends on %s", (today, end) => expect(defaultSeatEnd(today)).toBe(end));
