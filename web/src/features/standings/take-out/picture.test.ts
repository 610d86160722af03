import { expect, test } from "vitest";
import { type Colours } from "./look";
import { comparisonPicture, type PictureContent } from "./picture";
import { pictureSvg } from "./picture-svg";

const NAMES = ["ink", "muted", "hairline", "ground", "onTime", "lateGround", "lateLine", "missedGround", "missedLine"];
const COLOURS = Object.fromEntries([...NAMES, "joinedGround", "joinedLine"].map((name) => [name, "#123"])) as Colours;
const measure = (text: string, size: number): number => text.length * size * 0.5;

const CONTENT: PictureContent = {
  title: "4 av 9 ble gjort i tide.",
  lead: "Treff, høst 2026, Region øst.",
  counted: "I tide",
  legend: { onTime: "I tide", late: "Forsinket", missed: "Gikk ut", joined: "Forsinket eller gikk ut" },
  lines: [
    { name: "Asker", outcome: { onTime: 3, late: 1, missed: 0 }, words: "3 av 4" },
    { name: "<b>&\u0000", outcome: { onTime: null, late: null, missed: null, joined: null }, words: ":" },
    {
      name: "Et lag med et navn som er altfor langt til å få plass",
      outcome: { onTime: 0, late: 0, missed: 0 },
      words: "ingen ennå",
    },
    { name: "Bærum", outcome: { onTime: 1, late: null, missed: null, joined: 3 }, words: "1 av 4" },
  ],
  total: { name: "Alle", outcome: { onTime: 4, late: null, missed: null, joined: 5 }, words: "4 av 9" },
  notes: ["I tide er gjort innen fristen.", "Tall per 22. november 2026."],
};

test("the picture has the counts, true proportions, and the legend of what is drawn", () => {
  const { shapes, height } = comparisonPicture(CONTENT, measure);
  const texts = shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
  for (const { words } of CONTENT.lines) expect(texts).toContain(words);
  expect(texts).toContain("Forsinket eller gikk ut");
  expect(texts).not.toContain("Gikk ut");
  const bars = shapes.flatMap((shape) => (shape.kind === "part" && shape.width > 24 ? [shape] : []));
  const asker = bars.filter((bar) => bar.y === bars.find((one) => one.part === "late")!.y);
  expect(asker[0]!.width / asker[1]!.width).toBeCloseTo(3);
  expect(shapes.filter((shape) => shape.kind === "line").map((shape) => shape.dash)).toEqual([
    [8, 5],
    [2, 4],
  ]);
  expect(texts.find((text) => text.endsWith("…"))).toMatch(/^Et lag/);
  expect(Math.max(...shapes.map((shape) => shape.y))).toBeLessThan(height);
});

test("the file stands alone: well-formed, with title, description and hatching, and asks for nothing", () => {
  const svg = pictureSvg(comparisonPicture(CONTENT, measure), COLOURS);
  expect(svg).toContain('<title id="title">4 av 9 ble gjort i tide. Treff, høst 2026, Region øst.</title>');
  expect(svg).toContain("Asker: 3 av 4");
  expect(svg).toContain("Tall per 22. november 2026.");
  expect(svg).toContain('fill="url(#joined)"');
  expect(svg).toContain("&lt;b&gt;&amp;</text>");
  expect(svg).not.toMatch(/<b>|\p{Cc}(?<!\n)|href|<image|<script|<style|url\((?!#)/u);
});
