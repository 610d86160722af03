import { REPORT_SECTIONS, reportSentences } from "@varde/domain";
import type { Language, LocalDate, ReportFacts, ReportSection } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type {
  AnnualReport,
  AnnualReportPhoto,
  AnnualReportSection,
  AnnualReportVersion,
  ReportState,
} from "./annual-report.type.js";
import { readFacts, untilOf } from "./facts.js";

export type ReportRow = {
  id: string;
  chapterId: string;
  year: number;
  language: Language;
  state: ReportState;
  version: number;
  reopenedBecause: string | null;
  rev: number;
};

const COLUMNS = `r.id, r.chapter_id as "chapterId", r.year, r.language, r.state, r.version, r.reopened_because as "reopenedBecause", r.rev`;

/** The own chapter's report of a year; null before somebody has begun it, and for a seat in no chapter. */
export async function reportOfYear(work: Work, year: number): Promise<ReportRow | null> {
  const [row] = await work.query<ReportRow>(
    `select ${COLUMNS} from app.annual_report r where r.chapter_id = $1 and r.year = $2`,
    [seated(work).chapterId, year],
  );
  return row ?? null;
}

/** The own chapter's report by id. `hold` keeps it from being finished meanwhile, or from everything but reading. */
export async function reportById(work: Work, id: string, hold?: "share" | "update"): Promise<ReportRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<ReportRow>(
    `select ${COLUMNS} from app.annual_report r where r.chapter_id = $1 and r.id = $2 ${hold ? `for ${hold}` : ""}`,
    [seated(work).chapterId, id],
  );
  return row ?? null;
}

type SectionRow = Omit<AnnualReportSection, "writtenAt" | "id"> & { reportId: string; writtenAt: string | null };
const SECTIONS = `select s.report_id as "reportId", s.section, s.body, s.taken, s.written_by as "writtenBy", w.holder_name as "writerName", s.written_at as "writtenAt", s.rev
  from app.annual_report_section s left join app.seat w on w.organization_id = s.organization_id and w.id = s.written_by
 where s.chapter_id = $1 and s.report_id = $2`;
const shownSection = ({ reportId, writtenAt, ...row }: SectionRow): AnnualReportSection => ({
  ...row,
  id: `${reportId}:${row.section}`,
  writtenAt: writtenAt === null ? null : new Date(writtenAt),
});

export async function readSections(work: Work, row: ReportRow): Promise<AnnualReportSection[]> {
  const rows = await work.query<SectionRow>(SECTIONS, [row.chapterId, row.id]);
  return rows.map(shownSection).sort((a, b) => REPORT_SECTIONS.indexOf(a.section) - REPORT_SECTIONS.indexOf(b.section));
}

export async function readSection(work: Work, id: string, section: ReportSection): Promise<AnnualReportSection | null> {
  const [row] = isUuid(id)
    ? await work.query<SectionRow>(`${SECTIONS} and s.section = $3`, [seated(work).chapterId, id, section])
    : [];
  return row ? shownSection(row) : null;
}

const PHOTOS = `select p.id, p.alt, p.width, p.height, c.holder_name as "consentedBy", p.consented_on as "consentedOn", p.minors, p.published, p.rev
  from app.annual_report_photo p join app.seat c on c.organization_id = p.organization_id and c.id = p.consented_by
 where p.chapter_id = $1`;

export const readPhotos = (work: Work, row: Pick<ReportRow, "id" | "chapterId">): Promise<AnnualReportPhoto[]> =>
  work.query<AnnualReportPhoto>(`${PHOTOS} and p.report_id = $2 order by p.created_at, p.id`, [row.chapterId, row.id]);

export async function readPhoto(work: Work, id: string): Promise<AnnualReportPhoto | null> {
  if (!isUuid(id)) return null;
  const [photo] = await work.query<AnnualReportPhoto>(`${PHOTOS} and p.id = $2`, [seated(work).chapterId, id]);
  return photo ?? null;
}

const readVersions = async (work: Work, row: ReportRow): Promise<AnnualReportVersion[]> => {
  const rows = await work.query<Omit<AnnualReportVersion, "finishedAt"> & { finishedAt: string }>(
    `select v.version, v.finished_at as "finishedAt", f.holder_name as "finishedBy", v.because, encode(v.hash, 'hex') as hash
       from app.annual_report_version v join app.seat f on f.organization_id = v.organization_id and f.id = v.finished_by
      where v.chapter_id = $1 and v.report_id = $2 and v.edition = 'INTERNAL' order by v.version desc limit 100`,
    [row.chapterId, row.id],
  );
  return rows.map((one) => ({ ...one, finishedAt: new Date(one.finishedAt) }));
};

/** Those who were to sign what was frozen last. */
async function frozenBoard(work: Work, row: ReportRow): Promise<string[]> {
  const [found] = await work.query<{ board: string[] }>(
    `select content -> 'board' as board from app.annual_report_version
      where chapter_id = $1 and report_id = $2 and version = $3 and edition = 'INTERNAL'`,
    [row.chapterId, row.id, row.version],
  );
  return found?.board ?? [];
}

/** Those who sit on the last day counted, the leader first; of a year that is over, those who sat then. */
export const boardNames = (board: ReportFacts["board"], until: LocalDate): string[] =>
  board.filter(({ from, to }) => from <= until && (to === null || to >= until)).map(({ name }) => name);

/** The report as its board works on it; with what the facts say now unless nobody asks. */
export async function shownReport(work: Work, row: ReportRow, counted = true): Promise<AnnualReport> {
  const sections = await readSections(work, row);
  const photos = await readPhotos(work, row);
  const versions = await readVersions(work, row);
  const isFinished = row.state === "FINISHED";
  const facts = counted && !isFinished ? await readFacts(work, row.chapterId, row.year, row.language) : null;
  const frozen = isFinished ? await frozenBoard(work, row) : [];
  return {
    ...row,
    until: untilOf(row.year, work.today),
    countedOn: work.today,
    sections,
    photos,
    versions,
    sentences: facts ? reportSentences(facts, row.language) : [],
    board: facts ? boardNames(facts.board, facts.until) : frozen,
  };
}
