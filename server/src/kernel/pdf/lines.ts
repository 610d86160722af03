import type { PdfDocument } from "./document.js";

/** As much of a word as goes on one line, at least one letter. */
function fitting(pdf: PdfDocument, word: string, width: number): number {
  const letters = [...word];
  let end = 0;
  let taken = 0;
  for (const letter of letters) {
    taken += pdf.widthOfString(letter);
    if (taken > width && end > 0) break;
    end += letter.length;
  }
  return end;
}

/**
 * One line of text broken to `width` points in the font that is set. A line that is broken at a space keeps it, so that who reads the
 * text aloud or copies it does not join two words; a word that is wider than the line is broken where it must.
 */
export function breakLine(pdf: PdfDocument, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<= )(?! )/)) {
    if (line !== "" && pdf.widthOfString((line + word).trimEnd()) > width) {
      lines.push(line);
      line = "";
    }
    line += word;
    while (pdf.widthOfString(line.trimEnd()) > width) {
      const end = fitting(pdf, line, width);
      if (end >= line.length) break;
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  return [...lines, line];
}
