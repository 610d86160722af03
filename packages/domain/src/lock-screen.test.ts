import { describe, expect, test } from "vitest";
import { lockScreenWords, tellingWords, neutralName } from "./lock-screen.js";

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

test("a telling word is found where it stands, with what it is about", () => {
  const text = "Bli likeperson i Mental Helse";
  expect(tellingWords(text)).toEqual([
    { word: "likeperson", start: 4, end: 14, group: "PEERS" },
    { word: "Mental", start: 17, end: 23, group: "NAME" },
  ]);
});

test("a name that tells gives way to the next, and at last to the product's", () => {
  expect(neutralName("Likeperson Asker", "MHU Asker")).toBe("MHU Asker");
  expect(neutralName("Likeperson Asker", "Mental Helse")).toBe("Varde");
});
