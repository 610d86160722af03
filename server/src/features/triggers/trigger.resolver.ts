import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { heldBack } from "./held-back.service.js";
import { addQuietPeriod, quietPeriods, removeQuietPeriod } from "./quiet-periods.service.js";
import { triggerOverview } from "./trigger-overview.service.js";
import { AddQuietPeriodInput, RemoveQuietPeriodInput } from "./trigger.inputs.js";
import { HeldBack, QuietPeriodsPayload, TriggerOverview } from "./trigger.type.js";

const shown = async (work: Work) => ({ quietPeriods: await quietPeriods(work) });

@Resolver()
export class TriggerResolver {
  @Needs("ROLLOUT")
  @Query(() => TriggerOverview, {
    description: "What has begun by itself in the organization last week, what was held back, and what is expected.",
  })
  async triggerOverview(@Ctx() context: Context): Promise<TriggerOverview> {
    return triggerOverview(await context.work());
  }

  @Needs("MEMBER_READ")
  @Query(() => [HeldBack], {
    description: "Why tasks about a member of the acting chapter have not begun, the latest first.",
  })
  async memberHeldBack(
    @Ctx() context: Context,
    @Arg("memberId", () => ID, { description: "The member." }) memberId: string,
  ): Promise<HeldBack[]> {
    return heldBack(await context.work(), memberId);
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => QuietPeriodsPayload, {
    description: "Makes days quiet: what would have opened in them by itself opens after them.",
  })
  addQuietPeriod(
    @Ctx() context: Context,
    @Arg("input", () => AddQuietPeriodInput, { description: "The days." }) input: AddQuietPeriodInput,
  ): Promise<QuietPeriodsPayload> {
    return once(
      context,
      "addQuietPeriod",
      input,
      (work) => addQuietPeriod(work, input, context.language),
      (work) => shown(work),
    );
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => QuietPeriodsPayload, { description: "Removes quiet days; what was moved stays where it is." })
  removeQuietPeriod(
    @Ctx() context: Context,
    @Arg("input", () => RemoveQuietPeriodInput, { description: "Which." }) input: RemoveQuietPeriodInput,
  ): Promise<QuietPeriodsPayload> {
    return once(
      context,
      "removeQuietPeriod",
      input,
      (work) => removeQuietPeriod(work, input),
      (work) => shown(work),
    );
  }
}
