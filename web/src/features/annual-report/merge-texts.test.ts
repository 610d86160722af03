import { describe, expect, test } from "vitest";
import { clashesOf, mergeTexts, movedCaret, settled } from "./merge-texts";

const BASE = "Vi holdt tre treff. Mange kom. Takk til alle.";

describe("two texts", () => {
  test("written in different places are one, with both", () => {
    const pieces = mergeTexts(BASE, "Vi holdt fire treff. Mange kom. Takk til alle.", `${BASE} Vel møtt.`);
    expect(clashesOf(pieces)).toEqual([]);
    expect(settled(pieces)).toBe("Vi holdt fire treff. Mange kom. Takk til alle. Vel møtt.");
  });

  test("changed in neighbouring words lose nothing of either", () => {
    const pieces = mergeTexts("a b c d e", "a B c d e", "a b c D e");
    expect(settled(pieces)).toBe("a B c D e");
  });

  test("where both changed the same words are both shown, and one chooses", () => {
    const pieces = mergeTexts(BASE, BASE.replace("tre", "fire"), BASE.replace("tre", "fem"));
    expect(clashesOf(pieces)).toEqual([{ kind: "clash", mine: "fire", theirs: "fem" }]);
    expect(settled(pieces)).toBe(BASE.replace("tre", "fire"));
    expect(settled(pieces, ["theirs"])).toBe(BASE.replace("tre", "fem"));
    expect(settled(pieces, ["both"])).toBe(BASE.replace("tre", "fem fire"));
  });

  test("of which one is as it was, or both the same, are no question", () => {
    expect(settled(mergeTexts(BASE, BASE, "Ny."))).toBe("Ny.");
    expect(settled(mergeTexts(BASE, "Ny.", BASE))).toBe("Ny.");
    expect(settled(mergeTexts(BASE, "Ny.", "Ny."))).toBe("Ny.");
    expect(settled(mergeTexts("", "Hei.", ""))).toBe("Hei.");
  });

  test("written where nothing stood both stay, and nobody has to choose", () => {
    expect(settled(mergeTexts("", "Min tekst.", "Din tekst."))).toBe("Din tekst.\n\nMin tekst.");
    expect(settled(mergeTexts("- a", "- a\n- min", "- a\n- din"))).toBe("- a\n- din\n- min");
    expect(settled(mergeTexts("En.", "En. Min.", "En. Din."))).toBe("En. Din. Min.");
  });

  test("keep line breaks and lists", () => {
    const base = "- en\n- to\n- tre";
    expect(settled(mergeTexts(base, "- en\n- TO\n- tre", "- null\n- en\n- to\n- tre"))).toBe(
      "- null\n- en\n- TO\n- tre",
    );
  });

  test("are never shorter than what was written, however they were written", () => {
    // every word of either that is not in the base is in what comes of it, or in a clash
    let seed = 7;
    const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
    for (let round = 0; round < 300; round++) {
      const base = Array.from({ length: random(12) }, (_, i) => `b${i}`);
      const written = (who: string) => {
        const words = [...base];
        for (let i = 0; i < 1 + random(3); i++)
          words.splice(random(words.length + 1), random(2), `${who}${round}x${i}`);
        return words;
      };
      const [mine, theirs] = [written("m"), written("t")];
      const pieces = mergeTexts(base.join(" "), mine.join(" "), theirs.join(" "));
      const both = settled(
        pieces,
        clashesOf(pieces).map(() => "both"),
      );
      for (const word of [...mine, ...theirs]) if (!base.includes(word)) expect(both.split(/\s+/)).toContain(word);
    }
  });

  test("that are long are put together at once", () => {
    const long = Array.from({ length: 3000 }, (_, i) => `ord${i % 40}${i % 12 === 11 ? "." : ""}`).join(" ");
    const start = performance.now();
    expect(settled(mergeTexts(long, `Ny ${long}`, `${long} slutt`))).toBe(`Ny ${long} slutt`);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

test("the caret stays at its word", () => {
  expect(movedCaret("Hei der", "Hei på deg der", 3)).toBe(3);
  expect(movedCaret("Hei der", "Hei på deg der", 7)).toBe(14);
  expect(movedCaret("abc", "", 2)).toBe(0);
  expect(movedCaret("abc", "abc", 2)).toBe(2);
});
