import { REPORT_EDITIONS, REPORT_SECTIONS, REPORT_SOURCES } from "@varde/domain";
import type { Language, ReportSection, ReportSource } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, LanguageEnum, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";

export const ReportSectionEnum = enumOf(
  REPORT_SECTIONS,
  "ReportSection",
  "In the order they are read. MEMBERS and FOLLOW_UP count persons, and are in the chapter's own edition alone.",
);
export const ReportSourceEnum = enumOf(
  REPORT_SOURCES,
  "ReportSource",
  "What a sentence was made from. STANDARD: no fact, but a way to begin. FEES: fees of the year. PRACTICES: what the chapter has told others.",
);
export const ReportEditionEnum = enumOf(
  REPORT_EDITIONS,
  "ReportEdition",
  "INTERNAL is the chapter's own. PUBLIC leaves out the sections that count persons, and is what those above read.",
);
export const REPORT_STATES = ["DRAFT", "FINISHED"] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export const ReportStateEnum = enumOf(
  REPORT_STATES,
  "AnnualReportState",
  "A DRAFT is written on; what is FINISHED is frozen until it is opened again.",
);
export const REPORT_MINORS = ["NONE", "GUARDIANS"] as const;
export type ReportMinors = (typeof REPORT_MINORS)[number];
export const ReportMinorsEnum = enumOf(
  REPORT_MINORS,
  "ReportPhotoMinors",
  "NONE: nobody under 15 can be recognised. GUARDIANS: a guardian of each has said yes.",
);
export const REPORT_FORMATS = ["PDF", "DOCX"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
export const ReportFormatEnum = enumOf(
  REPORT_FORMATS,
  "ReportFormat",
  "To print, or to go on with in a word processor.",
);

@Output("A sentence made from the year's facts, as they are now.")
export class ReportSentence {
  @Field(() => String, { description: "Stays the same while what it tells of does." })
  key!: string;
  @Field(() => ReportSectionEnum, { description: "The section it belongs in." })
  section!: ReportSection;
  @Field(() => String, { description: "In the report's language." })
  text!: string;
  @Field(() => ReportSourceEnum, { description: "What was counted." })
  source!: ReportSource;
}

@Output("A sentence as it was when it was taken in.")
export class TakenSentence {
  @Field(() => String, { description: "Its key." })
  key!: string;
  @Field(() => String, { description: "Its words then." })
  text!: string;
}

@Output("A section of an annual report that is being written.")
export class AnnualReportSection {
  @Field(() => ID, { description: "Unlike every other section's." })
  id!: string;
  @Field(() => ReportSectionEnum, { description: "Which." })
  section!: ReportSection;
  @Field(() => String, { description: "Plain text: paragraphs, and lines that begin with «- »." })
  body!: string;
  @Field(() => [TakenSentence], { description: "The sentences made from facts that were taken in, as they were then." })
  taken!: TakenSentence[];
  @Field(() => ID, { nullable: true, description: "The seat that wrote last; null when nobody has." })
  writtenBy!: string | null;
  @Field(() => String, { nullable: true, description: "Who sits in it." })
  writerName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When." })
  writtenAt!: Date | null;
  @Field(() => Int, { description: "Grows by one with each save; a save says which it builds on." })
  rev!: number;
}

@Output("A photo of an annual report. The picture itself is at `/report/photo/<id>`, for those who may read it.")
export class AnnualReportPhoto {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "What it shows, for those who cannot see it; empty until somebody has said." })
  alt!: string;
  @Field(() => Int, { description: "Pixels across, 1600 at most." })
  width!: number;
  @Field(() => Int, { description: "Pixels down, 1600 at most." })
  height!: number;
  @Field(() => String, { description: "Who said that everybody who can be recognised has said yes." })
  consentedBy!: string;
  @Field(() => LocalDateScalar, { description: "When they said so." })
  consentedOn!: string;
  @Field(() => ReportMinorsEnum, { description: "What they said of those under 15." })
  minors!: ReportMinors;
  @Field(() => Boolean, { description: "It stands in a finished report, which those above the chapter may read." })
  published!: boolean;
  @Field(() => Int, { description: "Grows by one with each change." })
  rev!: number;
}

@Output("A frozen version of an annual report.")
export class AnnualReportVersion {
  @Field(() => Int, { description: "1 is the first." })
  version!: number;
  @Field(() => DateTimeScalar, { description: "When it was finished." })
  finishedAt!: Date;
  @Field(() => String, { description: "By whom." })
  finishedBy!: string;
  @Field(() => String, { nullable: true, description: "Why the one before was opened again; null of the first." })
  because!: string | null;
  @Field(() => String, { description: "SHA-256 of the chapter's own edition as it was frozen, in hex." })
  hash!: string;
}

