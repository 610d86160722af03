import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ui as en } from "../texts/en/ui";
import { ui as nb } from "../texts/nb/ui";
import { ui as nn } from "../texts/nn/ui";
import { createFormat } from "./format";

/** A day and its month are kept together by a no-break space. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

const bokmål = createFormat(nb, "nb");
const nynorsk = createFormat(nn, "nn");
const english = createFormat(en, "en");

beforeAll(() => void vi.useFakeTimers({ now: new Date("2026-04-21T10:00:00Z") }));
afterAll(() => void vi.useRealTimers());

describe("days", () => {
  test.each([
    ["2030-04-26", "fredag 26. april 2030", "fredag 26. april 2030", "Friday 26 April 2030"],
    ["2030-04-23", "tirsdag 23. april 2030", "tysdag 23. april 2030", "Tuesday 23 April 2030"],
    ["2030-12-29", "søndag 29. desember 2030", "søndag 29. desember 2030", "Sunday 29 December 2030"],
  ])("%s", (date, inBokmål, inNynorsk, inEnglish) => {
    expect(plain(bokmål.day(date))).toBe(inBokmål);
    expect(plain(nynorsk.day(date))).toBe(inNynorsk);
    expect(plain(english.day(date))).toBe(inEnglish);
  });

  test.each([
    ["2030-04-23", "i dag"],
    ["2030-04-24", "i morgen"],
    ["2030-04-22", "i går"],
    ["2030-04-26", "fredag"],
    ["2030-04-30", "om 7 dager"],
    ["2030-04-13", "for 10 dager siden"],
    ["2030-06-01", "1. juni 2030"],
    ["2026-06-01", "1. juni"],
  ])("%s seen from 23 April 2030 is «%s»", (date, expected) => {
    expect(plain(bokmål.relativeDay(date, "2030-04-23"))).toBe(expected);
  });

  test("the clock is that of Oslo, summer and winter", () => {
    expect(bokmål.time("2026-04-21T07:41:00Z")).toBe("09.41");
    expect(english.time("2026-01-21T07:41:00Z")).toBe("08:41");
  });

  test.each([
    ["2026-H1", "Vår 2026"],
    ["2026-H2", "Høst 2026"],
    ["2026-Q3", "3. kvartal 2026"],
    ["2026-04", "april 2026"],
    ["2026", "2026"],
  ])("the period %s is «%s»", (id, expected) => {
    expect(bokmål.period(id)).toBe(expected);
  });
});

describe("numbers", () => {
  test("a share is counts, kept on one line", () => {
    expect(bokmål.outOf(26, 38)).toBe("26\u00a0av\u00a038");
  });

  test.each([
    [7, 9, null],
    [7, 10, "70\u00a0%"],
    [437, 471, "93\u00a0%"],
  ])("%i of %i in per cent is %s", (n, of, expected) => {
    expect(bokmål.percent(n, of)).toBe(expected);
  });

  test("decimals, thousands and signs follow the language", () => {
    expect(bokmål.number(0.9, 1)).toBe("0,9");
    expect(bokmål.number(12345)).toBe("12\u00a0345");
    expect(bokmål.number(1300)).toBe("1300");
    expect(english.number(12345.5, 1)).toBe("12,345.5");
    expect(bokmål.number(-3)).toBe("\u22123");
    expect(bokmål.number(-0.01, 1)).toBe("0");
  });

  test("small numbers are words in a headline", () => {
    expect(bokmål.sentence(bokmål.words(2))).toBe("To");
    expect(bokmål.words(13)).toBe("13");
  });
});
