import { describe, expect, test } from "vitest";
import { lockScreenWords, smsInfo } from "./sms.js";

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

describe("a lock screen", () => {
  test.each([
    ["Hei! Treff i MHU Asker torsdag kl. 18. Vi spiser pizza.", []],
    ["Mental Helse Ungdom", ["Mental"]],
    ["Møte med psykologen om angst", ["psykologen", "angst"]],
    ["Kurs: sjølvmordsførebygging / selvmordsforebygging", ["sjølvmordsførebygging", "selvmordsforebygging"]],
    ["Therapy, medication and anxiety", ["Therapy", "medication", "anxiety"]],
    ["barnepsykiatri", ["barnepsykiatri"]],
    ["Bli likeperson!", ["likeperson"]],
    ["ANGST angst", ["ANGST", "angst"]],
    ["BUP og DPS", ["BUP", "DPS"]],
    ["en uavhengig, fundamental og langstrakt sak på bupp", []],
    ["sosial angst og dødsangst", ["angst", "dødsangst"]],
  ])("%s", (text, words) => expect(lockScreenWords(text)).toEqual(words));
});
