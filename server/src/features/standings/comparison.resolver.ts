import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { ForIntegrations, Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { comparableTemplates, compare, compareCore, compareOverTime } from "./comparison.service.js";
import { Comparison } from "./comparison.type.js";
import { ComparedTemplate, MembershipEnum } from "./counts.type.js";
import type { Membership } from "./counts.type.js";

@Resolver()
export class ComparisonResolver {
  @Needs("STATISTICS_READ")
  @ForIntegrations("NUMBERS")
  @Query(() => [ComparedTemplate], {
    description: "Templates whose numbers can be compared, the core set first, with the periods that make sense.",
  })
  async comparableTemplates(@Ctx() context: Context): Promise<ComparedTemplate[]> {
    return comparableTemplates(await context.work());
  }

  @Needs("STATISTICS_READ")
  @ForIntegrations("NUMBERS")
  @Query(() => Comparison, { description: "The chapters of the reach side by side for a template and a period." })
  async comparison(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
    @Arg("period", () => String, {
      nullable: true,
      description:
        "A period's id; left out: the one that holds today, or the last one when that has nothing closed yet.",
    })
    period?: string | null,
    @Arg("regionId", () => ID, { nullable: true, description: "One region of the reach; left out: all of it." })
    regionId?: string | null,
    @Arg("membership", () => MembershipEnum, { defaultValue: "AS_IS", description: "Which day's regions." })
    membership?: Membership,
    @Arg("group", () => ID, { nullable: true, description: "Only chapters of one size; left out: all." })
    group?: string | null,
  ): Promise<Comparison> {
    const question = { templateId, period: period ?? null, regionId: regionId ?? null, group: group ?? null };
    return compare(await context.work(), { ...question, membership: membership ?? "AS_IS" });
  }

  @Needs("STATISTICS_READ")
  @ForIntegrations("NUMBERS")
  @Query(() => [Comparison], {
    description:
      "A template in its last periods, eight at most, the oldest first; of what counts persons the published snapshots.",
  })
  async comparisonOverTime(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
    @Arg("regionId", () => ID, { nullable: true, description: "One region of the reach; left out: all of it." })
    regionId?: string | null,
    @Arg("membership", () => MembershipEnum, { defaultValue: "AS_IS", description: "Which day's regions." })
    membership?: Membership,
    @Arg("group", () => ID, { nullable: true, description: "Only chapters of one size; left out: all." })
    group?: string | null,
  ): Promise<Comparison[]> {
    const question = { templateId, regionId: regionId ?? null, group: group ?? null };
    return compareOverTime(await context.work(), { ...question, membership: membership ?? "AS_IS" });
  }

  @Needs("STATISTICS_READ")
  @ForIntegrations("NUMBERS")
  @Query(() => [Comparison], { description: "The core set in its order, each over the same chapters." })
  async coreComparison(
    @Ctx() context: Context,
    @Arg("period", () => String, {
      nullable: true,
      description:
        "A period's id for the duties; what counts persons is then the newest snapshot up to its last day. Left out: each as `comparison` chooses.",
    })
    period?: string | null,
    @Arg("regionId", () => ID, { nullable: true, description: "One region of the reach; left out: all of it." })
    regionId?: string | null,
    @Arg("membership", () => MembershipEnum, { defaultValue: "AS_IS", description: "Which day's regions." })
    membership?: Membership,
    @Arg("group", () => ID, { nullable: true, description: "Only chapters of one size; left out: all." })
    group?: string | null,
  ): Promise<Comparison[]> {
    const question = { period: period ?? null, regionId: regionId ?? null, group: group ?? null };
    return compareCore(await context.work(), { ...question, membership: membership ?? "AS_IS" });
  }
}
