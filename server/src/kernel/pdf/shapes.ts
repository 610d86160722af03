import type { DrawnInk, DrawnShape } from "@varde/domain";
import type { PdfDocument } from "./document.js";

// ours in light: paper is white
const INKS: Record<DrawnInk, string> = {
  ink: "#10312e",
  muted: "#4a5f5c",
  hairline: "#dfe6e4",
  ground: "#ffffff",
  mark: "#0b5e55",
  field: "#e6efed",
  control: "#6c807d",
  sunk: "#f1f4f3",
  tintStrong: "#cfe1de",
};

/** Draws a shape of a picture as it is drawn on the page. */
export function drawShape(pdf: PdfDocument, shape: DrawnShape): void {
  if (shape.kind === "text") {
    pdf
      .font(shape.bold ? "bold" : "plain")
      .fontSize(shape.size)
      .fillColor(INKS[shape.ink]);
    const wide = shape.at ? pdf.widthOfString(shape.text) : 0;
    const x = shape.x - (shape.at === "end" ? wide : wide / 2);
    pdf.text(shape.text, x, shape.y, { lineBreak: false, baseline: "alphabetic" });
    return;
  }
  pdf.save().translate(shape.x, shape.y).path(shape.d).lineWidth(shape.width);
  if (shape.dash.length > 0) pdf.dash(shape.dash[0]!, { space: shape.dash[1] ?? shape.dash[0]! });
  if (shape.fill && shape.line) pdf.fillAndStroke(INKS[shape.fill], INKS[shape.line]);
  else if (shape.fill) pdf.fill(INKS[shape.fill]);
  else if (shape.line) pdf.stroke(INKS[shape.line]);
  pdf.restore();
}

/** Measures with the letters of the paper. */
export const measureIn =
  (pdf: PdfDocument) =>
  (text: string, size: number, bold: boolean): number =>
    pdf
      .font(bold ? "bold" : "plain")
      .fontSize(size)
      .widthOfString(text);
