import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Public, SignedIn, StepUp } from "../../kernel/access/policy.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import type { Context } from "../../kernel/graphql/context.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { isUuid } from "../../kernel/mutation.js";
import {
  copyMyData,
  deleteMyAccount,
  endMyOtherSessions,
  endMySession,
  readMyAccount,
  renameMyself,
  wasEndedElsewhere,
} from "./my-account.service.js";
import {
  DeleteMyAccountInput,
  EndMyOtherSessionsInput,
  EndMySessionInput,
  MyAccount,
  MyData,
  RenameMyselfInput,
} from "./my-account.type.js";

async function done(key: string, act: () => Promise<void>): Promise<DonePayload> {
  if (!isUuid(key)) throw new AppError("BAD_REQUEST");
  try {
    await act();
    return { done: true, problems: [] };
  } catch (error) {
    if (error instanceof Refusal) return { done: false, problems: error.problems };
    throw error;
  }
}

/**
 * Oneself. Not through `once`: an account spans organizations and these go by the sign-in module's door. They bear repeating:
 * what is ended stays ended, and who is deleted is nobody.
 */
@Resolver()
export class MyAccountResolver {
  @SignedIn()
  @Query(() => MyAccount, { description: "One's own account: where one is signed in, seats, and what they give." })
  myAccount(@Ctx() context: Context): Promise<MyAccount> {
    return readMyAccount(context);
  }

  @SignedIn()
  @Query(() => MyData, { description: "A copy of what is kept about oneself; nothing about members." })
  myData(@Ctx() context: Context): Promise<MyData> {
    return copyMyData(context);
  }

  @Public()
  @Query(() => Boolean, {
    description: "This browser's sign-in was ended from another device, so what is stored here is to go.",
  })
  endedElsewhere(@Ctx() context: Context): Promise<boolean> {
    return wasEndedElsewhere(context);
  }

  @SignedIn()
  @Mutation(() => DonePayload, { description: "Ends one of one's own sign-ins, at once." })
  endMySession(
    @Ctx() context: Context,
    @Arg("input", () => EndMySessionInput, { description: "Which." }) input: EndMySessionInput,
  ): Promise<DonePayload> {
    return done(input.key, () => endMySession(context, input.id));
  }

  @SignedIn()
  @Mutation(() => DonePayload, { description: "Ends every sign-in of one's own but this, at once." })
  endMyOtherSessions(
    @Ctx() context: Context,
    @Arg("input", () => EndMyOtherSessionsInput, { description: "The key." }) input: EndMyOtherSessionsInput,
  ): Promise<DonePayload> {
    return done(input.key, () => endMyOtherSessions(context));
  }

  @SignedIn()
  @Mutation(() => DonePayload, { description: "Changes one's own name, wherever a seat of one's own is named." })
  renameMyself(
    @Ctx() context: Context,
    @Arg("input", () => RenameMyselfInput, { description: "The name." }) input: RenameMyselfInput,
  ): Promise<DonePayload> {
    return done(input.key, () => renameMyself(context, input.name));
  }

  @SignedIn()
  @StepUp()
  @Mutation(() => DonePayload, {
    description:
      "Deletes one's own account within ten minutes of signing in. What a board did stays, without the name.",
  })
  deleteMyAccount(
    @Ctx() context: Context,
    @Arg("input", () => DeleteMyAccountInput, { description: "The key." }) input: DeleteMyAccountInput,
  ): Promise<DonePayload> {
    return done(input.key, async () => {
      await deleteMyAccount(context, context.language);
      context.cookies.clear("session");
      context.cookies.clear("seat");
      context.cookies.clearSiteData();
    });
  }
}
