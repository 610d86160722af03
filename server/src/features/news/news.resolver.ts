import type { Language } from "@varde/domain";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import { readAudience } from "./audience.js";
import {
  BoardMessage,
  BoardMessageAudience,
  BoardMessageConnection,
  BoardMessagePayload,
} from "./board-message.type.js";
import { markBoardMessageRead, sendBoardMessage, withdrawBoardMessage } from "./board-messages.service.js";
import {
  AudienceInput,
  DismissVersionNewsInput,
  MarkBoardMessageReadInput,
  SendBoardMessageInput,
  WithdrawBoardMessageInput,
} from "./news.inputs.js";
import { findBoardMessage, listBoardMessages, unreadBoardMessages } from "./read-board-messages.js";
import { dismissVersionNews, readVersionChange, unseenVersions } from "./version-news.service.js";
import { News, VersionChange } from "./version-news.type.js";

const showMessage = (language: Language) => async (work: Work, id: string | null) => ({
  message: id ? await findBoardMessage(work, id, language) : null,
});
const showDone = async (_work: Work, id: string | null) => ({ done: id !== null });

@Resolver()
export class NewsResolver {
  @Needs("NEWS_READ")
  @Query(() => News, { description: "What the seat acted in has not seen: messages to the board, and new versions." })
  async news(@Ctx() context: Context): Promise<News> {
    const work = await context.work();
    return { boardMessages: await unreadBoardMessages(work, context.language), versions: await unseenVersions(work) };
  }

  @Needs("NEWS_READ")
  @Query(() => VersionChange, { description: "A version the chapter has, beside the one it had before." })
  async versionNews(
    @Ctx() context: Context,
    @Arg("versionId", () => ID, { description: "The version." }) versionId: string,
  ): Promise<VersionChange> {
    return readVersionChange(await context.work(), versionId);
  }

  @Needs("NEWS_READ", "BOARD_MESSAGE")
  @Query(() => BoardMessageConnection, {
    description: "Messages to boards, newest first: to a board those for its chapter, to national all it sent.",
  })
  async boardMessages(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 25, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<BoardMessage>> {
    return listBoardMessages(await context.work(), { first, after: after ?? null }, context.language);
  }

  @Needs("BOARD_MESSAGE")
  @Query(() => BoardMessageAudience, { description: "Whom a message would reach if it were sent now." })
  async boardMessageAudience(
    @Ctx() context: Context,
    @Arg("to", () => AudienceInput, { description: "Whom it is for." }) to: AudienceInput,
  ): Promise<BoardMessageAudience> {
    return readAudience(await context.work(), to);
  }

  @Needs("BOARD_MESSAGE")
  @Mutation(() => BoardMessagePayload, { description: "Sends a message to boards, in Varde and by e-mail." })
  sendBoardMessage(
    @Ctx() context: Context,
    @Arg("input", () => SendBoardMessageInput, { description: "The message." }) input: SendBoardMessageInput,
  ): Promise<BoardMessagePayload> {
    return once(
      context,
      "sendBoardMessage",
      input,
      (work) => sendBoardMessage(work, input, context.language),
      showMessage(context.language),
    );
  }

  @Needs("BOARD_MESSAGE")
  @Mutation(() => BoardMessagePayload, { description: "Takes a message back: boards no longer see it." })
  withdrawBoardMessage(
    @Ctx() context: Context,
    @Arg("input", () => WithdrawBoardMessageInput, { description: "The message." }) input: WithdrawBoardMessageInput,
  ): Promise<BoardMessagePayload> {
    return once(
      context,
      "withdrawBoardMessage",
      input,
      (work) => withdrawBoardMessage(work, input, context.language),
      showMessage(context.language),
    );
  }

  @Needs("NEWS_READ")
  @Mutation(() => DonePayload, { description: "The seat acted in has read a message." })
  markBoardMessageRead(
    @Ctx() context: Context,
    @Arg("input", () => MarkBoardMessageReadInput, { description: "The message." }) input: MarkBoardMessageReadInput,
  ): Promise<DonePayload> {
    return once(context, "markBoardMessageRead", input, (work) => markBoardMessageRead(work, input), showDone);
  }

  @Needs("NEWS_READ")
  @Mutation(() => DonePayload, { description: "The seat acted in has seen a new version and is not told again." })
  dismissVersionNews(
    @Ctx() context: Context,
    @Arg("input", () => DismissVersionNewsInput, { description: "The version." }) input: DismissVersionNewsInput,
  ): Promise<DonePayload> {
    return once(context, "dismissVersionNews", input, (work) => dismissVersionNews(work, input), showDone);
  }
}
