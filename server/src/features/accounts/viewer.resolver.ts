import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { Public, SignedIn } from "../../kernel/access/policy.js";
import { inAuth } from "../../kernel/db/run-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { say } from "../../kernel/errors/say.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import { Viewer } from "./account.type.js";
import { SetLanguageInput, UnsubscribeInput } from "./accounts.inputs.js";
import { ACCOUNTS } from "./accounts.texts.js";
import { readMailbox } from "./mailbox.service.js";
import { MailboxConnection } from "./sign-in.type.js";
import type { MailboxMessage } from "./sign-in.type.js";
import { unsubscribe } from "./unsubscribe.js";
import { readViewer } from "./viewer.service.js";

const done = async () => ({ done: true });

@Resolver()
export class ViewerResolver {
  @Public()
  @Query(() => Viewer, { nullable: true, description: "Who is signed in; null when nobody is." })
  async viewer(@Ctx() context: Context): Promise<Viewer | null> {
    const { viewer } = await context.work();
    const { installation, session } = context;
    return viewer && session ? inAuth(installation, (work) => readViewer(work, viewer.accountId, session)) : null;
  }

  @Public()
  @Query(() => MailboxConnection, { description: "What was sent, newest first; only in demo and development." })
  async mailbox(
    @Ctx() { installation }: Context,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, at most 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor the page comes after." }) after?: string,
  ): Promise<Connection<MailboxMessage>> {
    if (installation.mode === "production") throw new AppError("NOT_FOUND");
    return readMailbox(installation, first, after);
  }

  @SignedIn()
  @Mutation(() => DonePayload, { description: "Chooses the language of one's mails." })
  async setLanguage(
    @Ctx() context: Context,
    @Arg("input", () => SetLanguageInput, { description: "The language." }) input: SetLanguageInput,
  ): Promise<DonePayload> {
    return once(
      context,
      "setLanguage",
      input,
      async (work) => {
        await work.query(`update app.account set language = $1 where id = authz.uid()`, [input.language]);
        return { id: null };
      },
      done,
    );
  }

  // not through `once`: nobody is signed in, and turning off twice is turning off
  @Public()
  @Mutation(() => DonePayload, {
    description: "Turns mails about tasks and deadlines off, by the secret from one of them.",
  })
  async unsubscribe(
    @Ctx() { installation, language }: Context,
    @Arg("input", () => UnsubscribeInput, { description: "The secret." }) input: UnsubscribeInput,
  ): Promise<DonePayload> {
    if (await unsubscribe(installation, input.token)) return { done: true, problems: [] };
    const message = say(language, ACCOUNTS.unsubscribeDoesNotHold);
    return { done: false, problems: [{ code: "INVALID", path: ["token"], message }] };
  }
}
