import type { Outcome, OutcomePart } from "../../../ui";
import { outcomeSegments } from "../../../ui";

/** What a picture is drawn with. */
export type Ink =
  | "ink"
  | "muted"
  | "hairline"
  | "ground"
  | "mark"
  | "field"
  | "control"
  | "far"
  | "sunk"
  | "tintStrong";
export type Shape =
  | {
      kind: "text";
      x: number;
      y: number;
      text: string;
      size: number;
      bold?: boolean;
      ink: Ink;
      /** where (x, y) is of the text: at its beginning when left out */
      at?: "middle" | "end";
    }
  /** a path of lines from (x, y), filled, drawn, or both */
  | {
      kind: "path";
      x: number;
      y: number;
      d: string;
      fill: Ink | null;
      line: Ink | null;
      width: number;
      dash: readonly number[];
    }
  | { kind: "part"; x: number; y: number; width: number; height: number; part: OutcomePart }
  /** instead of a bar: a part is hidden (long dashes), or nothing is judged (dots) */
  | { kind: "line"; x: number; y: number; width: number; dash: readonly [number, number] };

/** A picture of its own, before it is a file: the same shapes become SVG and PNG. Measures are pixels. */
export type Picture = { width: number; height: number; title: string; description: string; shapes: Shape[] };

export type PictureLine = { name: string; outcome: Outcome; words: string };

export type PictureContent = {
  title: string;
  /** what, which period, whose */
  lead: string;
  /** over the words at the right: what is counted */
  counted: string;
  legend: Record<OutcomePart, string>;
  lines: readonly PictureLine[];
  total: PictureLine;
  /** the definition, what is hidden, the reference date */
  notes: readonly string[];
};

/** How wide a text is drawn. */
export type Measure = (text: string, size: number, bold: boolean) => number;

const WIDTH = 960;
const EDGE = 32;
const BAR = { x: 256, end: 800 };
const ROW = 30;
const GAP = 3;

function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The text, or its beginning with «…» when there is no room. */
function cut(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

function barOf(outcome: Outcome, y: number, height: number): Shape[] {
  const width = BAR.end - BAR.x;
  const segments = outcomeSegments(outcome);
  if (segments === null || segments.length === 0) {
    return [{ kind: "line", x: BAR.x, y: y + height / 2, width, dash: segments === null ? [8, 5] : [2, 4] }];
  }
  const whole = segments.reduce((sum, { count }) => sum + count, 0);
  const room = width - GAP * (segments.length - 1);
  let x = BAR.x;
  return segments.map(({ part, count }) => {
    const shape: Shape = { kind: "part", x, y, width: (room * count) / whole, height, part };
    x += shape.width + GAP;
    return shape;
  });
}

/** What every picture has around it: the answer and what it is of, what it means, and the day. */
export type Frame = { title: string; lead: string; notes: readonly string[] };

/** What is drawn between: from `y` on, so high, and the same in words. */
type Drawn = { shapes: Shape[]; height: number; said: readonly string[] };

/** A picture that stands alone. */
export function framedPicture(
  frame: Frame,
  measure: Measure,
  draw: (at: { x: number; y: number; width: number }) => Drawn,
): Picture {
  const shapes: Shape[] = [];
  let y = EDGE;
  const paragraph = (text: string, size: number, look: { bold?: boolean; ink: Ink }): void => {
    const lines = wrapped(text, WIDTH - 2 * EDGE, (part) => measure(part, size, look.bold === true));
    for (const line of lines) {
      y += size * 1.35;
      shapes.push({ kind: "text", x: EDGE, y, text: line, size, ...look });
    }
  };
  paragraph(frame.title, 26, { bold: true, ink: "ink" });
  y += 4;
  paragraph(frame.lead, 15, { ink: "muted" });
  const drawn = draw({ x: EDGE, y: y + 28, width: WIDTH - 2 * EDGE });
  shapes.push(...drawn.shapes);
  y += 28 + drawn.height + 8;
  for (const note of frame.notes) paragraph(note, 13, { ink: "muted" });
  const description = [...drawn.said, ...frame.notes].join(". ");
  const title = `${frame.title} ${frame.lead}`;
  return { width: WIDTH, height: Math.ceil(y + EDGE), title, description, shapes };
}

/** A comparison: the bars with their counts, all together first. */
export const comparisonPicture = (content: PictureContent, measure: Measure): Picture =>
  framedPicture(content, measure, (at) => bars(content, measure, at.y));

function bars(content: PictureContent, measure: Measure, from: number): Drawn {
  const shapes: Shape[] = [];
  let y = from;
  const all = [content.total, ...content.lines];
  const drawn = new Set(all.flatMap(({ outcome }) => outcomeSegments(outcome) ?? []).map(({ part }) => part));
  let x = EDGE;
  for (const part of ["onTime", "late", "missed", "joined", "takenOver"] as const) {
    if (!drawn.has(part)) continue;
    const word = content.legend[part];
    shapes.push({ kind: "part", x, y: y - 11, width: 24, height: 13, part });
    shapes.push({ kind: "text", x: x + 31, y, text: word, size: 14, ink: "ink" });
    x += 31 + measure(word, 14, false) + 22;
  }
  shapes.push({ kind: "text", x: WIDTH - EDGE, y, text: content.counted, size: 14, bold: true, ink: "ink", at: "end" });
  y += 14;
  all.forEach(({ name, outcome, words }, i) => {
    const bold = i === 0;
    const height = bold ? 24 : 16;
    const middle = y + ROW / 2;
    const shown = cut(name, BAR.x - EDGE - 12, (part) => measure(part, 15, bold));
    shapes.push({ kind: "text", x: EDGE, y: middle + 5, text: shown, size: 15, bold, ink: "ink" });
    shapes.push(...barOf(outcome, middle - height / 2, height));
    shapes.push({ kind: "text", x: WIDTH - EDGE, y: middle + 5, text: words, size: 15, bold, ink: "ink", at: "end" });
    y += ROW;
  });
  return { shapes, height: y - from, said: all.map(({ name, words }) => `${name}: ${words}`) };
}
