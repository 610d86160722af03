import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { answerTable } from "./answer-table.service.js";
import { answerTexts } from "./answer-texts.service.js";
import { AnswerTable, AnswerTextConnection } from "./answers.type.js";
import type { AnswerText } from "./answers.type.js";
import { MembershipEnum } from "./counts.type.js";
import type { Membership } from "./counts.type.js";

@Resolver()
export class AnswersResolver {
  @Needs("STATISTICS_READ")
  @Query(() => AnswerTable, { description: "What the chapters of the reach answered, summed by question." })
  async answerTable(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
    @Arg("period", () => String, { nullable: true, description: "A period's id; left out: the present one." })
    period?: string | null,
    @Arg("regionId", () => ID, { nullable: true, description: "One region of the reach; left out: all of it." })
    regionId?: string | null,
    @Arg("membership", () => MembershipEnum, { defaultValue: "AS_IS", description: "Which day's regions." })
    membership?: Membership,
    @Arg("group", () => ID, { nullable: true, description: "Only chapters of one size; left out: all." })
    group?: string | null,
  ): Promise<AnswerTable> {
    const question = { templateId, period: period ?? null, regionId: regionId ?? null, group: group ?? null };
    const asked = { ...question, membership: membership ?? "AS_IS" };
    return answerTable(await context.work(), asked, context.language);
  }

  @Needs("TOUCHPOINT_UNBOUND_READ")
  @Query(() => AnswerTextConnection, {
    description: "What boards wrote in reports that are about no one person, newest first.",
  })
  async answerTexts(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
    @Arg("period", () => String, { description: "A period's id." }) period: string,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 100 at most." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "`endCursor` of the page before." }) after?:
      | string
      | null,
  ): Promise<Connection<AnswerText>> {
    return answerTexts(await context.work(), { templateId, period, first, after: after ?? null });
  }
}
