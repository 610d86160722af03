import type { PdfDocument } from "../../../kernel/pdf/document.js";
import type { Segment } from "./report.js";

type Box = { x: number; y: number; width: number; height: number };

// the light colours of the web's tokens; each part has its own hatching, so that it reads in black and white
const LOOK = {
  onTime: { ground: "#0b5c57", line: "#0b5c57" },
  late: { ground: "#f5d6a8", line: "#9f702a" },
  missed: { ground: "#f3e8ef", line: "#8a3b6b" },
  joined: { ground: "#ffffff", line: "#76797d" },
  takenOver: { ground: "#eef1f6", line: "#4a5f86" },
} as const;
export const INK = "#06312e";
export const MUTED = "#4b5a59";
export const HAIRLINE = "#d7e3e1";
const GAP = 1.5;
const STEP = 5;

/** One part of a bar: its ground, its hatching inside it, its edge. */
export function drawSwatch(pdf: PdfDocument, part: Segment["part"], { x, y, width, height }: Box): void {
  if (width <= 0) return;
  const { ground, line } = LOOK[part];
  pdf.rect(x, y, width, height).fill(ground);
  if (part === "onTime") return;
  pdf.save().rect(x, y, width, height).clip();
  if (part === "joined") {
    for (let dx = STEP / 2; dx < width; dx += STEP) {
      for (let dy = STEP / 2; dy < height; dy += STEP) pdf.circle(x + dx, y + dy, 0.7).fill(line);
    }
  } else if (part === "takenOver") {
    // upright lines: no other part has them
    for (let dx = STEP / 2; dx < width; dx += STEP) pdf.moveTo(x + dx, y).lineTo(x + dx, y + height);
    pdf.lineWidth(0.9).stroke(line);
  } else {
    pdf.lineWidth(part === "late" ? 1.4 : 0.9);
    for (let at = -height; at < width; at += STEP) {
      const [from, to] = part === "late" ? [y + height, y] : [y, y + height];
      pdf.moveTo(x + at, from).lineTo(x + at + height, to);
      // crossed, so that the two are told apart without colour
      if (part === "missed") pdf.moveTo(x + at, to).lineTo(x + at + height, from);
    }
    pdf.stroke(line);
  }
  pdf.restore();
  pdf
    .lineWidth(0.6)
    .rect(x + 0.3, y + 0.3, Math.max(0, width - 0.6), Math.max(0, height - 0.6))
    .stroke(line);
}

/** On time, late, missed and taken over as one whole in true proportions; a dashed line where a part is hidden, a dotted where nothing is judged. */
export function drawBar(pdf: PdfDocument, segments: readonly Segment[] | null, box: Box): void {
  const { x, y, width, height } = box;
  if (segments === null || segments.length === 0) {
    const middle = y + height / 2;
    pdf
      .lineWidth(1.2)
      .moveTo(x, middle)
      .lineTo(x + width, middle)
      .dash(segments === null ? 6 : 1.5, { space: 4 })
      .stroke(LOOK.joined.line)
      .undash();
    return;
  }
  const whole = segments.reduce((sum, { count }) => sum + count, 0);
  const room = width - GAP * (segments.length - 1);
  let left = x;
  for (const { part, count } of segments) {
    const wide = (room * count) / whole;
    drawSwatch(pdf, part, { x: left, y, width: wide, height });
    left += wide + GAP;
  }
}
