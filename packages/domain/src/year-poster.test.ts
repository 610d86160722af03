import { describe, expect, test } from "vitest";
import { addDays } from "./calendar.js";
import { grownPath } from "./drawing.js";
import { yearPicture, yearPoster } from "./year-poster.js";
import type { YearPosterEntry } from "./year-poster.js";

const measure = (text: string, size: number): number => text.length * size * 0.55;
const task = (i: number, on: string): YearPosterEntry => ({
  key: `t${i}`,
  kind: "TASK",
  on,
  until: addDays(on, 20),
  title: { nb: `Oppgave nummer ${i}` },
  chapters: [],
});
const content = (entries: readonly YearPosterEntry[]) =>
  ({ language: "nb", year: 2027, unit: "Asker", today: "2026-11-22", entries }) as const;
const many = (n: number) =>
  Array.from({ length: n }, (_, i) => task(i, addDays("2027-01-01", Math.floor((i * 360) / n))));

describe("a path made larger", () => {
  test("keeps the turn and the flags of its arcs", () => {
    expect(grownPath("M-5,0 a5,5 0 1,0 10,0 Z", 2)).toBe("M-10 0a10 10 0 1 0 20 0Z");
  });
});

describe("the poster", () => {
  test.each([[0], [1], [40], [400]])("of %d entries says each once, inside its sheet", (n) => {
    const entries = many(n);
    const { sheets, width, height } = yearPoster(content(entries), measure);
    const items = sheets.flatMap(({ months }) => months).flatMap((month) => month.items);
    expect(items).toHaveLength(n);
    for (const { words } of items)
      for (const { text, x, y, size } of words) {
        expect(x + measure(text, size)).toBeLessThanOrEqual(width - 30);
        expect(y).toBeLessThanOrEqual(height - 40);
      }
    expect(sheets.flatMap(({ months }) => months).filter(({ name }) => name)).toHaveLength(
      n === 0 ? 0 : Math.min(n, 12),
    );
    if (n <= 40) expect(sheets).toHaveLength(1);
  });

  test("puts nothing of the list on the wheel or on itself", () => {
    const { sheets } = yearPoster(content(many(60)), measure);
    const lines = sheets.flatMap(({ months }, i) =>
      months.flatMap(({ items }) => items.map(({ words }) => ({ sheet: i, ...words.at(-1)! }))),
    );
    for (const { sheet, x } of lines) if (sheet === 0) expect(x).toBeGreaterThan(640);
    const places = lines.map(({ sheet, x, y }) => `${sheet} ${Math.round(x)} ${Math.round(y)}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test("as a picture is told in words, and stacks its sheets", () => {
    const picture = yearPicture(content(many(300)), measure);
    expect(picture.height % 842).toBe(0);
    expect(picture.height).toBeGreaterThan(842);
    expect(picture.title).toBe("Året 2027, Asker");
    expect(picture.description).toContain("Oppgave: 1. jan. Oppgave nummer 0 (til 21.\u00a0jan.)");
  });
});
