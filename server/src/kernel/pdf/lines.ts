import type { PdfDocument } from "./document.js";

/** Of a longer one it is not asked how wide it is whole: who writes a page without a space would have every line measured to its end. */
const MEASURED_WHOLE = 200;

/** As much of a word as goes on one line, at least one letter. */
function fitting(pdf: PdfDocument, word: string, width: number): number {
  let end = 0;
  let taken = 0;
  for (const letter of word) {
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
    while (line.trimEnd().length > MEASURED_WHOLE || pdf.widthOfString(line.trimEnd()) > width) {
      const end = fitting(pdf, line, width);
      if (end >= line.length) break;
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  return [...lines, line];
}
