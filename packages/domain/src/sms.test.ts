import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signsOutsideGsm7, smsInfo } from "./sms.js";

describe("length of an SMS", () => {
  test.each([
    ["nothing", "", "GSM-7", 0, 0],
    ["æøå are in the alphabet", "Hei på deg, Ærlig Øystein!", "GSM-7", 26, 1],
    ["a decomposed å is one sign", "a\u030a", "GSM-7", 1, 1],
    ["160 fits in one", "a".repeat(160), "GSM-7", 160, 1],
    ["161 is two", "a".repeat(161), "GSM-7", 161, 2],
    ["306 is two", "a".repeat(306), "GSM-7", 306, 2],
    ["307 is three", "a".repeat(307), "GSM-7", 307, 3],
    ["€ and brackets take two", "€[]", "GSM-7", 6, 1],
    ["a pair is not split", `${"a".repeat(152)}€${"a".repeat(152)}`, "GSM-7", 306, 3],
    ["70 in UCS-2", "–".repeat(70), "UCS-2", 70, 1],
    ["71 in UCS-2", "–".repeat(71), "UCS-2", 71, 2],
    ["an emoji is two units", "🎉", "UCS-2", 2, 1],
  ] as const)("%s", (_name, text, encoding, length, segments) =>
    expect(smsInfo(text)).toMatchObject({ encoding, length, segments }),
  );

  test("names the signs outside the alphabet", () => {
    expect(smsInfo("«Hei» – og «ha det» 🎉").outsideGsm7).toEqual(["«", "»", "–", "🎉"]);
  });
});

describe("signs outside GSM-7", () => {
  test("are found where they stand, with what to write instead", () => {
    const text = "«Hei» – kl. 18";
    expect(signsOutsideGsm7(text)).toEqual([
      { sign: "«", start: 0, end: 1, instead: '"' },
      { sign: "»", start: 4, end: 5, instead: '"' },
      { sign: "–", start: 6, end: 7, instead: "-" },
    ]);
  });
  test("an emoji of several parts is one, and left out", () => {
    expect(signsOutsideGsm7("a👩‍👩‍👧b")).toEqual([{ sign: "👩‍👩‍👧", start: 1, end: 9, instead: "" }]);
  });
  test("a letter in two parts is the letter", () => {
    expect(signsOutsideGsm7("a\u030a e\u0301")).toEqual([]);
    expect(signsOutsideGsm7("c\u030c")).toEqual([{ sign: "\u030c", start: 1, end: 2, instead: "" }]);
  });
  test("there are none where the text is in GSM-7", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(signsOutsideGsm7(text).length === 0).toBe(smsInfo(text).outsideGsm7.length === 0);
      }),
    );
  });
});
