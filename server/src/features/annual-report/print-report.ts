import { INTERNAL_SECTIONS, REPORT_WORDS, reportBlocks } from "@varde/domain";
import type { ReportEdition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { printDocx } from "../../kernel/docx/document.js";
import { LOCALE } from "../../kernel/pdf/document.js";
import { printPdf } from "../../kernel/pdf/print.js";
import type { Block, Paper } from "../../kernel/print/block.js";
import type { AnnualReportFile, ReportFormat } from "./annual-report.type.js";
import { readFacts } from "./facts.js";
import { newestVersion, photosOf } from "./finished.service.js";
import { boardNames, readPhotos, readSections, reportOfYear } from "./read-report.js";
import type { FrozenReport } from "./report.service.js";

const MEDIA: Record<ReportFormat, string> = {
  PDF: "application/pdf",
  DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

type Photo = { id: string; alt: string; width: number; height: number };
type Printed = Pick<FrozenReport, "chapterName" | "year" | "language" | "sections" | "board"> & {
  photos: (Photo & { image: Buffer })[];
  /** when it was frozen, and what is told under each page; null of a draft */
  frozen: { finishedAt: Date; hash: string } | null;
  edition: ReportEdition;
};

async function withImages(work: Work, chapterId: string, photos: readonly Photo[]): Promise<Printed["photos"]> {
  const images = await work.query<{ id: string; image: Buffer }>(
    `select id, image from app.annual_report_photo where chapter_id = $1 and id = any ($2::uuid[])`,
    [chapterId, photos.map(({ id }) => id)],
  );
  const byId = new Map(images.map(({ id, image }) => [id, image]));
  return photos.flatMap((photo) => {
    const image = byId.get(photo.id);
    return image ? [{ ...photo, image }] : [];
  });
}

/** The board's own draft as it stands. */
async function draftOf(work: Work, year: number, edition: ReportEdition): Promise<Printed | null> {
  const row = await reportOfYear(work, year);
  if (row?.state !== "DRAFT") return null;
  const facts = await readFacts(work, row.chapterId, year, row.language);
  const sections = (await readSections(work, row)).filter(
    ({ section, body }) => body.trim() !== "" && (edition === "INTERNAL" || !INTERNAL_SECTIONS.has(section)),
  );
  return {
    chapterName: facts.chapterName,
    year,
    language: row.language,
    sections,
    board: boardNames(facts.board, facts.until),
    photos: await withImages(work, row.chapterId, await readPhotos(work, row)),
    frozen: null,
    edition,
  };
}

async function frozenOf(work: Work, chapterId: string, year: number, edition: ReportEdition): Promise<Printed | null> {
  const row = await newestVersion(work, chapterId, year, edition);
  return (
    row && {
      ...row.content,
      photos: await withImages(work, chapterId, await photosOf(work, row)),
      frozen: { finishedAt: new Date(row.finishedAt), hash: row.hash },
      edition,
    }
  );
}

function paperOf({ chapterName, year, language, sections, board, photos, frozen, edition }: Printed): Paper {
  const words = REPORT_WORDS[language];
  const title = `${words.title(year)} – ${chapterName}`;
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "long", timeZone: "Europe/Oslo" });
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: title },
    {
      kind: "paragraph",
      quiet: true,
      text: [words.editions[edition], frozen && day.format(frozen.finishedAt)].filter(Boolean).join(" · "),
    },
    ...sections.flatMap(({ section, body }): Block[] => [
      { kind: "heading", level: 2, text: words.sections[section] },
      ...reportBlocks(body),
    ]),
    ...(photos.length > 0 ? [{ kind: "heading", level: 2, text: words.photos } as const] : []),
    ...photos.map(({ image, width, height, alt }): Block => ({
      kind: "picture",
      type: "jpg",
      bytes: image,
      width,
      height,
      alt,
      caption: alt || null,
    })),
    { kind: "heading", level: 2, text: words.signatures },
    { kind: "signature", under: [words.placeAndDate, ...board] },
  ];
  return {
    title,
    language,
    mark: frozen ? null : words.draft,
    // enough of the hash to tell one version from another
    foot: frozen ? `${title} · ${frozen.hash.slice(0, 12)}` : title,
    blocks,
  };
}

/** Letters of a file's name that every system takes. */
const fileName = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("å", "a")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/**
 * A report as a file: the own chapter's draft while there is one, else the newest finished version. Those above get the public edition
 * of what is finished. Throws NOT_FOUND where there is nothing the asker may read.
 */
export async function reportFile(
  work: Work,
  asked: { chapterId: string | null; year: number; edition: ReportEdition; format: ReportFormat },
): Promise<AnnualReportFile> {
  const { chapterId: own, caps } = seated(work);
  const chapterId = asked.chapterId ?? own;
  if (!chapterId) throw new AppError("NOT_FOUND");
  const mayWrite = chapterId === own && caps.has("PLAN_WRITE");
  const printed =
    (mayWrite ? await draftOf(work, asked.year, asked.edition) : null) ??
    (await frozenOf(work, chapterId, asked.year, asked.edition));
  if (!printed) throw new AppError("NOT_FOUND");
  const paper = paperOf(printed);
  const bytes = asked.format === "PDF" ? await printPdf(paper) : await printDocx(paper);
  return {
    fileName: `${fileName(paper.title)}.${asked.format.toLowerCase()}`,
    mediaType: MEDIA[asked.format],
    data: bytes.toString("base64"),
  };
}
