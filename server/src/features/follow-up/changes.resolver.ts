import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import { LookAtOverviewInput } from "./changes.inputs.js";
import { lookAtOverview, overviewChanges } from "./changes.service.js";
import { OverviewChanges } from "./changes.type.js";

@Resolver()
export class ChangesResolver {
  @Needs("STATISTICS_READ")
  @Query(() => OverviewChanges, {
    description: "What is new in a region or the federation since the seat last looked; FORBIDDEN for a chapter.",
  })
  async overviewChanges(@Ctx() context: Context): Promise<OverviewChanges> {
    return overviewChanges(await context.work());
  }

  @Needs("STATISTICS_READ")
  @Mutation(() => DonePayload, {
    description: "Remembers what the seat saw of its chapters now. Looks within half an hour are one visit.",
  })
  lookAtOverview(
    @Ctx() context: Context,
    @Arg("input", () => LookAtOverviewInput, { description: "The look." }) input: LookAtOverviewInput,
  ): Promise<DonePayload> {
    return once(context, "lookAtOverview", input, lookAtOverview, async () => ({ done: true }));
  }
}
