import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Public, SignedIn } from "../../../kernel/access/policy.js";
import { Refusal } from "../../../kernel/errors/refusal.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { keep } from "../session.service.js";
import { signIn } from "../sign-in.js";
import { SignInPayload } from "../sign-in.type.js";
import { change, checkKey } from "./changing.js";
import {
  AddPasskeyInput,
  AskForPasskeyInput,
  BeginPasskeyInput,
  RemovePasskeyInput,
  RenamePasskeyInput,
  SignInWithPasskeyInput,
} from "./factors.inputs.js";
import { FactorsPayload, PasskeyOptionsPayload } from "./factors.type.js";
import { askForPasskey, signInWithPasskey } from "./passkey-sign-in.js";
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from "./passkeys.service.js";

async function options(key: string, ask: () => Promise<string>): Promise<PasskeyOptionsPayload> {
  checkKey(key);
  try {
    return { options: await ask(), problems: [] };
  } catch (error) {
    if (error instanceof Refusal) return { options: null, problems: error.problems };
    throw error;
  }
}

/** Passkeys. As the other factors are: the sign-in module's, and repeating in ways of their own; asking anew is a new challenge. */
@Resolver()
export class PasskeysResolver {
  @SignedIn()
  @Mutation(() => PasskeyOptionsPayload, {
    description: "Begins to add a passkey. Asks for the factor there is, if any, given in the last ten minutes.",
  })
  async beginPasskey(
    @Ctx() context: Context,
    @Arg("input", () => BeginPasskeyInput, { description: "The key." }) input: BeginPasskeyInput,
  ): Promise<PasskeyOptionsPayload> {
    return options(input.key, () => beginPasskey(context));
  }

  // open to everybody like `confirmTotp`: a retry comes with the secret that the first attempt replaced
  @Public()
  @Mutation(() => FactorsPayload, {
    description:
      "Adds a passkey. One's other sessions wait for a factor; one that stays on its device gives recovery codes.",
  })
  async addPasskey(
    @Ctx() context: Context,
    @Arg("input", () => AddPasskeyInput, { description: "The passkey." }) input: AddPasskeyInput,
  ): Promise<FactorsPayload> {
    return change(context, input, async () => {
      const { begun, codes } = await addPasskey(context, input);
      keep(context.cookies, begun);
      return { accountId: begun.accountId, codes };
    });
  }

  @SignedIn()
  @Mutation(() => FactorsPayload, { description: "Renames one of one's own passkeys." })
  async renamePasskey(
    @Ctx() context: Context,
    @Arg("input", () => RenamePasskeyInput, { description: "The name." }) input: RenamePasskeyInput,
  ): Promise<FactorsPayload> {
    return change(context, input, async () => ({ accountId: await renamePasskey(context, input), codes: [] }));
  }

  @SignedIn()
  @Mutation(() => FactorsPayload, {
    description: "Removes one of one's own passkeys, and ends one's other sessions. Asks for the factor anew.",
  })
  async removePasskey(
    @Ctx() context: Context,
    @Arg("input", () => RemovePasskeyInput, { description: "Which." }) input: RemovePasskeyInput,
  ): Promise<FactorsPayload> {
    return change(context, input, async () => ({ accountId: await removePasskey(context, input.id), codes: [] }));
  }

  @Public()
  @Mutation(() => PasskeyOptionsPayload, {
    description:
      "What to ask a passkey with. The answer goes to `signInWithPasskey`, or to `giveSecondFactor` for a step.",
  })
  async askForPasskey(
    @Ctx() context: Context,
    @Arg("input", () => AskForPasskeyInput, { description: "What for." }) input: AskForPasskeyInput,
  ): Promise<PasskeyOptionsPayload> {
    return options(input.key, () => askForPasskey(context, input));
  }

  @Public()
  @Mutation(() => SignInPayload, {
    description: "Signs in by a passkey, once for each time it was asked, in the browser that asked.",
  })
  async signInWithPasskey(
    @Ctx() context: Context,
    @Arg("input", () => SignInWithPasskeyInput, { description: "What it answers." }) input: SignInWithPasskeyInput,
  ): Promise<SignInPayload> {
    checkKey(input.key);
    return signIn(context, () => signInWithPasskey(context, input));
  }
}
