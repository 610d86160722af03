/** Where things stand in a funnel plot: pure geometry, in the units of a picture as wide as its place, on a page, in a file or in print. */
import { FUNNEL_MIN, funnelLimits } from "./funnel.js";
import type { FunnelCounts } from "./funnel.js";

type Range = { low: number; high: number };
/** The limits at one size, as shares 0-1. */
export type FunnelBandAt = { n: number; expected: Range; rare: Range };
/** One unit: how many (`n`), which share (0-1), and whether it is inside, outside or far outside. */
export type FunnelPoint = {
  key: string;
  name: string;
  n: number;
  share: number;
  zone: "inside" | "outside" | "far";
  /** Name, numbers and judgement as a sentence. */
  words: string;
};
type Box = { x: number; y: number; width: number; height: number };
export type PlacedPoint = FunnelPoint & { x: number; y: number; label: (Box & { text: string }) | null };
export type FunnelTick = { at: number; value: number };
export type FunnelLayout = {
  width: number;
  height: number;
  plot: Box;
  points: PlacedPoint[];
  xTicks: FunnelTick[];
  yTicks: FunnelTick[];
  /** Outline of the inner band; the outer limits as lines. */
  expected: string;
  rare: [string, string];
  pooled: number;
};

/** No more steps along the limits than the eye can tell apart. */
const MOST_STEPS = 400;

/** The limits as lines, from ten to a little beyond the largest unit; none where nobody differs. `all` is what they are compared with. */
export function funnelBands(all: FunnelCounts, largest: number): FunnelBandAt[] {
  const last = Math.max(2 * FUNNEL_MIN, Math.ceil(largest * 1.06));
  const step = Math.ceil((last - FUNNEL_MIN) / MOST_STEPS);
  const bands: FunnelBandAt[] = [];
  for (let n = FUNNEL_MIN; n < last + step; n += step) {
    const limits = funnelLimits(all, n);
    if (limits) bands.push({ n, expected: limits.expected.shares, rare: limits.rare.shares });
  }
  return bands;
}

/** With more than this only those outside are named in the picture. */
const MOST_NAMES = 25;
/** Half of a point with its edge. */
const DOT = 7;
/** The mean width of a letter, in its height. */
const LETTER = 0.56;

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Steps of 1, 2 or 5 that give at most `most` of them. */
function stepOf(span: number, most: number): number {
  const rough = Math.max(1, span / most);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
}

function ticks(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9) * step;
  return Array.from({ length: Math.floor((to - first) / step + 1e-9) + 1 }, (_, i) => first + i * step);
}

/** Where the axis begins is said too, unless it would run into the next. */
const withFirst = (values: number[], first: number, step: number): number[] =>
  (values[0] ?? Infinity) - first >= step / 2 ? [first, ...values] : values;

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

/**
 * `bands` from the smallest to the largest size drawn; the axis of shares holds all points and the inner band, in whole tens of per
 * cent. `em` is the height of its letters. Names are moved until they cover nothing, those outside first.
 */
export function layOutFunnel(
  points: readonly FunnelPoint[],
  bands: readonly FunnelBandAt[],
  pooled: number,
  { width, em }: { width: number; em: number },
): FunnelLayout {
  const shares = [...points.map(({ share }) => share), ...bands.flatMap(({ expected: { low, high } }) => [low, high])];
  const bottom = Math.max(0, Math.floor(Math.min(...shares) * 10 - 0.2)) * 10;
  const top = Math.min(10, Math.ceil(Math.max(...shares) * 10 + 0.2)) * 10;
  const [first, last] = [bands[0]?.n ?? 0, bands.at(-1)?.n ?? 1];
  const plot: Box = { x: 3.6 * em, y: 0.75 * em, width: 0, height: Math.min(340, Math.max(210, width * 0.55)) };
  plot.width = Math.max(1, width - plot.x - 0.5 * em);
  const x = (n: number): number => plot.x + (plot.width * (n - first)) / (last - first);
  const y = (share: number): number => plot.y + (plot.height * (top - 100 * share)) / (top - bottom);
  const line = (of: (band: FunnelBandAt) => number): [number, number][] => bands.map((at) => [x(at.n), y(of(at))]);
  const xStep = stepOf(last - first, Math.min(7, plot.width / (3.5 * em)));
  const yStep = Math.max(10, stepOf(top - bottom, Math.min(5, plot.height / (2 * em))));
  return {
    width,
    height: plot.y + plot.height + 2 * em,
    plot,
    points: named(
      points.map((point) => ({ ...point, x: x(point.n), y: y(point.share) })),
      plot,
      { line: y(pooled), em },
    ),
    xTicks: withFirst(ticks(first, last, xStep), first, xStep).map((value) => ({ at: x(value), value })),
    yTicks: ticks(bottom, top, yStep).map((value) => ({ at: y(value / 100), value: value / 100 })),
    expected: `${path([...line((at) => at.expected.high), ...line((at) => at.expected.low).toReversed()])}Z`,
    rare: [path(line((at) => at.rare.high)), path(line((at) => at.rare.low))],
    pooled: y(pooled),
  };
}

type Bare = FunnelPoint & { x: number; y: number };

/** Right, left, over, under, and then further off; the first place that covers nothing, else the one that covers least. */
function named(points: readonly Bare[], plot: Box, { line, em }: { line: number; em: number }): PlacedPoint[] {
  const taken: Box[] = [{ ...plot, y: line - 1, height: 2 }];
  for (const { x, y } of points) taken.push({ x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT });
  const labels = new Map<string, Box & { text: string }>();
  const outsideFirst = points.toSorted((a, b) => Number(a.zone === "inside") - Number(b.zone === "inside"));
  for (const point of outsideFirst) {
    if (points.length > MOST_NAMES && point.zone === "inside") continue;
    const box = { width: point.name.length * LETTER * em, height: 1.1 * em };
    let best: { place: Box; covers: number } | null = null;
    for (const [dx, dy] of PLACES) {
      const place = {
        ...box,
        x: point.x + dx * (DOT + 3) + (Math.min(1, Math.max(-1, dx)) - 1) * (box.width / 2),
        y: point.y + dy * (DOT + 0.75 * em) - box.height / 2,
      };
      place.x = Math.max(plot.x + 2, Math.min(place.x, plot.x + plot.width - box.width));
      place.y = Math.max(plot.y, Math.min(place.y, plot.y + plot.height - box.height));
      const covers = taken.reduce((sum, other) => sum + overlap(place, other), 0);
      if (!best || covers < best.covers) best = { place, covers };
      if (covers === 0) break;
    }
    if (!best) continue;
    taken.push(best.place);
    labels.set(point.key, { ...best.place, text: point.name });
  }
  return points.map((point) => ({ ...point, label: labels.get(point.key) ?? null }));
}

const PLACES: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [0, -2],
  [0, 2],
  [1, -2],
  [1, 2],
  [-1, -2],
  [-1, 2],
  [0, -3],
  [0, 3],
];
