import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { CountsReading, Needs, StepUp } from "../../kernel/access/policy.js";
import { countReading } from "../../kernel/count-reading.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import { LookUpMemberInput, SeeLookUpsInput } from "./look-up.inputs.js";
import { findLookUp, listLookUps, lookUpMember, readLookedUp, seeLookUps } from "./look-up.service.js";
import { LookedUp, LookUpConnection, LookUpPayload } from "./look-up.type.js";
import type { LookUp } from "./look-up.type.js";

@Resolver()
export class LookUpResolver {
  @Needs("MEMBER_LOOKUP")
  @StepUp()
  @Mutation(() => LookUpPayload, {
    description:
      "Finds one member of the organization by exactly what they gave, and opens their card for three hours, to read. The chapter's leader is told. At most 20 a day for a person.",
  })
  async lookUpMember(
    @Ctx() context: Context,
    @Arg("input", () => LookUpMemberInput, { description: "Whom, and why." }) input: LookUpMemberInput,
  ): Promise<LookUpPayload> {
    const { sealer } = context.installation;
    // the receipt holds a hash of what was asked: of an index that only we can make, so that nobody can try numbers against it
    const receipt = { ...input, search: sealer.blindIndex("look-up", input.search).toString("hex") };
    return once(
      context,
      "lookUpMember",
      receipt,
      (work) => lookUpMember(work, sealer, input, context.language),
      async (work: Work, id) => ({ lookUp: id ? await findLookUp(work, id) : null }),
    );
  }

  @Needs("MEMBER_LOOKUP")
  @CountsReading()
  @Query(() => LookedUp, { description: "The card of a member one has looked up, within three hours." })
  async lookedUp(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The look-up." }) id: string,
  ): Promise<LookedUp> {
    const work = await context.work();
    const found = await readLookedUp(work, context.installation.sealer, id);
    if (!found) throw new AppError("NOT_FOUND");
    await countReading(work, "PAGE");
    return found;
  }

  @Needs("NEWS_READ", "MEMBER_LOOKUP")
  @Query(() => LookUpConnection, {
    description:
      "Look-ups, newest first: to a chapter's leader those of its members, to an administrator their own, to others on a board none.",
  })
  async lookUps(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 25, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
    @Arg("unseen", () => Boolean, { defaultValue: false, description: "Only those the leader has not seen." })
    unseen: boolean,
  ): Promise<Connection<LookUp>> {
    return listLookUps(await context.work(), { first, after: after ?? null, unseen });
  }

  @Needs("NEWS_READ")
  @Mutation(() => DonePayload, { description: "The chapter's leader has seen that members were looked up." })
  seeLookUps(
    @Ctx() context: Context,
    @Arg("input", () => SeeLookUpsInput, { description: "What was seen." }) input: SeeLookUpsInput,
  ): Promise<DonePayload> {
    return once(
      context,
      "seeLookUps",
      input,
      (work) => seeLookUps(work, input),
      async () => ({ done: true }),
    );
  }
}
