import { YEAR_WORDS, yearPoster } from "@varde/domain";
import type { DrawnText, Language, PosterItem } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { bytesOf, newPdf } from "../../kernel/pdf/document.js";
import type { PdfDocument } from "../../kernel/pdf/document.js";
import type { Sheet } from "../../kernel/print/block.js";
import { drawShape, measureIn } from "../../kernel/pdf/shapes.js";
import { readYear } from "./read-year.js";
import type { YearPosterFile } from "./year.type.js";

type Element = ReturnType<PdfDocument["struct"]>;

/** A year of the one who asks, on paper to pin up. Its list is text; the wheel is a picture of the same. */
export async function yearPosterFile(
  work: Work,
  year: number,
  sheet: Sheet,
  language: Language,
): Promise<YearPosterFile> {
  const { unit, entries } = await readYear(work, year);
  const { kinds, poster: words } = YEAR_WORDS[language];
  const title = `${words.title(year)}, ${unit}`;
  const pdf = newPdf(title, language, { margin: 0, landscape: true, size: sheet });
  const done = bytesOf(pdf);
  const poster = yearPoster({ language, year, unit, today: work.today, entries }, measureIn(pdf));
  const scale = pdf.page.width / poster.width;
  const scaled = (draw: () => void): void => {
    pdf.save().scale(scale);
    draw();
    pdf.restore();
  };
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const said = (into: Element, tag: string, texts: readonly DrawnText[]): void =>
    void into.add(pdf.struct(tag, {}, () => scaled(() => texts.forEach((text) => drawShape(pdf, text)))));
  const item = (into: Element, { kind, mark, words: lines }: PosterItem): void => {
    const [line, label, body] = [pdf.struct("LI"), pdf.struct("Lbl"), pdf.struct("LBody")];
    into.add(line);
    line.add(label);
    line.add(body);
    // the shape is read as what it means
    label.add(pdf.struct("Figure", { alt: kinds[kind] }, () => scaled(() => drawShape(pdf, mark))));
    said(body, "P", lines);
  };
  said(root, "H1", poster.title);
  said(root, "P", poster.lead);
  root.add(
    pdf.struct("Figure", { alt: poster.wheel.words }, () =>
      scaled(() => poster.wheel.shapes.forEach((shape) => drawShape(pdf, shape))),
    ),
  );
  poster.sheets.forEach(({ months, foot }, i) => {
    if (i > 0) pdf.addPage();
    for (const { name, items } of months) {
      if (name) said(root, "H2", [name]);
      const list = pdf.struct("L");
      root.add(list);
      for (const one of items) item(list, one);
    }
    said(root, "P", [foot]);
  });
  root.end();
  pdf.end();
  return {
    fileName: `${words.file}-${year}-${sheet.toLowerCase()}.pdf`,
    pdf: (await done).toString("base64"),
  };
}
