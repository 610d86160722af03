import { expect, test } from "vitest";
import type { PdfDocument } from "./document.js";
import { breakLine } from "./lines.js";

/** A font whose letters are one point wide, and what it was asked to measure. */
function ruler(): { pdf: PdfDocument; measured: () => number } {
  let n = 0;
  const widthOfString = (text: string): number => {
    n += text.length;
    return text.length;
  };
  return { pdf: { widthOfString } as unknown as PdfDocument, measured: () => n };
}

test("a line is broken at its spaces, and a word where it must", () => {
  const { pdf } = ruler();
  expect(breakLine(pdf, "fem ord på to linjer", 10)).toEqual(["fem ord på ", "to linjer"]);
  expect(breakLine(pdf, "abcdefgh ij", 3)).toEqual(["abc", "def", "gh ", "ij"]);
  expect(breakLine(pdf, "", 3)).toEqual([""]);
});

test("a page without a space is measured about once, and not to its end for every line", () => {
  const { pdf, measured } = ruler();
  const text = "x".repeat(20_000);
  const lines = breakLine(pdf, text, 100);
  expect(lines.join("")).toBe(text);
  expect(lines).toHaveLength(200);
  expect(measured()).toBeLessThan(3 * text.length);
});
