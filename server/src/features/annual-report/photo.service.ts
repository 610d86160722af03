import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { reportRules } from "./annual-report.inputs.js";
import type { DeleteReportPhotoInput, DescribeReportPhotoInput } from "./annual-report.inputs.js";
import { REPORT_TEXTS } from "./annual-report.texts.js";
import type { ReportMinors } from "./annual-report.type.js";
import type { PreparedPhoto } from "./prepare-photo.js";
import { readPhoto } from "./read-report.js";
import { requireReport } from "./report.service.js";

/** Photos of one report. */
export const MOST_PHOTOS = 12;

export type PhotoAsked = { reportId: string; photoId: string; minors: ReportMinors };

/** Whether a photo may be added now, asked before its bytes are read. Refuses, or throws NOT_FOUND. */
export async function demandRoom(work: Work, language: Language, reportId: string): Promise<{ chapterId: string }> {
  if (!seated(work).caps.has("PLAN_WRITE")) throw new AppError("FORBIDDEN");
  // two who add at once are counted one after the other
  const row = await requireReport(work, reportId, "update");
  if (row.state === "FINISHED") refuse("LOCKED", say(language, REPORT_TEXTS.finished), [], row.id);
  const [counted] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.annual_report_photo where chapter_id = $1 and report_id = $2`,
    [row.chapterId, row.id],
  );
  if (counted!.n >= MOST_PHOTOS) refuse("INVALID", say(language, REPORT_TEXTS.tooMany), ["photo"], row.id);
  return { chapterId: row.chapterId };
}

/** Keeps a prepared photo, with who said today that everybody in it has said yes. The same id again changes nothing. */
export async function keepPhoto(
  work: Work,
  language: Language,
  asked: PhotoAsked,
  photo: PreparedPhoto,
): Promise<void> {
  const { organizationId, chapterId, seatId } = seated(work);
  const there = async (): Promise<boolean> => {
    const [row] = await work.query<{ reportId: string }>(
      `select report_id as "reportId" from app.annual_report_photo where chapter_id = $1 and id = $2`,
      [chapterId, asked.photoId],
    );
    if (row && row.reportId !== asked.reportId) throw new AppError("BAD_REQUEST");
    return row !== undefined;
  };
  if (await there()) return;
  await demandRoom(work, language, asked.reportId);
  // its twin had the report before us
  if (await there()) return;
  await work.query(
    `insert into app.annual_report_photo (organization_id, chapter_id, report_id, id, image, hash, width, height, consented_by, consented_on, minors)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, authz.today(), $10)`,
    [
      organizationId,
      chapterId,
      asked.reportId,
      asked.photoId,
      photo.image,
      photo.hash,
      photo.width,
      photo.height,
      seatId,
      asked.minors,
    ],
  );
  await audit(work, {
    action: "REPORT_PHOTO_ADDED",
    subjectType: "AnnualReport",
    subjectId: asked.reportId,
    chapterId,
    detail: { minors: asked.minors },
  });
}

/** Says what a photo shows. Those of a finished report say what they said then. */
export async function describePhoto(work: Work, language: Language, input: DescribeReportPhotoInput): Promise<Done> {
  const { alt } = checkInput(reportRules(language).alt, { alt: input.alt }, language);
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const [found] = await work.query<{ reportId: string }>(
    `select report_id as "reportId" from app.annual_report_photo where chapter_id = $1 and id = $2`,
    [seated(work).chapterId, input.id],
  );
  if (!found) throw new AppError("NOT_FOUND");
  const row = await requireReport(work, found.reportId, "share");
  if (row.state === "FINISHED") refuse("LOCKED", say(language, REPORT_TEXTS.finished), [], input.id);
  const [saved] = await work.query<{ rev: number }>(
    `update app.annual_report_photo set alt = $3, rev = rev + 1 where chapter_id = $1 and id = $2 and rev = $4 returning rev`,
    [row.chapterId, input.id, alt, input.rev],
  );
  if (saved) return { id: input.id, rev: saved.rev };
  if (!(await readPhoto(work, input.id))) throw new AppError("NOT_FOUND");
  return refuse("CONFLICT", say(language, COMMON.conflict), [], input.id);
}

/**
 * Takes a photo away for good, also from what is finished: who is in it may change their mind at any time. What is frozen keeps its
 * hash alone, and is printed without it.
 */
export async function deletePhoto(work: Work, _language: Language, input: DeleteReportPhotoInput): Promise<Done> {
  const [gone] = isUuid(input.id)
    ? await work.query<{ reportId: string; chapterId: string; published: boolean }>(
        `delete from app.annual_report_photo where chapter_id = $1 and id = $2
         returning report_id as "reportId", chapter_id as "chapterId", published`,
        [seated(work).chapterId, input.id],
      )
    : [];
  if (!gone) throw new AppError("NOT_FOUND");
  await audit(work, {
    action: "REPORT_PHOTO_DELETED",
    subjectType: "AnnualReport",
    subjectId: gone.reportId,
    chapterId: gone.chapterId,
    detail: { published: gone.published },
  });
  return { id: input.id };
}

/** The picture, for whoever may read it: the row-level security says who. Throws NOT_FOUND. */
export async function photoBytes(work: Work, id: string): Promise<Buffer> {
  seated(work);
  const [photo, twin] = isUuid(id)
    ? await work.query<{ image: Buffer }>(`select image from app.annual_report_photo where id = $1`, [id])
    : [];
  // an id is its chapter's own: above two that have the same, neither's picture stands in the other's report
  if (!photo || twin) throw new AppError("NOT_FOUND");
  return photo.image;
}
