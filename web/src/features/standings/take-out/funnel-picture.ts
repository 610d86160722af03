import { layOutFunnel, type FunnelBandAt, type FunnelPoint } from "@varde/domain";
import { framedPicture, type Frame, type Ink, type Measure, type Picture, type Shape } from "./picture";

export type FunnelContent = Frame & {
  points: readonly FunnelPoint[];
  bands: readonly FunnelBandAt[];
  pooled: { share: number; label: string };
  across: string;
  upwards: string;
  legend: Record<FunnelPoint["zone"] | "expected" | "rare", string>;
  number: (n: number) => string;
  percent: (share: number) => string;
};

const EM = 14;

/** ● inside, ◇ outside, ◆ far outside, as on the page. */
function mark(zone: FunnelPoint["zone"], x: number, y: number): Shape {
  const path = { kind: "path", x, y, dash: [] } as const;
  if (zone === "inside") {
    const d = "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z";
    return { ...path, d, fill: "mark", line: "ground", width: 1.5 };
  }
  const d = "M0 -7.5L7.5 0L0 7.5L-7.5 0Z";
  return { ...path, d, fill: zone === "far" ? "far" : "ground", line: "far", width: 2.5 };
}

/** The funnel with its limits, axes and key, as it stands on the page. */
export function funnelPicture(content: FunnelContent, measure: Measure): Picture {
  const { points, bands, pooled, legend } = content;
  return framedPicture(content, measure, (at) => {
    const layout = layOutFunnel(points, bands, pooled.share, { width: at.width, em: EM });
    const { plot } = layout;
    const top = at.y + 10;
    const line = (d: string, ink: Ink, width: number, dash: readonly number[] = []): Shape => ({
      kind: "path",
      x: at.x,
      y: top,
      d,
      fill: null,
      line: ink,
      width,
      dash,
    });
    const word = (text: string, x: number, y: number, where?: "middle" | "end", ink: Ink = "muted"): Shape => ({
      kind: "text",
      x: at.x + x,
      y: top + y,
      text,
      size: EM,
      ink,
      ...(where && { at: where }),
    });
    const across = (y: number): string => `M${plot.x} ${y}h${plot.width}`;
    // the lines run out under the axis: what is beyond it is covered
    const under = `M${plot.x - 2} ${plot.y + plot.height}h${plot.width + 4}v${2 * EM}h${-plot.width - 4}Z`;
    const shapes: Shape[] = [
      { kind: "text", x: at.x, y: at.y, text: `↑ ${content.upwards}`, size: EM, ink: "muted" },
      { ...line(layout.expected, "control", 1), fill: "field" } as Shape,
      ...layout.yTicks.map(({ at: y }) => line(across(y), "hairline", 1)),
      ...layout.rare.map((d) => line(clipped(d, plot), "muted", 1.25, [5, 4])),
      line(across(layout.pooled), "mark", 2),
      { ...line(under, "ground", 0), fill: "ground", line: null } as Shape,
      ...layout.yTicks.map(({ at: y, value }) => word(content.percent(value), plot.x - 7, y + 5, "end")),
      ...layout.xTicks.map(({ at: x, value }) => word(content.number(value), x, plot.y + plot.height + 18, "middle")),
      ...layout.points.map(({ zone, x, y }) => mark(zone, at.x + x, top + y)),
      ...layout.points.flatMap(({ label }) =>
        label ? [word(label.text, label.x, label.y + label.height * 0.78, undefined, "ink")] : [],
      ),
    ];
    let x = 0;
    const y = layout.height + 14;
    const entry = (wide: number, text: string, drawn: Shape[]): void => {
      shapes.push(...drawn, word(text, x + wide + 6, y + 5));
      x += wide + 6 + measure(text, EM, false) + 20;
    };
    for (const zone of ["inside", "outside", "far"] as const) {
      if (points.some((point) => point.zone === zone)) {
        entry(14, legend[zone], [mark(zone, at.x + x + 7, top + y)]);
      }
    }
    entry(28, legend.expected, [{ ...line(`M${x} ${y - 7}h28v14h-28Z`, "control", 1), fill: "field" } as Shape]);
    entry(28, legend.rare, [line(`M${x} ${y}h28`, "muted", 1.25, [5, 4])]);
    entry(28, pooled.label, [line(`M${x} ${y}h28`, "mark", 2)]);
    shapes.push(word(`→ ${content.across}`, plot.x + plot.width, plot.y + plot.height + 36, "end"));
    return { shapes, height: 10 + y + 26, said: points.map(({ words }) => words) };
  });
}

/** The part of a line of the limits that lies on the plot. */
function clipped(d: string, { y, height }: { y: number; height: number }): string {
  const points = [...d.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, px, py]) => [Number(px), Number(py)] as const);
  let pen = false;
  return points
    .map(([px, py]) => {
      const inside = py >= y - 0.5 && py <= y + height + 0.5;
      const step = inside ? `${pen ? "L" : "M"}${px} ${py}` : "";
      pen = inside;
      return step;
    })
    .join("");
}
