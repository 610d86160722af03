import type { Tile, TileLook } from "../../../ui/TileMap";
import { framedPicture, type Frame, type Ink, type Measure, type Picture, type Shape } from "./picture";

export type TileContent = Frame & { tiles: readonly Tile[]; legend: readonly { look: TileLook; word: string }[] };

const GROUND: Record<TileLook, Ink | null> = {
  1: "ground",
  2: "sunk",
  3: "field",
  4: "tintStrong",
  few: "ground",
  none: "ground",
  empty: null,
};
const TALL = 64;

const box = (x: number, y: number, width: number, height: number, look: TileLook): Shape => ({
  kind: "path",
  x,
  y,
  d: `M0 0h${width}v${height}h${-width}Z`,
  fill: GROUND[look],
  line: look === "empty" ? "hairline" : "control",
  width: 1,
  dash: look === "none" ? [5, 3] : look === "empty" ? [1, 3] : [],
});

/** A step is as many filled dots as it is high. */
const dots = (look: TileLook, x: number, y: number): Shape[] =>
  typeof look !== "number"
    ? []
    : [1, 2, 3, 4].map((n) => ({
        kind: "path",
        x: x + (n - 2.5) * 9,
        y,
        d: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z",
        fill: n <= look ? "ink" : null,
        line: "ink",
        width: 1,
        dash: [],
      }));

/** Places as tiles of one size, as on the page: a step is read by its dots, also in black and white. */
export function tilePicture({ tiles, legend, ...frame }: TileContent, measure: Measure): Picture {
  const columns = 1 + Math.max(0, ...tiles.map(({ col }) => col));
  const rows = 1 + Math.max(0, ...tiles.map(({ row }) => row));
  return framedPicture(frame, measure, (at) => {
    const wide = Math.min(at.width / columns, 150);
    const shapes = tiles.flatMap(({ col, row, name, short, value, look }): Shape[] => {
      const [x, y] = [at.x + col * wide, at.y + row * TALL];
      const middle = x + wide / 2;
      const full = measure(name, 13, false) <= wide - 14;
      const text = { kind: "text", x: middle, at: "middle", ink: "ink" } as const;
      return [
        box(x + 3, y + 2, wide - 6, TALL - 4, look),
        { ...text, y: y + 20, text: full ? name : short, size: 13 },
        { ...text, y: y + 40, text: value, size: 15, bold: true },
        ...dots(look, middle, y + 52),
      ];
    });
    let x = at.x;
    let y = at.y + rows * TALL + 24;
    for (const { look, word } of legend) {
      const room = 50 + measure(word, 13, false) + 20;
      if (x + room > at.x + at.width) [x, y] = [at.x, y + 28];
      shapes.push(box(x, y - 14, 44, 20, look), ...dots(look, x + 22, y - 4));
      shapes.push({ kind: "text", x: x + 50, y, text: word, size: 13, ink: "muted" });
      x += room;
    }
    return { shapes, height: y - at.y + 14, said: tiles.map(({ words }) => words) };
  });
}
