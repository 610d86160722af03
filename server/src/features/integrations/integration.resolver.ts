import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { createToken, listTokens, revokeToken } from "./integration.service.js";
import {
  CreateIntegrationTokenInput,
  IntegrationToken,
  IntegrationTokensPayload,
  RevokeIntegrationTokenInput,
} from "./integration.type.js";
import { tokenOf } from "./token.js";

@Resolver()
export class IntegrationResolver {
  @Needs("INTEGRATION_WRITE")
  @Query(() => [IntegrationToken], {
    description: "The organization's tokens for integrations: those that hold, and those that ended in 30 days.",
  })
  async integrationTokens(@Ctx() context: Context): Promise<IntegrationToken[]> {
    return listTokens(await context.work());
  }

  @Needs("INTEGRATION_WRITE")
  @StepUp()
  @Mutation(() => IntegrationTokensPayload, { description: "Makes a token, and shows it once." })
  createIntegrationToken(
    @Ctx() context: Context,
    @Arg("input", () => CreateIntegrationTokenInput, { description: "What it is for." })
    input: CreateIntegrationTokenInput,
  ): Promise<IntegrationTokensPayload> {
    const { installation, language } = context;
    return once(
      context,
      "createIntegrationToken",
      input,
      (work) => createToken(work, installation, input, language),
      async (work, id) => ({
        tokens: await listTokens(work),
        secret: id === null ? null : tokenOf(installation.secret, id),
      }),
    );
  }

  @Needs("INTEGRATION_WRITE")
  @Mutation(() => IntegrationTokensPayload, { description: "Ends a token: from then on it is nobody." })
  revokeIntegrationToken(
    @Ctx() context: Context,
    @Arg("input", () => RevokeIntegrationTokenInput, { description: "Which one." }) input: RevokeIntegrationTokenInput,
  ): Promise<IntegrationTokensPayload> {
    return once(
      context,
      "revokeIntegrationToken",
      input,
      (work) => revokeToken(work, input.id),
      async (work) => ({ tokens: await listTokens(work), secret: null }),
    );
  }
}
