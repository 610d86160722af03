import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import { finishPractice, readHelp } from "./help.service.js";
import { Help, HelpPayload } from "./help.type.js";

@Input("The practice is done with.")
export class FinishPracticeInput extends KeyedInput {}

@Resolver()
export class HelpResolver {
  @Needs("UNIT_READ")
  @Query(() => Help, { description: "Whom the seat acted in can ask, and whether a practice task is offered." })
  async help(@Ctx() context: Context): Promise<Help> {
    return readHelp(await context.work());
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => HelpPayload, { description: "The practice task was done or declined; it is not offered again." })
  finishPractice(
    @Ctx() context: Context,
    @Arg("input", () => FinishPracticeInput, { description: "Its key." }) input: FinishPracticeInput,
  ): Promise<HelpPayload> {
    return once(context, "finishPractice", input, finishPractice, async (work) => ({ help: await readHelp(work) }));
  }
}
