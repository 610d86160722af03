import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { ForIntegrations, Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { OwnMembership, PublishedMembership } from "./membership.type.js";
import { ownMembership } from "./own-membership.service.js";
import { publishedMembership } from "./published-membership.service.js";

@Resolver()
export class MembershipResolver {
  @Needs("MEMBER_READ")
  @Query(() => OwnMembership, { description: "The own chapter's membership in a period: exact, as it is today." })
  async ownMembership(
    @Ctx() context: Context,
    @Arg("period", () => String, {
      nullable: true,
      description: "A month, quarter, half-year or year that has begun; this year when left out.",
    })
    period: string | null,
  ): Promise<OwnMembership> {
    return ownMembership(await context.work(), period);
  }

  @Needs("STATISTICS_READ")
  @ForIntegrations("NUMBERS")
  @Query(() => PublishedMembership, {
    description: "Numbers of members of what one reaches, from a published snapshot: never live.",
  })
  async publishedMembership(
    @Ctx() context: Context,
    @Arg("on", () => LocalDateScalar, {
      nullable: true,
      description: "A quarter's end that is published; the newest when left out.",
    })
    on: string | null,
  ): Promise<PublishedMembership> {
    return publishedMembership(await context.work(), on);
  }
}
