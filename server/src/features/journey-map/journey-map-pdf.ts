import { journeyMapPicture, mapPictureContent } from "@varde/domain";
import type { Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { bytesOf, LOCALE, newPdf } from "../../kernel/pdf/document.js";
import type { Sheet } from "../../kernel/print/block.js";
import { drawShape, measureIn } from "../../kernel/pdf/shapes.js";
import type { JourneyMapFile } from "./journey-map.type.js";
import { mapJourney } from "./map-journey.service.js";
import { mapNumbers } from "./map-numbers.service.js";
import { mapOfYear, shownMap } from "./read-journey-map.js";

const MARGIN = 24;

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
  const written = (date: string): string => day.format(new Date(`${date}T00:00:00Z`));
  const numbers = await mapNumbers(work, row);
  const { members, journey, own } = await mapJourney(work);
  const content = mapPictureContent(await shownMap(work, row), numbers, {
    language,
    whose: unit?.name ?? "",
    day: written(work.today),
    members,
    journey: journey && { ...journey, day: written(journey.referenceDate), k: own ? null : numbers.hiddenBelow },
  });
  const pdf = newPdf(content.title, language, { margin: MARGIN, landscape: true, size: sheet });
  const done = bytesOf(pdf);
  const picture = journeyMapPicture(content, measureIn(pdf));
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
      for (const shape of picture.shapes) drawShape(pdf, shape);
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
