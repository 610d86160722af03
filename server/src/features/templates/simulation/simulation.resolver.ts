import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Needs } from "../../../kernel/access/policy.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { simulateTemplate } from "./simulate-template.service.js";
import { Simulation } from "./simulation.type.js";

@Resolver()
export class SimulationResolver {
  @Needs("ROLLOUT")
  @Query(() => Simulation, {
    description: "What a version would have asked of the chapters had it run in a year, on the real register.",
  })
  async simulateTemplate(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
    @Arg("versionId", () => ID, { description: "The version; a draft too." }) versionId: string,
    @Arg("year", () => Int, { nullable: true, description: "Which year, up to today; none for this one." })
    year?: number | null,
  ): Promise<Simulation> {
    return simulateTemplate(await context.work(), { templateId, versionId, year: year ?? null });
  }
}
