import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { CountsReading, Needs } from "../../../kernel/access/policy.js";
import { countReading } from "../../../kernel/count-reading.js";
import type { Context } from "../../../kernel/graphql/context.js";
import type { Connection } from "../../../kernel/graphql/output.js";
import { once } from "../../../kernel/mutation.js";
import { readSurvey } from "../read-surveys.js";
import { resultsBook, resultsFile } from "./results-file.js";
import { surveyResults } from "./results.service.js";
import { FileFormatEnum, ResultsFile, SurveyResults } from "./results.type.js";
import type { FileFormat } from "./results.type.js";
import { setTextAside, surveyTexts } from "./texts.service.js";
import { SetSurveyTextAsideInput, SurveyText, SurveyTextConnection, SurveyTextPayload } from "./texts.type.js";

const WHICH = { description: "Which survey." };

@Resolver()
export class SurveyResultsResolver {
  @Needs("SURVEY_READ")
  @Query(() => SurveyResults, { description: "What is published of a survey, as far as one may see." })
  async surveyResults(
    @Ctx() context: Context,
    @Arg("surveyId", () => ID, WHICH) surveyId: string,
  ): Promise<SurveyResults> {
    return surveyResults(await context.work(), surveyId);
  }

  @Needs("SURVEY_READ")
  @Query(() => ResultsFile, { description: "The same as a table for a spreadsheet; what is hidden is `:`." })
  async surveyResultsFile(
    @Ctx() context: Context,
    @Arg("surveyId", () => ID, WHICH) surveyId: string,
    @Arg("format", () => FileFormatEnum, { description: "Which kind of file." }) format: FileFormat,
  ): Promise<ResultsFile> {
    const work = await context.work();
    const survey = await readSurvey(work, surveyId, context.language);
    const results = await surveyResults(work, surveyId);
    const link = `${context.installation.baseUrl}/medlemsreisen/undersokelser/${surveyId}/resultater`;
    return resultsFile(resultsBook(survey, results, link, context.language), format, context.language);
  }

  @Needs("SURVEY_WRITE")
  @CountsReading()
  @Query(() => SurveyTextConnection, {
    description: "What was written to a question of a survey that is published, in an order drawn by lot.",
  })
  async surveyTexts(
    @Ctx() context: Context,
    @Arg("surveyId", () => ID, WHICH) surveyId: string,
    @Arg("question", () => String, { description: "The question's key." }) question: string,
    @Arg("draw", () => Int, {
      description: "Draws the order: the same number gives the same one, another number another.",
    })
    draw: number,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Those after this cursor, in the same order." })
    after: string | null,
  ): Promise<Connection<SurveyText>> {
    const work = await context.work();
    const texts = await surveyTexts(work, surveyId, { question, draw, first, after: after ?? null });
    if (texts.nodes.length > 0) await countReading(work, "TEXTS", texts.nodes.length);
    return texts;
  }

  @Needs("SURVEY_WRITE")
  @Mutation(() => SurveyTextPayload, { description: "Sets a text aside: it names somebody, or tells of health." })
  async setSurveyTextAside(
    @Ctx() context: Context,
    @Arg("input", () => SetSurveyTextAsideInput, { description: "Which text." }) input: SetSurveyTextAsideInput,
  ): Promise<SurveyTextPayload> {
    return once(
      context,
      "setSurveyTextAside",
      input,
      (work) => setTextAside(work, context.language, input),
      async (_work, id) => ({ done: id !== null }),
    );
  }
}
