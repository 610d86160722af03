import type { Language } from "@varde/domain";
import { newPdf } from "../../kernel/pdf/document.js";
import type { Section } from "./readable-copy.js";

/** The sections as a tagged PDF on A4, with the fonts' used letters in it. */
export function copyPdf(content: { title: string; sections: readonly Section[] }, language: Language): Promise<Buffer> {
  const pdf = newPdf(content.title, language, { margin: 56 });
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const tagged = (tag: string, draw: () => void) => root.add(pdf.struct(tag, {}, draw));

  tagged("H1", () => pdf.font("bold").fontSize(20).text(content.title).moveDown(0.5));
  for (const { heading, entries } of content.sections) {
    // a heading does not stand alone at the foot of a page
    if (heading && pdf.y > pdf.page.height - 140) pdf.addPage();
    if (heading) tagged("H2", () => pdf.moveDown(0.6).font("bold").fontSize(13).text(heading).moveDown(0.3));
    for (const entry of entries) {
      if (typeof entry === "string") {
        tagged("P", () => pdf.font("plain").fontSize(10).text(entry, { lineGap: 2 }).moveDown(0.5));
      } else if (entries.length > 1) {
        // one of several of a kind: a paragraph each
        const line = entry.map(([name, value]) => `${name}: ${value}`).join("  ·  ");
        tagged("P", () => pdf.font("plain").fontSize(10).text(line, { lineGap: 2 }).moveDown(0.4));
      } else {
        for (const [name, value] of entry) {
          tagged("P", () =>
            pdf
              .fontSize(10)
              .font("bold")
              .text(`${name}: `, { continued: true, lineGap: 2 })
              .font("plain")
              .text(value, { lineGap: 2 }),
          );
        }
        pdf.moveDown(0.5);
      }
    }
  }
  root.end();
  pdf.end();
  return done;
}
