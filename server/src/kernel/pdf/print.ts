import { PAGE_WORDS } from "../print/block.js";
import type { Paper } from "../print/block.js";
import { bytesOf, newPdf } from "./document.js";
import { artifact, look, type Pen, widthOf } from "./pen.js";
import { drawProse } from "./prose.js";
import { drawTable } from "./table.js";

const SMALL = { size: 8, muted: true };

/** What stands on every page: its mark above, its number of how many below. */
function drawEdges(pen: Pen, { mark, foot, language }: Paper): void {
  const { pdf, margin } = pen;
  const { start, count } = pdf.bufferedPageRange();
  const [page, of] = PAGE_WORDS[language];
  for (let i = 0; i < count; i += 1) {
    pdf.switchToPage(start + i);
    const edge = { lineBreak: false } as const;
    const atRight = (text: string, y: number) =>
      pdf.text(text, margin + widthOf(pen) - pdf.widthOfString(text), y, edge);
    artifact(pen, "Pagination", () => {
      look(pen, SMALL);
      const y = pdf.page.height - margin - 6;
      if (foot) pdf.text(foot, margin, y, edge);
      atRight(`${page}${i + 1}${of}${count}`, y);
      if (!mark) return;
      look(pen, { size: 10, bold: true, muted: true });
      atRight(mark, margin - 18);
    });
  }
}

/**
 * A paper as a PDF on A4, for a printer and for who has it read aloud: tagged headings, paragraphs, lists and tables, with fonts of its own.
 * The whole is held in memory: for papers of some hundred pages at most.
 */
export async function printPdf(paper: Paper): Promise<Buffer> {
  const margin = paper.landscape ? 36 : 56;
  const title = paper.mark ? `${paper.title} (${paper.mark.toLowerCase()})` : paper.title;
  const pdf = newPdf(title, paper.language, { margin, landscape: paper.landscape ?? false, held: true });
  const done = bytesOf(pdf);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const pen: Pen = { pdf, root, margin, y: margin };
  for (const block of paper.blocks) {
    if (block.kind === "table") drawTable(pen, block);
    else drawProse(pen, block);
  }
  root.end();
  drawEdges(pen, paper);
  pdf.end();
  return done;
}
