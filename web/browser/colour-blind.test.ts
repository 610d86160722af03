import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../src/ui/theme/tokens.css", import.meta.url), "utf8");

/** The tokens of the phone, and as the desk has them. */
const SIZES = { phone: [css.split("@media")[0]!], desk: [css.split("@media")[0]!, css.split("@media")[1]!] };
const SCHEMES = { light: 0, dark: 1 };
type Rgb = readonly [number, number, number];
type Look = { size: keyof typeof SIZES; scheme: keyof typeof SCHEMES };

function token(name: string, look: Look): string {
  const found = SIZES[look.size].flatMap((text) => [...text.matchAll(new RegExp(`--v-${name}: ([^;]+);`, "g"))]).at(-1);
  if (!found) throw new Error(`no token ${name}`);
  const value = found[1]!;
  const other = /^var\(--v-([\w-]+)\)$/.exec(value)?.[1];
  if (other) return token(other, look);
  const one = /^light-dark\((.+), (.+)\)$/.exec(value)?.[1 + SCHEMES[look.scheme]] ?? value;
  return /^var\(--v-([\w-]+)\)$/.test(one) ? token(one.slice(8, -1), look) : one;
}

/** Linear light, 0-1 (IEC 61966-2-1). */
function linear(name: string, look: Look): Rgb {
  const hex = token(name, look);
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`${name} is ${hex}`);
  const channel = (at: number): number => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2: relative luminance of linear light. */
const LUMINANCE: Rgb = [0.2126, 0.7152, 0.0722];

/**
 * What the three kinds of cones leave when one is missing, on linear light: Machado, Oliveira and Fernandes 2009, IEEE Transactions
 * on Visualization and Computer Graphics 15:1291-1298, at severity 1.0. Grey is luminance alone, as in a black and white print.
 */
const VISIONS: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [LUMINANCE, LUMINANCE, LUMINANCE],
};

const dot = (a: Rgb, b: Rgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const seen = (rgb: Rgb, vision: string): Rgb =>
  VISIONS[vision]!.map((row) => Math.min(1, Math.max(0, dot(row, rgb)))) as unknown as Rgb;

/** WCAG contrast of two colours as this vision has them, 1 to 21. */
function contrast(a: string, b: string, vision: string, look: Look): number {
  const [low, high] = [a, b].map((name) => dot(LUMINANCE, seen(linear(name, look), vision))).toSorted((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const LOOKS = (["phone", "desk"] as const).flatMap((size) =>
  (["light", "dark"] as const).flatMap((scheme) => Object.keys(VISIONS).map((vision) => ({ size, scheme, vision }))),
);

describe.each(LOOKS)("$vision, $scheme, $size", ({ vision, ...look }) => {
  const least = (pairs: readonly (readonly [string, string])[]): number =>
    Math.min(...pairs.map(([a, b]) => contrast(a, b, vision, look)));

  test("in the bar what is on time keeps apart from what is not, 3:1", () => {
    const rest = ["late-ground", "missed-ground", "joined-ground"] as const;
    expect(least(rest.map((ground) => ["on-time-fill", ground]))).toBeGreaterThanOrEqual(3);
  });

  test("the hatchings that tell late, missed and joined apart are seen, 3:1", () => {
    const lines = ["late", "missed", "joined"] as const;
    expect(least(lines.map((part) => [`${part}-line`, `${part}-ground`]))).toBeGreaterThanOrEqual(3);
  });

  test("each part has an edge against the card, 3:1", () => {
    const edges = ["on-time-fill", "late-edge", "missed-line", "joined-line"] as const;
    expect(least(edges.map((edge) => [edge, "surface"]))).toBeGreaterThanOrEqual(3);
  });

  test("the funnel's marks, its line and limits are seen on the field and beside it, 3:1", () => {
    const marks = ["on-time-fill", "varde-line", "muted"] as const;
    const grounds = ["surface", "tint"] as const;
    expect(least(marks.flatMap((mark) => grounds.map((ground) => [mark, ground] as const)))).toBeGreaterThanOrEqual(3);
    expect(contrast("control", "surface", vision, look)).toBeGreaterThanOrEqual(3);
  });

  test("the map's dots and numbers are read on every step, 4.5:1", () => {
    const steps = ["surface", "sunk", "tint", "tint-strong"] as const;
    expect(least(steps.map((step) => ["ink", step]))).toBeGreaterThanOrEqual(4.5);
    expect(contrast("control", "surface", vision, look)).toBeGreaterThanOrEqual(3);
  });
});

test("the simulation leaves white and grey as they are", () => {
  for (const vision of Object.keys(VISIONS)) {
    for (const level of [0, 0.2, 1])
      for (const c of seen([level, level, level], vision)) expect(c).toBeCloseTo(level, 3);
  }
});

test("protanopia takes red's light away, and what it is mistaken for is found", () => {
  // pure red is a dark olive to one without the long cones
  expect(dot(LUMINANCE, seen([1, 0, 0], "protanopia"))).toBeLessThan(dot(LUMINANCE, [1, 0, 0]));
  // a red and a green that only hue tells apart are one
  const [red, green] = [seen([0.3, 0.06, 0.02], "deuteranopia"), seen([0.1, 0.144, 0.02], "deuteranopia")];
  expect(Math.max(...red.map((c, i) => Math.abs(c - green[i]!)))).toBeLessThan(0.02);
});
