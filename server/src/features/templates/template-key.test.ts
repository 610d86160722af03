import { expect, test } from "vitest";
import { freeKey, keyFromName } from "./template-key.js";

test.each([
  ["Sommertreff", "sommertreff"],
  ["Vårmøte på Ålesund – æresgjester!", "varmote-pa-alesund-aeresgjester"],
  ["  2026: nytt år  ", "p-2026-nytt-ar"],
  ["Čáhppes guovža", "cahppes-guovza"],
  ["🙂", "p"],
  ["x".repeat(60), "x".repeat(40)],
])("%s becomes %s", (name, key) => {
  expect(keyFromName(name)).toBe(key);
  expect(keyFromName(name)).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
});

test("a taken key is numbered and never too long", () => {
  expect(freeKey("treff", new Set())).toBe("treff");
  expect(freeKey("treff", new Set(["treff", "treff-2"]))).toBe("treff-3");
  expect(freeKey("x".repeat(40), new Set(["x".repeat(40)]))).toBe(`${"x".repeat(38)}-2`);
});
