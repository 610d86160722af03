import { INTERNAL_SECTIONS, REPORT_EDITIONS, REPORT_SECTIONS, reportDraft, reportSentences } from "@varde/domain";
import type { Language, ReportEdition, ReportSection } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { reportRules } from "./annual-report.inputs.js";
import type {
  FinishAnnualReportInput,
  ReopenAnnualReportInput,
  SaveReportSectionInput,
  StartAnnualReportInput,
} from "./annual-report.inputs.js";
import { REPORT_TEXTS } from "./annual-report.texts.js";
import { readFacts } from "./facts.js";
import { boardNames, readSection, readSections, reportById } from "./read-report.js";
import type { ReportRow } from "./read-report.js";

/** Years back whose report may be begun. */
const YEARS_BACK = 2;

/** What is frozen: one edition, whole in itself but for its photos, which may be taken away at any time. */
export type FrozenReport = {
  chapterName: string;
  year: number;
  language: Language;
  sections: { section: ReportSection; body: string }[];
  board: string[];
  photos: { id: string; hash: string }[];
};

/** Begins the report of a year, with what the facts say or empty. Two who begin at once: the second is told that it is there. */
export async function startReport(work: Work, language: Language, input: StartAnnualReportInput): Promise<Done> {
  const { organizationId, chapterId, seatId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  const asked = checkInput(reportRules(language).start, { ...input }, language);
  const thisYear = Number(work.today.slice(0, 4));
  if (asked.year > thisYear || asked.year < thisYear - YEARS_BACK)
    refuse("INVALID", say(language, REPORT_TEXTS.year), ["year"]);
  const made = await work.query(
    `insert into app.annual_report (organization_id, chapter_id, id, year, language, started_by) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning 1`,
    [organizationId, chapterId, asked.id, asked.year, asked.language, seatId],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, REPORT_TEXTS.exists), ["year"]);
  const sections = asked.draft
    ? reportDraft(reportSentences(await readFacts(work, chapterId, asked.year, asked.language), asked.language))
    : REPORT_SECTIONS.map((section) => ({ section, body: "", taken: [] }));
  await work.query(
    `insert into app.annual_report_section (organization_id, chapter_id, report_id, section, body, taken)
     select $1, $2, $3, x.section, x.body, x.taken from jsonb_to_recordset($4::jsonb) as x (section text, body text, taken jsonb)`,
    [organizationId, chapterId, asked.id, JSON.stringify(sections)],
  );
  await audit(work, {
    action: "ANNUAL_REPORT_STARTED",
    subjectType: "AnnualReport",
    subjectId: asked.id,
    chapterId,
    detail: { year: asked.year },
  });
  return { id: asked.id, rev: 1 };
}

