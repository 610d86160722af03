import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { answerPilot, findQuestion, pilotQuestions } from "./answer-pilot.service.js";
import { closePilot, decidePilot, extendPilot } from "./decide-pilot.service.js";
import {
  AnswerPilotInput,
  ClosePilotInput,
  DecidePilotInput,
  ExtendPilotInput,
  PilotPreviewInput,
  StartPilotInput,
} from "./pilot.inputs.js";
import {
  Pilot,
  PilotConnection,
  PilotPayload,
  PilotPreview,
  PilotQuestion,
  PilotQuestionPayload,
} from "./pilot.type.js";
import { findPilot, listPilots, readPilot } from "./read-pilots.js";
import { readScoreboard } from "./scoreboard.service.js";
import { PilotScoreboard } from "./scoreboard.type.js";
import { previewPilot, startPilot } from "./start-pilot.service.js";

const show = async (work: Work, id: string | null) => ({ pilot: await findPilot(work, id) });

@Resolver()
export class PilotResolver {
  @Needs("TEMPLATE_WRITE")
  @Query(() => PilotConnection, { description: "Versions that are or were tried in some chapters, newest first." })
  async pilots(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { nullable: true, description: "Only of this template." }) templateId: string | null,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<Pilot>> {
    return listPilots(await context.work(), { templateId: templateId ?? null, first, after: after ?? null });
  }

  @Needs("TEMPLATE_WRITE")
  @Query(() => Pilot, { description: "One pilot." })
  async pilot(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Promise<Pilot> {
    return readPilot(await context.work(), id);
  }

  @Needs("ROLLOUT")
  @Query(() => PilotPreview, {
    description: "Which chapters a pilot would have, and what it would do there; writes nothing.",
  })
  async pilotPreview(
    @Ctx() context: Context,
    @Arg("input", () => PilotPreviewInput, { description: "Which pilot." }) input: PilotPreviewInput,
  ): Promise<PilotPreview> {
    return previewPilot(await context.work(), context.language, input);
  }

  @Needs("ROLLOUT")
  @Query(() => PilotScoreboard, {
    description: "How a pilot's version does against the version before in the same chapters, all of them together.",
  })
  async pilotScoreboard(
    @Ctx() context: Context,
    @Arg("pilotId", () => ID, { description: "The pilot." }) pilotId: string,
  ): Promise<PilotScoreboard> {
    return readScoreboard(await context.work(), pilotId);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Query(() => [PilotQuestion], {
    description: "What the own board is asked of pilots that are over and not decided, the oldest first.",
  })
  async pilotQuestions(@Ctx() context: Context): Promise<PilotQuestion[]> {
    return pilotQuestions(await context.work());
  }

  @Needs("ROLLOUT")
  @Mutation(() => PilotPayload, { description: "Tries a draft in some chapters, chosen or drawn." })
  startPilot(
    @Ctx() context: Context,
    @Arg("input", () => StartPilotInput, { description: "What, where and how long." }) input: StartPilotInput,
  ): Promise<PilotPayload> {
    return once(context, "startPilot", input, (work) => startPilot(work, context.language, input), show);
  }

  @Needs("ROLLOUT")
  @Mutation(() => PilotPayload, { description: "Lets a pilot last longer." })
  extendPilot(
    @Ctx() context: Context,
    @Arg("input", () => ExtendPilotInput, { description: "Until when." }) input: ExtendPilotInput,
  ): Promise<PilotPayload> {
    return once(context, "extendPilot", input, (work) => extendPilot(work, context.language, input), show);
  }

  @Needs("ROLLOUT")
  @Mutation(() => PilotPayload, { description: "Ends a pilot today." })
  closePilot(
    @Ctx() context: Context,
    @Arg("input", () => ClosePilotInput, { description: "Which." }) input: ClosePilotInput,
  ): Promise<PilotPayload> {
    return once(context, "closePilot", input, (work) => closePilot(work, context.language, input), show);
  }

  @Needs("ROLLOUT")
  @Mutation(() => PilotPayload, { description: "Decides what comes of a pilot, once." })
  decidePilot(
    @Ctx() context: Context,
    @Arg("input", () => DecidePilotInput, { description: "The decision and why." }) input: DecidePilotInput,
  ): Promise<PilotPayload> {
    return once(context, "decidePilot", input, (work) => decidePilot(work, context.language, input), show);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => PilotQuestionPayload, { description: "Says what the own board thinks of a version it has tried." })
  answerPilot(
    @Ctx() context: Context,
    @Arg("input", () => AnswerPilotInput, { description: "The answer." }) input: AnswerPilotInput,
  ): Promise<PilotQuestionPayload> {
    return once(
      context,
      "answerPilot",
      input,
      (work) => answerPilot(work, context.language, input),
      async (work, id) => ({ question: await findQuestion(work, id) }),
    );
  }
}
