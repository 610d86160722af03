import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { findTemplate } from "./read-templates.js";
import { previewRollout, rollOut } from "./rollout.service.js";
import { RollOutInput, RolloutPreviewInput, WithdrawRolloutInput } from "./template.inputs.js";
import { RolloutPayload, RolloutPreview, WithdrawPayload } from "./template.type.js";
import { readWithdrawn, withdrawRollout } from "./withdraw-rollout.service.js";

@Resolver()
export class RolloutResolver {
  @Needs("ROLLOUT")
  @Query(() => RolloutPreview, { description: "What a roll-out would make in each chapter; writes nothing." })
  async rolloutPreview(
    @Ctx() context: Context,
    @Arg("input", () => RolloutPreviewInput, { description: "Which roll-out." }) input: RolloutPreviewInput,
  ): Promise<RolloutPreview> {
    return previewRollout(await context.work(), input);
  }

  @Needs("ROLLOUT")
  @Mutation(() => RolloutPayload, { description: "Gives the published version to chapters from a day on." })
  rollOut(
    @Ctx() context: Context,
    @Arg("input", () => RollOutInput, { description: "What to whom from when." }) input: RollOutInput,
  ): Promise<RolloutPayload> {
    return once(
      context,
      "rollOut",
      input,
      (work) => rollOut(work, context.language, input),
      async (work, id) => {
        const template = await findTemplate(work, context.language, input.templateId);
        return { template, rollout: template?.rollouts.find((rollout) => rollout.id === id) ?? null };
      },
    );
  }

  @Needs("ROLLOUT")
  @Mutation(() => WithdrawPayload, {
    description:
      "Takes a roll-out back: untouched touchpoints return to the version before or are cancelled, begun ones stay.",
  })
  withdrawRollout(
    @Ctx() context: Context,
    @Arg("input", () => WithdrawRolloutInput, { description: "Which, and why." }) input: WithdrawRolloutInput,
  ): Promise<WithdrawPayload> {
    return once(
      context,
      "withdrawRollout",
      input,
      (work) => withdrawRollout(work, context.language, input),
      async (work, id) => ({
        template: await findTemplate(work, context.language, input.templateId),
        ...(await readWithdrawn(work, id)),
      }),
    );
  }
}
