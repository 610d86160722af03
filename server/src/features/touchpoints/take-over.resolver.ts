import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import { readTouchpoint } from "./read-touchpoint.service.js";
import { SeeTakenOverInput, TakeOverDutyInput } from "./take-over.inputs.js";
import { dutiesToTakeOver, seeTakenOver, takeOverDuty } from "./take-over.service.js";
import { TouchpointPayload } from "./touchpoint-detail.type.js";
import { Touchpoint } from "./touchpoint.type.js";

@Resolver()
export class TakeOverResolver {
  @Needs("DUTY_TAKE_OVER")
  @Query(() => [Touchpoint], {
    description:
      "The due duties of a chapter where nobody is at it, which national may do on its behalf, by due day; 60 at most. Empty where somebody is. Never what is about a member.",
  })
  async dutiesToTakeOver(
    @Ctx() context: Context,
    @Arg("chapterId", () => ID, { description: "The chapter." }) chapterId: string,
  ): Promise<Touchpoint[]> {
    return dutiesToTakeOver(context, await context.work(), chapterId);
  }

  @Needs("DUTY_TAKE_OVER")
  @Mutation(() => TouchpointPayload, {
    description:
      "Reports a due duty on behalf of a chapter where nobody is at it. It is counted apart, and is the board's again when the board corrects it.",
  })
  takeOverDuty(
    @Ctx() context: Context,
    @Arg("input", () => TakeOverDutyInput, { description: "The duty and its answers." }) input: TakeOverDutyInput,
  ): Promise<TouchpointPayload> {
    return once(
      context,
      "takeOverDuty",
      input,
      (work) => takeOverDuty(context, work, input),
      async (work, id) => ({ detail: id ? await readTouchpoint(context, work, id) : null }),
      input.id,
    );
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => DonePayload, {
    description: "The board has seen what was done on its behalf; it does not stand on its day any more.",
  })
  seeTakenOver(
    @Ctx() context: Context,
    @Arg("input", () => SeeTakenOverInput, { description: "What was seen." }) input: SeeTakenOverInput,
  ): Promise<DonePayload> {
    return once(
      context,
      "seeTakenOver",
      input,
      (work) => seeTakenOver(work, input),
      async () => ({ done: true }),
    );
  }
}
