import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { DecidePracticeInput, SuggestPracticeInput, WithdrawPracticeInput } from "./practice.inputs.js";
import { decidePractice, suggestPractice, withdrawPractice } from "./practice.service.js";
import { PracticeConnection, PracticePayload, PracticeStateEnum } from "./practice.type.js";
import type { Practice, PracticeState } from "./practice.type.js";
import { findPractice, listPractices } from "./read-practices.js";

const show = async (work: Work, id: string | null) => ({ practice: id ? await findPractice(work, id) : null });

@Resolver()
export class PracticeResolver {
  @Needs("UNIT_READ")
  @Query(() => PracticeConnection, {
    description:
      "How chapters did it, newest first: the shown, and what waits or was declined of the own chapter or, for national, of all.",
  })
  async practices(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { nullable: true, description: "Only of this template." }) templateId: string | null,
    @Arg("state", () => PracticeStateEnum, { nullable: true, description: "Only in this state." })
    state: PracticeState | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<Practice>> {
    return listPractices(await context.work(), {
      templateId: templateId ?? null,
      state: state ?? null,
      first,
      after: after ?? null,
    });
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => PracticePayload, { description: "Suggests how the own chapter did it, for national to show." })
  async suggestPractice(
    @Ctx() context: Context,
    @Arg("input", () => SuggestPracticeInput, { description: "What it did." }) input: SuggestPracticeInput,
  ): Promise<PracticePayload> {
    return once(context, "suggestPractice", input, (work) => suggestPractice(work, context.language, input), show);
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => PracticePayload, { description: "Shows a suggestion to the organization, or declines it." })
  async decidePractice(
    @Ctx() context: Context,
    @Arg("input", () => DecidePracticeInput, { description: "The decision." }) input: DecidePracticeInput,
  ): Promise<PracticePayload> {
    return once(context, "decidePractice", input, (work) => decidePractice(work, context.language, input), show);
  }

  @Needs("TOUCHPOINT_WRITE", "TEMPLATE_WRITE")
  @Mutation(() => PracticePayload, { description: "Takes a practice away: national any, a chapter its own." })
  async withdrawPractice(
    @Ctx() context: Context,
    @Arg("input", () => WithdrawPracticeInput, { description: "Which." }) input: WithdrawPracticeInput,
  ): Promise<PracticePayload> {
    return once(context, "withdrawPractice", input, (work) => withdrawPractice(work, context.language, input), show);
  }
}
