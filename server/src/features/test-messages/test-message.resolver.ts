import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import { sendTestMessage } from "./send-test-message.service.js";
import { SendTestMessageInput } from "./test-message.inputs.js";

@Resolver()
export class TestMessageResolver {
  @Needs("TEMPLATE_WRITE")
  @Mutation(() => DonePayload, {
    description: "Sends a message of a version to oneself by e-mail, as it will be; ten an hour at most.",
  })
  sendTestMessage(
    @Ctx() context: Context,
    @Arg("input", () => SendTestMessageInput, { description: "Which message." }) input: SendTestMessageInput,
  ): Promise<DonePayload> {
    return once(
      context,
      "sendTestMessage",
      input,
      (work) => sendTestMessage(work, input, context),
      async (_work, id) => ({ done: id !== null }),
    );
  }
}
