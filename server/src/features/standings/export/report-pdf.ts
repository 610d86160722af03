import { setImmediate } from "node:timers/promises";
import { say } from "../../../kernel/errors/say.js";
import { newPdf } from "../../../kernel/pdf/document.js";
import type { PdfDocument } from "../../../kernel/pdf/document.js";
import { REPORT_TEXTS } from "./export.texts.js";
import { drawBar, drawSwatch, HAIRLINE, INK, MUTED } from "./report-bars.js";
import type { ReportFunnel } from "./report-funnel.js";
import { drawFunnel, funnelHeight } from "./report-funnel-pdf.js";
import type { Report, ReportLine, ReportPart } from "./report.js";

const MARGIN = 48;
const FOOT = 24;
const NAME_WIDTH = 160;
const COUNT_WIDTH = 72;
const CELL_GAP = 8;
/** Rows drawn before others get their turn. */
const ROWS_A_TURN = 50;

type Element = ReturnType<PdfDocument["struct"]>;

/** A pen on the report: where it is, and the element of the tagged tree that it writes into. */
type Pen = { pdf: PdfDocument; root: Element; report: Report; page: number };

const bottomOf = ({ pdf }: Pen): number => pdf.page.height - MARGIN - FOOT;
const widthOf = ({ pdf }: Pen): number => pdf.page.width - 2 * MARGIN;

/** What is the same on every page is no part of what is read aloud. */
function drawFoot(pen: Pen): void {
  const { pdf, report } = pen;
  const text = `${report.title}  ·  ${report.made}  ·  ${say(report.language, REPORT_TEXTS.page)} ${pen.page}`;
  const { x, y } = pdf;
  pdf.markContent("Artifact", { type: "Pagination" });
  pdf
    .font("plain")
    .fontSize(8)
    .fillColor(MUTED)
    .text(text, MARGIN, pdf.page.height - MARGIN - 10, { width: widthOf(pen), lineBreak: false });
  pdf.endMarkedContent();
  pdf.x = x;
  pdf.y = y;
}

function turnPage(pen: Pen): void {
  pen.pdf.addPage();
  pen.page += 1;
  drawFoot(pen);
  pen.pdf.x = MARGIN;
  pen.pdf.y = MARGIN;
}

function paragraph(pen: Pen, tag: string, text: string, size: number, look: { bold?: boolean; muted?: boolean } = {}) {
  const { pdf } = pen;
  pdf.font(look.bold ? "bold" : "plain").fontSize(size);
  const width = widthOf(pen);
  if (pdf.y + pdf.heightOfString(text, { width }) > bottomOf(pen)) turnPage(pen);
  const draw = () =>
    void pdf
      .font(look.bold ? "bold" : "plain")
      .fontSize(size)
      .fillColor(look.muted ? MUTED : INK)
      .text(text, MARGIN, pdf.y, { width });
  pen.root.add(pdf.struct(tag, {}, draw));
}

function columnsOf(pen: Pen, part: ReportPart): { x: number; width: number }[] {
  const counts = part.head.length - 2;
  const bar = widthOf(pen) - NAME_WIDTH - counts * COUNT_WIDTH;
  let x = MARGIN;
  return [NAME_WIDTH, bar, ...Array.from({ length: counts }, () => COUNT_WIDTH)].map((width) => {
    const column = { x, width: width - CELL_GAP };
    x += width;
    return column;
  });
}

function artifact({ pdf }: Pen, draw: () => void): void {
  pdf.markContent("Artifact", { type: "Layout" });
  draw();
  pdf.endMarkedContent();
}

function drawRow(pen: Pen, table: Element, part: ReportPart, line: ReportLine | null, bold: boolean): void {
  const { pdf } = pen;
  const columns = columnsOf(pen, part);
  const texts = line ? [line.name, "", ...line.cells] : part.head;
  pdf.font(bold ? "bold" : "plain").fontSize(line ? 9.5 : 8.5);
  const height = Math.max(...texts.map((text, i) => pdf.heightOfString(text, { width: columns[i]!.width })));
  const y = pdf.y;
  const row = pdf.struct("TR");
  table.add(row);
  texts.forEach((text, i) => {
    const { x, width } = columns[i]!;
    const tag = line === null || i === 0 ? "TH" : "TD";
    const cell = pdf.struct(tag, {}, () => {
      if (line && i === 1) drawBar(pdf, line.segments, { x, y: y + 1, width, height: Math.min(height, 12) - 1 });
      else pdf.fillColor(INK).text(text, x, y, { width, align: i > 1 ? "right" : "left" });
    });
    row.add(cell);
  });
  row.end();
  const under = y + height + 4;
  artifact(pen, () =>
    pdf
      .lineWidth(0.5)
      .moveTo(MARGIN, under)
      .lineTo(MARGIN + widthOf(pen), under)
      .stroke(HAIRLINE),
  );
  pdf.y = under + 4;
}

async function drawTable(pen: Pen, part: ReportPart): Promise<void> {
  const { pdf } = pen;
  const table = pdf.struct("Table");
  pen.root.add(table);
  drawRow(pen, table, part, null, true);
  const lines = [...part.lines, part.total];
  for (const [i, line] of lines.entries()) {
    if (pdf.y + 30 > bottomOf(pen)) {
      turnPage(pen);
      drawRow(pen, table, part, null, true);
    }
    drawRow(pen, table, part, line, line === part.total);
    if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await setImmediate();
  }
  table.end();
}

