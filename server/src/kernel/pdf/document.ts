import { createRequire } from "node:module";
import Pdf from "pdfkit";
import type { Language } from "@varde/domain";
import type { Sheet } from "../print/block.js";

const require = createRequire(import.meta.url);
// a font of our own in the file: the PDF's built-in ones lack letters of Sami names
const FONTS = { plain: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf", bold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf" };
export const LOCALE: Readonly<Record<Language, string>> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

export type PdfDocument = InstanceType<typeof Pdf>;
export type PdfPage = {
  margin: number;
  landscape?: boolean;
  size?: Sheet;
  /** pages are kept until the end, so that each can say how many there are */
  held?: boolean;
};

/** A tagged PDF on A4, unless another size is asked for, with the fonts `plain` and `bold`, of which it holds the letters that are used. Measures are points. */
export function newPdf(
  title: string,
  language: Language,
  { margin, landscape = false, size = "A4", held = false }: PdfPage,
): PdfDocument {
  const pdf = new Pdf({
    size,
    layout: landscape ? "landscape" : "portrait",
    margin,
    bufferPages: held,
    lang: LOCALE[language],
    tagged: true,
    pdfVersion: "1.7",
    displayTitle: true,
    info: { Title: title, Creator: "Varde", Producer: "Varde" },
  });
  pdf.registerFont("plain", require.resolve(FONTS.plain));
  pdf.registerFont("bold", require.resolve(FONTS.bold));
  return pdf;
}

/** All of a PDF, once it has ended. */
export function bytesOf(pdf: PdfDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on("data", (bytes: Buffer) => parts.push(bytes));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });
}
