import { describe, expect, test } from "vitest";
import { brandDeclarations, brandTheme, contrast, OWN_COLOUR, PROMISES } from "./brand-theme.js";

const STEPS = ["00", "33", "66", "99", "cc", "ff"];
const CUBE = STEPS.flatMap((r) => STEPS.flatMap((g) => STEPS.map((b) => `#${r}${g}${b}`)));

describe("a theme of one colour", () => {
  test("contrast is counted as WCAG counts it", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#ffffff", "#767676")).toBeCloseTo(4.54, 2);
  });

  test("is readable whatever the colour: text 4.5, controls 3, light and dark", () => {
    const broken: string[] = [];
    for (const colour of [...CUBE, OWN_COLOUR, "#e8a33d", "#8a3b6b", "#fffffe", "#010000"]) {
      const theme = brandTheme(colour);
      for (const { figure, ground, least } of PROMISES)
        for (const scheme of [0, 1] as const)
          if (contrast(theme[figure]![scheme], theme[ground]![scheme]) < least)
            broken.push(`${colour} ${figure} on ${ground} ${scheme === 0 ? "light" : "dark"}`);
    }
    expect(broken).toEqual([]);
  });

  test("keeps a colour that can be read, and darkens one that cannot", () => {
    expect(brandTheme("#8a3b6b")["action"]![0]).toBe("#8a3b6b");
    expect(brandTheme(OWN_COLOUR)["action"]![0]).toBe(OWN_COLOUR);
    expect(brandTheme("#ffe600")["action"]![0]).not.toBe("#ffe600");
  });

  test("a grey gives a grey app", () => {
    const [light] = brandTheme("#555555")["tint"]!;
    expect(new Set([light.slice(1, 3), light.slice(3, 5), light.slice(5, 7)]).size).toBe(1);
  });

  test("is declarations that a style sheet can hold, and leaves what means something alone", () => {
    const css = brandDeclarations("#b00020");
    for (const line of css.split("\n"))
      expect(line).toMatch(/^--v-[a-z0-9-]+: light-dark\(#[0-9a-f]{6}(?:00)?, #[0-9a-f]{6}\);$/);
    expect(css).not.toMatch(/--v-(?:danger|late|missed|on-time|varde|lyng)/);
  });
});
