import { createHash } from "node:crypto";
import { INTERNAL_SECTIONS, REPORT_EDITIONS, REPORT_SECTIONS } from "@varde/domain";
import type { ReportSection, TakenSentence } from "@varde/domain";
import { DRAWN_PHOTO } from "./drawn-photo.js";
import { chapterId } from "./federation.js";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { Instant, OfChapter } from "./row-parts.js";
import type { DemoRows } from "./rows.js";

export type AnnualReportRow = OfChapter & {
  id: string;
  year: number;
  language: "nb" | "nn" | "en";
  state: "DRAFT" | "FINISHED";
  version: number;
  started_by: string;
  started_at: Instant;
  rev: number;
};
export type AnnualReportSectionRow = OfChapter & {
  report_id: string;
  section: ReportSection;
  body: string;
  taken: TakenSentence[];
  written_by: string | null;
  written_at: Instant | null;
  rev: number;
};
export type AnnualReportVersionRow = OfChapter & {
  report_id: string;
  version: number;
  edition: "INTERNAL" | "PUBLIC";
  year: number;
  content: object;
  hash: string;
  because: string | null;
  finished_by: string;
  finished_at: Instant;
};
export type AnnualReportPhotoRow = OfChapter & {
  report_id: string;
  id: string;
  image: string;
  hash: string;
  width: number;
  height: number;
  alt: string;
  published: boolean;
  consented_by: string;
  consented_on: string;
  minors: "NONE" | "GUARDIANS";
  created_at: Instant;
  rev: number;
};

/** The rows of annual reports, in the order in which they can be loaded. */
export type AnnualReportRows = {
  annual_report: AnnualReportRow[];
  annual_report_section: AnnualReportSectionRow[];
  annual_report_version: AnnualReportVersionRow[];
  annual_report_photo: AnnualReportPhotoRow[];
};
export const noAnnualReportRows = (): AnnualReportRows => ({
  annual_report: [],
  annual_report_section: [],
  annual_report_version: [],
  annual_report_photo: [],
});

type Told = Partial<Record<ReportSection, string>>;

const lastYears = (name: string, year: number, board: readonly string[]): Told => ({
  INTRO: `${year} ble året da ${name} fant rytmen. Vi bestemte oss for å møtes fast, og for at ingen ny skulle komme til et tomt rom.`,
  BOARD: board.map((one) => `- ${one}`).join("\n"),
  MEMBERS: `Laget hadde 42 medlemmer 31. desember ${year}. 35 medlemmer hadde betalt kontingent for ${year}.`,
  MEETINGS:
    "Vi holdt ett årsmøte, 6 styremøter og 2 medlemsmøter. I tillegg hadde vi 11 treff. Best besøkt var filmkvelden i november.",
  PLAN: "- 1 Fast treff hver måned: Gjort. Torsdager passer best.\n- 2 Sommertur: Delvis gjort. Vi må bestille før påske.\n- 3 Besøk på videregående: Ikke gjort. Vi fant ingen dato, og prøver igjen.",
  ECONOMY: "Vi fikk støtte fra Frifond til sommerturen. Resten gikk til mat på treffene.",
  COOPERATION: "Vi hadde en felles kveld med frivilligsentralen, og to av oss var på landsmøtet.",
  THANKS: `Takk til alle som har vært med og gjort laget til det det er i ${year}.`,
});

const THIS_YEAR: Told = {
  INTRO: "I år har vi prøvd noe nytt: å følge opp alle nye medlemmer i løpet av to uker.",
  ECONOMY: "Regnskapet legges fram på årsmøtet.",
};

/** As the database writes a JSON value out: keys by length and then by letters. What is frozen has the hash of that text. */
function asStored(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asStored).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return `{${keys.map(([key, of]) => `${JSON.stringify(key)}: ${asStored(of)}`).join(", ")}}`;
}
const sha256 = (of: string | Buffer): string => createHash("sha256").update(of).digest("hex");

/** Last year's annual reports, finished in some chapters and one with a picture; this year's is begun in one. */
export function addAnnualReports(rows: DemoRows, frame: Frame, organization: string): void {
  const thisYear = Number(frame.today.slice(0, 4));
  for (const [key, year, finished] of [
    ["asker", thisYear - 1, true],
    ["drammen", thisYear - 1, true],
    ["tromso", thisYear - 1, true],
    ["asker", thisYear, false],
  ] as const) {
    const chapter = rows.chapter.find(({ id }) => id === chapterId(organization, key));
    const board = rows.seat.filter(
      (one) => one.chapter_id === chapter?.id && one.role !== "MENTOR" && (one.valid_to ?? "9999") > frame.today,
    );
    const [leader, other = leader] = board;
    if (!chapter || !leader || !other) continue;
    const tenant = { organization_id: organization, chapter_id: chapter.id };
    const id = demoId("annual-report", chapter.id, String(year));
    const writtenAt = at(finished ? `${thisYear}-02-02` : `${thisYear}-01-02`, 18);
    const names = board.map((one) => one.holder_name);
    const told = finished ? lastYears(chapter.short_name, year, names) : THIS_YEAR;
    rows.annual_report.push({
      ...tenant,
      id,
      year,
      language: "nb",
      state: finished ? "FINISHED" : "DRAFT",
      version: finished ? 1 : 0,
      started_by: leader.id,
      started_at: writtenAt,
      rev: finished ? 2 : 1,
    });
    for (const section of REPORT_SECTIONS)
      rows.annual_report_section.push({
        ...tenant,
        report_id: id,
        section,
        body: told[section] ?? "",
        taken: [],
        written_by: told[section] ? other.id : null,
        written_at: told[section] ? writtenAt : null,
        rev: told[section] ? 2 : 1,
      });
    if (!finished) continue;
    const photos = key === "asker" ? [addPhoto(rows, tenant, id, leader.id, writtenAt)] : [];
    for (const edition of REPORT_EDITIONS) {
      const content = {
        chapterName: chapter.name,
        year,
        language: "nb",
        sections: REPORT_SECTIONS.filter(
          (section) => told[section] && (edition === "INTERNAL" || !INTERNAL_SECTIONS.has(section)),
        ).map((section) => ({ section, body: told[section] })),
        board: names,
        photos,
      };
      rows.annual_report_version.push({
        ...tenant,
        report_id: id,
        version: 1,
        edition,
        year,
        content,
        hash: `\\x${sha256(asStored(content))}`,
        because: null,
        finished_by: leader.id,
        finished_at: writtenAt,
      });
    }
  }
}

function addPhoto(rows: DemoRows, tenant: OfChapter, reportId: string, by: string, when: Instant) {
  const { image, width, height } = DRAWN_PHOTO;
  const photo = { id: demoId("report-photo", reportId), hash: sha256(image) };
  rows.annual_report_photo.push({
    ...tenant,
    report_id: reportId,
    id: photo.id,
    image: `\\x${image.toString("hex")}`,
    hash: `\\x${photo.hash}`,
    width,
    height,
    alt: "Varden på toppen i solnedgang, tegnet etter sommerturen",
    published: true,
    consented_by: by,
    consented_on: when.slice(0, 10),
    minors: "NONE",
    created_at: when,
    rev: 2,
  });
  return photo;
}
