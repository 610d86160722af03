import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import { AnswerGoodExampleInput, DeclineGoodExampleInput, SetGoodExamplesInput } from "./good-example.inputs.js";
import { answerGoodExample, declineGoodExample, setGoodExamples } from "./good-example.service.js";
import {
  GoodExample,
  GoodExampleConnection,
  GoodExamplePayload,
  GoodExampleSetting,
  GoodExampleSettingPayload,
} from "./good-example.type.js";
import { listQuestions, openQuestion, ownQuestion, readSetting } from "./read-good-examples.js";

const showing = (id: string) => async (work: Work) => ({ goodExample: await ownQuestion(work, id) });

@Resolver()
export class GoodExampleResolver {
  @Needs("TOUCHPOINT_WRITE")
  @Query(() => GoodExample, {
    nullable: true,
    description: "What the own chapter is asked because it stands out; null when nothing waits.",
  })
  async goodExample(@Ctx() context: Context): Promise<GoodExample | null> {
    return openQuestion(await context.work());
  }

  @Needs("TEMPLATE_WRITE")
  @Query(() => GoodExampleConnection, { description: "Which chapters were asked what they do, newest first." })
  async goodExamples(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { nullable: true, description: "Only of this template." }) templateId: string | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<GoodExample>> {
    return listQuestions(await context.work(), { templateId: templateId ?? null, first, after: after ?? null });
  }

  @Needs("TEMPLATE_WRITE")
  @Query(() => GoodExampleSetting, { description: "Whether chapters that stand out are asked." })
  async goodExampleSetting(@Ctx() context: Context): Promise<GoodExampleSetting> {
    return readSetting(await context.work());
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => GoodExamplePayload, {
    description: "Tells what the own chapter does. It becomes a practice, which national reads before others do.",
  })
  async answerGoodExample(
    @Ctx() context: Context,
    @Arg("input", () => AnswerGoodExampleInput, { description: "The answer." }) input: AnswerGoodExampleInput,
  ): Promise<GoodExamplePayload> {
    const act = (work: Work) => answerGoodExample(work, context.language, input);
    return once(context, "answerGoodExample", input, act, showing(input.id));
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => GoodExamplePayload, { description: "Says «not now»." })
  async declineGoodExample(
    @Ctx() context: Context,
    @Arg("input", () => DeclineGoodExampleInput, { description: "Which." }) input: DeclineGoodExampleInput,
  ): Promise<GoodExamplePayload> {
    const act = (work: Work) => declineGoodExample(work, context.language, input);
    return once(context, "declineGoodExample", input, act, showing(input.id));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => GoodExampleSettingPayload, { description: "Begins or stops asking chapters that stand out." })
  async setGoodExamples(
    @Ctx() context: Context,
    @Arg("input", () => SetGoodExamplesInput, { description: "Whether to ask." }) input: SetGoodExamplesInput,
  ): Promise<GoodExampleSettingPayload> {
    const act = (work: Work) => setGoodExamples(work, context.language, input);
    return once(context, "setGoodExamples", input, act, async (work) => ({ setting: await readSetting(work) }));
  }
}
