import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { ForIntegrations, Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { MembershipEnum } from "./counts.type.js";
import type { Membership } from "./counts.type.js";
import { ownTargets, targetStandings } from "./targets.service.js";
import { OwnTargets, TargetStandings } from "./targets.type.js";

@Resolver()
export class TargetsResolver {
  @Needs("STATISTICS_EXACT")
  @Query(() => [OwnTargets], {
    description:
      "How far the own chapter has come towards the targets of the core set, exact, in each target's period of today.",
  })
  async ownTargets(@Ctx() context: Context): Promise<OwnTargets[]> {
    return ownTargets(await context.work());
  }

  @Needs("STATISTICS_READ")
  @ForIntegrations("NUMBERS")
  @Query(() => TargetStandings, {
    description:
      "How the chapters of the reach stand to a template's targets. Duties are live; what counts persons comes from the published quarterly snapshot.",
  })
  async targetStandings(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
    @Arg("period", () => String, {
      nullable: true,
      description:
        "As in `comparison`; each target is measured in its own period that holds the end of it. Left out: today's.",
    })
    period?: string | null,
    @Arg("regionId", () => ID, { nullable: true, description: "One region of the reach; left out: all of it." })
    regionId?: string | null,
    @Arg("membership", () => MembershipEnum, { defaultValue: "AS_IS", description: "Which day's regions." })
    membership?: Membership,
    @Arg("group", () => ID, { nullable: true, description: "Only chapters of one size; left out: all." })
    group?: string | null,
  ): Promise<TargetStandings> {
    const question = { templateId, period: period ?? null, regionId: regionId ?? null, group: group ?? null };
    return targetStandings(await context.work(), { ...question, membership: membership ?? "AS_IS" });
  }
}
