import type { FunnelPoint } from "@varde/domain";
import type { PdfDocument } from "../../../kernel/pdf/document.js";
import { HAIRLINE, INK, MUTED } from "./report-bars.js";
import { placedFunnel } from "./report-funnel.js";
import type { ReportFunnel } from "./report-funnel.js";

// the light colours of the web's tokens
const FIELD = "#e0ebea";
const CONTROL = "#45837f";
const MARK = "#0b5c57";
const FAR = "#9f702a";
const SURFACE = "#ffffff";
const EM = 8.5;
/** Above it the words of the upward axis, under it those of the other and the key. */
const OVER = 12;
const UNDER = 16;

/** ● inside, ◇ outside, ◆ far outside, as on the page. */
function drawMark(pdf: PdfDocument, zone: FunnelPoint["zone"], x: number, y: number): void {
  if (zone === "inside") {
    pdf.lineWidth(0.8).circle(x, y, 3).fillAndStroke(MARK, SURFACE);
    return;
  }
  const r = 4.2;
  pdf
    .lineWidth(1.3)
    .polygon([x, y - r], [x + r, y], [x, y + r], [x - r, y])
    .fillAndStroke(zone === "far" ? FAR : SURFACE, FAR);
}

/** How much of the page it takes. */
export const funnelHeight = (funnel: ReportFunnel, width: number): number =>
  OVER + placedFunnel(funnel, { width, em: EM }).height + UNDER;

/** The picture with its axes and its key, from (x, y) and so wide; everything in it is drawn, nothing is an image. */
export function drawFunnel(pdf: PdfDocument, funnel: ReportFunnel, at: { x: number; y: number; width: number }): void {
  const { width } = at;
  const layout = placedFunnel(funnel, { width, em: EM });
  const { plot } = layout;
  const word = (text: string, x: number, y: number, align: "left" | "center" | "right", color = MUTED): void => {
    const wide = pdf.widthOfString(text);
    const left = align === "left" ? x : align === "right" ? x - wide : x - wide / 2;
    pdf.fillColor(color).text(text, left, y - EM * 0.6, { lineBreak: false });
  };
  pdf.font("plain").fontSize(EM);
  word(`↑ ${funnel.axes.upwards}`, at.x, at.y + 4, "left");
  pdf.save().translate(at.x, at.y + OVER);
  pdf.save().rect(plot.x, plot.y, plot.width, plot.height).clip();
  pdf.path(layout.expected).fill(FIELD);
  pdf.lineWidth(0.5);
  for (const { at: y } of layout.yTicks)
    pdf
      .moveTo(plot.x, y)
      .lineTo(plot.x + plot.width, y)
      .stroke(HAIRLINE);
  pdf.lineWidth(0.7).path(layout.expected).stroke(CONTROL);
  for (const line of layout.rare) pdf.lineWidth(0.8).path(line).dash(4, { space: 3 }).stroke(MUTED).undash();
  pdf
    .lineWidth(1.2)
    .moveTo(plot.x, layout.pooled)
    .lineTo(plot.x + plot.width, layout.pooled)
    .stroke(MARK);
  pdf.restore();
  for (const { at: y, value } of layout.yTicks)
    word(`${Math.round(100 * value)}${funnel.percentSign}`, plot.x - 4, y, "right");
  for (const { at: x, value } of layout.xTicks) word(String(value), x, plot.y + plot.height + EM * 1.1, "center");
  for (const { x, y, zone } of layout.points) drawMark(pdf, zone, x, y);
  for (const { label } of layout.points) {
    if (label) word(label.text, label.x, label.y + label.height * 0.5, "left", INK);
  }
  pdf.restore();
  drawKey(pdf, funnel, { x: at.x, y: at.y + OVER + layout.height + 6 });
}

function drawKey(pdf: PdfDocument, funnel: ReportFunnel, at: { x: number; y: number }): void {
  let { x } = at;
  const entry = (wide: number, text: string, draw: (left: number) => void): void => {
    draw(x);
    pdf
      .font("plain")
      .fontSize(EM)
      .fillColor(MUTED)
      .text(text, x + wide + 4, at.y - EM * 0.6, { lineBreak: false });
    x += wide + 4 + pdf.widthOfString(text) + 14;
  };
  for (const { zone, word } of funnel.legend) entry(8, word, (left) => drawMark(pdf, zone, left + 4, at.y));
  entry(18, funnel.lines.expected, (left) =>
    pdf
      .lineWidth(0.7)
      .rect(left, at.y - 4, 18, 8)
      .fillAndStroke(FIELD, CONTROL),
  );
  entry(18, funnel.lines.rare, (left) =>
    pdf
      .lineWidth(0.8)
      .moveTo(left, at.y)
      .lineTo(left + 18, at.y)
      .dash(4, { space: 3 })
      .stroke(MUTED)
      .undash(),
  );
  entry(18, funnel.allWords, (left) =>
    pdf
      .lineWidth(1.2)
      .moveTo(left, at.y)
      .lineTo(left + 18, at.y)
      .stroke(MARK),
  );
  entry(0, `→ ${funnel.axes.across}`, () => undefined);
}
