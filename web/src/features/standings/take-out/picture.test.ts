import { expect, test } from "vitest";
import { type Colours } from "./look";
import { funnelPicture } from "./funnel-picture";
import { multiplesPicture } from "./multiples-picture";
import { comparisonPicture, type PictureContent } from "./picture";
import { pictureSvg } from "./picture-svg";
import { tilePicture } from "./tile-picture";
import { weeksPicture } from "./weeks-picture";

const MORE = ["mark", "field", "control", "far", "sunk", "tintStrong"];
const NAMES = [
  ...MORE,
  "ink",
  "muted",
  "hairline",
  "ground",
  "onTime",
  "lateGround",
  "lateLine",
  "missedGround",
  "missedLine",
];
const COLOURS = Object.fromEntries(
  [...NAMES, "joinedGround", "joinedLine", "takenOverLine"].map((name) => [name, "#123"]),
) as Colours;
const measure = (text: string, size: number): number => text.length * size * 0.5;

const CONTENT: PictureContent = {
  title: "4 av 9 ble gjort i tide.",
  lead: "Treff, høst 2026, Region øst.",
  counted: "I tide",
  legend: {
    onTime: "I tide",
    late: "Forsinket",
    missed: "Gikk ut",
    joined: "Forsinket eller gikk ut",
    takenOver: "Overtatt",
  },
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

const FRAME = {
  title: "Overskrift",
  lead: "Treff, høst 2026.",
  notes: ["I tide er gjort innen fristen.", "Tall per i dag."],
};

test("a funnel holds its points, limits, axes and key, with the definition and the day", () => {
  const bands = [10, 20, 30, 40].map((n) => ({ n, expected: { low: 0.5, high: 0.9 }, rare: { low: 0.2, high: 1 } }));
  const point = (name: string, zone: "inside" | "far") => {
    const [n, share] = [20, zone === "far" ? 0.3 : 0.7];
    return { key: name, name, n, share, zone, words: `${name}: med ord.` };
  };
  const picture = funnelPicture(
    {
      ...FRAME,
      points: [point("Asker", "inside"), point("<Bærum>", "far")],
      bands,
      pooled: { share: 0.7, label: "alle samlet 70 %" },
      across: "antall",
      upwards: "andel",
      legend: { inside: "innenfor", outside: "utenfor", far: "langt utenfor", expected: "ventet", rare: "sjelden" },
      number: String,
      percent: (share) => `${100 * share} %`,
    },
    measure,
  );
  const svg = pictureSvg(picture, COLOURS);
  for (const word of ["Asker", "&lt;Bærum&gt;", "langt utenfor", "alle samlet 70 %", "Tall per i dag.", "→ antall"])
    expect(svg).toContain(`>${word}</text>`);
  expect(svg).not.toContain(">utenfor</text>");
  expect(svg).toContain("Asker: med ord.");
  expect(svg.match(/<path /g)!.length).toBeGreaterThan(8);
  expect(Math.max(...picture.shapes.map(({ y }) => y))).toBeLessThan(picture.height);
});

test("a tile map holds every tile with its number and its dots", () => {
  const tile = (name: string, col: number, look: 3 | "few" | "empty") => ({
    key: name,
    col,
    row: 0,
    name,
    short: name.slice(0, 2),
    value: look === 3 ? "70 %" : "3 av 4",
    look,
    words: `${name}: med ord.`,
  });
  const tiles = [tile("Oslo", 0, 3), tile("Akershus", 1, "few"), tile("Troms", 2, "empty")];
  const picture = tilePicture({ ...FRAME, tiles, legend: [{ look: 3, word: "under tre firedeler" }] }, measure);
  const svg = pictureSvg(picture, COLOURS);
  for (const word of ["Oslo", "70 %", "3 av 4", "under tre firedeler", "Tall per i dag."])
    expect(svg).toContain(`>${word}</text>`);
  // four for the tile, four for the key
  expect(svg.match(/a3 3 0 1 0 6 0/g)).toHaveLength(8);
  expect(svg).toContain("Akershus: med ord.");
});

test("the small pictures hold every chapter's columns, in one scale, with what is hidden as a mark", () => {
  const item = (name: string, of: readonly (number | "none" | "hidden")[]) => ({
    key: name,
    name,
    words: `${name}: med ord.`,
    columns: of.map((one, at) => ({ key: String(at), of: one })),
  });
  const items = [item("Alle", [0.5, 1, 0.25]), item("<Asker>", ["none", "hidden", 0])];
  const many = Array.from({ length: 22 }, (_, i) => item(`Lag ${i}`, [0.1 * (i % 10), "none", "hidden"]));
  const picture = multiplesPicture(
    {
      ...FRAME,
      items: [...items, ...many],
      ends: ["Vår 2025", "Høst 2026"],
      legend: [
        { look: "onTime", word: "i tide" },
        { look: "rest", word: "resten" },
        { look: "none", word: "ingenting avgjort" },
        { look: "hidden", word: "skjult" },
      ],
    },
    measure,
  );
  const svg = pictureSvg(picture, COLOURS);
  for (const word of ["Alle", "&lt;Asker&gt;", "Lag 21", "ingenting avgjort", "skjult", "← Vår 2025   Høst 2026 →"])
    expect(svg).toContain(`>${word}</text>`);
  expect(svg).toContain("Lag 21: med ord.");
  const filled = picture.shapes.flatMap((shape) =>
    shape.kind === "path" && shape.fill === "mark" ? [Number(/v([\d.]+)/.exec(shape.d)![1])] : [],
  );
  // the key is first, then half, whole and a quarter of one height
  const [, half, whole, quarter] = filled;
  expect([half! / whole!, quarter! / whole!]).toEqual([0.5, 0.25]);
  expect(picture.shapes.filter((shape) => shape.kind === "text" && shape.text === ":")).toHaveLength(24);
  for (const shape of picture.shapes) {
    expect(shape.x).toBeGreaterThanOrEqual(32);
    expect(shape.x).toBeLessThan(picture.width - 32);
    expect(shape.y).toBeLessThan(picture.height);
  }
});

test("weeks are bars in true proportions; the fullest is named, and all are told in words", () => {
  const weeks = [4, 0, 12].map((n, i) => ({ week: `2026-W0${i + 1}`, n }));
  const content = { ...FRAME, weeks, peak: weeks[2]!, weekWord: (n: string) => `uke ${n}`, number: String };
  const { shapes, description, height } = weeksPicture(content, measure);
  const bars = shapes.flatMap((shape) => (shape.kind === "path" && shape.fill !== null ? [shape] : []));
  const highs = bars.map(({ d }) => Number(/v([\d.]+)/.exec(d)![1]));
  expect(highs[1]! / highs[0]!).toBeCloseTo(3);
  expect(bars.map(({ fill }) => fill)).toEqual(["tintStrong", "mark"]);
  expect(shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []))).toContain("uke 3: 12");
  expect(description).toContain("uke 2: 0");
  expect(Math.max(...shapes.map((shape) => shape.y))).toBeLessThan(height);
});
