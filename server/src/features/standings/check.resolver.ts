import { Ctx, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { standingCheck } from "./check.service.js";
import { StandingCheck } from "./check.type.js";

@Resolver()
export class CheckResolver {
  @Needs("SETTINGS_WRITE")
  @Query(() => StandingCheck, {
    nullable: true,
    description: "Whether the numbers that are kept are what a recount says, from last night; null before the first.",
  })
  async standingCheck(@Ctx() context: Context): Promise<StandingCheck | null> {
    return standingCheck(await context.work());
  }
}
