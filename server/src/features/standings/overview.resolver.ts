import { Ctx, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { overview } from "./overview.service.js";
import { ownStandings } from "./own.service.js";
import { Overview, OwnStanding } from "./overview.type.js";

@Resolver()
export class OverviewResolver {
  @Needs("STATISTICS_READ")
  @Query(() => Overview, {
    description:
      "The core set and the chapters that may need help; for a region or the federation, FORBIDDEN for a chapter.",
  })
  async overview(@Ctx() context: Context): Promise<Overview> {
    return overview(await context.work());
  }

  @Needs("STATISTICS_EXACT")
  @Query(() => [OwnStanding], { description: "The own chapter, exact, against its own earlier periods." })
  async ownStandings(@Ctx() context: Context): Promise<OwnStanding[]> {
    return ownStandings(await context.work());
  }
}
