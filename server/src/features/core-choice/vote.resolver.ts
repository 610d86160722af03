import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Public } from "../../kernel/access/policy.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { LayDotsInput } from "./core-choice.inputs.js";
import { VotePage, VotePayload } from "./core-choice.type.js";
import { layDots, readVotePage } from "./vote.service.js";

/** Voting with no account. It does not go through `once`, whose keys belong to one: all the dots are sent, so a retry lays the same. */
@Resolver()
export class CoreVoteResolver {
  @Public()
  @Query(() => VotePage, { nullable: true, description: "The vote behind a code; null when it leads nowhere." })
  votePage(
    @Ctx() { installation }: Context,
    @Arg("code", () => String, { description: "The workshop's code." }) code: string,
    @Arg("token", () => String, { description: "What the phone keeps: 64 hex digits." }) token: string,
  ): Promise<VotePage | null> {
    return readVotePage(installation, code, token);
  }

  @Public()
  @Mutation(() => VotePayload, { description: "Lays all of a phone's dots anew; nothing ties them to anybody." })
  async layDots(
    @Ctx() context: Context,
    @Arg("input", () => LayDotsInput, { description: "Where they lie." }) input: LayDotsInput,
  ): Promise<VotePayload> {
    if (!isUuid(input.key)) throw new AppError("BAD_REQUEST");
    const shown = async (problems: VotePayload["problems"]) => ({
      page: await readVotePage(context.installation, input.code, input.token),
      problems,
    });
    try {
      await layDots(context, input);
      return await shown([]);
    } catch (error) {
      if (error instanceof Refusal) return shown(error.problems);
      throw error;
    }
  }
}
