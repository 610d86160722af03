import { Ctx, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { nationalOverview } from "./national.service.js";
import { NationalOverview } from "./national.type.js";
import { targetTallies } from "./target-tallies.service.js";
import { TargetTally } from "./target-tallies.type.js";

@Resolver()
export class NationalResolver {
  @Needs("STATISTICS_READ")
  @Query(() => NationalOverview, {
    description:
      "The federation as a whole: its goal for members, its newest versions, its hours. FORBIDDEN below national.",
  })
  async nationalOverview(@Ctx() context: Context): Promise<NationalOverview> {
    return nationalOverview(await context.work());
  }

  @Needs("STATISTICS_READ")
  @Query(() => [TargetTally], {
    description: "How many chapters of the reach stand how to each target of the core set; FORBIDDEN for a chapter.",
  })
  async targetTallies(@Ctx() context: Context): Promise<TargetTally[]> {
    return targetTallies(await context.work());
  }
}
