import fc from "fast-check";
import { addDays } from "@varde/domain";
import { describe, expect, it } from "vitest";
import { readDate, readYear, serialDate } from "./dates.js";

const BIRTH = { minYear: 1900, latest: "2026-11-22" };
const read = (cell: string) => readDate(cell, BIRTH);

describe("a date", () => {
  it.each([
    ["29.02.2008", "2008-02-29"],
    ["9.2.2008", "2008-02-09"],
    ["09/02/2008", "2008-02-09"],
    ["09-02-2008", "2008-02-09"],
    ["2008-02-09", "2008-02-09"],
    ["2008/2/9", "2008-02-09"],
    ["20080209", "2008-02-09"],
    ["39507", "2008-02-29"],
    ["39507.75", "2008-02-29"],
    ["39507,0", "2008-02-29"],
    ["29.02.2008 00:00:00", "2008-02-29"],
    ["2008-02-29T12:30:00.000Z", "2008-02-29"],
    ["01.01.1900", "1900-01-01"],
  ])("%s is %s", (cell, day) => {
    expect(read(cell)).toEqual({ day, guessed: false });
  });

  it.each([
    ["29.02.08", "2008-02-29"],
    ["22.11.26", "2026-11-22"],
    ["23.11.26", "1926-11-23"],
    ["1.1.99", "1999-01-01"],
  ])("%s is of the century in which one can be born: %s", (cell, day) => {
    expect(read(cell)).toEqual({ day, guessed: true });
  });

  it.each([
    ["29.02.2009", "DATE_NO_SUCH_DAY"],
    ["29.02.1900", "DATE_NO_SUCH_DAY"],
    ["31.04.2008", "DATE_NO_SUCH_DAY"],
    ["00.01.2008", "DATE_NO_SUCH_DAY"],
    ["01.13.2008", "DATE_MONTH_FIRST"],
    ["02/29/2008", "DATE_MONTH_FIRST"],
    ["31.12.1899", "DATE_TOO_EARLY"],
    ["01.01.2099", "DATE_IN_FUTURE"],
    ["20990101", "DATE_IN_FUTURE"],
    ["23.11.2026", "DATE_IN_FUTURE"],
    ["29.02", "DATE_UNREADABLE"],
    ["i fjor", "DATE_UNREADABLE"],
    ["290208", "DATE_UNREADABLE"],
    ["1.2-2008", "DATE_UNREADABLE"],
    ["", "DATE_UNREADABLE"],
  ])("%s is refused: %s", (cell, fault) => {
    expect(read(cell)).toEqual({ fault });
  });

  it("is a year alone where there is no more", () => {
    expect(read("2008")).toEqual({ year: 2008 });
    expect(read("1899")).toEqual({ fault: "DATE_TOO_EARLY" });
    expect(readYear("2099", BIRTH)).toEqual({ fault: "DATE_IN_FUTURE" });
    expect(readYear("08", BIRTH)).toEqual({ fault: "DATE_UNREADABLE" });
  });

  it("comes back from every form, for every day", () => {
    const anyDay = fc.integer({ min: 10_000, max: 46_348 });
    fc.assert(
      fc.property(anyDay, (serial) => {
        const day = addDays("1899-12-30", serial);
        const [y, m, d] = day.split("-") as [string, string, string];
        const forms = [
          day,
          `${d}.${m}.${y}`,
          `${Number(d)}/${Number(m)}/${y}`,
          `${d}-${m}-${y}`,
          y + m + d,
          `${serial}`,
        ];
        for (const form of forms) expect(read(form)).toEqual({ day, guessed: false });
        expect(serialDate(serial)).toBe(day);
      }),
    );
  });
});
