import fc from "fast-check";
import { expect, test } from "vitest";
import { smsParts } from "./sms-parts.js";
import { smsInfo } from "./sms.js";

test("a short text is one message, none is none", () => {
  expect(smsParts("")).toEqual([]);
  expect(smsParts("Hei")).toEqual(["Hei"]);
  expect(smsParts("æ".repeat(160))).toHaveLength(1);
});

test("a long one is cut where the gateway cuts it, and no sign is split", () => {
  expect(smsParts("a".repeat(161)).map((part) => part.length)).toEqual([153, 8]);
  expect(smsParts("€".repeat(81)).map((part) => part.length)).toEqual([76, 5]);
  expect(smsParts("«".repeat(71)).map((part) => part.length)).toEqual([67, 4]);
  expect(smsParts("💚".repeat(36)).map((part) => [...part].length)).toEqual([33, 3]);
});

test("there are as many as are counted, and joined they are the text", () => {
  const signs = fc.constantFrom("a", "ø", "€", "{", "«", "💚", "\n", "é");
  fc.assert(
    fc.property(
      fc.array(signs, { maxLength: 400 }).map((list) => list.join("")),
      (text) => {
        const parts = smsParts(text);
        expect(parts.join("")).toBe(text.normalize("NFC"));
        expect(parts).toHaveLength(smsInfo(text).segments);
      },
    ),
  );
});
