import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../../kernel/access/policy.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { once } from "../../../kernel/mutation.js";
import { answerCatchUp, listCatchUps } from "./catch-up.service.js";
import { AnswerCatchUpInput, AnswerCatchUpPayload, CatchUpQuestion } from "./catch-up.type.js";

@Resolver()
export class CatchUpResolver {
  @Needs("TOUCHPOINT_WRITE")
  @Query(() => [CatchUpQuestion], { description: "What the board is asked whether to take up after a roll-out." })
  async catchUps(@Ctx() context: Context): Promise<CatchUpQuestion[]> {
    return listCatchUps(await context.work());
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => AnswerCatchUpPayload, { description: "Takes up what was due before a roll-out, or lets it lie." })
  answerCatchUp(
    @Ctx() context: Context,
    @Arg("input", () => AnswerCatchUpInput, { description: "Which, and whether." }) input: AnswerCatchUpInput,
  ): Promise<AnswerCatchUpPayload> {
    return once(
      context,
      "answerCatchUp",
      input,
      (work) => answerCatchUp(work, context.language, input),
      async (work) => ({ catchUps: await listCatchUps(work) }),
    );
  }
}
