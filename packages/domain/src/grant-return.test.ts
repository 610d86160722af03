import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countChapter, defaultGrantRules } from "./grant-count.js";
import {
  advancesOn,
  canonicalJson,
  composeGrantReturn,
  daysWaiting,
  grantItems,
  isSigned,
  nameKey,
  NO_GRANT_WORDS,
  signableFrom,
  signingProblem,
} from "./grant-return.js";
import type { GrantReturnFacts, GrantReturnWords, GrantSigner } from "./grant-return.js";

const rules = defaultGrantRules(2025);
const facts: GrantReturnFacts = {
  year: 2025,
  chapterName: "Asker",
  county: "Akershus",
  municipalities: ["Asker", "Bærum"],
  electedOn: "2025-02-20",
  board: [
    { name: "Kari Moe", role: "CHAPTER_LEADER" },
    { name: "Ola Li", role: "CHAPTER_BOARD" },
    { name: "Siv Bø", role: "CHAPTER_BOARD" },
  ],
  count: { ...countChapter([], rules), chapter: "MET" },
  rules,
  papers: [
    { paper: "PLAN", inRegister: true },
    { paper: "BUDGET", inRegister: false },
    { paper: "ACCOUNTS", inRegister: false },
  ],
};
const words: GrantReturnWords = { ...NO_GRANT_WORDS, activity: "Quizkveld for alle medlemmer i april." };
const states = (said: Partial<GrantReturnWords>, told: Partial<GrantReturnFacts> = {}) =>
  Object.fromEntries(
    grantItems(composeGrantReturn({ ...facts, ...told }, { ...words, ...said })).map(({ item, state }) => [
      item,
      state,
    ]),
  );

describe("what is asked for", () => {
  test("all of it from the register, and an activity in the board's words", () => {
    expect(states({ sent: ["BUDGET", "ACCOUNTS"] })).toEqual({
      PLACE: "READY",
      ELECTED: "READY",
      PERIOD: "READY",
      BOARD: "READY",
      ACTIVITY: "READY",
      MEMBERS: "READY",
      PAPERS: "READY",
    });
    const content = composeGrantReturn(facts, words);
    expect(content).toMatchObject({ municipality: "Asker, Bærum", periodTo: "2026-02-20", corrections: [] });
    expect(content.papers.map(({ from }) => from)).toEqual(["REGISTER", null, null]);
  });
  test.each([
    ["PLACE", {}, { county: "" }, "MISSING"],
    ["PLACE", {}, { municipalities: [] }, "MISSING"],
    ["ELECTED", {}, { electedOn: null }, "MISSING"],
    ["PERIOD", {}, { electedOn: null }, "MISSING"],
    ["PERIOD", { periodTo: "2025-02-20" }, {}, "MISSING"],
    ["BOARD", {}, { board: [] }, "MISSING"],
    ["BOARD", {}, { board: facts.board.slice(0, 2) }, "SHORT"],
    ["ACTIVITY", { activity: "Treff" }, {}, "MISSING"],
    ["MEMBERS", {}, { count: { ...facts.count, chapter: "NOT_MET" } }, "SHORT"],
    ["PAPERS", {}, {}, "SHORT"],
  ] as const)("%s with %j and %j is %s", (item, said, told, state) => {
    expect(states(said as Partial<GrantReturnWords>, told as Partial<GrantReturnFacts>)[item]).toBe(state);
  });
  test("what the board says otherwise stands with what the register said, and why", () => {
    const content = composeGrantReturn(facts, {
      ...words,
      municipality: { value: "Asker", reason: "Bærum har sitt eget lag" },
      electedOn: { value: "2025-02-21", reason: "Møtet ble flyttet" },
      board: { value: [{ name: "Kari Moe", role: "CHAPTER_LEADER" }], reason: "To gikk av" },
    });
    expect(content.corrections).toEqual([
      { field: "MUNICIPALITY", registered: "Asker, Bærum", reason: "Bærum har sitt eget lag" },
      { field: "ELECTED_ON", registered: "2025-02-20", reason: "Møtet ble flyttet" },
      { field: "BOARD", registered: "Kari Moe, Ola Li, Siv Bø", reason: "To gikk av" },
    ]);
    expect(content).toMatchObject({ municipality: "Asker", electedOn: "2025-02-21", periodTo: "2026-02-21" });
  });
  test("a board elected on 29 February sits until the 28th a year later", () => {
    expect(composeGrantReturn({ ...facts, electedOn: "2024-02-29" }, words).periodTo).toBe("2025-02-28");
  });
});

describe("signing", () => {
  const one: GrantSigner = { accountId: "a", names: ["Kari Moe"], isLeader: false };
  test("not before the year after", () => expect(signableFrom(2025)).toBe("2026-01-01"));
  test.each([
    [[{ isLeader: true }], true],
    [[{ isLeader: false }], false],
    [[{ isLeader: false }, { isLeader: false }], true],
    [[], false],
  ])("%j: %s", (signed, enough) => expect(isSigned(signed)).toBe(enough));
  test.each([
    [{ accountId: "a", names: ["En Annen"], isLeader: false }, "SAME_ACCOUNT"],
    [{ accountId: "b", names: [" kari  MOE "], isLeader: false }, "SAME_PERSON"],
    [{ accountId: "b", names: ["Kasserer", "Kari-Moe"], isLeader: false }, "SAME_PERSON"],
    [{ accountId: "b", names: ["Ola Li"], isLeader: false }, null],
  ])("%j beside Kari: %s", (signer, problem) => expect(signingProblem([one], signer)).toBe(problem));
  test("names are held against each other by letters and digits", () => {
    expect(nameKey("  Åse-Marie  Ødegård ")).toBe("åsemarieødegård");
  });
});

describe("the canonical text", () => {
  test("says the same whatever order keys come in", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "é" }], a: true })).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
  test("gives the value back, and two values that differ have two texts", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

test("ageing: days waited, and the day it goes on by itself", () => {
  expect(daysWaiting("2026-01-10", "2026-01-16")).toBe(6);
  expect(daysWaiting("2026-01-16", "2026-01-10")).toBe(0);
  expect(advancesOn("2026-01-10", 14)).toBe("2026-01-24");
  expect(advancesOn("2026-01-10", null)).toBeNull();
});