function drawWhole(pen: Pen, part: ReportPart): void {
  const { pdf } = pen;
  const y = pdf.y + 4;
  const box = { x: MARGIN, y, width: widthOf(pen), height: 24 };
  const alt = `${part.name}: ${part.sentence}`;
  pen.root.add(pdf.struct("Figure", { alt }, () => drawBar(pdf, part.total.segments, box)));
  pdf.y = y + 32;
  if (part.legend.length === 0) return;
  const at = pdf.y;
  let x = MARGIN;
  pdf.font("plain").fontSize(8.5);
  pen.root.add(
    pdf.struct("P", {}, () => {
      for (const { part: of, word } of part.legend) {
        drawSwatch(pdf, of, { x, y: at, width: 20, height: 9 });
        pdf.fillColor(INK).text(word, x + 25, at, { lineBreak: false });
        x += 25 + pdf.widthOfString(word) + 18;
      }
    }),
  );
  pdf.x = MARGIN;
  pdf.y = at + 20;
}

/** Two definitions beside each other, so that a region's page is one page. */
function drawDefinitions(pen: Pen, pair: readonly (readonly [string, string])[]): void {
  const { pdf } = pen;
  const width = widthOf(pen) / 2 - CELL_GAP;
  const texts = pair.map(([word, meaning]) => (word === ":" ? `${word} ${meaning}` : `${word}: ${meaning}`));
  pdf.font("plain").fontSize(8);
  const height = Math.max(...texts.map((text) => pdf.heightOfString(text, { width })));
  if (pdf.y + height > bottomOf(pen)) turnPage(pen);
  const y = pdf.y;
  texts.forEach((text, i) => {
    const x = MARGIN + i * (widthOf(pen) / 2);
    const draw = () => void pdf.font("plain").fontSize(8).fillColor(MUTED).text(text, x, y, { width });
    pen.root.add(pdf.struct("P", {}, draw));
  });
  pdf.x = MARGIN;
  pdf.y = y + height + 2;
}

/** Narrower than the page, so that a page has room for it and what it means. */
const FUNNEL_WIDTH = 460;

/** The picture, its key and what it says stand on one page. */
function drawFunnelOf(pen: Pen, part: ReportPart, funnel: ReportFunnel): void {
  const { pdf } = pen;
  const width = Math.min(FUNNEL_WIDTH, widthOf(pen));
  const tall = funnelHeight(funnel, width);
  pdf.moveDown(0.8);
  if (pdf.y + tall + 60 > bottomOf(pen)) turnPage(pen);
  paragraph(pen, part.section === null ? "H3" : "H4", funnel.title, 10, { bold: true });
  pdf.moveDown(0.2);
  paragraph(pen, "P", funnel.about, 9);
  const y = pdf.y + 6;
  const alt = `${part.name}: ${funnel.alt}`;
  pen.root.add(pdf.struct("Figure", { alt }, () => drawFunnel(pdf, funnel, { x: MARGIN, y, width })));
  pdf.x = MARGIN;
  pdf.y = y + tall + 4;
  for (const note of funnel.notes) paragraph(pen, "P", note, 9);
}

async function drawPart(pen: Pen, part: ReportPart, isFirst: boolean): Promise<void> {
  const { pdf, report } = pen;
  const [own, under] = part.section === null ? ["H2", "H3"] : ["H3", "H4"];
  if (part.section !== null && isFirst) {
    paragraph(pen, "H2", part.section, 17, { bold: true });
    pdf.moveDown(0.4);
  }
  paragraph(pen, own, part.name, 15, { bold: true });
  pdf.moveDown(0.2);
  paragraph(pen, "P", part.sentence, 12);
  pdf.moveDown(0.2);
  paragraph(pen, "P", part.lead, 9, { muted: true });
  if (part.lines.length === 0) {
    pdf.moveDown(0.5);
    return paragraph(pen, "P", say(report.language, REPORT_TEXTS.noChapters), 10);
  }
  drawWhole(pen, part);
  await drawTable(pen, part);
  if (part.funnel) drawFunnelOf(pen, part, part.funnel);
  pdf.moveDown(0.6);
  paragraph(pen, under, say(report.language, REPORT_TEXTS.how), 10, { bold: true });
  pdf.moveDown(0.2);
  for (let i = 0; i < part.definitions.length; i += 2) drawDefinitions(pen, part.definitions.slice(i, i + 2));
}

/** Draws the report, a template a page or more, on A4. The document is a stream: read it while it is drawn. */
export function drawReport(report: Report): { pdf: PdfDocument; drawn: Promise<void> } {
  const pdf = newPdf(report.title, report.language, { margin: MARGIN, landscape: true });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const pen: Pen = { pdf, root, report, page: 1 };
  const draw = async (): Promise<void> => {
    // the first page is there already
    drawFoot(pen);
    pdf.x = MARGIN;
    pdf.y = MARGIN;
    paragraph(pen, "H1", report.title, 20, { bold: true });
    pdf.moveDown(0.4);
    if (report.empty) paragraph(pen, "P", report.empty, 11);
    let before: ReportPart | null = null;
    for await (const part of report.parts) {
      if (before) turnPage(pen);
      await drawPart(pen, part, before?.section !== part.section);
      before = part;
      await setImmediate();
    }
    root.end();
    pdf.end();
  };
  return { pdf, drawn: draw() };
}
