import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { surveyPoster } from "./poster.js";
import { findSurvey, listSurveys, readLinks, readSurvey } from "./read-surveys.js";
import { CreateSurveyInput, OpenSurveyInput, SaveSurveyInput, SurveyActionInput } from "./survey.inputs.js";
import { closeSurvey, createSurvey, deleteSurveyDraft, openSurvey, saveSurvey } from "./survey.service.js";
import { SurveyNow, surveysNow } from "./surveys-now.js";
import { Survey, SurveyFile, SurveyLink, SurveyPayload } from "./survey.type.js";

const WHICH = { description: "Which survey." };
const showing = (context: Context) => async (work: Work, id: string | null) => ({
  survey: await findSurvey(work, id, context.language),
});

@Resolver()
export class SurveyResolver {
  @Needs("SURVEY_READ")
  @Query(() => [Survey], { description: "Every survey one may see, drafts first, then the newest; at most 100." })
  async surveys(@Ctx() context: Context): Promise<Survey[]> {
    return listSurveys(await context.work(), context.language);
  }

  @Needs("SURVEY_READ")
  @Query(() => [SurveyNow], { description: "What the first page tells of surveys these days, at most three." })
  async surveysNow(@Ctx() context: Context): Promise<SurveyNow[]> {
    return surveysNow(await context.work());
  }

  @Needs("SURVEY_READ")
  @Query(() => Survey, { description: "One survey." })
  async survey(@Ctx() context: Context, @Arg("id", () => ID, WHICH) id: string): Promise<Survey> {
    return readSurvey(await context.work(), id, context.language);
  }

  @Needs("SURVEY_LINK")
  @Query(() => [SurveyLink], { description: "The links of a survey's chapters within reach; none for a draft." })
  async surveyLinks(
    @Ctx() context: Context,
    @Arg("surveyId", () => ID, WHICH) surveyId: string,
  ): Promise<SurveyLink[]> {
    const work = await context.work();
    await readSurvey(work, surveyId, context.language);
    return readLinks(work, surveyId, context.installation.baseUrl);
  }

  @Needs("SURVEY_LINK")
  @Query(() => SurveyFile, { description: "Posters with the code of the link, a page a chapter." })
  async surveyPoster(
    @Ctx() context: Context,
    @Arg("surveyId", () => ID, WHICH) surveyId: string,
    @Arg("chapterId", () => ID, { nullable: true, description: "Only this chapter's; null: all within reach." })
    chapterId: string | null,
  ): Promise<SurveyFile> {
    const work = await context.work();
    const survey = await readSurvey(work, surveyId, context.language);
    const links = await readLinks(work, surveyId, context.installation.baseUrl);
    return surveyPoster(survey, links, chapterId ?? null, context.language);
  }

  @Needs("SURVEY_WRITE")
  @Mutation(() => SurveyPayload, { description: "Makes a draft." })
  async createSurvey(
    @Ctx() context: Context,
    @Arg("input", () => CreateSurveyInput, { description: "What it begins as." }) input: CreateSurveyInput,
  ): Promise<SurveyPayload> {
    return once(
      context,
      "createSurvey",
      input,
      (work) => createSurvey(work, context.language, input),
      showing(context),
    );
  }

  @Needs("SURVEY_WRITE")
  @Mutation(() => SurveyPayload, { description: "Keeps a draft." })
  async saveSurvey(
    @Ctx() context: Context,
    @Arg("input", () => SaveSurveyInput, { description: "Its content." }) input: SaveSurveyInput,
  ): Promise<SurveyPayload> {
    return once(context, "saveSurvey", input, (work) => saveSurvey(work, context.language, input), showing(context));
  }

  @Needs("SURVEY_WRITE")
  @Mutation(() => SurveyPayload, { description: "Opens a draft: it is frozen, and every open chapter gets its link." })
  async openSurvey(
    @Ctx() context: Context,
    @Arg("input", () => OpenSurveyInput, { description: "The days." }) input: OpenSurveyInput,
  ): Promise<SurveyPayload> {
    return once(context, "openSurvey", input, (work) => openSurvey(work, context.language, input), showing(context));
  }

  @Needs("SURVEY_WRITE")
  @Mutation(() => SurveyPayload, { description: "Ends an open survey." })
  async closeSurvey(
    @Ctx() context: Context,
    @Arg("input", () => SurveyActionInput, WHICH) input: SurveyActionInput,
  ): Promise<SurveyPayload> {
    return once(context, "closeSurvey", input, (work) => closeSurvey(work, context.language, input), showing(context));
  }

  @Needs("SURVEY_WRITE")
  @Mutation(() => SurveyPayload, { description: "Throws a draft away." })
  async deleteSurveyDraft(
    @Ctx() context: Context,
    @Arg("input", () => SurveyActionInput, WHICH) input: SurveyActionInput,
  ): Promise<SurveyPayload> {
    const act = (work: Work) => deleteSurveyDraft(work, context.language, input);
    return once(context, "deleteSurveyDraft", input, act, showing(context));
  }
}
