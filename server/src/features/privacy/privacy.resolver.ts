import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { CopyMemberInput, CopyMemberPayload, EraseMemberInput, EraseMemberPayload } from "./privacy.type.js";
import { copyFiles, eraseMember, findErasure, noteCopy } from "./rights.service.js";

@Resolver()
export class PrivacyResolver {
  @Needs("MEMBER_RIGHTS")
  @StepUp()
  @Mutation(() => CopyMemberPayload, {
    description: "Everything the own chapter holds about a member, as two files. The look-up is written in the trail.",
  })
  async copyMember(
    @Ctx() context: Context,
    @Arg("input", () => CopyMemberInput, { description: "Of whom." }) input: CopyMemberInput,
  ): Promise<CopyMemberPayload> {
    const { sealer } = context.installation;
    return once(
      context,
      "copyMember",
      input,
      (work) => noteCopy(work, input.memberId, input.reason),
      async (work, id) => ({ copy: id ? await copyFiles(work, id, sealer, context.language) : null }),
    );
  }

  @Needs("MEMBER_RIGHTS")
  @StepUp()
  @Mutation(() => EraseMemberPayload, {
    description: "Erases a member of the own chapter for good. Sums stay, and what the law asks to be kept is locked.",
  })
  async eraseMember(
    @Ctx() context: Context,
    @Arg("input", () => EraseMemberInput, { description: "Whom." }) input: EraseMemberInput,
  ): Promise<EraseMemberPayload> {
    return once(
      context,
      "eraseMember",
      input,
      (work) => eraseMember(work, input, context.language),
      async (work, id) => ({ erasure: await findErasure(work, id) }),
    );
  }
}
