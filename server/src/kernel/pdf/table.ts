import type { Block, PrintColumn } from "../print/block.js";
import {
  artifact,
  bottomOf,
  drawLines,
  type Element,
  HAIRLINE,
  heightOf,
  look,
  type Look,
  need,
  type Pen,
} from "./pen.js";
import { setLines, type SetLine, TINT, turnPage, widthOf } from "./pen.js";

type Table = Extract<Block, { kind: "table" }>;
type Place = { x: number; width: number };
/** A cell of the row that is drawn: its lines that are left, and its element with one for each of its paragraphs. */
type Cell = { lines: SetLine[]; element: Element; paragraphs: Map<number, Element> };

const CELL: Look = { size: 8.5 };
const HEAD: Look = { size: 8.5, bold: true };
// an option that the types of the library do not know yet
const COLUMN_HEAD = { scope: "Column" } as object;
const PAD = { x: 5, y: 4 };
/** A row higher than this part of a page is broken where the page ends, and not moved whole to the next. */
const MOVED_WHOLE = 0.5;
/** Fewer lines than this are not left at the foot of a page. */
const FEWEST_LINES = 3;

function placesOf(pen: Pen, columns: readonly PrintColumn[]): Place[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let { margin: x } = pen;
  return columns.map(({ share }) => {
    const place = { x, width: (share / shares) * widthOf(pen) };
    x += place.width;
    return place;
  });
}

const setCell = (pen: Pen, text: string, { width }: Place, how: Look) => setLines(pen, text, width - 2 * PAD.x, how);
const boxOf = (lines: number, least = 0): number => Math.max(heightOf(CELL, lines) + 2 * PAD.y, least);

/** The frame of a row, and what is behind it. */
function frame(pen: Pen, places: readonly Place[], height: number, tinted: boolean): void {
  const { pdf } = pen;
  artifact(pen, "Layout", () => {
    if (tinted) pdf.rect(pen.margin, pen.y, widthOf(pen), height).fill(TINT);
    pdf.lineWidth(0.5).strokeColor(HAIRLINE);
    for (const { x, width } of places) pdf.rect(x, pen.y, width, height).stroke();
  });
}

/** The titles: read aloud once, and drawn again on each page as what a page repeats. */
function drawHead(pen: Pen, { columns }: Table, places: readonly Place[], row: Element | null): void {
  const { pdf } = pen;
  const cells = columns.map(({ title }, i) => setCell(pen, title, places[i]!, HEAD));
  const height = boxOf(Math.max(...cells.map(({ length }) => length)));
  frame(pen, places, height, true);
  pen.y += PAD.y;
  cells.forEach((lines, i) => {
    const x = places[i]!.x + PAD.x;
    if (row) {
      const element = pdf.struct("TH", COLUMN_HEAD);
      row.add(element);
      return drawLines(pen, lines, x, HEAD, () => ({ element, tag: "TH" }));
    }
    artifact(pen, "Pagination", () => {
      // the frame has left its own colour in the pen
      look(pen, HEAD);
      lines.forEach(({ text }, at) => pdf.text(text, x, pen.y + heightOf(HEAD, at), { lineBreak: false }));
    });
  });
  pen.y += height - PAD.y;
}

function drawCell(pen: Pen, cell: Cell, place: Place, lines: readonly SetLine[]): void {
  drawLines(pen, lines, place.x + PAD.x, CELL, (paragraph) => {
    const element = cell.paragraphs.get(paragraph) ?? pen.pdf.struct("P");
    if (!cell.paragraphs.has(paragraph)) {
      cell.paragraphs.set(paragraph, element);
      cell.element.add(element);
    }
    return { element, tag: "P" };
  });
}

function drawRow(pen: Pen, table: Table, places: readonly Place[], cells: readonly Cell[]): void {
  const left = () => Math.max(1, ...cells.map(({ lines }) => lines.length));
  const next = () => {
    turnPage(pen);
    drawHead(pen, table, places, null);
  };
  const room = () => Math.floor((bottomOf(pen) - pen.y - 2 * PAD.y) / heightOf(CELL));
  const tall = boxOf(left()) > (bottomOf(pen) - pen.margin) * MOVED_WHOLE;
  const narrow = pen.y + boxOf(0, table.rowHeight) > bottomOf(pen);
  if (narrow || (room() < left() && (!tall || room() < FEWEST_LINES))) next();
  for (;;) {
    const taken = Math.min(left(), Math.max(room(), 1));
    const height = boxOf(taken, table.rowHeight);
    frame(pen, places, height, false);
    pen.y += PAD.y;
    cells.forEach((cell, i) => drawCell(pen, cell, places[i]!, cell.lines.splice(0, taken)));
    pen.y += height - PAD.y;
    if (cells.every(({ lines }) => lines.length === 0)) return;
    next();
  }
}

/** Draws a table: every word of it, a row that is higher than what is left of the page included. */
export function drawTable(pen: Pen, table: Table): void {
  const { pdf } = pen;
  const places = placesOf(pen, table.columns);
  const root = pdf.struct("Table", table.summary ? { alt: table.summary } : {});
  pen.root.add(root);
  const part = (tag: string, into: Element): Element => {
    const element = pdf.struct(tag);
    into.add(element);
    return element;
  };
  need(pen, boxOf(2) + boxOf(FEWEST_LINES));
  drawHead(pen, table, places, part("TR", part("THead", root)));
  const body = part("TBody", root);
  for (const texts of table.rows) {
    const row = part("TR", body);
    const cells = places.map((place, i) => ({
      lines: setCell(pen, texts[i] ?? "", place, CELL),
      element: part("TD", row),
      paragraphs: new Map<number, Element>(),
    }));
    drawRow(pen, table, places, cells);
    row.end();
  }
  root.end();
  pen.y += 12;
}
