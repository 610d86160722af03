import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { ForIntegrations, Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { OwnJourney, PublishedJourney } from "./journey.type.js";
import { ownJourney } from "./own-journey.service.js";
import { publishedJourney } from "./published-journey.service.js";

@Resolver()
export class JourneyResolver {
  @Needs("MEMBER_READ")
  @Query(() => OwnJourney, { description: "The own chapter's journey: exact, as it is today." })
  async ownJourney(@Ctx() context: Context): Promise<OwnJourney> {
    return ownJourney(await context.work());
  }

  @Needs("STATISTICS_READ")
  @ForIntegrations("NUMBERS")
  @Query(() => PublishedJourney, {
    description: "The journey of what one reaches, from a published snapshot: never live.",
  })
  async journey(
    @Ctx() context: Context,
    @Arg("on", () => LocalDateScalar, {
      nullable: true,
      description: "A quarter's end that is published; the newest when left out.",
    })
    on: string | null,
  ): Promise<PublishedJourney> {
    return publishedJourney(await context.work(), on);
  }
}
