import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { KeepApartInput, MergeMembersInput, UndoMergeInput } from "./life.inputs.js";
import { change } from "./life.resolver.js";
import { LikePairPayload, LikePairs, MemberLifePayload } from "./life.type.js";
import { keepApart, mergeMembers, undoMerge } from "./merge.service.js";
import { listLikePairs } from "./read-likeness.js";

@Resolver()
export class MergeResolver {
  @Needs("MEMBER_READ")
  @Query(() => LikePairs, { description: "Members of the acting chapter that may be one person." })
  async likeMembers(@Ctx() context: Context): Promise<LikePairs> {
    return listLikePairs(await context.work());
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberLifePayload, { description: "Makes two rows one. Can be undone for thirty days." })
  async mergeMembers(
    @Ctx() context: Context,
    @Arg("input", () => MergeMembersInput, { description: "Which is kept." }) input: MergeMembersInput,
  ): Promise<MemberLifePayload> {
    return change(context, "mergeMembers", input, (work) => mergeMembers(context, work, input));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberLifePayload, { description: "Parts two rows that were made one." })
  async undoMerge(
    @Ctx() context: Context,
    @Arg("input", () => UndoMergeInput, { description: "Which merge." }) input: UndoMergeInput,
  ): Promise<MemberLifePayload> {
    return change(context, "undoMerge", input, (work) => undoMerge(work, context.language, input));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => LikePairPayload, { description: "Says that two who are alike are two." })
  async keepApart(
    @Ctx() context: Context,
    @Arg("input", () => KeepApartInput, { description: "Which two." }) input: KeepApartInput,
  ): Promise<LikePairPayload> {
    return once(
      context,
      "keepApart",
      input,
      (work) => keepApart(work, input),
      async (_work, id) => ({ done: id !== null }),
    );
  }
}
