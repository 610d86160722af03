import type { Multiple } from "../../../ui/SmallMultiples";
import { framedPicture, type Frame, type Measure, type Picture, type Shape } from "./picture";

export type MultiplesContent = Frame & {
  items: readonly Multiple[];
  /** the periods of the first and the last column of each */
  ends: readonly [string, string];
  legend: readonly { look: "onTime" | "rest" | "none" | "hidden"; word: string }[];
};

const HIGH = 56;
const [WIDE, GAP] = [15, 4];
/** Room under each for its name, and between the rows. */
const FOOT = 40;
const SIZE = 13;

/** A column as on the page: its frame with what is on time filled, a line where nothing is settled, `:` where it is hidden. */
function column(of: Multiple["columns"][number]["of"], x: number, y: number): Shape[] {
  if (of === "hidden")
    return [
      { kind: "text", x: x + WIDE / 2, y: y + HIGH - 4, text: ":", size: 18, bold: true, ink: "ink", at: "middle" },
    ];
  const path = { kind: "path", x, dash: [] } as const;
  if (of === "none")
    return [{ ...path, y: y + HIGH, d: `M0 0h${WIDE}`, fill: null, line: "control", width: 2, dash: [2, 3] }];
  const filled = Math.max(0, Math.min(1, of)) * HIGH;
  const frame: Shape = { ...path, y, d: `M0 0h${WIDE}v${HIGH}h${-WIDE}Z`, fill: "ground", line: "control", width: 1 };
  if (filled === 0) return [frame];
  const bar: Shape = {
    ...path,
    y: y + HIGH - filled,
    d: `M0 0h${WIDE}v${filled}h${-WIDE}Z`,
    fill: "mark",
    line: null,
    width: 0,
  };
  return [frame, bar];
}

/** The small pictures of one scale, with the first and the last period under them. */
export function multiplesPicture({ items, ends, legend, ...frame }: MultiplesContent, measure: Measure): Picture {
  return framedPicture(frame, measure, (at) => {
    const shapes: Shape[] = [];
    let x = at.x;
    for (const { look, word } of legend) {
      const small = column(look === "onTime" ? 1 : look === "rest" ? 0 : look, 0, 0);
      const key: Shape[] =
        look === "onTime" || look === "rest"
          ? [{ ...(small.at(-1) as Shape & { kind: "path" }), d: `M0 0h${WIDE}v14h${-WIDE}Z`, x, y: at.y - 12 }]
          : small.map((shape) => ({ ...shape, x: shape.x + x, y: look === "hidden" ? at.y : at.y - 2 }));
      shapes.push(...key, { kind: "text", x: x + WIDE + 7, y: at.y, text: word, size: SIZE, ink: "ink" });
      x += WIDE + 7 + measure(word, SIZE, false) + 22;
    }
    const periods = Math.max(1, ...items.map(({ columns }) => columns.length));
    const names = Math.max(...items.map(({ name }) => measure(name, SIZE, false)), 0);
    const each = Math.min(at.width, Math.max(periods * (WIDE + GAP), names) + 26);
    const across = Math.max(1, Math.floor(at.width / each));
    const top = at.y + 24;
    items.forEach(({ name, columns }, i) => {
      const left = at.x + (i % across) * each;
      const y = top + Math.floor(i / across) * (HIGH + FOOT);
      columns.forEach(({ of }, n) => shapes.push(...column(of, left + n * (WIDE + GAP), y)));
      shapes.push({ kind: "text", x: left, y: y + HIGH + 18, text: name, size: SIZE, bold: i === 0, ink: "ink" });
    });
    const between = ends[0] === ends[1] ? ends[0] : `← ${ends[0]}   ${ends[1]} →`;
    const rows = Math.ceil(items.length / across);
    const y = top + rows * (HIGH + FOOT) + 4;
    shapes.push({ kind: "text", x: at.x, y, text: between, size: SIZE, ink: "muted" });
    return { shapes, height: y - at.y + 10, said: items.map(({ words }) => words) };
  });
}
