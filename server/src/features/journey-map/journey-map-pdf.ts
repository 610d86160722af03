import { journeyMapPicture, mapPictureContent } from "@varde/domain";
import type { Language, MapInk, MapShape } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { LOCALE, newPdf } from "../../kernel/pdf/document.js";
import type { PdfDocument } from "../../kernel/pdf/document.js";
import type { JourneyMapFile, Sheet } from "./journey-map.type.js";
import { mapNumbers } from "./map-numbers.service.js";
import { mapOfYear, shownMap } from "./read-journey-map.js";

// ours in light: paper is white
const INKS: Record<MapInk, string> = {
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
const MARGIN = 24;

function draw(pdf: PdfDocument, shape: MapShape): void {
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

/** The map of a year on one sheet to pin up, with the reader's own numbers. Throws NOT_FOUND where there is no map for them. */
export async function journeyMapPdf(
  work: Work,
  year: number,
  sheet: Sheet,
  language: Language,
): Promise<JourneyMapFile> {
  const row = await mapOfYear(work, year);
  if (!row) throw new AppError("NOT_FOUND");
  const { organizationId, chapterId } = seated(work);
  const [unit] = await work.query<{ name: string }>(
    chapterId === null
      ? `select name from app.organization where id = $1`
      : `select name from app.chapter where organization_id = $1 and id = $2`,
    chapterId === null ? [organizationId] : [organizationId, chapterId],
  );
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "long", timeZone: "UTC" });
  const content = mapPictureContent(await shownMap(work, row), await mapNumbers(work, row), {
    language,
    whose: unit?.name ?? "",
    day: day.format(new Date(`${work.today}T00:00:00Z`)),
  });
  const pdf = newPdf(content.title, language, { margin: MARGIN, landscape: true, size: sheet });
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on("data", (bytes: Buffer) => parts.push(bytes));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });
  const picture = journeyMapPicture(content, (text, size, bold) =>
    pdf
      .font(bold ? "bold" : "plain")
      .fontSize(size)
      .widthOfString(text),
  );
  // the whole picture on the one page, as large as it can be
  const [wide, tall] = [pdf.page.width - 2 * MARGIN, pdf.page.height - 2 * MARGIN];
  const scale = Math.min(wide / picture.width, tall / picture.height);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  root.add(
    pdf.struct("Figure", { title: picture.title, alt: picture.description }, () => {
      pdf
        .save()
        .translate(MARGIN + (wide - picture.width * scale) / 2, MARGIN)
        .scale(scale);
      for (const shape of picture.shapes) draw(pdf, shape);
      pdf.restore();
    }),
  );
  root.end();
  pdf.end();
  return {
    fileName: `${content.title.toLowerCase().replaceAll(" ", "-")}-${sheet.toLowerCase()}`,
    pdf: (await done).toString("base64"),
  };
}
