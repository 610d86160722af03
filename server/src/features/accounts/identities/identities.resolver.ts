import { Arg, Ctx, FieldResolver, Mutation, Resolver } from "type-graphql";
import { Public, SignedIn, StepUp } from "../../../kernel/access/policy.js";
import { inAuth } from "../../../kernel/db/run-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { Refusal } from "../../../kernel/errors/refusal.js";
import type { ProblemData } from "../../../kernel/errors/refusal.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { DonePayload } from "../../../kernel/graphql/shared-types.js";
import { isUuid } from "../../../kernel/mutation.js";
import { Factors } from "../factors/factors.type.js";
import { signIn } from "../sign-in.js";
import { SignInOptions } from "../sign-in.type.js";
import { beginProvider, finishProvider, readIdentities, removeIdentity } from "./identities.service.js";
import {
  BeginProviderInput,
  BeginProviderPayload,
  FinishProviderInput,
  FinishProviderPayload,
  LinkedIdentity,
  RemoveIdentityInput,
} from "./identities.type.js";

/** Acts, or says what refused it. */
async function refusing<T extends object>(
  { key }: { key: string },
  act: () => Promise<T>,
  refused: (problems: ProblemData[]) => T,
): Promise<T> {
  if (!isUuid(key)) throw new AppError("BAD_REQUEST");
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return refused(error.problems);
    throw error;
  }
}

const PROVIDER = {
  nullable: true,
  description: "What people call the provider of identities one may sign in through; null when there is none.",
} as const;

/** What the sign-in page may offer besides a link. */
@Resolver(() => SignInOptions)
export class SignInProviderResolver {
  @FieldResolver(() => String, PROVIDER)
  provider(@Ctx() { installation }: Context): string | null {
    return installation.identityProvider?.name ?? null;
  }
}

/** Another's word about who somebody is. Not through `once`, as the rest of the sign-in: a try is taken once by itself. */
@Resolver(() => Factors)
export class IdentitiesResolver {
  @FieldResolver(() => String, PROVIDER)
  provider(@Ctx() { installation }: Context): string | null {
    return installation.identityProvider?.name ?? null;
  }

  @FieldResolver(() => [LinkedIdentity], { description: "Sign-ins at other providers that are connected, 20 at most." })
  async identities(@Ctx() context: Context): Promise<LinkedIdentity[]> {
    const { installation } = context;
    const { viewer } = await context.work();
    if (!viewer) return [];
    return inAuth(installation, (work) => readIdentities(work, viewer.accountId, installation.identityProvider));
  }

  @Public()
  @Mutation(() => BeginProviderPayload, {
    description: "Begins a sign-in at the provider of identities, or connects it to the account one is signed in to.",
  })
  async beginProvider(
    @Ctx() context: Context,
    @Arg("input", () => BeginProviderInput, { description: "Why." }) input: BeginProviderInput,
  ): Promise<BeginProviderPayload> {
    return refusing<BeginProviderPayload>(
      input,
      async () => ({ url: await beginProvider(context, input.purpose), problems: [] }),
      (problems) => ({ url: null, problems }),
    );
  }

  @Public()
  @Mutation(() => FinishProviderPayload, {
    description: "Takes what the browser came back with from the provider, once, in the browser that began.",
  })
  async finishProvider(
    @Ctx() context: Context,
    @Arg("input", () => FinishProviderInput, { description: "The answer." }) input: FinishProviderInput,
  ): Promise<FinishProviderPayload> {
    return refusing<FinishProviderPayload>(
      input,
      async () => {
        const begun = await finishProvider(context, input);
        if (!begun) return { viewer: null, secondStep: false, linked: true, problems: [] };
        return { ...(await signIn(context, async () => begun)), linked: false };
      },
      (problems) => ({ viewer: null, secondStep: false, linked: false, problems }),
    );
  }

  @SignedIn()
  @StepUp()
  @Mutation(() => DonePayload, { description: "Takes a connected sign-in away, and ends one's other sessions." })
  async removeIdentity(
    @Ctx() context: Context,
    @Arg("input", () => RemoveIdentityInput, { description: "Which." }) input: RemoveIdentityInput,
  ): Promise<DonePayload> {
    return refusing<DonePayload>(
      input,
      async () => {
        await removeIdentity(context, input.id);
        return { done: true, problems: [] };
      },
      (problems) => ({ done: false, problems }),
    );
  }
}
