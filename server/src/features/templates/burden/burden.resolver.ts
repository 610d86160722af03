import { burdenSeconds, measuredBurden } from "@varde/domain";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../kernel/graphql/context.js";
import { TemplateVersion } from "../template.type.js";
import { VersionBurden } from "./burden.type.js";
import { mediansOf } from "./costs.js";

@Resolver(() => TemplateVersion)
export class BurdenResolver {
  @FieldResolver(() => VersionBurden, { description: "What it costs a board to report: estimated, then measured." })
  async burden(@Root() version: TemplateVersion, @Ctx() context: Context): Promise<VersionBurden> {
    const medians = await mediansOf(await context.work());
    const estimate = burdenSeconds(version.definition);
    const report = measuredBurden(estimate.perReport, medians.of(version.id, false));
    const period = measuredBurden(estimate.perPeriod, medians.of(version.id, true));
    return {
      perReport: report.seconds,
      perPeriod: period.seconds,
      measured: report.measured,
      n: report.measured ? report.n : 0,
    };
  }
}
