import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { isUuid } from "../../kernel/mutation.js";
import type { ReportEdition } from "@varde/domain";
import type { FinishedAnnualReport, FinishedPhoto, FinishedReportLine } from "./annual-report.type.js";
import type { FrozenReport } from "./report.service.js";

type LineRow = Omit<FinishedReportLine, "finishedAt"> & { finishedAt: string };

/** The newest finished reports of all chapters in reach, newest year first, then by the chapter's name. */
export async function listFinished(
  work: Work,
  { first, after, year }: { first: number; after: string | null; year: number | null },
): Promise<Connection<FinishedReportLine>> {
  const size = pageSize(first);
  const place = fromCursor(after, 3);
  const rows = await work.query<LineRow>(
    `select * from (
       select distinct on (v.chapter_id, v.year) v.chapter_id as "chapterId", c.name as "chapterName", v.year, v.finished_at as "finishedAt"
         from app.annual_report_version v join app.chapter c on c.organization_id = v.organization_id and c.id = v.chapter_id
        where v.organization_id = $1 and v.edition = 'PUBLIC' and ($2::int is null or v.year = $2)
        order by v.chapter_id, v.year, v.version desc) x
      where $3::int is null or (-x.year, x."chapterName", x."chapterId") > (-$3::int, $4, $5::uuid)
      order by x.year desc, x."chapterName", x."chapterId" limit $6`,
    [seated(work).organizationId, year, ...(place ?? [null, null, null]), size + 1],
  );
  return toConnection(
    rows,
    size,
    (row) => ({ ...row, finishedAt: new Date(row.finishedAt) }),
    (row) => [row.year, row.chapterName, row.chapterId],
    { after },
  );
}

type VersionRow = {
  chapterId: string;
  reportId: string;
  version: number;
  content: FrozenReport;
  hash: string;
  finishedAt: string;
};

/** The newest frozen version of a chapter's report in one edition; null where there is none the asker may read. */
export async function newestVersion(
  work: Work,
  chapterId: string,
  year: number,
  edition: ReportEdition,
): Promise<VersionRow | null> {
  if (!isUuid(chapterId)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<VersionRow>(
    `select v.chapter_id as "chapterId", v.report_id as "reportId", v.version, v.content, encode(v.hash, 'hex') as hash, v.finished_at as "finishedAt"
       from app.annual_report_version v where v.organization_id = $1 and v.chapter_id = $2 and v.year = $3 and v.edition = $4
      order by v.version desc limit 1`,
    [seated(work).organizationId, chapterId, year, edition],
  );
  return row ?? null;
}

/** The photos a frozen version holds that are there still, in its order. */
export async function photosOf(
  work: Work,
  { chapterId, content }: Pick<VersionRow, "chapterId" | "content">,
): Promise<FinishedPhoto[]> {
  const ids = content.photos.map(({ id }) => id);
  return work.query<FinishedPhoto>(
    `select id, alt, width, height from app.annual_report_photo where chapter_id = $1 and id = any ($2::uuid[]) order by array_position($2::uuid[], id)`,
    [chapterId, ids],
  );
}

/** The public edition, as those above read it and its own board too. */
export async function finishedReport(
  work: Work,
  chapterId: string,
  year: number,
): Promise<FinishedAnnualReport | null> {
  const row = await newestVersion(work, chapterId, year, "PUBLIC");
  if (!row) return null;
  const { chapterName, language, sections, board } = row.content;
  return {
    chapterId: row.chapterId,
    chapterName,
    year,
    language,
    version: row.version,
    finishedAt: new Date(row.finishedAt),
    sections,
    photos: await photosOf(work, row),
    board,
    hash: row.hash,
  };
}
