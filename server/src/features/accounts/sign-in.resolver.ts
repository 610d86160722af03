import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { derivedSecret } from "../../kernel/crypto/sealer.js";
import { inAuth } from "../../kernel/db/run-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import { Public } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { isUuid } from "../../kernel/mutation.js";
import {
  AcceptInvitationInput,
  ActAsInput,
  ConsumeSignInLinkInput,
  RequestSignInLinkInput,
  SignInAsDemoInput,
  SignOutInput,
} from "./accounts.inputs.js";
import { secondStepOf } from "./factors/held-session.js";
import { beginDemoSession, demoPeople, isDemo } from "./demo.service.js";
import { acceptInvitation, previewInvitation } from "./invitation.service.js";
import { alreadyBegun, changeSeat, endSession } from "./session.service.js";
import { signIn } from "./sign-in.js";
import { consumeSignInLink, requestSignInLink } from "./sign-in-link.service.js";
import { InvitationPreview, SignInOptions, SignInPayload } from "./sign-in.type.js";

function checkKey(key: string): void {
  if (!isUuid(key)) throw new AppError("BAD_REQUEST");
}

/**
 * The way in and out. None of these goes through `once`: its keys belong to an account, and here there is none yet or
 * none any more. They bear repeating in ways of their own: a new request for a link is a new link; a session begun by a
 * link, an invitation or a change of seat has a secret made from the request's key, so a retry finds it; signing out
 * twice is signing out.
 */
@Resolver()
export class SignInResolver {
  @Public()
  @Query(() => SignInOptions, { description: "What the sign-in page may offer." })
  async signInOptions(@Ctx() { installation, cookies }: Context): Promise<SignInOptions> {
    const demo = isDemo(installation);
    const people = demo ? await demoPeople(installation) : [];
    const secret = cookies.read("session");
    const secondStep = secret ? await inAuth(installation, (work) => secondStepOf(work, secret)) : null;
    return { demo, mailbox: installation.mode !== "production", demoPeople: people, secondStep };
  }

  @Public()
  @Query(() => InvitationPreview, {
    nullable: true,
    description: "What an invitation offers, by the secret from the mail; null when it does not hold.",
  })
  async invitation(
    @Ctx() context: Context,
    @Arg("token", () => String, { description: "The secret from the mail." }) token: string,
  ): Promise<InvitationPreview | null> {
    return previewInvitation(context, token);
  }

  @Public()
  @Mutation(() => DonePayload, {
    description: "Asks for a sign-in link by mail. Says the same whether we know the address or not.",
  })
  async requestSignInLink(
    @Ctx() context: Context,
    @Arg("input", () => RequestSignInLinkInput, { description: "The address." }) input: RequestSignInLinkInput,
  ): Promise<DonePayload> {
    checkKey(input.key);
    try {
      await requestSignInLink(context, input.email);
      return { done: true, problems: [] };
    } catch (error) {
      if (error instanceof Refusal) return { done: false, problems: error.problems };
      throw error;
    }
  }

  @Public()
  @Mutation(() => SignInPayload, { description: "Signs in by a link, once, in the browser that asked for it." })
  async consumeSignInLink(
    @Ctx() context: Context,
    @Arg("input", () => ConsumeSignInLinkInput, { description: "The link's secret." }) input: ConsumeSignInLinkInput,
  ): Promise<SignInPayload> {
    checkKey(input.key);
    return signIn(context, () => consumeSignInLink(context, input));
  }

  @Public()
  @Mutation(() => SignInPayload, {
    description: "Signs in as an invented person; only in a demo on one's own machine.",
  })
  async signInAsDemo(
    @Ctx() context: Context,
    @Arg("input", () => SignInAsDemoInput, { description: "Which person." }) input: SignInAsDemoInput,
  ): Promise<SignInPayload> {
    const { installation, cookies } = context;
    if (!isDemo(installation)) throw new AppError("NOT_FOUND");
    checkKey(input.key);
    return signIn(context, () => beginDemoSession(installation, input.seatKey, cookies.read("session")));
  }

  @Public()
  @Mutation(() => SignInPayload, { description: "Takes the seat an invitation offers, and signs in." })
  async acceptInvitation(
    @Ctx() context: Context,
    @Arg("input", () => AcceptInvitationInput, { description: "The invitation's secret." })
    input: AcceptInvitationInput,
  ): Promise<SignInPayload> {
    checkKey(input.key);
    return signIn(context, () => acceptInvitation(context, input));
  }

  // open to everybody, since a retry comes with the secret that the first attempt replaced; the use case asks who it is
  @Public()
  @Mutation(() => SignInPayload, { description: "Acts in another of one's own seats; the session's secret changes." })
  async actAs(
    @Ctx() context: Context,
    @Arg("input", () => ActAsInput, { description: "Which seat." }) input: ActAsInput,
  ): Promise<SignInPayload> {
    checkKey(input.key);
    const { installation, cookies } = context;
    const from = cookies.read("session");
    if (!from) throw new AppError("UNAUTHENTICATED");
    const secret = derivedSecret(installation.secret, "session", "seat", from, input.seatId, input.key);
    return signIn(context, () =>
      inAuth(installation, async (work) => {
        const again = await alreadyBegun(work, secret);
        return again ?? changeSeat(work, from, isUuid(input.seatId) ? input.seatId : null, secret);
      }),
    );
  }

  @Public()
  @Mutation(() => DonePayload, { description: "Ends the session, here and now." })
  async signOut(
    @Ctx() { installation, cookies }: Context,
    @Arg("input", () => SignOutInput, { description: "The key." }) input: SignOutInput,
  ): Promise<DonePayload> {
    checkKey(input.key);
    const secret = cookies.read("session");
    if (secret) await inAuth(installation, (work) => endSession(work, secret));
    cookies.clear("session");
    cookies.clearSiteData();
    return { done: true, problems: [] };
  }
}