@Output("A chapter's annual report (årsmelding) as its board works on it.")
export class AnnualReport {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => ID, { description: "The chapter it is of." })
  chapterId!: string;
  @Field(() => Int, { description: "The year it tells of." })
  year!: number;
  @Field(() => LanguageEnum, { description: "The language it is written in." })
  language!: Language;
  @Field(() => ReportStateEnum, { description: "Whether it is written on." })
  state!: ReportState;
  @Field(() => Int, { description: "How many times it has been finished." })
  version!: number;
  @Field(() => String, { nullable: true, description: "Why it was opened again." })
  reopenedBecause!: string | null;
  @Field(() => LocalDateScalar, { description: "The last day counted: 31 December, or today while the year lasts." })
  until!: string;
  @Field(() => LocalDateScalar, { description: "The day the facts were counted: today." })
  countedOn!: string;
  @Field(() => [AnnualReportSection], { description: "All sections, in the order they are read." })
  sections!: AnnualReportSection[];
  @Field(() => [ReportSentence], { description: "What the year's facts say now; none once it is finished." })
  sentences!: ReportSentence[];
  @Field(() => [AnnualReportPhoto], { description: "Its photos, oldest first, at most 12." })
  photos!: AnnualReportPhoto[];
  @Field(() => [AnnualReportVersion], { description: "Its frozen versions, newest first." })
  versions!: AnnualReportVersion[];
  @Field(() => [String], {
    description:
      "Those who sign: the names of the board on the last day counted, and of what is finished as it was frozen.",
  })
  board!: string[];
  @Field(() => Int, { description: "Grows when it is finished and opened again." })
  rev!: number;
}

@Output("A section of a finished report.")
export class FinishedSection {
  @Field(() => ReportSectionEnum, { description: "Which." })
  section!: ReportSection;
  @Field(() => String, { description: "Plain text, as it was frozen." })
  body!: string;
}

@Output("A photo of a finished report that has not been taken away since.")
export class FinishedPhoto {
  @Field(() => ID, { description: "Its id; the picture is at `/report/photo/<id>`." })
  id!: string;
  @Field(() => String, { description: "What it shows." })
  alt!: string;
  @Field(() => Int, { description: "Pixels across." })
  width!: number;
  @Field(() => Int, { description: "Pixels down." })
  height!: number;
}

@Output("The public edition of a chapter's newest finished report of a year.")
export class FinishedAnnualReport {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "Its name." })
  chapterName!: string;
  @Field(() => Int, { description: "The year." })
  year!: number;
  @Field(() => LanguageEnum, { description: "The language it is written in." })
  language!: Language;
  @Field(() => Int, { description: "Which version." })
  version!: number;
  @Field(() => DateTimeScalar, { description: "When it was finished." })
  finishedAt!: Date;
  @Field(() => [FinishedSection], { description: "The sections that have something in them." })
  sections!: FinishedSection[];
  @Field(() => [FinishedPhoto], { description: "Its photos." })
  photos!: FinishedPhoto[];
  @Field(() => [String], { description: "The names of the board that signs." })
  board!: string[];
  @Field(() => String, { description: "SHA-256 of this edition as it was frozen, in hex." })
  hash!: string;
}

@Output("A finished report in a list.")
export class FinishedReportLine {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "Its name." })
  chapterName!: string;
  @Field(() => Int, { description: "The year." })
  year!: number;
  @Field(() => DateTimeScalar, { description: "When its newest version was finished." })
  finishedAt!: Date;
}
export const FinishedReportConnection = connectionOf(FinishedReportLine, "FinishedReportLine");

@Output("A report as a file.")
export class AnnualReportFile {
  @Field(() => String, { description: "What to call it, with its ending." })
  fileName!: string;
  @Field(() => String, { description: "What kind of file it is." })
  mediaType!: string;
  @Field(() => String, { description: "The file, in base64." })
  data!: string;
}

@Output("The report after a change, or as it is when refused.")
export class AnnualReportPayload {
  @Field(() => AnnualReport, { nullable: true, description: "As it is now." })
  report!: AnnualReport | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("A section after a save, or as it is when refused: with CONFLICT, what somebody else wrote.")
export class ReportSectionPayload {
  @Field(() => AnnualReportSection, { nullable: true, description: "As it is now." })
  section!: AnnualReportSection | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("A photo after a change; null when it is gone.")
export class ReportPhotoPayload {
  @Field(() => AnnualReportPhoto, { nullable: true, description: "As it is now." })
  photo!: AnnualReportPhoto | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
