import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Needs } from "../../../kernel/access/policy.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { planFile } from "./plan-file.service.js";
import { ActionPlanFile, PlanFileFormatEnum } from "./plan-print.type.js";
import type { PlanFileFormat } from "./plan-print.type.js";

@Resolver()
export class PlanPrintResolver {
  @Needs("PLAN_READ")
  @Query(() => ActionPlanFile, {
    description:
      "An action plan as it is printed: five columns, with titles that stand again on each page. A draft is marked as one.",
  })
  async actionPlanFile(
    @Ctx() context: Context,
    @Arg("planId", () => ID, { description: "The plan." }) planId: string,
    @Arg("number", () => Int, {
      nullable: true,
      description: "A version of it; what holds now, or the draft that is being written, when left out.",
    })
    number: number | null,
    @Arg("format", () => PlanFileFormatEnum, { description: "Which kind of file." }) format: PlanFileFormat,
  ): Promise<ActionPlanFile> {
    return planFile(await context.work(), context.language, { planId, number: number ?? null, format });
  }
}