/** The own chapter's report, held. Throws NOT_FOUND. */
export async function requireReport(work: Work, id: string, hold: "share" | "update"): Promise<ReportRow> {
  const row = await reportById(work, id, hold);
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/**
 * Saves what one has written in a section. Somebody else who saved the same section first is a CONFLICT, and the page puts the two
 * together word by word; sections beside it are nobody's hindrance.
 */
export async function saveSection(work: Work, language: Language, input: SaveReportSectionInput): Promise<Done> {
  const { section, body, taken } = checkInput(
    reportRules(language).section,
    { section: input.section, body: input.body, taken: input.taken.map((one) => ({ ...one })) },
    language,
  );
  const row = await requireReport(work, input.id, "share");
  if (row.state === "FINISHED") refuse("LOCKED", say(language, REPORT_TEXTS.finished), [], row.id);
  const [saved] = await work.query<{ rev: number }>(
    `update app.annual_report_section set body = $4, taken = $5, written_by = $6, written_at = now(), rev = rev + 1
      where chapter_id = $1 and report_id = $2 and section = $3 and rev = $7 returning rev`,
    [row.chapterId, row.id, section, body, JSON.stringify(taken), seated(work).seatId, input.rev],
  );
  if (saved) return { id: row.id, rev: saved.rev };
  if (!(await readSection(work, row.id, section))) throw new AppError("NOT_FOUND");
  return refuse("CONFLICT", say(language, COMMON.conflict), [], row.id);
}

const conflict = (language: Language, row: ReportRow): never =>
  refuse("CONFLICT", say(language, COMMON.conflict), [], row.id);

/** Freezes the report in both editions. Photos need words for those who cannot see them. */
export async function finishReport(work: Work, language: Language, input: FinishAnnualReportInput): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const row = await requireReport(work, input.id, "update");
  if (row.state === "FINISHED") refuse("LOCKED", say(language, REPORT_TEXTS.finished), [], row.id);
  if (row.rev !== input.rev) conflict(language, row);
  const sections = (await readSections(work, row)).filter(({ body }) => body.trim() !== "");
  if (sections.length === 0) refuse("INVALID", say(language, REPORT_TEXTS.empty), ["sections"], row.id);
  const photos = await work.query<{ id: string; hash: string; alt: string }>(
    `update app.annual_report_photo set published = true where chapter_id = $1 and report_id = $2
     returning id, encode(hash, 'hex') as hash, alt`,
    [row.chapterId, row.id],
  );
  if (photos.some(({ alt }) => alt === ""))
    refuse("INVALID", say(language, REPORT_TEXTS.altMissing), ["photos"], row.id);
  const facts = await readFacts(work, row.chapterId, row.year, row.language);
  const version = row.version + 1;
  for (const edition of REPORT_EDITIONS) {
    const content = JSON.stringify(
      frozen(edition, row, facts.chapterName, boardNames(facts.board, facts.until), sections, photos),
    );
    await work.query(
      `insert into app.annual_report_version (organization_id, chapter_id, report_id, version, edition, year, content, hash, because, finished_by)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, sha256(convert_to($7::jsonb::text, 'UTF8')), $8, $9)`,
      [organizationId, row.chapterId, row.id, version, edition, row.year, content, row.reopenedBecause, seatId],
    );
  }
  await work.query(
    `update app.annual_report set state = 'FINISHED', version = $3, reopened_because = null, rev = rev + 1 where chapter_id = $1 and id = $2`,
    [row.chapterId, row.id, version],
  );
  await audit(work, {
    action: "ANNUAL_REPORT_FINISHED",
    subjectType: "AnnualReport",
    subjectId: row.id,
    chapterId: row.chapterId,
    detail: { year: row.year, version },
  });
  return { id: row.id, rev: row.rev + 1 };
}

function frozen(
  edition: ReportEdition,
  { year, language }: ReportRow,
  chapterName: string,
  board: string[],
  sections: readonly { section: ReportSection; body: string }[],
  photos: readonly { id: string; hash: string }[],
): FrozenReport {
  return {
    chapterName,
    year,
    language,
    sections: sections
      .filter(({ section }) => edition === "INTERNAL" || !INTERNAL_SECTIONS.has(section))
      .map(({ section, body }) => ({ section, body })),
    board,
    photos: photos.map(({ id, hash }) => ({ id, hash })),
  };
}

/** Opens a finished report for a new version. What was finished stays as it was, and is read until the new one is. */
export async function reopenReport(work: Work, language: Language, input: ReopenAnnualReportInput): Promise<Done> {
  const { because } = checkInput(reportRules(language).because, { because: input.because }, language);
  const row = await requireReport(work, input.id, "update");
  if (row.state === "DRAFT") refuse("LOCKED", say(language, REPORT_TEXTS.notFinished), [], row.id);
  if (row.rev !== input.rev) conflict(language, row);
  await work.query(
    `update app.annual_report set state = 'DRAFT', reopened_because = $3, rev = rev + 1 where chapter_id = $1 and id = $2`,
    [row.chapterId, row.id, because],
  );
  await audit(work, {
    action: "ANNUAL_REPORT_REOPENED",
    subjectType: "AnnualReport",
    subjectId: row.id,
    chapterId: row.chapterId,
    detail: { year: row.year, version: row.version },
  });
  return { id: row.id, rev: row.rev + 1 };
}
