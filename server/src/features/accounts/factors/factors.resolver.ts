import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Public, SignedIn } from "../../../kernel/access/policy.js";
import { Refusal } from "../../../kernel/errors/refusal.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { keep } from "../session.service.js";
import { signIn } from "../sign-in.js";
import { SignInPayload } from "../sign-in.type.js";
import {
  BeginTotpInput,
  ConfirmTotpInput,
  GiveSecondFactorInput,
  RemoveTotpInput,
  RenewRecoveryCodesInput,
} from "./factors.inputs.js";
import { change, checkKey, factorsOf } from "./changing.js";
import { beginTotp, confirmTotp, giveSecondFactor, removeTotp, renewRecoveryCodes } from "./factors.service.js";
import { BeginTotpPayload, Factors, FactorsPayload } from "./factors.type.js";

/**
 * Second factors. Like the way in they are the sign-in module's, which no seat's transaction reaches, and bear repeating in
 * ways of their own: keys, codes and the session's next secret are made from the mutation's key.
 */
@Resolver()
export class FactorsResolver {
  @SignedIn()
  @Query(() => Factors, { description: "What one's account asks for besides a link by mail." })
  async factors(@Ctx() context: Context): Promise<Factors> {
    const { viewer } = await context.work();
    return factorsOf(context, viewer!.accountId);
  }

  @SignedIn()
  @Mutation(() => BeginTotpPayload, {
    description: "Begins to add a code app. Asks for the factor there is, if any, given in the last ten minutes.",
  })
  async beginTotp(
    @Ctx() context: Context,
    @Arg("input", () => BeginTotpInput, { description: "The key." }) input: BeginTotpInput,
  ): Promise<BeginTotpPayload> {
    checkKey(input.key);
    try {
      return { ...(await beginTotp(context, input.key)), problems: [] };
    } catch (error) {
      if (error instanceof Refusal) return { secret: null, uri: null, problems: error.problems };
      throw error;
    }
  }

  // open to everybody like `actAs`: a retry comes with the secret that the first attempt replaced
  @Public()
  @Mutation(() => FactorsPayload, {
    description: "Adds the code app by a code of it, and gives recovery codes. One's other sessions wait for a code.",
  })
  async confirmTotp(
    @Ctx() context: Context,
    @Arg("input", () => ConfirmTotpInput, { description: "The code." }) input: ConfirmTotpInput,
  ): Promise<FactorsPayload> {
    return change(context, input, async () => {
      const { begun, codes } = await confirmTotp(context, input);
      keep(context.cookies, begun);
      return { accountId: begun.accountId, codes };
    });
  }

  @SignedIn()
  @Mutation(() => FactorsPayload, {
    description: "Removes the code app, and ends one's other sessions. Asks for the factor anew.",
  })
  async removeTotp(
    @Ctx() context: Context,
    @Arg("input", () => RemoveTotpInput, { description: "The key." }) input: RemoveTotpInput,
  ): Promise<FactorsPayload> {
    return change(context, input, async () => ({ accountId: await removeTotp(context), codes: [] }));
  }

  @SignedIn()
  @Mutation(() => FactorsPayload, { description: "Makes new recovery codes. Asks for the factor anew." })
  async renewRecoveryCodes(
    @Ctx() context: Context,
    @Arg("input", () => RenewRecoveryCodesInput, { description: "The key." }) input: RenewRecoveryCodesInput,
  ): Promise<FactorsPayload> {
    return change(context, input, () => renewRecoveryCodes(context, input.key));
  }

  // whoever waits for the second step is nobody to the rest; the use case asks which session it is
  @Public()
  @Mutation(() => SignInPayload, {
    description:
      "Gives the second factor: to come in, or to show that it is still oneself. The session's secret changes.",
  })
  async giveSecondFactor(
    @Ctx() context: Context,
    @Arg("input", () => GiveSecondFactorInput, { description: "The factor." }) input: GiveSecondFactorInput,
  ): Promise<SignInPayload> {
    checkKey(input.key);
    return signIn(context, () => giveSecondFactor(context, input));
  }
}
