import { linesOf } from "../print/block.js";
import type { PdfDocument } from "./document.js";
import { breakLine } from "./lines.js";

export const INK = "#10312e";
export const MUTED = "#4a5f5c";
export const HAIRLINE = "#b9c7c4";
export const TINT = "#e6efed";
/** A line's height beside its letters'. */
export const LEADING = 1.32;
/** What is left free under the text for the page's foot. */
const FOOT = 26;

export type Element = ReturnType<PdfDocument["struct"]>;
export type Look = { size: number; bold?: boolean; muted?: boolean };

/** A pen on a paper: `y` is where it stands, and `root` what its elements go into. */
export type Pen = { pdf: PdfDocument; root: Element; margin: number; y: number };

/** One line as it stands on the paper, and which paragraph of its text it is of. */
export type SetLine = { text: string; paragraph: number };

export const widthOf = ({ pdf, margin }: Pen): number => pdf.page.width - 2 * margin;
export const bottomOf = ({ pdf, margin }: Pen): number => pdf.page.height - margin - FOOT;
export const heightOf = ({ size }: Look, lines = 1): number => size * LEADING * lines;

export function turnPage(pen: Pen): void {
  pen.pdf.addPage();
  pen.y = pen.margin;
}

/** Turns the page unless `height` points are left on this one. */
export function need(pen: Pen, height: number): void {
  if (pen.y + height > bottomOf(pen) && pen.y > pen.margin) turnPage(pen);
}

export function look({ pdf }: Pen, { size, bold = false, muted = false }: Look): void {
  pdf
    .font(bold ? "bold" : "plain")
    .fontSize(size)
    .fillColor(muted ? MUTED : INK);
}

/** Draws what is no part of the text: a screen reader passes it by. */
export function artifact({ pdf }: Pen, type: "Layout" | "Pagination", draw: () => void): void {
  pdf.markContent("Artifact", { type });
  draw();
  pdf.endMarkedContent();
}

/** A text broken into the lines that it takes. */
export function setLines(pen: Pen, text: string, width: number, how: Look): SetLine[] {
  look(pen, how);
  return linesOf(text).flatMap((line, paragraph) =>
    breakLine(pen.pdf, line, width).map((part) => ({ text: part, paragraph })),
  );
}

/** Draws lines from the pen's `y` at `x` into the element that `elementOf` gives for their paragraph. The pen stays where it is. */
export function drawLines(
  pen: Pen,
  lines: readonly SetLine[],
  x: number,
  how: Look,
  elementOf: (paragraph: number) => { element: Element; tag: string },
): void {
  const { pdf } = pen;
  let at = 0;
  while (at < lines.length) {
    const { paragraph } = lines[at]!;
    const { element, tag } = elementOf(paragraph);
    element.add(pdf.markStructureContent(tag));
    look(pen, how);
    for (; at < lines.length && lines[at]!.paragraph === paragraph; at += 1) {
      const { text } = lines[at]!;
      if (text.trim() !== "") pdf.text(text, x, pen.y + heightOf(how, at), { lineBreak: false });
    }
    pdf.endMarkedContent();
  }
}
