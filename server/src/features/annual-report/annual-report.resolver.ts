import { reportYear } from "@varde/domain";
import type { Language, ReportEdition, ReportSection } from "@varde/domain";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { asksFor } from "../../kernel/graphql/asks-for.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import {
  DeleteReportPhotoInput,
  DescribeReportPhotoInput,
  FinishAnnualReportInput,
  ReopenAnnualReportInput,
  SaveReportSectionInput,
  StartAnnualReportInput,
} from "./annual-report.inputs.js";
import {
  AnnualReport,
  AnnualReportFile,
  AnnualReportPayload,
  FinishedAnnualReport,
  FinishedReportConnection,
  ReportEditionEnum,
  ReportFormatEnum,
  ReportPhotoPayload,
  ReportSectionPayload,
} from "./annual-report.type.js";
import type { FinishedReportLine, ReportFormat } from "./annual-report.type.js";
import { finishedReport, listFinished } from "./finished.service.js";
import { deletePhoto, describePhoto } from "./photo.service.js";
import { reportFile } from "./print-report.js";
import { readPhoto, readSection, reportById, reportOfYear, shownReport } from "./read-report.js";
import { finishReport, reopenReport, saveSection, startReport } from "./report.service.js";

/** Beyond these no report is of, and the database's numbers are small. */
function demandYear(year: number): number {
  if (year < 2000 || year > 2100) throw new AppError("NOT_FOUND");
  return year;
}

async function show(work: Work, id: string | null): Promise<{ report: AnnualReport | null }> {
  const row = id === null ? null : await reportById(work, id);
  return { report: row && (await shownReport(work, row)) };
}
const showSection = (section: ReportSection) => async (work: Work, id: string | null) => ({
  section: id === null ? null : await readSection(work, id, section),
});
const showPhoto = async (work: Work, id: string | null) => ({ photo: id === null ? null : await readPhoto(work, id) });

type Act<Input> = (work: Work, language: Language, input: Input) => Promise<Done>;
const change = <Input extends { key: string }>(context: Context, name: string, input: Input, act: Act<Input>) =>
  once(context, name, input, (work) => act(work, context.language, input), show);

@Resolver()
export class AnnualReportResolver {
  @Needs("PLAN_WRITE")
  @Query(() => AnnualReport, {
    nullable: true,
    description: "The own chapter's annual report as its board works on it; null before somebody has begun it.",
  })
  async annualReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("year", () => Int, { nullable: true, description: "The year; the one that is worked on when left out." })
    year: number | null,
  ): Promise<AnnualReport | null> {
    const work = await context.work();
    const row = await reportOfYear(work, demandYear(year ?? reportYear(work.today)));
    // who only looks at what others write needs no count of the year
    return row && shownReport(work, row, asksFor(info, "sentences") || asksFor(info, "board"));
  }

  @Needs("PLAN_READ")
  @Query(() => FinishedReportConnection, {
    description: "Annual reports that are finished, of the chapters in reach: newest year first.",
  })
  async finishedAnnualReports(
    @Ctx() context: Context,
    @Arg("year", () => Int, { nullable: true, description: "Only of one year." }) year: number | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, at most 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after: string | null,
  ): Promise<Connection<FinishedReportLine>> {
    return listFinished(await context.work(), { first, after, year: year === null ? null : demandYear(year) });
  }

  @Needs("PLAN_READ")
  @Query(() => FinishedAnnualReport, {
    nullable: true,
    description: "The public edition of a chapter's finished report; null where there is none for the asker.",
  })
  async finishedAnnualReport(
    @Ctx() context: Context,
    @Arg("chapterId", () => ID, { description: "The chapter." }) chapterId: string,
    @Arg("year", () => Int, { description: "The year." }) year: number,
  ): Promise<FinishedAnnualReport | null> {
    return finishedReport(await context.work(), chapterId, demandYear(year));
  }

  @Needs("PLAN_READ")
  @Query(() => AnnualReportFile, {
    description:
      "A report as a file: the own board's draft while there is one, else what is finished. The INTERNAL edition is the own board's alone.",
  })
  async annualReportFile(
    @Ctx() context: Context,
    @Arg("chapterId", () => ID, { nullable: true, description: "The chapter; the own when left out." })
    chapterId: string | null,
    @Arg("year", () => Int, { description: "The year." }) year: number,
    @Arg("edition", () => ReportEditionEnum, { description: "Which edition." }) edition: ReportEdition,
    @Arg("format", () => ReportFormatEnum, { description: "What kind of file." }) format: ReportFormat,
  ): Promise<AnnualReportFile> {
    return reportFile(await context.work(), { chapterId, year: demandYear(year), edition, format });
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => AnnualReportPayload, { description: "Begins the own chapter's annual report of a year." })
  async startAnnualReport(
    @Ctx() context: Context,
    @Arg("input", () => StartAnnualReportInput, { description: "Which year, and with what." })
    input: StartAnnualReportInput,
  ): Promise<AnnualReportPayload> {
    return change(context, "startAnnualReport", input, startReport);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ReportSectionPayload, {
    description:
      "Saves one section of a report that is being written. Others may write in the other sections meanwhile.",
  })
  async saveReportSection(
    @Ctx() context: Context,
    @Arg("input", () => SaveReportSectionInput, { description: "The section." }) input: SaveReportSectionInput,
  ): Promise<ReportSectionPayload> {
    const act = (work: Work) => saveSection(work, context.language, input);
    return once(context, "saveReportSection", input, act, showSection(input.section));
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ReportPhotoPayload, { description: "Says what a photo shows, for those who cannot see it." })
  async describeReportPhoto(
    @Ctx() context: Context,
    @Arg("input", () => DescribeReportPhotoInput, { description: "Which, and what it shows." })
    input: DescribeReportPhotoInput,
  ): Promise<ReportPhotoPayload> {
    const act = (work: Work) => describePhoto(work, context.language, input);
    return once(context, "describeReportPhoto", input, act, showPhoto);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ReportPhotoPayload, {
    description: "Takes a photo away for good, also from a finished report: who is in it may change their mind.",
  })
  async deleteReportPhoto(
    @Ctx() context: Context,
    @Arg("input", () => DeleteReportPhotoInput, { description: "Which." }) input: DeleteReportPhotoInput,
  ): Promise<ReportPhotoPayload> {
    const act = (work: Work) => deletePhoto(work, context.language, input);
    return once(context, "deleteReportPhoto", input, act, showPhoto);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => AnnualReportPayload, { description: "Finishes a report: both editions are frozen as it is now." })
  async finishAnnualReport(
    @Ctx() context: Context,
    @Arg("input", () => FinishAnnualReportInput, { description: "Which." }) input: FinishAnnualReportInput,
  ): Promise<AnnualReportPayload> {
    return change(context, "finishAnnualReport", input, finishReport);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => AnnualReportPayload, { description: "Opens a finished report again, for a new version." })
  async reopenAnnualReport(
    @Ctx() context: Context,
    @Arg("input", () => ReopenAnnualReportInput, { description: "Which, and why." }) input: ReopenAnnualReportInput,
  ): Promise<AnnualReportPayload> {
    return change(context, "reopenAnnualReport", input, reopenReport);
  }
}
