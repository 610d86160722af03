import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { changePlan } from "./change.js";
import { MovePlanRowInput, RemovePlanRowInput, RestorePlanRowInput, SavePlanRowInput } from "./plan.inputs.js";
import { ActionPlanPayload } from "./plan.type.js";
import { movePlanRow, removePlanRow, restorePlanRow, savePlanRow } from "./row.service.js";

@Resolver()
export class PlanRowResolver {
  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Writes a row of a plan, or a new one last." })
  async savePlanRow(
    @Ctx() context: Context,
    @Arg("input", () => SavePlanRowInput, { description: "The row." }) input: SavePlanRowInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "savePlanRow", input, savePlanRow);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Moves a row of a plan." })
  async movePlanRow(
    @Ctx() context: Context,
    @Arg("input", () => MovePlanRowInput, { description: "Which, and where to." }) input: MovePlanRowInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "movePlanRow", input, movePlanRow);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Takes a row of a plan away." })
  async removePlanRow(
    @Ctx() context: Context,
    @Arg("input", () => RemovePlanRowInput, { description: "Which." }) input: RemovePlanRowInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "removePlanRow", input, removePlanRow);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Puts a row back, last." })
  async restorePlanRow(
    @Ctx() context: Context,
    @Arg("input", () => RestorePlanRowInput, { description: "Which." }) input: RestorePlanRowInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "restorePlanRow", input, restorePlanRow);
  }
}
