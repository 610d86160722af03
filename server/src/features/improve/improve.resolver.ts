import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { readStandingTemplate, yearlyStandings } from "../standings/index.js";
import { TouchpointStory } from "./improve.type.js";
import { readAnswers } from "./read-answers.js";
import { readEvents } from "./read-events.js";

@Resolver()
export class ImproveResolver {
  @Needs("STATISTICS_READ", "STATISTICS_EXACT")
  @Query(() => TouchpointStory, {
    description:
      "A touchpoint template over the years: how it went, its versions, choices, trials, roll-outs, examples and proposals.",
  })
  async touchpointStory(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
  ): Promise<TouchpointStory> {
    const work = await context.work();
    const facts = await readStandingTemplate(work, templateId);
    const { id, definition, corePosition, aboutMember } = facts;
    const years = await yearlyStandings(work, facts);
    const events = await readEvents(work, id);
    const answers = await readAnswers(work, id);
    return { templateId: id, name: definition.name, corePosition, aboutMember, years, answers, events };
  }
}
