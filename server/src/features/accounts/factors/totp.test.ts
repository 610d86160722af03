import fc from "fast-check";
import { expect, test } from "vitest";
import { base32, codeOf, fromBase32, matchingStep, otpauthUri, stepAt } from "./totp.js";

const RFC = Buffer.from("12345678901234567890");

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("the code at %d seconds is that of RFC 6238, appendix B", (seconds, code) => {
  expect(codeOf(RFC, stepAt(seconds * 1000))).toBe(code);
});

test("a key is the same after a code app has read it", () => {
  expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
      expect(fromBase32(base32(Buffer.from(bytes))).equals(Buffer.from(bytes))).toBe(true);
    }),
  );
});

test("a code holds for its half minute and one on either side, and no longer", () => {
  const now = 1_800_000_000_000;
  const held = [-2, -1, 0, 1, 2].map((off) => matchingStep(RFC, codeOf(RFC, stepAt(now) + off), now));
  expect(held).toEqual([null, stepAt(now) - 1, stepAt(now), stepAt(now) + 1, null]);
});

test("what is no code is none, whatever it is", () => {
  for (const text of ["", "12345", "1234567", "abcdef", "１２３４５６", "-12345", "12345٦"])
    expect(matchingStep(RFC, text, 59_000)).toBeNull();
  expect(matchingStep(RFC, "287 082", 59_000)).toBe(1);
});

test("the picture names Varde and who it is for, and nothing escapes from the name", () => {
  const uri = new URL(otpauthUri("ABC", "a&secret=x/?#"));
  expect(uri.searchParams.getAll("secret")).toEqual(["ABC"]);
  expect(uri.hash).toBe("");
});
