import { expect, test } from "vitest";
import { layOutFunnel } from "./funnel-layout.js";
import type { FunnelBandAt, FunnelPoint } from "./funnel-layout.js";

const bands: FunnelBandAt[] = Array.from({ length: 61 }, (_, i) => ({
  n: 10 + i,
  expected: { low: 0.5 + i / 600, high: 0.95 - i / 600 },
  rare: { low: 0.3, high: 1 },
}));
const point = (key: string, n: number, share: number, zone: FunnelPoint["zone"] = "inside"): FunnelPoint => ({
  key,
  name: key,
  n,
  share,
  zone,
  words: key,
});
const points = [point("Asker", 38, 0.68), point("Drammen", 41, 0.85), point("Hamar", 27, 0.45, "outside")];

test.each([320, 340, 640])("everything stands within the picture, at %i px", (width) => {
  for (const em of [14, 28]) {
    const { plot, points: placed, xTicks, yTicks, pooled, height } = layOutFunnel(points, bands, 0.74, { width, em });
    for (const { x, y, label } of placed) {
      expect(x).toBeGreaterThanOrEqual(plot.x);
      expect(x).toBeLessThanOrEqual(plot.x + plot.width);
      expect(y).toBeGreaterThanOrEqual(plot.y);
      expect(y).toBeLessThanOrEqual(plot.y + plot.height);
      expect(label!.x + label!.width).toBeLessThanOrEqual(width);
    }
    expect(pooled).toBeGreaterThan(plot.y);
    expect(plot.y + plot.height).toBeLessThan(height);
    expect(xTicks.length).toBeGreaterThan(1);
    expect(yTicks.length).toBeGreaterThan(1);
  }
});

test("more is further right, a larger share higher up", () => {
  const [asker, drammen, hamar] = layOutFunnel(points, bands, 0.74, { width: 400, em: 14 }).points;
  expect(hamar!.x).toBeLessThan(asker!.x);
  expect(asker!.x).toBeLessThan(drammen!.x);
  expect(drammen!.y).toBeLessThan(asker!.y);
  expect(asker!.y).toBeLessThan(hamar!.y);
});

test("names of points side by side do not cover each other", () => {
  const close = ["Asker", "Oslo", "Moss", "Skien"].map((name, i) => point(name, 30 + i, 0.7));
  const boxes = layOutFunnel(close, bands, 0.74, { width: 600, em: 14 }).points.map(({ label }) => label!);
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart).toBe(true);
    }
  }
});

test("among many only those outside are named in the picture", () => {
  const many = Array.from({ length: 40 }, (_, i) => point(`Lag ${i}`, 20 + i, 0.7, i === 7 ? "far" : "inside"));
  const named = layOutFunnel(many, bands, 0.74, { width: 600, em: 14 }).points.filter(({ label }) => label);
  expect(named.map(({ key }) => key)).toEqual(["Lag 7"]);
});
