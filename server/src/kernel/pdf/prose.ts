import type { Block } from "../print/block.js";
import { drawLines, type Element, HAIRLINE, heightOf, artifact, look, type Look, need, type Pen } from "./pen.js";
import { bottomOf, setLines, type SetLine, turnPage, widthOf } from "./pen.js";

export const BODY: Look = { size: 10 };
const QUIET: Look = { size: 9, muted: true };
const HEADINGS: Record<1 | 2 | 3, { look: Look; before: number; after: number }> = {
  1: { look: { size: 19, bold: true }, before: 0, after: 8 },
  2: { look: { size: 13, bold: true }, before: 14, after: 4 },
  3: { look: { size: 10.5, bold: true }, before: 10, after: 3 },
};
const GAP = 7;
/** Of a list: where its marks stand, and where its text at least. */
const [MARK_AT, INDENT] = [4, 18];
/** A heading has as much of what it is about under it on its page. */
const KEPT_WITH_HEADING = 60;

/** Draws lines one page after another, into one element a paragraph. */
function flow(pen: Pen, lines: readonly SetLine[], x: number, how: Look, elementOf: (paragraph: number) => Element) {
  const elements = new Map<number, Element>();
  const open = (paragraph: number) => {
    const element = elements.get(paragraph) ?? elementOf(paragraph);
    elements.set(paragraph, element);
    return { element, tag: "P" };
  };
  let rest = lines;
  while (rest.length > 0) {
    const room = Math.floor((bottomOf(pen) - pen.y) / heightOf(how));
    if (room < 1 && pen.y > pen.margin) {
      turnPage(pen);
      continue;
    }
    const now = rest.slice(0, Math.max(room, 1));
    drawLines(pen, now, x, how, open);
    pen.y += heightOf(how, now.length);
    rest = rest.slice(now.length);
  }
}

function paragraph(pen: Pen, text: string, how: Look, kept = false): void {
  const lines = setLines(pen, text, widthOf(pen), how);
  // no single line alone at the bottom
  need(pen, kept ? heightOf(how, lines.length) + GAP + LEAST_SIGNED : heightOf(how, Math.min(lines.length, 2)));
  flow(pen, lines, pen.margin, how, () => {
    const element = pen.pdf.struct("P");
    pen.root.add(element);
    return element;
  });
  pen.y += GAP;
}

function heading(pen: Pen, level: 1 | 2 | 3, text: string): void {
  const { look, before, after } = HEADINGS[level];
  const lines = setLines(pen, text, widthOf(pen), look);
  if (pen.y > pen.margin) pen.y += before;
  need(pen, heightOf(look, lines.length) + KEPT_WITH_HEADING);
  const element = pen.pdf.struct(`H${level}`);
  pen.root.add(element);
  drawLines(pen, lines, pen.margin, look, () => ({ element, tag: `H${level}` }));
  pen.y += heightOf(look, lines.length) + after;
}

function list(pen: Pen, items: readonly string[], numbered: boolean): void {
  const { pdf } = pen;
  const all = pdf.struct("L");
  pen.root.add(all);
  look(pen, BODY);
  // two digits are wider than a bullet, and three wider still
  const last = numbered ? pdf.widthOfString(`${items.length}.`) : 0;
  const indent = Math.max(INDENT, MARK_AT + last + 5);
  items.forEach((text, i) => {
    const lines = setLines(pen, text, widthOf(pen) - indent, BODY);
    need(pen, heightOf(BODY, Math.min(lines.length, 2)));
    const item = pdf.struct("LI");
    const [label, body] = [pdf.struct("Lbl"), pdf.struct("LBody")];
    all.add(item);
    item.add(label);
    item.add(body);
    const mark = [{ text: numbered ? `${i + 1}.` : "•", paragraph: 0 }];
    drawLines(pen, mark, pen.margin + MARK_AT, BODY, () => ({ element: label, tag: "Lbl" }));
    flow(pen, lines, pen.margin + indent, BODY, () => {
      const element = pdf.struct("P");
      body.add(element);
      return element;
    });
    pen.y += 2;
  });
  pen.y += GAP - 2;
}

/** Over a line to sign on: as much as there is on the page, and no less than a hand needs. */
const SIGN_ROOM = { most: 44, least: 24 };
const LEAST_SIGNED = SIGN_ROOM.least + heightOf(QUIET);

/** Lines to sign on, two beside each other. */
function signature(pen: Pen, under: readonly string[]): void {
  const { pdf } = pen;
  const width = widthOf(pen) / 2 - 12;
  for (let i = 0; i < under.length; i += 2) {
    const pair = under.slice(i, i + 2).map((text) => setLines(pen, text, width, QUIET));
    const height = heightOf(QUIET, Math.max(...pair.map(({ length }) => length)));
    need(pen, SIGN_ROOM.least + height);
    pen.y += Math.min(SIGN_ROOM.most, bottomOf(pen) - pen.y - height);
    pair.forEach((lines, side) => {
      const x = pen.margin + side * (width + 24);
      artifact(pen, "Layout", () => {
        const y = pen.y - 4;
        pdf
          .lineWidth(0.7)
          .moveTo(x, y)
          .lineTo(x + width, y)
          .stroke(HAIRLINE);
      });
      const element = pdf.struct("P");
      pen.root.add(element);
      drawLines(pen, lines, x, QUIET, () => ({ element, tag: "P" }));
    });
    pen.y += height;
  }
  pen.y += GAP;
}

function picture(pen: Pen, { bytes, width, height, alt, caption }: Extract<Block, { kind: "picture" }>): void {
  const { pdf } = pen;
  const most = (bottomOf(pen) - pen.margin) * 0.45;
  const scale = Math.min(widthOf(pen) / width, most / height, 1);
  const under = caption ? setLines(pen, caption, widthOf(pen), QUIET) : [];
  need(pen, height * scale + heightOf(QUIET, under.length) + GAP);
  const draw = () => void pdf.image(bytes, pen.margin, pen.y, { width: width * scale, height: height * scale });
  pen.root.add(pdf.struct("Figure", { alt }, draw));
  pen.y += height * scale + 4;
  if (caption) paragraph(pen, caption, QUIET);
  else pen.y += GAP;
}

/** Draws any block but a table. */
export function drawProse(pen: Pen, block: Exclude<Block, { kind: "table" }>): void {
  switch (block.kind) {
    case "heading":
      return heading(pen, block.level, block.text);
    case "paragraph":
      return paragraph(pen, block.text, block.quiet ? QUIET : BODY, block.kept);
    case "list":
      return list(pen, block.items, block.numbered ?? false);
    case "signature":
      return signature(pen, block.under);
    case "picture":
      return picture(pen, block);
  }
}
