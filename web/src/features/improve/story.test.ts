import { describe, expect, it } from "vitest";
import { takenAgain } from "./story";

const of = (...kinds: ("CHOSEN" | "NOT_CHOSEN" | "VERSION")[]) => kinds.map((kind) => ({ kind }));

describe("a point that is taken again", () => {
  it("was chosen, left out, and is chosen now", () => {
    expect(takenAgain(of("CHOSEN", "VERSION", "NOT_CHOSEN", "CHOSEN"))).toBe(true);
    expect(takenAgain(of("CHOSEN", "CHOSEN", "NOT_CHOSEN", "NOT_CHOSEN", "VERSION", "CHOSEN"))).toBe(true);
  });
  it("is not one chosen for the first time, every year, or not now", () => {
    for (const events of [
      of(),
      of("CHOSEN"),
      of("CHOSEN", "CHOSEN"),
      of("CHOSEN", "NOT_CHOSEN"),
      of("NOT_CHOSEN", "CHOSEN"),
      of("VERSION", "NOT_CHOSEN"),
    ])
      expect(takenAgain(events)).toBe(false);
  });
});
