import { LANGUAGES } from "@varde/domain";
import type { Language } from "@varde/domain";
import { setImmediate as others } from "node:timers/promises";
import { encode } from "uqr";
import { AppError } from "../../kernel/errors/app-error.js";
import { newPdf } from "../../kernel/pdf/document.js";
import type { PdfDocument } from "../../kernel/pdf/document.js";
import { POSTER } from "./poster.texts.js";
import type { Survey, SurveyFile, SurveyLink } from "./survey.type.js";

const MARGIN = 48;
/** Points of the picture's side: 11 centimetres, which a phone reads from two metres. */
const CODE = 312;

/** Draws the code of an address, black on white whatever the paper: one path, since a square each would be a heavy file. */
function drawCode(pdf: PdfDocument, url: string, left: number, top: number): void {
  const { data, size } = encode(url, { ecc: "M", border: 4 });
  const side = CODE / size;
  pdf.rect(left, top, CODE, CODE).fill("#ffffff");
  for (const [y, line] of data.entries())
    for (const [x, dark] of line.entries()) if (dark) pdf.rect(left + x * side, top + y * side, side, side);
  pdf.fill("#000000");
}

type Structure = ReturnType<PdfDocument["struct"]>;

function drawPoster(pdf: PdfDocument, root: Structure, survey: Survey, link: SurveyLink): void {
  const width = pdf.page.width - 2 * MARGIN;
  const said = (tag: string, font: "plain" | "bold", size: number, text: string, gap: number) =>
    root.add(
      pdf.struct(tag, {}, () => {
        pdf.fillColor("#000000").font(font).fontSize(size).text(text, MARGIN, pdf.y, { width, align: "center" });
        pdf.y += gap;
      }),
    );
  pdf.y = MARGIN;
  // those who must ask somebody first read it first
  for (const language of LANGUAGES) said("P", "plain", 13, POSTER[language].underAge, 1);
  pdf.y += 14;
  const titles = [...new Set(LANGUAGES.map((language) => survey.title[language] || survey.title.nb))];
  // the longest that a title may be still leaves room for all below it
  const largest = Math.max(16, Math.min(32, Math.floor((32 * 36) / Math.max(...titles.map(({ length }) => length)))));
  for (const [at, title] of titles.entries())
    said(at === 0 ? "H1" : "P", "bold", at === 0 ? largest : Math.max(15, largest * 0.75), title, 6);
  const top = pdf.y + 10;
  root.add(pdf.struct("Figure", { alt: link.url }, () => drawCode(pdf, link.url, (pdf.page.width - CODE) / 2, top)));
  pdf.y = top + CODE + 10;
  said("P", "bold", 19, link.url.replace(/^https?:\/\//, ""), 10);
  for (const language of LANGUAGES) said("P", "plain", 17, POSTER[language].promise, 2);
  pdf.y += 10;
  said("P", "plain", 13, link.chapterName, 0);
  root.end();
}

/** One page a chapter. NOT_FOUND where there is no link within reach. */
export async function surveyPoster(
  survey: Survey,
  links: readonly SurveyLink[],
  chapterId: string | null,
  language: Language,
): Promise<SurveyFile> {
  const wanted = links.filter((link) => chapterId === null || link.chapterId === chapterId);
  if (wanted.length === 0) throw new AppError("NOT_FOUND");
  const words = POSTER[language];
  const title = survey.title[language] || survey.title.nb;
  const pdf = newPdf(title, language, { margin: MARGIN });
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on("data", (bytes: Buffer) => parts.push(bytes));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });
  const document = pdf.struct("Document");
  pdf.addStructure(document);
  for (const [at, link] of wanted.entries()) {
    if (at > 0) pdf.addPage();
    // a thousand chapters take seconds: others are answered between the pages
    if (at % 20 === 19) await others();
    const page = pdf.struct("Sect");
    document.add(page);
    drawPoster(pdf, page, survey, link);
  }
  document.end();
  pdf.end();
  const only = wanted.length === 1 ? wanted[0] : undefined;
  const whose = only ? only.chapterName.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-") : words.all;
  return { fileName: `${words.file}-${whose}`, pdf: (await done).toString("base64") };
}
