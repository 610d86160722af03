import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Public } from "../../kernel/access/policy.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Context } from "../../kernel/graphql/context.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { isUuid } from "../../kernel/mutation.js";
import { leaveAlone } from "./leave-alone.js";
import { AnswerRsvpInput, LeaveMeAloneInput } from "./outreach.inputs.js";
import { OUTREACH_TEXTS } from "./outreach.texts.js";
import { answerRsvp, readRsvpPage } from "./rsvp.service.js";
import { RsvpPage, RsvpPayload } from "./rsvp.type.js";

/**
 * What those who got a message can do, with no account. Neither goes through `once`, whose keys belong to an account: the
 * answer's own secret makes a retry the same answer, and who is left alone twice is left alone.
 */
@Resolver()
export class RsvpResolver {
  @Public()
  @Query(() => RsvpPage, { nullable: true, description: "The invitation behind a link; null when it leads nowhere." })
  rsvpPage(
    @Ctx() { installation }: Context,
    @Arg("page", () => String, { description: "The secret of the link." }) page: string,
  ): Promise<RsvpPage | null> {
    return readRsvpPage(installation, page);
  }

  @Public()
  @Mutation(() => RsvpPayload, {
    description: "Answers an invitation, or changes the answer; nothing ties it to a member.",
  })
  async answerRsvp(
    @Ctx() context: Context,
    @Arg("input", () => AnswerRsvpInput, { description: "The answer." }) input: AnswerRsvpInput,
  ): Promise<RsvpPayload> {
    if (!isUuid(input.key)) throw new AppError("BAD_REQUEST");
    const shown = async (problems: RsvpPayload["problems"]) => ({
      page: await readRsvpPage(context.installation, input.page),
      problems,
    });
    try {
      await answerRsvp(context, input);
      return await shown([]);
    } catch (error) {
      if (error instanceof Refusal) return shown(error.problems);
      throw error;
    }
  }

  @Public()
  @Mutation(() => DonePayload, { description: "Ends messages to a member, by the link in one." })
  async leaveMeAlone(
    @Ctx() { installation, language }: Context,
    @Arg("input", () => LeaveMeAloneInput, { description: "The link's secret." }) input: LeaveMeAloneInput,
  ): Promise<DonePayload> {
    if (!isUuid(input.key)) throw new AppError("BAD_REQUEST");
    const done = await leaveAlone(installation, input.token);
    const problem = { code: "INVALID" as const, path: ["token"], message: say(language, OUTREACH_TEXTS.deadLink) };
    return { done, problems: done ? [] : [problem] };
  }
}
