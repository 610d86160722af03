import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import { AnswerNudgeInput, SendNudgeInput } from "./nudge.inputs.js";
import { answerNudge, sendNudge } from "./nudge.service.js";
import { NudgeOffer, NudgePayload } from "./nudge.type.js";
import { readNudgeOffer } from "./read-nudges.js";

@Resolver()
export class NudgeResolver {
  @Needs("NUDGE")
  @Query(() => NudgeOffer, { description: "Before one writes to a board: who reads it, and what was written last." })
  async nudgeOffer(
    @Ctx() context: Context,
    @Arg("chapterId", () => ID, { description: "A chapter one follows." }) chapterId: string,
  ): Promise<NudgeOffer> {
    return readNudgeOffer(await context.work(), chapterId);
  }

  @Needs("NUDGE")
  @Mutation(() => NudgePayload, { description: "Writes to a board one follows, in Varde and by e-mail; once a week." })
  sendNudge(
    @Ctx() context: Context,
    @Arg("input", () => SendNudgeInput, { description: "The kind word." }) input: SendNudgeInput,
  ): Promise<NudgePayload> {
    return once(
      context,
      "sendNudge",
      input,
      (work) => sendNudge(work, input, context.language),
      async (work, id) => ({ offer: id ? await readNudgeOffer(work, id) : null }),
    );
  }

  @Needs("NEWS_READ")
  @Mutation(() => DonePayload, { description: "Answers a nudge with one word, and marks it as read." })
  answerNudge(
    @Ctx() context: Context,
    @Arg("input", () => AnswerNudgeInput, { description: "The answer." }) input: AnswerNudgeInput,
  ): Promise<DonePayload> {
    return once(
      context,
      "answerNudge",
      input,
      (work) => answerNudge(work, input),
      async (_work, id) => ({ done: id !== null }),
    );
  }
}
